#include "detente/scenario/import/gmcr_file.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include "detente/core/text.hpp"
#include "detente/scenario/feasible.hpp"
#include "detente/scenario/import/imported.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t kMostMakers = 200;
constexpr std::size_t kMostRanked = 200'000;  // states; a file cannot hold more

bool is_true(const Value* value) {
  return value != nullptr && !value->quoted && value->scalar == "true";
}

std::string item_of(const std::string& list, std::size_t place) {
  return list + '[' + std::to_string(place) + ']';
}

class Reading {
 public:
  explicit Reading(Faults& faults) : faults_(faults) {}

  std::optional<GmcrFile> read(const Value& root) {
    read_options(list_in(root, "options"));
    read_infeasible(root);
    if (faults_.any_errors()) return {};
    manual_ = is_true(root.find("useManualPreferenceRanking")) ||
              is_true(root.find("useManualPreferenceVectors"));
    read_makers(list_in(root, "decisionMakers"));
    check_owners(root);
    note_coalitions(root.find("coalitions"));
    if (faults_.any_errors()) return {};
    return std::move(file_);
  }

 private:
  void fail(Code code, Mark mark, const std::string& path, std::string message) {
    fault_at(faults_, code, mark, path, std::move(message));
  }
  void warn(Mark mark, const std::string& path, std::string message) {
    faults_.remark(Severity::warning, Code::no_effect, mark, {path, {}}, std::move(message));
  }

  /// The list under a key; an empty one after a fault.
  const Value& list_in(const Value& map, const char* key) {
    const Value* const found = map.find(key);
    if (found == nullptr) {
      fail(Code::missing_key, map.mark, {}, std::string("the key '") + key + "' is missing");
    } else if (!found->is_list()) {
      fail(Code::wrong_kind, found->mark, key, std::string("'") + key + "' must be a list");
    } else {
      return *found;
    }
    return nothing_;
  }

  std::string name_of(const Value& item, const std::string& path) {
    const Value* const name = item.find("name");
    if (name != nullptr && name->is_scalar() && name->quoted) return name->scalar;
    fail(Code::missing_key, item.mark, path, "the key 'name' is missing");
    return {};
  }

  void read_options(const Value& list) {
    if (list.items.size() > static_cast<std::size_t>(kMaxConflictOptions)) {
      return fail(Code::too_many, list.mark, "options",
                  "options must not be more than " + std::to_string(kMaxConflictOptions) +
                      ", are " + std::to_string(list.items.size()));
    }
    for (std::size_t place = 0; place < list.items.size(); ++place) {
      const Value& item = list.items[place];
      const std::string path = item_of("options", place);
      GmcrOption option{.name = name_of(item, path)};
      if (const Value* way = item.find("permittedDirection")) {
        option.reversal = reversal_of(*way, path);
      }
      file_.options.push_back(std::move(option));
    }
    if (list.is_list() && list.items.empty()) {
      fail(Code::too_few, list.mark, "options", "there is no option");
    }
  }

  Reversal reversal_of(const Value& way, const std::string& path) {
    if (way.scalar == "fwd") return Reversal::to_yes;
    if (way.scalar == "back") return Reversal::to_no;
    if (way.scalar != "both") {
      fail(Code::unknown_word, way.mark, path,
           "'permittedDirection' must be both, fwd or back, is '" + way.scalar + '\'');
    }
    return Reversal::both;
  }

  /// The place of an option of the file.
  std::optional<std::size_t> option_at(const Value& value, const std::string& path) {
    const auto number = value.quoted ? std::nullopt : parse_number(value.scalar);
    const auto count = static_cast<double>(file_.options.size());
    if (number && *number >= 0.0 && *number < count && *number == std::floor(*number)) {
      return static_cast<std::size_t>(*number);
    }
    fail(Code::unknown_id, value.mark, path,
         "there is no option number '" + value.scalar + "'; they count from 0");
    return {};
  }

