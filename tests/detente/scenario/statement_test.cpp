// Statements about options: what they mean, and where they break.

#include "detente/scenario/statement.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace detente;  // NOLINT(google-build-using-namespace): tests only
using detail::parse_statement;

namespace {

const std::vector<std::string> kOptions{"sign", "escalate", "offer", "wait"};

Condition parsed(const std::string& text) {
  Condition condition;
  const auto fault = parse_statement(text, kOptions, condition);
  if (fault) MESSAGE(text << ": " << fault->message);
  REQUIRE_FALSE(fault);
  return condition;
}

using Meaning = std::function<bool(bool, bool, bool, bool)>;

void check_meaning(const std::string& text, const Meaning& meaning) {
  CAPTURE(text);
  const Condition condition = parsed(text);
  for (std::uint32_t code = 0; code < 16; ++code) {
    CAPTURE(code);
    const auto on = [&](unsigned option) { return (code >> option & 1U) != 0; };
    CHECK(holds(condition, code) == meaning(on(0), on(1), on(2), on(3)));
  }
}

detail::StatementFault fault_in(const std::string& text) {
  Condition condition;
  auto fault = parse_statement(text, kOptions, condition);
  CAPTURE(text);
  REQUIRE(fault);
  return *fault;
}

/// A random sentence with every part in parentheses, and its truth at a code.
struct Sentence {
  std::string text{};
  std::function<bool(std::uint32_t)> truth{};
};

Sentence random_sentence(std::mt19937& random, int depth) {
  const auto kind = depth == 0 ? 0 : random() % 6;
  if (kind == 0) {
    const unsigned option = static_cast<unsigned>(random() % kOptions.size());
    return {kOptions[option], [option](std::uint32_t code) { return (code >> option & 1U) != 0; }};
  }
  const Sentence a = random_sentence(random, depth - 1);
  const auto first = a.truth;
  if (kind == 1) {
    return {"!(" + a.text + ")", [first](std::uint32_t code) { return !first(code); }};
  }
  const Sentence b = random_sentence(random, depth - 1);
  const auto second = b.truth;
  const auto join = [&](const char* word) {
    return '(' + a.text + ") " + word + " (" + b.text + ')';
  };
  if (kind == 2) {
    return {join("&"), [=](std::uint32_t code) { return first(code) && second(code); }};
  }
  if (kind == 3) {
    return {join("|"), [=](std::uint32_t code) { return first(code) || second(code); }};
  }
  if (kind == 4) {
    return {join("if"), [=](std::uint32_t code) { return first(code) || !second(code); }};
  }
  return {join("iff"), [=](std::uint32_t code) { return first(code) == second(code); }};
}

}  // namespace

TEST_CASE("a statement means what logic says, with ! before & before | before if and iff") {
  check_meaning("sign", [](bool s, bool, bool, bool) { return s; });
  check_meaning("!escalate", [](bool, bool e, bool, bool) { return !e; });
  check_meaning("!!wait", [](bool, bool, bool, bool w) { return w; });
  check_meaning("sign & !offer", [](bool s, bool, bool o, bool) { return s && !o; });
  check_meaning("sign | escalate & offer",
                [](bool s, bool e, bool o, bool) { return s || (e && o); });
  check_meaning("!sign & escalate | offer",
                [](bool s, bool e, bool o, bool) { return (!s && e) || o; });
  check_meaning("!(sign & escalate)", [](bool s, bool e, bool, bool) { return !(s && e); });
  check_meaning("offer if escalate", [](bool, bool e, bool o, bool) { return !e || o; });
  check_meaning("sign | offer if escalate & wait",
                [](bool s, bool e, bool o, bool w) { return !(e && w) || s || o; });
  check_meaning("sign iff offer", [](bool s, bool, bool o, bool) { return s == o; });
  check_meaning("(offer if escalate) if (sign iff wait)",
                [](bool s, bool e, bool o, bool w) { return s != w || !e || o; });
  check_meaning("sign & escalate & offer | wait",
                [](bool s, bool e, bool o, bool w) { return (s && e && o) || w; });
}

TEST_CASE("words stand for signs, with any blanks and in any letters") {
  check_meaning("not sign and escalate or offer",
                [](bool s, bool e, bool o, bool) { return (!s && e) || o; });
  check_meaning("  sign&escalate|offer\tIF  wait ",
                [](bool s, bool e, bool o, bool w) { return !w || (s && e) || o; });
  check_meaning("NOT(sign IFF wait)", [](bool s, bool, bool, bool w) { return s != w; });
}

TEST_CASE("an option that is called like a word is the option") {
  const std::vector<std::string> odd{"if", "not", "and"};
  Condition condition;
  REQUIRE_FALSE(parse_statement("if if not & !and", odd, condition));
  for (std::uint32_t code = 0; code < 8; ++code) {
    const bool cause = (code & 2U) != 0 && (code & 4U) == 0;
    CHECK(holds(condition, code) == (!cause || (code & 1U) != 0));
  }
}

TEST_CASE("random sentences mean what they are made of") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const Sentence sentence = random_sentence(random, 5);
    CAPTURE(sentence.text);
    const Condition condition = parsed(sentence.text);
    for (std::uint32_t code = 0; code < 16; ++code) {
      CHECK(holds(condition, code) == sentence.truth(code));
    }
  }
}

TEST_CASE("faults are told at their place") {
  CHECK(fault_in("sign &").place == 6);
  CHECK(fault_in("").message == "the statement is empty");
  CHECK(fault_in("  ").message == "the statement is empty");
  CHECK(fault_in("sign & | wait").place == 7);
  CHECK(fault_in("(sign").place == 0);
  CHECK(fault_in("sign)").place == 4);
  CHECK(fault_in("sign wait").place == 5);
  CHECK(fault_in("sign !wait").place == 5);
  CHECK(fault_in("sign (wait)").place == 5);
  CHECK(fault_in("()").place == 1);
  CHECK(fault_in("sign if wait if offer").place == 13);
  CHECK(fault_in("sign iff wait iff offer").place == 14);
  CHECK(fault_in("sign % wait").place == 5);
  CHECK(fault_in("sing").unknown == "sing");
  CHECK(fault_in("sign & sing").code == Code::unknown_id);
  CHECK(fault_in("!").message == "the statement breaks off");
}

TEST_CASE("hostile statements end in a fault, not in a crash") {
  CHECK(fault_in(std::string(100'000, '(')).code == Code::too_large);
  CHECK(fault_in(std::string(100'000, '!') + "sign").code == Code::too_large);
  CHECK(fault_in(std::string(2000, '(') + "sign" + std::string(1900, ')')).code == Code::too_large);
  // within the limits
  check_meaning(std::string(3990, '!') + "sign", [](bool s, bool, bool, bool) { return s; });
  check_meaning(std::string(100, '(') + "wait" + std::string(100, ')'),
                [](bool, bool, bool, bool w) { return w; });
  std::string chain = "sign";
  while (chain.size() < 3900) chain += "|wait&sign";
  check_meaning(chain, [](bool s, bool, bool, bool) { return s; });
}
