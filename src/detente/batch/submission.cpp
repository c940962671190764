#include "detente/batch/submission.hpp"

#include <array>
#include <utility>

#include "detente/core/contract.hpp"
#include "detente/core/shell_word.hpp"

namespace detente {
namespace {

constexpr std::array<std::pair<std::string_view, Launcher>, 3> kLaunchers{{
    {"slurm", Launcher::slurm},
    {"parallel", Launcher::parallel},
    {"mpi", Launcher::mpi},
}};

/// `detente batch run PLAN -o DIR --threads T --shard `
std::string shard_command(const Submission& submission) {
  return shell_word(submission.command) + " batch run " + shell_word(submission.plan) + " -o " +
         shell_word(submission.folder) + " --threads " + std::to_string(submission.threads) +
         " --shard ";
}

std::string further(const Submission& submission) {
  std::string words;
  for (const std::string& option : submission.options) words += ' ' + shell_word(option);
  return words;
}

/// `1 2 5`
std::string listed(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) {
    if (!text.empty()) text += ' ';
    text += std::to_string(number);
  }
  return text;
}

/// One task a shard. A task whose machine dies is queued again, and finds what is flushed.
std::string slurm_script(const Submission& submission) {
  std::string array = as_ranges(submission.missing);
  if (submission.at_once > 0) array += '%' + std::to_string(submission.at_once);
  std::string script = "#!/bin/bash\n#SBATCH --job-name=detente\n";
  script += "#SBATCH --array=" + array + "\n";
  script += "#SBATCH --ntasks=1\n";
  script += "#SBATCH --cpus-per-task=" + std::to_string(submission.threads) + "\n";
  script += "#SBATCH --requeue\n#SBATCH --open-mode=append\n";
  script += "#SBATCH --output=" + shell_word(submission.folder + "/slurm-%a.log") + '\n';
  for (const std::string& option : submission.options) script += "#SBATCH " + option + '\n';
  script += "exec " + shard_command(submission) + "\"$SLURM_ARRAY_TASK_ID\"/" +
            std::to_string(submission.shards) + '\n';
  return script;
}

/// A shard that is killed is tried once more, and those after it are not held up.
std::string parallel_script(const Submission& submission) {
  const std::string jobs =
      submission.at_once > 0 ? std::to_string(submission.at_once) : std::string("100%");
  std::string script = "#!/bin/bash\n";
  script += "parallel --will-cite --jobs " + jobs + " --retries 2 --joblog " +
            shell_word(submission.folder + "/parallel.log") + further(submission) + " \\\n  " +
            shell_word(shard_command(submission) + "{}/" + std::to_string(submission.shards)) +
            " \\\n  ::: " + listed(submission.missing) + '\n';
  return script;
}

/// Ranks share the shards out among themselves; mpirun ends all when one dies.
std::string mpi_script(const Submission& submission) {
  const int ranks = submission.at_once > 0 ? submission.at_once : 1;
  std::string worker = "set -- " + listed(submission.missing) + "; ";
  worker += "rank=${OMPI_COMM_WORLD_RANK:-${PMIX_RANK:-${PMI_RANK:-${SLURM_PROCID:-0}}}}; ";
  worker += "size=${OMPI_COMM_WORLD_SIZE:-${PMI_SIZE:-${SLURM_NTASKS:-1}}}; place=0; worst=0; ";
  worker += "for shard; do ";
  worker += "if [ $((place % size)) -eq \"$rank\" ]; then ";
  worker += shard_command(submission) + "\"$shard\"/" + std::to_string(submission.shards);
  // failed runs are rows (4); they must not end the other ranks
  worker += " || { code=$?; [ \"$code\" -eq 4 ] || worst=$code; }; ";
  worker += "fi; place=$((place + 1)); done; exit \"$worst\"";
  std::string script = "#!/bin/bash\n";
  script += "if [ \"$(id -u)\" -eq 0 ]; then set -- --allow-run-as-root; else set --; fi\n";
  script += "mpirun \"$@\" --oversubscribe -np " + std::to_string(ranks) + further(submission) +
            " \\\n  sh -c " + shell_word(worker) + '\n';
  return script;
}

}  // namespace

std::optional<Launcher> launcher_named(std::string_view word) {
  for (const auto& [name, launcher] : kLaunchers) {
    if (name == word) return launcher;
  }
  return {};
}

std::string script_for(Launcher launcher, const Submission& submission) {
  expects(!submission.missing.empty(), "script_for: shards to run");
  switch (launcher) {
    case Launcher::slurm:
      return slurm_script(submission);
    case Launcher::parallel:
      return parallel_script(submission);
    case Launcher::mpi:
      return mpi_script(submission);
  }
  return {};
}

std::string submit_line(Launcher launcher, const std::string& script) {
  return (launcher == Launcher::slurm ? "sbatch " : "bash ") + shell_word(script);
}

std::string as_ranges(const std::vector<int>& numbers) {
  std::string text;
  for (std::size_t place = 0; place < numbers.size();) {
    std::size_t last = place;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    if (!text.empty()) text += ',';
    text += std::to_string(numbers[place]);
    if (last > place) text += (last == place + 1 ? ',' : '-') + std::to_string(numbers[last]);
    place = last + 1;
  }
  return text;
}

}  // namespace detente
