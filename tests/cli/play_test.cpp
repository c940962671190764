// run --play: a person in the terminal, whose lines come from a text here.

#include "cli/play.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/exit_code.hpp"
#include "cli/play_words.hpp"
#include "cli/run.hpp"
#include "detente/core/text.hpp"
#include "support/folder.hpp"
#include "support/printed.hpp"

using namespace detente::cli;  // NOLINT(google-build-using-namespace): tests only
using detente::Language;
using detente::support::Printed;
using nlohmann::json;

namespace {

const std::string kTowns = DETENTE_SOURCE_DIR "/scenarios/lessons/two-parties.yaml";
const std::string kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";

Printed play_it(RunOptions options, const std::string& lines) {
  options.play = true;
  options.worlds = 0;
  std::istringstream in(lines);
  std::ostringstream out;
  std::ostringstream messages;
  const int code = run_run(options, in, out, messages);
  return {code, out.str(), messages.str()};
}

RunOptions towns(const std::string& model, const std::vector<std::string>& seats) {
  RunOptions options{.inputs = {.file = kTowns, .model = model}};
  for (const std::string& seat : seats) {
    options.inputs.sets.push_back("actors." + seat + ".tactic=human");
  }
  return options;
}

std::string line_of(const std::string& text, const std::string& begins) {
  const std::size_t place = text.find(begins);
  REQUIRE(place != std::string::npos);
  return text.substr(place, text.find('\n', place) - place);
}

int widest_line(std::string text) {
  // a person's answer would end the line of a prompt
  std::replace(text.begin(), text.end(), '>', '\n');
  int widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("detente run ")) continue;  // to be copied as a whole
    widest = std::max(widest, detente::count_letters(line));
  }
  return widest;
}

/// The run of an overlay that somebody saved.
std::string digest_of_replay(const RunOptions& played) {
  RunOptions replay{.inputs = {.file = played.inputs.file,
                               .model = played.inputs.model,
                               .overlays = {played.save}},
                    .show = {.json = true},
                    .worlds = 0};
  std::ostringstream out;
  std::ostringstream messages;
  REQUIRE(run_run(replay, out, messages) == kOk);
  return "Digest " + json::parse(out.str()).at("digest").get<std::string>();
}

