#include "detente/scenario/template.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "detente/core/text.hpp"
#include "detente/scenario/compose.hpp"
#include "detente/scenario/ids.hpp"
#include "detente/scenario/known_models.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/slug.hpp"
#include "detente/scenario/specs.hpp"
#include "detente/scenario/validate.hpp"

namespace detente {
namespace detail {
namespace {

/// What the comments of a new file say in one language.
struct Remarks {
  std::string_view head;
  std::string_view issues;
  std::string_view actors;
  std::string_view ties;
  std::string_view stages;
  std::string_view talks;  ///< Title of the only stage.
};

constexpr std::array<Remarks, kLanguages.size()> kRemarks{{
    {"# A new scenario. Every number is a starting value, to be changed; none is a forecast.\n",
     "# What is talked about. The options of an issue lie on an axis from 0 to 100.\n",
     "# Who talks. Power is relative. Below its walk-away (0 to 1) an actor prefers no deal. The\n"
     "# tactic says how fast it comes down: 1 steadily, above 1 firm until late, below 1 early.\n"
     "# On each issue it has an ideal place on the axis and a salience, how much the issue counts\n"
     "# for it (0 to 1).\n",
     "# Who talks with whom: from -1 to 1.\n",
     "# How it is played: for so many rounds, and everybody named as consenting must accept.\n",
     "Talks"},
    {"# Нов сценарий. Всяко число е начална стойност за промяна; никое не е прогноза.\n",
     "# За какво се говори. Възможностите по всеки въпрос лежат на ос от 0 до 100.\n",
     "# Кой говори. Силата е относителна. Под границата си на отказ (от 0 до 1) участникът\n"
     "# предпочита да няма сделка. Тактиката казва колко бързо отстъпва: 1 равномерно, над 1 "
     "твърдо\n"
     "# докрай, под 1 рано. По всеки въпрос има идеално място на оста и значимост: колко тежи за\n"
     "# него въпросът (от 0 до 1).\n",
     "# Кой с кого говори: от -1 до 1.\n",
     "# Как се играе: толкова кръга, и всеки, чието съгласие се иска, трябва да приеме.\n",
     "Разговори"},
    {"# Новий сценарій. Кожне число є початковим значенням для зміни; жодне не є прогнозом.\n",
     "# Про що говорять. Варіанти кожного питання лежать на осі від 0 до 100.\n",
     "# Хто говорить. Сила відносна. Нижче своєї межі відмови (від 0 до 1) учасник воліє не мати\n"
     "# угоди. Тактика каже, як швидко він поступається: 1 рівномірно, понад 1 твердо до кінця,\n"
     "# менше 1 рано. З кожного питання є ідеальне місце на осі та значущість: скільки воно для\n"
     "# нього важить (від 0 до 1).\n",
     "# Хто з ким говорить: від -1 до 1.\n",
     "# Як грають: стільки раундів, і кожен, чия згода потрібна, має погодитися.\n", "Переговори"},
}};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") + 1 - first);
}

/// Looks for what keeps a blueprint from being drawn.
class Inspection {
 public:
  explicit Inspection(const Blueprint& blueprint) : blueprint_(blueprint) {}

  Diagnostics find() {
    if (trimmed(blueprint_.title).empty()) add(Code::missing_key, "title", "the title is missing");
    check_titles("actors", blueprint_.actors, 1);
    if (blueprint_.actors.size() > kMaxParties) {
      add(Code::too_many, "actors", "there must not be more than " + std::to_string(kMaxParties));
    }
    std::vector<std::string> issues;
    for (const BlueprintIssue& issue : blueprint_.issues) issues.push_back(issue.title);
    check_titles("issues", issues, 1);
    double packages = 1.0;
    for (std::size_t issue = 0; issue < issues.size(); ++issue) {
      const auto& options = blueprint_.issues[issue].options;
      check_titles("issues[" + std::to_string(issue) + "].options", options, 2);
      packages *= static_cast<double>(options.size());
    }
    if (packages > kMaxPackages) add(Code::too_many, "issues", "there are too many packages");
    check_play();
    return std::move(found_);
  }

 private:
  void check_titles(const std::string& list, const std::vector<std::string>& titles,
                    std::size_t least) {
    if (titles.size() < least) {
      add(Code::too_few, list, "there must be at least " + std::to_string(least));
    }
    std::set<std::string> taken;
    for (std::size_t place = 0; place < titles.size(); ++place) {
      const std::string title = trimmed(titles[place]);
      const std::string path = list + '[' + std::to_string(place) + ']';
      if (title.empty()) {
        add(Code::missing_key, path, "the title is missing");
      } else if (!taken.insert(title).second) {
        add(Code::taken_id, path, "the title '" + title + "' is given twice");
      }
    }
  }

  void check_play() {
    if (blueprint_.rounds < kRound.low || blueprint_.rounds > kRound.high) {
      add(Code::out_of_range, "rounds",
          "rounds must lie in [1, " + std::to_string(kRound.high) + "], is " +
              std::to_string(blueprint_.rounds));
    }
    const auto models = known_models();
    const auto is_meant = [&](const ModelFacts& model) {
      return model.available && model.id == blueprint_.model;
    };
    if (std::any_of(models.begin(), models.end(), is_meant)) return;
    add(Code::unknown_model, "model", "there is no model '" + blueprint_.model + '\'');
  }

