#include "detente/report/example.hpp"

#include <utility>
#include <vector>

namespace detente::example {

Text text(std::string en, std::string bg, std::string uk) {
  return {{std::move(en), std::move(bg), std::move(uk)}};
}

Option option(const std::string& id, double at, Text title) {
  return {.id = id, .title = std::move(title), .at = at};
}

Actor actor(const std::string& id, Text title, double walk_away, double ideal) {
  Actor actor{.id = id, .title = std::move(title), .walk_away = walk_away};
  for (int issue = 0; issue < 2; ++issue) {
    Position position{.ideal = Place{.number = ideal}, .salience = 0.5, .source = "invented"};
    position.because = text("it has always been so", "винаги е било така", "так було завжди");
    actor.positions.push_back(position);
  }
  return actor;
}

std::vector<Issue> issues() {
  Issue toll{.id = "toll", .title = text("Toll", "Такса", "Мито")};
  toll.options = {option("none", 0, text("None", "Няма", "Немає")),
                  option("low", 50, text("Low", "Ниска", "Низьке")),
                  option("high", 100, text("High", "Висока", "Високе"))};
  Issue road{.id = "road",
             .title = text("Opening of the road", "Отваряне на пътя", "Відкриття дороги")};
  road.options = {option("summer", 0, text("In summer", "През лятото", "Улітку")),
                  option("always", 100, text("All year", "Цяла година", "Увесь рік"))};
  return {toll, road};
}

/// The Isles (plural, all forms), the League (singular, all forms), Port (no forms at all).
std::vector<Actor> actors() {
  Actor isles = actor("isles", text("Isles", "Острови", "Острови"), 0.40, 0);
  isles.forms = {NameForms{true, {{"definite", "the Isles"}}},
                 NameForms{true, {{"definite", "Островите"}}},
                 NameForms{true,
                           {{"genitive", "Островів"},
                            {"dative", "Островам"},
                            {"accusative", "Острови"},
                            {"instrumental", "Островами"},
                            {"locative", "Островах"}}}};
  Actor league = actor("league", text("League", "Лига", "Ліга"), 0.30, 100);
  league.forms = {NameForms{false, {{"definite", "the League"}}},
                  NameForms{false, {{"definite", "Лигата"}}},
                  NameForms{false,
                            {{"genitive", "Ліги"},
                             {"dative", "Лізі"},
                             {"accusative", "Лігу"},
                             {"instrumental", "Лігою"},
                             {"locative", "Лізі"}}}};
  return {isles, league, actor("port", text("Port", "Порт", "Порт"), 0.35, 50)};
}

std::shared_ptr<const Scenario> scenario() {
  auto own = std::make_shared<Scenario>();
  own->id = "ford";
  own->title = text("The ford", "Бродът", "Брід");
  own->sources = {{.id = "invented", .title = text("Invented", "Измислено", "Вигадано")}};
  own->issues = issues();
  own->actors = actors();
  Stage first{.id = "terms", .title = text("Terms", "Условия", "Умови")};
  first.parties = {0, 1};
  first.advisers = {2};
  first.issues = {0, 1};
  first.rounds = 4;
  Stage second{.id = "harbour", .title = text("Harbour", "Пристанище", "Порт і гавань")};
  second.parties = {0, 1, 2};
  second.issues = {0, 1};
  second.rounds = 21;
  second.keeps = 0;
  second.reopens = {0};
  own->stages = {first, second};
  Event storm{.at = {"harbour", 2}, .title = text("A storm", "Буря", "Буря")};
  storm.edits = {Edit{"actors.*.walk_away", Value::of(0.2), At{"harbour", 2}}};
  own->events = {storm};
  return own;
}

Standing standing(double walk_away, double threshold) {
  return {.walk_away = walk_away, .lowest = walk_away, .threshold = threshold};
}

TraceStage first_stage() {
  TraceStage stage{.stage = 0, .parties = {0, 1}, .open = {0, 1}};
  const auto round = [](int number, double isles, double league) {
    return TraceRound{.number = number,
                      .standings = {standing(0.40, isles), standing(0.30, league)}};
  };
  TraceOffer offer{.round = 2, .by = {1}, .joint = true, .index = 5, .package = {2, 1}};
  offer.utilities = {0.25, 1.0};
  offer.responses = {{0, Answer::refuse}};
  offer.needed = {0};
  TraceRound silent = round(1, 1.0, 1.0);
  silent.events = {{.kind = TraceEvent::Kind::silence}};
  silent.blockers = {{.actors = {0}, .shortfall = 0.75}, {.actors = {1}, .shortfall = 0.8}};
  TraceRound alone = round(2, 0.8, 0.9);
  alone.offers = {offer};
  alone.blockers = {{.actors = {0}, .shortfall = 0.55}};
  TraceRound agreed = round(3, 0.5, 0.7);
  agreed.offers = {offer};
  agreed.offers[0].round = 3;
  agreed.offers[0].by = {0, 1};
  agreed.offers[0].package = {1, 1};
  agreed.offers[0].utilities = {0.5049, 0.75};
  agreed.offers[0].responses.clear();
  agreed.zone_size = 1;
  stage.rounds = {round(0, 1.0, 1.0), silent, alone, agreed};
  stage.outcome = {.agreed = true, .stage = 0, .round = 3, .package = {1, 1}, .coalition = {0, 1}};
  stage.outcome.utilities = {{0, 0.5049}, {1, 0.75}};
  stage.outcome.reason = Reason::agreement;
  return stage;
}

TraceStage second_stage() {
  TraceStage stage{.stage = 1, .parties = {0, 1, 2}, .open = {0}};
  const auto round = [](int number) {
    TraceRound own{.number = number};
    own.standings = {standing(0.40, 0.5), standing(0.30, 0.6), standing(0.35, 0.7)};
    return own;
  };
  TraceOffer offer{.round = 1, .by = {0, 1}, .joint = true, .index = 1, .package = {1, 1}};
  offer.utilities = {0.5, 0.75, 0.696};
  offer.needed = {2};
  offer.responses = {{2, Answer::refuse}};
  TraceRound opening = round(0);
  opening.events = {{.kind = TraceEvent::Kind::reopened, .issues = {0}}};
  TraceRound refused = round(1);
  refused.offers = {offer};
  refused.blockers = {{.actors = {1, 2}, .shortfall = 0.004}};
  TraceRound unreached = round(2);
  unreached.offers = {offer};
  unreached.offers[0].round = 2;
  unreached.offers[0].package = {0, 1};
  unreached.offers[0].utilities = {0.75, 0.6, 0.75};
  unreached.offers[0].responses.clear();
  unreached.offers[0].unreached = {2};
  unreached.zone_size = 1;
  unreached.events = {
      {.kind = TraceEvent::Kind::edit, .path = "actors.port.walk_away", .value = "0.2"},
      {.kind = TraceEvent::Kind::edit, .path = "actors.port.power", .value = "2"},
      {.kind = TraceEvent::Kind::pass, .actors = {0}},
      {.kind = TraceEvent::Kind::left, .actors = {2}}};
  stage.rounds = {opening, refused, unreached};
  stage.outcome = {.agreed = false, .stage = 1};
  stage.outcome.utilities = {{0, 0.4}, {1, 0.3}, {2, 0.35}};
  stage.outcome.reason = Reason::withdrawal;
  return stage;
}

/// Agreed in the first stage, not agreed in the second.
Trace trace() {
  Trace trace{.scenario = scenario(), .model = "coalition"};
  trace.stages = {first_stage(), second_stage()};
  trace.outcome = trace.stages.back().outcome;
  return trace;
}

/// Why the Isles refused, or did whatever `kind` says, in the first stage.
Explanation explanation(Decision::Kind kind) {
  Explanation own{.scenario = scenario(), .model = "coalition", .stage = 0, .round = 2, .actor = 0};
  own.decision = {.kind = kind, .index = 5, .package = {2, 1}, .by = {1}};
  own.decision.utility = 0.25;
  own.decision.threshold = 0.8;
  own.decision.margin = -0.55;
  own.terms = {{0, 2, 0.5, 0.0, 0.0}, {1, 1, 0.5, 0.5, 0.25}};
  Flip flip{.path = "actors.isles.walk_away", .from = 0.40, .to = 0.1201, .change = 0.2799};
  flip.decision_after = Decision::Kind::accept;
  flip.outcome_after = {.agreed = true, .stage = 1, .round = 2};
  flip.holds = 63;
  own.flips = {flip};
  own.history = {{.round = 1, .kind = Decision::Kind::silent, .threshold = 1.0}};
  own.outcome = trace().outcome;
  own.holds = 71;
  own.worlds = 100;
  return own;
}

/// Whether a text holds a letter from a to z.
bool has_latin(const std::string& text) {
  for (const char letter : text) {
    const auto low = static_cast<char>(letter | 0x20);
    if (low >= 'a' && low <= 'z') return true;
  }
  return false;
}

}  // namespace detente::example
