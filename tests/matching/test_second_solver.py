"""A second solver that shares nothing with the first: networkx's network simplex and Hopcroft–Karp's matching."""

from __future__ import annotations

import random
from dataclasses import replace

import networkx as nx
import pytest

from mentoring.errors import ProgrammeError
from mentoring.matching.rules import Couple, Problem, Sizes, Wishes
from mentoring.matching.rules_aims import Aim
from mentoring.matching.solver import solve


def a_school(seed: int, *, mentors: int = 25, mentees: int = 35, spread: int = 300) -> Problem:
    rng = random.Random(seed)
    left = {m: rng.choice([0, 1, 1, 2, 3]) for m in range(1, mentors + 1)}
    right = range(101, 101 + mentees)
    scores = {(m, e): rng.randint(-spread, spread) for m in left for e in right if rng.random() < 0.3}
    forbidden = frozenset(rng.sample(sorted(scores), 20))
    return Problem(left, frozenset(right), scores, Wishes(forbidden=forbidden))


def usable(problem: Problem, floor: float = float("-inf")) -> dict[Couple, int]:
    return {
        couple: score
        for couple, score in problem.scores.items()
        if score >= floor and couple not in problem.wishes.forbidden
    }


def most_served(problem: Problem, pairs: dict[Couple, int]) -> int:
    """Each place of a mentor as a node of its own."""
    graph = nx.Graph()
    graph.add_nodes_from(problem.mentees)
    seats = [(m, seat) for m, places in problem.mentors.items() for seat in range(places)]
    graph.add_edges_from(((m, seat), e) for m, seat in seats for (one, e) in pairs if one == m)
    return len(nx.bipartite.hopcroft_karp_matching(graph, problem.mentees)) // 2


def highest_floor(problem: Problem, served: int) -> int:
    return max(score for score in set(usable(problem).values()) if reaches(problem, score, served))


def reaches(problem: Problem, floor: int, served: int) -> bool:
    return most_served(problem, usable(problem, floor)) == served


def best_total(problem: Problem, floor: int, served: int) -> int:
    graph = nx.DiGraph()
    graph.add_node("source", demand=-served)
    graph.add_node("sink", demand=served)
    for mentor, places in problem.mentors.items():
        graph.add_edge("source", ("mentor", mentor), capacity=places, weight=0)
    for mentee in problem.mentees:
        graph.add_edge(("mentee", mentee), "sink", capacity=1, weight=0)
    for (mentor, mentee), score in usable(problem, floor).items():
        graph.add_edge(("mentor", mentor), ("mentee", mentee), capacity=1, weight=-score)
    return -nx.network_simplex(graph)[0]


@pytest.mark.parametrize("seed", range(8))
def test_it_agrees(seed: int) -> None:
    problem = a_school(seed, spread=(3, 300)[seed % 2])
    found = solve(problem)
    assert found.served == most_served(problem, usable(problem))
    assert found.worst == highest_floor(problem, found.served)
    assert found.total == best_total(problem, found.worst, found.served)


def test_figures_near_the_limit_are_exact() -> None:
    rng = random.Random(1)
    far = 10**12
    scores = {(m, e): rng.choice([far, far - 1, -far, 1 - far]) for m in range(12) for e in range(100, 112)}
    problem = Problem(dict.fromkeys(range(12), 1), frozenset(range(100, 112)), scores)
    found = solve(problem)
    assert found.served == 12
    assert found.worst == highest_floor(problem, 12)
    assert found.total == best_total(problem, found.worst, 12)


def test_a_search_without_an_end_is_given_up_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped before it is sure, it gives no half answer."""
    from mentoring.matching import solver_model

    sided = replace(a_school(3), wishes=Wishes(together=(frozenset({101, 102}),), sizes={2: Sizes(2)}))
    assert solve(sided).served > 0
    monkeypatch.setattr(solver_model, "_SETTINGS", "limits/totalnodes = 0\npresolving/maxrounds = 0\n")
    with pytest.raises(ProgrammeError, match="error-matching-hard"):
        solve(sided)


def test_scores_too_far_apart_are_refused() -> None:
    def scored(score: int, **wishes: object) -> Problem:
        return Problem({1: 2, 2: 1}, frozenset({11, 12}), {(1, 11): score, (1, 12): 0}, Wishes(**wishes))

    for problem, aim in (
        (scored(10**12 + 1), Aim.BEST),
        (scored(-(10**30)), Aim.BEST),
        (scored(10**7), Aim.FAIREST),
        (scored(10**7, together=(frozenset({11, 12}),)), Aim.BEST),
    ):
        with pytest.raises(ProgrammeError, match="error-matching-score"):
            solve(problem, aim)
