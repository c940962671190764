#pragma once

#include <span>
#include <string>
#include <vector>

namespace detente {

/// A rational number for people and for machines.
struct Fraction {
  std::string text = "0";  ///< "395/6", in lowest terms; "3" if it is whole.
  double value = 0.0;      ///< The nearest double.
};

/// One issue, or a part of it, that moves from the leader to the other party.
struct Transfer {
  int item = 0;
  int to = 0;        ///< 0 = the first party, 1 = the second.
  Fraction share{};  ///< Of the item, in (0, 1].
};

/// How Adjusted Winner divides issues between two parties.
struct Division {
  std::vector<Fraction> points_first{};    ///< Of each item: the bids scaled to 100 in all.
  std::vector<Fraction> points_second{};   ///< Likewise.
  Fraction start_first{};                  ///< Points before any transfer.
  Fraction start_second{};                 ///< Likewise.
  std::vector<Transfer> transfers{};       ///< In order.
  std::vector<Fraction> share_of_first{};  ///< Of each item; what both have in full counts 1.
  Fraction points_each{};                  ///< What either has in the end, by its own points.
};

/// Adjusted Winner: every issue goes to who bids more on it, equal bids to the first party; then
/// the party with more points passes issues on, in increasing ratio of its own points to the
/// other's, ties in file order, until both have as many. At most one issue is divided. All in exact
/// rationals: a bid stands for the shortest decimal that reads back to it.
/// @param first   bids of the first party, >= 0, not all 0.
/// @param second  bids of the second, as many.
/// @param shared  items that both have in full, because the same option is best for both; empty:
///                none.
/// @source  Brams & Taylor, Fair Division (1996), chapter 4.
Division adjusted_winner(std::span<const double> first, std::span<const double> second,
                         const std::vector<bool>& shared = {});

}  // namespace detente
