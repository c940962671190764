// Plays a scenario by the library alone and prints the digest of the run: consumer SCENARIO

#include <detente/scenario/load.hpp>
#include <detente/sim/simulate.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto loaded = detente::load_scenario(argv[1]);
  if (!loaded) {
    for (const auto& fault : loaded.error()) std::cerr << detente::to_string(fault) << '\n';
    return 3;
  }
  const auto trace = detente::simulate(loaded->scenario, {.seed = loaded->scenario.seed});
  if (!trace) return 3;
  std::cout << detente::digest(*trace) << '\n';
}
