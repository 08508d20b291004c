"""Diacritic error rates in per cent, model alone and as shipped: `python -m tests.narration`."""

import sys

from kiosk.domain.narration import split_sentences
from kiosk.domain.speech.arabic_marks import bare
from kiosk.narration.vocaliser import load_model
from tests.narration.samples import GOLD, sample, shipped
from tests.narration.scoring import Score, score


def main() -> None:
    model, said = load_model(), shipped()
    alone = {shown: " ".join(map(model, split_sentences(bare(gold)))) for shown, gold in GOLD.items()}
    later = GOLD | sample("der_gold_later.yaml")
    samples = {
        "model alone": {shown: (alone[shown], gold) for shown, gold in GOLD.items()},
        "shipped": {shown: (said[shown], gold) for shown, gold in later.items() if shown in said},
        "shipped, first sample": {shown: (said[shown], gold) for shown, gold in GOLD.items() if shown in said},
    }
    for name, pairs in samples.items():
        for case_endings in (True, False):
            total = sum((score(*pair, case_endings=case_endings) for pair in pairs.values()), Score())
            words = f"{'with' if case_endings else 'without'} case endings"
            sys.stdout.write(f"{name}, {len(pairs)} sentences, {words}: {total.rate:.2f} ({total})\n")


if __name__ == "__main__":
    main()
