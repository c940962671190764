"""Batches in memory and in folders, and that both are those of the command."""
import csv
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

import numpy
import pandas

import detente
from support import SMALL, SMALL_PLAN, command


INTERRUPTED = """
import detente, sys
scenario = detente.load(sys.argv[1])
plan = {"design": {"kind": "random", "n": 100_000_000},
        "vary": {"actors.upper.walk_away": {"range": [0.1, 0.9]}}}
def tell(done, planned, failed):
    if done > 0:
        print("going", flush=True)
try:
    detente.batch(plan, scenario, out=sys.argv[2] if len(sys.argv) > 2 else None, progress=tell)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


class InMemory(unittest.TestCase):
    def setUp(self):
        self.small = detente.loads(SMALL)
        self.results = detente.batch(SMALL_PLAN, self.small, threads=2)

    def test_there_is_a_row_for_each_run(self):
        self.assertEqual(len(self.results), 8 * 2 * 2 * 2)
        self.assertEqual(self.results.planned, 64)
        self.assertTrue(self.results.complete)
        self.assertEqual((self.results.failed, self.results.failures), (0, {}))
        self.assertIsNone(self.results.folder)
        self.assertEqual(self.results.varied, tuple(SMALL_PLAN["vary"]))
        self.assertEqual(self.results.metrics, tuple(SMALL_PLAN["metrics"]))

    def test_columns_are_numpy_arrays_of_their_kind(self):
        columns = self.results.columns
        self.assertEqual(list(columns), ["run_id", "point", "repetition", "seed", "status",
                                         *SMALL_PLAN["vary"], *SMALL_PLAN["metrics"], "message"])
        self.assertEqual({len(column) for column in columns.values()}, {64})
        self.assertEqual(columns["run_id"].tolist(), list(range(64)))
        self.assertEqual(columns["point"].tolist(), [run // 2 for run in range(64)])
        self.assertEqual(set(columns["seed"].tolist()), {5})
        self.assertEqual(set(columns["status"]), {"ok"})
        self.assertEqual(columns["agreed"].dtype, bool)
        self.assertEqual(columns["actors.upper.walk_away"].dtype, numpy.float64)
        self.assertEqual(columns["run_id"].dtype, numpy.int64)
        self.assertEqual(columns["actors.*.tactic"].dtype, object)
        self.assertEqual(set(columns["actors.*.tactic"]), {"linear", "conceder"})
        self.assertIs(columns["message"][0], None)

    def test_what_did_not_happen_is_a_gap(self):
        agreed = self.results["agreed"]
        self.assertTrue(0 < agreed.sum() < 64)
        # without an agreement there is no round and no package
        self.assertEqual(self.results["round"].dtype, numpy.float64)
        self.assertTrue((numpy.isnan(self.results["round"]) == ~agreed).all())
        self.assertTrue(all((package is None) == (not deal)
                            for package, deal in zip(self.results["package"], agreed)))

    def test_each_row_is_the_run_that_it_stands_for(self):
        columns = self.results.columns
        for row in range(0, 64, 7):
            edits = {path: columns[path].tolist()[row] for path in self.results.varied}
            outcome = detente.run(self.small, seed=5, edits=edits).outcome
            self.assertEqual(columns["agreed"][row], outcome.agreed)
            self.assertEqual(columns["utility.upper"][row], outcome.utilities["upper"])

    def test_the_results_are_the_same_for_any_number_of_threads(self):
        for threads in (1, 3):
            other = detente.batch(SMALL_PLAN, self.small, threads=threads)
            for name, column in self.results.columns.items():
                numpy.testing.assert_array_equal(column, other[name])

    def test_pandas_takes_the_columns(self):
        frame = pandas.DataFrame(self.results.columns)
        shares = frame.groupby("actors.upper.walk_away")["agreed"].mean()
        self.assertEqual(len(shares), 8)
        self.assertTrue((shares.diff().dropna() <= 0).all())

    def test_numbers_are_looked_at_and_not_copied(self):
        column = self.results["utility.upper"]
        self.assertFalse(column.flags.owndata)
        self.assertFalse(column.flags.writeable)
        mean = column.mean()
        del self.results
        self.assertEqual(column.mean(), mean)

    def test_words_are_the_same_from_a_dict_and_from_yaml(self):
        text = "schema: detente/batch/1\nscenario: s\nvary: {actors.*.tactic: {values: [linear]}}\n"
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
            file.write(text)
            file.flush()
            written = detente.batch(file.name, self.small)
        given = detente.batch({"vary": {"actors.*.tactic": {"values": ["linear"]}}}, self.small)
        self.assertEqual(written["actors.*.tactic"].tolist(), ["linear"])
        self.assertEqual(given["actors.*.tactic"].tolist(), ["linear"])

    def test_plain_lists(self):
        lists = self.results.to_dict()
        self.assertEqual(json.loads(json.dumps(lists["run_id"])), list(range(64)))

    def test_unknown_columns(self):
        with self.assertRaisesRegex(KeyError, "did you mean 'agreed'"):
            self.results["agred"]

    def test_series_come_as_a_long_table(self):
        self.assertIsNone(self.results.series)
        plan = {**SMALL_PLAN, "series": {"every": 1, "metrics": ["support", "aspiration.upper"]}}
        series = detente.batch(plan, self.small).series
        self.assertEqual(list(series), ["run_id", "stage", "round", "metric", "value"])
        self.assertEqual(set(series["metric"]), {"support", "aspiration.upper"})
        self.assertEqual(set(series["stage"]), {"talks"})
        self.assertEqual(set(series["run_id"]), set(range(64)))

    def test_progress_is_told(self):
        told = []
        detente.batch(SMALL_PLAN, self.small, progress=lambda *counts: told.append(counts))
        self.assertEqual(told[-1], (64, 64, 0))

    def test_what_progress_raises_comes_through(self):
        with self.assertRaises(ZeroDivisionError):
            detente.batch(SMALL_PLAN, self.small, progress=lambda *counts: 1 / 0)


class Faults(unittest.TestCase):
    def setUp(self):
        self.small = detente.loads(SMALL)

    def test_faults_of_the_plan_are_told_together(self):
        plan = {**SMALL_PLAN, "metrics": ["agred"], "vary": {"actors.uper.power": {"values": [1]}}}
        with self.assertRaises(detente.ScenarioError) as caught:
            detente.batch(plan, self.small)
        said = str(caught.exception)
        self.assertIn("did you mean 'agreed'", said)
        self.assertIn("did you mean 'upper'", said)

    def test_a_run_that_cannot_be_played_is_a_row(self):
        saliences = {f"actors.upper.positions.{issue}.salience": {"values": [0, 1]}
                     for issue in ("share", "date")}
        results = detente.batch({"vary": saliences, "metrics": ["agreed", "round"]}, self.small)
        self.assertEqual(results["status"].tolist(), ["failed", "ok", "ok", "ok"])
        self.assertEqual(results.failed, 1)
        self.assertEqual(list(results.failures), [0])
        self.assertEqual(results["message"].tolist(), [results.failures[0], None, None, None])
        self.assertTrue(numpy.isnan(results["agreed"][0]))

    def test_a_plan_needs_a_scenario(self):
        with self.assertRaises(TypeError):
            detente.batch({"vary": SMALL_PLAN["vary"]})
        with self.assertRaises(detente.ScenarioError):
            detente.batch("no/such/plan.yaml")

    def test_threads_are_few_or_many_but_not_none(self):
        for threads in (0, -1, 100_000):
            with self.assertRaises(ValueError):
                detente.batch(SMALL_PLAN, self.small, threads=threads)

    def test_a_folder_without_results(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaises(detente.ScenarioError):
                detente.read_results(folder)


class Folders(unittest.TestCase):
    def setUp(self):
        self.holder = tempfile.TemporaryDirectory()
        self.addCleanup(self.holder.cleanup)
        self.top = pathlib.Path(self.holder.name)
        (self.top / "small.yaml").write_text(SMALL, "utf-8")
        self.plan = self.top / "plan.yaml"
        self.plan.write_text(json.dumps({"schema": "detente/batch/1", **SMALL_PLAN}), "utf-8")

    def assert_alike(self, one, other):
        self.assertEqual(list(one.columns), list(other.columns))
        for name, column in one.columns.items():
            numpy.testing.assert_array_equal(column, other[name], name)

    def test_the_command_and_the_module_write_the_same(self):
        command("batch", "run", self.plan, "-o", self.top / "theirs", "--threads", "1")
        ours = detente.batch(self.plan, out=self.top / "ours", threads=2)
        self.assertEqual(ours.folder, str(self.top / "ours"))
        self.assertEqual((self.top / "ours" / "runs.csv").read_bytes(),
                         (self.top / "theirs" / "runs.csv").read_bytes())
        self.assert_alike(ours, detente.read_results(self.top / "theirs"))
        self.assert_alike(ours, detente.batch(self.plan))

    def test_the_columns_are_those_of_the_csv(self):
        results = detente.batch(self.plan, out=self.top / "out")
        with open(self.top / "out" / "runs.csv", encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        self.assertEqual(list(rows[0]), list(results.columns))
        self.assertEqual([float(row["utility.upper"]) for row in rows],
                         results["utility.upper"].tolist())
        self.assertEqual([row["package"] or None for row in rows], results["package"].tolist())

    def test_the_same_call_again_changes_nothing(self):
        first = detente.batch(self.plan, out=self.top / "out")
        before = (self.top / "out" / "runs.csv").stat().st_mtime_ns
        self.assert_alike(first, detente.batch(self.plan, out=self.top / "out"))
        self.assertEqual((self.top / "out" / "runs.csv").stat().st_mtime_ns, before)

    def test_a_folder_of_another_scenario_is_refused(self):
        detente.batch(self.plan, out=self.top / "out")
        (self.top / "small.yaml").write_text(SMALL.replace("0.35\n", "0.36\n"), "utf-8")
        with self.assertRaisesRegex(detente.ScenarioError, "actors.lower.walk_away"):
            detente.batch(self.plan, out=self.top / "out")


class Interrupted(unittest.TestCase):
    def check(self, *folder):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as scenario:
            scenario.write(SMALL)
            scenario.flush()
            with subprocess.Popen([sys.executable, "-c", INTERRUPTED, scenario.name, *folder],
                                  stdout=subprocess.PIPE, text=True, env=os.environ) as process:
                self.assertEqual(process.stdout.readline(), "going\n")
                process.send_signal(signal.SIGINT)
                said = process.stdout.read().splitlines()
                self.assertEqual(process.wait(timeout=60), 0)
        self.assertEqual(said[-1], "stopped")

    def test_ctrl_c_stops_a_batch_in_memory(self):
        self.check()

    def test_ctrl_c_stops_a_batch_in_a_folder_and_keeps_what_was_played(self):
        with tempfile.TemporaryDirectory() as folder:
            self.check(folder)
            results = detente.read_results(folder)
            self.assertTrue(0 < len(results) < results.planned)
            self.assertFalse(results.complete)


if __name__ == "__main__":
    unittest.main()
