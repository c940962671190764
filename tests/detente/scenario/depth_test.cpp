// Tactics that answer others, continuous issues.

#include <doctest/doctest.h>

#include "detente/scenario/overlay.hpp"
#include "detente/scenario/save.hpp"
#include "detente/scenario/stage_view.hpp"
#include "support/depth.hpp"

using namespace detente;           // NOLINT(google-build-using-namespace): tests only
using namespace detente::support;  // NOLINT(google-build-using-namespace): tests only

TEST_CASE("all tactics and acceptance rules are read, short and long") {
  const Tactic& mirror = base().actors[0].tactic;
  CHECK(mirror.kind == Tactic::Kind::tit_for_tat);
  CHECK(mirror.mode == Tactic::Mode::average);
  CHECK(mirror.window == 2);
  CHECK(mirror.kindness == 0.02);
  CHECK(mirror.accept == AcceptRule{.kind = AcceptRule::Kind::next, .alpha = 1.1, .beta = 0.1});
  CHECK(base().actors[1].tactic.accept.kind == AcceptRule::Kind::combi);
  CHECK(base().actors[1].tactic.accept.tau == 0.99);
  CHECK(base().actors[2].tactic.kind == Tactic::Kind::micro);
  CHECK(base().actors[2].tactic.accept.kind == AcceptRule::Kind::own);
  CHECK(with("actors.c.tactic=nice_tit_for_tat").actors[2].tactic.kind ==
        Tactic::Kind::nice_tit_for_tat);
  CHECK(with("actors.c.tactic.kind=hybrid").actors[2].tactic.kind == Tactic::Kind::hybrid);
  const auto rule = [](const char* word) {
    return with(std::string("actors.c.tactic.accept=") + word).actors[2].tactic.accept.kind;
  };
  CHECK(rule("next") == AcceptRule::Kind::next);
  CHECK(rule("const") == AcceptRule::Kind::constant);
  CHECK(rule("time") == AcceptRule::Kind::time);
  CHECK(rule("previous") == AcceptRule::Kind::previous);
  CHECK(rule("combi") == AcceptRule::Kind::combi);
  CHECK(rule("combi_max") == AcceptRule::Kind::combi_max);
  CHECK(rule("own") == AcceptRule::Kind::own);
  CHECK(with("actors.c.tactic.accept={rule: const, theta: 0.7}").actors[2].tactic.accept.theta ==
        0.7);
  CHECK(base().models.at("coalition").at("influence") == 0.2);
}

TEST_CASE("a key of a tactic without effect is told, and no edit can set it") {
  const auto remark = [](const std::string& tactic) {
    return said(replaced("tactic: micro", "tactic: " + tactic));
  };
  CHECK(remark("{kind: micro, e: 2}") ==
        "t:18:27: warning[D045]: 'e' has no effect on a tactic that is not `time` in "
        "actors.c.tactic\n");
  CHECK(remark("{kind: tit_for_tat, e: 2, window: 3}") ==
        "t:18:33: warning[D045]: 'e' has no effect on a tactic that is not `time` in "
        "actors.c.tactic\n"
        "t:18:39: warning[D045]: 'window' has no effect unless `tit_for_tat` has `mode: average` "
        "in actors.c.tactic\n");
  CHECK(remark("{kind: tit_for_tat, offer: least, lag: 2, kindness: 0, mode: relative}").empty());
  CHECK(remark("{kind: time, kindness: 0.1, lag: 3, accept: {rule: const, tau: 0.5}}") ==
        "t:18:26: warning[D045]: 'kindness' has no effect on a tactic that is not `tit_for_tat` "
        "in actors.c.tactic\n"
        "t:18:41: warning[D045]: 'lag' has no effect unless `tit_for_tat` is `relative` in "
        "actors.c.tactic\n"
        "t:18:71: warning[D045]: 'tau' has no effect on a rule that is not `time`, `combi` or "
        "`combi_max` in actors.c.tactic.accept\n");
  CHECK(remark("{kind: hybrid, offer: least, leave_after: 3, accept: time}") ==
        "t:18:28: warning[D045]: 'offer' has no effect on a tactic that is not `time` or "
        "`tit_for_tat` in actors.c.tactic\n");
  CHECK(fault("actors.a.tactic.lag=3").starts_with("error[D045]"));
  CHECK(fault("actors.c.tactic.accept.theta=1").starts_with("error[D045]"));
  CHECK(matches(base(), "actors.*.tactic.kindness").value() ==
        std::vector<std::string>{"actors.a.tactic.kindness"});
}

