#pragma once

// Private to the study room: the draws of what is uncertain, as numbers.

#include <memory>
#include <string>
#include <vector>

#include "detente/scenario/field.hpp"
#include "detente/scenario/overwrite.hpp"
#include "detente/scenario/scenario.hpp"

namespace detente {

/// One thing that is drawn by itself.
struct DrawnInput {
  std::string path{};                ///< As written, or that of one match where `each`.
  std::vector<std::string> words{};  ///< Of a choice that is not among numbers: what is chosen
                                     ///< from; its numbers are places here.
};

/// The scenario with every `uncertain` path drawn, again and again: the draws of draw_uncertain(),
/// faster, and with the numbers drawn.
class Draws {
 public:
  /// @param settings  what they reach is not drawn; all else is drawn as without them.
  /// Diagnostics: a path that leads nowhere.
  static Result<Draws> of(const Scenario& scenario, std::uint64_t seed,
                          const std::vector<Edit>& settings = {});

  const std::vector<DrawnInput>& inputs() const { return inputs_; }

  /// The paths that are uncertain but for the settings, in order of `uncertain`.
  const std::vector<std::string>& settled() const { return settled_; }

  /// @param numbers  set to what was drawn: one for each input, of several paths that of the first.
  /// @return  good until the next call.
  Result<const Scenario*> draw(std::uint32_t run, std::vector<double>& numbers);

 private:
  struct Lane {
    int entry = 0;  ///< In Scenario::uncertain.
    int match = 0;
    std::string path{};
    FieldRange limits{};
    std::vector<Override> choices{};
    int input = 0;
    bool leads = true;  ///< The input's number is this one's.
  };

  Draws(std::shared_ptr<const Scenario> scenario, std::uint64_t seed, std::vector<Lane> lanes,
        std::vector<DrawnInput> inputs);
  Override override_of(const Lane& lane, double part, double& number) const;

  std::shared_ptr<const Scenario> scenario_;
  std::uint64_t seed_;
  std::vector<Lane> lanes_;
  std::vector<DrawnInput> inputs_;
  std::vector<std::string> settled_{};
  Overwriter overwriter_;
  std::vector<Override> overrides_{};
};

}  // namespace detente
