// Work beside the window: delivered once, in order, and not at all once it was stopped.

#include "ui/jobs.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

#include "ui/desk.hpp"

namespace detente::ui {
namespace {

/// Work that adds a letter to the desk's notice.
Work note(char letter) {
  return [letter](const Stop&) -> Delivery {
    return [letter](Desk& desk) { desk.notice.text += letter; };
  };
}

void deliver_all(Jobs& jobs, Desk& desk) {
  while (!jobs.idle()) {
    jobs.deliver(desk);
    std::this_thread::yield();
  }
}

}  // namespace

TEST_CASE("without threads a delivery does all the work, in order") {
  Jobs jobs(Jobs::Mode::settle);
  Desk desk;
  jobs.start("a", note('a'));
  jobs.start("b", note('b'));
  CHECK(jobs.busy("a"));
  CHECK(jobs.deliver(desk));
  CHECK(desk.notice.text == "ab");
  CHECK(jobs.idle());
  CHECK_FALSE(jobs.deliver(desk));
}

TEST_CASE("newer work under a key takes the place of the older") {
  for (const Jobs::Mode mode : {Jobs::Mode::settle, Jobs::Mode::threads}) {
    Jobs jobs(mode);
    Desk desk;
    jobs.start("a", note('a'));
    jobs.start("a", note('b'));
    deliver_all(jobs, desk);
    CHECK(desk.notice.text == "b");
  }
}

TEST_CASE("work that runs is asked to stop and is never delivered") {
  Jobs jobs(Jobs::Mode::threads);
  Desk desk;
  std::atomic<bool> begun{false};
  std::atomic<bool> ended{false};
  jobs.start("long", [&](const Stop& stop) -> Delivery {
    begun = true;
    while (!stop.asked()) std::this_thread::yield();
    ended = true;
    return [](Desk& later) { later.notice.text += "too late"; };
  });
  while (!begun) std::this_thread::yield();
  CHECK_FALSE(jobs.deliver(desk));
  jobs.cancel("long");
  CHECK(jobs.idle());
  while (!ended) std::this_thread::yield();
  jobs.start("next", note('n'));
  deliver_all(jobs, desk);
  CHECK(desk.notice.text == "n");
}

TEST_CASE("the end of the window stops what runs") {
  std::atomic<bool> begun{false};
  {
    Jobs jobs(Jobs::Mode::threads);
    jobs.start("long", [&](const Stop& stop) -> Delivery {
      begun = true;
      while (!stop.asked()) std::this_thread::yield();
      return {};
    });
    while (!begun) std::this_thread::yield();
  }
  CHECK(begun);
}

TEST_CASE("work that fails tells why, and the program goes on") {
  for (const Jobs::Mode mode : {Jobs::Mode::settle, Jobs::Mode::threads}) {
    Jobs jobs(mode);
    Desk desk;
    jobs.start("a", [](const Stop&) -> Delivery { throw std::runtime_error("no memory"); });
    deliver_all(jobs, desk);
    CHECK(desk.notice.text == "no memory");
    CHECK(desk.notice.bad);
  }
}

}  // namespace detente::ui
