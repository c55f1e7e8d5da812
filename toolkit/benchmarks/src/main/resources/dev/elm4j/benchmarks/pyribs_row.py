"""Measures pyribs on one row of the table: `python - ROW ENTRIES CELLS ROUNDS`, answered by one line of JSON.

The data are the bits that Java's SplittableRandom draws, so both sides insert the same numbers; the answer carries what
came of them. A round has an archive of its own; the first round, in which numba compiles, is not counted.
"""
import json
import platform
import sys
import time

import numpy as np
import ribs
import scipy
from ribs.archives import CVTArchive, GridArchive

LIMIT = 20.0  # seconds after which no further round begins, but for the least number of them
LEAST = 5
RANGES = [(-1, 1), (-1, 1)]


def uniform(seed: int, count: int) -> np.ndarray:
    """The first numbers of `2 * new SplittableRandom(seed).nextDouble() - 1` (SplitMix64, Steele 2014)."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return 2 * ((z ^ (z >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) * 2.0**-53 - 1


row, entries, cells, rounds = sys.argv[1], *map(int, sys.argv[2:])
drawn = uniform(42, entries * 13)
solutions, objectives, measures = np.split(drawn, [entries * 10, entries * 11])
solutions, measures = solutions.reshape(entries, 10), measures.reshape(entries, 2)
centroids = uniform(7, cells * 2).reshape(cells, 2)


def fresh():
    if row.startswith("cvt"):
        return CVTArchive(solution_dim=10, centroids=centroids, ranges=RANGES)
    return GridArchive(solution_dim=10, dims=(64, 64), ranges=RANGES, seed=1)


def filled():
    archive = fresh()
    archive.add(solutions, objectives, measures)
    return archive


def batch(archive):
    archive.add(solutions, objectives, measures)


def batches(archive):
    for i in range(0, entries, 100):
        archive.add(solutions[i:i + 100], objectives[i:i + 100], measures[i:i + 100])


def singly(archive):
    for solution, objective, point in zip(solutions, objectives, measures):
        archive.add_single(solution, objective, point)


def cells_of(archive):
    archive.index_of(measures)


def sample(archive):
    archive.sample_elites(entries)


work = {"batch": batch, "batches": batches, "singly": singly, "cells": cells_of, "sample": sample}[row.split("-")[1]]
begin, seconds = time.perf_counter(), []
for number in range(rounds + 1):
    archive = filled() if work in (cells_of, sample) else fresh()
    start = time.perf_counter()
    work(archive)
    end = time.perf_counter()
    if number > 0:
        seconds.append(end - start)
    if number >= LEAST and end - begin > LIMIT:
        break

index = archive.index_of(measures).astype(np.int64)
print(json.dumps({
    "seconds": seconds, "elites": len(archive), "qdScore": float(archive.stats.qd_score),
    "checksum": int(np.sum(np.arange(1, entries + 1) * index)),
    "versions": "Python %s, ribs %s, numpy %s, scipy %s" % (
        platform.python_version(), ribs.__version__, np.__version__, scipy.__version__),
}))
