#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "detente/core/result.hpp"
#include "detente/scenario/scenario.hpp"
#include "detente/sim/simulation.hpp"
#include "detente/sim/trace.hpp"

namespace detente {

/// A share code is never longer than this.
constexpr std::size_t kShareCodeLetters = 160;

/// How a run ended, as far as a share code says it.
struct Claim {
  bool agreed = false;
  int stage = 0;
  int round = 0;             ///< Of the agreement; 0 without one.
  std::uint32_t digest = 0;  ///< The first 8 digits of the trace's digest.
};

/// What a share code holds.
struct Shared {
  Run run{};
  Claim claim{};
};

/// What a trace would claim.
Claim claim_of(const Trace& trace);

/// Whether a code is what it says.
enum class Verdict {
  ok,
  other_scenario,  ///< Made for another text than the one with this fingerprint.
  tampered,        ///< A letter is wrong, or the run ends otherwise than claimed.
  malformed,       ///< No share code at all.
};

/// A run on one line of letters and digits, `DT1.4kQ…`, for chat and mail: what was changed and
/// played, and how it ended. Nothing if it does not fit into kShareCodeLetters; an overlay does.
/// @param scenario     as loaded, before the run's own edits.
/// @param fingerprint  of its text (scenario/fingerprint.hpp).
/// @param trace        of that run.
std::optional<std::string> share_code(const Scenario& scenario, const std::string& fingerprint,
                                      const Run& run, const Trace& trace);

/// What a code holds; blanks and line ends within it do not count. Diagnostics say in words why it
/// cannot be read; whether the claim is true is for verify() to say.
Result<Shared> read_share_code(const std::string& code, const Scenario& scenario,
                               const std::string& fingerprint);

/// Reads a code and plays its run again.
Verdict verify(const std::string& code, const Scenario& scenario, const std::string& fingerprint);

}  // namespace detente
