#include "detente/batch/metrics.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "detente/core/contract.hpp"
#include "detente/scenario/batch_plan.hpp"
#include "detente/sim/aspiration_view.hpp"
#include "detente/study/solutions.hpp"

namespace detente {
namespace {

using Kind = Column::Kind;

constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();

/// What stands behind the first dot of `utility.us`; empty without one.
std::string_view after_dot(std::string_view name) {
  const auto dot = name.find('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
}

/// The word of a table that a metric begins with, or its end.
template <typename Words>
auto find_word(const Words& words, const std::string& metric) {
  const std::string_view first = std::string_view(metric).substr(0, metric.find('.'));
  return std::find_if(words.begin(), words.end(),
                      [&](const auto& word) { return word.name == first; });
}

double walk_away_at_opening(const StageTables& tables, int party) {
  return ground_of(tables, party, 1, {}).walk_away;
}

std::string joined(const Scenario& scenario, const std::vector<int>& actors) {
  std::string text;
  for (const int actor : actors) {
    if (!text.empty()) text += '+';
    text += scenario.actors[actor].id;
  }
  return text;
}

/// `us_forces=backstop monitoring=both`
std::string spelled(const Scenario& scenario, const std::vector<int>& package) {
  std::string text;
  for (std::size_t issue = 0; issue < package.size(); ++issue) {
    if (package[issue] < 0) continue;
    if (!text.empty()) text += ' ';
    text += scenario.issues[issue].id;
    text += '=';
    text += scenario.issues[issue].options[package[issue]].id;
  }
  return text;
}

}  // namespace

double support_of(const StageTables& tables, const std::vector<std::vector<int>>& blocs) {
  double most = 0.0;
  for (const auto& bloc : blocs) {
    double power = 0.0;
    for (std::size_t party = 0; party < tables.parties.size(); ++party) {
      const bool member = std::count(bloc.begin(), bloc.end(), tables.parties[party].actor) > 0;
      if (member) power += tables.rule.power[party];
    }
    most = std::max(most, power / power_of(tables.rule, tables.everybody()));
  }
  return most;
}

/// What is read of one run. What is dear is computed when first asked for.
class RunMetrics::Reading {
 public:
  explicit Reading(const Simulation& simulation)
      : simulation_(simulation),
        scenario_(simulation.scenario()),
        tables_(simulation.tables()),
        outcome_(overall(simulation.outcomes(), static_cast<int>(scenario_.stages.size()))) {}

  Cell cell(const Metric& metric) {
    switch (metric.what) {
      case What::agreed:
        return std::int64_t{outcome_.agreed};
      case What::stage:
        return scenario_.stages[outcome_.stage].id;
      case What::round:
        return outcome_.round > 0 ? Cell{std::int64_t{outcome_.round}} : Cell{};
      case What::reason:
        return std::string(reason_name(outcome_.reason));
      case What::package:
        return spelled(scenario_, outcome_.package);
      case What::coalition:
        return joined(scenario_, outcome_.coalition);
      case What::coalition_size:
        return std::int64_t{std::ssize(outcome_.coalition)};
      case What::option:
        return option(metric.subject);
      default:
        return number(metric);
    }
  }

 private:
  Cell number(const Metric& metric) {
    const double value = number_of(metric);
    return value == value ? Cell{value} : Cell{};  // NaN: there is none
  }

  double number_of(const Metric& metric) {
    switch (metric.what) {
      case What::support:
        return support();
      case What::nash_distance:
        return nash_distance();
      case What::min_surplus:
        return min_surplus();
      case What::welfare:
        return welfare();
      case What::utility:
        return utility(metric.subject);
      default:
        return surplus(party_of(metric.subject));
    }
  }

  /// Place of an actor among the parties of the last stage, or -1.
  int party_of(int actor) const {
    const auto& parties = tables_.view.parties;
    const auto found = std::find(parties.begin(), parties.end(), actor);
    return found == parties.end() ? -1 : static_cast<int>(found - parties.begin());
  }

  double utility(int actor) const {
    const int party = party_of(actor);
    return party < 0 ? kNowhere : outcome_.utilities[party].second;
  }

  /// x - d of docs/model-solutions.md: without agreement x is the walk-away.
  double surplus(int party) const {
    if (party < 0) return kNowhere;
    const double walk_away = walk_away_at_opening(tables_, party);
    const double least = std::max(walk_away, tables_.parties[party].range.least);
    const bool agreed = outcome_.reason == Reason::agreement;
    return (agreed ? outcome_.utilities[party].second : walk_away) - least;
  }

  double min_surplus() const {
    double least = surplus(0);
    for (int party = 1; party < std::ssize(tables_.parties); ++party) {
      least = std::min(least, surplus(party));
    }
    return least;
  }

  double welfare() const {
    double sum = 0.0;
    for (const auto& [actor, utility] : outcome_.utilities) sum += utility;
    return sum;
  }