TEST_CASE("values of tactics out of their limits are told where they stand") {
  const auto error = [](const std::string& tactic) {
    return said(replaced("tactic: micro", "tactic: " + tactic));
  };
  CHECK(error("{kind: tit_for_tat, kindness: 1.5}") ==
        "t:18:43: error[D016]: kindness must lie in [0, 1], is 1.5 in actors.c.tactic\n");
  CHECK(error("{kind: tit_for_tat, lag: 0}") ==
        "t:18:38: error[D016]: lag must lie in [1, 100], is 0 in actors.c.tactic\n");
  CHECK(error("{kind: tit_for_tat, mode: average, window: 2.5}") ==
        "t:18:56: error[D016]: window must be a whole number, is 2.5 in actors.c.tactic\n");
  CHECK(error("{kind: tit_for_tat, mode: relativ}") ==
        "t:18:39: error[D022]: unknown mode 'relativ' in actors.c.tactic; did you mean "
        "'relative'?\n");
  CHECK(error("{accept: nxt}") ==
        "t:18:22: error[D022]: unknown acceptance rule 'nxt' in actors.c.tactic; did you mean "
        "'next'?\n");
  CHECK(error("{accept: {rule: next, alpha: 11}}") ==
        "t:18:42: error[D016]: alpha must lie in [0, 10], is 11 in actors.c.tactic.accept\n");
  CHECK(error("{accept: {rule: previous, beta: -2}}") ==
        "t:18:45: error[D016]: beta must lie in [-1, 1], is -2 in actors.c.tactic.accept\n");
  CHECK(error("{accept: {rule: const, theta: 2}}") ==
        "t:18:43: error[D016]: theta must lie in [0, 1], is 2 in actors.c.tactic.accept\n");
  CHECK(error("{accept: {rule: combi_max, tau: 2}}") ==
        "t:18:45: error[D016]: tau must lie in [0, 1], is 2 in actors.c.tactic.accept\n");
  CHECK(error("{accept: {rul: next}}") ==
        "t:18:23: error[D012]: unknown key 'rul' in actors.c.tactic.accept; did you mean "
        "'rule'?\n");
  CHECK(error("tit_for_tta") ==
        "t:18:13: error[D022]: unknown tactic 'tit_for_tta' in actors.c; did you mean "
        "'tit_for_tat'?\n");
}

TEST_CASE("a continuous issue has a grid of options and an axis of its own") {
  const Issue& issue = base().issues[1];
  REQUIRE(issue.range);
  CHECK(issue.range->unit == "km");
  CHECK(issue.axis() == 60.0);
  REQUIRE(issue.options.size() == 13);
  CHECK(issue.options[1].id == "5");
  CHECK(issue.options[1].title.in(Language::bg, "") == "5 km");
  CHECK(issue.options[12].at == 60.0);
  CHECK(base().actors[0].positions[1].ideal->number == 7.5);
  CHECK(option_value(issue, base().actors[0].positions[1], 0) == doctest::Approx(1 - 7.5 / 60));
  CHECK(option_value(issue, base().actors[2].positions[1], 6) == doctest::Approx(0.75));
}

TEST_CASE("points of a grid have the shortest numbers as ids") {
  const auto ids = [](const std::string& keys) {
    const Scenario read = load("schema: detente/scenario/1\nid: t\ntitle: T\nissues: {d: {" + keys +
                               "}}\nactors: {a: {positions: {d: {ideal: 1}}}}\n");
    std::string text;
    for (const Option& option : read.issues[0].options) text += option.id + ' ';
    return text;
  };
  CHECK(ids("range: [0, 1], steps: 11") == "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1 ");
  CHECK(ids("range: [0.1, 1.3], steps: 5") == "0.1 0.4 0.7 1 1.3 ");
  CHECK(ids("range: [-5, 10], steps: 3") == "-5 2.5 10 ");
  CHECK(ids("range: [0, 1], steps: 2") == "0 1 ");
}

TEST_CASE("a range out of its limits is told where it stands") {
  const auto error = [](const std::string& keys) {
    return said(replaced("range: [0, 60], unit: km, steps: 13", keys));
  };
  CHECK(error("range: [60, 0]").starts_with("t:7:31: error[D027]: range needs LOW < HIGH"));
  CHECK(error("range: [0, 2e9]").starts_with("t:7:35: error[D016]: range must lie in"));
  CHECK(error("range: 60").starts_with("t:7:31: error[D014]: range must be two ends"));
  CHECK(error("range: [0, sixty]").starts_with("t:7:35: error[D015]: range must be a number"));
  CHECK(error("range: [0, 60], steps: 1").starts_with("t:7:47: error[D016]: steps must lie in"));
  CHECK(error("range: [1e8, 100000000.0000001], steps: 1000").find("too narrow") !=
        std::string::npos);
  CHECK(error("range: [0, 60], options: [x, z]").starts_with("t:7:40: error[D023]: 'options'"));
  CHECK(error("options: [x, z], unit: km").find("warning[D045]: 'unit' has no effect") !=
        std::string::npos);
  CHECK(error("unit: km").starts_with("t:7:3: error[D011]: missing key 'options'"));
  CHECK(said(replaced("d: {ideal: 60}", "d: {ideal: 61}")) ==
        "t:16:56: error[D016]: ideal must lie in [0, 60], is 61 in actors.b.positions.d\n");
  CHECK(said(replaced("[0, 30.5]", "[30.5, 0]")).find("error[D027]") != std::string::npos);
  CHECK(
      said(replaced("d: {ideal: 60}", "d: {values: [1]}")).find("t:16:49: error[D023]: 'values'") ==
      0);
  CHECK(fault("issues.d.range=[0, 3]") == "error[D030]: no edit can change this in issues.d");
  CHECK(fault("issues.d.options.5.at=3").starts_with("error[D023]"));
  CHECK(with("actors.a.positions.d.ideal=59.5").actors[0].positions[1].ideal->number == 59.5);
}

TEST_CASE("an offer names a point of a range by its number and is saved so") {
  const std::string head = "schema: detente/overlay/1\nmoves:\n";
  const auto overlay = parse_overlay(
      head + "  - {stage: talks, round: 1, actor: a, offer: {q: half, d: 5.0}}\n", "o", base());
  REQUIRE(overlay);
  REQUIRE(overlay->moves.size() == 1);
  CHECK(overlay->moves[0].offer[1] == std::pair(1, 1));
  const auto again = parse_overlay(to_yaml(*overlay, base()), "o", base());
  REQUIRE(again);
  CHECK(again->moves[0].offer == overlay->moves[0].offer);
  CHECK_FALSE(
      parse_overlay(head + "  - {stage: talks, round: 1, actor: a, offer: {d: 7}}\n", "o", base()));
}
