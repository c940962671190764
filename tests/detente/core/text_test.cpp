#include "detente/core/text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace detente;  // NOLINT(google-build-using-namespace): tests only

TEST_CASE("numbers are read as people write them") {
  CHECK(parse_number("0.4") == 0.4);
  CHECK(parse_number("-3") == -3.0);
  CHECK(parse_number("1e-3") == 0.001);
  CHECK(parse_number("010") == 10.0);
  for (const char* odd :
       {"", "0x10", "1e999", "5 %", "1,5", "--1", "1e", ".inf", "nan", " 1", "1 "}) {
    CAPTURE(odd);
    CHECK_FALSE(parse_number(odd).has_value());
  }
}

TEST_CASE("numbers are shown with the fewest digits that read back") {
  for (const double value : {0.1, 0.66, 1.0 / 3.0, 30.0, 1e-9, 123456789.0, 5e-324}) {
    CHECK(parse_number(show_number(value)) == value);
  }
  CHECK(show_number(0.1) == "0.1");
  CHECK(show_number(-0.0) == "0");
  CHECK(show_fixed(0.666, 2) == "0.67");
  CHECK(show_fixed(-0.001, 2) == "0.00");
}

TEST_CASE("letters are counted, not bytes") {
  CHECK(count_letters("Україна") == 7);
  CHECK(pad_right("САЩ", 5) == "САЩ  ");
  CHECK(pad_right("longer", 3) == "longer");
}

TEST_CASE("did you mean: near words only, the first of equals") {
  const std::vector<std::string> known{"salience", "source", "ideal"};
  CHECK(did_you_mean("saliance", known) == "did you mean 'salience'?");
  CHECK(did_you_mean("idael", known) == "did you mean 'ideal'?");
  CHECK(did_you_mean("xyz", known).empty());
  CHECK(did_you_mean("x", {"a", "b"}) == "did you mean 'a'?");
  CHECK(did_you_mean("anything", {}).empty());
}