  double nash_distance() const {
    const StageColumns columns(tables_);
    std::vector<double> walk_aways;
    for (int party = 0; party < std::ssize(tables_.parties); ++party) {
      walk_aways.push_back(walk_away_at_opening(tables_, party));
    }
    const Bargain bargain{columns.utilities, columns.judged, walk_aways};
    const SolutionPoints solved = solve(bargain);
    if (solved.frontier.empty()) return kNowhere;
    const bool agreed = outcome_.reason == Reason::agreement;
    const int package = agreed ? find_package(tables_, outcome_.package) : -1;
    return score(bargain, solved, package).distance[static_cast<std::size_t>(Point::nash)];
  }

  double support() const {
    if (outcome_.reason == Reason::agreement) return support_of(tables_, {outcome_.coalition});
    const State& state = simulation_.closing_state();
    const Model& model = simulation_.model();
    const Acceptance acceptance =
        who_accepts(tables_, model.standings(tables_, state), tables_.everybody() & ~state.left,
                    model.signatory_clause());
    return support_of(tables_, blocs_of(tables_, acceptance));
  }

  Cell option(int issue) const {
    if (outcome_.package.empty() || outcome_.package[issue] < 0) return {};
    const Option& option = scenario_.issues[issue].options[outcome_.package[issue]];
    return scenario_.issues[issue].range ? Cell{option.at} : Cell{option.id};
  }

  const Simulation& simulation_;
  const Scenario& scenario_;
  const StageTables& tables_;
  Outcome outcome_;
};

RunMetrics::RunMetrics(const Scenario& scenario, std::span<const std::string> names) {
  struct Word {
    std::string_view name;
    What what;
    Kind kind;
  };
  static constexpr std::array kWords{
      Word{"agreed", What::agreed, Kind::flag},
      Word{"stage", What::stage, Kind::text},
      Word{"round", What::round, Kind::whole},
      Word{"reason", What::reason, Kind::text},
      Word{"package", What::package, Kind::text},
      Word{"coalition", What::coalition, Kind::text},
      Word{"coalition_size", What::coalition_size, Kind::whole},
      Word{"support", What::support, Kind::real},
      Word{"nash_distance", What::nash_distance, Kind::real},
      Word{"min_surplus", What::min_surplus, Kind::real},
      Word{"welfare", What::welfare, Kind::real},
      Word{"utility", What::utility, Kind::real},
      Word{"surplus", What::surplus, Kind::real},
      Word{"option", What::option, Kind::text},
  };
  for (const std::string& name : names) {
    const std::string_view subject = after_dot(name);
    const auto* known = find_word(kWords, name);
    expects(known != kWords.end(), "RunMetrics: a known metric");
    Metric metric{.what = known->what};
    Kind kind = known->kind;
    if (metric.what == What::option) {
      metric.subject = index_of(scenario.issues, std::string(subject));
      if (scenario.issues[metric.subject].range) kind = Kind::real;
    } else if (!subject.empty()) {
      metric.subject = index_of(scenario.actors, std::string(subject));
    }
    metrics_.push_back(metric);
    columns_.push_back({.name = name, .kind = kind, .role = Column::Role::metric});
  }
}

void RunMetrics::read(const Simulation& simulation, std::vector<Cell>& cells) const {
  Reading reading(simulation);
  for (const Metric& metric : metrics_) cells.push_back(reading.cell(metric));
}

SeriesMetrics::SeriesMetrics(const Scenario& scenario, const Series& series)
    : every_(series.every) {
  struct Word {
    std::string_view name;
    What what;
  };
  static constexpr std::array kWords{
      Word{"support", What::support},     Word{"zone_size", What::zone_size},
      Word{"offers", What::offers},       Word{"aspiration", What::aspiration},
      Word{"walk_away", What::walk_away},
  };
  for (const std::string& name : series.metrics) {
    const auto* known = find_word(kWords, name);
    expects(known != kWords.end(), "SeriesMetrics: a known metric");
    const std::string_view subject = after_dot(name);
    metrics_.push_back(
        {known->what, subject.empty() ? -1 : index_of(scenario.actors, std::string(subject))});
  }
}

std::vector<SeriesCell> SeriesMetrics::read(const Trace& trace) const {
  std::vector<SeriesCell> cells;
  for (const TraceStage& stage : trace.stages) {
    for (const TraceRound& round : stage.rounds) {
      const bool last = &round == &stage.rounds.back();
      if (last || round.number % every_ == 0) read(stage, round, cells);
    }
  }
  return cells;
}

void SeriesMetrics::read(const TraceStage& stage, const TraceRound& round,
                         std::vector<SeriesCell>& cells) const {
  for (std::size_t place = 0; place < metrics_.size(); ++place) {
    const Metric& metric = metrics_[place];
    SeriesCell cell{.stage = stage.stage, .round = round.number, .metric = static_cast<int>(place)};
    if (metric.what == What::support) {
      cell.value = support_of(*round.tables, round.blocs);
    } else if (metric.what == What::zone_size) {
      cell.value = static_cast<double>(round.zone_size);
    } else if (metric.what == What::offers) {
      cell.value = static_cast<double>(round.offers.size());
    } else {
      const auto party = std::find(stage.parties.begin(), stage.parties.end(), metric.actor);
      if (party == stage.parties.end()) continue;  // it sits at another table
      const Standing& standing = round.standings[party - stage.parties.begin()];
      cell.value = metric.what == What::aspiration ? standing.threshold : standing.walk_away;
    }
    cells.push_back(cell);
  }
}

}  // namespace detente
