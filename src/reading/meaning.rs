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
    /// None of these: a longer word that only holds one of them.
    Mask,
    /// It says how something beside it is meant.
    Cue(Cue),
    /// A currency, by its number in `Lexicon::currency`.
    Currency(usize),
    /// The number before it is to be multiplied.
    Scale(f64),
    /// A number, spelt out.
    Number(f64),
    /// The month with this number, 1 to 12.
    Month(i8),
    /// The day of the week with this number, 1 for Monday.
    Weekday(i8),
    /// A language, by its number in `Lexicon::language`.
    Language(usize),
}

/// Makes the enum and the list of all its values.
macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What a word says about others.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Cue {
            $($(#[$doc])* $name,)*
        }

        impl Cue {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

cues! {
    /// Pay is for an hour.
    PerHour,
    /// Pay is for a day or a shift.
    PerDay,
    /// Pay is for a week.
    PerWeek,
    /// Pay is for a month.
    PerMonth,
    /// Pay is for a year.
    PerYear,
    /// Pay is for a piece, a square metre, an order.
    PerPiece,
    /// The figure is the least.
    AtLeast,
    /// The figure is the most.
    AtMost,
    /// Older than the figure.
    Over,
    /// A figure near it is pay.
    Pay,
    /// The figure is all that is paid out.
    Total,
    /// The figure is what is paid before extras.
    Base,
    /// A figure before it is an age.
    YearsOld,
    /// A figure behind it is an age.
    Age,
    /// A figure beside it is a year of birth.
    Born,
    /// The figure before it counts years.
    Years,
    /// Months.
    Months,
    /// Weeks.
    Weeks,
    /// Days.
    Days,
    /// Hours.
    Hours,
    /// The figure counts years of work.
    Experience,
    /// There is no experience.
    Beginner,
    /// Men; age often stands beside.
    Male,
    /// Women.
    Female,
    /// Words that hold another of these lists and do not mean it.
    Nothing,
    /// Work that began in a year.
    Since,
    /// Years that are not years of work.
    Lived,
    /// The figure before it counts people.
    People,
    /// What follows is over.
    Past,
    /// Somebody has the paper of the trade beside it.
    HasPaper,
    /// The paper beside it is not valid: expired, taken away, or still to come.
    Expired,
    /// What follows is wanted.
    Wanted,
    /// What is beside it is denied.
    Not,
    /// Full time.
    FullTime,
    /// Part time.
    PartTime,
    /// Work by the day.
    DayLabour,
    /// Work for a season.
    Seasonal,
    /// Work by contract.
    Contract,
    /// For long.
    Fixed,
    /// For a short time.
    Flexible,
    /// For either.
    EitherTerm,
    /// Anywhere would do.
    Anywhere,
    /// Only near home.
    NearHome,
    /// From now on.
    AtOnce,
    /// It is urgent for whoever writes, which is no day.
    Urgent,
    /// A name follows.
    Named,
    /// It stands before whoever speaks, or is to be called.
    Me,
    /// A greeting or thanks.
    Greeting,
    /// It makes a surname or a nickname before it a name.
    Title,
    /// Before the place where somebody comes from.
    Home,
    /// Before the place where somebody wants to work.
    Towards,
    /// Before any place.
    Inside,
    /// Somebody is there now.
    Now,
    /// Somebody was there.
    WasThere,
    /// The place before it would do.
    GoodToo,
    /// The next day.
    Tomorrow,
    /// The day after that.
    DayAfterTomorrow,
    /// The next week.
    NextWeek,
    /// The next month.
    NextMonth,
    /// The beginning of a month.
    EarlyIn,
    /// The middle of a month.
    MidOf,
    /// After the New Year.
    NewYear,
    /// Somebody is looked for.
    Recruit,
    /// Somebody looks for work.
    Seeking,
    /// Somebody asks the others something.
    Question,
    /// Something is sold or let.
    Selling,
    /// Something is told: news, a joke, a complaint, thanks.
    Story,
    /// The place is taken.
    Closed,
    /// Whoever writes looks for work no more.
    Leaving,
    /// It would be nice, but is not a must.
    Preferred,
    /// A further skill follows.
    Skill,
    /// Food is given.
    Board,
    /// A place to sleep is given.
    Lodging,
    /// Both are given.
    BoardAndLodging,
    /// Insurance is given.
    Insurance,
    /// A bus or the fare is given.
    Transport,
    /// Overtime is paid.
    OvertimePay,
    /// A flight is given.
    Airfare,
    /// Whoever works pays it.
    OwnCost,
    /// The employer pays it, or it costs nothing.
    Free,
    /// Pay is paid out every day.
    SettledDaily,
    /// Every week.
    SettledWeekly,
    /// Every month.
    SettledMonthly,
    /// Men and women alike.
    BothSexes,
    /// Peoples, religions, origins: what an ad may neither ask for nor rule out.
    PeopleOf,
    /// Only such people.
    Only,
    /// People of one origin are asked for or ruled out, in one phrase.
    Excluding,
    /// They need not come.
    Unwanted,
    /// The worker pays a fee.
    Fee,
    /// The worker leaves a deposit.
    Deposit,
    /// To ask for money or papers: with a denial before it, all that follows is not asked for.
    Asks,
    /// A paper that may be kept.
    Document,
    /// It is taken away.
    Kept,
    /// It is only looked at, or given back.
    GivenBack,
    /// Somebody warns, or tells of frauds.
    Fraud,
    /// A way to answer that is not a phone number.
    Messenger,
    /// Work abroad on the wrong papers.
    WrongPapers,
    /// It says that the papers are in order.
    RightPapers,
    /// Work for which large sums are a lie.
    Trivial,
    /// Children work.
    Minor,
    /// A trial, days off, rooms, hours: what stands beside them is neither a duration nor a headcount.
    Trial,
    /// It lasts so long.
    Lasts,
    /// Before a place where somebody is only talked to.
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
        matches!(
            self,
            Self::Trade(_) | Self::Certificate(_) | Self::Industry(_) | Self::Unclear(_) | Self::Mask
        )
    }
}