  void add(Code code, std::string path, std::string message) {
    found_.push_back({.code = code, .path = std::move(path), .message = std::move(message)});
  }

  const Blueprint& blueprint_;
  Diagnostics found_{};
};

/// Place number `order` of `count` evenly spread from 0 to 100, as a short number.
std::string spread(std::size_t order, std::size_t count) {
  if (count < 2) return "50";
  const double place = kAxis * static_cast<double>(order) / static_cast<double>(count - 1);
  // whole numbers while these keep apart
  const double grain = count <= 51 ? 1.0 : 100.0;
  return show_number(std::floor(place * grain + 0.5) / grain);
}

/// Writes the file.
class Draft {
 public:
  explicit Draft(const Blueprint& blueprint)
      : blueprint_(blueprint), remarks_(kRemarks.at(static_cast<std::size_t>(blueprint.language))) {
    Slugs ids(blueprint.language, "actor");
    for (const std::string& title : blueprint.actors) actors_.push_back(ids.make(title));
    Slugs issue_ids(blueprint.language, "issue");
    for (const auto& issue : blueprint.issues) issues_.push_back(issue_ids.make(issue.title));
  }

  std::string write() {
    add(remarks_.head);
    add("schema: detente/scenario/1\n");
    add("id: " + Slugs(blueprint_.language, "scenario").make(blueprint_.title) + '\n');
    add("title: " + title(blueprint_.title) + '\n');
    add("model: " + blueprint_.model + "\nseed: 1\n\n");
    write_issues();
    write_actors();
    write_ties();
    write_stages();
    return std::move(text_);
  }

 private:
  void add(std::string_view text) { text_ += text; }

  std::string title(const std::string& words) const {
    const std::string language(language_code(blueprint_.language));
    return to_string(map_of({entry_of(language, text_of(trimmed(words)))}));
  }

  void write_issues() {
    add(remarks_.issues);
    add("issues:\n");
    for (std::size_t issue = 0; issue < issues_.size(); ++issue) {
      add("  " + issues_[issue] + ":\n    title: " + title(blueprint_.issues[issue].title) + '\n');
      add("    options:\n");
      const auto& options = blueprint_.issues[issue].options;
      Slugs ids(blueprint_.language, "option");
      for (std::size_t option = 0; option < options.size(); ++option) {
        add("      " + ids.make(options[option]) + ": {title: " + title(options[option]) +
            ", at: " + spread(option, options.size()) + "}\n");
      }
    }
  }

  void write_actors() {
    add("\n");
    add(remarks_.actors);
    add("actors:\n");
    for (std::size_t actor = 0; actor < actors_.size(); ++actor) {
      add("  " + actors_[actor] + ":\n    title: " + title(blueprint_.actors[actor]) + '\n');
      add("    power: 1\n    walk_away: 0.3\n    delay_cost: 0\n    susceptibility: 0.5\n");
      add("    tactic: {kind: time, e: 1}\n    positions:\n");
      for (std::size_t issue = 0; issue < issues_.size(); ++issue) {
        // each issue has another order, so that nobody is at the same end of all
        const std::size_t order = (actor + issue) % actors_.size();
        add("      " + issues_[issue] + ": {ideal: " + spread(order, actors_.size()) +
            ", salience: 0.5}\n");
      }
    }
  }

  void write_ties() {
    add("\n");
    add(remarks_.ties);
    add(actors_.size() < 2 ? "ties: []\n" : "ties:\n");
    for (std::size_t actor = 0; actor < actors_.size(); ++actor) {
      for (std::size_t other = actor + 1; other < actors_.size(); ++other) {
        add("  - {between: [" + actors_[actor] + ", " + actors_[other] + "], strength: 0.5}\n");
      }
    }
  }

  void write_stages() {
    const std::string everybody = to_string(words_of(actors_));
    add("\n");
    add(remarks_.stages);
    add("stages:\n  - id: talks\n    title: " + title(std::string(remarks_.talks)) + '\n');
    add("    parties: " + everybody + "\n    issues: " + to_string(words_of(issues_)) + '\n');
    add("    consent: " + everybody + "\n    rounds: " + std::to_string(blueprint_.rounds) + '\n');
    add("    starts: " + actors_.front() + '\n');
  }

  const Blueprint& blueprint_;
  const Remarks& remarks_;
  std::vector<std::string> actors_{};  ///< Ids.
  std::vector<std::string> issues_{};
  std::string text_{};
};

}  // namespace
}  // namespace detail

Result<std::string> draft(const Blueprint& blueprint) {
  Diagnostics faults = detail::Inspection(blueprint).find();
  if (!faults.empty()) return faults;
  std::string text = detail::Draft(blueprint).write();
  const auto loaded = parse_scenario(text, {});
  if (loaded) return text;
  // letters that are no text, or a limit of size: the place in the draft says nothing to its author
  for (Diagnostic fault : loaded.error()) {
    fault.where = {};
    fault.source.clear();
    faults.push_back(std::move(fault));
  }
  return faults;
}

}  // namespace detente
