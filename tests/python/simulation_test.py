"""Playing turn by turn."""
import copy
import unittest

import detente
from support import PARIS, SMALL


class Stepping(unittest.TestCase):
    def setUp(self):
        self.paris = detente.load(PARIS)

    def test_all_turns_come_to_the_outcome_of_the_run(self):
        for model in ("coalition", "offers"):
            simulation = detente.Simulation(self.paris, model)
            turns = list(simulation)
            self.assertTrue(simulation.over)
            self.assertEqual(simulation.outcome.to_dict(),
                             detente.run(self.paris, model).outcome.to_dict())
            self.assertEqual(len(simulation.outcomes), 2)
            self.assertEqual(turns[0].round, 1)
            self.assertEqual({turn.stage for turn in turns}, {"guarantees", "settlement"})

    def test_turns_are_the_offers_and_answers_of_the_trace(self):
        turns = list(detente.Simulation(self.paris))
        offers = [offer for one in detente.run(self.paris).rounds() for offer in one["offers"]]
        self.assertEqual([turn.offered for turn in turns if turn.act == "offer"],
                         [offer["package"] for offer in offers])
        answers = [answer for offer in offers for answer in offer["responses"].values()]
        self.assertEqual([turn.answer for turn in turns if turn.answer], answers)

    def test_the_table_can_be_looked_at_between_two_turns(self):
        simulation = detente.Simulation(self.paris, "offers")
        self.assertEqual((simulation.stage, simulation.round), ("guarantees", 1))
        self.assertIsNone(simulation.standing)
        self.assertIsNone(simulation.outcome)
        starts = simulation.next_by
        turn = simulation.next()
        self.assertEqual(turn.by, (starts,))
        self.assertEqual(simulation.standing, turn.offered)
        self.assertEqual(simulation.proposer, (starts,))
        self.assertEqual([one.to_dict() for one in simulation.log], [turn.to_dict()])
        self.assertEqual(tuple(simulation.thresholds), ("us", "coalition", "ukraine"))
        self.assertEqual(simulation.walk_aways["us"], self.paris.actors["us"].walk_away)

    def test_a_copy_is_played_apart(self):
        simulation = detente.Simulation(self.paris)
        simulation.next()
        for other in (simulation.copy(), copy.copy(simulation)):
            before = len(simulation.log)
            list(other)
            self.assertTrue(other.over)
            self.assertFalse(simulation.over)
            self.assertEqual(len(simulation.log), before)

    def test_a_stage_is_played_in_one_go(self):
        simulation = detente.Simulation(self.paris)
        simulation.play_stage()
        self.assertEqual([one.stage for one in simulation.outcomes], ["guarantees"])
        self.assertEqual(simulation.stage, "settlement")

    def test_the_scenario_is_that_of_the_round(self):
        simulation = detente.Simulation(
            detente.loads(SMALL),
            edits=[{"at": {"stage": "talks", "round": 2}, "set": {"actors.upper.walk_away": 0.35}}])
        before = simulation.scenario
        while simulation.round < 2:
            simulation.next()
        self.assertEqual(before.actors["upper"].walk_away, 0.3)
        self.assertEqual(simulation.scenario.actors["upper"].walk_away, 0.35)

    def test_a_turn_after_the_end_is_a_broken_promise(self):
        simulation = detente.Simulation(detente.loads(SMALL))
        list(simulation)
        with self.assertRaises(detente.ContractViolation):
            simulation.next()
        self.assertEqual(list(simulation), [])


if __name__ == "__main__":
    unittest.main()
