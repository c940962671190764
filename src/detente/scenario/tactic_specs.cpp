#include "detente/scenario/tactic_specs.hpp"

namespace detente::detail {
namespace {

constexpr TacticFacts kTactics[] = {
    {"time", Tactic::Kind::time, 0.0},
    {"boulware", Tactic::Kind::time, 4.0},
    {"linear", Tactic::Kind::time, 1.0},
    {"conceder", Tactic::Kind::time, 0.25},
    {"hardliner", Tactic::Kind::hardliner, 0.0},
    {"micro", Tactic::Kind::micro, 0.0},
    {"tit_for_tat", Tactic::Kind::tit_for_tat, 0.0},
    {"nice_tit_for_tat", Tactic::Kind::nice_tit_for_tat, 0.0},
    {"hybrid", Tactic::Kind::hybrid, 0.0},
    {"human", Tactic::Kind::human, 0.0},
};

}  // namespace

std::span<const TacticFacts> tactic_facts() {
  return kTactics;
}

void TacticKind::read(Reader& reader, const Value& value, Tactic& tactic) const {
  const auto word = reader.plain(value);
  if (!word) return;
  std::vector<std::string> known;
  for (const TacticFacts& facts : kTactics) {
    known.emplace_back(facts.name);
    if (*word != facts.name) continue;
    tactic.kind = facts.kind;
    if (facts.e > 0.0) tactic.e = facts.e;
    return;
  }
  reader.unknown_word(Code::unknown_word, value.mark, "tactic", *word, known);
}

bool reads_scale(AcceptRule::Kind kind) {
  return kind == AcceptRule::Kind::next || kind == AcceptRule::Kind::previous;
}

bool reads_moment(AcceptRule::Kind kind) {
  return kind == AcceptRule::Kind::time || kind == AcceptRule::Kind::combi ||
         kind == AcceptRule::Kind::combi_max;
}

}  // namespace detente::detail
