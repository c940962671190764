#include "detente/scenario/save.hpp"

#include <algorithm>

#include "detente/scenario/compose.hpp"

namespace detente {
namespace detail {
namespace {

bool same_time(const std::optional<At>& left, const std::optional<At>& right) {
  if (!left || !right) return left.has_value() == right.has_value();
  return left->stage == right->stage && left->round == right->round;
}

/// Edits that can stand in one map: for the same time, none of them twice.
using Block = std::vector<const Edit*>;

std::vector<Block> blocks_of(const std::vector<Edit>& edits) {
  std::vector<Block> blocks;
  for (const Edit& edit : edits) {
    const auto is_same = [&](const Edit* other) { return other->path == edit.path; };
    const bool fits = !blocks.empty() && same_time(blocks.back().front()->at, edit.at) &&
                      std::none_of(blocks.back().begin(), blocks.back().end(), is_same);
    if (!fits) blocks.emplace_back();
    blocks.back().push_back(&edit);
  }
  return blocks;
}

std::string show(const Block& block) {
  std::string text = "  - ";
  if (const auto& at = block.front()->at) {
    const Value time = map_of({entry_of("stage", word_of(at->stage)),
                               entry_of("round", Value::of(std::to_string(at->round)))});
    text += "at: " + to_string(time) + "\n    ";
  }
  text += "set:\n";
  for (const Edit* edit : block) {
    text += "      " + without_brackets(map_of({entry_of(edit->path, edit->value)})) + '\n';
  }
  return text;
}

Entry deed(const Move& move, const Scenario& scenario) {
  switch (move.kind) {
    case Move::Kind::accept:
      return entry_of("accept", Value::of("yes"));
    case Move::Kind::refuse:
      return entry_of("accept", Value::of("no"));
    case Move::Kind::leave:
      return entry_of("leave", Value::of("yes"));
    case Move::Kind::offer:
      break;
  }
  Value offer = map_of({});
  for (const auto& [issue, option] : move.offer) {
    const Issue& about = scenario.issues[issue];
    offer.entries.push_back(entry_of(about.id, word_of(about.options[option].id)));
  }
  return entry_of("offer", std::move(offer));
}

std::string show(const Move& move, const Scenario& scenario) {
  const Value map =
      map_of({entry_of("stage", word_of(move.at.stage)),
              entry_of("round", Value::of(std::to_string(move.at.round))),
              entry_of("actor", word_of(scenario.actors[move.actor].id)), deed(move, scenario)});
  return "  - " + to_string(map) + '\n';
}

}  // namespace
}  // namespace detail

std::string to_yaml(const Overlay& overlay, const Scenario& scenario) {
  std::string text = "schema: detente/overlay/1\n";
  if (!overlay.scenario.empty()) {
    text += "scenario: " + to_string(detail::word_of(overlay.scenario)) + '\n';
  }
  if (!overlay.edits.empty()) text += "edits:\n";
  for (const auto& block : detail::blocks_of(overlay.edits)) text += detail::show(block);
  if (!overlay.moves.empty()) text += "moves:\n";
  for (const Move& move : overlay.moves) text += detail::show(move, scenario);
  return text;
}

}  // namespace detente
