"""While the module works, other threads of Python go on."""
import sys
import threading
import time
import unittest

import detente
from support import PARIS, SMALL


class Threads(unittest.TestCase):
    def goes_on_during(self, job):
        """Whether this thread gets its turns while another one does the job again and again."""
        self.addCleanup(sys.setswitchinterval, sys.getswitchinterval())
        sys.setswitchinterval(600)  # nobody has to give way: turns come from what is given freely
        begun = threading.Event()
        enough = threading.Event()
        latest = time.monotonic() + 20

        def work():
            begun.set()
            while not enough.is_set() and time.monotonic() < latest:
                job()

        worker = threading.Thread(target=work)
        worker.start()
        begun.wait()
        turns = 0
        while worker.is_alive() and turns < 20:
            worker.join(1e-5)
            turns += 1
        enough.set()
        worker.join()
        return turns == 20

    def test_others_get_their_turn(self):
        paris = detente.load(PARIS)
        small = detente.loads(SMALL)
        plan = {"design": {"kind": "random", "n": 300},
                "vary": {"actors.upper.walk_away": {"range": [0.1, 0.9]}}}
        jobs = {
            "run": lambda: detente.run(paris, worlds=20),
            "solutions": lambda: detente.solutions(paris, "settlement"),
            "coalitions": lambda: detente.coalitions(paris, "settlement"),
            "explain": lambda: detente.explain(paris),
            "batch": lambda: detente.batch(plan, small),
        }
        for name, job in jobs.items():
            with self.subTest(job=name):
                # a thread that holds the lock would let this one have a turn or two
                self.assertTrue(self.goes_on_during(job))

    def test_two_runs_at_once_give_what_one_gives(self):
        paris = detente.load(PARIS)
        expected = detente.run(paris).digest
        digests = []

        def work():
            for _ in range(5):
                digests.append(detente.run(paris).digest)

        workers = [threading.Thread(target=work) for _ in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.assertEqual(digests, [expected] * 20)

    def test_a_trace_asked_by_many_at_once(self):
        trace = detente.run(detente.load(PARIS))
        texts = []
        workers = [threading.Thread(target=lambda: texts.append(trace.to_json())) for _ in range(8)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.assertEqual(len(set(texts)), 1)


if __name__ == "__main__":
    unittest.main()
