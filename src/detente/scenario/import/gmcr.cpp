#include "detente/scenario/import/gmcr.hpp"

#include <algorithm>

#include "detente/scenario/compose.hpp"
#include "detente/scenario/import/gmcr_file.hpp"
#include "detente/scenario/slug.hpp"

namespace detente::detail {
namespace {

/// Writes the scenario.
class Writing {
 public:
  Writing(const GmcrFile& file, const std::string& name, const std::string& title)
      : file_(file), name_(name), title_(title) {
    sort_options();
  }

  std::string write() {
    text_ = "# Converted from:\n#   " + on_one_line(name_) + '\n';
    text_ +=
        "# Options stand by owner, in the order of the decision makers; codes refer to that.\n";
    text_ += "# The source names no status quo: it is the first state that can be.\n";
    text_ += "schema: detente/scenario/1\n";
    text_ += "id: " + Slugs(Language::en, "conflict").make(title_) + '\n';
    text_ += "title: " + quoted(title_) + "\nmodel: conflict\n\nactors:\n";
    for (std::size_t maker = 0; maker < file_.makers.size(); ++maker) {
      text_ += "  " + actors_[maker] + ": {title: " + quoted(file_.makers[maker].name) + "}\n";
    }
    text_ += "\nconflict:\n  options:\n";
    for (std::size_t maker = 0; maker < file_.makers.size(); ++maker) write_options(maker);
    write_infeasible();
    write_irreversible();
    text_ += "  preferences:\n";
    for (std::size_t maker = 0; maker < file_.makers.size(); ++maker) write_preference(maker);
    return std::move(text_);
  }

 private:
  /// Each owner's options together; those of one owner stay in their order.
  void sort_options() {
    Slugs makers(Language::en, "actor");
    for (const GmcrMaker& maker : file_.makers) actors_.push_back(makers.make(maker.name));
    Slugs options(Language::en, "option");
    ids_.resize(file_.options.size());
    places_.resize(file_.options.size());
    for (std::size_t maker = 0; maker < file_.makers.size(); ++maker) {
      for (std::size_t option = 0; option < file_.options.size(); ++option) {
        if (file_.options[option].owner != static_cast<int>(maker)) continue;
        places_[option] = order_.size();
        order_.push_back(option);
        ids_[option] = options.make(file_.options[option].name);
      }
    }
  }

  bool owns(std::size_t maker) const {
    return std::any_of(file_.options.begin(), file_.options.end(), [&](const GmcrOption& option) {
      return option.owner == static_cast<int>(maker);
    });
  }

  void write_options(std::size_t maker) {
    if (!owns(maker)) return;
    text_ += "    " + actors_[maker] + ":\n";
    for (const std::size_t option : order_) {
      if (file_.options[option].owner != static_cast<int>(maker)) continue;
      text_ +=
          "      " + key(ids_[option]) + ": {title: " + quoted(file_.options[option].name) + "}\n";
    }
  }

  void write_infeasible() {
    if (file_.infeasible.empty()) return;
    text_ += "  infeasible:\n";
    for (const GmcrChoices& choices : file_.infeasible) {
      std::vector<Entry> entries;
      for (const std::size_t option : order_) {
        if ((choices.mask >> option & 1U) == 0) continue;
        const bool taken = (choices.value >> option & 1U) != 0;
        entries.push_back(entry_of(ids_[option], Value::of(taken ? "yes" : "no")));
      }
      text_ += "    - " + to_string(map_of(std::move(entries))) + '\n';
    }
  }

  void write_irreversible() {
    std::vector<Entry> entries;
    for (const std::size_t option : order_) {
      const Reversal reversal = file_.options[option].reversal;
      if (reversal == Reversal::both) continue;
      entries.push_back(
          entry_of(ids_[option], Value::of(reversal == Reversal::to_yes ? "to_yes" : "to_no")));
    }
    if (entries.empty()) return;
    text_ += "  irreversible: " + to_string(map_of(std::move(entries))) + '\n';
  }

  void write_preference(std::size_t maker) {
    const GmcrMaker& own = file_.makers[maker];
    text_ += "    " + actors_[maker] + ": {";
    if (!own.ranking.empty()) {
      text_ += "ranking: " + ranking_of(own);
    } else {
      text_ += "statements: [";
      bool first = true;
      for (const GmcrStatement& statement : own.statements) {
        text_ += (first ? "" : ", ") + quoted(words_for(statement));
        first = false;
      }
      // a statement that is true everywhere leaves all states alike
      if (first) text_ += quoted(ids_.front() + " iff " + ids_.front());
      text_ += ']';
    }
    text_ += "}\n";
  }

  std::string ranking_of(const GmcrMaker& maker) const {
    std::string text = "[";
    for (const auto& group : maker.ranking) {
      if (text.size() > 1) text += ", ";
      if (group.size() > 1) text += '[';
      for (std::size_t place = 0; place < group.size(); ++place) {
        if (place > 0) text += ", ";
        text += std::to_string(code_of(group[place]));
      }
      if (group.size() > 1) text += ']';
    }
    return text + ']';
  }

  /// The code in the new order of the options.
  std::uint32_t code_of(std::uint32_t old) const {
    std::uint32_t code = 0;
    for (std::size_t option = 0; option < places_.size(); ++option) {
      code |= (old >> option & 1U) << places_[option];
    }
    return code;
  }

  std::string words_for(const GmcrStatement& statement) const {
    std::string text;
    for (const GmcrChoices& choices : statement) {
      if (!text.empty()) text += " | ";
      std::string part;
      for (const std::size_t option : order_) {
        if ((choices.mask >> option & 1U) == 0) continue;
        if (!part.empty()) part += " & ";
        if ((choices.value >> option & 1U) == 0) part += '!';
        part += ids_[option];
      }
      text += part;
    }
    return text;
  }

  static std::string key(const std::string& id) { return to_string(word_of(id)); }
  static std::string quoted(const std::string& words) { return to_string(text_of(words)); }

  static std::string on_one_line(std::string name) {
    std::replace(name.begin(), name.end(), '\n', ' ');
    return name;
  }

  const GmcrFile& file_;
  const std::string& name_;
  const std::string& title_;
  std::vector<std::string> actors_{};
  std::vector<std::string> ids_{};     ///< [option of the file]
  std::vector<std::size_t> places_{};  ///< [option of the file]: its new place.
  std::vector<std::size_t> order_{};   ///< Options of the file by new place.
  std::string text_{};
};

}  // namespace

bool is_gmcr(const Value& root) {
  return root.is_map() && root.find("decisionMakers") != nullptr;
}

std::optional<std::string> scenario_of_gmcr(const SourceText& source, const Value& root,
                                            const std::string& title, Faults& faults) {
  const auto file = read_gmcr(root, faults);
  if (!file) return {};
  return Writing(*file, source.name, title).write();
}

}  // namespace detente::detail
