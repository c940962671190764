#include "detente/scenario/conflict_leaves.hpp"

#include <utility>

#include "detente/scenario/compose.hpp"

namespace detente {
namespace {

using detail::list_of;
using detail::word_of;

class LeafList {
 public:
  explicit LeafList(const Scenario& scenario)
      : scenario_(scenario), conflict_(*scenario.conflict) {}

  std::vector<Leaf> list() {
    if (conflict_.graph) {
      add_graph();
    } else {
      add_options();
      add_infeasible();
    }
    add("status_quo", number(conflict_.graph ? conflict_.status_quo + 1 : conflict_.status_quo));
    for (const int actor : conflict_.movers) add_preference(actor);
    return std::move(leaves_);
  }

 private:
  const std::string& actor_id(int actor) const {
    return scenario_.actors[static_cast<std::size_t>(actor)].id;
  }
  static Value number(std::uint32_t whole) { return Value::of(std::to_string(whole)); }

  void add(const std::string& path, Value value) {
    leaves_.push_back({"conflict." + path, std::move(value)});
  }

  void add_options() {
    for (const int actor : conflict_.movers) {
      std::vector<Value> ids;
      for (const ConflictOption& option : conflict_.options) {
        if (option.owner == actor) ids.push_back(word_of(option.id));
      }
      add("options." + actor_id(actor), list_of(std::move(ids)));
    }
    std::vector<Value> order;
    for (const ConflictOption& option : conflict_.options) {
      order.push_back(word_of(option.id));
      if (option.takes_issue >= 0) {
        const Issue& issue = scenario_.issues[static_cast<std::size_t>(option.takes_issue)];
        const Option& taken = issue.options[static_cast<std::size_t>(option.takes_option)];
        add("options." + actor_id(option.owner) + '.' + option.id + ".takes",
            word_of(issue.id + '.' + taken.id));
      }
      if (option.reversal == Reversal::both) continue;
      add("irreversible." + option.id,
          word_of(option.reversal == Reversal::to_yes ? "to_yes" : "to_no"));
    }
    // which bit stands for which
    add("options", list_of(std::move(order)));
  }

  /// "--YN", all shorthands written out.
  void add_infeasible() {
    std::vector<Value> patterns;
    for (const StatePattern& pattern : conflict_.infeasible) {
      std::string letters;
      for (std::size_t option = 0; option < conflict_.options.size(); ++option) {
        const bool open = (pattern.mask >> option & 1U) == 0;
        const bool taken = (pattern.value >> option & 1U) != 0;
        letters += open ? '-' : (taken ? 'Y' : 'N');
      }
      patterns.push_back(word_of(letters));
    }
    if (!patterns.empty()) add("infeasible", list_of(std::move(patterns)));
  }

  void add_graph() {
    std::vector<Value> states;
    for (const std::string& id : conflict_.graph->ids) states.push_back(word_of(id));
    add("graph.states", list_of(std::move(states)));
    for (const int actor : conflict_.movers) {
      std::vector<Value> arcs;
      for (const auto& [from, to] : conflict_.graph->moves[static_cast<std::size_t>(actor)]) {
        arcs.push_back(list_of({number(static_cast<std::uint32_t>(from) + 1),
                                number(static_cast<std::uint32_t>(to) + 1)}));
      }
      add("graph.moves." + actor_id(actor), list_of(std::move(arcs)));
    }
  }

  void add_preference(int actor) {
    const auto& preference = conflict_.preferences[static_cast<std::size_t>(actor)];
    const std::string path = "preferences." + actor_id(actor);
    if (preference.kind == ConflictPreference::Kind::positions) {
      return add(path + ".from", word_of("positions"));
    }
    std::vector<Value> items;
    items.reserve(preference.statements.size() + preference.ranking.size());
    for (const Statement& statement : preference.statements) {
      items.push_back(word_of(statement.text));
    }
    for (const auto& group : preference.ranking) {
      std::vector<Value> tie;
      tie.reserve(group.size());
      for (const std::uint32_t state : group) tie.push_back(number(state));
      items.push_back(tie.size() == 1 ? tie.front() : list_of(std::move(tie)));
    }
    const bool ranked = preference.kind == ConflictPreference::Kind::ranking;
    add(path + (ranked ? ".ranking" : ".statements"), list_of(std::move(items)));
  }

  const Scenario& scenario_;
  const ConflictSection& conflict_;
  std::vector<Leaf> leaves_{};
};

}  // namespace

std::vector<Leaf> conflict_leaves(const Scenario& scenario) {
  if (!scenario.conflict) return {};
  return LeafList(scenario).list();
}

}  // namespace detente
