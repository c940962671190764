#include "cli/usage.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <ostream>

#include "cli/exit_code.hpp"
#include "detente/core/text.hpp"

namespace detente::cli {
namespace {

std::vector<std::string> verbs_of(const CLI::App& app) {
  std::vector<std::string> verbs;
  for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    verbs.push_back(verb->get_name());
  }
  return verbs;
}

std::vector<std::string> flags_of(const CLI::App& app) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
    for (const std::string& name : option->get_snames()) flags.push_back("-" + name);
  }
  return flags;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "unknown command 'chek'; did you mean 'check'?"
std::string unknown(const char* what, const std::string& word,
                    const std::vector<std::string>& known) {
  const std::string hint = did_you_mean(word, known);
  return std::string("unknown ") + what + " '" + word + '\'' + (hint.empty() ? "" : "; " + hint);
}

/// Whether some command has an option of that name.
bool is_elsewhere(const CLI::App& app, const std::string& flag) {
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  return std::any_of(commands.begin(), commands.end(),
                     [&](const CLI::App* command) { return has(flags_of(*command), flag); });
}

/// What is wrong, if it is a word that the command does not know; else an empty text. Where help is
/// asked for, only commands are looked at.
std::string unknown_word(const CLI::App& app, const std::vector<std::string>& arguments,
                         bool asks_help) {
  const std::vector<std::string> verbs = verbs_of(app);
  const auto verb = std::find_if(arguments.begin(), arguments.end(),
                                 [](const std::string& word) { return !word.starts_with('-'); });
  if (verb == arguments.end()) return {};
  if (!has(verbs, *verb)) return unknown("command", *verb, verbs);
  const CLI::App& chosen = *app.get_subcommand(*verb);
  // a command with commands of its own
  if (!verbs_of(chosen).empty()) {
    return unknown_word(chosen, {verb + 1, arguments.end()}, asks_help);
  }
  if (asks_help) return {};
  const std::vector<std::string> flags = flags_of(chosen);
  for (auto word = verb + 1; word != arguments.end(); ++word) {
    const std::string flag = word->substr(0, word->find('='));
    if (flag.starts_with("--") && flag != "--" && !has(flags, flag)) {
      if (is_elsewhere(app, flag)) return '\'' + *verb + "' has no option '" + flag + '\'';
      return unknown("option", flag, flags);
    }
  }
  return {};
}

}  // namespace

std::vector<std::string> with_help_as_option(std::vector<std::string> arguments) {
  if (!arguments.empty() && arguments.front() == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  return arguments;
}

int report_usage(const CLI::App& app, const std::vector<std::string>& arguments,
                 const CLI::ParseError& fault, std::ostream& out, std::ostream& messages) {
  const bool asks_help = fault.get_exit_code() == 0;  // or for the version
  const std::string why = unknown_word(app, arguments, asks_help);
  if (asks_help && why.empty()) return app.exit(fault, out, messages);
  messages << "detente: " << (why.empty() ? fault.what() : why) << '\n'
           << "Run detente --help, or detente COMMAND --help, to see what there is.\n";
  return kUsage;
}

}  // namespace detente::cli
