-- People, workers, employers, jobs, offers, broadcasts, messages, staff.
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
    folded TEXT NOT NULL DEFAULT '',         -- their names as operators look for them: see reading::fold
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
    state TEXT NOT NULL,                    -- waiting, approved, refused, frozen
    reason TEXT,                            -- why refused or frozen
    created_at BIGINT NOT NULL,
    approved_at BIGINT,
    decided_at BIGINT                      -- the last decision
);
CREATE INDEX employer_person ON employer (person_id);
CREATE INDEX employer_state ON employer (state);

-- Who acts for an employer; who founded it (employer.person_id) is one of them.
CREATE TABLE member (
    employer_id BIGINT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    state TEXT NOT NULL,                    -- asked, in, refused
    since BIGINT NOT NULL,
    PRIMARY KEY (employer_id, person_id)
);
CREATE INDEX member_person ON member (person_id);

CREATE TABLE job (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    employer_id BIGINT NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
    posted_by BIGINT REFERENCES person (id) ON DELETE SET NULL,   -- whom its applications are told to
    spec TEXT NOT NULL,
    state TEXT NOT NULL,                    -- open, paused, held, filled, closed, expired
    hold TEXT,                              -- why it is held
    held_from TEXT,                         -- the state that it was held in
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,            -- of the spec
    expires_at BIGINT NOT NULL,
    told_at BIGINT,                        -- when new applications were last told
    ended_at BIGINT
);
CREATE INDEX job_posted_by ON job (posted_by);
CREATE INDEX job_employer ON job (employer_id);
CREATE INDEX job_state ON job (state);

-- One job and one worker, at most once: what became of it, each step with its time.
CREATE TABLE offer (
    job_id BIGINT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    fit TEXT NOT NULL,                      -- score and reasons at the time of the offer
    state TEXT NOT NULL,                    -- a stage: see domain::Stage
    message_id BIGINT,
    created_at BIGINT NOT NULL,
    shown_at BIGINT,                       -- when the job was last shown as it was then
    offered_at BIGINT,
    seen_at BIGINT,
    applied_at BIGINT,
    shared_at BIGINT,
    invited_at BIGINT,
    hired_at BIGINT,
    started_at BIGINT,                     -- day 1
    stayed_at BIGINT,                      -- day 30
    ended_at BIGINT,
    told_at BIGINT,                        -- when the employer was told of the application
    why TEXT,                               -- why it ended, by a code
    PRIMARY KEY (job_id, person_id)
);
CREATE INDEX offer_person ON offer (person_id, state);

-- Every step of an application, also those that were taken back: append-only, gone with the application.
CREATE TABLE offer_step (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    left_state TEXT NOT NULL,
    new_state TEXT NOT NULL,                -- the same where something was only asked or said
    side TEXT NOT NULL,                     -- worker, employer, operator, time
    said TEXT,                              -- a reason's code, a question, an answer
    FOREIGN KEY (job_id, person_id) REFERENCES offer (job_id, person_id) ON DELETE CASCADE
);
CREATE INDEX offer_step_offer ON offer_step (job_id, person_id);

CREATE TABLE interview (
    job_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    held_at BIGINT NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL,                    -- proposed, confirmed, declined
    PRIMARY KEY (job_id, person_id),
    FOREIGN KEY (job_id, person_id) REFERENCES offer (job_id, person_id) ON DELETE CASCADE
);

-- What somebody who was hired said on day 1 and on day 30.
CREATE TABLE checkin (
    job_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    day BIGINT NOT NULL,                   -- 1, 30
    works TEXT,                             -- yes, not_yet, no
    charged BIGINT,
    said TEXT,                              -- who charged, and how much
    settled BIGINT NOT NULL DEFAULT 0,         -- whether an operator decided about the charge
    taken_back BIGINT NOT NULL DEFAULT 0,   -- whether a charge was once a slip: the next one stays
    n_asked BIGINT NOT NULL DEFAULT 1,
    asked_at BIGINT NOT NULL,
    answered_at BIGINT,
    PRIMARY KEY (job_id, person_id, day),
    FOREIGN KEY (job_id, person_id) REFERENCES offer (job_id, person_id) ON DELETE CASCADE
);
CREATE INDEX checkin_person ON checkin (person_id);

-- What workers report about a job, once each.
CREATE TABLE report (
    job_id BIGINT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                     -- fee, scam, wrong, rude
    said TEXT,                              -- more about it, in the worker's words
    state TEXT NOT NULL,                    -- open, closed
    created_at BIGINT NOT NULL,
    PRIMARY KEY (job_id, person_id)
);
CREATE INDEX report_person ON report (person_id);
CREATE INDEX report_state ON report (state);

-- The last appeal of an employer that was refused or frozen.
CREATE TABLE appeal (
    employer_id BIGINT PRIMARY KEY REFERENCES employer (id) ON DELETE CASCADE,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,   -- who wrote it
    text TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    answered BIGINT NOT NULL DEFAULT 0     -- whether operators decided since
);
CREATE INDEX appeal_person ON appeal (person_id);

-- Staff beside those that the settings name.
CREATE TABLE operator (
    person_id BIGINT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    added_at BIGINT NOT NULL
);

-- Which message shows an operator what is to be decided, so that it can be brought up to date.
CREATE TABLE card (
    subject TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    message_id BIGINT NOT NULL,
    PRIMARY KEY (subject, person_id)
);
CREATE INDEX card_person ON card (person_id);

-- What operators write down about somebody.
CREATE TABLE note (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    author BIGINT NOT NULL,                -- surrogate id
    text TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX note_person ON note (person_id);

CREATE TABLE tag (
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (person_id, tag)
);

-- How often something happened on a day: figures that name nobody.
CREATE TABLE tally (
    day TEXT NOT NULL,                      -- in the rule pack's zone
    what TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (day, what)
);

CREATE TABLE broadcast (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id BIGINT REFERENCES job (id) ON DELETE CASCADE,   -- empty for an announcement
    text TEXT,                              -- of an announcement
    audience TEXT,                          -- of an announcement: a label, or all
    author BIGINT,                         -- surrogate id of the operator
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
    shows TEXT,                             -- what the message shows, to be brought up to date later
    attempts BIGINT NOT NULL DEFAULT 0,    -- attempts whose answer was lost
    state TEXT NOT NULL,                    -- queued, failed
    error TEXT,
    created_at BIGINT NOT NULL
);

-- What the bot does by itself at a time: reminders, questions. Taken once.
CREATE TABLE timer (
    person_id BIGINT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                     -- see turn::timers
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
