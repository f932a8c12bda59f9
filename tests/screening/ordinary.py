"""Ordinary names of four languages, combined from common family and given names, for tests and measurement.

None of them is meant to be anybody. The generator is seeded, so that a run can be repeated.
"""

from __future__ import annotations

import random

KOREAN_FAMILY = (
    "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Jeon Ko Moon Son Yang "
    "Bae Baek Heo Nam Shim Noh Ha Kwak Sung Cha Joo Woo Koo Min Na Jin Ji Eom Won Chae Bang Kong Hyun Ham Byun"
).split()
KOREAN_SYLLABLES = (
    "Min Seo Ji Woo Jun Hyun Young Soo Hee Jin Eun Yeon Ha Yoon Do Si Ye Chae Na Won Jae Sang Kyung Sung Dong Tae Ho Hyuk "
    "Chul In Kyu Seok Hwan Bin Ah Ra Mi Sun Ju Yu Gyeong Myung Geun Beom Chan Seung Woong Ryeong Rim Byung Jong Hong"
).split()
KOREAN_HANGUL_FAMILY = tuple(
    "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허남심노하곽성차주우구민나진지엄원채방공현함변"
)
KOREAN_HANGUL_SYLLABLES = tuple(
    "민서지우준현영수희진은연하윤도시예채나원재상경성동태호혁철인규석환빈아라미선주유명근범찬승웅령림병종홍"
)
RUSSIAN_FAMILY = (
    "Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев "
    "Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов Яковлев "
    "Григорьев Романов Воробьёв Сергеев Кузьмин Фролов Александров Дмитриев Королёв Гусев Киселёв Ильин Максимов Поляков "
    "Сорокин Виноградов Ковалёв Белов Медведев Антонов Тарасов Жуков Баранов Филиппов Комаров Давыдов Беляев Герасимов "
    "Богданов Осипов Сидоров Матвеев Титов Марков Миронов Крылов Куликов Карпов Власов Мельников Денисов Гаврилов Тихонов"
).split()
RUSSIAN_GIVEN = (
    "Александр Дмитрий Максим Сергей Андрей Алексей Артём Илья Кирилл Михаил Никита Матвей Роман Егор Арсений Иван Денис "
    "Евгений Тимофей Владислав Игорь Владимир Павел Руслан Марк Константин Тимур Олег Ярослав Антон Николай Глеб Данил "
    "Савелий Вадим Степан Юрий Богдан Артур Семён Макар Лев Виктор Елисей Виталий Вячеслав Захар Дамир Георгий Григорий"
).split()
RUSSIAN_FATHER = (
    "Александрович Дмитриевич Максимович Сергеевич Андреевич Алексеевич Ильич Кириллович Михайлович Романович Егорович "
    "Иванович Денисович Евгеньевич Игоревич Владимирович Павлович Константинович Олегович Антонович Николаевич Вадимович "
    "Степанович Юрьевич Семёнович Викторович Витальевич Вячеславович Георгиевич Григорьевич Борисович Петрович Львович"
).split()
INDONESIAN_FIRST = (
    "Agus Budi Dewi Siti Sri Eko Dwi Tri Rina Yuni Wahyu Bambang Joko Slamet Hendra Andi Rudi Dedi Iwan Yanto Rizki Fajar "
    "Putri Ayu Indah Fitri Ratna Lestari Nur Maya Dian Adi Bayu Galih Gilang Rendra Teguh Yoga Surya Made Wayan Ketut Nyoman "
    "Komang Gede Ni Asep Ujang Cecep Dadang Tatang Yayan Maman Nining Euis Tuti Yeni Wati Endang Titin Sulastri Hartini"
).split()
INDONESIAN_LAST = (
    "Santoso Wijaya Susanto Setiawan Hidayat Kurniawan Saputra Nugroho Purnomo Wibowo Gunawan Hartono Suryadi Pratama "
    "Utomo Siregar Nasution Lubis Harahap Simanjuntak Hutagalung Situmorang Sitompul Tampubolon Panjaitan Pangaribuan "
    "Lestari Rahayu Handayani Wulandari Puspitasari Anggraini Kusuma Permana Firmansyah Maulana Ramadhan Suharto Sutrisno "
    "Widodo Prasetyo Budiman Halim Tanjung Manurung Sinaga Sihombing Ginting Sembiring Tarigan Suparman Supriyadi Mulyadi"
).split()
ENGLISH_FIRST = (
    "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica "
    "Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Margaret Mark Sandra Donald Ashley "
    "Steven Kimberly Paul Emily Andrew Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Dorothy George Melissa Edward "
    "Deborah Ronald Stephanie Timothy Rebecca Jason Sharon Jeffrey Laura Ryan Cynthia Jacob Kathleen Gary Amy Nicholas Angela"
).split()
ENGLISH_LAST = (
    "Smith Johnson Williams Brown Jones Garcia Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White "
    "Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Rivera Campbell "
    "Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Peterson "
    "Cooper Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes Price Myers Long Foster"
).split()


def ordinary(count: int, seed: int = 7) -> list[str]:
    """So many distinct ordinary names, a quarter each Korean (half of them in Hangul), Russian, Indonesian, English."""
    draw = random.Random(seed)  # noqa: S311 - repeatable, not secret
    found: dict[str, None] = {}
    makers = (_korean, _russian, _indonesian, _english)
    turn = 0
    while len(found) < count:
        name = makers[turn % 4](draw)
        if name not in found:
            found[name] = None
            turn += 1
    return list(found)


def _korean(draw: random.Random) -> str:
    if draw.random() < 0.5:
        return draw.choice(KOREAN_HANGUL_FAMILY) + "".join(draw.choices(KOREAN_HANGUL_SYLLABLES, k=2))
    first, second = draw.choices(KOREAN_SYLLABLES, k=2)
    return f"{draw.choice(KOREAN_FAMILY)} {first}{draw.choice(('-', ' '))}{second}"


def _russian(draw: random.Random) -> str:
    parts = [draw.choice(RUSSIAN_FAMILY), draw.choice(RUSSIAN_GIVEN)]
    return " ".join([*parts, draw.choice(RUSSIAN_FATHER)] if draw.random() < 0.6 else parts)


def _indonesian(draw: random.Random) -> str:
    parts = [draw.choice(INDONESIAN_FIRST), draw.choice(INDONESIAN_LAST)]
    return " ".join([draw.choice(INDONESIAN_FIRST), *parts] if draw.random() < 0.3 else parts)


def _english(draw: random.Random) -> str:
    return f"{draw.choice(ENGLISH_FIRST)} {draw.choice(ENGLISH_LAST)}"