  /// `[[0, "Y"], [3, "N"]]`
  std::optional<GmcrChoices> choices_of(const Value& list, const std::string& path) {
    GmcrChoices choices;
    if (!list.is_list()) {
      fail(Code::wrong_kind, list.mark, path, "here a list of pairs [OPTION, \"Y\"] stands");
      return {};
    }
    for (const Value& pair : list.items) {
      const bool sound = pair.is_list() && pair.items.size() == 2 &&
                         (pair.items[1].scalar == "Y" || pair.items[1].scalar == "N");
      if (!sound) {
        fail(Code::wrong_kind, pair.mark, path,
             R"(a choice must be [OPTION, "Y"] or [OPTION, "N"])");
        return {};
      }
      const auto option = option_at(pair.items[0], path);
      if (!option) return {};
      const std::uint32_t bit = std::uint32_t{1} << *option;
      const std::uint32_t taken = pair.items[1].scalar == "Y" ? bit : 0;
      if ((choices.mask & bit) != 0 && (choices.value & bit) != taken) {
        fail(Code::conflicting_keys, pair.mark, path, "an option is taken and not taken at once");
        return {};
      }
      choices.mask |= bit;
      choices.value |= taken;
    }
    return choices;
  }

  void read_infeasible(const Value& root) {
    const Value* const list = root.find("infeasibles");
    if (list == nullptr) return;
    for (std::size_t place = 0; place < list->items.size(); ++place) {
      const auto choices = choices_of(list->items[place], item_of("infeasibles", place));
      if (!choices) continue;
      const bool known = std::any_of(
          file_.infeasible.begin(), file_.infeasible.end(), [&](const GmcrChoices& one) {
            return one.mask == choices->mask && one.value == choices->value;
          });
      if (choices->mask != 0 && !known) file_.infeasible.push_back(*choices);
    }
  }

  /// States are numbered from 1 in the order of their codes. Done only where somebody ranks them;
  /// false after a fault.
  bool number_states(const Value& list, const std::string& path) {
    if (!states_.empty()) return true;
    ConflictSection section;
    section.options.resize(file_.options.size());
    section.infeasible = file_.infeasible;
    const auto words = feasible_codes(section);
    std::size_t count = 0;
    for (const std::uint64_t word : words) count += static_cast<std::size_t>(std::popcount(word));
    if (count == 0 || count > kMostRanked) {
      fail(count == 0 ? Code::too_few : Code::too_many, list.mark, path,
           std::to_string(count) + " states can be, which nobody can rank one by one");
      return false;
    }
    for (std::size_t word = 0; word < words.size(); ++word) {
      for (std::uint64_t rest = words[word]; rest != 0; rest &= rest - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
        states_.push_back(static_cast<std::uint32_t>(word * 64 + bit));
      }
    }
    return true;
  }

  void read_makers(const Value& list) {
    if (list.items.size() > kMostMakers) {
      return fail(Code::too_many, list.mark, "decisionMakers",
                  "decision makers must not be more than " + std::to_string(kMostMakers));
    }
    for (std::size_t place = 0; place < list.items.size(); ++place) {
      const Value& item = list.items[place];
      const std::string path = item_of("decisionMakers", place);
      GmcrMaker maker{.name = name_of(item, path), .mark = item.mark};
      take_options(item, static_cast<int>(place), path);
      read_preference(item, path, maker);
      const Value* const wrong = item.find("misperceptions");
      if (wrong != nullptr && !wrong->items.empty()) {
        warn(wrong->mark, path, "misperceptions are left out");
      }
      file_.makers.push_back(std::move(maker));
    }
    if (list.is_list() && list.items.empty()) {
      fail(Code::too_few, list.mark, "decisionMakers", "there is no decision maker");
    }
  }

  void take_options(const Value& item, int maker, const std::string& path) {
    for (const Value& number : list_in(item, "options").items) {
      const auto place = option_at(number, path);
      if (!place) continue;
      GmcrOption& option = file_.options[*place];
      if (option.owner >= 0) {
        fail(Code::taken_id, number.mark, path,
             "the option '" + option.name + "' has two owners; here an option has one");
      }
      option.owner = maker;
    }
  }

  void check_owners(const Value& root) {
    const Value& list = *root.find("options");
    for (std::size_t place = 0; place < file_.options.size(); ++place) {
      if (file_.options[place].owner >= 0) continue;
      fail(Code::missing_key, list.items[place].mark, item_of("options", place),
           "nobody owns the option '" + file_.options[place].name + '\'');
    }
  }

  /// What the program itself would go by.
  void read_preference(const Value& item, const std::string& path, GmcrMaker& maker) {
    const Value* ranking = item.find("preferenceRanking");
    if (ranking == nullptr) ranking = item.find("preferenceVector");
    const Value* const statements = item.find("preferences");
    const Value* const payoffs = item.find("payoffs");
    const auto has_items = [](const Value* list) {
      return list != nullptr && !list->items.empty();
    };
    if (has_items(ranking) && (manual_ || !has_items(statements))) {
      return read_ranking(*ranking, path + ".preferenceRanking", maker);
    }
    if (has_items(statements)) return read_statements(*statements, path + ".preferences", maker);
    if (has_items(payoffs)) return read_payoffs(*payoffs, path + ".payoffs", maker);
    warn(item.mark, path,
         '\'' + maker.name + "' says nothing of the states, so all are worth the same");
  }

