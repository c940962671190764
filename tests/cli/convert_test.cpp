// convert as people and scripts call it.

#include "cli/convert.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>

#include "cli/exit_code.hpp"
#include "detente/scenario/load.hpp"
#include "support/folder.hpp"
#include "support/printed.hpp"

using namespace detente::cli;  // NOLINT(google-build-using-namespace): tests only
using detente::support::Printed;
using detente::support::printed;

namespace {

const std::string kData = DETENTE_SOURCE_DIR "/tests/data/import/";

Printed convert_it(const ConvertOptions& options) {
  return printed(options, run_convert);
}

}  // namespace

TEST_CASE("convert writes a scenario that loads, to a file or to the standard output") {
  const auto file = detente::support::own_path("convert.yaml");
  const Printed written =
      convert_it({.files = {kData + "trade_domain.xml", file.string()},
                  .profiles = {kData + "trade_buyer.xml", kData + "trade_seller.xml"}});
  CHECK(written.code == kOk);
  CHECK(written.out.empty());
  const auto loaded = detente::load_scenario(file.string());
  REQUIRE(loaded);
  CHECK(loaded->scenario.actors.size() == 2);
  CHECK(loaded->remarks.empty());
  std::filesystem::remove(file);
  const Printed printed = convert_it({.files = {kData + "post_union.json", "-"}});
  CHECK(printed.code == kOk);
  CHECK(detente::parse_scenario(printed.out, "-"));
}

TEST_CASE("convert: a command line that makes no sense is 2, and no profile is written over") {
  CHECK(convert_it({.files = {kData + "trade_buyer.xml"}}).code == kUsage);
  CHECK(convert_it({.files = {kData + "trade_buyer.xml", kData + "trade_seller.xml"}}).code ==
        kUsage);
  const Printed printed = convert_it({.files = {"actors.csv", "out.yaml"}});
  CHECK(printed.code == kUsage);
  CHECK(printed.messages.find("not available yet") != std::string::npos);
}

TEST_CASE("convert: a scenario that is there already is written over only if asked to") {
  const detente::support::Folder folder;
  const std::string out = folder.file("talks.yaml");
  const std::vector<std::string> files{kData + "post_union.json", out};
  CHECK(convert_it({.files = files}).code == kOk);
  const Printed refused = convert_it({.files = files});
  CHECK(refused.code == kUsage);
  CHECK(refused.messages.find("--force") != std::string::npos);
  CHECK(convert_it({.files = files, .force = true}).code == kOk);
}

TEST_CASE("convert: a fault in a file is 3, a file that is not there 1, and nothing is written") {
  const auto file = detente::support::own_path("convert_not.yaml");
  CHECK(convert_it({.files = {DETENTE_SOURCE_DIR "/scenarios/paris.yaml", file.string()}}).code ==
        kInvalid);
  CHECK(convert_it({.files = {"no/such/file.xml", file.string()}}).code == kFailed);
  CHECK(convert_it({.files = {kData, file.string()}}).code == kFailed);
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK(convert_it({.files = {kData + "post_union.json", "/nowhere/out.yaml"}}).code == kFailed);
}
