"""Rules over answers already given: data, so that they can be listed, stored and proved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Answer = str | int
"""The identifier of an option, or a number."""
Answers = Mapping[str, Answer]
"""Answers by the identifier of their question."""


@dataclass(frozen=True, slots=True)
class AnswerTest:
    """What one answer must be: one of some options, or a number in a range. No answer passes no test."""

    question: str
    options: tuple[str, ...] = ()
    at_least: int | None = None
    under: int | None = None

    def passes(self, answers: Answers) -> bool:
        """Whether the answer given is such an answer."""
        answer = answers.get(self.question)
        if self.options or not isinstance(answer, int):
            return answer in self.options
        return (self.at_least is None or answer >= self.at_least) and (self.under is None or answer < self.under)


@dataclass(frozen=True, slots=True)
class Condition:
    """Any of its alternatives, each of which is all of its tests; without alternatives it always holds."""

    alternatives: tuple[tuple[AnswerTest, ...], ...] = ()

    def holds(self, answers: Answers) -> bool:
        """Whether the answers meet it."""
        return not self.alternatives or any(all(test.passes(answers) for test in tests) for tests in self.alternatives)

    def tests(self) -> Iterator[AnswerTest]:
        """Every test of every alternative."""
        return (test for tests in self.alternatives for test in tests)


ALWAYS = Condition()
