//! People and what they are as workers.

use super::sql::CHUNK;
use super::writes::Form;
use super::{StoreError, Tx, run};
use crate::chat::{Company, Employer, EmployerState, Pause, Person, Phone, Worker, judged_by};
use crate::domain::{ChatId, EmployerId, Lang, PersonId, Profile, Time, TradeId};
use crate::reading::fold;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    chat_id: i64,
    name: String,
    lang: String,
    consent_version: Option<String>,
    sessions: String,
    keyboard_up: i64,
    worker_state: Option<String>,
    profile: Option<String>,
    classification: Option<String>,
    phone: Option<String>,
    phone_verified: Option<i64>,
    registered_at: Option<i64>,
    pause: Option<String>,
    paused_until: Option<i64>,
    classified: Option<i64>,
    asks: Option<String>,
    referrer: Option<String>,
    employer_id: Option<i64>,
    company: Option<String>,
    contact: Option<String>,
    licence: Option<String>,
    employer_state: Option<String>,
    reason: Option<String>,
    approved_at: Option<i64>,
    founder: Option<i64>,
    is_operator: Option<i64>,
}

/// A person with what they are; of several employers that they act for, the latest.
const SELECT: &str = "SELECT person.id, person.chat_id, person.name, person.lang, person.consent_version,
    person.sessions, person.keyboard_up, worker.state AS worker_state, worker.profile, worker.classification, worker.phone,
    worker.phone_verified, worker.registered_at, worker.pause, worker.paused_until, worker.classified, worker.asks,
    person.referrer, employer.id AS employer_id, employer.company, employer.contact,
    employer.licence, employer.state AS employer_state, employer.reason, employer.approved_at,
    employer.person_id AS founder, operator.person_id AS is_operator
    FROM person
    LEFT JOIN worker ON worker.person_id = person.id
    LEFT JOIN operator ON operator.person_id = person.id
    LEFT JOIN employer ON employer.id =
        (SELECT m.employer_id FROM member m WHERE m.person_id = person.id AND m.state = 'in'
         ORDER BY m.since DESC, m.employer_id DESC LIMIT 1)";

impl Row {
    fn person(self) -> Result<Person, StoreError> {
        let worker = match (self.worker_state, self.profile, self.classification) {
            (Some(state), Some(profile), Some(classification)) => Some(Worker {
                registered: state == "registered",
                profile: serde_json::from_str(&profile)?,
                classification: serde_json::from_str(&classification)?,
                phone: self.phone.map(|number| Phone { number, verified: self.phone_verified == Some(1) }),
                registered_at: self.registered_at.map(Time),
                pause: pause(self.pause.as_deref().unwrap_or_default(), self.paused_until)?,
                classified: self.classified != Some(0),
                asks: serde_json::from_str(self.asks.as_deref().unwrap_or("{}"))?,
            }),
            _ => None,
        };
        let employer = match (self.employer_id, self.company, self.contact, self.licence, self.employer_state)
        {
            (Some(id), Some(name), Some(contact), Some(licence), Some(state)) => Some(Employer {
                id: EmployerId(id),
                company: Company { name, contact, licence },
                state: employer_state(&state, self.reason, self.approved_at)?,
                founder: self.founder == Some(self.id),
            }),
            _ => None,
        };
        Ok(Person {
            id: PersonId(self.id),
            chat: ChatId(self.chat_id),
            name: self.name,
            lang: Lang::parse(&self.lang).unwrap_or(Lang::EN),
            consent: self.consent_version,
            referrer: self.referrer,
            sessions: serde_json::from_str(&self.sessions)?,
            keyboard_up: self.keyboard_up != 0,
            worker,
            employer,
            operator: self.is_operator.is_some(),
        })
    }
}

fn pause(word: &str, until: Option<i64>) -> Result<Pause, StoreError> {
    match (word, until) {
        ("", _) => Ok(Pause::No),
        ("until", Some(until)) => Ok(Pause::Until(Time(until))),
        ("off", _) => Ok(Pause::Off),
        ("hired", _) => Ok(Pause::Hired),
        (other, _) => Err(StoreError::Word(other.to_owned())),
    }
}

const fn pause_word(pause: Pause) -> (&'static str, Option<i64>) {
    match pause {
        Pause::No => ("", None),
        Pause::Until(until) => ("until", Some(until.0)),
        Pause::Off => ("off", None),
        Pause::Hired => ("hired", None),
    }
}

pub(super) fn employer_state(
    word: &str,
    reason: Option<String>,
    approved_at: Option<i64>,
) -> Result<EmployerState, StoreError> {
    match word {
        "waiting" => Ok(EmployerState::Waiting),
        "approved" => Ok(EmployerState::Approved(Time(approved_at.unwrap_or_default()))),
        "refused" => Ok(EmployerState::Refused(reason.unwrap_or_default())),
        "frozen" => Ok(EmployerState::Frozen(reason.unwrap_or_default())),
        other => Err(StoreError::Word(other.to_owned())),
    }
}