  void read_ranking(const Value& list, const std::string& path, GmcrMaker& maker) {
    if (!number_states(list, path)) return;
    std::vector<bool> named(states_.size());
    for (const Value& item : list.items) {
      std::vector<std::uint32_t> group;
      if (item.is_list()) {
        for (const Value& one : item.items) rank(one, path, named, group);
      } else {
        rank(item, path, named, group);
      }
      if (!group.empty()) maker.ranking.push_back(std::move(group));
    }
    const auto missing = std::count(named.begin(), named.end(), false);
    if (missing == 0 || faults_.any_errors()) return;
    const auto first = std::find(named.begin(), named.end(), false) - named.begin() + 1;
    fail(Code::missing_key, list.mark, path,
         "the ranking lacks " + std::to_string(missing) + " of " + std::to_string(named.size()) +
             " states, the first of them number " + std::to_string(first));
  }

  void rank(const Value& item, const std::string& path, std::vector<bool>& named,
            std::vector<std::uint32_t>& group) {
    const auto number = item.quoted ? std::nullopt : parse_number(item.scalar);
    const auto count = static_cast<double>(named.size());
    if (!number || *number < 1.0 || *number > count || *number != std::floor(*number)) {
      return fail(Code::unknown_id, item.mark, path,
                  "there is no state number '" + item.scalar + "', only 1 to " +
                      std::to_string(named.size()));
    }
    const auto place = static_cast<std::size_t>(*number) - 1;
    if (named[place]) {
      return fail(Code::taken_id, item.mark, path, "state " + item.scalar + " is ranked twice");
    }
    named[place] = true;
    group.push_back(states_[place]);
  }

  /// One number a state, the larger the better.
  void read_payoffs(const Value& list, const std::string& path, GmcrMaker& maker) {
    if (!number_states(list, path)) return;
    if (list.items.size() != states_.size()) {
      return fail(Code::wrong_kind, list.mark, path,
                  "there must be " + std::to_string(states_.size()) + " payoffs, are " +
                      std::to_string(list.items.size()));
    }
    std::map<double, std::vector<std::uint32_t>> groups;
    for (std::size_t place = 0; place < list.items.size(); ++place) {
      const Value& item = list.items[place];
      const auto payoff = number_at(faults_, item.scalar, item.mark, path);
      if (payoff) groups[-*payoff].push_back(states_[place]);
    }
    for (auto& [payoff, group] : groups) maker.ranking.push_back(std::move(group));
  }

  /// `[[0, "Y"]]`, or several of these of which one must hold.
  GmcrStatement statement_of(const Value& item, const std::string& path) {
    GmcrStatement statement;
    const auto add = [&](const Value& list) {
      if (const auto choices = choices_of(list, path)) statement.push_back(*choices);
    };
    if (!item.is_map()) {
      add(item);
      return statement;
    }
    for (const Value& member : list_in(item, "members").items) add(member);
    return statement;
  }

  void read_statements(const Value& list, const std::string& path, GmcrMaker& maker) {
    for (std::size_t place = 0; place < list.items.size(); ++place) {
      GmcrStatement statement = statement_of(list.items[place], item_of(path, place));
      // what holds everywhere or nowhere tells no states apart
      const bool idle = std::any_of(statement.begin(), statement.end(),
                                    [](const GmcrChoices& one) { return one.mask == 0; });
      if (!statement.empty() && !idle) maker.statements.push_back(std::move(statement));
    }
  }

  void note_coalitions(const Value* list) {
    if (list == nullptr) return;
    const auto is_coalition = [](const Value& item) {
      return item.is_list() && item.items.size() > 1;
    };
    const auto found = std::find_if(list->items.begin(), list->items.end(), is_coalition);
    if (found == list->items.end()) return;
    warn(found->mark, "coalitions",
         "coalitions are left out: 'detente stability --coalitions' looks at all of them");
  }

  Faults& faults_;
  const Value nothing_{};
  GmcrFile file_{};
  std::vector<std::uint32_t> states_{};
  bool manual_ = false;
};

}  // namespace

std::optional<GmcrFile> read_gmcr(const Value& root, Faults& faults) {
  return Reading(faults).read(root);
}

}  // namespace detente::detail
