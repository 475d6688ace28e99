//! What the words of the tables mean.

use serde::Deserialize;

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {
    /// The trade with this number in the taxonomy.
    Trade(usize),
    /// The certificate with this number.
    Certificate(usize),
    /// The industry with this number.
    Industry(usize),
    /// The word with this number among those that may mean several entries.
    Unclear(usize),
    /// It says how something beside it is meant.
    Cue(Cue),
    /// A currency, by its number in [`Lexicon::currency`].
    Currency(usize),
    /// The number before it is to be multiplied.
    Scale(f64),
    /// A number, spelt out.
    Number(f64),
    /// The month with this number, 1 to 12.
    Month(i8),
    /// The day of the week with this number, 1 for Monday.
    Weekday(i8),
    /// A language, by its number in [`Lexicon::language`].
    Language(usize),
}

/// What a word says about others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the table's, where each has its words")]
pub enum Cue {
    PerHour,
    PerDay,
    PerWeek,
    PerMonth,
    PerYear,
    PerPiece,
    AtLeast,
    AtMost,
    Pay,
    YearsOld,
    Age,
    Born,
    Years,
    Months,
    Weeks,
    Days,
    Hours,
    Experience,
    Beginner,
    Male,
    Female,
    Nothing,
    Since,
    Lived,
    People,
    Past,
    Wanted,
    Not,
    FullTime,
    PartTime,
    DayLabour,
    Seasonal,
    Contract,
    Fixed,
    Flexible,
    EitherTerm,
    Anywhere,
    NearHome,
    AtOnce,
    Urgent,
    Named,
    Title,
    Home,
    Towards,
    Inside,
    Tomorrow,
    DayAfterTomorrow,
    NextWeek,
    NextMonth,
    EarlyIn,
    MidOf,
    NewYear,
    Recruit,
    Seeking,
    Preferred,
    Skill,
    Board,
    Lodging,
    BoardAndLodging,
    Insurance,
    Transport,
    OvertimePay,
    Airfare,
    OwnCost,
    Free,
    SettledDaily,
    SettledWeekly,
    SettledMonthly,
    BothSexes,
    PeopleOf,
    Only,
    Excluding,
    Unwanted,
    Fee,
    Deposit,
    Document,
    Kept,
    GivenBack,
    Fraud,
    Messenger,
    WrongPapers,
    RightPapers,
    Trivial,
    Minor,
    Trial,
    Lasts,
    Interview,
}

impl Cue {
    /// Whether it is one of `ads.toml`. Those do not hide words of `words.toml` that they overlap.
    #[must_use]
    pub fn is_of_ads(self) -> bool {
        self >= Self::Recruit
    }
}

impl Meaning {
    /// Whether it is an entry of the taxonomy, and not a word beside it.
    #[must_use]
    pub const fn is_entry(self) -> bool {
        matches!(self, Self::Trade(_) | Self::Certificate(_) | Self::Industry(_) | Self::Unclear(_))
    }
}
