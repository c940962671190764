#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "detente/report/example.hpp"
#include "detente/report/narrate.hpp"

namespace detente {
namespace {

constexpr std::array kKinds{
    Decision::Kind::accept, Decision::Kind::refuse, Decision::Kind::offer,    Decision::Kind::leave,
    Decision::Kind::pass,   Decision::Kind::silent, Decision::Kind::unreached};

const std::vector<std::string> kPaths{"actors.isles.walk_away",
                                      "actors.port.walk_away",
                                      "actors.isles.positions.toll.salience",
                                      "actors.port.positions.road.salience",
                                      "actors.isles.positions.road.ideal",
                                      "actors.league.positions.road.ideal",
                                      "actors.league.positions.toll.values.low",
                                      "actors.isles.power",
                                      "actors.port.power",
                                      "actors.port.susceptibility",
                                      "actors.port.delay_cost",
                                      "actors.isles.tactic.e",
                                      "actors.port.tactic.start",
                                      "ties.isles.port.strength",
                                      "stages.terms.rounds",
                                      "stages.harbour.rounds",
                                      "stages.harbour.walk_away.port",
                                      "stages.terms.quorum",
                                      "models.coalition.channel",
                                      "x.unknown"};

int words_in(const std::string& text) {
  std::istringstream stream(text);
  int count = 0;
  for (std::string word; stream >> word;) ++count;
  return count;
}

std::string longer(const std::string& text) {
  return text + " " + text + " " + text + " " + text + " " + text;
}

/// The same with names and titles of five times the words.
std::shared_ptr<const Scenario> wordy() {
  auto own = std::make_shared<Scenario>(*example::scenario());
  for (Issue& issue : own->issues) {
    for (std::string& words : issue.title.words) words = longer(words);
    for (Option& option : issue.options) {
      for (std::string& words : option.title.words) words = longer(words);
    }
  }
  for (Actor& actor : own->actors) {
    for (std::string& words : actor.title.words) words = longer(words);
    for (auto& forms : actor.forms) {
      if (!forms) continue;
      for (auto& [grammatical_case, form] : forms->cases) form = longer(form);
    }
  }
  return own;
}

void check_headline(const Explanation& own, Language language) {
  const std::string text = headline(own, language);
  CAPTURE(text);
  CHECK(words_in(text) <= 20);
  CHECK(words_in(text) >= 5);
  CHECK(text.ends_with('.'));
  const bool has_id = !own.flips.empty() && own.flips.front().path == "x.unknown";
  if (language != Language::en && !has_id) CHECK_FALSE(example::has_latin(text));
}

void check_all(const std::shared_ptr<const Scenario>& scenario, int actor) {
  for (const Decision::Kind kind : kKinds) {
    Explanation own = example::explanation(kind);
    own.scenario = scenario;
    own.actor = actor;
    std::vector<std::vector<Flip>> cases{{}};
    for (const std::string& path : kPaths) {
      Flip flip = own.flips.front();
      flip.path = path;
      cases.push_back({flip});
    }
    Flip offer = own.flips.front();
    offer.path.clear();
    offer.offer = {{1, 0}};
    cases.push_back({offer});
    for (const auto& flips : cases) {
      own.flips = flips;
      for (const Language language : kLanguages) check_headline(own, language);
    }
  }
}

}  // namespace

TEST_CASE("a headline has at most 20 words, whoever decided whatever") {
  for (int actor = 0; actor < 3; ++actor) check_all(example::scenario(), actor);
}

TEST_CASE("a headline has at most 20 words however long the names are") {
  for (int actor = 0; actor < 3; ++actor) check_all(wordy(), actor);
}

TEST_CASE("a decision without a package has a headline too") {
  for (const Decision::Kind kind : kKinds) {
    Explanation own = example::explanation(kind);
    own.decision.index = -1;
    own.decision.package.clear();
    for (const Language language : kLanguages) CHECK(words_in(headline(own, language)) <= 20);
  }
}

TEST_CASE("a headline names actor, number, threshold and flip") {
  Explanation own = example::explanation();
  CHECK(headline(own, Language::en) ==
        "The Isles refuse: 0.25 against a threshold of 0.80; their walk-away at 0.12 instead of "
        "0.40 would turn this decision.");
  CHECK(headline(own, Language::bg) ==
        "Островите отказват: 0,25 при праг 0,80; при граница на отказ 0,12 вместо 0,40 решението "
        "се обръща.");
  CHECK(headline(own, Language::uk) ==
        "Острови відмовляються: 0,25 при порозі 0,80; при межі відмови 0,12 замість 0,40 рішення "
        "інше.");
  own.flips.clear();
  CHECK(headline(own, Language::en) ==
        "The Isles refuse: 0.25 against a threshold of 0.80; no single change does it.");
}

TEST_CASE("a flip is read on the side on which it turns the decision") {
  Explanation own = example::explanation();
  own.flips[0].from = 0.50;
  own.flips[0].to = 0.5512;
  CHECK(headline(own, Language::en).find("0.56 instead of 0.50") != std::string::npos);
  own.flips[0].to = 0.4488;
  CHECK(headline(own, Language::en).find("0.44 instead of 0.50") != std::string::npos);
  own.flips[0].to = 0.4983;
  CHECK(headline(own, Language::en).find("0.498 instead of 0.500") != std::string::npos);
}

TEST_CASE("numbers that differ are never shown as equal") {
  Explanation own = example::explanation();
  own.decision.utility = 0.7946;
  own.decision.threshold = 0.7949;
  CHECK(headline(own, Language::en).find("0.7946 against a threshold of 0.7949") !=
        std::string::npos);
}

}  // namespace detente
