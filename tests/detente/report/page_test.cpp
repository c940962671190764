#include "detente/report/page.hpp"

#include <doctest/doctest.h>

namespace detente::detail {

TEST_CASE("lines break between words, counted in letters and not in bytes") {
  CHECK(wrapped("aaaa bbbb cccc", 9, 0, 2) == "aaaa bbbb\n  cccc\n");
  CHECK(wrapped("аааа бббб вввв", 9, 0, 2) == "аааа бббб\n  вввв\n");
  CHECK(wrapped("aaaa bbbb", 9, 2, 2) == "  aaaa\n    bbbb\n");
}

TEST_CASE("a firm blank keeps its words together and is an ordinary blank on paper") {
  CHECK(wrapped("aaaa b\u00A0<\u00A0c", 8, 0, 0) == "aaaa\nb < c\n");
}

TEST_CASE("a word longer than the line stays whole") {
  CHECK(wrapped("a actors.russia.walk_away b", 5, 0, 0) == "a\nactors.russia.walk_away\nb\n");
}

TEST_CASE("colour is wrapped round lines, and only if wanted") {
  Page plain(NarrationOptions{.width = 9});
  plain.add("aaaa bbbb cccc", 0, Tone::heading);
  CHECK(std::move(plain).take() == "aaaa bbbb\n  cccc\n");
  Page painted(NarrationOptions{.colour = true, .width = 9});
  painted.add("aaaa bbbb cccc", 0, Tone::heading);
  CHECK(std::move(painted).take() == "\x1b[1maaaa bbbb\x1b[0m\n\x1b[1m  cccc\x1b[0m\n");
}

TEST_CASE("there is never more than one empty line") {
  Page page(NarrationOptions{});
  page.gap();
  page.add("a");
  page.gap();
  page.gap();
  page.add("b");
  CHECK(std::move(page).take() == "a\n\nb\n");
}

}  // namespace detente::detail
