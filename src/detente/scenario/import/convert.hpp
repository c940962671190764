#pragma once

#include <string>
#include <vector>

#include "detente/core/result.hpp"

namespace detente {

/// A file of another program: a negotiation domain, a profile, which is what one party thinks of
/// the domain, or a whole conflict.
struct ForeignFile {
  std::string name{};  ///< Stands in diagnostics; without folder and ending it names a party whose
                       ///< profile does not.
  std::string bytes{};
};

/// The text of a scenario, and what its author should know about it.
struct Converted {
  std::string yaml{};
  Diagnostics remarks{};
};

/// Makes a scenario of domains and profiles of one program: Genius (XML) or GeniusWeb (JSON), which
/// is told from the text. Every profile becomes an actor, in the order given; ids are made of the
/// names, which stay as titles. Utilities and walk-aways are those of the program, on a scale from
/// 0 to 1. A conflict of GMCR+ (JSON) stands alone and becomes a section `conflict`. Diagnostics
/// name every fault with its place.
/// @param name  of the scenario, where no file names the domain.
/// @source  Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker 2014, "Genius", Computational
///          Intelligence 30:48-70.
Result<Converted> convert(const std::vector<ForeignFile>& files, const std::string& name);

}  // namespace detente
