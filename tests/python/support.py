"""What the tests of the Python module share."""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PARIS = ROOT / "scenarios" / "paris.yaml"
CAMP_DAVID = ROOT / "scenarios" / "published" / "brams1996" / "camp-david.yaml"
ELMIRA = ROOT / "scenarios" / "published" / "hipel1993" / "elmira.yaml"
COUNCIL = ROOT / "scenarios" / "published" / "shapley1954" / "un-security-council.yaml"
COMMAND = os.environ["DETENTE_COMMAND"]

# two parties, quickly played
SMALL = """schema: detente/scenario/1
id: small
title: {en: Small talks, bg: Малки преговори}
issues:
  share: {options: {count: 11, prefix: v}}
  date: {options: [early, late]}
actors:
  upper:
    title: Upper
    walk_away: 0.3
    positions: {share: {ideal: 100, salience: 1}, date: {ideal: early, salience: 0.5}}
  lower:
    walk_away: 0.35
    positions: {share: {ideal: 0, salience: 1}, date: {ideal: early, salience: 0.4}}
stages: [{id: talks, rounds: 10}]
"""

SMALL_PLAN = {
    "scenario": "small.yaml",
    "seed": 5,
    "repetitions": 2,
    "design": {"kind": "grid"},
    "vary": {
        "actors.upper.walk_away": {"range": [0.3, 1.0], "steps": 8},
        "stages.talks.rounds": {"values": [5, 10]},
        "actors.*.tactic": {"values": ["linear", "conceder"]},
    },
    "metrics": ["agreed", "round", "package", "utility.upper"],
}


def command(*words):
    """The standard output of `detente WORDS`."""
    said = subprocess.run([COMMAND, *map(str, words)], capture_output=True, text=True)
    if said.returncode != 0:
        raise AssertionError(f"exit {said.returncode}: {said.stderr}")
    return said.stdout


def document(*words):
    """The JSON document that `detente WORDS --json` prints."""
    return json.loads(command(*words, "--json"))
