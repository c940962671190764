"""Detente: simulate and analyse diplomatic negotiations.

    import detente
    talks = detente.load("scenarios/paris.yaml")
    trace = detente.run(talks, seed=7)
    print(trace.outcome.agreed, trace.digest)
    print(detente.run(talks.edit("actors.us.walk_away", 0.7)).outcome.package)

Outcomes follow from the assumptions of a scenario and the rule of a model; they are no forecasts.
"""

from . import _detente
from ._detente import *  # noqa: F401,F403
from ._detente import __version__  # noqa: F401

__all__ = [name for name in vars(_detente) if not name.startswith("_")]