/// A file in the temporary folder, gone at the end of the test.
class TemporaryPath {
 public:
  explicit TemporaryPath(const std::string& name) : path_(detente::support::own_path(name)) {}
  TemporaryPath(const TemporaryPath&) = delete;
  TemporaryPath& operator=(const TemporaryPath&) = delete;
  ~TemporaryPath() { std::filesystem::remove(path_); }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("play: whoever follows every hint plays as the program does") {
  // the program's own moves in the only seat: accept and offer, as `linear` would
  const Printed alone = play_it(towns("offers", {"lower_ford"}), "");
  CHECK(alone.code == kOk);
  CHECK(alone.says("The input has ended"));
  RunOptions plain{.inputs = {.file = kTowns, .model = "offers"}, .worlds = 0};
  std::ostringstream out;
  std::ostringstream messages;
  REQUIRE(run_run(plain, out, messages) == kOk);
  CHECK(line_of(alone.out, "Digest ") == line_of(out.str(), "Digest "));
}

TEST_CASE("play: what a person says is played, and the saved moves play it again") {
  const TemporaryPath file("detente_play_role.yaml");
  for (const char* model : {"offers", "coalition"}) {
    CAPTURE(model);
    RunOptions options = towns(model, {"lower_ford"});
    options.save = file.path();
    const Printed printed = play_it(options,
                                    "help\nissues\nhint\nwhy\ntry share=p30\n"
                                    "offer share=p15\noffer share=p20\noffer 1=6\naccept\n");
    CHECK(printed.code == kOk);
    CHECK(printed.says("Lower Ford"));
    CHECK(printed.says("The program would"));
    CHECK(widest_line(printed.out) <= 80);
    CHECK(line_of(printed.out, "Digest ") == digest_of_replay(options));
    std::ostringstream saved;
    saved << std::ifstream(file.path()).rdbuf();
    CHECK(saved.str().find("detente/overlay/1") != std::string::npos);
  }
}

TEST_CASE("play: an offer of a person is tabled as it was said") {
  RunOptions options = towns("offers", {"upper_ford"});
  options.show.json = true;
  const Printed printed = play_it(options, "offer share=p55\nleave\n");
  CHECK(printed.code == kOk);
  const json document = json::parse(printed.out);  // the dialogue stands aside
  CHECK(printed.messages.find("upper_ford> ") != std::string::npos);
  const json offers = document.at("stages").at(0).at("rounds").at(1).at("offers");
  CHECK(offers.at(0).at("by") == "upper_ford");
  CHECK(offers.at(0).at("package").at("share") == "p55");
}

TEST_CASE("play: what is not understood is asked again, with a suggestion") {
  const Printed printed = play_it(towns("offers", {"lower_ford"}),
                                  "acept\nxyzzy\noffer\noffer share\noffer river=p10\n"
                                  "offer share=p11\nh\n\nquit\n");
  CHECK(printed.code == kInterrupted);
  CHECK(printed.says("did you mean “accept”?"));
  CHECK(printed.says("“xyzzy” is not known"));
  CHECK(printed.says("for example: offer share="));
  CHECK(printed.says("no open issue “river”"));
  CHECK(printed.says("has no option “p11”"));
  CHECK(printed.says("“h” may mean: hint and help"));
  CHECK_FALSE(printed.says("Digest"));
}

TEST_CASE("play: to accept or offer less than no deal is noticed, and counts") {
  RunOptions options = towns("offers", {"lower_ford"});
  options.inputs.sets.emplace_back("actors.lower_ford.walk_away=0.99");
  const Printed accepted = play_it(options, "accept\n");
  CHECK(accepted.code == kOk);
  CHECK(accepted.says("less than no deal: 0.99."));
  CHECK_FALSE(accepted.says("The input has ended"));
  const Printed offered = play_it(options, "offer share=p50\nquit\n");
  CHECK(offered.says("less than no deal: 0.99."));
  const Printed tried = play_it(options, "try share=p50\nrefuse\nquit\n");
  CHECK_FALSE(tried.says("less than no deal"));
}

TEST_CASE("play: what is not possible now is said") {
  const Printed printed = play_it(towns("offers", {"upper_ford"}), "accept\nquit\n");
  CHECK(printed.says("There is no offer to answer."));
  CHECK(printed.says("“accept” is not possible now"));
}

TEST_CASE("play: several people on one terminal are asked in turn") {
  const TemporaryPath file("detente_play_two.yaml");
  RunOptions options = towns("offers", {"upper_ford", "lower_ford"});
  options.save = file.path();
  const Printed printed =
      play_it(options, "offer share=p70\noffer share=p20\noffer share=p50\naccept\n");
  CHECK(printed.code == kOk);
  const std::size_t first = printed.out.find("upper_ford> ");
  const std::size_t second = printed.out.find("lower_ford> ");
  REQUIRE(first != std::string::npos);
  REQUIRE(second != std::string::npos);
  CHECK(first < second);
  CHECK_FALSE(printed.says("The input has ended"));
  CHECK(printed.says("50 %"));
  CHECK(line_of(printed.out, "Digest ") == digest_of_replay(options));
}

TEST_CASE("play: in every language, with its own words and with the English ones") {
  for (const auto& [spoken, words] :
       {std::pair{"bg", "помощ\nвъпроси\nпредлагам share=p40\nпомищ\nкрай\n"},
        std::pair{"uk", "допомога\nпитання\nпропоную share=p40\nдопомого\nвихід\n"},
        std::pair{"bg", "help\nissues\noffer share=p40\nquit\n"}}) {
    const std::string language = spoken;  // no binding can be captured
    CAPTURE(language);
    RunOptions options = towns("offers", {"upper_ford"});
    options.show.language = language;
    const Printed printed = play_it(options, words);
    CHECK(printed.code == kInterrupted);
    CHECK(widest_line(printed.out) <= 80);
    CHECK_FALSE(printed.says("not known"));
  }
}

TEST_CASE("play: a seat in the Paris talks, with a setting that the overlay repeats") {
  const TemporaryPath file("detente_play_paris.yaml");
  RunOptions options{
      .inputs = {.file = kParis,
                 .sets = {"actors.coalition.tactic=human", "actors.russia.walk_away=0.42"}},
      .save = file.path()};
  const Printed printed = play_it(options, "accept\naccept\nrefuse\naccept\naccept\n");
  CHECK(printed.code == kOk);
  CHECK(line_of(printed.out, "Digest ") == digest_of_replay(options));
}

TEST_CASE("play: without a human seat, or with the scenario on the same input, it is misuse") {
  const Printed nobody = play_it({.inputs = {.file = kTowns}}, "");
  CHECK(nobody.code == kUsage);
  CHECK(nobody.messages.find("--set actors.upper_ford.tactic=human") != std::string::npos);
  RunOptions unwritable = towns("offers", {"upper_ford"});
  unwritable.save = "/nowhere/role.yaml";
  CHECK(play_it(unwritable, "leave\n").code == kFailed);
}

TEST_CASE("play: every sentence is sound and names the same slots in every language") {
  for (const detente::detail::Phrase& word : play_words()) {
    CAPTURE(word.key);
    for (const Language language : detente::kLanguages) {
      const std::string_view pattern = word.patterns[static_cast<std::size_t>(language)];
      CHECK_FALSE(pattern.empty());
      CHECK(detente::detail::fault_in_pattern(language, pattern).empty());
      CHECK(detente::detail::slots_of(pattern) == detente::detail::slots_of(word.patterns[0]));
    }
  }
}
