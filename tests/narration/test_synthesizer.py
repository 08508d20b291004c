"""Sentences to sounds: the chain of voices, what is kept, what is thrown away, and an orderly end."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.cues import are_sound
from kiosk.domain.language import Direction, Language
from kiosk.domain.narration import Sentence, Utterance, utterances
from kiosk.narration import synthesizer as module
from kiosk.narration.library import SoundLibrary
from kiosk.narration.sound import Sound
from kiosk.narration.synthesizer import Synthesizer, cache_key, voice_inventory
from kiosk.narration.voices import CHAIN, Voice
from tests.helpers import workers
from tests.helpers.patience import pace, patience

HELLO = Sentence("Bonjour", "fr")
FIRST, SECOND = Voice("first", "a", 150), Voice("second", "b", 150)
CHAIN_OF_TWO = {"fr": (FIRST, SECOND)}


ARABIC = Language("ar", Direction.RIGHT_TO_LEFT, "العربية", "")
FRENCH = Language("fr", Direction.LEFT_TO_RIGHT, "Français", "")


def utterance(text: str, language: Language = FRENCH) -> Utterance:
    (found,) = utterances("title", text, text, language, (ARABIC, FRENCH))
    return found


def synthesizer(cache: Path, *args, **kwargs) -> Synthesizer:
    return Synthesizer(cache, SoundLibrary(cache / "narration"), *args, **kwargs)


def by_engine(**programs: str):
    return lambda engine: workers.command(programs[engine])(engine)


@pytest.mark.parametrize("spoilt", [workers.HUNG, workers.GARBAGE, workers.KILLED, workers.REFUSES, workers.NOT_LOADED])
def test_what_the_first_voice_cannot_say_the_next_one_does(tmp_path: Path, spoilt: str) -> None:
    voices = synthesizer(tmp_path, CHAIN_OF_TWO, by_engine(first=spoilt, second=workers.GOOD), deadline=pace(0.6))
    result = voices.say(HELLO)
    voices.close()
    assert result.said_by == "second b"
    assert result.path is not None and result.path.is_file()


def test_a_voice_that_failed_once_is_tried_once_more(tmp_path: Path) -> None:
    program = workers.once_then_good(workers.KILLED, tmp_path / "flag")
    voices = synthesizer(tmp_path / "cache", CHAIN_OF_TWO, by_engine(first=program, second=workers.GOOD), deadline=pace(2))
    assert voices.say(HELLO).said_by == "first a"
    voices.close()


def test_without_any_voice_there_is_a_reason_and_no_file(tmp_path: Path) -> None:
    voices = synthesizer(tmp_path, CHAIN_OF_TWO, by_engine(first=workers.REFUSES, second=workers.REFUSES))
    result = voices.say(HELLO)
    assert result.path is None
    assert "nothing was said" in result.said_by
    assert "no voice for 'zgh'" in voices.say(Sentence("azul", "zgh")).said_by
    voices.close()


def test_what_was_said_once_is_not_said_again(tmp_path: Path) -> None:
    started: list[str] = []
    voices = synthesizer(tmp_path, CHAIN_OF_TWO, workers.command(workers.GOOD, started))
    path = voices.say(HELLO).path
    voices.close()
    again = synthesizer(tmp_path, CHAIN_OF_TWO, workers.command(workers.DIES_AT_START, started))
    assert again.say(HELLO).path == path
    again.close()
    assert started == ["first"]


def test_another_text_voice_or_speed_is_another_file() -> None:
    voice = CHAIN["fr"][0]
    keys = {
        cache_key(sentence, chosen)
        for sentence in (HELLO, replace(HELLO, text="Bonsoir"), replace(HELLO, language="en"))
        for chosen in (voice, replace(voice, name="en-GB"), replace(voice, words_per_minute=151), CHAIN["fr"][1])
    }
    assert len(keys) == 12


def test_the_oldest_sounds_make_room_for_new_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CACHE_BYTES", 40_000)
    voices = synthesizer(tmp_path, CHAIN_OF_TWO, workers.command(workers.GOOD))
    paths = [voices.say(replace(HELLO, text=str(number))).path for number in range(6)]
    voices.close()
    assert [path.exists() for path in paths if path] == [False, False, False, True, True, True]


def test_a_sound_heard_again_is_not_the_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CACHE_BYTES", 40_000)
    voices = synthesizer(tmp_path, CHAIN_OF_TWO, workers.command(workers.GOOD))
    first = voices.say(HELLO).path
    for number in range(6):
        voices.say(replace(HELLO, text=str(number)))
        voices.say(HELLO)
    voices.close()
    assert first is not None and first.exists()


def test_a_cache_that_cannot_be_written_is_a_reason_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    voices = synthesizer(tmp_path / "file", CHAIN_OF_TWO, workers.command(workers.GOOD))
    assert "free the disk or name another cache" in voices.say(HELLO).said_by
    voices.close()


def test_closing_ends_a_render_under_way_and_drops_the_rest(tmp_path: Path) -> None:
    before = workers.children()
    began, results = threading.Event(), list[tuple[Sound, ...]]()

    def command(engine: str) -> list[str]:
        began.set()
        return workers.command(workers.HUNG)(engine)

    voices = synthesizer(tmp_path, CHAIN_OF_TWO, command, deadline=60)
    waiting = [voices.request(utterance("Bonjour"), results.append) for _ in range(3)]
    assert began.wait(patience(10))
    voices.close()
    assert [future.cancelled() for future in waiting] == [False, True, True]
    assert [sound.path for (sound,) in results] == [None]
    assert [p for p in workers.children() if p not in before] == []


def test_every_language_has_a_voice_here() -> None:
    inventory = voice_inventory()
    assert {tag: sound.path is not None for tag, sound in inventory.items()} == {"ar": True, "fr": True, "en": True}


def test_no_chain_gives_arabic_a_latin_voice() -> None:
    assert {voice.name for voice in CHAIN["ar"]} <= {"sem/ar", "ar"}


def test_a_mixed_sentence_is_said_by_the_voice_of_each_script_word_by_word(tmp_path: Path) -> None:
    voices = synthesizer(tmp_path)
    mixed = utterance("زوروا cnie.ma اليوم.", ARABIC)
    sounds = voices.sounds_of(mixed)
    voices.close()
    assert [sound.said_by for sound in sounds] == ["espeak sem/ar", "pico fr-FR", "espeak sem/ar"]
    assert [sound.first_word for sound in sounds] == [0, 1, 2]
    assert len(mixed.words) == 3


def test_a_file_that_cannot_be_played_is_made_by_the_next_voice(tmp_path: Path) -> None:
    voices = synthesizer(tmp_path, CHAIN_OF_TWO, workers.command(workers.GOOD))
    first = voices.say(HELLO)
    assert first.path is not None
    voices.reject(first.path)
    second = voices.say(HELLO)
    assert (first.said_by, second.said_by) == ("first a", "second b")
    assert second.path is not None
    voices.reject(second.path)
    assert voices.say(HELLO).path is None
    voices.close()


def test_the_processes_stand_ready_when_warmed(tmp_path: Path) -> None:
    started: list[str] = []
    voices = synthesizer(tmp_path, CHAIN_OF_TWO, workers.command(workers.GOOD, started))
    voices.warm()
    voices.request(utterance("Bonjour"), lambda _sounds: None).result(patience(10))
    voices.close()
    assert started == ["first"]


def test_espeak_says_when_each_word_is_heard(tmp_path: Path) -> None:
    voices = synthesizer(tmp_path)
    sentence = Sentence("مَرْحَبًا بِكُمْ فِي الرِّوَاقِ 250 الْيَوْمَ", "ar")
    sound, again = voices.say(sentence), voices.say(sentence)
    voices.close()
    assert are_sound(sound.cues, sentence.text)
    assert len(sound.cues) == 6
    assert len({cue.begin_ms for cue in sound.cues}) == 6
    assert sound.cues[-1].end_ms == round(sound.seconds * 1000)
    assert again == sound


def test_when_the_words_of_a_voice_without_reports_are_heard_is_found_once_and_kept(tmp_path: Path) -> None:
    voices = synthesizer(tmp_path)
    sentence = utterance("Apportez quatre photos récentes.")
    sounds = voices.sounds_of(sentence)
    assert [(sound.untimed, sound.cues) for sound in sounds] == [(True, ())]
    timed: list[tuple[Sound, ...]] = []
    voices.request_times(sentence, sounds, timed.append).result(patience(30))
    ((sound,),) = timed
    assert are_sound(sound.cues, sentence.sentence.text)
    assert sound == replace(sounds[0], cues=sound.cues, untimed=False)
    assert voices.ready(sentence) == (sound,)
    voices.close()


@pytest.mark.parametrize("spoilt", [workers.HUNG, workers.KILLED, workers.REFUSES])
def test_a_sentence_whose_words_cannot_be_timed_stays_lit_as_a_whole(tmp_path: Path, spoilt: str) -> None:
    programs = {"first": workers.GOOD, module.ALIGNER: spoilt}
    voices = synthesizer(tmp_path, CHAIN_OF_TWO, by_engine(**programs), deadline=pace(0.6))
    sounds = voices.sounds_of(utterance("Bonjour à tous"))
    timed: list[tuple[Sound, ...]] = []
    voices.request_times(utterance("Bonjour à tous"), sounds, timed.append).result(patience(30))
    voices.close()
    assert timed == [(replace(sounds[0], untimed=False),)]
