-- The first round: people, workers, employers, jobs, offers, broadcasts, messages.
-- Times are Unix milliseconds, booleans 0/1, documents JSON as TEXT. PostgreSQL has the same tables.

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,   -- surrogate: never used again after an erasure
    chat_id INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,                     -- as set on Telegram
    lang TEXT NOT NULL,
    consent_version TEXT,                   -- version of the text that was agreed to
    consent_at INTEGER,
    referrer TEXT,                          -- code of the link by which they came
    sessions TEXT NOT NULL DEFAULT '[]',    -- forms being filled in, the present one last
    keyboard_up INTEGER NOT NULL DEFAULT 0,   -- whether buttons stand in place of the phone's keyboard
    reach TEXT NOT NULL DEFAULT 'ok',       -- ok, blocked, gone
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE worker (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    state TEXT NOT NULL,                    -- registering, registered
    profile TEXT NOT NULL,
    classification TEXT NOT NULL,           -- with the date it was derived for
    zone TEXT NOT NULL,                     -- IANA time zone of the present place
    phone TEXT,                             -- the worker's own number
    phone_verified INTEGER NOT NULL DEFAULT 0,
    registered_at INTEGER,
    pause TEXT NOT NULL DEFAULT '',         -- empty: offers are wanted; until, off, hired
    paused_until INTEGER,
    classified INTEGER NOT NULL DEFAULT 1,
    asks TEXT NOT NULL DEFAULT '{}'         -- what was asked afterwards
) STRICT;

CREATE TABLE worker_trade (
    trade TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (trade, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX worker_trade_person ON worker_trade (person_id);

CREATE TABLE employer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    company TEXT NOT NULL,
    contact TEXT NOT NULL,
    licence TEXT NOT NULL,
    state TEXT NOT NULL,                    -- waiting, approved, refused
    reason TEXT,
    created_at INTEGER NOT NULL,
    decided_at INTEGER
) STRICT;
CREATE INDEX employer_person ON employer (person_id);
CREATE INDEX employer_state ON employer (state);

CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    employer_id INTEGER NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
    spec TEXT NOT NULL,
    state TEXT NOT NULL,                    -- open, filled
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX job_employer ON job (employer_id);
CREATE INDEX job_state ON job (state);

-- One job and one worker, at most once: what became of it, each step with its time.
CREATE TABLE offer (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    fit TEXT NOT NULL,                      -- score and reasons at the time of the offer
    state TEXT NOT NULL,                    -- queued, offered, declined, applied, shared, hired, refused
    message_id INTEGER,
    created_at INTEGER NOT NULL,
    offered_at INTEGER,
    applied_at INTEGER,
    shared_at INTEGER,
    decided_at INTEGER,
    PRIMARY KEY (job_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_person ON offer (person_id);

CREATE TABLE broadcast (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    state TEXT NOT NULL,                    -- running, done
    created_at INTEGER NOT NULL,
    done_at INTEGER
) STRICT;
CREATE INDEX broadcast_job ON broadcast (job_id);

-- One row per recipient.
CREATE TABLE delivery (
    broadcast_id INTEGER NOT NULL REFERENCES broadcast (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,                 -- order of sending: best fits first
    state TEXT NOT NULL,                    -- queued, sending, unknown, sent, failed, unreachable, skipped
    not_before INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (broadcast_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery (state, not_before, broadcast_id, place);

-- Messages to be sent, removed once sent.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    kind TEXT NOT NULL,                     -- card: replaced by what comes next; notice: must arrive
    call TEXT NOT NULL,
    offer_job INTEGER,                      -- the job that the message offers
    attempts INTEGER NOT NULL DEFAULT 0,    -- attempts whose answer was lost
    state TEXT NOT NULL,                    -- queued, failed
    error TEXT,
    created_at INTEGER NOT NULL
) STRICT;

-- What the bot does by itself at a time: reminders, questions. Taken once.
CREATE TABLE timer (
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                     -- ask, expiry, pause, looking, unfinished
    subject TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, kind, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX timer_due ON timer (due_at);

CREATE TABLE processed_update (
    update_id INTEGER PRIMARY KEY,
    processed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX processed_update_at ON processed_update (processed_at);

-- Updates that could not be handled, for whoever mends the cause.
CREATE TABLE failed_update (
    update_id INTEGER PRIMARY KEY,
    error TEXT NOT NULL,
    failed_at INTEGER NOT NULL
) STRICT;

-- Who did what, when and why: append-only.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,                 -- surrogate id of the person
    action TEXT NOT NULL,
    subject INTEGER NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;

-- Raised by every change of the open jobs, so that processes know when to read them again.
CREATE TABLE change (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL
) STRICT;
INSERT INTO change (id, seq) VALUES (1, 0);
