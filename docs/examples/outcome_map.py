#!/usr/bin/env python3
"""How talks end for many values of two numbers, as a map.

    outcome_map.py scenarios/paris.yaml -o map.png
    outcome_map.py S.yaml --x actors.a.walk_away 0 1 --y actors.b.power 10 100 --steps 41

Every point is one run of a batch. A map shows what follows from the assumptions of the scenario;
it says nothing about how likely any of it is.
"""
import argparse

import matplotlib.pyplot as plt
import pandas

import detente


def arguments():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("scenario")
    for axis, path in (("x", "actors.russia.walk_away"), ("y", "actors.us.walk_away")):
        options.add_argument(f"--{axis}", nargs=3, metavar=("PATH", "LOW", "HIGH"),
                             default=[path, 0.2, 0.9])
    options.add_argument("--steps", type=int, default=29, help="values of each number")
    options.add_argument("--model", help="default: the scenario's")
    options.add_argument("-o", "--output", default="outcome_map.png")
    return options.parse_args()


def play(given):
    """A table with one row a run."""
    plan = {
        "design": {"kind": "grid"},
        "vary": {path: {"range": [float(low), float(high)], "steps": given.steps}
                 for path, low, high in (given.x, given.y)},
        "metrics": ["agreed", "stage", "round"],
    }
    if given.model:
        plan["model"] = given.model
    return pandas.DataFrame(detente.batch(plan, detente.load(given.scenario)).columns)


def draw(table, given):
    scenario = detente.load(given.scenario)
    ends = table["stage"].where(~table["agreed"], "agreed")
    figure, axes = plt.subplots(figsize=(7.5, 5.5), layout="constrained")
    kinds = [stage.id for stage in scenario.stages] + ["agreed"]
    # light to dark, so that the map can be read without colours, too
    colours = plt.get_cmap("cividis_r")
    for place, kind in enumerate(kinds):
        runs = table[ends == kind]
        name = "agreed" if kind == "agreed" else f"no deal in: {scenario.stages[kind].title()}"
        axes.scatter(runs[given.x[0]], runs[given.y[0]], marker="s", s=42,
                     color=colours(place / max(len(kinds) - 1, 1)), label=f"{name} ({len(runs)})")
    axes.set(title=f"{scenario.title()}: how the talks end", xlabel=given.x[0], ylabel=given.y[0])
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), frameon=False)
    figure.savefig(given.output, dpi=150)


def main():
    given = arguments()
    table = play(given)
    draw(table, given)
    print(f"{len(table)} runs, {table['agreed'].mean():.0%} end in agreement: {given.output}")


if __name__ == "__main__":
    main()
