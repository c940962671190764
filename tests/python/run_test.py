"""Runs, and that they are those of the command."""
import json
import pathlib
import tempfile
import unittest
import warnings

import detente
from support import CAMP_DAVID, PARIS, SMALL, document


class TheCommand(unittest.TestCase):
    """What the module plays, `detente run --json` prints."""

    def same(self, file, *words, **keywords):
        trace = detente.run(detente.load(file), **keywords)
        printed = document("run", file, "--worlds", keywords.get("worlds", 0), *words)
        self.assertEqual(trace.digest, printed["digest"])
        self.assertEqual(trace.to_dict(), printed)

    def test_both_models_play_alike(self):
        for file in (PARIS, CAMP_DAVID):
            for model in ("coalition", "offers"):
                with self.subTest(file=file.name, model=model):
                    self.same(file, "--model", model, model=model)

    def test_seed_params_edits_and_worlds(self):
        self.same(PARIS, "--seed", "7", "--set", "actors.russia.walk_away=0.66", seed=7,
                  edits={"actors.russia.walk_away": 0.66})
        self.same(PARIS, "--seed", 2**64 - 1, seed=2**64 - 1)
        self.same(PARIS, "--seed", "010", seed=10)
        self.same(PARIS, "--param", "influence=0.2", params={"influence": 0.2})
        self.same(PARIS, worlds=3)

    def test_an_overlay_from_a_file_and_from_a_dict(self):
        keys = {
            "edits": [{"at": {"stage": "settlement", "round": 4},
                       "set": {"actors.us.walk_away": 0.7}}],
            "moves": [{"stage": "guarantees", "round": 3, "actor": "us",
                       "offer": {"us_forces": "outside"}}],
        }
        paris = detente.load(PARIS)
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "overlay.yaml"
            file.write_text(json.dumps(
                {"schema": "detente/overlay/1", "scenario": "paris.yaml", **keys}))
            self.same(PARIS, "--overlay", file, overlay=file)
            by_file = detente.run(paris, overlay=[file]).digest
        self.assertNotEqual(by_file, detente.run(paris).digest)
        self.assertEqual(detente.run(paris, overlay=keys).digest, by_file)
        self.assertEqual(detente.run(paris, **keys).digest, by_file)


class Traces(unittest.TestCase):
    def setUp(self):
        self.trace = detente.run(detente.load(PARIS))

    def test_the_outcome_says_what_the_document_says(self):
        outcome = self.trace.outcome
        self.assertEqual(outcome.to_dict(), self.trace.to_dict()["outcome"])
        self.assertEqual(dict(outcome)["agreed"], outcome.agreed)
        self.assertEqual(outcome["package"], outcome.package)
        with self.assertRaises(KeyError):
            outcome["agreeed"]

    def test_no_deal_is_an_outcome(self):
        outcome = detente.run(detente.loads(SMALL), edits={"actors.*.walk_away": 0.95}).outcome
        self.assertFalse(outcome.agreed)
        self.assertIsNone(outcome.round)
        self.assertIsNone(outcome.package)
        self.assertEqual(outcome.coalition, ())
        self.assertIn(outcome.reason, ("deadline", "no_zone"))

    def test_rounds_are_those_of_the_document(self):
        stages = self.trace.to_dict()["stages"]
        self.assertEqual(self.trace.stages, stages)
        rounds = self.trace.rounds("settlement")
        self.assertEqual([one["round"] for one in rounds], list(range(len(rounds))))
        self.assertEqual({one["stage"] for one in rounds}, {"settlement"})
        self.assertEqual(len(self.trace.rounds()), sum(len(stage["rounds"]) for stage in stages))

    def test_nearby_worlds_are_counted_on_demand(self):
        self.assertIsNone(self.trace.holds)
        tried = detente.run(detente.loads(SMALL), worlds=10)
        self.assertEqual(tried.worlds, 10)
        self.assertTrue(0 <= tried.holds <= 10)

    def test_it_is_told_in_every_language(self):
        told = {self.trace.tell(lang) for lang in ("en", "bg", "uk")}
        self.assertEqual(len(told), 3)
        self.assertTrue(all(self.trace.digest in text for text in told))


class Faults(unittest.TestCase):
    def setUp(self):
        self.small = detente.loads(SMALL)

    def test_unknown_models_keywords_and_seeds(self):
        with self.assertRaises(detente.ScenarioError):
            detente.run(self.small, "offer")
        with self.assertRaisesRegex(TypeError, "'wordls'"):
            detente.run(self.small, wordls=3)
        for seed in (-1, 2**64):
            with self.assertRaises(ValueError):
                detente.run(self.small, seed=seed)
        with self.assertRaises(TypeError):
            detente.run(self.small, seed=1.5)

    def test_values_of_the_wrong_kind_are_type_errors(self):
        for wrong in (lambda: self.small.edit({1: 2}), lambda: self.small.edit(3, 4),
                      lambda: detente.run(self.small, 5), lambda: detente.run(self.small, params=1),
                      lambda: detente.run(self.small, worlds="many"),
                      lambda: detente.power(self.small, normalised="x"),
                      lambda: detente.stability(self.small, sanctions=3)):
            with self.assertRaises(TypeError) as caught:
                wrong()
            self.assertNotIn("C++", str(caught.exception))

    def test_all_wrong_edits_are_told_at_once(self):
        with self.assertRaises(detente.ScenarioError) as caught:
            detente.run(self.small, edits={"actors.uper.power": 1, "stages.talks.rounds": 0})
        self.assertEqual(len(caught.exception.faults), 2)

    def test_a_scenario_without_issues_cannot_be_played(self):
        empty = detente.loads("schema: detente/scenario/1\nid: none\ntitle: None\n"
                              "actors: {a: {title: A}}\n")
        with self.assertRaises(detente.ScenarioError) as caught:
            detente.run(empty)
        self.assertEqual(caught.exception.faults[0].code, "D034")

    def test_a_seat_that_nobody_plays_is_warned_of(self):
        seat = self.small.edit("actors.upper.tactic", "human")
        with self.assertWarnsRegex(UserWarning, "actors.upper.tactic"):
            detente.run(seat)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            detente.run(seat, moves=[{"stage": "talks", "round": 1, "actor": "upper",
                                      "leave": True}])


if __name__ == "__main__":
    unittest.main()
