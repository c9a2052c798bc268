"""Names that hold the name of a state and name none: seas and coasts, continents, parts and neighbours."""

REGIONS = (
    # Waters are called after a shore, and belong to nobody by their name.
    "South China Sea", "East China Sea", "Sea of Japan", "Philippine Sea", "Norwegian Sea", "Irish Sea",
    "Greenland Sea", "Solomon Sea", "Timor Sea", "Indian Ocean", "Gulf of Mexico", "Gulf of America",
    "Gulf of Oman", "Gulf of Guinea", "Gulf of Thailand", "Gulf of Finland", "Gulf of Panama",
    "Gulf of Honduras", "Taiwan Strait", "Taiwan Straits", "Korea Strait", "Mozambique Channel",
    "Lake Chad", "Jordan River", "River Jordan", "Niger River", "River Niger", "Congo River", "River Congo",
    # The continent is not the state.
    "North America", "South America", "Latin America", "Central America", "North American",
    "South American", "Latin American", "Central American", "Pan-American",
    # "Korean" is nobody's alone, and the peninsula is both's.
    "Korean Peninsula", "Korea Peninsula", "Indian subcontinent", "Indian Subcontinent", "New Guinea",
    "West Indies", "West Indian", "West Indians",
    # Parts of other states, which the longer name tells apart.
    "Northern Ireland", "Inner Mongolia", "New Mexico", "New Jersey", "British Columbia", "French Canadian",
)  # fmt: skip
