// Setting values in place must give what edits give.

#include "detente/scenario/overwrite.hpp"

#include <doctest/doctest.h>

#include "detente/core/rng.hpp"
#include "detente/scenario/edit.hpp"
#include "detente/scenario/load.hpp"
#include "detente/scenario/same.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace)

namespace {

std::shared_ptr<const Scenario> load(const std::string& file) {
  return std::make_shared<const Scenario>(
      load_scenario(DETENTE_SOURCE_DIR "/scenarios/" + file).value().scenario);
}

/// One value for each path: a number or a piece of YAML.
using Values = std::vector<Value>;

std::vector<Override> overrides_of(const Values& values) {
  std::vector<Override> overrides;
  for (const Value& value : values) {
    if (value.kind == Value::Kind::null) {
      overrides.emplace_back();
    } else {
      const bool number =
          value.is_scalar() && value.scalar.find_first_not_of("-.0123456789") == std::string::npos;
      overrides.push_back(number ? Override{std::stod(value.scalar)} : Override{&value});
    }
  }
  return overrides;
}

Result<Scenario> edited(const Scenario& base, const std::vector<std::string>& paths,
                        const Values& values) {
  std::vector<Edit> edits;
  for (std::size_t place = 0; place < paths.size(); ++place) {
    if (values[place].kind != Value::Kind::null) edits.push_back({paths[place], values[place], {}});
  }
  return detente::apply(base, edits);
}

/// Sets the paths one round of values after the other, and compares with edits each time.
void compare(const std::shared_ptr<const Scenario>& base, const std::vector<std::string>& paths,
             const std::vector<Values>& rounds) {
  Overwriter overwriter(base, paths);
  for (std::size_t round = 0; round < rounds.size(); ++round) {
    CAPTURE(round);
    const auto got = overwriter.with(overrides_of(rounds[round]));
    const auto expected = edited(*base, paths, rounds[round]);
    REQUIRE(got.has_value() == expected.has_value());
    if (!expected) {
      CHECK(got.error().front().message == expected.error().front().message);
    } else {
      CHECK(same(**got, *expected));
    }
  }
}

Value yaml(const std::string& text) {
  return parse_edit("a.b=" + text).value().value;
}

}  // namespace

TEST_CASE("numbers, tactics and everything else, and back again") {
  const auto base = load("paris.yaml");
  const std::vector<std::string> paths{
      "actors.us.walk_away",
      "actors.russia.tactic",
      "actors.us.positions.us_forces.ideal",
      "stages.guarantees.rounds",
      "issues.us_forces.options.inside_support.at",
      "actors.ukraine.delay_cost",
      "actors.russia.positions.us_forces.salience",
      "stages.guarantees.quorum",
  };
  const Value none;
  compare(base, paths,
          {{yaml("0.5"), yaml("boulware"), yaml("40"), yaml("6"), yaml("60"), yaml("0.01"),
            yaml("0.7"), yaml("0.6")},
           {none, none, none, none, none, none, none, none},
           {yaml("0.3"), yaml("{kind: tit_for_tat, kindness: 0.2}"), none, yaml("3"), none, none,
            none, none},
           {none, yaml("conceder"), yaml("outside"), none, yaml("55"), none, yaml("0"), none},
           {yaml("1.5"), none, none, none, none, none, none, none},
           {none, yaml("nonsense"), none, none, none, none, none, none},
           {none, none, none, yaml("2.5"), none, none, none, none},
           {yaml("0.5"), yaml("boulware"), yaml("40"), yaml("6"), yaml("60"), yaml("0.01"),
            yaml("0.7"), yaml("0.6")}});
}

TEST_CASE("paths that have a say in each other act in their order") {
  const auto base = load("paris.yaml");
  compare(base, {"actors.us.tactic.e", "actors.us.tactic"},
          {{yaml("2"), yaml("conceder")}, {yaml("3"), Value{}}, {Value{}, yaml("boulware")}});
  compare(base, {"actors.us.tactic.kind", "actors.us.tactic.e"},
          {{yaml("conceder"), yaml("3")}, {yaml("linear"), Value{}}});
  compare(base, {"actors.us.tactic.e", "actors.us.tactic.kind"},
          {{yaml("2"), yaml("conceder")}, {yaml("3"), Value{}}});
  compare(base, {"actors.us.positions.us_forces", "actors.us.positions.us_forces.ideal"},
          {{yaml("{ideal: 3, salience: 0.2}"), yaml("30")}, {Value{}, yaml("10")}});
}

TEST_CASE("a share of the packages follows what it is a share of") {
  const auto base = std::make_shared<const Scenario>(
      detente::apply(*load("paris.yaml"), parse_edit("actors.us.walk_away={share: 0.4}").value())
          .value());
  compare(base,
          {"actors.us.walk_away.share", "actors.us.positions.us_forces.ideal",
           "actors.us.positions.us_forces.salience"},
          {{yaml("0.2"), yaml("80"), yaml("0.9")},
           {Value{}, yaml("10"), Value{}},
           {yaml("0.9"), Value{}, yaml("0.1")},
           {Value{}, Value{}, Value{}}});
  compare(base, {"actors.us.walk_away"}, {{yaml("0.2")}, {Value{}}});
}

TEST_CASE("a thousand random settings") {
  const auto base = load("paris.yaml");
  const std::vector<std::string> paths{"actors.us.walk_away", "actors.coalition.power",
                                       "actors.ukraine.positions.backstop.salience",
                                       "ties.us.ukraine.strength", "actors.russia.susceptibility"};
  std::vector<Values> rounds;
  for (std::uint32_t run = 0; run < 1000; ++run) {
    Values values;
    for (std::uint32_t place = 0; place < paths.size(); ++place) {
      const double draw = Rng(5, run).uniform({.draw = place});
      values.push_back(draw < 0.1 ? Value{} : Value::of(draw));
    }
    rounds.push_back(std::move(values));
  }
  compare(base, paths, rounds);
}
