#include "cli/play_seat.hpp"

#include <algorithm>
#include <istream>
#include <ostream>
#include <sstream>
#include <utility>

#include "detente/core/text.hpp"
#include "detente/report/page.hpp"
#include "detente/report/telling.hpp"

namespace detente::cli {
namespace {

constexpr int kMostListed = 12;  // options of an issue, before the list is cut
constexpr int kLabel = 13;       // letters before what a word means, in the help

/// The place, from 0, that a number from 1 to `count` stands for.
std::optional<int> numbered(const std::string& word, int count) {
  const bool digits = !word.empty() && word.size() <= 4 &&
                      word.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) return {};
  const int number = std::stoi(word);
  if (number < 1 || number > count) return {};
  return number - 1;
}

/// The move that a word stands for.
std::optional<Move::Kind> kind_of(Ask ask) {
  switch (ask) {
    case Ask::accept:
      return Move::Kind::accept;
    case Ask::refuse:
      return Move::Kind::refuse;
    case Ask::offer:
      return Move::Kind::offer;
    case Ask::leave:
      return Move::Kind::leave;
    default:
      return {};
  }
}

}  // namespace

PlaySeat::PlaySeat(const SeatTurn& turn, const NarrationOptions& narrating, std::istream& in,
                   std::ostream& out)
    : turn_(turn),
      narrating_(narrating),
      in_(in),
      out_(out),
      scenario_(turn.before->scenario()),
      voice_(scenario_, narrating.language),
      basis_(turn.package >= 0 ? turn.package : std::max(0, hint(turn).package)) {
}

void PlaySeat::say(std::string_view key, const detail::Slots& slots, int indent) {
  out_ << detail::wrapped(play_say(narrating_.language, key, slots), narrating_.width, indent, 2);
}

std::string PlaySeat::worded(const std::vector<std::string>& texts) const {
  return detail::join(narrating_.language, texts);
}

const Issue& PlaySeat::open_issue(int place) const {
  return scenario_.issues[tables().view.open[place]];
}

bool PlaySeat::may(Ask ask) const {
  const auto kind = kind_of(ask);
  return !kind || std::count(turn_.allowed.begin(), turn_.allowed.end(), *kind) > 0;
}

std::string PlaySeat::possible() const {
  std::vector<std::string> words;
  for (const Ask ask : {Ask::accept, Ask::refuse, Ask::offer, Ask::leave, Ask::hint, Ask::help}) {
    if (may(ask)) words.emplace_back(word_of(ask, narrating_.language));
  }
  return worded(words);
}

std::string PlaySeat::example() const {
  const Issue& issue = open_issue(0);
  return std::string(word_of(Ask::offer, narrating_.language)) + ' ' + issue.id + '=' +
         issue.options[tables().grid.option(basis_, 0)].id;
}

void PlaySeat::tell_issues() {
  const StageView& view = tables().view;
  const auto weights = issue_weights(view, scenario_.actors[turn_.actor]);
  out_ << '\n';
  say("issues", {{"who", voice_.actor(turn_.actor)}});
  int number = 0;
  for (std::size_t place = 0; place < view.issues.size(); ++place) {
    const int issue = view.issues[place];
    const Issue& topic = scenario_.issues[issue];
    const bool open = std::count(view.open.begin(), view.open.end(), issue) > 0;
    say("issue",
        {{"number", open ? std::to_string(++number) : std::string("-")},
         {"id", topic.id},
         {"title", voice_.issue(issue)},
         {"weight", voice_.number(weights[place])}},
        2);
    if (open) {
      tell_options(issue);
    } else {
      say("fixed", {{"option", voice_.option(issue, view.fixed[issue])}}, 5);
    }
  }
}

void PlaySeat::tell_options(int issue) {
  const Issue& topic = scenario_.issues[issue];
  const Position& position = scenario_.actors[turn_.actor].positions[issue];
  for (int option = 0; option < std::ssize(topic.options); ++option) {
    std::string title = voice_.option(issue, option);
    if (forbids(topic, position, option)) {
      title = play_say(narrating_.language, "red", {{"option", title}});
    }
    say("option",
        {{"number", std::to_string(option + 1)},
         {"id", topic.options[option].id},
         {"title", title},
         {"value", voice_.number(option_value(topic, position, option))}},
        5);
  }
}

void PlaySeat::tell_package(int package) {
  const auto options = options_of(tables(), package);
  for (const std::string& part : detail::package_parts(voice_, options, tables().view.open)) {
    out_ << detail::wrapped(part, narrating_.width, 2, 2);
  }
}

