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
    Abstract = "abstract",
    After = "after",
    AgendaAdopted = "agenda_adopted",
    AgendaContinues = "agenda_continues",
    Approved = "approved",
    Assignee = "assignee",
    At = "at",
    Attendance = "expected_attendance",
    Bodies = "bodies",
    Body = "body",
    Booths = "booths",
    By = "by",
    Capacity = "capacity",
    Captioned = "captioned",
    CateringTold = "catering_told",
    ChairTold = "chair_told",
    Code = "code",
    Contact = "contact",
    Content = "content",
    ContinuedFrom = "continued_from",
    Dates = "dates",
    DecidedBy = "decided_by",
    Description = "description",
    Discussion = "discussion_secs",
    Documents = "documents",
    Done = "done",
    DoneBy = "done_by",
    Due = "due",
    Event = "event",
    Facts = "facts",
    Fixed = "fixed_mins",
    FollowUp = "follow_up",
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
    InterpretersTold = "interpreters_told",
    Issued = "issued",
    ItemNumber = "item_number",
    Kind = "kind",
    Label = "label",
    Language = "language",
    Languages = "languages",
    Length = "length_secs",
    Level = "level",
    Link = "link",
    Made = "made",
    Meeting = "meeting",
    Name = "name",
    Nature = "nature",
    Note = "note",
    Number = "number",
    Numbers = "numbers",
    Objective = "objective",
    Officers = "officers",
    Order = "order",
    Origin = "origin",
    Outcome = "outcome",
    Own = "own",
    Parent = "parent",
    Part = "part",
    Pause = "pause_secs",
    People = "people",
    Pinned = "pinned",
    Place = "place",
    Placement = "placement",
    Presentation = "presentation_secs",
    Presenters = "presenters",
    Rank = "rank",
    Reason = "reason",
    ReferredTo = "referred_to",
    Region = "region",
    Release = "release",
    Remarks = "remarks",
    Report = "report",
    Represents = "represents",
    Requested = "requested",
    RequestedBy = "requested_by",
    RoomsTold = "rooms_told",
    Rule = "rule",
    Session = "session",
    Sessions = "sessions",
    SetUpAt = "set_up_at",
    Severity = "severity",
    Shared = "is_shared",
    Sign = "sign",
    Since = "since",
    Sources = "sources",
    Speaker = "speaker",
    Speakers = "speakers",
    Stage = "stage",
    Status = "status",
    Symbol = "symbol",
    Text = "text",
    TextReceived = "text_received",
    Title = "title",
    ToDo = "is_to_do",
    Topics = "topics",
    Virtual = "is_virtual",
    Webcast = "webcast",
    WebcastTold = "webcast_told",
    Zone = "zone",
}
