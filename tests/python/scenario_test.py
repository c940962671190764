"""Reading, asking, changing and writing scenarios."""
import errno
import pathlib
import pickle
import tempfile
import unittest

import numpy

import detente
from support import PARIS, SMALL


class Reading(unittest.TestCase):
    def test_a_file_and_its_text_give_equal_scenarios(self):
        self.assertEqual(detente.load(PARIS), detente.load(str(PARIS)))
        self.assertEqual(detente.load(PARIS), detente.loads(PARIS.read_text("utf-8")))

    def test_every_fault_is_told_with_its_place(self):
        with self.assertRaises(detente.ScenarioError) as caught:
            detente.loads(SMALL.replace("walk_away: 0.3\n", "walk_awai: 0.3\n")
                          .replace("salience: 0.4", "salience: 4"), "talks.yaml")
        faults = caught.exception.faults
        self.assertEqual([fault.code for fault in faults], ["D012", "D016"])
        self.assertEqual([(fault.line, fault.column) for fault in faults], [(10, 5), (14, 80)])
        self.assertEqual(faults[0].file, "talks.yaml")
        self.assertEqual(faults[0].severity, "error")
        self.assertIn("walk_away", faults[0].hint)
        self.assertEqual(str(caught.exception), "\n".join(map(str, faults)))

    def test_a_scenario_error_is_a_value_error(self):
        with self.assertRaises(ValueError):
            detente.loads("actors: 3")

    def test_a_file_that_is_not_there_is_a_fault(self):
        with self.assertRaises(detente.ScenarioError) as caught:
            detente.load(pathlib.Path("no") / "such.yaml")
        self.assertEqual(caught.exception.faults[0].code, "D001")

    def test_a_file_that_is_not_there_is_what_python_calls_so_too(self):
        small = detente.loads(SMALL)
        with tempfile.TemporaryDirectory() as folder:
            missing = str(pathlib.Path(folder) / "none.yaml")
            for look in (detente.load, detente.batch, detente.read_results,
                         lambda file: detente.run(small, overlay=file)):
                with self.assertRaises(FileNotFoundError) as caught:
                    look(missing)
                self.assertIsInstance(caught.exception, detente.MissingFileError)
                self.assertIsInstance(caught.exception, detente.ScenarioError)
                self.assertEqual(caught.exception.errno, errno.ENOENT)
                self.assertEqual(str(caught.exception), str(caught.exception.faults[0]))
            # there, but no scenario
            with self.assertRaises(detente.ScenarioError) as caught:
                detente.load(folder)
            self.assertNotIsInstance(caught.exception, FileNotFoundError)

    def test_names_outside_ascii_can_be_opened(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "преговори.yaml"
            file.write_text(SMALL, "utf-8")
            self.assertEqual(detente.load(file).name, str(file))

    def test_warnings_come_along(self):
        dictator = SMALL.replace("rounds: 10", "rounds: 10, consent: [upper]")
        self.assertEqual(detente.loads(SMALL).warnings, ())
        warnings = detente.loads(dictator).warnings
        self.assertEqual([warning.severity for warning in warnings], ["warning"])


class Asking(unittest.TestCase):
    def setUp(self):
        self.small = detente.loads(SMALL)

    def test_titles_come_in_the_language_asked_for(self):
        self.assertEqual(self.small.id, "small")
        self.assertEqual(self.small.title(), "Small talks")
        self.assertEqual(self.small.title("bg"), "Малки преговори")
        self.assertEqual(self.small.title(lang="uk"), "Small talks")
        with self.assertRaises(ValueError):
            self.small.title("de")

    def test_parts_are_found_by_place_and_by_id(self):
        actors = self.small.actors
        self.assertEqual(actors.ids, ("upper", "lower"))
        self.assertEqual([actor.id for actor in actors], ["upper", "lower"])
        self.assertEqual(actors["lower"].walk_away, actors[1].walk_away)
        self.assertEqual(actors[-1].title(), "lower")
        self.assertEqual([part.id for part in actors[:1]], ["upper"])
        self.assertIn("upper", actors)
        self.assertNotIn("middle", actors)
        self.assertEqual(len(self.small.issues["share"].options), 11)
        self.assertEqual(self.small.issues["date"].options["late"].at, 100)
        self.assertEqual(self.small.stages["talks"].rounds, 10)
        self.assertEqual(self.small.stages[0].parties, ("upper", "lower"))
        with self.assertRaises(IndexError):
            actors[2]
        with self.assertRaisesRegex(KeyError, "did you mean 'upper'"):
            actors["uper"]

    def test_parts_outlive_their_scenario(self):
        actor = detente.loads(SMALL).actors["upper"]
        self.assertEqual(actor.walk_away, 0.3)

    def test_values_are_asked_by_path(self):
        self.assertEqual(self.small["actors.upper.walk_away"], 0.3)
        self.assertEqual(self.small["actors.upper.positions.date.ideal"], "early")
        self.assertEqual(self.small.values["stages.talks.rounds"], 10)
        with self.assertRaisesRegex(KeyError, "did you mean"):
            self.small["actors.upper.walk_awai"]


class Changing(unittest.TestCase):
    def setUp(self):
        self.small = detente.loads(SMALL)

    def test_an_edit_leaves_the_scenario_as_it_was(self):
        changed = self.small.edit("actors.upper.walk_away", 0.5)
        self.assertEqual(changed.actors["upper"].walk_away, 0.5)
        self.assertEqual(self.small.actors["upper"].walk_away, 0.3)
        self.assertNotEqual(changed, self.small)
        self.assertEqual(changed.edit("actors.upper.walk_away", 0.3), self.small)

    def test_many_edits_and_many_kinds_of_values(self):
        changed = self.small.edit({
            "actors.*.walk_away": numpy.float64(0.25),
            "stages.talks.rounds": numpy.int64(7),
            "actors.upper.tactic": {"kind": "time", "e": 2},
            "actors.lower.positions.share.red_line": ["v0", "v5"],
            "stages.talks.consent": ("upper",),
            "actors.lower.positions.date.values": numpy.array([0.5, 1.0]),
        })
        self.assertEqual([actor.walk_away for actor in changed.actors], [0.25, 0.25])
        self.assertEqual(changed.stages["talks"].rounds, 7)
        self.assertEqual(changed["actors.upper.tactic.e"], 2)
        self.assertEqual(changed.stages["talks"].consent, ("upper",))

    def test_what_is_changed_can_be_written_and_read_again(self):
        text = "# kept\n" + SMALL
        changed = detente.loads(text).edit("actors.lower.walk_away", 0.45).edit(
            "actors.upper.tactic", "conceder")
        self.assertEqual(detente.loads(changed.to_yaml()), changed)
        self.assertTrue(changed.to_yaml().startswith("# kept\n"))
        self.assertEqual(detente.loads(text).to_yaml(), text)

    def test_it_can_be_sent_to_another_process(self):
        changed = self.small.edit("actors.upper.walk_away", 0.5)
        self.assertEqual(pickle.loads(pickle.dumps(changed)), changed)

    def test_all_wrong_edits_are_told_at_once(self):
        with self.assertRaises(detente.ScenarioError) as caught:
            self.small.edit({"actors.uper.walk_away": 0.5, "actors.upper.walk_away": 7,
                             "actors.lower.walk_away": 0.5})
        faults = caught.exception.faults
        self.assertEqual([fault.code for fault in faults], ["D030", "D016"])
        self.assertTrue(all(fault.file.startswith("edit actors.") for fault in faults))
        self.assertNotIn("--set", str(caught.exception))

    def test_what_yaml_cannot_say_is_a_type_error(self):
        with self.assertRaises(TypeError):
            self.small.edit("actors.upper.walk_away", object())
        with self.assertRaises(detente.ScenarioError):
            self.small.edit("actors.upper.walk_away", float("nan"))


if __name__ == "__main__":
    unittest.main()
