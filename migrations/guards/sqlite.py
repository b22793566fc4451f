"""Guards as SQLite triggers. A SELECT RAISE(...) WHERE row is one rule."""


def _same(key: tuple[str, ...]) -> str:
    return " AND ".join(f"{column} = NEW.{column}" for column in key)


def append_only(table: str, key: tuple[str, ...]) -> list[str]:
    return [
        f"""CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table}: rows are never changed'); END""",
        f"""CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table}: rows are never deleted'); END""",
        # INSERT OR REPLACE would delete without a word where recursive_triggers is off.
        f"""CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
        WHEN EXISTS (SELECT 1 FROM {table} WHERE {_same(key)})
        BEGIN SELECT RAISE(ABORT, '{table}: this key is taken'); END""",
    ]


def drop_append_only(table: str) -> list[str]:
    return [f"DROP TRIGGER {table}_{name}" for name in ("no_update", "no_delete", "no_replace")]


GENESIS = "0" * 64

BOOK = [
    f"""CREATE TRIGGER book_starts_empty BEFORE INSERT ON book
    WHEN NEW.head_no <> 0 OR NEW.head_hash <> '{GENESIS}'
      OR EXISTS (SELECT 1 FROM book WHERE gerai_id = NEW.gerai_id)
    BEGIN SELECT RAISE(ABORT, 'book: a new book starts empty'); END""",
    """CREATE TRIGGER book_head_is_last_entry BEFORE UPDATE ON book
    WHEN NEW.gerai_id <> OLD.gerai_id OR (
      (NEW.head_no <> OLD.head_no OR NEW.head_hash <> OLD.head_hash) AND (
        NOT EXISTS (SELECT 1 FROM entry WHERE gerai_id = NEW.gerai_id AND no = NEW.head_no AND hash = NEW.head_hash)
        OR EXISTS (SELECT 1 FROM entry WHERE gerai_id = NEW.gerai_id AND no > NEW.head_no)))
    BEGIN SELECT RAISE(ABORT, 'book: the head is the last entry'); END""",
    """CREATE TRIGGER book_no_delete BEFORE DELETE ON book
    BEGIN SELECT RAISE(ABORT, 'book: books are never deleted'); END""",
]

ACCOUNT = [
    """CREATE TRIGGER account_keeps_its_meaning BEFORE UPDATE ON account
    WHEN NEW.gerai_id <> OLD.gerai_id OR NEW.code <> OLD.code OR NEW.kind <> OLD.kind
      OR NEW.contra <> OLD.contra OR NEW.control <> OLD.control
    BEGIN SELECT RAISE(ABORT, 'account: what an account means never changes'); END""",
    """CREATE TRIGGER account_no_delete BEFORE DELETE ON account
    BEGIN SELECT RAISE(ABORT, 'account: accounts are never deleted'); END""",
    """CREATE TRIGGER account_no_replace BEFORE INSERT ON account
    WHEN EXISTS (SELECT 1 FROM account WHERE gerai_id = NEW.gerai_id AND code = NEW.code)
    BEGIN SELECT RAISE(ABORT, 'account: this code is taken'); END""",
]

PERIOD = [
    """CREATE TRIGGER period_is_new BEFORE INSERT ON period
    WHEN EXISTS (SELECT 1 FROM period WHERE gerai_id = NEW.gerai_id
      AND starts_on <= NEW.ends_on AND ends_on >= NEW.starts_on)
    BEGIN SELECT RAISE(ABORT, 'period: it overlaps another'); END""",
    """CREATE TRIGGER period_stays BEFORE UPDATE ON period
    WHEN OLD.state = 'locked' OR NEW.gerai_id <> OLD.gerai_id
      OR NEW.starts_on <> OLD.starts_on OR NEW.ends_on <> OLD.ends_on
      OR (NEW.state = 'locked' AND OLD.state <> 'closed')
    BEGIN SELECT RAISE(ABORT, 'period: a locked period, and the days of any period, never change'); END""",
    """CREATE TRIGGER period_changes_by_an_act BEFORE UPDATE ON period
    WHEN NEW.state <> OLD.state AND NEW.state_act_no <= OLD.state_act_no
    BEGIN SELECT RAISE(ABORT, 'period: its state changes by an act of its own'); END""",
    """CREATE TRIGGER period_no_delete BEFORE DELETE ON period
    BEGIN SELECT RAISE(ABORT, 'period: periods are never deleted'); END""",
]

