"""Every place of the built-in base is found by its usual names, in the languages of pages and readers."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tradefacts.errors import AmbiguousNameError, UnknownPlaceError

if TYPE_CHECKING:
    from tradefacts.factbase import FactBase

ROOT = Path(__file__).parent.parent

NAMES = {
    "KZ": "Kazakhstan|kazakhstan|KAZAKHSTAN|kz|KAZ|Republic of Kazakhstan|Kazakhstan, Republic of|"
    "Kazakhstan (Republic of)|The Republic of Kazakhstan|Казахстан|КАЗАХСТАН|"
    "Республика Казахстан|Казахстан, Республика|"
    "РК|рк|Р.К.|ҚР|Қазақстан|Қазақстан Республикасы|Qazaqstan|QAZAQSTAN|Казакстан|Qozogʻiston|Qozog'iston|Qozog‘iston|"
    "Qozogiston|Қозоғистон|Қазоқистон|Gazagystan|哈萨克斯坦|哈薩克斯坦|哈薩克|Kazakistan|KAZAKİSTAN|KAZAKISTAN|"
    "قزاقستان|كازاخستان|کازاخستان|Kasachstan|KASACHSTAN|Kazajistán|Kazajistan|Kazajstán|"
    "카자흐스탄|カザフスタン|ｶｻﾞﾌｽﾀﾝ|"
    "Republik Kasachstan|République du Kazakhstan|Kazachstan",
    "KG": "Kyrgyzstan|kg|KGZ|Kyrgyz Republic|kyrgyz-republic|Kyrgyzstan, Republic of|"
    "Republic, Kyrgyz|Киргизия|Кыргызстан|"
    "Кыргызская Республика|Киргизстан|КР|Кыргыз Республикасы|Қырғызстан|Qyrgyzstan|Qirgʻiziston|Qirg'iziston|"
    "Қирғизистон|Gyrgyzystan|吉尔吉斯斯坦|吉爾吉斯|吉爾吉斯斯坦|Kırgızistan|KIRGIZİSTAN|Kirgizistan|"
    "قرقیزستان|قيرغيزستان|"
    "Kirgisistan|Kirgisien|Kirghizstan|Kirguistán|Kirghizistan|키르기스스탄|キルギス|République kirghize",
    "UZ": "Uzbekistan|uz|UZB|Republic of Uzbekistan|Uzbekistan, Republic of|Узбекистан|Республика Узбекистан|РУз|ЎзР|"
    "Oʻzbekiston|O'zbekiston|O’zbekiston|Ozbekiston|OʻZBEKISTON|Oʻzbekiston Respublikasi|Ўзбекистон|Өзбекстан|"
    "Өзбекистан|Ӯзбекистон|Özbegistan|乌兹别克斯坦|烏茲別克|烏茲別克斯坦|Özbekistan|ÖZBEKİSTAN|Ozbekistan|"
    "ازبکستان|ازبكستان|"
    "أوزبكستان|Usbekistan|Ouzbékistan|OUZBEKISTAN|Uzbekistán|우즈베키스탄|ウズベキスタン",
    "TJ": "Tajikistan|tj|TJK|Tadjikistan|Tajikistan, Republic of|Таджикистан|Республика Таджикистан|РТ|ҶТ|Тоҷикистон|"
    "Тожикистон|Tojikiston|Тәжікстан|Тажикстан|Täjigistan|塔吉克斯坦|塔吉克|Tacikistan|TACİKİSTAN|تاجیکستان|طاجيكستان|"
    "Tadschikistan|Tayikistán|Tagikistan|타지키스탄|タジキスタン",
    "TM": "Turkmenistan|tm|TKM|Туркменистан|Туркмения|Türkmenistan|TÜRKMENİSTAN|Түркменистан|Түрікменстан|Түркмөнстан|"
    "Turkmaniston|Туркманистон|土库曼斯坦|土庫曼|土庫曼斯坦|ترکمنستان|تركمانستان|Turkménistan|Turkmenistán|"
    "투르크메니스탄|トルクメニスタン",
    "CN": "China|cn|CHN|PRC|P.R.C.|People's Republic of China|China, People's Republic of|Китай|КНР|"
    "Китайская Народная Республика|Қытай|ҚХР|Кытай|Xitoy|Хитой|Чин|Hytaý|中国|中國|中华人民共和国|"
    "中華人民共和國|Çin|چین|الصين|"
    "Chine|Cina|중국|VR China",
    "RU": "Russia|ru|RUS|Russian Federation|Россия|Российская Федерация|РФ|Ресей|Орусия|"
    "Rossiya|Русия|Russiýa|俄罗斯|俄羅斯|"
    "Rusya|روسیه|روسيا|Russland|RUSSLAND|Rußland|Russie|Rusia|러시아|ロシア",
    "AZ": "Azerbaijan|Азербайджан|Azərbaycan|Aserbaidschan|Azerbaïdjan|阿塞拜疆|أذربيجان",
    "BY": "Belarus|Беларусь|Белоруссия|白俄罗斯|白俄羅斯|Biélorussie|벨라루스",
    "AM": "Armenia|Армения|Հայաստան|Ermenistan|Armenien",
    "MD": "Moldova|Moldova, Republic of|Молдова|Republik Moldau",
    "CA5": "Central Asia|Центральная Азия|ЦА|Орталық Азия|Markaziy Osiyo|中亚|中亞|Orta Asya|آسیای مرکزی|Zentralasien|"
    "Asie centrale|Asia central|中央アジア|중앙아시아|중앙 아시아",
    "EU": "European Union|EU|ЕС|Евросоюз|欧盟|歐盟|Avrupa Birliği|Europäische Union|Union européenne|유럽 연합",
    "EAEU": "Eurasian Economic Union|ЕАЭС|欧亚经济联盟|Avrasya Ekonomik Birliği",
    "CIS": "СНГ|Commonwealth of Independent States|独联体|獨聯體",
    "WORLD": "world|весь мир|Welt|世界|Monde|العالم",
}


@pytest.mark.parametrize("code", NAMES)
def test_a_place_is_found_by_each_of_its_usual_names(shipped: FactBase, code: str) -> None:
    found = {}
    for name in NAMES[code].split("|"):
        try:
            found[name] = shipped.resolve_place(name)
        except (UnknownPlaceError, AmbiguousNameError) as error:
            found[name] = str(error)

    assert found == dict.fromkeys(NAMES[code].split("|"), code)


def test_no_place_of_the_built_in_base_lacks_a_name_that_cldr_has() -> None:
    pytest.importorskip("babel", reason="a tool of curators")
    script = runpy.run_path(str(ROOT / "curation" / "place_names.py"))

    assert script["add_names"](json.loads((ROOT / "data" / "facts.json").read_text("utf-8"))) == 0


@pytest.mark.parametrize("name", ["Stan", "Republic", "Республика", "Asia", "Turkestan", "C", "斯坦", "of the"])
def test_a_word_that_many_names_share_is_no_place(shipped: FactBase, name: str) -> None:
    with pytest.raises(UnknownPlaceError):
        shipped.resolve_place(name)


@pytest.mark.parametrize(
    "pair",
    ["KZ-UZ", "kz–uz", "KZ/UZ", "Казахстан - Узбекистан", "РК-РУз", "哈萨克斯坦-烏茲別克", "Kazakhstan—Uzbekistan"],
)
def test_two_places_may_be_joined_by_a_hyphen(shipped: FactBase, pair: str) -> None:
    assert shipped.resolve_places(pair) == ["KZ", "UZ"]
