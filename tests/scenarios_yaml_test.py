#!/usr/bin/env python3
"""A second opinion on the YAML of our scenarios: another reader reads them too, and alike.

Every file in scenarios/ must load with PyYAML, be one document, repeat no key and have no key that
YAML readers take for something else, such as `no`: so that scripts in any language can read it.
"""
import pathlib
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent


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


def check(file):
    """What is wrong with one file, or None."""
    try:
        document = yaml.load(file.read_text("utf-8"), StrictLoader)
    except (yaml.YAMLError, ValueError) as fault:
        return str(fault)
    if not isinstance(document, dict) or not str(document.get("schema", "")).startswith("detente/"):
        return "no schema"
    return None


def main():
    files = sorted((ROOT / "scenarios").rglob("*.yaml"))
    faults = [(file, fault) for file in files if (fault := check(file))]
    for file, fault in faults:
        print(f"{file.relative_to(ROOT)}: {fault}")
    print(f"{len(files)} files, {len(faults)} with a fault")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
