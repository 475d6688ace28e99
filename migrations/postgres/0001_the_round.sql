-- The first round: people, workers, employers, jobs, offers, broadcasts, messages.
-- Times are Unix milliseconds, booleans 0/1, documents JSON as TEXT. SQLite has the same tables.

CREATE TABLE person (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,   -- surrogate: never used again after an erasure
    chat_id BIGINT NOT NULL UNIQUE,
    name TEXT NOT NULL,                     -- as set on Telegram
    lang TEXT NOT NULL,
    consent_version TEXT,                   -- version of the text that was agreed to
    consent_at BIGINT,
    referrer TEXT,                          -- code of the link by which they came
    sessions TEXT NOT NULL DEFAULT '[]',    -- forms being filled in, the present one last
    keyboard_up BIGINT NOT NULL DEFAULT 0,   -- whether buttons stand in place of the phone's keyboard
    reach TEXT NOT NULL DEFAULT 'ok',       -- ok, blocked, gone
    created_at BIGINT NOT NULL
);

CREATE TABLE worker (
    person_id BIGINT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    state TEXT NOT NULL,                    -- registering, registered
    profile TEXT NOT NULL,
    classification TEXT NOT NULL,           -- with the date it was derived for
    zone TEXT NOT NULL,                     -- IANA time zone of the present place
    phone TEXT,                             -- the worker's own number
    phone_verified BIGINT NOT NULL DEFAULT 0,
    registered_at BIGINT,
    pause TEXT NOT NULL DEFAULT '',         -- empty: offers are wanted; until, off, hired
    paused_until BIGINT,
    classified BIGINT NOT NULL DEFAULT 1,
    asks TEXT NOT NULL DEFAULT '{}'         -- what was asked afterwards
);

CREATE TABLE worker_trade (
    trade TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (trade, person_id)
);
CREATE INDEX worker_trade_person ON worker_trade (person_id);

CREATE TABLE employer (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    company TEXT NOT NULL,
    contact TEXT NOT NULL,
    licence TEXT NOT NULL,
    state TEXT NOT NULL,                    -- waiting, approved, refused
    reason TEXT,
    created_at BIGINT NOT NULL,
    decided_at BIGINT
);
CREATE INDEX employer_person ON employer (person_id);
CREATE INDEX employer_state ON employer (state);

CREATE TABLE job (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    employer_id BIGINT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
    spec TEXT NOT NULL,
    state TEXT NOT NULL,                    -- open, filled
    created_at BIGINT NOT NULL
);
CREATE INDEX job_employer ON job (employer_id);
CREATE INDEX job_state ON job (state);

-- One job and one worker, at most once: what became of it, each step with its time.
CREATE TABLE offer (
    job_id BIGINT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    fit TEXT NOT NULL,                      -- score and reasons at the time of the offer
    state TEXT NOT NULL,                    -- queued, offered, declined, applied, shared, hired, refused
    message_id BIGINT,
    created_at BIGINT NOT NULL,
    offered_at BIGINT,
    applied_at BIGINT,
    shared_at BIGINT,
    decided_at BIGINT,
    PRIMARY KEY (job_id, person_id)
);
CREATE INDEX offer_person ON offer (person_id);

CREATE TABLE broadcast (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id BIGINT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    state TEXT NOT NULL,                    -- running, done
    created_at BIGINT NOT NULL,
    done_at BIGINT
);
CREATE INDEX broadcast_job ON broadcast (job_id);

-- One row per recipient.
CREATE TABLE delivery (
    broadcast_id BIGINT NOT NULL REFERENCES broadcast (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    place BIGINT NOT NULL,                 -- order of sending: best fits first
    state TEXT NOT NULL,                    -- queued, sending, unknown, sent, failed, unreachable, skipped
    not_before BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    error TEXT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (broadcast_id, person_id)
);
CREATE INDEX delivery_due ON delivery (state, not_before, broadcast_id, place);

-- Messages to be sent, removed once sent.
CREATE TABLE outbox (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chat_id BIGINT NOT NULL,
    kind TEXT NOT NULL,                     -- card: replaced by what comes next; notice: must arrive
    call TEXT NOT NULL,
    offer_job BIGINT,                      -- the job that the message offers
    attempts BIGINT NOT NULL DEFAULT 0,    -- attempts whose answer was lost
    state TEXT NOT NULL,                    -- queued, failed
    error TEXT,
    created_at BIGINT NOT NULL
);

-- What the bot does by itself at a time: reminders, questions. Taken once.
CREATE TABLE timer (
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                     -- ask, expiry, pause, looking, unfinished
    subject TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, kind, subject)
);
CREATE INDEX timer_due ON timer (due_at);

CREATE TABLE processed_update (
    update_id BIGINT PRIMARY KEY,
    processed_at BIGINT NOT NULL
);
CREATE INDEX processed_update_at ON processed_update (processed_at);

-- Updates that could not be handled, for whoever mends the cause.
CREATE TABLE failed_update (
    update_id BIGINT PRIMARY KEY,
    error TEXT NOT NULL,
    failed_at BIGINT NOT NULL
);

-- Who did what, when and why: append-only.
CREATE TABLE audit (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at BIGINT NOT NULL,
    actor BIGINT NOT NULL,                 -- surrogate id of the person
    action TEXT NOT NULL,
    subject BIGINT NOT NULL,
    detail TEXT NOT NULL
);
CREATE FUNCTION refuse_change () RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION refuse_change ();

-- Raised by every change of the open jobs, so that processes know when to read them again.
CREATE TABLE change (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL
);
INSERT INTO change (id, seq) VALUES (1, 0);
