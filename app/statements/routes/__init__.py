"""Pages and papers of a gerai's day and month.

| route     | what it shows                                          |
|-----------|--------------------------------------------------------|
| day       | one day on one page                                    |
| month     | a month: its result, what it waits for, its statements |
| statement | one of the four statements on the screen               |
| pdf, xlsx | all four as a file                                     |
"""

from app.statements.routes import day, month, papers, sheets
from app.statements.routes.blueprint import blueprint

__all__ = ["blueprint", "day", "month", "papers", "sheets"]
