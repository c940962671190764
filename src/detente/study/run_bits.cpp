#include "detente/study/run_bits.hpp"

#include <xxhash.h>

#include <algorithm>

#include "detente/scenario/edit.hpp"

namespace detente {
namespace {

constexpr int kModelBits = 16;
constexpr std::size_t kMoveKinds = 4;
constexpr std::size_t kMostDigits = 18;

/// A number as it was written: 0.50 is 50 with two decimals.
struct Decimal {
  bool negative = false;
  std::uint64_t digits = 0;
  std::size_t decimals = 0;
};

std::string show(const Decimal& number) {
  std::string text = std::to_string(number.digits);
  if (number.decimals > 0) {
    if (text.size() <= number.decimals) text.insert(0, number.decimals + 1 - text.size(), '0');
    text.insert(text.size() - number.decimals, 1, '.');
  }
  return number.negative ? '-' + text : text;
}

/// The number that is written exactly so, if one is.
std::optional<Decimal> decimal_of(const std::string& text) {
  Decimal number{.negative = text.starts_with('-')};
  bool behind_point = false;
  if (text.size() > kMostDigits) return {};
  for (const char letter : text) {
    if (letter == '.') behind_point = true;
    if (letter < '0' || letter > '9') continue;
    number.digits = number.digits * 10 + static_cast<std::uint64_t>(letter - '0');
    if (behind_point) ++number.decimals;
  }
  if (show(number) != text) return {};
  return number;
}

void put_decimal(BitWriter& out, const Decimal& number) {
  out.put_flag(number.negative);
  out.put_number(number.decimals);
  out.put_number(number.digits);
}

std::string take_decimal(BitReader& in) {
  Decimal number{.negative = in.take_flag()};
  number.decimals = static_cast<std::size_t>(in.take_number());
  number.digits = in.take_number();
  if (number.decimals > kMostDigits) in.fail();
  return in.failed() ? std::string{} : show(number);
}

/// Steps forwards and backwards, short ones in few bits.
std::uint64_t folded(int step) {
  const auto length = static_cast<std::uint64_t>(std::abs(step));
  return step < 0 ? length * 2 - 1 : length * 2;
}

int unfolded(std::uint64_t number) {
  const auto length = static_cast<int>((number + 1) / 2);
  return number % 2 == 1 ? -length : length;
}

std::uint64_t model_hash(std::string_view id) {
  return XXH3_64bits(id.data(), id.size()) >> (64U - kModelBits);
}

/// Whether each issue stands once and behind those before it.
bool is_ascending(const std::vector<std::pair<int, int>>& offer) {
  const auto falls = [](const auto& left, const auto& right) { return left.first >= right.first; };
  return std::adjacent_find(offer.begin(), offer.end(), falls) == offer.end();
}

}  // namespace

RunBits::RunBits(const Scenario& scenario) : scenario_(&scenario), words_(scenario) {
  for (const Field& field : fields_of(scenario)) paths_.push_back(path_of(scenario, field));
}

bool RunBits::put(BitWriter& out, const Run& run) const {
  if (!put_model(out, run.model)) return false;
  out.put_flag(run.seed != scenario_->seed);
  if (run.seed != scenario_->seed) out.put_number(run.seed);
  out.put_number(run.edits.size());
  for (const Edit& edit : run.edits) {
    if (!put_edit(out, edit)) return false;
  }
  out.put_number(run.moves.size());
  At before;
  for (const Move& move : run.moves) {
    if (!put_move(out, move, before)) return false;
    before = move.at;
  }
  return true;
}

Run RunBits::take(BitReader& in) const {
  Run run{.model = take_model(in)};
  run.seed = in.take_flag() ? in.take_number() : scenario_->seed;
  for (std::uint64_t left = in.take_number(); left > 0 && !in.failed(); --left) {
    run.edits.push_back(take_edit(in));
  }
  At before;
  for (std::uint64_t left = in.take_number(); left > 0 && !in.failed(); --left) {
    run.moves.push_back(take_move(in, before));
    before = run.moves.back().at;
  }
  return run;
}

bool RunBits::put_model(BitWriter& out, const std::string& model) const {
  out.put_flag(!model.empty());
  if (model.empty()) return true;
  out.put_flag(model != scenario_->model);
  // by its name: the list of models grows
  if (model != scenario_->model) out.put(model_hash(model), kModelBits);
  return model == scenario_->model || find_model(model) != nullptr;
}

std::string RunBits::take_model(BitReader& in) const {
  if (!in.take_flag()) return {};
  if (!in.take_flag()) return scenario_->model;
  const std::uint64_t wanted = in.take(kModelBits);
  for (const ModelInfo* model : all_models()) {
    if (model_hash(model->id) == wanted) return std::string(model->id);
  }
  in.fail();
  return {};
}

bool RunBits::put_edit(BitWriter& out, const Edit& edit) const {
  out.put_flag(edit.at.has_value());
  if (edit.at && !put_place(out, *edit.at, {})) return false;
  const auto path = std::find(paths_.begin(), paths_.end(), edit.path);
  const bool is_number = edit.value.is_scalar() && !edit.value.quoted;
  const auto number = is_number ? decimal_of(edit.value.scalar) : std::optional<Decimal>{};
  const bool short_form = path != paths_.end() && number.has_value();
  out.put_flag(short_form);
  if (short_form) {
    out.put_choice(static_cast<std::size_t>(path - paths_.begin()), paths_.size());
    put_decimal(out, *number);
  } else {
    words_.put(out, edit.path + '=' + to_string(edit.value));
  }
  return true;
}

Edit RunBits::take_edit(BitReader& in) const {
  std::optional<At> at;
  if (in.take_flag()) at = take_place(in, {});
  Edit edit;
  if (in.take_flag()) {
    const std::size_t field = in.take_choice(paths_.size());
    if (!in.failed() && field < paths_.size()) edit.path = paths_[field];
    edit.value = Value::of(take_decimal(in));
  } else {
    const auto read = parse_edit(words_.take(in));
    if (read) {
      edit = *read;
    } else {
      in.fail();
    }
  }
  edit.at = at;
  return edit;
}

bool RunBits::put_place(BitWriter& out, const At& at, const At& before) const {
  const int stage = index_of(scenario_->stages, at.stage);
  if (stage < 0) return false;
  out.put_choice(static_cast<std::size_t>(stage), scenario_->stages.size());
  out.put_number(folded(at.stage == before.stage ? at.round - before.round : at.round));
  return true;
}

At RunBits::take_place(BitReader& in, const At& before) const {
  const std::size_t stage = in.take_choice(scenario_->stages.size());
  const int step = unfolded(in.take_number() & 0xFFFFFU);
  if (in.failed() || stage >= scenario_->stages.size()) return {};
  const std::string& id = scenario_->stages[stage].id;
  const int round = id == before.stage ? before.round + step : step;
  if (round < 1) in.fail();
  return {.stage = id, .round = round};
}

bool RunBits::put_move(BitWriter& out, const Move& move, const At& before) const {
  if (!put_place(out, move.at, before)) return false;
  out.put_choice(static_cast<std::size_t>(move.actor), scenario_->actors.size());
  out.put_choice(static_cast<std::size_t>(move.kind), kMoveKinds);
  if (move.kind == Move::Kind::offer) put_offer(out, move);
  return true;
}

Move RunBits::take_move(BitReader& in, const At& before) const {
  Move move{.at = take_place(in, before)};
  move.actor = static_cast<int>(in.take_choice(scenario_->actors.size()));
  move.kind = static_cast<Move::Kind>(in.take_choice(kMoveKinds));
  if (move.kind == Move::Kind::offer) take_offer(in, move);
  return move;
}

void RunBits::put_offer(BitWriter& out, const Move& move) const {
  const auto& issues = scenario_->issues;
  const bool ascending = is_ascending(move.offer);
  out.put_flag(ascending);
  if (!ascending) out.put_number(move.offer.size());
  auto next = move.offer.begin();
  for (std::size_t issue = 0; ascending && issue < issues.size(); ++issue) {
    const bool named = next != move.offer.end() && next->first == static_cast<int>(issue);
    out.put_flag(named);
    if (named)
      out.put_choice(static_cast<std::size_t>((next++)->second), issues[issue].options.size());
  }
  for (; !ascending && next != move.offer.end(); ++next) {
    out.put_choice(static_cast<std::size_t>(next->first), issues.size());
    out.put_choice(static_cast<std::size_t>(next->second), issues[next->first].options.size());
  }
}

void RunBits::take_offer(BitReader& in, Move& move) const {
  const auto& issues = scenario_->issues;
  const auto take_one = [&](std::size_t issue) {
    const std::size_t option = in.take_choice(issues[issue].options.size());
    move.offer.emplace_back(static_cast<int>(issue), static_cast<int>(option));
  };
  if (in.take_flag()) {
    for (std::size_t issue = 0; issue < issues.size(); ++issue) {
      if (in.take_flag()) take_one(issue);
    }
    return;
  }
  for (std::uint64_t left = in.take_number(); left > 0 && !in.failed(); --left) {
    const std::size_t issue = in.take_choice(issues.size());
    if (!in.failed()) take_one(issue);
  }
}

}  // namespace detente
