#include "ui/basis.hpp"

#include <optional>

namespace detente::ui {
namespace {

struct Tag {
  std::string_view word;
  Basis basis;
};

// what authors write in front of a reason, in the languages of the program
constexpr Tag kTags[] = {
    {"reported", Basis::reported},    {"inferred", Basis::inferred}, {"assumed", Basis::assumed},
    {"съобщено", Basis::reported},    {"изведено", Basis::inferred}, {"допуснато", Basis::assumed},
    {"повідомлено", Basis::reported}, {"виведено", Basis::inferred}, {"припущено", Basis::assumed},
};

std::optional<Basis> basis_of(std::string_view text) {
  const std::string_view tag = tag_of(text);
  for (const Tag& known : kTags) {
    // "reported, one source" is reported too
    if (tag.starts_with(known.word)) return known.basis;
  }
  return {};
}

std::string without_tag(const std::string& text) {
  if (!basis_of(text)) return text;
  const std::size_t first = text.find_first_not_of(' ', text.find(']') + 1);
  return first == std::string::npos ? std::string{} : text.substr(first);
}

Claim claim_on(const Actor& actor, int place, int issue) {
  const Because because = read_because(actor.positions[issue].because, Language::en);
  return {.kind = Claim::Kind::position,
          .actor = place,
          .issue = issue,
          .basis = because.basis,
          .given = because.given};
}

bool is_taken(const Position& position) {
  return position.ideal || !position.values.empty() || position.salience > 0.0;
}

}  // namespace

std::string_view tag_of(std::string_view text) {
  if (!text.starts_with('[')) return {};
  const std::size_t end = text.find(']');
  return end == std::string_view::npos ? std::string_view{} : text.substr(1, end - 1);
}

Because read_because(const Text& because, Language language) {
  Because read{.given = !because.empty(), .words = without_tag(because.in(language, {}))};
  for (const std::string& text : because.words) {
    if (const auto basis = basis_of(text)) {
      read.basis = *basis;
      break;
    }
  }
  return read;
}

std::vector<Claim> claims_of(const Scenario& scenario) {
  std::vector<Claim> claims;
  for (std::size_t actor = 0; actor < scenario.actors.size(); ++actor) {
    const Actor& owner = scenario.actors[actor];
    const int place = static_cast<int>(actor);
    for (std::size_t issue = 0; issue < owner.positions.size(); ++issue) {
      if (!is_taken(owner.positions[issue])) continue;
      claims.push_back(claim_on(owner, place, static_cast<int>(issue)));
    }
    claims.push_back({.kind = Claim::Kind::power, .actor = place});
    claims.push_back({.kind = Claim::Kind::walk_away, .actor = place});
  }
  for (std::size_t tie = 0; tie < scenario.ties.size(); ++tie) {
    claims.push_back({.kind = Claim::Kind::tie, .tie = static_cast<int>(tie)});
  }
  return claims;
}

std::array<int, kBases.size()> count_by_basis(const std::vector<Claim>& claims) {
  std::array<int, kBases.size()> counts{};
  for (const Claim& claim : claims) ++counts[static_cast<std::size_t>(claim.basis)];
  return counts;
}

}  // namespace detente::ui
