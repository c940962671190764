"""A batch is killed, stopped, starved of disk and started twice; the same command always goes on.

    survive_test.py COMMAND
"""
import json
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

COMMAND = sys.argv.pop(1) if len(sys.argv) > 1 else os.environ["DETENTE_COMMAND"]
SCENARIO = """schema: detente/scenario/1
id: bridge
title: The bridge
model: offers
issues:
  place: {options: {count: 4, prefix: p}}
  toll: {options: {count: 4, prefix: t}}
actors:
  north: {walk_away: 0.3, positions: {place: {ideal: 0, salience: 0.6}, toll: {ideal: 80, salience: 0.9}}}
  south: {walk_away: 0.3, positions: {place: {ideal: 100, salience: 0.9}, toll: {ideal: 0, salience: 0.5}}}
stages: [{id: talks, rounds: 8}]
"""
PLAN = """schema: detente/batch/1
scenario: bridge.yaml
repetitions: %d
vary:
  actors.north.walk_away: {range: [0.1, 0.7], steps: 10}
  actors.south.walk_away: {range: [0.1, 0.7], steps: 10}
  actors.south.tactic: {values: [boulware, linear, conceder]}
metrics: [agreed, round, package, utility.*]
%s"""
# where neither issue matters to the north, a run cannot be played
FAILING = PLAN.replace("vary:", """vary:
  actors.north.positions.place.salience: {values: [0, 1]}
  actors.north.positions.toll.salience: {values: [0, 1]}""")


def rows_of(folder):
    """Every row of the database, in order."""
    with sqlite3.connect(folder / "results.sqlite") as store:
        return (store.execute("SELECT * FROM runs ORDER BY run_id").fetchall(),
                store.execute("SELECT * FROM series ORDER BY run_id, stage, round, metric").fetchall())


