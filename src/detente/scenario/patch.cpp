#include "detente/scenario/patch.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/scenario/compose.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/layout.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/patch_parts.hpp"
#include "detente/scenario/same.hpp"
#include "detente/scenario/text_file.hpp"
#include "detente/scenario/walk.hpp"
#include "detente/scenario/yaml.hpp"

namespace detente {
namespace detail {
namespace {

/// Options in the form `{count: 101, prefix: v}` are not written out beyond this.
constexpr std::size_t kMostWrittenOut = 40;

/// Changes one text step by step; the scenario goes along.
class Patcher {
 public:
  Patcher(std::string bytes, Scenario scenario)
      : file_(std::move(bytes)), scenario_(std::move(scenario)) {}

  /// The text with everything written.
  std::string bytes() {
    flush();
    return file_.bytes();
  }

  /// Writes one edit at every place that its path stands for; may throw Unclear.
  void write(const Edit& edit) {
    Faults faults;
    for (const std::string& path : expand(scenario_, {edit.path, {}}, faults)) {
      detail::set(scenario_, {path, {}}, edit.value, faults);
      const Tokens tokens = split(path, '.');
      put(tokens, edit.value);
      if (is_tactic(tokens, 3) && tokens.back() == "kind") follow_kind(tokens);
    }
  }

 private:
  static bool is_tactic(const Tokens& tokens, std::size_t depth) {
    return tokens.size() > depth && depth == 3 && tokens[0] == "actors" && tokens[2] == "tactic";
  }
  static bool is_acceptance(const Tokens& tokens, std::size_t depth) {
    return depth == 4 && is_tactic(tokens, 3) && tokens[3] == "accept" && tokens.size() > 4;
  }
  static bool is_walk_away(const Tokens& tokens, std::size_t depth) {
    return tokens.size() > depth && depth == 3 && tokens[0] == "actors" && tokens[2] == "walk_away";
  }
  static bool in_position(const Tokens& tokens, std::size_t depth) {
    return tokens.size() > depth && depth >= 4 && tokens[0] == "actors" && tokens[2] == "positions";
  }

  /// The text as it stands, read when it has changed.
  const Value& root() {
    if (root_) return *root_;
    Faults faults;
    root_ = parse_yaml({{}, file_.text()}, faults).root;
    if (faults.any_errors()) throw Unclear{};
    return *root_;
  }

  /// Writes what waits, from behind, so that the places before stay.
  void flush() {
    if (!waiting_.empty()) root_.reset();
    while (!waiting_.empty()) {
      const auto last = std::prev(waiting_.end());
      file_.splice(last->first, last->second.first, last->second.second);
      waiting_.erase(last);
    }
  }

  /// The single word or number at the end of a path, if one is written there.
  const Value* find_scalar(const Tokens& tokens) {
    const Value* here = &root();
    for (std::size_t depth = 0; depth < tokens.size() && here != nullptr; ++depth) {
      if (!here->is_list()) {
        here = here->find(tokens[depth]);
      } else if (depth != 1) {
        here = nullptr;
      } else if (tokens.front() == "ties") {
        here = find_tie(*here, tokens[depth], tokens[depth + 1]);
        ++depth;
      } else {
        here = find_item(*here, tokens[depth]);
      }
    }
    return here != nullptr && here->is_scalar() ? here : nullptr;
  }

  void put(const Tokens& tokens, const Value& value) {
    // a number in place of a number changes nothing else, so many of them can wait
    const Value* const scalar = value.is_scalar() ? find_scalar(tokens) : nullptr;
    if (scalar != nullptr) return overwrite(*scalar, value);
    flush();
    put_part(root(), tokens, value);
    flush();
    root_.reset();
  }

  void put_part(const Value& root, const Tokens& tokens, const Value& value) {
    if (tokens.front() == "ties") return put_tie(root, tokens, value);
    if (tokens.front() == "stages" && put_first_stage(root, tokens, value)) return;
    const Value* here = &root;
    const Entry* holder = nullptr;
    for (std::size_t depth = 0; depth < tokens.size(); ++depth) {
      if (here->is_list() && tokens.front() == "stages" && depth == 1) {
        here = find_item(*here, tokens[depth]);
        if (here == nullptr) throw Unclear{};
        continue;
      }
      if (here->is_list() && in_position(tokens, depth) && tokens[4] == "values") {
        return put_score(tokens, *here, value);
      }
      if (put_long_form(tokens, depth, holder, *here, value)) return;
      const Entry* next = find_entry(*here, tokens[depth]);
      if (next == nullptr) return add(*here, holder, tokens, depth, value);
      holder = next;
      here = &next->value;
    }
    if (holder == nullptr) throw Unclear{};
    replace(*holder, value);
  }

