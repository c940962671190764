#include "detente/scenario/distribution_specs.hpp"

#include "detente/scenario/specs.hpp"

namespace detente::detail {
namespace {

using Numbers = std::vector<double>;
using Kind = Distribution::Kind;

void read_numbers(Reader& reader, const Value& value, const DistributionFacts& facts,
                  Distribution& draw) {
  draw.kind = facts.kind;
  if (!value.is_list() || value.items.size() != facts.numbers) {
    reader.error(Code::wrong_kind, value.mark, std::string(" must be ") + facts.form);
    return;
  }
  Places* places = reader.places();
  for (const Value& item : value.items) {
    const Spot spot{reader.holder(), '[' + std::to_string(draw.numbers.size()) + ']'};
    if (places != nullptr) places->marks[spot.path()] = item.mark;
    if (const auto number = reader.number(item)) draw.numbers.push_back(*number);
  }
  if (draw.numbers.size() != facts.numbers || facts.sound(draw.numbers)) return;
  reader.error(Code::bad_order, value.mark, std::string(" ") + facts.fault);
}

/// `[v, …]`, all alike, or `{v: weight, …}`.
void read_choice(Reader& reader, const Value& value, Distribution& draw) {
  draw.kind = Kind::choice;
  draw.choices = value.items;
  draw.numbers.assign(draw.choices.size(), 1.0);
  for (const Entry& entry : value.entries) {
    Value choice = Value::of(entry.key);
    choice.mark = entry.mark;
    choice.quoted = entry.quoted;
    draw.choices.push_back(std::move(choice));
    double weight = 0.0;
    Positive{}.read(reader, entry.value, weight);
    draw.numbers.push_back(weight);
  }
  if (!draw.choices.empty()) return;
  reader.error(Code::too_few, value.mark, " must offer at least one value");
}

}  // namespace

const std::vector<DistributionFacts>& distribution_facts() {
  static const std::vector<DistributionFacts> facts{
      {"uniform", Kind::uniform, 2, "[LOW, HIGH]", "needs LOW <= HIGH",
       [](const Numbers& n) { return n[0] <= n[1]; }},
      {"normal", Kind::normal, 2, "[MEAN, SD]", "needs SD > 0",
       [](const Numbers& n) { return n[1] > 0.0; }},
      {"triangular", Kind::triangular, 3, "[LOW, MODE, HIGH]", "needs LOW <= MODE <= HIGH",
       [](const Numbers& n) { return n[0] <= n[1] && n[1] <= n[2]; }},
      {"beta", Kind::beta, 4, "[A, B, LOW, HIGH]", "needs A > 0, B > 0 and LOW <= HIGH",
       [](const Numbers& n) { return n[0] > 0.0 && n[1] > 0.0 && n[2] <= n[3]; }},
  };
  return facts;
}

bool read_distribution(Reader& reader, const Entry& entry, Distribution& draw) {
  if (entry.key == "choice") {
    read_choice(reader, entry.value, draw);
    return true;
  }
  for (const DistributionFacts& facts : distribution_facts()) {
    if (entry.key != facts.name) continue;
    read_numbers(reader, entry.value, facts, draw);
    return true;
  }
  return false;
}

std::vector<std::string> distribution_words() {
  std::vector<std::string> words{"choice"};
  for (const DistributionFacts& facts : distribution_facts()) words.emplace_back(facts.name);
  return words;
}

}  // namespace detente::detail
