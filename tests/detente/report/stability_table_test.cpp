// A conflict in words.

#include "detente/report/stability_table.hpp"

#include <doctest/doctest.h>

#include "support/data.hpp"

namespace detente {
namespace {

const std::string kCuba = "published/fraser1984/cuban-missiles";

std::string why(Concept solution, int actor, StateIndex state, Language language) {
  const auto report = open_conflict(support::load_shipped(kCuba));
  REQUIRE(report);
  const Certificate certificate =
      certify(*report->conflict, solution, Sanctions::legal, actor, state);
  return narrate(*report, certificate, {.language = language, .width = 1000});
}

}  // namespace

TEST_CASE("state_words: what is taken, by owner; nothing; a graph by its ids") {
  const auto report = open_conflict(support::load_shipped(kCuba));
  REQUIRE(report);
  CHECK(state_words(*report, 6, Language::en) ==
        "United States: Naval blockade; Soviet Union: Withdraw the missiles");
  CHECK(state_words(*report, 0, Language::en) == "no option is taken");
  CHECK(state_words(*report, 0, Language::uk) == "жодної можливості не обрано");
  const auto graph = open_conflict(support::load_shipped("published/fang1993/chicken"));
  REQUIRE(graph);
  CHECK(state_words(*graph, 1, Language::bg) == "DC");
}

TEST_CASE("a certificate: every improvement, the answer to it, and what that leaves") {
  CHECK(why(Concept::smr, 0, 6, Language::en) ==
        "  State 6 is stable for the United States (symmetric metarationality): 1 improvement is "
        "open, and the others can answer it.\n"
        "    If the United States moves to state 4 (“Naval blockade”: no), the answer is: the "
        "Soviet Union to state 0 (“Withdraw the missiles”: no). State 0 is no better for the "
        "United States than state 6. From there its best move leads to state 2, no better than "
        "state 6 either.\n");
  CHECK(why(Concept::nash, 0, 6, Language::en) ==
        "  State 6 is not stable for the United States (Nash stability): a move to state 4 "
        "(“Naval blockade”: no) is an improvement.\n");
}

TEST_CASE("a certificate: names stand in the right form") {
  CHECK(why(Concept::nash, 1, 6, Language::bg) ==
        "  Състояние 6 е устойчиво за Съветския съюз (устойчивост по Наш): никой ход оттам не е "
        "подобрение.\n");
  CHECK(why(Concept::nash, 1, 6, Language::uk) ==
        "  Стан 6 стійкий для Радянського Союзу (стійкість за Нешем): жоден хід звідти не є "
        "покращенням.\n");
}

TEST_CASE("stability_table: those that hold by answers alone stand in one line") {
  const auto report = stability(support::load_shipped(kCuba), {.coalitions = true});
  REQUIRE(report);
  const std::string table = stability_table(*report, false, {.width = 1000});
  CHECK(table.find("  State 5 (YNYN): United States: Air strike on the missiles; Soviet Union: "
                   "Withdraw the missiles\n    Holds as nash, gmr, smr, seq, sseq, sim.\n") !=
        std::string::npos);
  CHECK(table.find("whether or not that is in their interest (gmr, smr): 0, 1, 2, 7.\n") !=
        std::string::npos);
  CHECK(table.find("which cannot be taken back") != std::string::npos);
  CHECK(table.find("State 6 (sequential stability): the United States and the Soviet Union "
                   "together would move to state 4.") != std::string::npos);
}

}  // namespace detente