/// The names under which somebody is looked for: on Telegram, and as they said it.
fn folded(person: &Person) -> String {
    let said = person.worker.as_ref().and_then(|worker| worker.profile.name.as_deref());
    fold(&format!("{} {}", person.name, said.unwrap_or_default()))
}

impl Tx {
    /// The people of these chats, locked until the end of the transaction, in ascending order of the
    /// chats so that two processes cannot wait for each other.
    pub async fn people(&mut self, chats: &[ChatId]) -> Result<Vec<Person>, StoreError> {
        let mut people = Vec::with_capacity(chats.len());
        for chunk in chats.chunks(CHUNK) {
            let tail = format!(") ORDER BY person.chat_id{}", self.locking());
            let head = format!("{SELECT} WHERE person.chat_id IN (");
            let sql = self.list(&head, 1, chunk.len(), &tail);
            let rows: Vec<Row> = run!(self, |connection| {
                let mut query = sqlx::query_as(sql);
                for chat in chunk {
                    query = query.bind(chat.0);
                }
                query.fetch_all(connection).await?
            });
            for row in rows {
                people.push(row.person()?);
            }
        }
        Ok(people)
    }

    /// One person, to be told something; not locked.
    pub async fn person(&mut self, id: PersonId) -> Result<Option<Person>, StoreError> {
        let sql = self.list(&format!("{SELECT} WHERE person.id IN ("), 1, 1, ")");
        let row: Option<Row> =
            run!(self, |connection| sqlx::query_as(sql).bind(id.0).fetch_optional(connection).await?);
        row.map(Row::person).transpose()
    }

    /// Adds people who wrote for the first time: chat, name, language.
    pub async fn add_people(&mut self, new: &[(ChatId, String, Lang)], now: Time) -> Result<(), StoreError> {
        for chunk in new.chunks(CHUNK) {
            let sql = self.values(
                "INSERT INTO person (chat_id, name, lang, folded, created_at) VALUES ",
                chunk.len(),
                5,
                " ON CONFLICT (chat_id) DO NOTHING",
            );
            run!(self, |connection| {
                let mut query = sqlx::query(sql);
                for (chat, name, lang) in chunk {
                    query = query.bind(chat.0).bind(name).bind(lang.as_str()).bind(fold(name)).bind(now.0);
                }
                query.execute(connection).await?;
            });
        }
        Ok(())
    }

    /// Keeps language, consent and forms of people.
    pub fn save_people(&mut self, people: &[&Person], now: Time) -> Result<(), StoreError> {
        const SAVE: Form = Form {
            table: "person",
            head: "UPDATE person SET name = v.column2, lang = v.column3, sessions = v.column4,
                 consent_at = CASE WHEN person.consent_version = v.column5 THEN person.consent_at
                     WHEN v.column5 IS NULL THEN NULL ELSE v.column6 END,
                 consent_version = v.column5, keyboard_up = v.column7, referrer = v.column8,
                 folded = v.column9, reach = 'ok'
                 FROM (VALUES ",
            tail: ") AS v WHERE person.id = v.column1",
        };
        let row = |person: &&Person| {
            Ok([
                person.id.0.into(),
                person.name.as_str().into(),
                person.lang.as_str().into(),
                serde_json::to_string(&person.sessions)?.into(),
                person.consent.clone().into(),
                now.0.into(),
                i64::from(person.keyboard_up).into(),
                person.referrer.clone().into(),
                folded(person).into(),
            ])
        };
        let rows = people.iter().map(row).collect::<Result<Vec<_>, StoreError>>()?;
        self.later(SAVE, rows);
        Ok(())
    }

    /// Keeps profiles and classifications; people without a worker's side are passed over.
    pub fn save_workers(&mut self, people: &[&Person], pack_zone: &str) -> Result<(), StoreError> {
        const SAVE: Form = Form {
            table: "worker",
            head:
                "INSERT INTO worker (person_id, state, profile, classification, zone, phone, phone_verified,
                  registered_at, pause, paused_until, classified, asks) VALUES ",
            tail: " ON CONFLICT (person_id) DO UPDATE SET state = excluded.state, profile = excluded.profile,
                  classification = excluded.classification, zone = excluded.zone, phone = excluded.phone,
                  phone_verified = excluded.phone_verified, registered_at = excluded.registered_at,
                  pause = excluded.pause, paused_until = excluded.paused_until,
                  classified = excluded.classified, asks = excluded.asks",
        };
        let row = |(person, worker): (&&Person, &Worker)| {
            let (pause, paused_until) = pause_word(worker.pause);
            Ok([
                person.id.0.into(),
                if worker.registered { "registered" } else { "registering" }.into(),
                serde_json::to_string(&worker.profile)?.into(),
                serde_json::to_string(&worker.classification)?.into(),
                person.zone(pack_zone).into(),
                worker.phone.as_ref().map(|phone| phone.number.clone()).into(),
                i64::from(worker.phone.as_ref().is_some_and(|phone| phone.verified)).into(),
                worker.registered_at.map(|at| at.0).into(),
                pause.into(),
                paused_until.into(),
                i64::from(worker.classified).into(),
                serde_json::to_string(&worker.asks)?.into(),
            ])
        };
        let workers = people.iter().filter_map(|person| Some((person, person.worker.as_ref()?)));
        let rows = workers.map(row).collect::<Result<Vec<_>, StoreError>>()?;
        self.later(SAVE, rows);
        Ok(())
    }

