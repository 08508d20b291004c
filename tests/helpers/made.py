"""A small guide and three modes, made by hand."""

from kiosk.domain.condition import ALWAYS, AnswerTest, Condition
from kiosk.domain.content_mode import ContentMode, ModeHome, ModeLook, ModePlace, ModeService, ModeStage
from kiosk.domain.guide import Guide, Option, Outcome, Question, QuestionKind
from kiosk.domain.item import ItemKind, PictureFile
from tests.helpers.things import DAY, head, statement, text

OPTIONS = (Option("lost", text("lost"), "x"), Option("new", text("new"), "y"))
WHY = Question("why", QuestionKind.CHOICE, text("why"), text("hint"), OPTIONS, 0, 0, None, ALWAYS)
IF_LOST = Condition(((AnswerTest("why", ("lost",)),),))
AGE = Question("age", QuestionKind.NUMBER, text("age"), None, (), 0, 120, text("years"), IF_LOST)
GUIDE = Guide("guide:cnie", "service:cnie", DAY, (WHY, AGE), (Outcome("all", "first", (), notes=True, when=ALWAYS),), (), {})
CARD = head("service:cnie", ItemKind.PUBLIC_SERVICE).card
HALL = ModePlace(text("way out"), PictureFile("plan.png", "ab12"), text("plan"))


def mode(name: str, service: ModeService = ModeService.OPEN, **places: ModePlace) -> ContentMode:
    card = head("pavilion:k9", ItemKind.PAVILION).card
    return ContentMode(
        head=head(f"mode:{name}", ItemKind.MODE),
        service=service,
        home=ModeHome.TILES,
        home_item="",
        stage=ModeStage.TITLE,
        look=ModeLook.STANDARD,
        sound=True,
        aloud=False,
        languages=(),
        until_prompt=None,
        prompt=None,
        items=(card,),
        notes=(None,),
        loop=(),
        urls=None,
        statements=(statement("closed"),),
        places=places,
        questions=(),
    )


MODES = {"day": mode("day"), "night": mode("night", ModeService.CLOSED, hall=HALL), "fire": mode("fire", ModeService.EMERGENCY)}
