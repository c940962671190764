#include "detente/core/text.hpp"
#include "detente/scenario/describe_plan.hpp"
#include "detente/scenario/distribution_specs.hpp"
#include "detente/scenario/items.hpp"

namespace detente::detail {
namespace {

/// Where the first letter of a key stands, behind its quote.
Mark letter_mark(const Entry& entry) {
  return {entry.mark.line, entry.mark.column + (entry.quoted ? 1 : 0)};
}

/// Says what a design lacks or has too much, however it is written.
void settle_points(Fields& fields, const DesignKeys& design) {
  const bool is_list = design.kind == Design::Kind::list;
  const Value* points = fields.find("points");
  if (is_list && points == nullptr) fields.missing("points");
  if (is_list || points == nullptr) return;
  fields.reader().at(fields.path(), "points");
  fields.reader().error(
      Code::conflicting_keys, points->mark,
      std::string("'points' cannot be given with the design '") + design_word(*design.kind) + '\'',
      "write kind: list");
}

/// `[LOW, HIGH]`
void read_range(Reader& reader, const Value& value, Vary& vary) {
  if (!value.is_list() || value.items.size() != 2) {
    return reader.error(Code::wrong_kind, value.mark, " must be [LOW, HIGH]");
  }
  const std::string holder = reader.holder();
  double* const ends[] = {&vary.low, &vary.high};
  bool sound = true;
  for (std::size_t end = 0; end < 2; ++end) {
    const Value& item = value.items[end];
    const Spot spot{holder, '[' + std::to_string(end) + ']'};
    if (Places* places = reader.places()) places->marks[spot.path()] = item.mark;
    const auto number = reader.number(item);
    if (number) *ends[end] = *number;
    sound = sound && number.has_value();
  }
  if (sound && vary.low >= vary.high) {
    reader.error(Code::bad_order, value.mark, " needs LOW < HIGH");
  }
}

void read_values(Reader& reader, const Value& value, Vary& vary) {
  vary.kind = Vary::Kind::values;
  if (!reader.expect_list(value)) return;
  vary.values = value.items;
  if (vary.values.empty()) {
    reader.error(Code::too_few, value.mark, " must offer at least one value");
  }
}

/// What may follow a path.
std::vector<std::string> vary_words() {
  std::vector<std::string> words{"range", "steps", "values", "each"};
  const std::vector<std::string> more = distribution_words();
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// Reads one key of what follows a path. @returns how many ways of varying it names.
int read_way(Reader& reader, const Entry& entry, Vary& vary) {
  if (entry.key == "each") {
    YesNo{}.read(reader, entry.value, vary.each);
  } else if (entry.key == "steps") {
    Whole{2, kMostSteps}.read(reader, entry.value, vary.steps);
  } else if (entry.key == "range") {
    read_range(reader, entry.value, vary);
    return 1;
  } else if (entry.key == "values") {
    read_values(reader, entry.value, vary);
    return 1;
  } else if (read_distribution(reader, entry, vary.distribution)) {
    vary.kind = Vary::Kind::distribution;
    return 1;
  } else if (!entry.key.starts_with("x-")) {
    reader.at(reader.holder(), {});
    reader.unknown(Code::unknown_key, entry.mark, "key", entry.key, vary_words());
    return 1;
  }
  return 0;
}

/// Reads what follows one path.
void read_vary(Reader& reader, const Entry& of, Vary& vary) {
  if (!of.value.is_map()) {
    const bool listed = of.value.is_list();
    const Value& value = of.value;
    return reader.error(Code::wrong_kind, value.mark,
                        std::string(" must be a map of keys, is ") + kind_name(value),
                        listed ? "write {values: " + to_string(value) + '}' : std::string{});
  }
  const std::string holder = reader.path();
  int ways = 0;
  for (const Entry& entry : of.value.entries) {
    reader.at(holder, entry.key);
    ways += read_way(reader, entry, vary);
  }
  reader.at(holder, {});
  if (ways != 1) {
    return reader.error(ways == 0 ? Code::missing_key : Code::conflicting_keys, of.mark,
                        "exactly one of 'range', 'values' or a distribution must be given");
  }
  const Value* steps = of.value.find("steps");
  if (steps == nullptr || of.value.find("range") != nullptr) return;
  reader.error(Code::conflicting_keys, steps->mark, "'steps' can only be given with 'range'");
}

}  // namespace

const char* design_word(Design::Kind kind) {
  for (const auto& [word, meaning] : kDesigns) {
    if (meaning == kind) return word;
  }
  return "";
}

bool takes_number(Design::Kind kind) {
  return kind == Design::Kind::random || kind == Design::Kind::lhs || kind == Design::Kind::sobol ||
         kind == Design::Kind::saltelli;
}

void DesignWord::read(Reader& reader, const Value& value,
                      std::optional<Design::Kind>& member) const {
  if (value.is_scalar() && value.scalar == "morris") {
    return reader.error(Code::not_available, value.mark, "the design 'morris' is not available yet",
                        "'oat' or 'saltelli' answer similar questions");
  }
  // one that no word gives tells whether one was read
  auto kind = static_cast<Design::Kind>(-1);
  OneOf<Design::Kind>{"design", kDesigns}.read(reader, value, kind);
  if (kind != static_cast<Design::Kind>(-1)) member = kind;
}

void DesignForm::read(Reader& reader, const Value& value, DesignKeys& member) const {
  if (!value.is_scalar()) return MapOf{}.read(reader, value, member);
  DesignWord{}.read(reader, value, member.kind);
  if (!member.kind) return;
  const bool numbered = takes_number(*member.kind);
  if (!numbered && *member.kind != Design::Kind::list) return;
  const std::string key = numbered ? "n" : "points";
  reader.error(Code::missing_key, value.mark, "missing key '" + key + '\'',
               "write {kind: " + value.scalar + ", " + key + ": …}");
}

void settle(Fields& fields, DesignKeys& design) {
  if (!design.kind) return;
  settle_points(fields, design);
  const Value* n = fields.find("n");
  if (takes_number(*design.kind)) {
    if (n == nullptr) fields.missing("n");
  } else if (n != nullptr) {
    fields.reader().at(fields.path(), "n");
    fields.reader().error(Code::conflicting_keys, n->mark,
                          std::string("'n' cannot be given with the design '") +
                              design_word(*design.kind) + "', which has its own number of points");
  }
}

void PointCount::read(Reader& reader, const Value& value, std::int64_t& member) const {
  const auto read = reader.number(value, 1.0, static_cast<double>(kMostRuns));
  if (!read) return;
  member = static_cast<std::int64_t>(*read);
  if (static_cast<double>(member) == *read) return;
  reader.error(Code::out_of_range, value.mark, " must be a whole number, is " + value.scalar);
}

void PointList::read(Reader& reader, const Value& value, const Value*& member) const {
  if (value.is_list() || (value.is_scalar() && !value.scalar.empty())) {
    member = &value;
    return;
  }
  reader.error(
      Code::wrong_kind, value.mark,
      std::string(" must be a list of points or the name of a CSV file, is ") + kind_name(value));
}

void MetricNames::read(Reader& reader, const Value& value,
                       std::vector<Placed<std::string>>& member) const {
  for_each_item(reader, value, [&](const Value& item) {
    if (auto word = reader.plain(item)) member.push_back({std::move(*word), item.mark});
  });
  if (value.is_list() && value.items.empty()) {
    reader.error(Code::too_few, value.mark, " must name at least one metric");
  }
}

void SeriesForm::read(Reader& reader, const Value& value, PlanKeys& member) const {
  member.plan.series.emplace();
  SeriesKeys keys{&member};
  MapOf{}.read(reader, value, keys);
}

void VaryPaths::read(Reader& reader, const Value& value, std::vector<Placed<Vary>>& member) const {
  if (!reader.expect_map(value)) return;
  if (!reader.expect_at_most(value.entries.size(), kMostDimensions, value.mark)) return;
  const std::string holder = reader.path();
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, entry.key);
    Vary vary;
    vary.path = entry.key;
    read_vary(reader, entry, vary);
    member.push_back({std::move(vary), letter_mark(entry)});
  }
  if (member.empty()) {
    reader.at({}, "vary");
    reader.error(Code::too_few, value.mark, " must name at least one path");
  }
}

}  // namespace detente::detail
