//! Who gets an announcement: membership is computed from the facts, for the day, never kept.

use crate::chat::World;
use crate::chat::forms::Audience;
use crate::classify::classify;
use crate::domain::{PersonId, Time};
use crate::store::{StoreError, Tx};

/// Workers read at once, so that a million of them do not stand in memory.
const AT_ONCE: i64 = 2000;

/// The workers of an audience who can be reached and did not ask for silence, with when the announcement may
/// go out to each: at once, or after the quiet hours of their zone. Ages move with the date, so everybody
/// is classified anew; who asked not to be is only in the audience of everybody.
pub async fn listeners(
    tx: &mut Tx,
    world: &World,
    audience: &Audience,
    now: Time,
) -> Result<Vec<(PersonId, Time)>, StoreError> {
    let mut found = Vec::new();
    let mut last = PersonId(0);
    loop {
        let some = tx.listeners(last, AT_ONCE).await?;
        let Some(end) = some.last() else { return Ok(found) };
        last = end.person;
        for one in some {
            let today = now.date(&one.zone);
            let labels = match audience {
                Audience::All => None,
                Audience::Label(..) => {
                    let profile = one.profile.as_ref();
                    profile.map(|profile| classify(profile, &world.taxonomy, &world.pack, today))
                }
            };
            if audience.takes(labels.as_ref()) {
                found.push((one.person, world.pack.quiet_until(now, &one.zone).unwrap_or(now)));
            }
        }
    }
}
