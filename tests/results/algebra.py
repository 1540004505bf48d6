"""Linear algebra over a large prime: exact, and quick enough in plain Python."""

from __future__ import annotations

PRIME = (1 << 61) - 1
Vector = list[int]


def eliminated(matrix: list[Vector], width: int, drop: int) -> list[Vector]:
    """Rows that are left with zeros in the first `width` columns, without these."""
    rows = [row[:] for row in matrix]
    for column in range(width):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        inverse = pow(pivot[column], -1, PRIME)
        for row in rows:
            if row[column]:
                factor = row[column] * inverse % PRIME
                row[:] = [(a - factor * b) % PRIME for a, b in zip(row, pivot, strict=True)]
    return [row[drop:] for row in rows]


def reduced(matrix: list[Vector]) -> list[Vector]:
    """Row echelon form with ones as pivots and zeros above them; zero rows gone."""
    rows, found = [row[:] for row in matrix], []
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        inverse = pow(pivot[column], -1, PRIME)
        pivot = [a * inverse % PRIME for a in pivot]
        for row in (*rows, *found):
            if row[column]:
                factor = row[column]
                row[:] = [(a - factor * b) % PRIME for a, b in zip(row, pivot, strict=True)]
        found.append(pivot)
    return found
