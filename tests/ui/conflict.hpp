#pragma once

#include <string>

// Scenarios with a conflict, votes or a game, for the tests of workspace 5.
namespace detente::ui::support {

/// The Cuban missile crisis of 1962.
/// @source  Fraser & Hipel 1984, "Conflict Analysis: Models and Resolutions" (rankings).
inline const std::string kCuba = R"(schema: detente/scenario/1
id: cuba
title: Cuba
actors:
  us: {title: {en: United States, bg: САЩ, uk: США}}
  ussr: {title: {en: Soviet Union, bg: СССР, uk: СРСР}}
conflict:
  options:
    us:
      air_strike: {title: {en: Strike from the air, bg: Въздушен удар, uk: Повітряний удар}}
      blockade: {title: {en: Blockade, bg: Блокада, uk: Блокада}}
    ussr:
      withdraw: {title: {en: Withdraw, bg: Изтегляне, uk: Виведення}}
      escalate: {title: {en: Escalate, bg: Ескалация, uk: Ескалація}}
  status_quo: {}
  infeasible: [{withdraw: yes, escalate: yes}]
  irreversible: {air_strike: to_yes}
  preferences:
    us: {ranking: [4, 6, 5, 7, 2, 1, 3, 0, 11, 9, 10, 8]}
    ussr: {ranking: [0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8]}
)";

/// The smelter of Elmira, nine states with listed moves.
/// @source  Kilgour, Hipel, Fang & Peng 2001.
inline const std::string kElmira = R"(schema: detente/scenario/1
id: elmira
title: Elmira
actors: {ministry: {title: Ministry}, company: {title: Company}, council: {title: Council}}
conflict:
  graph:
    states: [NYNNN, YYNNN, NNYNN, YNYNN, NYNNY, YYNNY, NNYNY, YNYNY, closed]
    moves:
      ministry: [[1, 2], [3, 4], [5, 6], [7, 8]]
      company: [[1, 3], [1, 9], [2, 4], [2, 9], [3, 9], [4, 9], [5, 7], [5, 9], [6, 8], [6, 9],
                [7, 9], [8, 9]]
      council: [[1, 5], [5, 1], [2, 6], [6, 2], [3, 7], [7, 3], [4, 8], [8, 4]]
  status_quo: 1
  preferences:
    ministry: {ranking: [7, 3, 4, 8, 5, 1, 2, 6, 9]}
    company: {ranking: [1, 4, 8, 5, 9, 3, 7, 2, 6]}
    council: {ranking: [7, 3, 5, 1, 8, 6, 4, 2, 9]}
)";

/// Twelve options of three parties: 4,096 states.
inline std::string many_states() {
  std::string yaml = "schema: detente/scenario/1\nid: many\ntitle: Many states\nactors: {";
  const std::string parties = "abc";
  for (const char party : parties) yaml += std::string(1, party) + ": {}, ";
  yaml += "}\nconflict:\n  options:\n";
  for (const char party : parties) {
    yaml += "    " + std::string(1, party) + ": [";
    for (int option = 0; option < 4; ++option) {
      yaml += (option > 0 ? ", " : "") + std::string(1, party) + std::to_string(option);
    }
    yaml += "]\n";
  }
  yaml += "  status_quo: {}\n  preferences:\n";
  yaml += "    a: {statements: [\"b0 & !a0\", \"c1 | a1\", \"a2 iff b2\", \"!c3\", a3, b1]}\n";
  yaml += "    b: {statements: [\"a0 | b1\", \"!c2\", \"b3 if a3\", \"!b0\", c0, a1]}\n";
  yaml += "    c: {statements: [\"!a0\", \"c0 & b0\", \"c3\", \"b2 | a2\", \"!c1\", a3]}\n";
  return yaml;
}

/// The council of the European Economic Community in 1958.
/// @source  Brams & Affuso 1976 (weights and quota).
inline const std::string kCouncil = R"(schema: detente/scenario/1
id: council
title: Council
votes: {rules: [{quota: 12, weights: {germany: 4, france: 4, italy: 4, belgium: 2, netherlands: 2, luxembourg: 1}}]}
)";

/// Two with a left glove each, one with a right one: its owner gets everything.
inline const std::string kGloves = R"(schema: detente/scenario/1
id: gloves
title: Gloves
game: {players: [left, other, right], values: {left right: 1, other right: 1, left other right: 1}}
)";

}  // namespace detente::ui::support
