-- People, workers, employers, jobs, offers, broadcasts, messages, staff.
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
    folded TEXT NOT NULL DEFAULT '',         -- their names as operators look for them: see reading::fold
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
    state TEXT NOT NULL,                    -- waiting, approved, refused, frozen
    reason TEXT,                            -- why refused or frozen
    created_at INTEGER NOT NULL,
    approved_at INTEGER,
    decided_at INTEGER                      -- the last decision
) STRICT;
CREATE INDEX employer_person ON employer (person_id);
CREATE INDEX employer_state ON employer (state);

-- Who acts for an employer; who founded it (employer.person_id) is one of them.
CREATE TABLE member (
    employer_id INTEGER NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    state TEXT NOT NULL,                    -- asked, in, refused
    since INTEGER NOT NULL,
    PRIMARY KEY (employer_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_person ON member (person_id);

CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    employer_id INTEGER NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
    posted_by INTEGER REFERENCES person (id) ON DELETE SET NULL,   -- whom its applications are told to
    spec TEXT NOT NULL,
    state TEXT NOT NULL,                    -- open, paused, held, filled, closed, expired
    hold TEXT,                              -- why it is held
    held_from TEXT,                         -- the state that it was held in
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,            -- of the spec
    expires_at INTEGER NOT NULL,
    told_at INTEGER,                        -- when new applications were last told
    ended_at INTEGER
) STRICT;
CREATE INDEX job_posted_by ON job (posted_by);
CREATE INDEX job_employer ON job (employer_id);
CREATE INDEX job_state ON job (state);

-- One job and one worker, at most once: what became of it, each step with its time.
CREATE TABLE offer (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    fit TEXT NOT NULL,                      -- score and reasons at the time of the offer
    state TEXT NOT NULL,                    -- a stage: see domain::Stage
    message_id INTEGER,
    created_at INTEGER NOT NULL,
    shown_at INTEGER,                       -- when the job was last shown as it was then
    offered_at INTEGER,
    seen_at INTEGER,
    applied_at INTEGER,
    shared_at INTEGER,
    invited_at INTEGER,
    hired_at INTEGER,
    started_at INTEGER,                     -- day 1
    stayed_at INTEGER,                      -- day 30
    ended_at INTEGER,
    told_at INTEGER,                        -- when the employer was told of the application
    why TEXT,                               -- why it ended, by a code
    PRIMARY KEY (job_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_person ON offer (person_id, state);

-- Every step of an application, also those that were taken back: append-only, gone with the application.
CREATE TABLE offer_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    left_state TEXT NOT NULL,
    new_state TEXT NOT NULL,                -- the same where something was only asked or said
    side TEXT NOT NULL,                     -- worker, employer, operator, time
    said TEXT,                              -- a reason's code, a question, an answer
    FOREIGN KEY (job_id, person_id) REFERENCES offer (job_id, person_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX offer_step_offer ON offer_step (job_id, person_id);

CREATE TABLE interview (
    job_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    held_at INTEGER NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL,                    -- proposed, confirmed, declined
    PRIMARY KEY (job_id, person_id),
    FOREIGN KEY (job_id, person_id) REFERENCES offer (job_id, person_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What somebody who was hired said on day 1 and on day 30.
CREATE TABLE checkin (
    job_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    day INTEGER NOT NULL,                   -- 1, 30
    works TEXT,                             -- yes, not_yet, no
    charged INTEGER,
    said TEXT,                              -- who charged, and how much
    settled INTEGER NOT NULL DEFAULT 0,        -- whether an operator decided about the charge
    taken_back INTEGER NOT NULL DEFAULT 0,   -- whether a charge was once a slip: the next one stays
    n_asked INTEGER NOT NULL DEFAULT 1,
    asked_at INTEGER NOT NULL,
    answered_at INTEGER,
    PRIMARY KEY (job_id, person_id, day),
    FOREIGN KEY (job_id, person_id) REFERENCES offer (job_id, person_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX checkin_person ON checkin (person_id);

-- What workers report about a job, once each.
CREATE TABLE report (
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                     -- fee, scam, wrong, rude
    said TEXT,                              -- more about it, in the worker's words
    state TEXT NOT NULL,                    -- open, closed
    created_at INTEGER NOT NULL,
    PRIMARY KEY (job_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_person ON report (person_id);
CREATE INDEX report_state ON report (state);

-- The last appeal of an employer that was refused or frozen.
CREATE TABLE appeal (
    employer_id INTEGER PRIMARY KEY REFERENCES employer (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,   -- who wrote it
    text TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    answered INTEGER NOT NULL DEFAULT 0     -- whether operators decided since
) STRICT;
CREATE INDEX appeal_person ON appeal (person_id);

-- Staff beside those that the settings name.
CREATE TABLE operator (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    added_at INTEGER NOT NULL
) STRICT;

-- Which message shows an operator what is to be decided, so that it can be brought up to date.
CREATE TABLE card (
    subject TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (subject, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_person ON card (person_id);

-- What operators write down about somebody.
CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    author INTEGER NOT NULL,                -- surrogate id
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_person ON note (person_id);

CREATE TABLE tag (
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (person_id, tag)
) STRICT, WITHOUT ROWID;

-- How often something happened on a day: figures that name nobody.
CREATE TABLE tally (
    day TEXT NOT NULL,                      -- in the rule pack's zone
    what TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (day, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE broadcast (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id INTEGER REFERENCES job (id) ON DELETE CASCADE,   -- empty for an announcement
    text TEXT,                              -- of an announcement
    audience TEXT,                          -- of an announcement: a label, or all
    author INTEGER,                         -- surrogate id of the operator
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
    shows TEXT,                             -- what the message shows, to be brought up to date later
    attempts INTEGER NOT NULL DEFAULT 0,    -- attempts whose answer was lost
    state TEXT NOT NULL,                    -- queued, failed
    error TEXT,
    created_at INTEGER NOT NULL
) STRICT;

-- What the bot does by itself at a time: reminders, questions. Taken once.
CREATE TABLE timer (
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                     -- see turn::timers
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
