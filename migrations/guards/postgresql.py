"""Guards as PostgreSQL triggers. Each function raises check_violation (23514) with the rule it holds.

Every table is named with its schema: a temporary table of the same name would otherwise be looked
at instead, and anybody may make one.
"""

GENESIS = "0" * 64


def _function(name: str, body: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $guard$ BEGIN {body} END $guard$"


def _refuse(rule: str) -> str:
    return f"RAISE EXCEPTION '{rule}' USING ERRCODE = '23514';"


def append_only(table: str, _: tuple[str, ...]) -> list[str]:
    name = f"{table}_never_changes"
    return [
        _function(name, _refuse(f"{table}: rows are never changed or deleted")),
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    ]


def drop_append_only(table: str) -> list[str]:
    return [
        f"DROP TRIGGER {table}_no_truncate ON {table}",
        f"DROP TRIGGER {table}_no_update ON {table}",
        f"DROP FUNCTION {table}_never_changes()",
    ]


def app_role(role: str) -> list[str]:
    # Roles belong to the whole server; another database of it may have made this one already.
    return [
        f"""DO $role$ BEGIN CREATE ROLE {role} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $role$""",
        f"GRANT {role} TO CURRENT_USER",
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT ON alembic_version TO {role}",  # /healthz compares it with the program
    ]


_BOOK = f"""
IF TG_OP IN ('DELETE', 'TRUNCATE') THEN {_refuse("book: books are never deleted")} END IF;
IF TG_OP = 'INSERT' THEN
  IF NEW.head_no <> 0 OR NEW.head_hash <> '{GENESIS}' THEN {_refuse("book: a new book starts empty")} END IF;
  RETURN NEW;
END IF;
IF NEW.gerai_id <> OLD.gerai_id THEN {_refuse("book: a book keeps its number")} END IF;
IF (NEW.head_no, NEW.head_hash) IS DISTINCT FROM (OLD.head_no, OLD.head_hash) AND (
  NOT EXISTS (SELECT 1 FROM public.entry WHERE gerai_id = NEW.gerai_id AND no = NEW.head_no AND hash = NEW.head_hash)
  OR EXISTS (SELECT 1 FROM public.entry WHERE gerai_id = NEW.gerai_id AND no > NEW.head_no))
THEN {_refuse("book: the head is the last entry")} END IF;
RETURN NEW;
"""

_ACCOUNT = f"""
IF TG_OP IN ('DELETE', 'TRUNCATE') THEN {_refuse("account: accounts are never deleted")} END IF;
IF (NEW.gerai_id, NEW.code, NEW.kind, NEW.contra, NEW.control)
  IS DISTINCT FROM (OLD.gerai_id, OLD.code, OLD.kind, OLD.contra, OLD.control)
THEN {_refuse("account: what an account means never changes")} END IF;
RETURN NEW;
"""

# Touching the book makes a closing and a posting take turns, under REPEATABLE READ as well.
_PERIOD = f"""
IF TG_OP IN ('DELETE', 'TRUNCATE') THEN {_refuse("period: periods are never deleted")} END IF;
UPDATE public.book SET opened_at = opened_at WHERE gerai_id = NEW.gerai_id;
IF TG_OP = 'INSERT' THEN
  IF EXISTS (SELECT 1 FROM public.period WHERE gerai_id = NEW.gerai_id
    AND starts_on <= NEW.ends_on AND ends_on >= NEW.starts_on)
  THEN {_refuse("period: it overlaps another")} END IF;
  RETURN NEW;
END IF;
IF OLD.state = 'locked' OR (NEW.gerai_id, NEW.starts_on, NEW.ends_on)
  IS DISTINCT FROM (OLD.gerai_id, OLD.starts_on, OLD.ends_on)
  OR (NEW.state = 'locked' AND OLD.state <> 'closed')
THEN {_refuse("period: a locked period, and the days of any period, never change")} END IF;
IF NEW.state <> OLD.state AND NEW.state_act_no <= OLD.state_act_no
THEN {_refuse("period: its state changes by an act of its own")} END IF;
RETURN NEW;
"""

# The lock comes first: without it two connections can each add a line to the other's entry, since
# neither sees what the other has not committed.
_POSTING = f"""
PERFORM 1 FROM public.book WHERE gerai_id = NEW.gerai_id FOR NO KEY UPDATE;
IF EXISTS (SELECT 1 FROM public.entry WHERE gerai_id = NEW.gerai_id AND no = NEW.entry_no)
THEN {_refuse("posting: its entry is complete already")} END IF;
IF NEW.subledger = '' AND EXISTS
  (SELECT 1 FROM public.account WHERE gerai_id = NEW.gerai_id AND code = NEW.account AND control)
THEN {_refuse("posting: a control account needs a subledger")} END IF;
RETURN NEW;
"""

# The text is the one of app/ledger/chain.py; what a foreign tool rounds on its way in no longer fits its hash.
_ENTRY = f"""
IF (NEW.no <> 1 OR NEW.previous_hash <> '{GENESIS}') AND NOT EXISTS
  (SELECT 1 FROM public.entry WHERE gerai_id = NEW.gerai_id AND no = NEW.no - 1 AND hash = NEW.previous_hash)
THEN {_refuse("entry: it does not follow the last one")} END IF;
IF NOT (SELECT count(*) > 1 AND min(line) = 1 AND max(line) = count(*)
  FROM public.posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.no)
THEN {_refuse("entry: it has fewer than two postings, or they are not numbered from 1")} END IF;
IF EXISTS (SELECT 1 FROM public.posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.no
  GROUP BY unit HAVING sum(amount) <> 0)
THEN {_refuse("entry: it does not balance in each unit")} END IF;
IF NOT EXISTS (SELECT 1 FROM public.period WHERE gerai_id = NEW.gerai_id AND state = 'open'
  AND starts_on <= NEW.posted_on AND ends_on >= NEW.posted_on)
THEN {_refuse("entry: its day is in no open period")} END IF;
IF NEW.reverses_no IS NOT NULL AND EXISTS (
  SELECT 1 FROM (SELECT * FROM public.posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.reverses_no) AS was
  FULL JOIN (SELECT * FROM public.posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.no) AS now USING (line)
  WHERE (was.account, was.unit, was.subledger, -was.amount)
    IS DISTINCT FROM (now.account, now.unit, now.subledger, now.amount))
THEN {_refuse("entry: it is not the mirror of the entry it reverses")} END IF;
IF NEW.hash <> encode(sha256(convert_to(
    concat_ws('|', 'lumbung-entry-1', NEW.previous_hash, NEW.gerai_id, NEW.no, NEW.act_no,
      to_char(NEW.occurred_on, 'YYYY-MM-DD'), to_char(NEW.posted_on, 'YYYY-MM-DD'),
      NEW.source, NEW.source_no, coalesce(NEW.reverses_no::text, ''))
    || (SELECT string_agg(E'\\n' || concat_ws('|', line, account, unit, subledger, amount), '' ORDER BY line)
        FROM public.posting WHERE gerai_id = NEW.gerai_id AND entry_no = NEW.no), 'UTF8')), 'hex')
THEN {_refuse("entry: its hash is not that of its content")} END IF;
RETURN NEW;
"""

_ENTRY_HEAD = "UPDATE public.book SET head_no = NEW.no, head_hash = NEW.hash WHERE gerai_id = NEW.gerai_id; RETURN NULL;"

_ROWS = "FOR EACH ROW EXECUTE FUNCTION"
_WHOLE = "FOR EACH STATEMENT EXECUTE FUNCTION"

LEDGER = [
    _function("book_guard", _BOOK),
    f"CREATE TRIGGER book_guarded BEFORE INSERT OR UPDATE OR DELETE ON book {_ROWS} book_guard()",
    f"CREATE TRIGGER book_no_truncate BEFORE TRUNCATE ON book {_WHOLE} book_guard()",
    _function("account_guard", _ACCOUNT),
    f"CREATE TRIGGER account_guarded BEFORE UPDATE OR DELETE ON account {_ROWS} account_guard()",
    f"CREATE TRIGGER account_no_truncate BEFORE TRUNCATE ON account {_WHOLE} account_guard()",
    _function("period_guard", _PERIOD),
    f"CREATE TRIGGER period_guarded BEFORE INSERT OR UPDATE OR DELETE ON period {_ROWS} period_guard()",
    f"CREATE TRIGGER period_no_truncate BEFORE TRUNCATE ON period {_WHOLE} period_guard()",
    _function("posting_guard", _POSTING),
    f"CREATE TRIGGER posting_before_its_entry BEFORE INSERT ON posting {_ROWS} posting_guard()",
    _function("entry_guard", _ENTRY),
    f"CREATE TRIGGER entry_is_sound BEFORE INSERT ON entry {_ROWS} entry_guard()",
    _function("entry_head", _ENTRY_HEAD),
    f"CREATE TRIGGER entry_moves_the_head AFTER INSERT ON entry {_ROWS} entry_head()",
]

DROP_LEDGER = [
    "DROP TRIGGER entry_moves_the_head ON entry",
    "DROP FUNCTION entry_head()",
    "DROP TRIGGER entry_is_sound ON entry",
    "DROP FUNCTION entry_guard()",
    "DROP TRIGGER posting_before_its_entry ON posting",
    "DROP FUNCTION posting_guard()",
    "DROP TRIGGER period_no_truncate ON period",
    "DROP TRIGGER period_guarded ON period",
    "DROP FUNCTION period_guard()",
    "DROP TRIGGER account_no_truncate ON account",
    "DROP TRIGGER account_guarded ON account",
    "DROP FUNCTION account_guard()",
    "DROP TRIGGER book_no_truncate ON book",
    "DROP TRIGGER book_guarded ON book",
    "DROP FUNCTION book_guard()",
]
