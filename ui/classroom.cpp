#include "ui/classroom.hpp"

#include <algorithm>
#include <cctype>
#include <memory>
#include <sstream>
#include <utility>

#include "detente/scenario/fingerprint.hpp"
#include "detente/sim/simulate.hpp"
#include "ui/desk_view.hpp"
#include "ui/trimmed.hpp"

namespace detente::ui {
namespace {

constexpr std::string_view kPrefix = "DT1.";
constexpr auto kJob = "class";
constexpr std::size_t kMostCodes = 500;

/// The code that begins at a place of the line: its prefix and the letters and digits behind.
std::string code_at(const std::string& line, std::size_t start) {
  std::size_t end = start + kPrefix.size();
  while (end < line.size() && std::isalnum(static_cast<unsigned char>(line[end])) != 0) ++end;
  return line.substr(start, end - start);
}

/// A name without the blanks and signs around it: "Anna" of ", Anna: ".
std::string name_in(const std::string& text) {
  constexpr auto kSigns = " \t\r:,;.-=|>";
  const std::size_t first = text.find_first_not_of(kSigns);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(kSigns) - first + 1);
}

}  // namespace

std::string code_of_branch(const Desk& desk) {
  const Branch* const branch = current_branch(desk);
  const Played* const run = current_run(desk);
  if (branch == nullptr || run == nullptr) return {};
  const Source& source = *desk.document.source;
  const Scenario& scenario = source.loaded.scenario;
  if (run->turn == nullptr) {
    return share_code(scenario, fingerprint(source.yaml), branch->run, run->trace).value_or("");
  }
  // while it waits for a person, the program takes over the seat from here
  const auto whole = simulate(scenario, branch->run);
  if (!whole) return {};
  return share_code(scenario, fingerprint(source.yaml), branch->run, *whole).value_or("");
}

std::vector<PastedCode> codes_in(const std::string& text) {
  std::vector<PastedCode> codes;
  std::istringstream lines(text);
  std::string line;
  while (std::getline(lines, line) && codes.size() < kMostCodes) {
    const std::size_t before = codes.size();
    std::size_t from = 0;
    for (std::size_t start = line.find(kPrefix); start != std::string::npos;
         start = line.find(kPrefix, from)) {
      codes.push_back({name_in(line.substr(from, start - from)), code_at(line, start)});
      from = start + codes.back().code.size();
    }
    if (codes.size() == before && !trimmed(line).empty()) codes.push_back({{}, trimmed(line)});
  }
  return codes;
}

ClassRow check_code(const std::string& code, const Source& source) {
  const Scenario& scenario = source.loaded.scenario;
  const std::string print = fingerprint(source.yaml);
  ClassRow row{.code = code, .verdict = verify(code, scenario, print)};
  if (row.verdict != detente::Verdict::ok) return row;
  const auto shared = read_share_code(code, scenario, print);
  if (!shared) return row;
  row.run = shared->run;
  const auto outcome = simulate_outcome(scenario, row.run);
  if (outcome) row.outcome = *outcome;
  return row;
}

std::string verdict_key(detente::Verdict verdict) {
  switch (verdict) {
    case detente::Verdict::ok:
      return "class.ok";
    case detente::Verdict::other_scenario:
      return "class.other_scenario";
    case detente::Verdict::tampered:
      return "class.tampered";
    case detente::Verdict::malformed:
      break;
  }
  return "class.malformed";
}

std::string told_changes(const Desk& desk, const Run& run) {
  if (desk.document.branches.empty()) return {};
  const Branch& base = *desk.document.branches.front();
  const Branch branch{
      .parent = base.id, .own_edits = static_cast<int>(run.edits.size()), .run = run};
  const bool nothing =
      run.edits.empty() && run.model == base.run.model && run.seed == base.run.seed;
  const int moves = static_cast<int>(run.moves.size());
  std::string played = say(desk, "class.moves", {{"n", moves}});
  if (nothing && moves > 0) return played;
  const std::string name = nothing ? say(desk, "branch.base") : branch_name(desk, branch);
  return moves > 0 ? name + ", " + played : name;
}

void think_classroom(Desk& desk, Jobs& jobs) {
  ClassroomState& state = desk.classroom;
  const auto& source = desk.document.source;
  if (source == nullptr) return;
  const std::string asked = fingerprint(source->yaml) + " " + state.pasted;
  if (state.pasted.empty()) {
    state.rows.clear();
    state.asked.clear();
    jobs.cancel(kJob);
    return;
  }
  if (state.asked == asked) return;
  state.asked = asked;
  jobs.start(kJob, [source, text = state.pasted](const Stop& stop) -> Delivery {
    auto rows = std::make_shared<std::vector<ClassRow>>();
    for (const PastedCode& pasted : codes_in(text)) {
      if (stop.asked()) break;
      rows->push_back(check_code(pasted.code, *source));
      rows->back().name = pasted.name;
    }
    return [rows](Desk& later) { later.classroom.rows = std::move(*rows); };
  });
}

}  // namespace detente::ui
