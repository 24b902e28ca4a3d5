"""Languages, and the short English texts that foreign names make look like something else."""

from __future__ import annotations

import pytest

from onrecord.intake import document_from_text
from onrecord.intake.language import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said that the bridge would stay shut.", "en"),
        # foreign names in a short report
        ("Nikol Pashinyan and Recep Tayyip Erdoğan met in Praha with Péter Szijjártó, the spokesperson said.", "en"),
        ("Łukasz Wójcik told Gazeta Morska that Jarosław Dąbrowski and Zbigniew Śliwa were on the bridge.", "en"),
        ("Armenia strongly condemns the attack on its border guards near Sotk.", "en"),
        ("THE MAYOR SAID THAT THE BRIDGE WOULD STAY SHUT.", "en"),
        ("Der Bürgermeister sagte am Donnerstag, die Brücke bleibe gesperrt, bis alle Kabel geprüft seien.", "de"),
        ("Le maire a déclaré jeudi que le pont resterait fermé jusqu’à ce que tous les câbles soient contrôlés.", "fr"),
        ("El alcalde dijo el jueves que el puente seguirá cerrado hasta que se revisen todos los cables.", "es"),
        ("De burgemeester zei donderdag dat de brug gesloten blijft totdat alle kabels zijn gecontroleerd.", "nl"),
        ("Borgmesteren sagde torsdag, at broen forbliver lukket, indtil alle kabler er kontrolleret.", "da"),
        ("Belediye başkanı perşembe günü yaptığı açıklamada köprünün kapalı kalacağını söyledi.", "tr"),
        ("Мэр заявил в четверг, что мост останется закрытым до проверки всех тросов.", "ru"),
        ("قال رئيس البلدية يوم الخميس إن الجسر سيظل مغلقا حتى يتم فحص جميع الكابلات.", "ar"),
        ("市长星期四表示，在检查完所有缆索之前，大桥将继续关闭。", "zh"),
        # a foreign story that quotes an English sentence
        (
            "Le maire a déclaré jeudi que le pont resterait fermé et que personne ne passerait avant le contrôle des câbles. « That is the rule », a-t-il dit.",
            "fr",
        ),
        ("", "und"),
        ("12 34 – 56 !!", "und"),
        ("Bo Lind", "und"),
        ("🙂🙂🙂", "und"),
    ],
)
def test_language_is_told(text: str, language: str) -> None:
    assert identify(text) == language


def test_a_long_text_is_judged_by_its_whole_length() -> None:
    german = "Der Bürgermeister sagte, die Brücke bleibe gesperrt, bis alle Kabel geprüft seien. " * 400
    assert identify("The mayor said that the bridge is shut.\n" + german) == "de"


def test_another_language_is_named_and_kept() -> None:
    text = "Der Bürgermeister sagte am Donnerstag, die Brücke bleibe gesperrt, bis alle Kabel geprüft seien."
    document = document_from_text(text, id="x")
    assert (document.language, document.text) == ("de", text)
