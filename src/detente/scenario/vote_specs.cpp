#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>

#include "detente/core/text.hpp"
#include "detente/scenario/describe.hpp"
#include "detente/scenario/game_specs.hpp"
#include "detente/scenario/ids.hpp"

// The section `votes`: decimals become whole numbers without rounding.
namespace detente::detail {
namespace {

/// Whole numbers up to here are exact in every reader, also as doubles.
constexpr std::int64_t kMostWeight = std::int64_t{1} << 53U;
constexpr std::size_t kMostDigits = 18;

/// digits * 10^shift, unless that is more than any weight may be.
std::optional<std::int64_t> scaled(const Decimal& decimal, int shift) {
  std::int64_t number = decimal.digits;
  if (number == 0) return 0;
  for (int power = decimal.exponent + shift; power > 0; --power) {
    if (number > kMostWeight / 10) return {};
    number *= 10;
  }
  if (number > kMostWeight) return {};
  return number;
}

/// By how many powers of ten a rule must grow so that all its numbers are whole.
int shift_of(const RuleKeys& rule) {
  int lowest = rule.quota->digits == 0 ? 0 : rule.quota->exponent;
  for (const auto& [id, weight] : rule.weights) {
    if (weight.digits != 0) lowest = std::min(lowest, weight.exponent);
  }
  return std::max(0, -lowest);
}

using Seats = std::map<std::string, std::size_t>;

/// One rule in whole numbers; nothing if they grow too large.
std::optional<VotingRule> whole_rule(const RuleKeys& keys, const Seats& seats) {
  const int shift = shift_of(keys);
  VotingRule rule;
  rule.weights.assign(seats.size(), 0);
  const auto quota = scaled(*keys.quota, shift);
  std::int64_t sum = 0;
  for (const auto& [id, weight] : keys.weights) {
    const auto whole = scaled(weight, shift);
    if (!whole || (sum += *whole) > kMostWeight) return {};
    rule.weights[seats.at(id)] = *whole;
  }
  if (!quota) return {};
  rule.quota = *quota;
  return rule;
}

std::int64_t sum_of(const VotingRule& rule) {
  return std::accumulate(rule.weights.begin(), rule.weights.end(), std::int64_t{0});
}

/// Whether the player wins alone, and nobody wins without it.
bool decides_alone(const Votes& votes, std::size_t player) {
  bool needed = false;
  for (const VotingRule& rule : votes.rules) {
    if (rule.weights[player] < rule.quota) return false;
    needed = needed || sum_of(rule) - rule.weights[player] < rule.quota;
  }
  return needed;
}

/// Turns the file's words into the game, in whole numbers.
class Counting {
 public:
  Counting(Reader& reader, const VoteKeys& keys) : reader_(reader), keys_(keys) {}

  Votes count(Mark mark) {
    for (const RuleKeys& rule : keys_.rules) name_players(rule);
    if (reader_.expect_at_most(votes_.players.size(), kMostVoters, mark)) count_rules();
    return std::move(votes_);
  }

 private:
  void name_players(const RuleKeys& rule) {
    for (const auto& [id, weight] : rule.weights) {
      if (seats_.emplace(id, votes_.players.size()).second) votes_.players.push_back(id);
    }
  }

  void count_rules() {
    bool sound = !votes_.players.empty();
    const std::string holder = reader_.path() + ".rules";
    for (std::size_t place = 0; place < keys_.rules.size(); ++place) {
      reader_.at(holder, '[' + std::to_string(place) + ']');
      sound = count_rule(keys_.rules[place]) && sound;
    }
    for (std::size_t player = 0; sound && player < votes_.players.size(); ++player) {
      if (votes_.players.size() < 2 || !decides_alone(votes_, player)) continue;
      reader_.remark(Severity::warning, Code::dictator, keys_.rules.front().weights_mark,
                     '\'' + votes_.players[player] + "' alone decides, whatever others vote");
    }
  }

