"""Builds the Python module with CMake; DETENTE_BUILD_DIR=DIR takes the one of a build tree."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

TOP = pathlib.Path(__file__).resolve().parent
MODULE = "_detente" + (sysconfig.get_config_var("EXT_SUFFIX") or ".so")


def version():
    text = (TOP / "CMakeLists.txt").read_text("utf-8")
    return re.search(r"project\(detente VERSION (\S+)", text).group(1)


class CMakeBuild(build_ext):
    """Builds the target detente_python, or takes the module that is there already."""

    def build_extension(self, extension):
        target = pathlib.Path(self.get_ext_fullpath(extension.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(self.module(), target)

    def module(self):
        given = os.environ.get("DETENTE_BUILD_DIR")
        built = pathlib.Path(given) / "python" / "detente" / MODULE if given else None
        if built and built.exists():
            return built
        tree = pathlib.Path(given or self.build_temp).resolve()
        if not (tree / "CMakeCache.txt").exists():
            self.configure(tree)
        jobs = os.environ.get("JOBS") or str(os.cpu_count() or 1)
        subprocess.check_call(
            ["cmake", "--build", str(tree), "--target", "detente_python", "-j", jobs])
        return tree / "python" / "detente" / MODULE

    @staticmethod
    def configure(tree):
        options = ["-DCMAKE_BUILD_TYPE=Release", "-DDETENTE_BUILD_PYTHON=ON",
                   "-DDETENTE_BUILD_CLI=OFF", "-DDETENTE_BUILD_UI=OFF", "-DDETENTE_BUILD_TESTS=OFF",
                   f"-DPython_EXECUTABLE={sys.executable}"]
        if shutil.which("ninja"):
            options += ["-G", "Ninja"]
        subprocess.check_call(["cmake", "-S", str(TOP), "-B", str(tree), *options])


# what the build leaves behind stays in build/
(TOP / "build" / "python").mkdir(parents=True, exist_ok=True)
setup(version=version(),
      ext_modules=[Extension("detente._detente", sources=[])],
      cmdclass={"build_ext": CMakeBuild},
      options={"build": {"build_base": "build/python"}, "egg_info": {"egg_base": "build/python"}})
