"""Solutions, coalitions and explanations are the documents of the command."""
import unittest

import detente
from support import CAMP_DAVID, COUNCIL, ELMIRA, PARIS, document


class TheCommand(unittest.TestCase):
    def setUp(self):
        self.paris = detente.load(PARIS)

    def test_solutions(self):
        self.assertEqual(detente.solutions(self.paris), document("solutions", PARIS))
        self.assertEqual(detente.solutions(self.paris, "settlement"),
                         document("solutions", PARIS, "--stage", "settlement"))
        self.assertEqual(detente.solutions(detente.load(CAMP_DAVID)),
                         document("solutions", CAMP_DAVID))

    def test_coalitions(self):
        self.assertEqual(detente.coalitions(self.paris), document("coalitions", PARIS))
        self.assertEqual(
            detente.coalitions(self.paris, "settlement", round=6, model="offers"),
            document("coalitions", PARIS, "--stage", "settlement", "--round", 6,
                     "--model", "offers"))

    def test_explanations(self):
        self.assertEqual(detente.explain(self.paris), document("explain", PARIS))
        self.assertEqual(
            detente.explain(self.paris, stage="settlement", round=5, actor="russia",
                            edits={"actors.russia.walk_away": 0.66}),
            document("explain", PARIS, "--stage", "settlement", "--round", 5, "--actor", "russia",
                     "--set", "actors.russia.walk_away=0.66"))

    def test_stability(self):
        self.assertEqual(detente.stability(self.paris), document("stability", PARIS))
        self.assertEqual(
            detente.stability(detente.load(ELMIRA), sanctions="direct", coalitions=True,
                              robustness=True, states=True),
            document("stability", ELMIRA, "--sanctions", "direct", "--coalitions",
                     "--robustness", "--states"))
        with self.assertRaisesRegex(detente.ScenarioError, "conflict"):
            detente.stability(detente.load(CAMP_DAVID))
        with self.assertRaisesRegex(ValueError, "'legal', 'once' or 'direct'"):
            detente.stability(self.paris, sanctions="twice")

    def test_power(self):
        self.assertEqual(detente.power(self.paris, "settlement", normalised=True),
                         document("power", PARIS, "--stage", "settlement", "--normalised"))
        self.assertEqual(detente.power(detente.load(COUNCIL)), document("power", COUNCIL))

    def test_a_conflict_is_played(self):
        self.assertEqual(detente.run(self.paris, model="conflict").digest,
                         document("run", PARIS, "--model", "conflict")["digest"])

    def test_names_that_are_not_there(self):
        with self.assertRaisesRegex(detente.ScenarioError, "did you mean 'settlement'"):
            detente.solutions(self.paris, "setlement")
        with self.assertRaisesRegex(detente.ScenarioError, "did you mean 'russia'"):
            detente.explain(self.paris, actor="rusia")
        with self.assertRaises(detente.ScenarioError):
            detente.explain(self.paris, round=9999)
        with self.assertRaises(ValueError):
            detente.coalitions(self.paris, round=-1)

    def test_models_are_those_of_the_command(self):
        self.assertEqual(list(detente.models()),
                         [model["id"] for model in document("models")["models"]])


if __name__ == "__main__":
    unittest.main()
