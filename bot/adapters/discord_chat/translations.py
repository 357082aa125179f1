"""Descriptions of commands and their options in other languages; names stay as they are, so that guides hold.

Answers are in English whatever the language of a question, so no more is promised than what a command is for.
"""

from __future__ import annotations

import discord
from discord import app_commands

GERMAN = {
    "Ask about AI certifications": "Frage zu KI-Zertifizierungen stellen",
    "what you want to know, in your own words": "was du wissen möchtest, in deinen eigenen Worten",
    "Which certification suits you; without words, a short form": (
        "Welche Zertifizierung zu dir passt; ohne Worte ein kurzes Formular"
    ),
    "about you: work, experience, goal, budget, time": "über dich: Arbeit, Erfahrung, Ziel, Budget, Zeit",
    "Two or three certifications side by side": "Zwei oder drei Zertifizierungen nebeneinander",
    "a certification": "eine Zertifizierung",
    "another one": "eine andere",
    "and a third, if you like": "und eine dritte, wenn du magst",
    "List the certifications of the guide": "Zertifizierungen des Leitfadens auflisten",
    "1 cloud exams, 2 programs for beginners, 3 emerging, 4 universities": (
        "1 Cloud-Prüfungen, 2 Programme für Einsteiger, 3 neue, 4 Universitäten"
    ),
    "what it may cost": "was sie kosten darf",
    "who makes it": "von wem sie ist",
    "What I can do, and how to ask": "Was ich kann und wie man fragt",
    "What I keep, and for how long": "Was ich aufbewahre und wie lange",
    "Have me forget what I keep of you": "Vergessen lassen, was ich über dich weiß",
    "For moderators": "Für Moderatoren",
    "Where I answer in this server, and who may change that": (
        "Wo ich auf diesem Server antworte und wer das ändern darf"
    ),
}
SPANISH = {
    "Ask about AI certifications": "Pregunta sobre certificaciones de IA",
    "what you want to know, in your own words": "lo que quieres saber, con tus propias palabras",
    "Which certification suits you; without words, a short form": (
        "Qué certificación te conviene; sin texto, un breve formulario"
    ),
    "about you: work, experience, goal, budget, time": "sobre ti: trabajo, experiencia, objetivo, presupuesto, tiempo",
    "Two or three certifications side by side": "Dos o tres certificaciones, una al lado de otra",
    "a certification": "una certificación",
    "another one": "otra",
    "and a third, if you like": "y una tercera, si quieres",
    "List the certifications of the guide": "Lista las certificaciones de la guía",
    "1 cloud exams, 2 programs for beginners, 3 emerging, 4 universities": (
        "1 exámenes de nube, 2 programas para principiantes, 3 emergentes, 4 universidades"
    ),
    "what it may cost": "lo que puede costar",
    "who makes it": "quién la ofrece",
    "What I can do, and how to ask": "Qué puedo hacer y cómo preguntar",
    "What I keep, and for how long": "Qué guardo y durante cuánto tiempo",
    "Have me forget what I keep of you": "Haz que olvide lo que guardo sobre ti",
    "For moderators": "Para moderadores",
    "Where I answer in this server, and who may change that": (
        "Dónde respondo en este servidor y quién puede cambiarlo"
    ),
}
FRENCH = {
    "Ask about AI certifications": "Poser une question sur les certifications en IA",
    "what you want to know, in your own words": "ce que vous voulez savoir, avec vos propres mots",
    "Which certification suits you; without words, a short form": (
        "Quelle certification vous convient ; sans texte, un court formulaire"
    ),
    "about you: work, experience, goal, budget, time": "sur vous : travail, expérience, objectif, budget, temps",
    "Two or three certifications side by side": "Deux ou trois certifications côte à côte",
    "a certification": "une certification",
    "another one": "une autre",
    "and a third, if you like": "et une troisième, si vous voulez",
    "List the certifications of the guide": "Lister les certifications du guide",
    "1 cloud exams, 2 programs for beginners, 3 emerging, 4 universities": (
        "1 examens cloud, 2 programmes pour débutants, 3 émergentes, 4 universités"
    ),
    "what it may cost": "ce qu'elle peut coûter",
    "who makes it": "qui la propose",
    "What I can do, and how to ask": "Ce que je sais faire, et comment demander",
    "What I keep, and for how long": "Ce que je conserve, et combien de temps",
    "Have me forget what I keep of you": "Me faire oublier ce que je conserve sur vous",
    "For moderators": "Pour les modérateurs",
    "Where I answer in this server, and who may change that": ("Où je réponds sur ce serveur, et qui peut le changer"),
}
TRANSLATIONS = {
    discord.Locale.german: GERMAN,
    discord.Locale.spain_spanish: SPANISH,
    discord.Locale.latin_american_spanish: SPANISH,
    discord.Locale.french: FRENCH,
}


class CommandTranslator(app_commands.Translator):
    """Gives Discord the descriptions in the languages that there are."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - a text means the same wherever it stands
    ) -> str | None:
        """See Translator: None where there is no other text than the English one."""
        return TRANSLATIONS.get(locale, {}).get(string.message)
