#!/usr/bin/env python3
"""What each party would accept, round by round, and how many stand together.

    coming_together.py scenarios/paris.yaml -o together.png
    coming_together.py scenarios/paris.yaml --model offers --set actors.us.walk_away 0.7
"""
import argparse

import matplotlib.pyplot as plt

import detente


def arguments():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("scenario")
    options.add_argument("--model", help="default: the scenario's")
    options.add_argument("--set", nargs=2, action="append", default=[], metavar=("PATH", "NUMBER"))
    options.add_argument("-o", "--output", default="coming_together.png")
    return options.parse_args()


def draw_thresholds(axes, scenario, rounds):
    """Thresholds as lines, walk-aways as dots at the end of each."""
    for party in rounds[0]["aspirations"]:
        numbers = [one["round"] for one in rounds]
        colour = f"C{scenario.actors.ids.index(party)}"
        axes.plot(numbers, [one["aspirations"][party] for one in rounds], color=colour,
                  label=scenario.actors[party].title())
        axes.plot(numbers[-1], rounds[-1]["walk_aways"][party], "o", color=colour)


def draw_support(axes, rounds):
    """How many of the parties could agree among themselves."""
    parties = len(rounds[0]["aspirations"])
    axes.bar([one["round"] for one in rounds], [len(one["coalition"]) for one in rounds],
             color="0.6")
    axes.axhline(parties, color="0.2", linewidth=0.8, linestyle="--")
    axes.set(ylim=(0, parties + 0.5), yticks=range(parties + 1))


def draw(scenario, trace, output):
    stages = [stage["id"] for stage in trace.stages]
    figure, grid = plt.subplots(2, len(stages), figsize=(5.5 * len(stages), 6), squeeze=False,
                                sharex="col", height_ratios=(3, 1), layout="constrained")
    for place, stage in enumerate(stages):
        rounds = trace.rounds(stage)
        draw_thresholds(grid[0][place], scenario, rounds)
        draw_support(grid[1][place], rounds)
        grid[0][place].set(title=scenario.stages[stage].title(), ylim=(0, 1.02))
        grid[0][place].legend(frameon=False, fontsize="small")
        grid[1][place].set(xlabel="round")
    grid[0][0].set(ylabel="least utility accepted (dots: walk-away)")
    grid[1][0].set(ylabel="largest coalition")
    figure.suptitle(f"{scenario.title()}: {trace.outcome.reason}")
    figure.savefig(output, dpi=150)


def main():
    given = arguments()
    scenario = detente.load(given.scenario)
    edits = {path: float(number) for path, number in given.set}
    trace = detente.run(scenario, given.model, edits=edits)
    draw(scenario, trace, given.output)
    print(f"{trace.outcome.reason}, digest {trace.digest}: {given.output}")


if __name__ == "__main__":
    main()
