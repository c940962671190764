#include "detente/study/code_words.hpp"

#include <algorithm>

namespace detente {
namespace {

// one byte a symbol: printable ASCII, a mark before any other byte, then the pieces
constexpr unsigned kFirstLetter = 0x20;
constexpr unsigned kLastLetter = 0x7E;
constexpr unsigned kPlain = kLastLetter - kFirstLetter + 1;  // how many of these
constexpr unsigned kFirstPiece = kPlain + 1;
constexpr std::size_t kMostPieces = 256 - kFirstPiece;
constexpr int kSymbol = 8;

/// Their order is part of the format of codes.
constexpr const char* kPieces[] = {
    "actors.",
    "stages.",
    "issues.",
    "ties.",
    "models.coalition.channel=",
    ".positions.",
    ".tactic.",
    ".options.",
    ".walk_away",
    ".walk_away=",
    ".salience=",
    ".ideal=",
    ".values",
    ".red_line=",
    ".loss=",
    ".power=",
    ".delay_cost=",
    ".strength=",
    ".rounds=",
    ".susceptibility=",
    ".reopens=",
    ".fallback=",
    ".consent=",
    ".quorum=",
    ".parties=",
    ".advisers=",
    ".issues=",
    ".starts=",
    ".keeps=",
    ".pressure=",
    ".tactic=",
    ".kind=",
    ".e=",
    ".start=",
    ".margin=",
    ".offer=",
    ".leave_after=",
    ".at=",
    ".title=",
    ".supplier=",
    "boulware",
    "conceder",
    "linear",
    "hardliner",
    "human",
    "{kind: time, ",
    "walk_away",
    "kept",
    "quadratic",
    "nearest",
    "least",
    ", ",
    "0.",
    "model=",
    "seed=",
};

template <typename Items>
void add_ids(const Items& items, std::vector<std::string>& pieces) {
  for (const auto& item : items) {
    const bool is_new = std::find(pieces.begin(), pieces.end(), item.id) == pieces.end();
    if (is_new && item.id.size() > 1 && pieces.size() < kMostPieces) pieces.push_back(item.id);
  }
}

}  // namespace

CodeWords::CodeWords(const Scenario& scenario) : pieces_(std::begin(kPieces), std::end(kPieces)) {
  add_ids(scenario.actors, pieces_);
  add_ids(scenario.issues, pieces_);
  add_ids(scenario.stages, pieces_);
  for (const Issue& issue : scenario.issues) add_ids(issue.options, pieces_);
}

void CodeWords::put(BitWriter& out, const std::string& text) const {
  std::vector<unsigned> symbols;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t best = pieces_.size();
    for (std::size_t piece = 0; piece < pieces_.size(); ++piece) {
      if (!rest.starts_with(pieces_[piece])) continue;
      if (best == pieces_.size() || pieces_[piece].size() > pieces_[best].size()) best = piece;
    }
    const auto letter = static_cast<unsigned char>(rest.front());
    if (best < pieces_.size()) {
      symbols.push_back(kFirstPiece + static_cast<unsigned>(best));
      rest.remove_prefix(pieces_[best].size());
      continue;
    }
    const bool plain = kFirstLetter <= letter && letter <= kLastLetter;
    if (!plain) symbols.push_back(kPlain);
    symbols.push_back(plain ? letter - kFirstLetter : letter);
    rest.remove_prefix(1);
  }
  out.put_number(symbols.size());
  for (const unsigned symbol : symbols) out.put(symbol, kSymbol);
}

std::string CodeWords::take(BitReader& in) const {
  std::string text;
  for (std::uint64_t left = in.take_number(); left > 0 && !in.failed(); --left) {
    const std::uint64_t symbol = in.take(kSymbol);
    if (symbol < kPlain) {
      text += static_cast<char>(symbol + kFirstLetter);
    } else if (symbol == kPlain && left > 1) {
      --left;
      text += static_cast<char>(in.take(kSymbol));
    } else if (symbol >= kFirstPiece && symbol - kFirstPiece < pieces_.size()) {
      text += pieces_[symbol - kFirstPiece];
    } else {
      in.fail();
    }
  }
  return text;
}

}  // namespace detente
