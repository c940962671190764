"""The example scripts run, and draw something."""
import contextlib
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from support import PARIS, ROOT

EXAMPLES = ROOT / "docs" / "examples"


class Examples(unittest.TestCase):
    def draw(self, script, *words):
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder) / "picture.png"
            said = subprocess.run(
                [sys.executable, EXAMPLES / script, *words, "-o", picture], capture_output=True,
                text=True, cwd=folder,
                env={**os.environ, "MPLBACKEND": "Agg", "MPLCONFIGDIR": folder})
            self.assertEqual(said.returncode, 0, said.stderr)
            self.assertEqual(picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")
            self.assertGreater(picture.stat().st_size, 10_000)
            return said.stdout

    def test_the_manual(self):
        """What docs/python.md shows, in one go."""
        shown = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text("utf-8"),
                           re.DOTALL)
        self.assertGreater(len(shown), 5)
        here = os.getcwd()
        os.chdir(ROOT)
        self.addCleanup(os.chdir, here)
        known = {}
        with contextlib.redirect_stdout(io.StringIO()) as said:
            for code in shown:
                exec(compile(code, "docs/python.md", "exec"), known)
        self.assertIn("cannot open the file", said.getvalue())

    def test_outcome_map(self):
        said = self.draw("outcome_map.py", str(PARIS), "--steps", "5")
        self.assertIn("25 runs", said)

    def test_coming_together(self):
        self.draw("coming_together.py", str(PARIS))


if __name__ == "__main__":
    unittest.main()
