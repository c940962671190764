#include "detente/scenario/walk.hpp"

#include <algorithm>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/scenario/ids.hpp"
#include "detente/scenario/key_list.hpp"
#include "detente/scenario/stride.hpp"

namespace detente::detail {

template <typename Record, typename... Context>
void Way::enter(Record& record, const Context&... context) {
  const auto keys = [&] {
    KeyList list(scenario_);
    describe(list, record, context...);
    return list;
  };
  if (at_end()) return stop_short(keys().keys());
  Stride stride(*this);
  describe(stride, record, context...);
  if (stride.arrived()) return;
  const KeyList list = keys();
  if (list.are_names() && list_here(list.keys())) return;
  unknown(list.kind(), list.keys());
}

Way::Way(Scenario& scenario, Path path, Faults& faults)
    : scenario_(scenario), path_(path), reader_(scenario, faults) {
  tokens_.reserve(8);
  std::size_t start = 0;
  while (start <= path.text.size()) {
    const std::size_t end = std::min(path.text.find('.', start), path.text.size());
    tokens_.push_back(path.text.substr(start, end - start));
    start = end + 1;
  }
}

void Way::put(const Value& value) {
  value_ = &value;
  enter(scenario_);
}

bool Way::check(bool existing) {
  existing_ = existing;
  enter(scenario_);
  return !failed_;
}

std::vector<std::string> Way::ids_at_star(bool after_another) {
  std::vector<std::string> ids;
  ids_ = &ids;
  existing_ = after_another;
  enter(scenario_);
  return ids;
}

std::string_view Way::prefix(std::size_t count) const {
  if (count == 0) return {};
  const std::string_view last = tokens_[count - 1];
  return path_.text.substr(0,
                           static_cast<std::size_t>(last.data() - path_.text.data()) + last.size());
}

void Way::fail(Code code, std::size_t token, std::string message, std::string hint) {
  failed_ = true;
  Mark mark = path_.mark;
  token = std::min(token, tokens_.size() - 1);
  // point at the token that is wrong
  if (mark.line > 0) mark.column += count_letters(prefix(token)) + (token > 0 ? 1 : 0);
  reader_.faults().error(code, mark, {std::string(prefix(token)), std::string(tokens_[token])},
                         std::move(message), std::move(hint));
}

void Way::unknown(const char* kind, const std::vector<std::string>& known) {
  const std::string word(token());
  if (is_echo(scenario_, kind, word, known)) {
    failed_ = true;
    return;
  }
  std::string hint = suggest(reader_.faults(), word, known);
  if (known.empty()) hint = "there is none";
  fail(Code::wrong_path, depth_, std::string("unknown ") + kind + " '" + word + '\'',
       std::move(hint));
}

void Way::stop_short(const std::vector<std::string>& next) {
  std::string hint;
  if (!next.empty()) hint = "go on, as in " + std::string(path_.text) + '.' + next.front();
  fail(Code::wrong_path, depth_ - 1, "the path '" + std::string(path_.text) + "' stops short",
       std::move(hint));
}

bool Way::list_here(const std::vector<std::string>& ids) {
  if (ids_ == nullptr || token() != "*") return false;
  *ids_ = ids;
  return true;
}

std::string Way::take_part(const std::vector<std::string>& ids) {
  if (list_here(ids)) return {};
  if (ids.empty()) {
    fail(Code::wrong_path, depth_, "there is nothing to change yet", "set the whole field");
    return {};
  }
  std::string id(token());
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
    unknown("id", ids);
    return {};
  }
  ++depth_;
  if (at_end()) return id;
  fail(Code::wrong_path, depth_, "nothing lies below this field");
  return {};
}

int Way::find_actor() {
  if (at_end()) {
    stop_short(Reader::ids_of(scenario_.actors));
    return -1;
  }
  return find_id(scenario_.actors, "actor");
}

int Way::find_tie(int from, int to) const {
  const auto joins = [&](const Tie& tie) {
    if (tie.from == from && tie.to == to) return true;
    return tie.symmetric && tie.from == to && tie.to == from;
  };
  const auto& ties = scenario_.ties;
  const auto found = std::find_if(ties.begin(), ties.end(), joins);
  return found == ties.end() ? -1 : static_cast<int>(found - ties.begin());
}

