//! Names of fields, as data.

/// Declares the names with the words under which scripts know them.
macro_rules! names {
    ($($name:ident = $word:literal,)*) => {
        /// The name of a field. Fields of different tables that say the same have one name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum FieldName {
            $($name,)*
        }

        impl FieldName {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word under which scripts know it: that of the plan file. It stays.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}
names! {
    About = "about",
    After = "after",
    Attendance = "expected_attendance",
    Bodies = "bodies",
    Booths = "booths",
    Capacity = "capacity",
    Captioned = "captioned",
    Code = "code",
    Contact = "contact",
    Dates = "dates",
    Description = "description",
    Documents = "documents",
    Event = "event",
    Facts = "facts",
    Form = "form",
    Format = "format",
    Function = "function",
    HandedOut = "handed_out",
    Handling = "handling",
    Held = "held",
    Host = "host",
    Hours = "hours",
    Hue = "hue",
    Identity = "identity",
    Issued = "issued",
    Kind = "kind",
    Language = "language",
    Languages = "languages",
    Length = "length_secs",
    Link = "link",
    Name = "name",
    Nature = "nature",
    Number = "number",
    Numbers = "numbers",
    Objective = "objective",
    Officers = "officers",
    Order = "order",
    Own = "own",
    Parent = "parent",
    People = "people",
    Pinned = "pinned",
    Place = "place",
    Placement = "placement",
    Rank = "rank",
    Reason = "reason",
    Region = "region",
    Release = "release",
    Remarks = "remarks",
    Report = "report",
    Represents = "represents",
    Requested = "requested",
    Rule = "rule",
    Session = "session",
    Sessions = "sessions",
    SetUpAt = "set_up_at",
    Severity = "severity",
    Shared = "is_shared",
    Sign = "sign",
    Sources = "sources",
    Speaker = "speaker",
    Status = "status",
    Symbol = "symbol",
    Text = "text",
    TextReceived = "text_received",
    Title = "title",
    Topics = "topics",
    Virtual = "is_virtual",
    Webcast = "webcast",
    Zone = "zone",
}
