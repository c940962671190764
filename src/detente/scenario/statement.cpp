#include "detente/scenario/statement.hpp"

#include <algorithm>

#include "detente/scenario/ids.hpp"

namespace detente::detail {
namespace {

using Kind = Condition::Kind;

bool is_blank(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n';
}

/// Letters of a word: those of ids, and all that are not ASCII, so that a Cyrillic one is told as
/// part of its word.
bool is_in_word(char letter) {
  const auto code = static_cast<unsigned char>(letter);
  if (code >= 0x80U || letter == '_') return true;
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9');
}

/// How firmly an operator holds its sides together.
int strength(Kind kind) {
  switch (kind) {
    case Kind::negation:
      return 4;
    case Kind::conjunction:
      return 3;
    case Kind::disjunction:
      return 2;
    default:
      return 1;
  }
}

std::optional<Kind> operator_of(std::string_view word) {
  const std::string small = in_small_letters(word);
  if (small == "&" || small == "and") return Kind::conjunction;
  if (small == "|" || small == "or") return Kind::disjunction;
  if (small == "if") return Kind::implication;
  if (small == "iff") return Kind::equivalence;
  return {};
}

/// From the sentence as people write it to postfix order, with stacks of its own: a text of nothing
/// but parentheses must not use up the machine's.
class Parser {
 public:
  Parser(std::string_view text, const std::vector<std::string>& options, Condition& condition)
      : text_(text), options_(options), steps_(condition.steps) {}

  std::optional<StatementFault> parse() {
    steps_.clear();
    if (text_.size() > kLongestStatement) {
      fail(0,
           "a statement must not be longer than " + std::to_string(kLongestStatement) + " letters");
      fault_->code = Code::too_large;
    }
    while (!fault_ && next()) {
      if (wants_operand_) {
        take_operand();
      } else {
        take_operator();
      }
    }
    if (!fault_) finish();
    return fault_;
  }

 private:
  /// An operator or a parenthesis that is still open.
  struct Pending {
    bool parenthesis = false;
    Kind kind = Kind::is_on;
    std::size_t place = 0;
  };

  void fail(std::size_t place, std::string message, std::string hint = {}) {
    fault_ = StatementFault{
        .place = place, .message = std::move(message), .hint = std::move(hint), .unknown = {}};
  }

  /// Finds the next word or sign; false at the end.
  bool next() {
    place_ += word_.size();
    while (place_ < text_.size() && is_blank(text_[place_])) ++place_;
    std::size_t end = place_;
    while (end < text_.size() && is_in_word(text_[end])) ++end;
    if (end == place_ && end < text_.size()) ++end;
    word_ = text_.substr(place_, end - place_);
    return !word_.empty();
  }

  void take_operand() {
    if (word_ == "(") return open();
    const auto option = std::find(options_.begin(), options_.end(), word_);
    if (option != options_.end()) {
      operands_.push_back(steps_.size());
      steps_.push_back({Kind::is_on, static_cast<int>(option - options_.begin())});
      wants_operand_ = false;
    } else if (word_ == "!" || in_small_letters(word_) == "not") {
      pending_.push_back({.kind = Kind::negation, .place = place_});
    } else if (operator_of(word_) || word_ == ")") {
      fail(place_, "an option is missing before '" + std::string(word_) + '\'');
    } else if (is_in_word(word_.front())) {
      fail(place_, "unknown option '" + std::string(word_) + '\'');
      fault_->code = Code::unknown_id;
      fault_->unknown = word_;
    } else {
      fail_at_sign();
    }
  }

  void take_operator() {
    if (word_ == ")") return close();
    const auto kind = operator_of(word_);
    if (!kind && !is_in_word(word_.front()) && word_ != "!" && word_ != "(") return fail_at_sign();
    if (!kind) {
      return fail(place_,
                  "'&', '|', 'if' or 'iff' is missing before '" + std::string(word_) + '\'');
    }
    const int own = strength(*kind);
    while (has_operator() && strength(pending_.back().kind) > own) reduce();
    if (has_operator() && strength(pending_.back().kind) == own) {
      if (own == 1) {
        return fail(place_,
                    "a second '" + std::string(word_) + "' leaves open what belongs together",
                    "use parentheses");
      }
      reduce();
    }
    pending_.push_back({.kind = *kind, .place = place_});
    wants_operand_ = true;
  }

  void fail_at_sign() {
    fail(place_, "the sign '" + std::string(word_) + "' means nothing here",
         "there are !, &, |, if, iff and parentheses");
  }

  void open() {
    if (++depth_ > kDeepestStatement) {
      fail(place_, "parentheses nested deeper than " + std::to_string(kDeepestStatement));
      fault_->code = Code::too_large;
    }
    pending_.push_back({.parenthesis = true, .place = place_});
  }

  void close() {
    while (has_operator()) reduce();
    if (pending_.empty()) return fail(place_, "this ')' closes nothing");
    pending_.pop_back();
    --depth_;
  }

  void finish() {
    if (wants_operand_) {
      return fail(text_.size(), steps_.empty() && pending_.empty() ? "the statement is empty"
                                                                   : "the statement breaks off");
    }
    while (has_operator()) reduce();
    if (!pending_.empty()) fail(pending_.back().place, "this '(' is never closed");
  }

  bool has_operator() const { return !pending_.empty() && !pending_.back().parenthesis; }

  /// Writes the operator last met behind its sides.
  void reduce() {
    const Kind kind = pending_.back().kind;
    pending_.pop_back();
    if (kind != Kind::negation) {
      const auto second = static_cast<std::ptrdiff_t>(operands_.back());
      operands_.pop_back();
      const auto first = static_cast<std::ptrdiff_t>(operands_.back());
      // the cause stands behind "if" but comes first
      if (kind == Kind::implication) {
        std::rotate(steps_.begin() + first, steps_.begin() + second, steps_.end());
      }
    }
    steps_.push_back({kind, -1});
  }

  std::string_view text_;
  const std::vector<std::string>& options_;
  std::vector<Condition::Step>& steps_;
  std::vector<std::size_t> operands_{};  ///< Where each begins among the steps.
  std::vector<Pending> pending_{};
  std::string_view word_{};
  std::size_t place_ = 0;
  std::size_t depth_ = 0;
  bool wants_operand_ = true;
  std::optional<StatementFault> fault_{};
};

}  // namespace

std::optional<StatementFault> parse_statement(std::string_view text,
                                              const std::vector<std::string>& options,
                                              Condition& condition) {
  return Parser(text, options, condition).parse();
}

}  // namespace detente::detail
