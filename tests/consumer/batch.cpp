// Plays a batch by the library alone: consumer_batch PLAN FOLDER

#include <detente/batch/run_batch.hpp>
#include <exception>
#include <iostream>
#include <utility>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto plan = detente::load_plan(argv[1]);
  if (!plan) {
    for (const auto& fault : plan.error()) std::cerr << detente::to_string(fault) << '\n';
    return 3;
  }
  try {
    auto experiment = detente::make_experiment(std::move(plan).value());
    const auto end = run_batch(std::move(experiment), {.folder = argv[2], .threads = 2});
    return end.kind == detente::BatchEnd::Kind::complete ? 0 : 1;
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 1;
  }
}
