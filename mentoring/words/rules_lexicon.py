"""The vocabulary: which word is which piece of a phrase. Words are in lower case, with "е" for "ё". Pure.

A piece is a code of one letter, which the grammar's patterns are written in, and a value:

    #  number word, its rank   O  ordinal word       o  ordinal      1  number
    m  month 1-12              w  weekday 0-6        u  unit of time  s  season's first month
    T  days from today         K  days off           H  feast         S  now
    P  part of the day         A  am, pm             c  noon, midnight
    r  this, next, last        l  coming, latest     z  zone, hours from UTC
    v  at      i  in (English) n  on                 k  towards       f  from      d  till
    b  through j  after a time g  ago                e  after         W  within    p  past      X  to (English)
    h  half    q  quarter      B  short of           E  "дня"         N  day of the month
    a  a, an   M  minus        .  point              ~  about         Q  quarter (English)
    &  and     $  end

What is read later has codes too: : "15.02", / "15/02", = "15-30", - a dash, ! a date or time that is none;
D a day or a longer span, C a time of day, R a time from and to, L a length, I an interval, F a finished moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from mentoring.words.rules_number_words import CARDINALS, ORDINALS, SCALES

Entry = tuple[str, Any]


def _each(code: str, listed: dict[Any, str]) -> Iterator[tuple[str, Entry]]:
    for value, words in listed.items():
        for word in words.split(","):
            yield word.strip(), (code, value)


_MONTHS = {
    1: "январь,января,январе,январю,январем,янв,january,jan",
    2: "февраль,февраля,феврале,февралю,февралем,фев,февр,february,feb",
    3: "март,марта,марте,марту,мартом,мар,march,mar",
    4: "апрель,апреля,апреле,апрелю,апрелем,апр,april,apr",
    5: "май,мая,мае,маю,маем,may",
    6: "июнь,июня,июне,июню,июнем,июн,june,jun",
    7: "июль,июля,июле,июлю,июлем,июл,july,jul",
    8: "август,августа,августе,августу,августом,авг,august,aug",
    9: "сентябрь,сентября,сентябре,сентябрю,сентябрем,сен,сент,september,sept,sep",
    10: "октябрь,октября,октябре,октябрю,октябрем,окт,october,oct",
    11: "ноябрь,ноября,ноябре,ноябрю,ноябрем,ноя,нояб,november,nov",
    12: "декабрь,декабря,декабре,декабрю,декабрем,дек,december,dec",
}

_WEEKDAYS = {
    0: "понедельник,понедельника,понедельнику,понедельником,понедельнике,пн,понед,monday,mon",
    1: "вторник,вторника,вторнику,вторником,вторнике,вт,tuesday,tue",
    2: "среда,среды,среде,среду,средой,ср,wednesday,wed",
    3: "четверг,четверга,четвергу,четвергом,четверге,чт,четв,thursday,thu",
    4: "пятница,пятницы,пятнице,пятницу,пятницей,пт,пятн,friday,fri",
    5: "суббота,субботы,субботе,субботу,субботой,сб,субб,saturday,sat",
    6: "воскресенье,воскресенья,воскресенью,воскресеньем,воскресение,вс,воскр,sunday,sun",
}

_UNITS = {
    "second": "секунда,секунды,секунде,секунду,секундой,секунд,секунд,сек,секундочка,секундочку,секундочки,"
    "секундочек,seconds,second,secs,sec",
    "minute": "минута,минуты,минуте,минуту,минутой,минут,мин,минутка,минутки,минутку,минуток,минуточка,"
    "минуточку,минуточки,минуточек,minute,minutes,mins,min",
    "hour": "час,часа,часу,часом,часе,часы,часов,часам,часами,часах,ч,часик,часика,часиков,часок,часочек,"
    "часочка,часочков,hour,hours,hr,hrs,h,o'clock",
    "day": "день,дню,днем,дни,дней,дням,днями,днях,денек,денька,денечек,day,days",
    "sutki": "сутки,суток,суткам,сутками,сутках",
    "week": "неделя,недели,неделе,неделю,неделей,недель,неделям,неделями,неделях,нед,недельку,неделька,"
    "недельки,неделек,week,weeks",
    "month": "месяц,месяца,месяцу,месяцем,месяце,месяцы,месяцев,месяцам,месяцами,месяцах,мес,month,months",
    "quarter": "квартал,квартала,кварталу,кварталом,квартале,кварталы,кварталов,quarters",
    "year": "год,года,году,годом,годе,годы,годов,годам,годами,годах,лет,г,гг,годик,годика,year,years,yr,yrs",
}

_SEASONS = {
    12: "зима,зимы,зиме,зиму,зимой,winter",
    3: "весна,весны,весне,весну,весной,spring",
    6: "лето,лета,лету,летом,лете,summer",
    9: "осень,осени,осенью,autumn",
}

_RELATIVE = {
    -2: "позапрошлый,позапрошлая,позапрошлое,позапрошлого,позапрошлом,позапрошлой,позапрошлую,позапрошлым",
    -1: "прошлый,прошлая,прошлое,прошлого,прошлом,прошлой,прошлую,прошлым,прошлые,прошлых,прошедший,"
    "прошедшая,прошедшую,прошедшей,прошедшем,прошедшие,предыдущий,предыдущая,предыдущую,предыдущей,"
    "предыдущем,предыдущие,предыдущих,прош,last,previous",
    0: "этот,эта,это,эту,этом,этой,этого,этим,эти,этих,текущий,текущая,текущую,текущем,текущей,текущего,"
    "нынешний,нынешнем,нынешней,нынешнего,this,current",
    1: "следующий,следующая,следующее,следующего,следующем,следующей,следующую,следующим,следующие,"
    "следующих,будущий,будущая,будущее,будущего,будущем,будущей,будущую,будущие,след,next",
}

_LATEST = {
    -1: "последний,последняя,последнюю,последней,последнем,последние,последних",
    1: "ближайший,ближайшая,ближайшее,ближайшую,ближайшей,ближайшем,ближайшие,ближайших,предстоящий,"
    "предстоящие,предстоящих,coming",
}

_DAYS = {
    -3: "позапозавчера", -2: "позавчера,day before yesterday", -1: "вчера,yesterday",
    0: "сегодня,today", 1: "завтра,tomorrow", 2: "послезавтра,day after tomorrow", 3: "послепослезавтра",
}  # fmt: skip

# Four to noon is morning because one says "4 утра"; the day's and the evening's hours are those of the clock.
_PARTS = {
    (4, 12): "утром,утра,утро,утру,с утра,in the morning,morning",
    (12, 14): "обед,в обед,в обеденный перерыв,в обеденное время",
    (12, 19): "днем,пополудни,после полудня,in the afternoon,afternoon",
    (18, 24): "вечером,вечера,вечер,вечеру,in the evening,evening,tonight",
    (0, 4): "ночью,ночи,at night",
}
_HALVES_OF_DAY = {(0, 12): "am,a.m", (12, 24): "pm,p.m"}

# Day and month of what is on the same day each year.
_HOLIDAYS = {
    (1, 1): "новый год,в новый год,new year's day",
    (7, 1): "рождество,рождество христово,на рождество,в рождество",
    (14, 1): "старый новый год,на старый новый год",
    (25, 1): "татьянин день,в татьянин день",
    (23, 2): "день защитника отечества,в день защитника отечества",
    (8, 3): "международный женский день,женский день",
    (12, 4): "день космонавтики,в день космонавтики",
    (9, 5): "день победы,в день победы",
    (12, 6): "день россии,в день россии",
    (1, 9): "день знаний,в день знаний",
    (5, 10): "день учителя,в день учителя",
    (4, 11): "день народного единства,в день народного единства",
    (31, 12): "канун нового года,new year's eve",
}

_SMALL = {
    "v": "в,во,at", "i": "in", "n": "на,on", "k": "к,ко,by", "f": "с,со,from,since",
    "d": "до,until,till,before", "b": "по,through", "j": "через", "g": "назад,тому назад,ago",
    "e": "после,after", "W": "в течение,в течении,within", "p": "past",
    "h": "пол,половина,половине,половиной,половину,half",
    "q": "четверть,четверти,четвертью", "B": "без", "E": "дня", "N": "числа,число,числу,числом,числе",
    "a": "a,an", "M": "минус,minus", ".": "точка,point",
    "~": "примерно,приблизительно,около,где-то,ориентировочно,about,around,approximately",
    "K": "выходные,выходных,выходным,weekend,на выходных,в выходные,on the weekend,at the weekend",
    "Q": "quarter", "X": "to", "&": "и,and", "$": "конца,end",
}  # fmt: skip

_ZONES = {
    0: "gmt,utc", 1: "cet", 2: "cest,eet",
    3: "eest,msk,мск,по москве,по московскому времени,московского времени",
}  # fmt: skip

# Words that say nothing of the time and may stand anywhere.
IDLE = frozenset(
    [
        "the",
        "of",
        "давайте",
        "давай",
        "можно",
        "пожалуйста",
        "лучше",
        "удобно",
        "ровно",
        "please",
        "let's",
        "встретимся",
        "встреча",
    ]
)

ENTRIES: dict[str, Entry] = dict(
    [
        *_each("m", _MONTHS), *_each("w", _WEEKDAYS), *_each("u", _UNITS), *_each("s", _SEASONS),
        *_each("r", _RELATIVE), *_each("l", _LATEST), *_each("T", _DAYS), *_each("P", _PARTS),
        *_each("A", _HALVES_OF_DAY),
        *_each("H", _HOLIDAYS), *_each("z", _ZONES),
        *((word, ("#", (value, rank))) for word, (value, rank) in {**CARDINALS, **SCALES}.items()),
        *((word, ("O", value)) for word, value in ORDINALS.items()),
        *((word, (code, code)) for code, words in _SMALL.items() for word in words.split(",")),
        *_each("c", {12: "полдень,полудня,полдню,noon,midday", 0: "полночь,полуночи,midnight"}),
        ("сейчас", ("S", 0)), ("now", ("S", 0)),
        *((word, ("1", Decimal("1.5"))) for word in ("полтора", "полторы", "полутора")),
    ]
)  # fmt: skip

LONGEST_PHRASE = max(len(words.split()) for words in ENTRIES)
