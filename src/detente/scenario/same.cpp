#include "detente/scenario/same.hpp"

#include <algorithm>
#include <tuple>

#include "detente/scenario/tactic_specs.hpp"

namespace detente {
namespace {

// found by the templates below
bool equal(const Edit& left, const Edit& right);
bool equal(const Issue& left, const Issue& right);
bool equal(const Position& left, const Position& right);
bool equal(const Actor& left, const Actor& right);
bool equal(const Stage& left, const Stage& right);
bool equal(const Event& left, const Event& right);
bool equal(const Lever& left, const Lever& right);
bool equal(const Violator& left, const Violator& right);
bool equal(const Range& left, const Range& right);
bool equal(const Durability& left, const Durability& right);
bool equal(const Uncertain& left, const Uncertain& right);
bool equal(const Try& left, const Try& right);
bool equal(const Expect& left, const Expect& right);
bool equal(const ConflictOption& left, const ConflictOption& right);
bool equal(const StatePattern& left, const StatePattern& right);
bool equal(const Statement& left, const Statement& right);
bool equal(const ConflictPreference& left, const ConflictPreference& right);
bool equal(const ListedStates& left, const ListedStates& right);
bool equal(const ConflictSection& left, const ConflictSection& right);
bool equal(const VotingRule& left, const VotingRule& right);
bool equal(const Votes& left, const Votes& right);
bool equal(const Game& left, const Game& right);

bool equal(const Text& left, const Text& right) {
  return left.words == right.words;
}

bool equal(const Value& left, const Value& right) {
  return to_string(left) == to_string(right);
}

bool equal(const Place& left, const Place& right) {
  // an option counts by itself, wherever it lies
  return left.option == right.option && (left.option >= 0 || left.number == right.number);
}

bool equal(const Option& left, const Option& right) {
  return left.id == right.id && left.at == right.at && equal(left.title, right.title);
}

bool equal(const Tie& left, const Tie& right) {
  return std::tie(left.from, left.to, left.strength, left.symmetric) ==
         std::tie(right.from, right.to, right.strength, right.symmetric);
}

bool equal(const Source& left, const Source& right) {
  return std::tie(left.id, left.publisher, left.language, left.url) ==
             std::tie(right.id, right.publisher, right.language, right.url) &&
         equal(left.title, right.title);
}

bool equal(const Pressure& left, const Pressure& right) {
  return std::tie(left.by, left.on, left.per_round, left.cost) ==
         std::tie(right.by, right.on, right.per_round, right.cost);
}

bool equal(const At& left, const At& right) {
  return left.stage == right.stage && left.round == right.round;
}

bool equal(const std::pair<std::string, Text>& left, const std::pair<std::string, Text>& right) {
  return left.first == right.first && equal(left.second, right.second);
}

bool equal(const std::pair<Place, Place>& left, const std::pair<Place, Place>& right) {
  return equal(left.first, right.first) && equal(left.second, right.second);
}

template <typename Item>
bool equal(const std::optional<Item>& left, const std::optional<Item>& right) {
  if (!left || !right) return left.has_value() == right.has_value();
  return equal(*left, *right);
}

template <typename Item>
bool all_equal(const std::vector<Item>& left, const std::vector<Item>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Item& one, const Item& other) { return equal(one, other); });
}

bool equal(const Edit& left, const Edit& right) {
  return left.path == right.path && equal(left.value, right.value) && equal(left.at, right.at);
}

bool equal(const Issue& left, const Issue& right) {
  return left.id == right.id && left.supplier == right.supplier && equal(left.title, right.title) &&
         equal(left.question, right.question) && all_equal(left.options, right.options) &&
         equal(left.range, right.range);
}

bool equal(const Position& left, const Position& right) {
  return std::tie(left.values, left.salience, left.loss, left.source) ==
             std::tie(right.values, right.salience, right.loss, right.source) &&
         equal(left.ideal, right.ideal) && equal(left.red_line, right.red_line) &&
         equal(left.because, right.because);
}

// numbers that a rule or a tactic does not read do not count
bool equal(const AcceptRule& left, const AcceptRule& right) {
  if (left.kind != right.kind) return false;
  if (detail::reads_scale(left.kind)) {
    return left.alpha == right.alpha && left.beta == right.beta;
  }
  if (detail::reads_moment(left.kind)) return left.tau == right.tau;
  return left.kind != AcceptRule::Kind::constant || left.theta == right.theta;
}

bool equal_mirrors(const Tactic& left, const Tactic& right) {
  if (std::tie(left.offer, left.mode, left.kindness) !=
      std::tie(right.offer, right.mode, right.kindness)) {
    return false;
  }
  return left.mode == Tactic::Mode::relative ? left.lag == right.lag : left.window == right.window;
}

bool equal(const Tactic& left, const Tactic& right) {
  if (left.kind != right.kind || left.leave_after != right.leave_after) return false;
  if (!equal(left.accept, right.accept)) return false;
  if (left.kind == Tactic::Kind::tit_for_tat) return equal_mirrors(left, right);
  if (left.kind != Tactic::Kind::time) return true;
  return std::tie(left.e, left.start, left.margin, left.offer) ==
         std::tie(right.e, right.start, right.margin, right.offer);
}

bool equal(const Range& left, const Range& right) {
  return std::tie(left.low, left.high, left.unit, left.steps) ==
         std::tie(right.low, right.high, right.unit, right.steps);
}

bool equal(const Lever& left, const Lever& right) {
  return left.issue == right.issue && left.level == right.level;
}

