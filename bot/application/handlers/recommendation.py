"""Which one to take: the adviser's pick, why, and what else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.handlers.advice_lines import (
    because,
    change_line,
    instead_lines,
    left_out,
    path_lines,
    price_line,
    reservations,
    time_line,
)
from bot.application.handlers.comparison import answer_comparison
from bot.application.handlers.entries import answer_entry
from bot.application.handlers.fallback import decline
from bot.application.handlers.readings import AUDIENCE
from bot.application.learners import add_to_profile
from bot.domain.actions import Advise, AdviseCheaper, Compare, ExplainAdvice, OpenEntry
from bot.domain.fallbacks import Decline
from bot.domain.learner import WHERE_TO_START
from bot.domain.reply import Reply, ReplyKind, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.application.voice import Voice
    from bot.domain.learner import Profile
    from bot.recommender import Advice, Choice

RECOMMEND = "recommend"
MOST_REASONS = 3
MOST_ALTERNATIVES = 2
SHOWN = ("cost", "duration")
"""Facts told of the pick."""


def answer_advice(voice: Voice, action: Advise) -> Reply:
    """Advice by what is known of the person; else what is written, else the best to begin with and a question."""
    if action.among:
        return _among(voice, action)
    told = _for_team(voice, action) if action.people else _for_one(voice, action)
    return told or _by_entry(voice, action) or _for_somebody(voice, action) or decline(voice, Decline())


def _for_one(voice: Voice, action: Advise) -> Reply | None:
    """The adviser's pick for the person; None where nothing said speaks for anything."""
    advice = voice.adviser.advise(action.profile, voice.day)
    if advice.choices:
        return _asking(voice, action, action.profile, _pick(voice, action, advice))
    return _nothing_left(voice, advice)


def _for_somebody(voice: Voice, action: Advise) -> Reply | None:
    """The best answer so far to somebody who says nothing of themselves, and the question that matters most."""
    somebody = replace(action, profile=replace(action.profile, shows=action.profile.shows | {WHERE_TO_START}))
    advice = voice.adviser.advise(somebody.profile, voice.day)
    return _asking(voice, action, somebody.profile, _pick(voice, somebody, advice)) if advice.choices else None


def _among(voice: Voice, action: Advise) -> Reply:
    """The adviser's pick among some; where nothing speaks for any, whom each of them suits."""
    others = frozenset(card.id for card in voice.knowledge.reviewed).difference(action.among)
    person = replace(action.profile, refused=action.profile.refused | others)
    advice = voice.adviser.advise(person, voice.day)
    if advice.choices and advice.choices[0].score > 0:
        return _asking(voice, action, person, _pick(voice, replace(action, profile=person), advice))
    written = _by_entry(voice, action)
    if written is not None and written.certifications[:1] and written.certifications[0] in action.among:
        return written
    return answer_comparison(voice, Compare(certifications=action.among, attributes=(AUDIENCE,)))


def _pick(voice: Voice, action: Advise, advice: Advice) -> Reply:
    profile, (pick, *others) = action.profile, advice.choices
    alternatives = others[:MOST_ALTERNATIVES]
    cards = [choice.card for choice in (pick, *alternatives)]
    unrivalled = advice.instead if pick.score <= 0 else ()
    first = [rule.first for rule in advice.applied if rule.first][:1]
    if unrivalled:
        first += ["Nothing that the guide reviews fits well.", *instead_lines(voice, advice)]
    stays = pick.card.id == action.advised
    take = "If you want one, take" if first else "Still take" if stays else "Take"
    lines = [*first, f"{take} {pick.card.name}: {because(pick, MOST_REASONS)}."]
    lines += [price_line(voice, pick, profile), time_line(voice, pick, profile), *reservations(voice, pick, profile)]
    lines += [f"- Otherwise {one.card.short}: {because(one, MOST_REASONS)}." for one in alternatives]
    lines += [*left_out(advice, profile), *path_lines(voice, pick, profile), *change_line(voice, profile)]
    return Reply(
        kind=ReplyKind.RECOMMEND,
        text="\n".join(lines),
        topic=RECOMMEND,
        certifications=(*(facts.card.id for facts in unrivalled), *(card.id for card in cards)),
        notices=voice.notices([*cards, *([advice.gone] if advice.gone else [])]),
        citations=voice.cite([*(rule.source for rule in pick.reasons), *_sources(voice, pick)]),
        page=pick.card.page,
        suggestions=_refinements(action, pick, alternatives),
    )


