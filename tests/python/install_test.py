"""pip installs the module without a network, and what it installs plays as the command does."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from support import PARIS, ROOT, document

PLAYS = """
import detente, json, sys
trace = detente.run(detente.load(sys.argv[1]))
print(json.dumps([detente.__version__, detente.__file__, trace.digest]))
"""


class Install(unittest.TestCase):
    def test_pip_installs_it(self):
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        with tempfile.TemporaryDirectory() as folder:
            venv = pathlib.Path(folder) / "venv"
            subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", venv],
                           check=True)
            python = venv / "bin" / "python"
            pip = subprocess.run([python, "-m", "pip", "install", "--no-build-isolation",
                                  "--no-index", "--disable-pip-version-check", str(ROOT)],
                                 capture_output=True, text=True, env=environment, cwd=folder)
            self.assertEqual(pip.returncode, 0, pip.stdout + pip.stderr)
            played = subprocess.run([python, "-c", PLAYS, PARIS], capture_output=True, text=True,
                                    env=environment, cwd=folder)
            self.assertEqual(played.returncode, 0, played.stderr)
            version, file, digest = json.loads(played.stdout)
            package = pathlib.Path(file).parent
            self.assertTrue(package.is_relative_to(venv), file)
            self.assertTrue((package / "__init__.pyi").exists())
            self.assertTrue((package / "py.typed").exists())
            self.assertIn(f"VERSION {version} ", (ROOT / "CMakeLists.txt").read_text("utf-8"))
            self.assertEqual(digest, document("run", PARIS, "--worlds", 0)["digest"])


if __name__ == "__main__":
    unittest.main()