  /// Writes what stands in a short form out in full, if it does.
  bool put_long_form(const Tokens& tokens, std::size_t depth, const Entry* holder,
                     const Value& here, const Value& value) {
    if (is_tactic(tokens, depth) && here.is_scalar()) {
      return put_word(*holder, "kind", tokens, depth, value);
    }
    if (is_acceptance(tokens, depth) && here.is_scalar()) {
      return put_word(*holder, "rule", tokens, depth, value);
    }
    if (is_walk_away(tokens, depth) && here.is_scalar()) {
      replace(*holder, nested(tokens, depth, value));
      return true;
    }
    const bool is_options = depth == 3 && tokens[0] == "issues" && tokens[2] == "options";
    const Value* count = is_options ? here.find("count") : nullptr;
    if (!is_options || !(here.is_list() || (count != nullptr && count->is_scalar()))) return false;
    replace(*holder, options_in_full(tokens, value));
    return true;
  }

  /// Writes `{WORD: what stood there, KEY: VALUE}`, or another word.
  bool put_word(const Entry& holder, const char* word, const Tokens& tokens, std::size_t depth,
                const Value& value) {
    if (tokens[depth] == word) {
      replace(holder, value);
    } else {
      Value full = nested(tokens, depth, value);
      full.entries.insert(full.entries.begin(), entry_of(word, holder.value));
      replace(holder, full);
    }
    return true;
  }

  /// The options of an issue, with one of their fields set.
  Value options_in_full(const Tokens& tokens, const Value& value) const {
    const Issue& issue = scenario_.issues[index_of(scenario_.issues, tokens[1])];
    if (issue.options.size() > kMostWrittenOut) throw Unclear{};
    Value options = map_of({});
    for (const Option& option : issue.options) {
      Value fields = map_of({entry_of("at", Value::of(option.at))});
      if (option.id == tokens[3] && tokens.back() == "at") fields.entries.back().value = value;
      if (option.id == tokens[3] && tokens.back() == "title") {
        fields.entries.insert(fields.entries.begin(), entry_of("title", value));
      }
      options.entries.push_back(entry_of(option.id, std::move(fields)));
    }
    return options;
  }

  void put_score(const Tokens& tokens, const Value& list, const Value& value) {
    const Issue& issue = scenario_.issues[index_of(scenario_.issues, tokens[3])];
    const int option = index_of(issue.options, tokens.back());
    if (option < 0 || option >= static_cast<int>(list.items.size())) throw Unclear{};
    overwrite(list.items[option], value);
  }

  /// Writes down the stage that a file without stages has; returns whether it was not there.
  bool put_first_stage(const Value& root, const Tokens& tokens, const Value& value) {
    const Entry* stages = find_entry(root, "stages");
    if (stages != nullptr && !stages->value.items.empty()) return false;
    Value stage = nested(tokens, 2, value);
    stage.entries.insert(stage.entries.begin(), entry_of("id", word_of(tokens[1])));
    Value list = list_of({std::move(stage)});
    if (stages != nullptr) {
      replace(*stages, list);
    } else {
      insert(root, map_of({entry_of("stages", std::move(list))}));
    }
    return true;
  }

  void put_tie(const Value& root, const Tokens& tokens, const Value& value) {
    const Entry* ties = find_entry(root, "ties");
    const Value* const found =
        ties == nullptr ? nullptr : find_tie(ties->value, tokens[1], tokens[2]);
    if (found != nullptr) return overwrite(*found->find("strength"), value);
    Value tie = new_tie(tokens[1], tokens[2], value);
    if (ties == nullptr) {
      insert(root, map_of({entry_of("ties", list_of({std::move(tie)}))}));
    } else if (ties->value.items.empty()) {
      replace(*ties, list_of({std::move(tie)}));
    } else {
      append(ties->value, tie);
    }
  }

  Value new_tie(const std::string& from, const std::string& to, const Value& strength) const {
    const int actor = index_of(scenario_.actors, from);
    const int other = index_of(scenario_.actors, to);
    const auto is_meant = [&](const Tie& tie) { return tie.from == actor && tie.to == other; };
    const auto& ties = scenario_.ties;
    const auto found = std::find_if(ties.begin(), ties.end(), is_meant);
    if (found == ties.end()) throw Unclear{};
    const Value ends = words_of({from, to});
    if (found->symmetric) {
      return map_of({entry_of("between", ends), entry_of("strength", strength)});
    }
    return map_of({entry_of("from", ends.items.front()), entry_of("to", ends.items.back()),
                   entry_of("strength", strength)});
  }

  /// A kind of tactic brings its own numbers: those that the file gives follow it.
  void follow_kind(const Tokens& tokens) {
    const Tactic tactic = scenario_.actors[index_of(scenario_.actors, tokens[1])].tactic;
    flush();
    const Value written = *root().find("actors")->find(tokens[1])->find("tactic");
    const auto follow = [&](const char* key, const Value& number) {
      if (written.find(key) == nullptr) return;
      put({tokens[0], tokens[1], tokens[2], key}, number);
    };
    if (tactic.kind == Tactic::Kind::time) {
      follow("e", Value::of(tactic.e));
      follow("start", Value::of(tactic.start));
      follow("margin", Value::of(tactic.margin));
    } else if (tactic.kind == Tactic::Kind::tit_for_tat) {
      follow("lag", Value::of(tactic.lag));
      follow("window", Value::of(tactic.window));
      follow("kindness", Value::of(tactic.kindness));
    }
  }