void PlaySeat::tell_worth(int package) {
  const Forecast forecast = likely_answers(turn_, package);
  say("worth", {{"who", voice_.actor(turn_.actor)},
                {"utility", voice_.number(forecast.utility)},
                {"walk_away", voice_.number(forecast.walk_away)},
                {"threshold", voice_.number(forecast.threshold)}});
  if (forecast.crosses) say("crosses");
}

void PlaySeat::tell_if_below(int package) {
  const Forecast forecast = likely_answers(turn_, package);
  if (forecast.utility < forecast.walk_away) {
    say("below", {{"who", voice_.actor(turn_.actor)},
                  {"utility", voice_.number(forecast.utility)},
                  {"walk_away", voice_.number(forecast.walk_away)}});
  }
  if (forecast.crosses) say("crosses");
}

std::string PlaySeat::answers(const Forecast& forecast) const {
  std::vector<std::string> texts;
  for (const Response& response : forecast.answers) {
    const char* const key = response.answer == Answer::accept   ? "likely.accept"
                            : response.answer == Answer::refuse ? "likely.refuse"
                                                                : "likely.unreached";
    texts.push_back(play_say(narrating_.language, key, {{"who", voice_.actor(response.actor)}}));
  }
  return worded(texts);
}

void PlaySeat::tell_likely(int package) {
  const Forecast forecast = likely_answers(turn_, package);
  if (forecast.answers.empty()) return;
  say("likely", {{"list", answers(forecast)}});
  if (forecast.agreed) say("closes");
}

void PlaySeat::tell_turn() {
  out_ << '\n';
  say("turn", {{"stage", voice_.stage(turn_.stage)},
               {"round", std::to_string(turn_.round)},
               {"rounds", std::to_string(tables().rounds)},
               {"who", voice_.actor(turn_.actor)}});
  if (turn_.package < 0) {
    say("first");
  } else {
    const bool alone = turn_.by.size() == 1;
    say(turn_.answers ? "asked" : (alone ? "bloc_alone" : "bloc"),
        {{"who", voice_.actors(turn_.by)}});
    tell_package(turn_.package);
    tell_worth(turn_.package);
  }
  say("may", {{"list", possible()}});
}

std::string PlaySeat::choices_of(int package) const {
  std::vector<std::string> choices;
  for (int place = 0; place < tables().grid.issues(); ++place) {
    const Issue& issue = open_issue(place);
    const std::string& option = issue.options[tables().grid.option(package, place)].id;
    choices.push_back(issue.id + '=' + option);
  }
  return worded(choices);
}

void PlaySeat::tell_hint() {
  const Hint idea = hint(turn_);
  const bool stands = idea.kind == Move::Kind::accept && !turn_.answers;
  switch (idea.kind) {
    case Move::Kind::accept:
      say(stands ? "hint.stand" : "hint.accept");
      break;
    case Move::Kind::refuse:
      say("hint.refuse");
      break;
    case Move::Kind::leave:
      say("hint.leave");
      break;
    case Move::Kind::offer:
      say("hint.offer", {{"list", choices_of(idea.package)}});
      break;
  }
}

void PlaySeat::tell_why() {
  const StageView& view = tables().view;
  const auto own = terms_of(scenario_, view, turn_.actor).term;
  const auto options = options_of(tables(), basis_);
  say("why");
  double sum = 0.0;
  for (std::size_t place = 0; place < view.issues.size(); ++place) {
    const int issue = view.issues[place];
    // a settled issue has one term, that of its option
    const double product = own[place].size() == 1 ? own[place].front() : own[place][options[issue]];
    sum += product;
    say("why.term",
        {{"issue", voice_.issue(issue)},
         {"option", voice_.option(issue, options[issue])},
         {"product", voice_.number(product, 3)}},
        2);
  }
  say("why.sum", {{"utility", voice_.number(sum, 3)}}, 2);
  tell_worth(basis_);
}

void PlaySeat::tell_help() {
  for (const auto& [ask, key] :
       {std::pair{Ask::accept, "help.accept"}, std::pair{Ask::refuse, "help.refuse"},
        std::pair{Ask::offer, "help.offer"}, std::pair{Ask::leave, "help.leave"},
        std::pair{Ask::attempt, "help.try"}, std::pair{Ask::hint, "help.hint"},
        std::pair{Ask::why, "help.why"}, std::pair{Ask::issues, "help.issues"},
        std::pair{Ask::help, "help.help"}, std::pair{Ask::quit, "help.quit"}}) {
    if (!may(ask)) continue;
    const std::string text = detail::fill(
        narrating_.language, play_pattern(narrating_.language, key), {{"example", example()}});
    const std::string label = "  " + pad_right(std::string(word_of(ask, narrating_.language)), 11);
    // the label takes the place of the first indent
    out_ << detail::wrapped(text, narrating_.width, kLabel, 0).replace(0, kLabel, label);
  }
  say("help.short");
}

