#include "detente/scenario/range_specs.hpp"

#include <fmt/format.h>

#include <set>

#include "detente/core/text.hpp"

namespace detente::detail {
namespace {

/// Point number `place` of the grid, without the noise of the division.
double point(const Range& range, int place) {
  const int last = range.steps - 1;
  if (place == 0) return range.low;
  if (place == last) return range.high;
  const double at = (range.low * (last - place) + range.high * place) / last;
  return parse_number(fmt::format("{:.12g}", at)).value_or(at);
}

}  // namespace

void RangeEnds::read(Reader& reader, const Value& value, Range& member) const {
  if (!value.is_list() || value.items.size() != 2) {
    reader.error(Code::wrong_kind, value.mark, " must be two ends, [LOW, HIGH]");
    return;
  }
  const auto low = reader.number(value.items.front(), kAxisEnd.low, kAxisEnd.high);
  const auto high = reader.number(value.items.back(), kAxisEnd.low, kAxisEnd.high);
  if (!low || !high) return;
  if (!(*low < *high)) {
    reader.error(Code::bad_order, value.mark, " needs LOW < HIGH");
    return;
  }
  member.low = *low;
  member.high = *high;
  if (grid_of(member).empty()) {
    reader.error(Code::too_many, value.mark, " is too narrow for its steps");
  }
}

std::vector<Option> grid_of(const Range& range) {
  std::vector<Option> options;
  std::set<std::string> taken;
  for (int place = 0; place < range.steps; ++place) {
    const double at = point(range, place);
    Option option{.id = show_number(at), .at = at};
    if (!taken.insert(option.id).second) return {};
    option.title.words.front() = range.unit.empty() ? option.id : option.id + ' ' + range.unit;
    options.push_back(std::move(option));
  }
  return options;
}

}  // namespace detente::detail