class SurviveTest(unittest.TestCase):
    def setUp(self):
        self.addCleanup(os.umask, os.umask(0o022))  # somebody else reads some of the files
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="detente-survive-"))
        (self.root / "bridge.yaml").write_text(SCENARIO)
        self.write_plan(5)

    def tearDown(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def write_plan(self, repetitions, more="", plan=PLAN):
        (self.root / "plan.yaml").write_text(plan % (repetitions, more))

    def arguments(self, verb, folder, *more):
        return [COMMAND, "batch", verb, "plan.yaml", "-o", folder, *more]

    def call(self, verb, folder, *more, **options):
        return subprocess.run(self.arguments(verb, folder, *more), cwd=self.root, text=True,
                              capture_output=True, timeout=120, **options)

    def start(self, folder, *more, **options):
        more = more if "--progress" in more else ("--progress", "none", *more)
        return subprocess.Popen(self.arguments("run", folder, *more),
                                cwd=self.root, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **options)

    @staticmethod
    def wait_for_runs(process):
        """Until it reports that runs were played, or ends."""
        for line in process.stderr:
            if json.loads(line)["done"] > 0:
                return

    def csv(self, folder):
        return (self.root / folder / "runs.csv").read_bytes()

    def done(self, folder):
        status = json.loads(self.call("status", folder, "--json").stdout)
        return status["done"]

    def test_killed_at_many_moments(self):
        """No run is lost or doubled, and the bytes are those of an uninterrupted run."""
        repetitions = 10
        while self.kill_often(repetitions) < 3:  # the machine was busy first, and then very fast
            repetitions *= 4
            for folder in ("whole", "killed"):
                shutil.rmtree(self.root / folder)
        self.assertEqual(self.csv("killed"), self.csv("whole"))
        self.assertEqual(rows_of(self.root / "killed"), rows_of(self.root / "whole"))
        self.assertFalse(list((self.root / "killed").glob("*.draft")))

    def kill_often(self, repetitions):
        """Plays a plan whole, and once more with kills; how many there were."""
        self.write_plan(repetitions, "series: {every: 10, metrics: [support]}\n")
        begin = time.monotonic()
        self.assertEqual(self.call("run", "whole", "--threads", "2").returncode, 0)
        whole = time.monotonic() - begin
        kills = 0
        for turn in range(10):
            process = self.start("killed", "--threads", str(1 + turn % 2))
            try:
                # some moments right at the beginning, most in the middle of the work
                process.wait(0.01 if turn < 2 else whole / 12 * (1 + turn % 3))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                kills += 1
            process.communicate()
        self.assertEqual(self.call("run", "killed").returncode, 0)
        return kills

    def test_killed_shards(self):
        self.assertEqual(self.call("run", "whole").returncode, 0)
        for turn in range(4):
            process = self.start("parts", "--shard", "2/3")
            time.sleep(0.05 + 0.1 * turn)
            process.kill()
            process.communicate()
        for shard in (3, 1):
            self.assertEqual(self.call("run", "parts", "--shard", f"{shard}/3").returncode, 0)
        missing = self.call("status", "parts", "--missing").stdout
        if missing:  # it may have been quicker than its killer
            self.assertEqual(missing, "2\n")
            merged = self.call("merge", "parts")
            self.assertEqual(merged.returncode, 1)
            self.assertIn("shard 2 of 3", merged.stderr)
            self.assertEqual(self.call("run", "parts", "--shard", "2/3").returncode, 0)
        self.assertEqual(self.call("merge", "parts").returncode, 0)
        self.assertEqual(self.csv("parts"), self.csv("whole"))
        self.assertEqual(rows_of(self.root / "parts"), rows_of(self.root / "whole"))

    def test_interrupted(self):
        """Ctrl-C keeps what was played, says so and answers 130."""
        repetitions = 200
        while not self.interrupt(repetitions):  # a very fast machine had played all of them
            repetitions *= 10
            shutil.rmtree(self.root / "stopped")
        done, planned = self.done("stopped"), 300 * repetitions
        self.assertGreater(done, 0)
        self.assertLess(done, planned)
        self.assertEqual(self.call("status", "stopped", "--missing").stdout, f"{done}-{planned - 1}\n")

    def interrupt(self, repetitions):
        """Ctrl-C as soon as runs are reported; false if all were played before it arrived."""
        self.write_plan(repetitions)
        process = self.start("stopped", "--threads", "2", "--progress", "json")
        self.wait_for_runs(process)
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate(timeout=60)
        if process.returncode == 0:
            return False
        self.assertEqual(process.returncode, 130)
        self.assertIn("the same command goes on", messages)
        return True

    def test_two_at_once(self):
        """A second process on the same folder is sent away and harms nothing."""
        repetitions = 20
        while not self.meet(repetitions):  # a very fast machine had played all of them
            repetitions *= 10
            shutil.rmtree(self.root / "busy")
        self.assertEqual(len(rows_of(self.root / "busy")[0]), 300 * repetitions)

    def meet(self, repetitions):
        """Two on one folder; false if the first had ended before the second came."""
        self.write_plan(repetitions)
        process = self.start("busy", "--threads", "1", "--progress", "json")
        self.wait_for_runs(process)
        process.send_signal(signal.SIGSTOP)  # it holds the folder for as long as we like
        met = process.poll() is None and self.done("busy") < 300 * repetitions
        second = self.call("run", "busy") if met else None
        process.send_signal(signal.SIGCONT)
        process.communicate()
        self.assertEqual(process.returncode, 0)
        if met:
            self.assertEqual(second.returncode, 1)
            self.assertIn("another detente is writing", second.stderr)
        return met

    def test_no_space(self):
        """A file that may not grow is one clear line; then the same command goes on."""
        self.assertEqual(self.call("run", "whole").returncode, 0)
        starved = 0
        for size in (60_000, 100_000):
            def limit(size=size):
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            for more in ([], ["--shard", "1/1"]):
                folder = f"full{size}{len(more)}"
                full = self.call("run", folder, *more, preexec_fn=limit)
                if full.returncode == 0:
                    continue
                starved += 1
                self.assertEqual(full.returncode, 1, full.stderr)
                last = full.stderr.strip().splitlines()[-1]
                self.assertIn("cannot write " + folder, last)
                self.assertEqual(self.call("run", folder, *more).returncode, 0)
                if more:
                    self.assertEqual(self.call("merge", folder).returncode, 0)
                self.assertEqual(self.csv(folder), self.csv("whole"))
        self.assertGreaterEqual(starved, 3)

    def test_read_only(self):
        """A folder that may not be written to: a clear error; a complete one can be asked."""
        self.assertEqual(self.call("run", "whole").returncode, 0)
        (self.root / "empty").mkdir()
        os.chmod(self.root, 0o755)
        for folder in ("whole", "empty"):
            os.chmod(self.root / folder, 0o555)

        def nobody():
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
        try:
            subprocess.run([COMMAND, "--version"], capture_output=True, preexec_fn=nobody)
        except (OSError, subprocess.SubprocessError) as fault:
            self.skipTest(f"root cannot be somebody else here: {fault}")
        empty = self.call("run", "empty", preexec_fn=nobody)
        self.assertEqual(empty.returncode, 1)
        self.assertIn("cannot write empty/", empty.stderr)
        whole = self.call("run", "whole", preexec_fn=nobody)
        self.assertEqual(whole.returncode, 0, whole.stderr)
        self.assertIn("was complete", whole.stdout)
        for folder in ("whole", "empty"):
            os.chmod(self.root / folder, 0o755)

    def test_garbage(self):
        (self.root / "odd").mkdir()
        store = self.root / "odd" / "results.sqlite"
        store.write_bytes(b"garbage" * 1000)
        odd = self.call("run", "odd")
        self.assertEqual(odd.returncode, 1)
        self.assertIn("odd/results.sqlite", odd.stderr)
        self.assertEqual(store.read_bytes(), b"garbage" * 1000)

    def test_other_schema(self):
        """A database that another version wrote in another form is left alone."""
        for folder, rows in (("whole", 1500), ("part", 700)):
            self.assertEqual(self.call("run", folder).returncode, 0)
            store = self.root / folder / "results.sqlite"
            with sqlite3.connect(store) as database:
                database.execute("UPDATE meta SET value = 'detente/results/2' WHERE key = 'schema'")
                database.execute("UPDATE meta SET value = ? WHERE key = 'done'", (rows,))
                database.execute("DELETE FROM runs WHERE run_id >= ?", (rows,))
            database.close()
            (self.root / folder / "manifest.json").unlink()
            before = store.read_bytes()
            odd = self.call("run", folder)
            self.assertEqual(odd.returncode, 1, odd.stderr)
            self.assertIn("its schema is 'detente/results/2'", odd.stderr)
            self.assertEqual(store.read_bytes(), before)

    def test_changed(self):
        self.assertEqual(self.call("run", "kept").returncode, 0)
        before = self.csv("kept")
        (self.root / "bridge.yaml").write_text(SCENARIO.replace("0.3, positions: {place: {ideal: 100",
                                                                "0.4, positions: {place: {ideal: 100"))
        for verb in ("run", "status", "merge"):
            changed = self.call(verb, "kept")
            self.assertEqual(changed.returncode, 5, verb)
            self.assertIn("actors.south.walk_away was 0.3, is 0.4", changed.stderr)
        self.assertEqual(self.csv("kept"), before)

    def test_failed_runs(self):
        self.write_plan(1, plan=FAILING)
        for turn in ("complete", "was complete"):
            failed = self.call("run", "odd")
            self.assertEqual(failed.returncode, 4)
            self.assertIn(turn + ", 1200 of 1200 runs, 300 of them failed", failed.stdout)
        rows, _ = rows_of(self.root / "odd")
        self.assertEqual(sum(row[4] == "failed" and bool(row[-1]) for row in rows), 300)

    def test_progress(self):
        """JSON Lines on stderr, the result on stdout; a reader looks in meanwhile."""
        run = self.call("run", "told", "--progress", "json")
        told = [json.loads(line) for line in run.stderr.splitlines()]
        self.assertEqual(told[-1]["done"], 1500)
        self.assertEqual(told[-1]["planned"], 1500)
        self.assertEqual(set(told[0]), {"done", "planned", "failed", "runs_per_second", "eta_seconds"})
        self.assertIn("complete, 1500 of 1500 runs", run.stdout)


if __name__ == "__main__":
    unittest.main()
