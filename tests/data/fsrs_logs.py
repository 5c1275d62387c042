#!/usr/bin/env python3
"""Writes fsrs.csv: 1,000 random review logs and the intervals that the package `fsrs` 6.3.2 (PyPI) gives for them.

    python3 -m venv VENV && VENV/bin/pip install fsrs==6.3.2 && VENV/bin/python tests/data/fsrs_logs.py > tests/data/fsrs.csv

One log a line: grade:days since the last review:interval, for each review. The intervals come from the package alone.
"""
import random
from datetime import datetime, timedelta, timezone
from fsrs import Card, Rating, Scheduler

scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
dice = random.Random(20260101)
start = datetime(2026, 1, 1, tzinfo=timezone.utc)
for _ in range(1000):
    card, now, wait, log = Card(), start, 0, []
    for review in range(dice.randint(1, 12)):
        if review:
            due = (card.due - now).days
            # On time, early, late or the same day.
            wait = dice.choice([due, due, max(0, int(due * dice.random())), int(due * (1 + dice.random())), 0])
            wait = min(wait, 40_000)
            now += timedelta(days=wait)
        grade = dice.choices([1, 2, 3, 4], [2, 2, 5, 1])[0]
        card, _ = scheduler.review_card(card, Rating(grade), now)
        log.append(f"{grade}:{wait}:{(card.due - now).days}")
    print(",".join(log))
