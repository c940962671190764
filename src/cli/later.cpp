#include "cli/later.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <array>
#include <iostream>
#include <string>

#include "cli/exit_code.hpp"
#include "detente/core/diagnostic.hpp"

namespace detente::cli {
namespace {

constexpr std::array kVerbs{"evaluate", "report"};

int say_not_yet(const std::string& verb) {
  std::cerr << to_string({.code = Code::not_available,
                          .message = "the command '" + verb + "' is not available yet",
                          .hint = "see `detente --help` for those that are"})
            << '\n';
  return kInvalid;
}

void add_verb(CLI::App& app, std::function<int()>& job, const std::string& verb) {
  auto* command = app.add_subcommand(verb, "Not available yet");
  command->group("");  // not among the commands that --help offers
  command->allow_extras();
  command->callback([verb, &job] { job = [verb] { return say_not_yet(verb); }; });
}

}  // namespace

void add_later(CLI::App& app, std::function<int()>& job) {
  for (const char* const verb : kVerbs) add_verb(app, job, verb);
}

}  // namespace detente::cli
