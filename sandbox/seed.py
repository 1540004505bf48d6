"""The people of the demo school, always the same and in the same order."""

from __future__ import annotations

from sandbox.world import World

# first name with patronymic, surname, username, language, role in the demo
PEOPLE = (
    ("Ольга Викторовна", "Соколова", "sokolova_ov", "ru", "curator"),
    ("Андрей Павлович", "Ковалёв", "kovalev_ap", "ru", "director"),
    ("Марина Сергеевна", "Белова", "belova_ms", "ru", "psychologist"),
    ("Татьяна Николаевна", "Орлова", "", "ru", "mentor"),
    ("Ирина Михайловна", "Гусева", "guseva_im", "ru", "mentor"),
    ("Сергей Александрович", "Фёдоров", "fedorov_phys", "ru", "mentor"),
    ("Анна", "Лебедева", "anna_lebedeva", "ru", "mentee"),
    ("Дмитрий Олегович", "Зайцев", "", "ru", "mentee"),
    ("Екатерина", "Морозова", "kate_morozova", "ru", "mentee"),
    ("Daniel", "Brooks", "daniel_brooks", "en", "mentee"),
    ("Наталья", "Крылова", "", "ru", "newcomer"),
)
GROUP = "Школа № 6 · наставничество"


def plant(world: World) -> None:
    """The bot, and for `school` eleven people and one group that the bot is not in yet."""
    options = world.options
    world.add_bot(options.username, options.first_name, options.token)
    if options.seed == "empty":
        return
    names = ("first_name", "last_name", "username", "language_code", "role")
    people = [world.add_person(dict(zip(names, facts, strict=True))) for facts in PEOPLE]
    staff = [person.id for person in people if person.role != "newcomer"]
    world.add_group(GROUP, people[0].id, staff)