POSTING = [
    """CREATE TRIGGER posting_before_its_entry BEFORE INSERT ON posting BEGIN
    SELECT RAISE(ABORT, 'posting: its entry is complete already')
      WHERE EXISTS (SELECT 1 FROM entry WHERE gerai_id = NEW.gerai_id AND no = NEW.entry_no);
    SELECT RAISE(ABORT, 'posting: a control account needs a subledger')
      WHERE NEW.subledger = '' AND EXISTS
        (SELECT 1 FROM account WHERE gerai_id = NEW.gerai_id AND code = NEW.account AND control);
    END""",
]

ENTRY = [
    f"""CREATE TRIGGER entry_is_sound BEFORE INSERT ON entry BEGIN
    SELECT RAISE(ABORT, 'entry: it does not follow the last one')
      WHERE (NEW.no <> 1 OR NEW.previous_hash <> '{GENESIS}') AND NOT EXISTS
        (SELECT 1 FROM entry WHERE gerai_id = NEW.gerai_id AND no = NEW.no - 1 AND hash = NEW.previous_hash);
    SELECT RAISE(ABORT, 'entry: it has fewer than two postings, or they are not numbered from 1')
      WHERE NOT (SELECT count(*) > 1 AND min(line) = 1 AND max(line) = count(*)
        FROM posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.no);
    SELECT RAISE(ABORT, 'entry: it does not balance in each unit')
      WHERE EXISTS (SELECT 1 FROM posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.no
        GROUP BY unit HAVING sum(amount) <> 0);
    SELECT RAISE(ABORT, 'entry: its day is in no open period')
      WHERE NOT EXISTS (SELECT 1 FROM period WHERE gerai_id = NEW.gerai_id AND state = 'open'
        AND starts_on <= NEW.posted_on AND ends_on >= NEW.posted_on);
    END""",
    """CREATE TRIGGER entry_mirrors_what_it_reverses BEFORE INSERT ON entry WHEN NEW.reverses_no IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'entry: it is not the mirror of the entry it reverses')
      WHERE (SELECT count(*) FROM posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.no)
         <> (SELECT count(*) FROM posting AS was JOIN posting AS now
               ON now.gerai_id = was.gerai_id AND now.entry_no = NEW.no AND now.line = was.line
              AND now.account = was.account AND now.unit = was.unit AND now.subledger = was.subledger
              AND now.amount = -was.amount
             WHERE was.gerai_id = NEW.gerai_id AND was.entry_no = NEW.reverses_no)
         OR (SELECT count(*) FROM posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.no)
         <> (SELECT count(*) FROM posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.reverses_no);
    SELECT RAISE(ABORT, 'entry: it was reversed already')
      WHERE EXISTS (SELECT 1 FROM entry WHERE gerai_id = NEW.gerai_id AND reverses_no = NEW.reverses_no);
    END""",
    """CREATE TRIGGER entry_moves_the_head AFTER INSERT ON entry BEGIN
    UPDATE book SET head_no = NEW.no, head_hash = NEW.hash WHERE gerai_id = NEW.gerai_id;
    END""",
]

LEDGER = [*BOOK, *ACCOUNT, *PERIOD, *POSTING, *ENTRY]
_NAMES = [statement.split()[2] for statement in LEDGER]
DROP_LEDGER = [f"DROP TRIGGER {name}" for name in reversed(_NAMES)]
