"""A device in the words of its owner: "Chrome, Android". Pure.

Only what people would recognise is kept of what a browser says of itself; the rest of it would single
somebody out.
"""

# The more particular name first: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("UCBrowser", "UC Browser"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def device_words(agent: str) -> str:
    """``Chrome, Android`` out of a User-Agent; empty when it says nothing that is known."""
    found = (_first(BROWSERS, agent), _first(SYSTEMS, agent))
    return ", ".join(word for word in found if word)


def _first(words: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((word for sign, word in words if sign in agent), "")
