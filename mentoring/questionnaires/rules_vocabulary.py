"""Words that people type instead of pressing a button, Russian and English. Vocabulary only. Pure.

Numbers and times have their own: `mentoring.words`.
"""

from __future__ import annotations


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MARKS = {
    "единица": 1, "двойка": 2, "тройка": 3, "четверка": 4, "пятерка": 5, "шестерка": 6, "семерка": 7,
    "восьмерка": 8, "девятка": 9, "десятка": 10,
}  # fmt: skip
"""What a mark is called."""

# Words that may stand beside a number without changing it.
AROUND = _set(
    "лет год года году месяц месяца месяцев неделя недели недель день дня дней час часа часов раз раза балл "
    "балла баллов оценка ответ номер вариант человек человека людей класс пункт около примерно где-то ну на "
    "это думаю наверное пусть будет поставлю ставлю уже вот точно ровно твердая твердое из "
    "years year months month weeks week days day hours hour times points point number option people "
    "about around approximately roughly i think say maybe it is of out a an the no"
)

YES = _set(
    "да ага угу конечно разумеется безусловно верно согласен согласна хорошо ок окей давайте хочу естественно "
    "несомненно непременно yes yeah yep yup sure ok okay certainly definitely true y"
) | {"да конечно", "конечно да", "так точно", "of course", "yes please", "yes of course"}
NO = _set("нет не неа нету никогда ненадо хватит no nope nah not never false n") | {
    "конечно нет", "не надо", "не нужно", "не хочу", "нет спасибо", "no thanks", "not really", "of course not",
}  # fmt: skip

YES_LABELS = frozenset({"да", "yes"})
NO_LABELS = frozenset({"нет", "no"})

ALL = frozenset({"все", "всё", "все варианты", "все перечисленное", "all", "all of them", "everything"})
