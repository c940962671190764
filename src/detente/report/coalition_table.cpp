#include "detente/report/coalition_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "detente/report/page.hpp"
#include "detente/report/voice.hpp"

namespace detente {
namespace {

using detail::Page;
using detail::Slots;
using detail::Tone;
using detail::Voice;

constexpr int kIndent = 2;
constexpr std::size_t kListedZones = 31;  // of five parties; of more, the blocs only

/// "{A, B}": a set, its members as they stand in lists.
std::string set_of(const Voice& voice, const std::vector<int>& actors) {
  std::vector<std::string> titles;
  titles.reserve(actors.size());
  for (const int actor : actors) titles.push_back(voice.title_of_actor(actor));
  return detail::join(voice.language(), titles);
}

void add_thresholds(const Voice& voice, const CoalitionReport& report, Page& page) {
  std::vector<std::string> parts;
  for (std::size_t party = 0; party < report.parties.size(); ++party) {
    parts.push_back(voice.title_of_actor(report.parties[party]) + " " +
                    voice.number(report.thresholds[party]));
  }
  page.add(
      voice.sentence("coalitions.thresholds", {{"list", detail::join(voice.language(), parts)}}));
}

void add_zones(const Voice& voice, const CoalitionReport& report, Page& page) {
  page.gap();
  page.add(voice.sentence("coalitions.zones"), 0, Tone::heading);
  const bool whole = report.zones.size() <= kListedZones;
  for (const Zone& zone : report.zones) {
    const auto& blocs = report.blocs;
    if (!whole && std::find(blocs.begin(), blocs.end(), zone.coalition) == blocs.end()) continue;
    const Slots slots{{"list", set_of(voice, zone.coalition)}, {"n", static_cast<int>(zone.size)}};
    page.add(voice.phrase("coalitions.zone", slots), kIndent);
  }
  if (report.truncated || !whole) page.add(voice.sentence("coalitions.truncated"), kIndent);
}

void add_sets(const Voice& voice, std::string_view key, const std::vector<std::vector<int>>& sets,
              Page& page) {
  page.add(voice.sentence(key), 0, Tone::heading);
  for (const auto& set : sets) page.add(set_of(voice, set), kIndent);
}

void add_blockers(const Voice& voice, const CoalitionReport& report, Page& page) {
  page.gap();
  page.add(voice.sentence("coalitions.blockers"), 0, Tone::heading);
  if (report.blockers.empty()) page.add(voice.sentence("coalitions.no_blockers"), kIndent);
  for (const TraceBlocker& blocker : report.blockers) {
    const bool forbidden = std::isinf(blocker.shortfall);
    Slots slots{{"list", set_of(voice, blocker.actors)}};
    if (!forbidden) slots["shortfall"] = voice.gap(blocker.shortfall);
    page.add(voice.phrase(forbidden ? "coalitions.red_line" : "coalitions.blocker", slots),
             kIndent);
  }
}

void add_ties(const Voice& voice, const CoalitionReport& report, Page& page) {
  page.gap();
  page.add(voice.sentence("coalitions.ties"), 0, Tone::heading);
  for (std::size_t member = 0; member < report.members.size(); ++member) {
    if (report.betweenness[member] <= 0.0) continue;
    page.add(
        voice.phrase("coalitions.broker", {{"name", voice.title_of_actor(report.members[member])},
                                           {"share", voice.number(report.betweenness[member])}}),
        kIndent);
  }
  const bool whole = report.components.size() == 1;
  if (!whole) add_sets(voice, "coalitions.parts", report.components, page);
  if (!whole || report.sides.size() != 2) return;
  page.add(voice.phrase("coalitions.split", {{"one", set_of(voice, report.sides[0])},
                                             {"other", set_of(voice, report.sides[1])},
                                             {"strength", voice.number(report.split_strength)}}),
           kIndent);
}

}  // namespace

std::string coalition_table(const Scenario& scenario, const CoalitionReport& report,
                            const NarrationOptions& options) {
  const Voice voice(scenario, options.language);
  Page page(options);
  Slots slots{{"stage", voice.stage(report.stage)}};
  if (report.round >= 0) slots["round"] = report.round;
  page.add(voice.sentence(report.round < 0 ? "coalitions.at_walk_away" : "coalitions.after", slots),
           0, Tone::heading);
  add_thresholds(voice, report, page);
  add_zones(voice, report, page);
  page.gap();
  add_sets(voice, "coalitions.blocs", report.blocs, page);
  add_blockers(voice, report, page);
  add_ties(voice, report, page);
  return std::move(page).take();
}

}  // namespace detente
