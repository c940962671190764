// What a frame of the window costs, without a screen: `build/release/tests/bench/detente_ui_bench`.

#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "support/generated.hpp"
#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/headless/headless.hpp"

namespace {

using namespace detente::ui;  // NOLINT(google-build-using-namespace): a program of its own
using detente::support::TalksSize;

const std::string kParis = DETENTE_SOURCE_DIR "/scenarios/paris.yaml";
constexpr TalksSize kLarge{.actors = 12, .issues = 6, .rounds = 30};
constexpr TalksSize kHuge{.actors = 40, .issues = 10, .rounds = 100};

/// Nothing is computed beside the frame: the talks are played, and settled talks stay as they are.
struct Window {
  explicit Window(const TalksSize& size) {
    Desk& desk = headless.desk();
    open_text(desk, "", detente::support::generated_talks(size));
    desk.tour.open = false;
    const Branch& branch = *current_branch(desk);
    desk.results.played[branch.id] =
        std::make_shared<const Played>(play(*desk.document.source, branch));
    desk.results.holds[branch.id] = kWorlds;
    move_playhead(desk, size.rounds / 2);
  }

  Headless headless{1600, 900, Jobs::Mode::threads};
};

TalksSize size_of(const benchmark::State& state) {
  return state.range(0) == 0 ? kLarge : kHuge;
}

/// The code of the panes, with ImGui's own but without a picture.
void frame(benchmark::State& state) {
  Window window(size_of(state));
  Headless& headless = window.headless;
  headless.desk().view.workspace = static_cast<Workspace>(state.range(1));
  headless.frames(3);
  // what is computed beside the frames gets some time first; the map of huge talks goes on
  constexpr int kMost = 3000;
  for (int turn = 0; turn < kMost && headless.app().restless(); ++turn) headless.frames(1);
  while (state.KeepRunning()) headless.frame({});
}
BENCHMARK(frame)
    ->ArgNames({"huge", "workspace"})
    ->ArgsProduct({{0, 1}, {1, 2, 3, 5}})
    ->Unit(benchmark::kMillisecond);

/// From one round to the next, with the frame that shows it, while the answer to "why" is begun and
/// dropped.
void step(benchmark::State& state) {
  Window window(size_of(state));
  Headless& headless = window.headless;
  headless.frames(3);
  const int rounds = size_of(state).rounds;
  int round = 0;
  while (state.KeepRunning()) {
    round = round % rounds + 1;
    move_playhead(headless.desk(), round);
    headless.frame({});
  }
}
BENCHMARK(step)->ArgName("huge")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

/// From nothing to the first frame with Paris in it: fonts, file, layout.
void first_frame(benchmark::State& state) {
  while (state.KeepRunning()) {
    Headless headless(1600, 900, Jobs::Mode::threads);
    open_file(headless.desk(), kParis);
    headless.frame({});
  }
}
BENCHMARK(first_frame)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A frame with its picture, as scripts take it.
void headless_frame(benchmark::State& state) {
  Headless headless(1600, 900);
  open_file(headless.desk(), kParis);
  headless.settle();
  while (state.KeepRunning()) {
    headless.frame({});
    benchmark::DoNotOptimize(headless.picture().pixels.data());
  }
}
BENCHMARK(headless_frame)->Unit(benchmark::kMillisecond);

/// A number changed by hand, until the new branch is played and drawn.
void edit_to_branch(benchmark::State& state) {
  Window window(kLarge);
  Headless& headless = window.headless;
  headless.frames(3);
  double walk_away = 0.5;
  while (state.KeepRunning()) {
    Desk& desk = headless.desk();
    walk_away = walk_away > 0.7 ? 0.5 : walk_away + 0.01;
    const auto faults =
        fork(desk, {{.path = "actors.actor_1.walk_away", .value = detente::Value::of(walk_away)}});
    if (!faults.empty()) state.SkipWithError("the edit does not fit");
    while (current_run(desk) == nullptr) headless.frame({});
    headless.frame({});
    state.PauseTiming();
    undo(desk);
    state.ResumeTiming();
  }
}
BENCHMARK(edit_to_branch)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(20);

/// Frames while flips of huge talks are looked for: none of them waits. Stops before the answer.
void frame_while_thinking(benchmark::State& state) {
  Window window(kHuge);
  Headless& headless = window.headless;
  headless.frames(3);
  int waited = 0;
  while (state.KeepRunning()) {
    headless.frame({});
    waited += headless.app().jobs().busy("why") ? 1 : 0;
  }
  state.counters["frames_thinking"] = waited;
}
BENCHMARK(frame_while_thinking)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(200);

}  // namespace