  bool count_rule(const RuleKeys& keys) {
    const std::string path = reader_.path();
    if (!reader_.faults().sound(path)) return false;
    const auto rule = whole_rule(keys, seats_);
    reader_.at(path, "weights");
    if (!rule) {
      reader_.error(Code::out_of_range, keys.weights_mark,
                    "with all their decimals, weights and quota sum to more than " +
                        std::to_string(kMostWeight));
      return false;
    }
    votes_.rules.push_back(*rule);
    if (sum_of(*rule) >= rule->quota) return true;
    reader_.at(path, "quota");
    reader_.error(Code::never_wins, keys.quota_mark,
                  " is more than all weights of this rule together");
    return false;
  }

  Reader& reader_;
  const VoteKeys& keys_;
  Votes votes_{};
  Seats seats_{};
};

std::optional<Decimal> read_decimal(Reader& reader, const Value& value) {
  const auto number = reader.number(value, 0.0, std::numeric_limits<double>::infinity());
  if (!number) return {};
  const auto decimal = exact_decimal(value.scalar);
  if (!decimal) {
    reader.error(Code::out_of_range, value.mark,
                 " has more than " + std::to_string(kMostDigits) + " digits");
  }
  return decimal;
}

}  // namespace

std::optional<Decimal> exact_decimal(std::string_view text) {
  Decimal decimal;
  std::string digits;
  bool after_point = false;
  std::size_t place = text.find_first_not_of("+-");
  for (; place < text.size() && text[place] != 'e' && text[place] != 'E'; ++place) {
    if (text[place] == '.') {
      after_point = true;
      continue;
    }
    digits += text[place];
    if (after_point) --decimal.exponent;
  }
  if (place + 1 < text.size()) {
    std::string_view power = text.substr(place + 1);
    if (power.front() == '+') power.remove_prefix(1);
    int exponent = 0;
    const char* const end = power.data() + power.size();
    if (std::from_chars(power.data(), end, exponent).ptr != end) return {};
    decimal.exponent += exponent;
  }
  while (digits.size() > 1 && digits.back() == '0') {
    digits.pop_back();
    ++decimal.exponent;
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > kMostDigits) return {};
  if (digits.empty()) return Decimal{};
  std::from_chars(digits.data(), digits.data() + digits.size(), decimal.digits);
  return decimal;
}

void Quota::read(Reader& reader, const Value& value, RuleKeys& rule) const {
  rule.quota_mark = value.mark;
  rule.quota = read_decimal(reader, value);
  if (!rule.quota || rule.quota->digits > 0) return;
  rule.quota.reset();
  reader.error(Code::out_of_range, value.mark, " must be positive, is " + value.scalar);
}

void Weights::read(Reader& reader, const Value& value, RuleKeys& rule) const {
  rule.weights_mark = value.mark;
  if (!reader.expect_map(value)) return;
  const std::string holder = reader.path();
  for (const Entry& entry : value.entries) {
    if (entry.key.starts_with("x-")) continue;
    reader.at(holder, {});
    if (refuse_rest_of_number(reader, entry)) continue;
    const bool named = check_id(reader, entry.key, entry.quoted, entry.mark);
    reader.at(holder, entry.key);
    const auto weight = read_decimal(reader, entry.value);
    if (named) rule.weights.emplace_back(entry.key, weight.value_or(Decimal{}));
  }
  reader.at(holder, {});
  if (value.entries.empty()) reader.error(Code::too_few, value.mark, "nobody has a vote");
}

void VotesForm::read(Reader& reader, const Value& value, std::optional<Votes>& member) const {
  const Site site{{reader.holder(), reader.name()}, value.mark};
  VoteKeys keys;
  read_record(reader, value, site, keys);
  member.emplace();
  reader.at(site.spot.path(), "rules");
  const Value* rules = value.find("rules");
  if (rules == nullptr || !rules->is_list()) return;
  if (rules->items.empty())
    return reader.error(Code::too_few, rules->mark, " must be at least one");
  if (!reader.expect_at_most(rules->items.size(), kMostRules, rules->mark)) return;
  reader.at(site.spot.holder, site.spot.name);
  *member = Counting(reader, keys).count(rules->mark);
}

}  // namespace detente::detail
