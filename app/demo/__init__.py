"""Demo life: a believable village, made through the real acts, for trying and for showing.

Everybody and everything in it is made up. It refuses to touch a database that holds real life, and
it refuses in production.
"""

from app.demo.cli import demo
from app.demo.people import demo_accounts

__all__ = ["demo", "demo_accounts"]
