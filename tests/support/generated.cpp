#include "support/generated.hpp"

#include <fmt/format.h>

namespace detente::support {
namespace {

constexpr int kManyIssues = 7;

/// "{en: ..., bg: ..., uk: ...}"
std::string title(const char* en, const char* bg, const char* uk, int number) {
  return fmt::format(R"({{en: "{0} {3}", bg: "{1} {3}", uk: "{2} {3}"}})", en, bg, uk, number);
}

void add_issue(std::string& yaml, int issue, int options) {
  yaml += fmt::format("  issue_{}:\n    title: {}\n    options:\n", issue,
                      title("Monitoring of a buffer zone", "Наблюдение на буферна зона",
                            "Спостереження за буферною зоною", issue));
  for (int option = 0; option < options; ++option) {
    yaml += fmt::format("      option_{}:\n        title: {}\n        at: {}\n", option,
                        title("International observers", "Международни наблюдатели",
                              "Міжнародні спостерігачі", option),
                        100 * option / (options - 1));
  }
}

void add_actor(std::string& yaml, int actor, int issues) {
  yaml += fmt::format(
      "  actor_{}:\n    title: {}\n    power: {}\n    walk_away: 0.8\n    positions:\n", actor,
      title("Republic of the Highlands", "Република Планинска", "Республіка Верховинська", actor),
      10 + actor * 37 % 90);
  for (int issue = 0; issue < issues; ++issue) {
    yaml += fmt::format("      issue_{}: {{ideal: {}, salience: 0.{}}}\n", issue,
                        (actor * 53 + issue * 29 + actor * issue * 7) % 101,
                        (actor * 7 + issue * 3) % 9 + 1);
  }
}

std::string all_actors(int actors) {
  std::string list;
  for (int actor = 0; actor < actors; ++actor) {
    list += fmt::format("{}actor_{}", actor == 0 ? "" : ", ", actor);
  }
  return list;
}

}  // namespace

std::string generated_talks(const TalksSize& size) {
  std::string yaml = fmt::format(
      "schema: detente/scenario/1\nid: generated\ntitle: {}\nmodel: coalition\nissues:\n",
      title("Generated talks", "Създадени разговори", "Створені переговори", size.actors));
  for (int issue = 0; issue < size.issues; ++issue) {
    add_issue(yaml, issue, size.issues < kManyIssues ? 3 : 2);
  }
  yaml += "actors:\n";
  for (int actor = 0; actor < size.actors; ++actor) add_actor(yaml, actor, size.issues);
  yaml += "ties:\n";
  for (int actor = 0; actor + 1 < size.actors; ++actor) {
    yaml += fmt::format("  - {{between: [actor_{}, actor_{}], strength: 0.{}}}\n", actor, actor + 1,
                        actor % 9 + 1);
  }
  const std::string everybody = all_actors(size.actors);
  return yaml + fmt::format(
                    "stages:\n  - id: talks\n    title: Talks\n    parties: [{0}]\n"
                    "    consent: [{0}]\n    rounds: {1}\n",
                    everybody, size.rounds);
}

}  // namespace detente::support
