#include "detente/study/share_code.hpp"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <variant>

#include "detente/sim/simulate.hpp"
#include "detente/study/code_letters.hpp"
#include "detente/study/run_bits.hpp"

namespace detente {
namespace {

constexpr std::string_view kPrefix = "DT1.";
constexpr int kSumBits = 24;
constexpr int kDigestBits = 32;

/// The number that the first 8 hexadecimal digits are.
std::uint32_t head_of(const std::string& hex) {
  std::uint32_t number = 0;
  std::from_chars(hex.data(), hex.data() + std::min<std::size_t>(hex.size(), 8), number, 16);
  return number;
}

std::uint64_t check_sum(const std::vector<bool>& bits, std::size_t first) {
  std::string text;
  for (std::size_t bit = first; bit < bits.size(); ++bit) text += bits[bit] ? '1' : '0';
  return XXH3_64bits(text.data(), text.size()) >> (64U - kSumBits);
}

std::string without_blanks(const std::string& code) {
  std::string text;
  std::copy_if(code.begin(), code.end(), std::back_inserter(text), [](char letter) {
    return std::string_view(" \t\r\n").find(letter) == std::string_view::npos;
  });
  return text;
}

bool same_claim(const Claim& left, const Claim& right) {
  return left.agreed == right.agreed && left.stage == right.stage && left.round == right.round &&
         left.digest == right.digest;
}

void put_claim(BitWriter& out, const Claim& claim, const Scenario& scenario) {
  out.put_flag(claim.agreed);
  out.put_choice(static_cast<std::size_t>(claim.stage), scenario.stages.size());
  out.put_number(static_cast<std::uint64_t>(claim.round));
  out.put(claim.digest, kDigestBits);
}

Claim take_claim(BitReader& in, const Scenario& scenario) {
  Claim claim{.agreed = in.take_flag()};
  claim.stage = static_cast<int>(in.take_choice(scenario.stages.size()));
  claim.round = static_cast<int>(in.take_number() & 0xFFFFFU);
  claim.digest = static_cast<std::uint32_t>(in.take(kDigestBits));
  return claim;
}

/// What a code holds, or why it cannot be used.
std::variant<Shared, Verdict> decode(const std::string& code, const Scenario& scenario,
                                     const std::string& fingerprint) {
  const std::string text = without_blanks(code);
  if (!text.starts_with(kPrefix)) return Verdict::malformed;
  const std::string letters = text.substr(kPrefix.size());
  if (letters.empty() || !are_letters(letters)) return Verdict::malformed;
  const auto bits = from_letters(letters);
  if (!bits) return Verdict::tampered;
  BitReader in(*bits);
  if (in.take(kSumBits) != check_sum(*bits, kSumBits) || in.failed()) return Verdict::tampered;
  if (in.take(kDigestBits) != head_of(fingerprint)) return Verdict::other_scenario;
  Shared shared;
  shared.claim = take_claim(in, scenario);
  shared.run = RunBits(scenario).take(in);
  if (in.failed() || in.left() > 0) return Verdict::tampered;
  return shared;
}

bool same_edit(const Edit& left, const Edit& right) {
  const bool same_time =
      left.at.has_value() == right.at.has_value() &&
      (!left.at || (left.at->stage == right.at->stage && left.at->round == right.at->round));
  return same_time && left.path == right.path && to_string(left.value) == to_string(right.value);
}

bool same_move(const Move& left, const Move& right) {
  return left.at.stage == right.at.stage && left.at.round == right.at.round &&
         left.actor == right.actor && left.kind == right.kind && left.offer == right.offer;
}

bool same_run(const Run& left, const Run& right) {
  return left.model == right.model && left.seed == right.seed &&
         std::equal(left.edits.begin(), left.edits.end(), right.edits.begin(), right.edits.end(),
                    same_edit) &&
         std::equal(left.moves.begin(), left.moves.end(), right.moves.begin(), right.moves.end(),
                    same_move);
}

const char* words_for(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok:
      return "the code is sound";
    case Verdict::other_scenario:
      return "the code was made for another scenario, or for another version of this one";
    case Verdict::tampered:
      return "a letter of the code is wrong or missing";
    case Verdict::malformed:
      return "this is no share code";
  }
  return "";
}

}  // namespace

Claim claim_of(const Trace& trace) {
  return {.agreed = trace.outcome.agreed,
          .stage = trace.outcome.stage,
          .round = trace.outcome.round,
          .digest = head_of(digest(trace))};
}

std::optional<std::string> share_code(const Scenario& scenario, const std::string& fingerprint,
                                      const Run& run, const Trace& trace) {
  BitWriter body;
  body.put(head_of(fingerprint), kDigestBits);
  put_claim(body, claim_of(trace), scenario);
  if (!RunBits(scenario).put(body, run)) return {};
  // what is longer than that has no hope; saves the long arithmetic
  if (body.bits().size() > kShareCodeLetters * 6) return {};
  BitWriter all;
  all.put(check_sum(body.bits(), 0), kSumBits);
  for (const bool bit : body.bits()) all.put_flag(bit);
  std::string code = std::string(kPrefix) + to_letters(all.bits());
  if (code.size() > kShareCodeLetters) return {};
  // a value that has no form on one line would come back as another
  const auto read = decode(code, scenario, fingerprint);
  const auto* const shared = std::get_if<Shared>(&read);
  if (shared == nullptr || !same_run(shared->run, run)) return {};
  return code;
}

Result<Shared> read_share_code(const std::string& code, const Scenario& scenario,
                               const std::string& fingerprint) {
  const auto read = decode(code, scenario, fingerprint);
  if (const auto* const shared = std::get_if<Shared>(&read)) return *shared;
  return Diagnostics{{.code = Code::bad_share_code, .message = words_for(std::get<Verdict>(read))}};
}

Verdict verify(const std::string& code, const Scenario& scenario, const std::string& fingerprint) {
  const auto read = decode(code, scenario, fingerprint);
  const auto* const shared = std::get_if<Shared>(&read);
  if (shared == nullptr) return std::get<Verdict>(read);
  const auto trace = simulate(scenario, shared->run);
  if (!trace) return Verdict::tampered;
  return same_claim(claim_of(*trace), shared->claim) ? Verdict::ok : Verdict::tampered;
}

}  // namespace detente
