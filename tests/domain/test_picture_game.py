"""The children's game: a sign and its picture, the right one never always in the same place."""

from kiosk.domain.item import Card, ItemKind, PictureFile
from kiosk.domain.picture_game import CHOICES, PICTURES, choices_of, picture_questions
from tests.helpers.things import text


def card(name: str, *, pictured: bool = True) -> Card:
    picture = PictureFile(f"{name}.svg", name) if pictured else None
    return Card(f"pavilion:{name}", ItemKind.PAVILION, text(name), text(f"about {name}"), "horse", picture)


CARDS = [card(name) for name in ("dogs", "horses", "roads", "prints")]


def test_each_item_is_asked_for_once_and_its_own_picture_is_among_the_others() -> None:
    questions = picture_questions(CARDS)
    assert [question.text for question in questions] == [one.name for one in CARDS]
    for question, asked in zip(questions, CARDS, strict=True):
        offered = choices_of(CARDS, question)
        assert len({one.identifier for one in offered}) == len(offered) == CHOICES
        assert offered[question.right] == asked
        assert question.level == PICTURES
    assert len({question.right for question in questions}) == CHOICES


def test_too_few_pictures_are_no_game_and_words_have_no_pictures() -> None:
    assert picture_questions([*CARDS[:2], card("none", pictured=False)]) == ()
    assert choices_of(CARDS, picture_questions(CARDS)[0]._replace(level=1)) == ()