    /// Replaces the trades under which registered workers are found.
    pub fn save_trades(&mut self, workers: &[(PersonId, Vec<TradeId>)]) {
        const FORGET: Form =
            Form { table: "worker_trade", head: "DELETE FROM worker_trade WHERE person_id IN (", tail: ")" };
        const ADD: Form = Form {
            table: "worker_trade",
            head: "INSERT INTO worker_trade (person_id, trade) VALUES ",
            tail: " ON CONFLICT (trade, person_id) DO NOTHING",
        };
        self.later(FORGET, workers.iter().map(|(id, _)| [id.0.into()]));
        let rows = workers.iter().flat_map(|(id, trades)| trades.iter().map(|trade| (*id, trade)));
        self.later(ADD, rows.map(|(id, trade)| [id.0.into(), trade.as_str().into()]));
    }

    /// Registered workers who can be reached, want offers and one of these trades, the earliest registered
    /// first, with the facts by which jobs are chosen for them; nobody who acts for the employer.
    pub async fn workers_of_trades(
        &mut self,
        trades: &[TradeId],
        employer: EmployerId,
    ) -> Result<Vec<(PersonId, String, Profile)>, StoreError> {
        let sql = self.list(
            "SELECT worker.person_id, worker.zone, worker.profile, worker.classified FROM worker
             JOIN person ON person.id = worker.person_id
             WHERE worker.state = 'registered' AND worker.pause = '' AND person.reach = 'ok'
             AND worker.person_id NOT IN (SELECT person_id FROM member WHERE employer_id = $1 AND state = 'in')
             AND worker.person_id IN (SELECT person_id FROM worker_trade WHERE trade IN (",
            2,
            trades.len(),
            ")) ORDER BY worker.registered_at, worker.person_id",
        );
        let rows: Vec<(i64, String, String, i64)> = run!(self, |connection| {
            let mut query = sqlx::query_as(sql).bind(employer.0);
            for trade in trades {
                query = query.bind(trade.as_str());
            }
            query.fetch_all(connection).await?
        });
        rows.into_iter()
            .map(|(id, zone, profile, classified)| {
                let profile: Profile = serde_json::from_str(&profile)?;
                Ok((PersonId(id), zone, judged_by(&profile, classified != 0, true)))
            })
            .collect()
    }

    /// How many workers finished the core form.
    pub async fn count_workers(&mut self) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT count(*) FROM worker WHERE state = 'registered'";
        let (count,): (i64,) = run!(self, |connection| sqlx::query_as(SQL).fetch_one(connection).await?);
        Ok(count)
    }

    /// Records whether a chat can be reached: `ok`, `blocked` or `gone`.
    pub async fn set_reach(&mut self, chat: ChatId, reach: &str) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE person SET reach = $2 WHERE chat_id = $1";
        run!(self, |connection| {
            sqlx::query(SQL).bind(chat.0).bind(reach).execute(connection).await?;
        });
        Ok(())
    }

    /// Forgets what a person is as a worker: profile, trades, offers.
    pub async fn forget_worker(&mut self, id: PersonId) -> Result<(), StoreError> {
        const SQL: [&str; 5] = [
            "DELETE FROM report WHERE person_id = $1",
            "DELETE FROM delivery WHERE person_id = $1",
            "DELETE FROM offer WHERE person_id = $1",
            "DELETE FROM worker_trade WHERE person_id = $1",
            "DELETE FROM worker WHERE person_id = $1",
        ];
        for sql in SQL {
            run!(self, |connection| {
                sqlx::query(sql).bind(id.0).execute(connection).await?;
            });
        }
        Ok(())
    }

    /// Forgets a person: the row and everything that belongs to it.
    pub async fn forget_person(&mut self, id: PersonId) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM person WHERE id = $1";
        run!(self, |connection| {
            sqlx::query(SQL).bind(id.0).execute(connection).await?;
        });
        Ok(())
    }
}
