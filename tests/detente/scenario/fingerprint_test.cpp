#include "detente/scenario/fingerprint.hpp"

#include <doctest/doctest.h>

using detente::fingerprint;

TEST_CASE("a fingerprint is 16 digits, the same on every machine") {
  CHECK(fingerprint("") == "2d06800538d394c2");  // as the published algorithm gives it
  CHECK(fingerprint("a: 1\n").size() == 16);
  CHECK(fingerprint("a: 1\n").find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("a fingerprint does not see how an editor saved the text") {
  const std::string plain = "id: t\ntitle: Мир\n";
  CHECK(fingerprint("id: t\r\ntitle: Мир\r\n") == fingerprint(plain));
  CHECK(fingerprint("\xEF\xBB\xBFid: t\ntitle: Мир\n") == fingerprint(plain));
  CHECK(fingerprint("\xEF\xBB\xBFid: t\r\ntitle: Мир\n") == fingerprint(plain));
}

TEST_CASE("a fingerprint sees every letter") {
  const std::string plain = "id: t\ntitle: Мир\n";
  CHECK(fingerprint("id: t\ntitle: Мир") != fingerprint(plain));
  CHECK(fingerprint("id: t\ntitle:  Мир\n") != fingerprint(plain));
  CHECK(fingerprint("id: t\n\ntitle: Мир\n") != fingerprint(plain));
  CHECK(fingerprint("id: t\rtitle: Мир\n") != fingerprint(plain));
}
