#pragma once

#include <string>
#include <vector>

#include "detente/scenario/scenario.hpp"
#include "detente/study/bits.hpp"

// Private to the study room: short texts such as `stages.settlement.reopens=[]` in few bits.
namespace detente {

/// Packs texts by a list of pieces that both ends know: words of the format and of the scenario.
class CodeWords {
 public:
  explicit CodeWords(const Scenario& scenario);

  void put(BitWriter& out, const std::string& text) const;
  std::string take(BitReader& in) const;

 private:
  std::vector<std::string> pieces_;
};

}  // namespace detente