std::vector<std::string> Way::partners(int actor) const {
  std::vector<bool> is_partner(scenario_.actors.size());
  for (const Tie& tie : scenario_.ties) {
    if (tie.from == actor) is_partner[tie.to] = true;
    // behind another `*` each tie counts once, in the order in which it is kept
    if (tie.to == actor && tie.symmetric && !existing_) is_partner[tie.from] = true;
  }
  std::vector<std::string> ids;
  for (std::size_t other = 0; other < is_partner.size(); ++other) {
    if (is_partner[other]) ids.push_back(scenario_.actors[other].id);
  }
  return ids;
}

void Way::tie(std::vector<Tie>& ties) {
  const int from = find_actor();
  if (from < 0) return;
  ++depth_;
  if (!at_end() && list_here(partners(from))) return;
  const int to = find_actor();
  if (to < 0) return;
  if (from == to) return fail(Code::wrong_path, depth_, "an actor has no tie to itself");
  ++depth_;
  if (at_end()) return stop_short({"strength"});
  if (token() != "strength") return unknown("field", {"strength"});
  int index = find_tie(from, to);
  if (index < 0 && existing_) return fail(Code::wrong_path, depth_ - 1, "there is no such tie");
  if (value_ == nullptr) return;
  if (index < 0) {
    // a tie the other way keeps its own strength, so only a free pair becomes symmetric
    const bool symmetric = find_tie(to, from) < 0;
    index = static_cast<int>(ties.size());
    ties.push_back({.from = from, .to = to, .symmetric = symmetric});
  }
  reader_.at(prefix(depth_), token());
  kTieStrength.read(reader_, *value_, ties[index].strength);
}

bool Stride::arrive(Key key) {
  if (arrived_ || key.name != way_.token()) return false;
  arrived_ = true;
  ++way_.depth_;
  return true;
}

void Stride::refuse(Key key, Code code, const std::string& why) {
  if (arrive(key)) way_.fail(code, way_.depth_ - 1, why);
}

void Stride::schema(const char* /*name*/) {
  refuse("schema", Code::wrong_path, kNoEdit);
}

void Stride::ties(Key key, std::vector<Tie>& ties) {
  if (arrive(key)) way_.tie(ties);
}

void Stride::barred(Key key, const char* why) {
  refuse(key, Code::conflicting_keys, std::string("this field cannot be given ") + why);
}

void Stride::unused(Key key) {
  refuse(key, Code::not_available, "this is not used yet");
}

void Stride::without_effect(Key key, const char* why) {
  refuse(key, Code::no_effect, std::string("this field has no effect ") + why);
}

namespace {

bool has_star(std::string_view path) {
  return path.find('*') != std::string_view::npos;
}

/// The path with its first `*` replaced.
std::string with_id(std::string_view path, const std::string& id) {
  std::string filled(path);
  return filled.replace(path.find('*'), 1, id);
}

/// Adds the paths that a path with `*` stands for; what does not fit one id is no fault of all.
void expand_star(Scenario& scenario, Path path, bool after_another, std::vector<std::string>& paths,
                 Faults& faults) {
  for (const std::string& id : Way(scenario, path, faults).ids_at_star(after_another)) {
    const std::string filled = with_id(path.text, id);
    const Path next{filled, path.mark};
    if (has_star(filled)) {
      expand_star(scenario, next, true, paths, faults);
    } else if (Way(scenario, next, faults).check(true)) {
      paths.push_back(filled);
    }
  }
}

}  // namespace

std::vector<std::string> expand(Scenario& scenario, Path path, Faults& faults) {
  if (!has_star(path.text)) {
    if (!Way(scenario, path, faults).check(false)) return {};
    return {std::string(path.text)};
  }
  std::vector<std::string> paths;
  Faults tried;
  expand_star(scenario, path, false, paths, tried);
  if (!paths.empty()) return paths;
  const Diagnostics all = tried.list_without_places({});
  faults.error(Code::wrong_path, path.mark, {all.empty() ? std::string{} : all.front().path, {}},
               all.empty() ? "nothing fits '" + std::string(path.text) + '\'' : all.front().message,
               all.empty() ? std::string{} : all.front().hint);
  return {};
}

void set(Scenario& scenario, Path path, const Value& value, Faults& faults) {
  if (!has_star(path.text)) return Way(scenario, path, faults).put(value);
  for (const std::string& each : expand(scenario, path, faults)) {
    Way(scenario, {each, path.mark}, faults).put(value);
  }
}

}  // namespace detente::detail
