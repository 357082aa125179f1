"""From an utterance to its entities and a ranking of intents, for one knowledge base."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.acts import Act, act_of
from bot.domain.context import BEGINNING, Context
from bot.domain.entry import Answer, EntryKind
from bot.nlu.fingerprint import fingerprint
from bot.nlu.interpreting import PhraseMeanings, interpret
from bot.nlu.languages import ENGLISH, OTHER_LANGUAGE, Languages, Tongue
from bot.nlu.learning import SETTINGS, Reader
from bot.nlu.matcher import SpellingRepair, build_matcher_from, pack, unpack
from bot.nlu.matcher.words import EnglishWords
from bot.nlu.profiling import Profiler
from bot.nlu.recogniser import Recogniser
from bot.nlu.slots import EntityKind
from bot.nlu.text import is_slot, tokenise
from bot.nlu.understanding import Intent, Understanding
from bot.nlu.words import names_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.domain.collected import Collected
    from bot.domain.entry import Entry
    from bot.domain.form import FormQuestion
    from bot.domain.knowledge import Knowledge
    from bot.domain.learner import Profile
    from bot.nlu.matcher import Archive, Explanation, Matcher, Ranking, SentenceEncoder
    from bot.nlu.recognition import Recognition

_PART = re.compile(r"[,;:.?!\n]|\band\b|\bplus\b|\+|&")
"""What parts the people of a team from one another: "a marketer, a beginner and a data engineer"."""
ELSEWHERE = 0.1
"""Share of its confidence that an entry about other certifications than the named ones keeps."""
FAINT = 0.001
"""Below this confidence a reading changes nothing, and is left out."""
PERSONAL = (Act.RECOMMEND, Act.ENTRY, Act.LIST)
"""What may be asked with words about oneself, and with names that are ruled out."""


class Understander:
    """Reads utterances in the light of one knowledge base. Immutable once built; safe to share between threads."""

    def __init__(
        self, knowledge: Knowledge, archive: Archive | None = None, encoder: SentenceEncoder | None = None
    ) -> None:
        """``archive`` may hold the matcher from an earlier time, and is given it otherwise."""
        self._knowledge = knowledge
        self._encoder = encoder
        self._spelling = SpellingRepair(Counter(words_of(knowledge)), EnglishWords())
        self._recogniser = Recogniser(knowledge, self._spelling.repair)
        self._profiler = Profiler(knowledge, self._recogniser.form)
        self._titles = {tokenise(entry.title): entry.id for entry in knowledge.entries.values()}
        self._reader = Reader(knowledge, self._recogniser, self._profiler)
        self._meanings = PhraseMeanings(knowledge, self._recogniser, encoder) if encoder else None
        read = encoder.languages if encoder else frozenset({ENGLISH})
        self._languages = Languages(read, frozenset(names_of(knowledge)), EnglishWords(), self._spelling.repair)
        self._matcher = self._from_archive(archive) if archive else self._build()

    def _from_archive(self, archive: Archive) -> Matcher:
        key = fingerprint(self._knowledge, self._encoder.name if self._encoder else "")
        arrays = archive.load(key)
        if arrays is not None:
            with contextlib.suppress(KeyError, ValueError, TypeError):
                return unpack(arrays, self._encoder)
        matcher = self._build()
        archive.store(key, pack(matcher))
        return matcher

    def _build(self) -> Matcher:
        synonyms = {word: group[0] for group in self._knowledge.vocabulary.synonyms for word in group[1:]}
        examples = list(self._reader.examples(self._knowledge.collected))
        return build_matcher_from(
            list(self._knowledge.entries), examples, synonyms=synonyms, settings=SETTINGS, encoder=self._encoder
        )

    def understand(self, utterance: str, context: Context = BEGINNING) -> Understanding:
        """What an utterance seems to mean after what was said before; never raises, whatever the text."""
        titled = self._titles.get(tokenise(utterance))
        recognition = self._recogniser.read(utterance)
        profile = self._profiler.read(recognition)
        ranking = self._matcher.rank(self._reader.heard(utterance, recognition, profile, context))
        foreign = self._in_another_language(utterance, ranking) if titled is None else None
        if foreign is not None:
            return foreign
        intents = tuple(self._intents(ranking, recognition))
        if titled is not None:  # completed to the title of an entry, and taken at its word
            intents = (Intent(self._knowledge.entries[titled], 1.0, 1.0),)
        repairs = tuple((token, self._spelling.repair(token)) for token in tokenise(utterance))
        return Understanding(
            utterance=utterance,
            recognition=recognition,
            profile=profile,
            intents=intents,
            repairs=tuple(pair for pair in repairs if pair[0] != pair[1]),
            context=context,
        )

    def _in_another_language(self, utterance: str, ranking: Ranking) -> Understanding | None:
        """What an utterance seems to mean that is not in English; None where it is, or there is no encoder to read it.

        Small talk is taken for it in any language: thanks sound alike in many.
        """
        suspected = ranking.best is not None and ranking.best.intent == OTHER_LANGUAGE
        tongue = self._languages.tongue_of(utterance, suspected=suspected)
        if self._meanings is None or (tongue is Tongue.ENGLISH and not suspected):
            return None
        read = self._interpreted(utterance, self._meanings)
        if tongue is Tongue.READ:
            return read
        if read.intents[0].entry.kind is EntryKind.SMALLTALK:
            return replace(read, read_as="")
        refusal = self._knowledge.entries.get(OTHER_LANGUAGE)
        if tongue is Tongue.UNREAD and refusal is not None:
            words = self._recogniser.read_example(utterance)
            return replace(read, recognition=words, intents=(Intent(refusal, 1.0, 1.0),), read_as="")
        return None

    def _interpreted(self, utterance: str, meanings: PhraseMeanings) -> Understanding:
        """What an utterance in another language seems to mean."""
        read = interpret(utterance, self._matcher, self._recogniser)
        recognition = read.recognition
        personal = act_of(self._knowledge.entries[read.ranking.candidates[0].intent]) in PERSONAL
        if personal:
            recognition = meanings.with_ruled_out(utterance, recognition)
        named = tuple(token for token in recognition.clauses if is_slot(token))
        profile = self._profiler.read(replace(recognition, clauses=named))  # the example tells of somebody else
        intents = tuple(self._intents(read.ranking, recognition))
        if personal:
            shown = meanings.shown_in(utterance)
            profile = replace(profile, shows=profile.shows | shown, situation=profile.situation | shown)
        return Understanding(utterance, recognition, profile, intents, (), read.example)

    def in_context(self, collected: Iterable[Collected]) -> Iterator[tuple[Collected, Context]]:
        """See ``Reader.in_context``."""
        return self._reader.in_context(collected)

    def spelt(self, utterance: str) -> str:
        """The sentence that an encoder is given for an utterance: its slips of the finger repaired."""
        return self._recogniser.spelt(utterance)

    def profiles(self, utterance: str) -> tuple[Profile, ...]:
        """What is said of each of several people, part by part of the message; empty profiles left out."""
        parts = _PART.split(utterance)
        profiles = (self.profile_of(part) for part in parts if part.strip())
        return tuple(profile for profile in profiles if profile.shows)

    def form_profiles(self) -> tuple[tuple[FormQuestion, tuple[Profile, ...]], ...]:
        """The adviser's questions with what each of their options says of a person."""
        return tuple(
            (question, tuple(self.profile_of(option.says) for option in question.options))
            for question in self._knowledge.questions
        )

    def profile_of(self, phrase: str) -> Profile:
        """What a phrase says of a person."""
        return self._profiler.read(self._recogniser.read(phrase))

    def explain(self, understanding: Understanding, intent: str) -> Explanation:
        """Which words and examples spoke for an intent; raises ValueError for an unknown one."""
        recognition = understanding.recognition
        profile = self._profiler.read(recognition)
        heard = self._reader.heard(understanding.utterance, recognition, profile, understanding.context)
        return self._matcher.explain(heard, intent)

    def _intents(self, ranking: Ranking, recognition: Recognition) -> Iterator[Intent]:
        """The ranking, in the light of the certifications that were named."""
        named = {entity.value for entity in recognition.of(EntityKind.CERTIFICATION)}
        weighed: list[Intent] = []
        for scored in ranking.candidates:
            if scored.confidence < FAINT and weighed:
                break
            entry = self._knowledge.entries[scored.intent]
            weighed.append(Intent(entry, scored.confidence * _fit(entry, named), scored.similarity))
        yield from sorted(weighed, key=lambda intent: -intent.confidence)


def _fit(entry: Entry, named: set[str]) -> float:
    """How well an entry goes with the named certifications, as a factor of its confidence."""
    if not isinstance(entry, Answer) or entry.kind is EntryKind.FAQ or not named:
        return 1.0
    about = {*entry.about, *entry.recommends}
    return ELSEWHERE if about and not named & about else 1.0
