#include "detente/batch/submission.hpp"
#include "detente/core/shell_word.hpp"

#include <doctest/doctest.h>

using namespace detente;  // NOLINT(google-build-using-namespace)

namespace {

const Submission kSubmission{.command = "/usr/bin/detente",
                             .plan = "/data/it's a plan.yaml",
                             .folder = "/data/out",
                             .shards = 16,
                             .missing = {3, 7, 8, 9, 11},
                             .at_once = 4,
                             .threads = 2,
                             .options = {"--partition=long"}};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("numbers as ranges") {
  CHECK(as_ranges({}).empty());
  CHECK(as_ranges({4}) == "4");
  CHECK(as_ranges({1, 2}) == "1,2");
  CHECK(as_ranges({3, 7, 8, 9, 11}) == "3,7-9,11");
}

TEST_CASE("words that the shell must not take apart") {
  CHECK(shell_word("out/a-1.yaml") == "out/a-1.yaml");
  CHECK(shell_word("a b") == "'a b'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("$HOME") == "'$HOME'");
}

TEST_CASE("only what is missing is handed to Slurm, and is queued again where a machine dies") {
  const std::string script = script_for(Launcher::slurm, kSubmission);
  CHECK(script.starts_with("#!/bin/bash\n#SBATCH "));
  CHECK(holds(script, "\n#SBATCH --array=3,7-9,11%4\n"));
  CHECK(holds(script, "\n#SBATCH --cpus-per-task=2\n"));
  CHECK(holds(script, "\n#SBATCH --requeue\n"));
  CHECK(holds(script, "\n#SBATCH --partition=long\n"));
  CHECK(holds(script,
              "\nexec /usr/bin/detente batch run '/data/it'\\''s a plan.yaml' -o /data/out "
              "--threads 2 --shard \"$SLURM_ARRAY_TASK_ID\"/16\n"));
  CHECK(submit_line(Launcher::slurm, "/data/out/submit.sh") == "sbatch /data/out/submit.sh");
}

TEST_CASE("GNU parallel and mpirun get the same shards") {
  const std::string parallel = script_for(Launcher::parallel, kSubmission);
  CHECK(holds(parallel, "--jobs 4 "));
  CHECK(holds(parallel, "--partition=long"));
  CHECK(holds(parallel, "::: 3 7 8 9 11\n"));
  CHECK(holds(parallel, "{}/16"));
  const std::string mpi = script_for(Launcher::mpi, kSubmission);
  CHECK(holds(mpi, "-np 4 --partition=long"));
  CHECK(holds(mpi, "set -- 3 7 8 9 11;"));
  CHECK(launcher_named("mpi") == Launcher::mpi);
  CHECK_FALSE(launcher_named("cloud"));
}