  /// Adds what the path names to the deepest map that is there.
  void add(const Value& map, const Entry* holder, const Tokens& tokens, std::size_t depth,
           const Value& value) {
    const Value fresh = nested(tokens, depth, value);
    if (in_position(tokens, depth) && depth == 4) {
      const char* other = tokens[4] == "ideal" ? "values" : "ideal";
      const bool is_view = tokens[4] == "ideal" || tokens[4] == "values";
      const Entry* view = is_view ? find_entry(map, other) : nullptr;
      // one takes the place of the other
      if (view != nullptr) return exchange(*view, fresh);
    }
    if (map.is_map()) return insert(map, fresh);
    if (!is_nothing(map) || holder == nullptr) throw Unclear{};
    replace(*holder, fresh);
  }

  void exchange(const Entry& old, const Value& fresh) {
    const Layout layout(file_.text());
    file_.splice(layout.place_of(old.mark), layout.end_of(old), without_brackets(fresh));
  }

  /// Adds a key to a map, behind its last one.
  void insert(const Value& map, const Value& fresh) {
    const Layout layout(file_.text());
    if (map.entries.empty()) {
      const std::size_t place = layout.place_of(map.mark) + 1;
      return file_.splice(place, place, without_brackets(fresh));
    }
    add_behind(map, layout.end_of(map.entries.back()), without_brackets(fresh));
  }

  void append(const Value& list, const Value& fresh) {
    const Layout layout(file_.text());
    const std::string lead = layout.in_lines(list) ? "- " : "";
    add_behind(list, layout.end_of(list.items.back()), lead + to_string(fresh));
  }

  void add_behind(const Value& container, std::size_t end, const std::string& text) {
    const Layout layout(file_.text());
    if (!layout.in_lines(container)) return file_.splice(end, end, ", " + text);
    const std::string indent(static_cast<std::size_t>(container.mark.column - 1), ' ');
    const std::size_t place = layout.line_end(end);
    file_.splice(place, place, '\n' + indent + text);
  }

  void replace(const Entry& holder, const Value& fresh) {
    const Layout layout(file_.text());
    const Value& old = holder.value;
    if (is_nothing(old)) {
      const std::size_t place = layout.behind_colon(holder);
      return file_.splice(place, place, ' ' + to_string(fresh));
    }
    if (!layout.in_lines(old)) return overwrite(old, fresh);
    // onto the line of the key, before a comment that stands there
    const std::size_t colon = layout.behind_colon(holder);
    file_.splice(layout.line_end(colon), layout.end_of(old), {});
    file_.splice(colon, colon, ' ' + to_string(fresh));
  }

  void overwrite(const Value& old, const Value& fresh) {
    const Layout layout(file_.text());
    const std::size_t place = layout.place_of(old.mark);
    if (says_the_same(old, fresh)) {
      waiting_.erase(place);
      return;
    }
    const char first = layout.first_letter(old);
    const bool in_quotes = old.quoted && (first == '"' || first == '\'');
    const bool is_text = fresh.is_scalar() && (fresh.quoted || !parse_number(fresh.scalar));
    waiting_[place] = {layout.end_of(old),
                       in_quotes && is_text ? in_quotes_like(first, fresh) : to_string(fresh)};
  }

  TextFile file_;
  Scenario scenario_;
  std::optional<Value> root_{};
  /// What waits to be written over single words, by where these begin: their ends, and the new.
  std::map<std::size_t, std::pair<std::size_t, std::string>> waiting_{};
};

Diagnostic refusal(const std::string& name, const Edit& edit) {
  return {.code = Code::not_available,
          .where = {.file = name},
          .path = edit.path,
          .message = "this change cannot be written into the text in place",
          .hint = "save an overlay instead"};
}

/// The text with all edits written, or with which one it stopped.
Result<std::string> written(const std::string& yaml, const std::string& name,
                            const Scenario& scenario, const std::vector<Edit>& edits) {
  Patcher patcher(yaml, scenario);
  for (const Edit& edit : edits) {
    try {
      patcher.write(edit);
    } catch (const Unclear&) {
      return Diagnostics{refusal(name, edit)};
    }
  }
  return patcher.bytes();
}

}  // namespace
}  // namespace detail

Result<std::string> patch(const std::string& yaml, const std::string& name,
                          const std::vector<Edit>& edits) {
  const auto loaded = parse_scenario(yaml, name);
  if (!loaded) return loaded.error();
  for (const Edit& edit : edits) {
    if (!edit.at) continue;
    Diagnostic late = detail::refusal(name, edit);
    late.message = "a change at a round cannot be written into the text";
    return Diagnostics{late};
  }
  const auto wanted = detente::apply(loaded->scenario, edits);
  if (!wanted) return wanted.error();
  auto text = detail::written(yaml, name, loaded->scenario, edits);
  if (!text) return text;
  const auto reread = parse_scenario(*text, name);
  if (!reread) return reread.error();
  if (same(reread->scenario, *wanted)) return text;
  Diagnostics refused;
  for (const Edit& edit : edits) refused.push_back(detail::refusal(name, edit));
  return refused;
}

}  // namespace detente