std::optional<Ask> PlaySeat::understand(const std::string& word) {
  const auto found = meanings(word, narrating_.language);
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    const std::string near = nearest_word(word, narrating_.language);
    say(near.empty() ? "unknown" : "unknown_hint", {{"word", word}, {"near", near}});
    if (near.empty()) say("may", {{"list", possible()}});
    return {};
  }
  std::vector<std::string> words;
  words.reserve(found.size());
  for (const Ask ask : found) words.emplace_back(word_of(ask, narrating_.language));
  say("unclear", {{"word", word}, {"list", worded(words)}});
  return {};
}

std::optional<int> PlaySeat::issue_of(const std::string& word) {
  const int count = static_cast<int>(tables().view.open.size());
  std::vector<std::string> known;
  for (int place = 0; place < count; ++place) {
    known.push_back(open_issue(place).id);
    if (known.back() == word) return place;
  }
  if (const auto place = numbered(word, count)) return place;
  say("no_issue", {{"word", word}, {"list", worded(known)}});
  return {};
}

std::optional<int> PlaySeat::option_of(int place, const std::string& word) {
  const Issue& issue = open_issue(place);
  const int option = index_of(issue.options, word);
  if (option >= 0) return option;
  // where options are numbers themselves, a place in the list would be taken for one
  const auto count = issue.range ? 0 : static_cast<int>(issue.options.size());
  if (const auto number = numbered(word, count)) return number;
  std::vector<std::string> known;
  for (const Option& one : issue.options) {
    if (std::ssize(known) == kMostListed) {
      known.emplace_back("…");
      break;
    }
    known.push_back(one.id);
  }
  say("no_option", {{"issue", issue.id}, {"word", word}, {"list", worded(known)}});
  return {};
}

std::optional<int> PlaySeat::package_of(const std::string& choices) {
  std::string text = choices;
  std::replace(text.begin(), text.end(), ',', ' ');
  std::istringstream words(text);
  int package = basis_;
  bool any = false;
  for (std::string word; words >> word; any = true) {
    const std::size_t sign = word.find('=');
    if (sign == std::string::npos) {
      say("no_choice", {{"word", word}, {"example", example()}});
      return {};
    }
    const auto place = issue_of(word.substr(0, sign));
    if (!place) return {};
    const auto option = option_of(*place, word.substr(sign + 1));
    if (!option) return {};
    package = tables().grid.with(package, *place, *option);
  }
  if (any) return package;
  say("no_offer", {{"example", example()}});
  return {};
}

std::optional<Decision> PlaySeat::decide(Ask ask, const std::string& word,
                                         const std::string& rest) {
  if (!may(ask)) {
    say("not_now", {{"word", word}, {"list", possible()}});
    return {};
  }
  const auto kind = kind_of(ask);
  if (kind && *kind != Move::Kind::offer) {
    if (*kind == Move::Kind::accept) tell_if_below(turn_.package);
    return Decision{seat_move(turn_, *kind)};
  }
  const auto package = package_of(rest);
  if (!package) return {};
  if (kind) {
    const Forecast forecast = likely_answers(turn_, *package);
    if (!forecast.tabled) {
      say("not_tabled", {{"list", answers(forecast)}});
      return {};
    }
    tell_if_below(*package);
    return Decision{seat_move(turn_, *kind, *package)};
  }
  tell_package(*package);
  tell_worth(*package);
  tell_likely(*package);
  return {};
}

std::optional<Decision> PlaySeat::answer(const std::string& line) {
  std::istringstream words(line);
  std::string word;
  if (!(words >> word)) return {};
  const auto ask = understand(word);
  if (!ask) return {};
  std::string rest;
  std::getline(words, rest);
  switch (*ask) {
    case Ask::hint:
      tell_hint();
      return {};
    case Ask::why:
      tell_why();
      return {};
    case Ask::issues:
      tell_issues();
      return {};
    case Ask::help:
      tell_help();
      return {};
    case Ask::quit:
      return Decision{.quit = true};
    default:
      return decide(*ask, word, rest);
  }
}

Decision PlaySeat::ask() {
  tell_turn();
  while (true) {
    out_ << scenario_.actors[turn_.actor].id << "> " << std::flush;
    std::string line;
    if (!std::getline(in_, line)) {
      out_ << '\n';
      return {};
    }
    if (const auto decision = answer(line)) return *decision;
  }
}

}  // namespace detente::cli
