#!/usr/bin/env python3
"""A second opinion on the YAML of our scenarios: another reader reads them too, and alike.

Every file in scenarios/ must load with PyYAML, be one document, repeat no key and have no key that
YAML readers take for something else, such as `no`: so that scripts in any language can read it.
With --ours PROGRAM (yaml_values), every value must be the one that our own reader finds: numbers,
yes and no, texts, nothing, and the order of keys.
"""
import argparse
import json
import pathlib
import subprocess
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class StrictLoader(yaml.SafeLoader):
    """PyYAML lets the last of two equal keys win in silence; this one refuses."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            where = f"line {key_node.start_mark.line + 1}"
            if key is None or isinstance(key, bool):  # an id such as `no` or `null`
                raise ValueError(f"{where}: the key {key_node.value!r} is read as {key!r}")
            if key in seen:
                raise ValueError(f"{where}: the key {key!r} is there twice")
            seen.add(key)
        return super().construct_mapping(node, deep)


def same_scalar(theirs, ours):
    """Whether PyYAML's value is what our reader takes a scalar for."""
    if isinstance(theirs, bool):
        return not ours["quoted"] and WORDS.get(ours["text"].lower()) is theirs
    if isinstance(theirs, (int, float)):
        return ours["number"] is not None and float(theirs) == ours["number"]
    # a number that is a text to them, such as 1e-9, is a difference
    return isinstance(theirs, str) and theirs == ours["text"] and ours["number"] is None


def difference(theirs, ours, path="the file"):
    """The first place where the readers differ, or None."""
    if theirs is None or ours is None:
        return None if theirs is ours else f"{path}: {theirs!r} and {ours!r}"
    if "map" in ours:
        keys = [key for key, _ in ours["map"]]
        if not isinstance(theirs, dict) or [str(key) for key in theirs] != keys:
            return f"{path}: other keys"
        pairs = [(key, value, inner) for value, (key, inner) in zip(theirs.values(), ours["map"])]
    elif "list" in ours:
        if not isinstance(theirs, list) or len(theirs) != len(ours["list"]):
            return f"{path}: another list"
        pairs = [(place, *both) for place, both in enumerate(zip(theirs, ours["list"]))]
    else:
        return None if same_scalar(theirs, ours) else f"{path}: {theirs!r} and {ours!r}"
    found = (difference(value, inner, f"{path}, {key}") for key, value, inner in pairs)
    return next((fault for fault in found if fault), None)


def check(file, program):
    """What is wrong with one file, or None."""
    try:
        document = yaml.load(file.read_text("utf-8"), StrictLoader)
    except (yaml.YAMLError, ValueError) as fault:
        return str(fault)
    if not isinstance(document, dict) or not str(document.get("schema", "")).startswith("detente/"):
        return "no schema"
    if program is None:
        return None
    ours = subprocess.run([program, str(file)], capture_output=True, text=True, check=True).stdout
    return difference(document, json.loads(ours))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--ours", help="the program that prints what our reader finds")
    program = options.parse_args().ours
    files = sorted((ROOT / "scenarios").rglob("*.yaml"))
    faults = [(file, fault) for file in files if (fault := check(file, program))]
    for file, fault in faults:
        print(f"{file.relative_to(ROOT)}: {fault}")
    print(f"{len(files)} files, {len(faults)} with a fault")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
