"""In which languages a problem may be solved, and what a person begins with in each."""

from __future__ import annotations

import ast

from judge.languages import LANGUAGES, Language, language_for
from judge.languages.host import OnHost, missing_here, on_host_all
from judge.languages.pypy import PyPy
from judge.languages.python import Python
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, SqlInterface
from judge.problem.model import Problem

DEFAULT = Python.name


class UnusableLanguage(ValueError):
    """The problem cannot be solved in it, or not on this host; the message says why and what to do."""


def languages_of(interface: Interface) -> list[Language]:
    """Those that can do it, installed here or not, as people are offered them: a query's in the problem's own order."""
    if isinstance(interface, SqlInterface):
        return [language_for(dialect) for dialect in interface.dialects]
    return [language for language in LANGUAGES if language.cannot(interface) is None]


def default_language(interface: Interface) -> Language:
    """What a submission is written in where nobody says."""
    return language_for(interface.dialects[0] if isinstance(interface, SqlInterface) else DEFAULT)


def offered(interface: Interface) -> list[OnHost]:
    """The same with what this host knows of each. Asks toolchains for their versions the first time."""
    return on_host_all(languages_of(interface))


def usable_language(interface: Interface, name: str) -> Language:
    """The language of that name, ready to be used for a problem of that interface. Raises UnknownLanguage and
    UnusableLanguage."""
    language = language_for(name)
    why = language.cannot(interface) or missing_here(language)
    if why:
        raise UnusableLanguage(why)
    return language


def starter_in(problem: Problem, language: Language) -> str:
    """The text to begin with: the setter's own in Python and of a query, else made of the interface and his words."""
    if isinstance(language, Python | PyPy) or isinstance(problem.spec.interface, SqlInterface):
        return problem.starter
    interface = problem.spec.interface
    return language.starter(interface, docstring_of(problem.starter, interface))


def docstring_of(source: str, interface: Interface) -> str:
    """What a Python text says of the thing that is called; of a program, what it says of itself. May be empty."""
    tree = ast.parse(source)
    name = interface.name if isinstance(interface, FunctionInterface | ClassInterface) else "main"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name:
            return ast.get_docstring(node) or ""
    return ast.get_docstring(tree) or ""
