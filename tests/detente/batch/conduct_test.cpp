// Many threads, one order.

#include "detente/batch/conduct.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using detente::conduct;
using detente::ConductOptions;
using detente::PlayRun;
using detente::RunRow;
using detente::Stop;

namespace {

/// Keeps the numbers of runs, and how often it was flushed.
class ListSink final : public detente::Sink {
 public:
  explicit ListSink(std::int64_t first = 0) : next_(first) {}

  std::int64_t next_run() const override { return next_; }
  void append(std::span<const RunRow> rows) override {
    for (const RunRow& row : rows) {
      REQUIRE(row.run == next_);
      if (row.run == full_at) throw std::runtime_error("no space");
      ++next_;
    }
  }
  void flush() override { flushed = next_; }

  std::int64_t full_at = -1;
  std::int64_t flushed = 0;

 private:
  std::int64_t next_;
};

RunRow plain_row(std::int64_t run) {
  return {.run = run, .ok = run % 10 != 3};
}

}  // namespace

TEST_CASE("conduct: every run once and in order, for any number of threads") {
  for (const int threads : {1, 2, 4, 7}) {
    CAPTURE(threads);
    ListSink sink(5);
    detente::Pace last;
    ConductOptions options{.threads = threads};
    options.progress = [&](const detente::Pace& pace) { last = pace; };
    CHECK(conduct([] { return PlayRun(plain_row); }, 2005, sink, options));
    CHECK(sink.next_run() == 2005);
    CHECK(sink.flushed == 2005);
    CHECK(last.played == 2000);
    CHECK(last.failed == 200);
  }
}

TEST_CASE("conduct: nothing to do is done at once") {
  ListSink sink(10);
  const auto nobody = []() -> PlayRun { throw std::logic_error("no player is needed"); };
  CHECK(conduct(nobody, 10, sink, {.threads = 2}));
}

TEST_CASE("conduct: blocks follow a clock, rows do not") {
  std::atomic<int> ticks{0};
  ListSink sink;
  ConductOptions options{.threads = 3};
  options.clock = [&] { return 0.001 * ticks++; };
  CHECK(conduct([] { return PlayRun(plain_row); }, 5000, sink, options));
  CHECK(sink.flushed == 5000);
}

TEST_CASE("conduct: a slow first run holds up the writing, and the others wait for it") {
  std::atomic<std::int64_t> furthest{0};
  std::atomic<bool> go{false};
  const auto play = [&](std::int64_t run) {
    if (run == 0) {
      while (!go) std::this_thread::yield();
    }
    std::int64_t before = furthest;
    while (before < run && !furthest.compare_exchange_weak(before, run)) {
    }
    return plain_row(run);
  };
  ListSink sink;
  std::thread let_go([&] {
    // all that may be played ahead of it
    while (furthest < 64) std::this_thread::yield();
    for (int turn = 0; turn < 1000; ++turn) std::this_thread::yield();
    go = true;
  });
  std::int64_t ahead = 0;
  ConductOptions options{.threads = 2};
  options.progress = [&](const detente::Pace& pace) {
    if (pace.played == 64) ahead = furthest;
  };
  CHECK(conduct([&] { return PlayRun(play); }, 100'000, sink, options));
  let_go.join();
  CHECK(sink.next_run() == 100'000);
  CHECK(ahead < 64 * 20);  // and not all the rest
}

TEST_CASE("conduct: a stop ends it at the next run and keeps what was played in order") {
  std::atomic<bool> asked{false};
  const auto play = [&](std::int64_t run) {
    if (run == 300) asked = true;
    return plain_row(run);
  };
  ListSink sink;
  CHECK_FALSE(conduct([&] { return PlayRun(play); }, 1'000'000, sink,
                      {.threads = 2, .stop = Stop(&asked)}));
  CHECK(sink.next_run() > 0);
  CHECK(sink.next_run() < 10'000);
  CHECK(sink.flushed == sink.next_run());
  asked = false;
  CHECK(conduct([] { return PlayRun(plain_row); }, 20'000, sink, {.threads = 2}));
  CHECK(sink.next_run() == 20'000);
}

TEST_CASE("conduct: what a sink or a player throws comes out, and no thread is left") {
  ListSink full;
  full.full_at = 700;
  CHECK_THROWS_WITH(conduct([] { return PlayRun(plain_row); }, 100'000, full, {.threads = 3}),
                    "no space");
  ListSink sink;
  const auto play = [](std::int64_t run) {
    if (run == 500) throw std::bad_alloc();
    return plain_row(run);
  };
  CHECK_THROWS_AS(conduct([&] { return PlayRun(play); }, 100'000, sink, {.threads = 3}),
                  std::bad_alloc);
  CHECK(sink.flushed <= 500);
  CHECK(sink.flushed == sink.next_run());
}