def _asking(voice: Voice, action: Advise, person: Profile, reply: Reply) -> Reply:
    """The reply to an action with the adviser's question at its end, where something decisive is missing.

    The ``person`` may be narrowed down or assumed to be somebody; each answer is added to what was told indeed.
    """
    question = voice.adviser.next_question(person, voice.day, action.asked)
    if question is None:
        return reply
    asked = (*action.asked, question.id)
    answers = [
        (option.label, add_to_profile(voice.knowledge, action.profile, said))
        for option, said in voice.adviser.options(question)
    ]
    suggestions = [Suggestion(label, Advise(profile=told, among=action.among, asked=asked)) for label, told in answers]
    return replace(reply, question=question.ask, asks=question.id, suggestions=tuple(suggestions))


def _refinements(action: Advise, pick: Choice, alternatives: list[Choice]) -> tuple[Suggestion, ...]:
    offered = [Suggestion("Why this one?", ExplainAdvice(profile=action.profile))]
    if pick.facts.paid:
        cheaper = AdviseCheaper(certifications=(pick.card.id,), profile=action.profile, asked=action.asked)
        offered.append(Suggestion("Something cheaper", cheaper))
    if alternatives:
        other = alternatives[0].card
        offered.append(Suggestion(f"Compare with {other.short}", Compare(certifications=(pick.card.id, other.id))))
    return tuple(offered)


def _by_entry(voice: Voice, action: Advise) -> Reply | None:
    """What is written for people in some situation, where the rules know nothing of the person."""
    if not action.entry:
        return None
    return _asking(voice, action, action.profile, answer_entry(voice, OpenEntry(entry=action.entry)))


def _sources(voice: Voice, choice: Choice) -> Iterable[str]:
    return [reading.source for name in SHOWN if (reading := voice.reading(choice.card, name))]


def _nothing_left(voice: Voice, advice: Advice) -> Reply | None:
    if not advice.excluded:
        return None
    nearest = advice.excluded[:3]
    reasons = [f"- {choice.card.short}: {why}." for choice, why in nearest]
    outside = [facts.card.id for facts in advice.instead]
    lead = "Nothing that the guide reviews fits within those limits."
    return Reply(
        kind=ReplyKind.RECOMMEND,
        text="\n".join([lead, *instead_lines(voice, advice), "The nearest:", *reasons]),
        topic=RECOMMEND,
        certifications=(*outside, *(choice.card.id for choice, _ in nearest)),
        notices=voice.notices(choice.card for choice, _ in nearest),
    )


def _for_team(voice: Voice, action: Advise) -> Reply | None:
    """One pick for each person; None where nothing speaks for any of them."""
    advised = [voice.adviser.advise(person, voice.day) for person in action.people]
    picks = [advice.choices[0] for advice in advised if advice.choices and advice.choices[0].reasons]
    gone = [advice.gone for advice in advised if advice.gone]
    if not picks:
        return None
    lines = [
        f"- {choice.reasons[0].title}: {choice.card.name}, because {because(choice, MOST_REASONS)}." for choice in picks
    ]
    cards = [choice.card for choice in picks]
    return Reply(
        kind=ReplyKind.RECOMMEND,
        text="\n".join(["One for each:", *dict.fromkeys(lines)]),
        topic=RECOMMEND,
        certifications=tuple(dict.fromkeys(card.id for card in cards)),
        notices=voice.notices([*cards, *gone]),
        citations=voice.cite(rule.source for choice in picks for rule in choice.reasons),
    )