bool equal(const Distribution& left, const Distribution& right) {
  return left.kind == right.kind && left.numbers == right.numbers &&
         all_equal(left.choices, right.choices);
}

bool equal(const Violator& left, const Violator& right) {
  return left.actor == right.actor && equal(left.gain, right.gain);
}

bool equal(const Durability& left, const Durability& right) {
  return std::tie(left.cost, left.opportunities_per_year, left.fatigue) ==
             std::tie(right.cost, right.opportunities_per_year, right.fatigue) &&
         all_equal(left.violators, right.violators) && all_equal(left.detection, right.detection) &&
         all_equal(left.credibility, right.credibility) && all_equal(left.response, right.response);
}

bool equal(const std::optional<NameForms>& left, const std::optional<NameForms>& right) {
  if (!left || !right) return left.has_value() == right.has_value();
  return left->plural == right->plural && left->cases == right->cases;
}

bool equal(const Actor& left, const Actor& right) {
  const bool forms =
      std::equal(left.forms.begin(), left.forms.end(), right.forms.begin(),
                 [](const auto& one, const auto& other) { return equal(one, other); });
  return forms && equal(left.title, right.title) && equal(left.tactic, right.tactic) &&
         std::tie(left.id, left.delegates, left.power, left.walk_away, left.walk_away_share,
                  left.delay_cost, left.susceptibility, left.values_durability) ==
             std::tie(right.id, right.delegates, right.power, right.walk_away,
                      right.walk_away_share, right.delay_cost, right.susceptibility,
                      right.values_durability) &&
         all_equal(left.positions, right.positions);
}

bool equal(const Stage& left, const Stage& right) {
  return std::tie(left.id, left.parties, left.advisers, left.issues, left.consent, left.quorum,
                  left.rounds, left.starts, left.walk_away, left.keeps, left.reopens,
                  left.fallback) == std::tie(right.id, right.parties, right.advisers, right.issues,
                                             right.consent, right.quorum, right.rounds,
                                             right.starts, right.walk_away, right.keeps,
                                             right.reopens, right.fallback) &&
         equal(left.title, right.title) && all_equal(left.pressure, right.pressure);
}

bool equal(const Event& left, const Event& right) {
  return equal(left.at, right.at) && equal(left.title, right.title) &&
         all_equal(left.edits, right.edits);
}

bool equal(const Uncertain& left, const Uncertain& right) {
  const Distribution& one = left;
  const Distribution& other = right;
  return left.path == right.path && left.each == right.each && equal(one, other);
}

bool equal(const Try& left, const Try& right) {
  return equal(left.title, right.title) && all_equal(left.edits, right.edits);
}

bool equal(const Lesson& left, const Lesson& right) {
  return equal(left.question, right.question) && all_equal(left.notice, right.notice) &&
         all_equal(left.tries, right.tries) && all_equal(left.glossary, right.glossary);
}

bool equal(const Expect& left, const Expect& right) {
  return std::tie(left.command, left.path, left.tolerance, left.source) ==
             std::tie(right.command, right.path, right.tolerance, right.source) &&
         equal(left.equals, right.equals);
}

bool equal(const ConflictOption& left, const ConflictOption& right) {
  return std::tie(left.id, left.owner, left.reversal, left.takes_issue, left.takes_option) ==
             std::tie(right.id, right.owner, right.reversal, right.takes_issue,
                      right.takes_option) &&
         equal(left.title, right.title);
}

bool equal(const StatePattern& left, const StatePattern& right) {
  return left.mask == right.mask && left.value == right.value;
}

bool equal(const Statement& left, const Statement& right) {
  return left.text == right.text;  // the rest is read from it
}

bool equal(const ConflictPreference& left, const ConflictPreference& right) {
  return left.kind == right.kind && left.ranking == right.ranking &&
         all_equal(left.statements, right.statements);
}

bool equal(const ListedStates& left, const ListedStates& right) {
  return left.ids == right.ids && left.moves == right.moves;
}

bool equal(const ConflictSection& left, const ConflictSection& right) {
  return std::tie(left.status_quo, left.movers, left.shown_issues) ==
             std::tie(right.status_quo, right.movers, right.shown_issues) &&
         all_equal(left.options, right.options) && all_equal(left.infeasible, right.infeasible) &&
         all_equal(left.preferences, right.preferences) && equal(left.graph, right.graph);
}

bool equal(const VotingRule& left, const VotingRule& right) {
  return left.quota == right.quota && left.weights == right.weights;
}

bool equal(const Votes& left, const Votes& right) {
  return left.players == right.players && all_equal(left.rules, right.rules);
}

bool equal(const Game& left, const Game& right) {
  return left.players == right.players && left.values == right.values;
}

}  // namespace

bool same(const Scenario& left, const Scenario& right) {
  return std::tie(left.id, left.seed, left.model, left.models) ==
             std::tie(right.id, right.seed, right.model, right.models) &&
         equal(left.title, right.title) && equal(left.summary, right.summary) &&
         all_equal(left.sources, right.sources) && all_equal(left.issues, right.issues) &&
         all_equal(left.actors, right.actors) && all_equal(left.ties, right.ties) &&
         all_equal(left.stages, right.stages) && all_equal(left.events, right.events) &&
         all_equal(left.uncertain, right.uncertain) && equal(left.durability, right.durability) &&
         equal(left.conflict, right.conflict) && equal(left.votes, right.votes) &&
         equal(left.game, right.game) && left.links == right.links && left.unions == right.unions &&
         equal(left.lesson, right.lesson) && all_equal(left.expect, right.expect);
}

}  // namespace detente
