#!/usr/bin/env python3
"""Somebody else's JSON Schema validator on what `detente schema` says.

Accepts every scenario that we ship, and rejects every broken file whose fault is marked structural
in tests/data/broken/README.md: one that shows without knowing what refers to what.
"""
import pathlib
import re
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
BROKEN = ROOT / "tests" / "data" / "broken"
PLANS = ROOT / "tests" / "data" / "broken_plans"
# plans of which a fault shows without knowing the scenario
STRUCTURAL_PLANS = ("a_list", "a_scenario", "design_n", "design_short", "design_word", "designs",
                    "empty_vary", "keys", "kinds", "limits", "list_short", "no_metrics",
                    "no_scenario", "too_many_columns", "version", "ways")
SCHEMAS = ROOT / "share" / "detente"


class PlainLoader(yaml.SafeLoader):
    """PyYAML's YAML 1.1 without what nobody means: no 1:30 in base sixty, no octal 010, no dates."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        # JSON's keys are texts, and an option may be called 30
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


def resolve(tag, pattern, first):
    PlainLoader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)


resolve("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""])
resolve("bool", r"(?i)^(yes|no|on|off|y|n|true|false)$", list("yYnNoOtTfF"))
resolve("int", r"^[-+]?[0-9]+$", list("-+0123456789"))
resolve("float", r"^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$", list("-+0123456789."))


def number(loader, node):
    return float(node.value) if re.search(r"[.eE]", node.value) else int(node.value, 10)


PlainLoader.add_constructor("tag:yaml.org,2002:int", number)
PlainLoader.add_constructor("tag:yaml.org,2002:float", number)
PlainLoader.add_constructor("tag:yaml.org,2002:bool", lambda loader, node: node.value.lower() in (
    "yes", "on", "y", "true"))


def validator(name):
    text = (SCHEMAS / f"{name}-1.schema.json").read_text("utf-8")
    schema = yaml.safe_load(text)  # JSON is YAML
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def fault_of(file, validate):
    """The first fault that the validator finds, or None."""
    document = yaml.load(file.read_text("utf-8-sig"), PlainLoader)
    fault = jsonschema.exceptions.best_match(validate.iter_errors(document))
    return None if fault is None else f"{list(fault.absolute_path)}: {fault.message[:150]}"


def marks():
    """The table of the broken files: name -> whether its fault is structural."""
    table = (BROKEN / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z_0-9]+)` \|.*\| (yes|no) \|$", table, re.MULTILINE)
    return {name: mark == "yes" for name, mark in rows}


def main():
    validators = {name: validator(name) for name in ("scenario", "overlay", "batch")}
    scenarios = validators["scenario"]
    faults = []
    shipped = sorted((ROOT / "scenarios").rglob("*.yaml"))
    for file in shipped:
        kind = re.search(r"^schema: detente/([a-z]+)/1", file.read_text("utf-8"), re.MULTILINE)
        if fault := fault_of(file, validators[kind[1]]):
            faults.append(f"{file.relative_to(ROOT)} is refused: {fault}")
    marked = marks()
    names = {file.stem for file in BROKEN.glob("*.yaml")}
    for name in sorted(names ^ marked.keys()):
        faults.append(f"{name}: stands in the table or in the folder alone")
    for name in sorted(names & marked.keys()):
        if marked[name] and fault_of(BROKEN / f"{name}.yaml", scenarios) is None:
            faults.append(f"{name}.yaml is accepted")
    for name in STRUCTURAL_PLANS:
        if fault_of(PLANS / f"{name}.yaml", validators["batch"]) is None:
            faults.append(f"{name}.yaml is accepted")
    print("\n".join(faults))
    structural = sum(marked.values())
    print(f"{len(shipped)} shipped, {structural} of {len(names)} broken ones structural")
    return 1 if faults or not shipped or structural == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
