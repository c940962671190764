#include "support/generated.hpp"

#include <fmt/format.h>

#include <cstdint>

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

std::string generated_crowd(int actors) {
  constexpr int kIssues = 10;
  std::uint64_t state = 7;
  const auto draw = [&](int below) {  // numbers without pattern, the same on every machine
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<int>((state >> 33) % static_cast<std::uint64_t>(below));
  };
  std::string yaml = "schema: detente/scenario/1\nid: crowd\ntitle: A crowd\nissues:\n";
  for (int issue = 0; issue < kIssues; ++issue) {
    yaml += fmt::format("  q{}: {{options: {{count: {}, prefix: o}}}}\n", issue, issue < 5 ? 2 : 5);
  }
  yaml += "actors:\n";
  for (int actor = 0; actor < actors; ++actor) {
    yaml += fmt::format(
        "  a{}:\n    power: {}\n    walk_away: 0.{}\n    tactic: {{kind: time, e: {}}}\n", actor,
        1 + draw(100), 30 + draw(20), 1 + draw(4));
    yaml += fmt::format("    title: Actor {}\n    positions:\n", actor);
    for (int issue = 0; issue < kIssues; ++issue) {
      yaml += fmt::format("      q{}: {{ideal: {}, salience: 0.{}}}\n", issue, draw(101),
                          10 + draw(90));
    }
  }
  yaml += "ties:\n";
  for (int from = 0; from < actors; ++from) {
    for (int to = from + 1; to < actors; ++to) {
      if (draw(10) > 0) continue;
      yaml += fmt::format("  - {{between: [a{}, a{}], strength: 0.{}}}\n", from, to, 10 + draw(90));
    }
  }
  return yaml + "stages:\n  - {id: talks, rounds: 20, quorum: 0.6}\n";
}

}  // namespace detente::support
