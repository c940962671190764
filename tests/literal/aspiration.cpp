#include "literal/aspiration.hpp"

#include <algorithm>
#include <limits>

namespace detente::literal {
namespace {

constexpr double kTolerance = 1e-12;

/// Sets in increasing size, then increasing mask.
std::vector<Bloc> by_size(std::vector<Bloc> blocs) {
  std::stable_sort(blocs.begin(), blocs.end(), [](const Bloc& a, const Bloc& b) {
    return a.size() != b.size() ? a.size() < b.size() : mask(a) < mask(b);
  });
  return blocs;
}

std::vector<Bloc> maximal(const std::set<Bloc>& sets) {
  std::vector<Bloc> blocs;
  for (const Bloc& bloc : sets) {
    bool largest = !bloc.empty();
    for (const Bloc& other : sets) {
      if (other != bloc && is_subset(bloc, other)) largest = false;
    }
    if (largest) blocs.push_back(bloc);
  }
  return by_size(blocs);
}

Bloc joined(const Bloc& a, const Bloc& b) {
  Bloc both = a;
  both.insert(b.begin(), b.end());
  return both;
}

/// max over i in B of max(0, theta_i - u_i(p)).
double gap(const Table& table, const Bloc& bloc, const std::vector<double>& theta, int index) {
  double largest = 0.0;
  for (const int place : bloc) {
    largest = std::max(largest, std::max(0.0, theta[place] - table.u[place][index]));
  }
  return largest;
}

/// No fall of thresholds brings a party beyond its red line.
bool inside_red_lines(const Table& table, const Bloc& bloc, int index) {
  return std::all_of(bloc.begin(), bloc.end(),
                     [&](int place) { return table.inside[place][index]; });
}

BlockingSet measured(const Table& table, const Bloc& bloc, const std::vector<Bloc>& willing,
                     const std::vector<double>& theta) {
  BlockingSet set{.actors = actors_of(table, bloc)};
  set.shortfall = std::numeric_limits<double>::infinity();
  const auto could_open = [&](int index) {
    return wins(table, joined(willing[index], bloc)) && inside_red_lines(table, bloc, index);
  };
  for (int index = 0; index < count(willing); ++index) {
    if (!could_open(index)) continue;
    set.shortfall = std::min(set.shortfall, gap(table, bloc, theta, index));
  }
  for (int index = count(willing) - 1; index >= 0; --index) {
    if (!could_open(index)) continue;
    if (gap(table, bloc, theta, index) <= set.shortfall + kTolerance) set.index = index;
  }
  return set;
}

/// Minimal sets of those present that would open the zone, by size, then mask.
std::vector<Bloc> blocking_sets(const Table& table, const Bloc& present,
                                const std::vector<Bloc>& willing) {
  const std::set<Bloc> distinct(willing.begin(), willing.end());
  std::vector<Bloc> found;
  for (const Bloc& bloc : by_size(all_blocs(count(table.parties)))) {
    if (!is_subset(bloc, present)) continue;
    const bool opens = std::any_of(distinct.begin(), distinct.end(), [&](const Bloc& others) {
      return wins(table, joined(others, bloc));
    });
    const bool minimal = std::none_of(found.begin(), found.end(), [&bloc](const Bloc& smaller) {
      return is_subset(smaller, bloc);
    });
    if (opens && minimal) found.push_back(bloc);
  }
  return found;
}

}  // namespace

Acceptable acceptable_at(const Table& table, const std::vector<double>& theta) {
  Acceptable acceptable(table.parties.size(), std::vector<bool>(table.packages.size(), false));
  for (int place = 0; place < count(table.parties); ++place) {
    for (int index = 0; index < count(table.packages); ++index) {
      acceptable[place][index] =
          table.inside[place][index] && table.u[place][index] >= theta[place] - kTolerance;
    }
  }
  return acceptable;
}

Bloc willing_at(const Acceptable& acceptable, const Bloc& present, int index) {
  Bloc willing;
  for (const int place : present) {
    if (acceptable[place][index]) willing.insert(place);
  }
  return willing;
}

int common_packages(const Acceptable& acceptable, const Bloc& bloc) {
  int found = 0;
  for (int index = 0; index < count(acceptable.front()); ++index) {
    if (willing_at(acceptable, bloc, index) == bloc) ++found;
  }
  return found;
}

View look(const Table& table, const Bloc& present, const Acceptable& acceptable,
          const std::vector<double>& theta) {
  std::vector<Bloc> willing;
  View view;
  for (int index = 0; index < count(table.packages); ++index) {
    willing.push_back(willing_at(acceptable, present, index));
    if (wins(table, willing.back())) view.zone.push_back(index);
  }
  const std::vector<Bloc> blocs = maximal(std::set<Bloc>(willing.begin(), willing.end()));
  Bloc largest;
  for (const Bloc& bloc : blocs) {
    view.blocs.push_back(actors_of(table, bloc));
    if (bloc.size() > largest.size()) largest = bloc;
  }
  view.coalition = actors_of(table, largest);
  if (!view.zone.empty()) return view;
  for (const Bloc& bloc : blocking_sets(table, present, willing)) {
    view.blockers.push_back(measured(table, bloc, willing, theta));
  }
  return view;
}

}  // namespace detente::literal
