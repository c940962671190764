#include "detente/conflict/preference.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "detente/core/contract.hpp"

namespace detente {
namespace {

using Payoff = std::vector<std::uint32_t>;

/// A sentence read for 64 places at once.
class WordReader {
 public:
  explicit WordReader(const Condition& condition) : condition_(&condition) {
    stack_.reserve(condition.steps.size());
  }

  std::uint64_t operator()(std::size_t word) {
    stack_.clear();
    for (const Condition::Step& step : condition_->steps) {
      if (step.kind == Condition::Kind::is_on) {
        stack_.push_back(places_with(step.option, word));
      } else if (step.kind == Condition::Kind::negation) {
        stack_.back() = ~stack_.back();
      } else {
        const std::uint64_t second = stack_.back();
        stack_.pop_back();
        stack_.back() = joined(step.kind, stack_.back(), second);
      }
    }
    expects(stack_.size() == 1, "payoff_of_statements: whole sentences");
    return stack_.back();
  }

 private:
  /// The places of a word at which an option is taken.
  static std::uint64_t places_with(int option, std::size_t word) {
    constexpr std::array<std::uint64_t, 6> kLow{0xaaaaaaaaaaaaaaaa, 0xcccccccccccccccc,
                                                0xf0f0f0f0f0f0f0f0, 0xff00ff00ff00ff00,
                                                0xffff0000ffff0000, 0xffffffff00000000};
    if (option < 6) return kLow[option];
    return (word >> (option - 6) & 1U) != 0 ? ~std::uint64_t{0} : 0;
  }

  static std::uint64_t joined(Condition::Kind kind, std::uint64_t first, std::uint64_t second) {
    switch (kind) {
      case Condition::Kind::conjunction:
        return first & second;
      case Condition::Kind::disjunction:
        return first | second;
      case Condition::Kind::implication:
        return ~first | second;
      default:
        return ~(first ^ second);
    }
  }

  const Condition* condition_;
  std::vector<std::uint64_t> stack_{};
};

/// The states in classes that the statements read so far do not tell apart, numbered from 0, the
/// worst first.
class Classes {
 public:
  explicit Classes(const StateSet& feasible)
      : feasible_(feasible), states_(feasible.count()), number_(feasible.places()) {}

  /// How many statements can be read at once.
  std::size_t width() const {
    // so that the keys fit into a bitmap of about a byte a place
    const std::size_t room = std::max<std::size_t>(8 * feasible_.places(), 65536);
    std::size_t width = 1;
    while (width < 16 && count_ << (width + 1) <= room) ++width;
    return width;
  }

  bool are_single() const { return count_ >= states_; }

  /// Tells the classes apart by more statements, the most important first.
  void refine(std::span<const Condition> statements) {
    std::vector<std::uint64_t> used(((count_ << statements.size()) + 63) / 64);
    std::vector<WordReader> readers(statements.begin(), statements.end());
    for (std::size_t word = 0; word < feasible_.words().size(); ++word) {
      const std::uint64_t states = feasible_.words()[word];
      if (states != 0) extend(states, &number_[word * 64], truth_of(readers, word), used);
    }
    renumber(used);
  }

  /// From 1, and 0 elsewhere.
  Payoff payoff() && {
    each_state(feasible_, [&](StateIndex state) { ++number_[state]; });
    return std::move(number_);
  }

 private:
  /// What the statements say of 64 places, a bit each, and how many they are.
  struct Truth {
    std::array<std::uint32_t, 64> bits{};
    std::size_t width = 0;
  };

  static Truth truth_of(std::vector<WordReader>& readers, std::size_t word) {
    Truth truth;
    truth.width = readers.size();
    for (WordReader& reader : readers) {
      const std::uint64_t held = reader(word);
      for (unsigned place = 0; place < 64; ++place) {
        truth.bits[place] = truth.bits[place] << 1 | static_cast<std::uint32_t>(held >> place & 1U);
      }
    }
    return truth;
  }

