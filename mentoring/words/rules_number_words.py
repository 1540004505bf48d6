"""Number words in all their cases, and how they add up: "пятьсот двадцати пяти", "двадцать первого". Pure.

A number word is (value, rank); within a number the ranks fall: thousands, hundreds, tens, units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Word = tuple[int, int]
UNIT, TEN, HUNDRED, SCALE = 0, 1, 2, 3


def _forms(rank: int, listed: dict[int, str]) -> Iterator[tuple[str, Word]]:
    for value, words in listed.items():
        for word in words.split():
            yield word, (value, rank)


def _soft(stem: str) -> str:
    """The cases of a word such as "пять", from its stem."""
    return f"{stem}ь {stem}и {stem}ью"


_UNITS = {
    0: "ноль нуль ноля нуля нулю нолю нулем нулей zero",
    1: "один одна одно одного одной одному одну одним одном one",
    2: "два две двух двум двумя двое двоих two",
    3: "три трех трем тремя трое троих three",
    4: "четыре четырех четырем четырьмя четверо четверых four",
    5: _soft("пят") + " пятеро пятерых five",
    6: _soft("шест") + " шестеро шестерых six",
    7: _soft("сем") + " семеро семерых seven",
    8: "восемь восьми восемью восьмью eight",
    9: _soft("девят") + " nine",
    10: _soft("десят") + " ten",
    11: _soft("одиннадцат") + " eleven",
    12: _soft("двенадцат") + " twelve",
    13: _soft("тринадцат") + " thirteen",
    14: _soft("четырнадцат") + " fourteen",
    15: _soft("пятнадцат") + " fifteen",
    16: _soft("шестнадцат") + " sixteen",
    17: _soft("семнадцат") + " seventeen",
    18: _soft("восемнадцат") + " eighteen",
    19: _soft("девятнадцат") + " nineteen",
}
_TENS = {
    20: _soft("двадцат") + " twenty",
    30: _soft("тридцат") + " thirty",
    40: "сорок сорока forty",
    50: "пятьдесят пятидесяти пятьюдесятью fifty",
    60: "шестьдесят шестидесяти шестьюдесятью sixty",
    70: "семьдесят семидесяти семьюдесятью seventy",
    80: "восемьдесят восьмидесяти восемьюдесятью eighty",
    90: "девяносто девяноста ninety",
}
_HUNDREDS = {
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
    500: "пятьсот пятисот пятистам пятьюстами пятистах",
    600: "шестьсот шестисот шестистам шестьюстами шестистах",
    700: "семьсот семисот семистам семьюстами семистах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмистах",
    900: "девятьсот девятисот девятистам девятьюстами девятистах",
}
_SCALES = {
    100: "hundred",
    1000: "тысяча тысячи тысяче тысячу тысячей тысяч тысячам тыс thousand",
    1_000_000: "миллион миллиона миллиону миллионом миллионы миллионов млн million",
}

CARDINALS: dict[str, Word] = {
    **dict(_forms(UNIT, _UNITS)),
    **dict(_forms(TEN, _TENS)),
    **dict(_forms(HUNDRED, _HUNDREDS)),
}
SCALES: dict[str, Word] = dict(_forms(SCALE, _SCALES))

_STEMS = {
    1: "перв", 2: "втор", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят", 10: "десят",
    11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат", 16: "шестнадцат",
    17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат", 20: "двадцат", 30: "тридцат", 40: "сороков",
    50: "пятидесят", 60: "шестидесят", 70: "семидесят", 80: "восьмидесят", 90: "девяност", 100: "сот",
    1000: "тысячн", 2000: "двухтысячн",
}  # fmt: skip
_ENDINGS = ["ый", "ой", "ая", "ое", "ые", "ого", "ому", "ую", "ым", "ом", "ых", "ыми"]
_THIRD = "третий третья третье третьи третьего третьей третьему третью третьим третьем третьих третьими"
_ENGLISH = {
    1: "first", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth",
    10: "tenth", 11: "eleventh", 12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth",
    16: "sixteenth", 17: "seventeenth", 18: "eighteenth", 19: "nineteenth", 20: "twentieth", 30: "thirtieth",
}  # fmt: skip

ORDINALS: dict[str, int] = {
    **{stem + ending: value for value, stem in _STEMS.items() for ending in _ENDINGS},
    **dict.fromkeys(_THIRD.split(), 3),
    # "second" is a unit of time far more often than a place.
    **{word: value for value, word in _ENGLISH.items()},
}


@dataclass(slots=True)
class _Adding:
    """A number while it is being read: finished thousands, the group of three digits, the last word's rank."""

    whole: int = 0
    group: int = 0
    lowest: int = SCALE + 1

    def takes(self, value: int, rank: int) -> bool:
        if rank == SCALE:
            return value == 100 or self.whole == 0 or self.whole >= value * 1000
        begins = self.lowest > SCALE
        teens = self.lowest == TEN and value > 9
        return begins or (rank < self.lowest and value > 0 and self.whole + self.group > 0 and not teens)

    def add(self, value: int, rank: int) -> None:
        if rank != SCALE:
            self.group, self.lowest = self.group + value, rank
        elif value == 100:
            self.group, self.lowest = max(self.group, 1) * 100, HUNDRED
        else:
            self.whole, self.group, self.lowest = self.whole + max(self.group, 1) * value, 0, SCALE


def join(words: Sequence[Word]) -> list[int]:
    """The numbers that a run of number words says: "двадцать пять" one, "двадцать тридцать" two."""
    numbers: list[_Adding] = []
    for value, rank in words:
        if not numbers or not numbers[-1].takes(value, rank):
            numbers.append(_Adding())
        numbers[-1].add(value, rank)
    return [number.whole + number.group for number in numbers]


def rank_of(value: int) -> int:
    """The rank of an ordinal's own word: "сотый" is of the hundreds."""
    return SCALE if value >= 1000 else HUNDRED if value >= 100 else TEN if value >= 20 else UNIT
