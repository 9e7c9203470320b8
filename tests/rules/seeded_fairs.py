"""Invented hiring days, the same for the same seed: up to 300 people and 15 companies, some shared booths."""

import random

from bot.rules.interviews import Day, Desk, Wanted


def fair(seed: int) -> tuple[Day, list[Wanted]]:
    """Every fourth is as big as they get."""
    dice = random.Random(seed)
    people = 300 if seed % 4 == 0 else dice.choice([20, 60, 120, 200, 300])
    companies = 15 if seed % 4 == 0 else dice.randint(3, 15)
    minutes = dice.choice([120, 180, 240, 360])
    lengths = {company: dice.choice([10, 15, 20, 30]) for company in range(companies)}
    desks: list[Desk] = []
    for company in range(companies):
        for _ in range(dice.choice([1, 1, 2, 3])):
            desks += _desks(dice, desks, company, minutes)
    liked = [dice.random() ** 2 + 0.05 for _ in range(companies)]
    wishes = [
        Wanted(guest, company, rank)
        for guest in range(people)
        for rank, company in enumerate(_chosen(dice, companies, liked), start=1)
    ]
    return Day(dice.choice([0, 3, 5]), tuple(desks), lengths), wishes


def _desks(dice: random.Random, desks: list[Desk], company: int, minutes: int) -> list[Desk]:
    """One more interviewer; now and then they share the booth of the last one, by halves of the day."""
    number = len(desks) + 1
    last = desks[-1] if desks else None
    if last and dice.random() < 0.15 and (last.opens, last.closes) == (0, minutes):
        half = minutes // 2
        desks[-1] = Desk(last.interviewer, last.company, last.booth, 0, half)
        return [Desk(number, company, last.booth, half, minutes)]
    return [Desk(number, company, f"booth {number}", 0, minutes)]


def _chosen(dice: random.Random, companies: int, liked: list[float]) -> list[int]:
    chosen: list[int] = []
    while len(chosen) < min(companies, dice.choice([1, 2, 3, 3, 4, 5, 6])):
        company = dice.choices(range(companies), liked)[0]
        if company not in chosen:
            chosen.append(company)
    return chosen