  /// Appends it to the numbers of the states among 64 places.
  static void extend(std::uint64_t states, std::uint32_t* numbers, const Truth& truth,
                     std::vector<std::uint64_t>& used) {
    for (std::uint64_t rest = states; rest != 0; rest &= rest - 1) {
      const int place = std::countr_zero(rest);
      std::uint32_t& number = numbers[place];
      number = number << truth.width | truth.bits[place];
      used[number >> 6] |= std::uint64_t{1} << (number & 63U);
    }
  }

  /// Closes the gaps between the numbers that are in use.
  void renumber(const std::vector<std::uint64_t>& used) {
    std::vector<std::uint32_t> before(used.size());
    std::uint32_t sum = 0;
    for (std::size_t word = 0; word < used.size(); ++word) {
      before[word] = sum;
      sum += static_cast<std::uint32_t>(std::popcount(used[word]));
    }
    each_state(feasible_, [&](StateIndex state) {
      const std::uint32_t number = number_[state];
      const std::uint64_t lower = (std::uint64_t{1} << (number & 63U)) - 1;
      number_[state] = before[number >> 6] +
                       static_cast<std::uint32_t>(std::popcount(used[number >> 6] & lower));
    });
    count_ = sum;
  }

  const StateSet& feasible_;
  std::size_t states_;
  std::size_t count_ = 1;
  Payoff number_;
};

/// The nearest multiple of 1e-9, halves away from zero, counted in these steps.
double steps_of(double utility) {
  const double scaled = utility * 1e9;
  const double down = std::floor(scaled);
  const double rest = scaled - down;
  return rest > 0.5 || (rest == 0.5 && scaled > 0) ? down + 1.0 : down;
}

}  // namespace

std::vector<std::uint32_t> payoff_of_ranking(const StateSet& feasible,
                                             std::span<const std::vector<StateIndex>> groups) {
  Payoff payoff(feasible.places());
  std::uint32_t worth = 0;
  std::size_t placed = 0;
  for (std::size_t group = groups.size(); group-- > 0;) {
    if (!groups[group].empty()) ++worth;
    for (const StateIndex state : groups[group]) {
      expects(state < feasible.places() && feasible.contains(state) && payoff[state] == 0,
              "payoff_of_ranking: feasible states, each once");
      payoff[state] = worth;
      ++placed;
    }
  }
  expects(placed == feasible.count(), "payoff_of_ranking: every feasible state");
  return payoff;
}

std::vector<std::uint32_t> payoff_of_statements(const StateSet& feasible,
                                                std::span<const Condition> statements) {
  Classes classes(feasible);
  while (!statements.empty() && !classes.are_single()) {
    const std::size_t width = std::min(classes.width(), statements.size());
    classes.refine(statements.first(width));
    statements = statements.subspan(width);
  }
  return std::move(classes).payoff();
}

std::vector<std::uint32_t> payoff_of_utilities(const StateSet& feasible,
                                               std::span<const double> utilities) {
  expects(utilities.size() == feasible.places(), "payoff_of_utilities: one for every place");
  struct Valued {
    double steps = 0.0;
    StateIndex state = 0;
  };
  std::vector<Valued> order;
  order.reserve(feasible.count());
  each_state(feasible, [&](StateIndex state) {
    order.push_back({steps_of(utilities[state]), state});
  });
  std::sort(order.begin(), order.end(), [](const Valued& one, const Valued& other) {
    return one.steps != other.steps ? one.steps < other.steps : one.state < other.state;
  });
  Payoff payoff(feasible.places());
  std::uint32_t worth = 0;
  for (std::size_t place = 0; place < order.size(); ++place) {
    if (place == 0 || order[place].steps != order[place - 1].steps) ++worth;
    payoff[order[place].state] = worth;
  }
  return payoff;
}

}  // namespace detente
