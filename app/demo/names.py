"""Names for people who do not exist: Javanese and Indonesian given names, put together by chance. Pure."""

import random

WOMEN = (
    "Siti Sri Endang Sulastri Sumiati Suparmi Wiwik Yanti Nur Dwi Tri Eni Ratih Titik Lilis Umi Kartini Marsini "
    "Suwarni Ngatini Painem Jumiati Musrifah Khotimah Rukmini Winarti Purwanti Lasmi Tutik Anis Fitri Rini Nanik"
).split()
MEN = (
    "Sutrisno Suyanto Sugeng Supri Slamet Mulyono Wahyu Agung Bagus Eko Dwi Tri Hari Joko Imam Khoirul Mujiono "
    "Ngadiman Paijo Parman Poniman Samsul Sarwo Sukarni Sumarno Tukijan Wagiman Yatno Zaenal Anang Rudi Didik"
).split()
SECOND_WOMEN = (
    "Rahayu Astuti Lestari Handayani Wulandari Ningsih Utami Susanti Puspita Maryani Setyowati Kusuma Widyawati "
    "Fatimah Hidayah Aminah Mawarti Kurniasih Anggraini Pratiwi"
).split()
SECOND_MEN = (
    "Santoso Widodo Prasetyo Nugroho Hartono Setiawan Kurniawan Wibowo Hidayat Susilo Raharjo Utomo Purnomo "
    "Saputra Mustofa Anwar Rohman Subagyo Wijaya Efendi"
).split()
DUSUN = ("Krajan", "Sumberejo", "Tegalrejo", "Karanganyar", "Ngadirejo", "Purworejo", "Jatisari", "Bulu")


def name_of(chance: random.Random, *, woman: bool) -> str:
    """A first name and a second."""
    first, second = (WOMEN, SECOND_WOMEN) if woman else (MEN, SECOND_MEN)
    return f"{chance.choice(first)} {chance.choice(second)}"
