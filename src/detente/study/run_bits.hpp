#pragma once

#include <vector>

#include "detente/scenario/field.hpp"
#include "detente/sim/simulation.hpp"
#include "detente/study/bits.hpp"
#include "detente/study/code_words.hpp"

// Private to the study room: the changes and moves of a run in few bits.
namespace detente {

/// Packs runs of one scenario. What does not fit the scenario is refused both ways.
class RunBits {
 public:
  /// @param scenario  as loaded; outlives this.
  explicit RunBits(const Scenario& scenario);

  /// Whether everything could be packed.
  bool put(BitWriter& out, const Run& run) const;
  /// Of use only if the reader has not failed.
  Run take(BitReader& in) const;

 private:
  bool put_model(BitWriter& out, const std::string& model) const;
  std::string take_model(BitReader& in) const;
  bool put_edit(BitWriter& out, const Edit& edit) const;
  Edit take_edit(BitReader& in) const;
  bool put_place(BitWriter& out, const At& at, const At& before) const;
  At take_place(BitReader& in, const At& before) const;
  bool put_move(BitWriter& out, const Move& move, const At& before) const;
  Move take_move(BitReader& in, const At& before) const;
  void put_offer(BitWriter& out, const Move& move) const;
  void take_offer(BitReader& in, Move& move) const;

  const Scenario* scenario_;
  CodeWords words_;
  std::vector<std::string> paths_{};  ///< Of the scenario's fields, in their order.
};

}  // namespace detente
