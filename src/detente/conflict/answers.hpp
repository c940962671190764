#pragma once

#include <optional>
#include <span>
#include <vector>

#include "detente/conflict/blocks.hpp"
#include "detente/conflict/stability.hpp"

namespace detente::detail {

/// By number of the state; dense from 1.
using Values = std::vector<std::uint32_t>;

/// Where a state stands in the list of one mover.
struct Seat {
  std::uint32_t block = 0;
  std::uint32_t worse = 0;  ///< Where the members of the block end that are worth less than it.
};

/// A conflict in option form, its states by number, and the blocks of those who
/// own options.
class Field {
 public:
  /// @param with_seats  whether least_answer() will search, see below.
  Field(const Conflict& conflict, bool with_seats, int threads);

  const Conflict& conflict() const { return *conflict_; }
  const Numbering& numbering() const { return numbering_; }
  /// By number.
  std::span<const std::uint32_t> payoff(int actor) const {
    return payoff_.empty() ? std::span<const std::uint32_t>(conflict_->payoff[actor])
                           : std::span<const std::uint32_t>(payoff_[actor]);
  }
  /// By mover, ascending.
  const std::vector<Blocks>& blocks() const { return blocks_; }
  /// By mover.
  const Seat* seats(std::uint32_t number) const { return &seats_[number * blocks_.size()]; }

 private:
  void number_payoffs();
  void fill_seats(std::size_t mover);

  const Conflict* conflict_;
  Numbering numbering_;
  std::vector<Values> payoff_{};  // empty where every state is feasible
  std::vector<Blocks> blocks_{};
  std::vector<Seat> seats_{};  // [number * movers + mover]
};

/// Whether least_answer() searches, so that it needs seats.
bool needs_seats(const Conflict& conflict, Sanctions sanctions, bool credible);

/// For every state the least key that it has itself or that the others, an
/// actor's opponents, can lead to from there. Nothing if there are too many
/// sets of movers for `once`.
/// @param credible  every step must improve its mover's lot.
std::optional<Values> least_answer(const Field& field, int actor, const Values& key,
                                   Sanctions sanctions, bool credible);

}  // namespace detente::detail
