//! Rules: what a member's value must satisfy, and what kinds of members each rule fits. `validate::rules` asks them.

use super::{Check, Kind, Pattern};

/// A condition on a value.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Rule {
    /// Length of a text, or of a file in bytes. For a sensitive value it counts the ciphertext, unless the unit is
    /// [`Unit::Plaintext`]; for a JSON text the text.
    Len {
        /// The shortest.
        min: usize,
        /// The longest.
        max: usize,
        /// The unit that the live service counts. The client refuses by characters and warns of bytes, unless it is told to refuse
        /// those too.
        unit: Unit,
    },
    /// The whole text matches.
    Pattern(Pattern),
    /// An integer or an amount.
    Range {
        /// The lowest.
        min: i64,
        /// The highest.
        max: i64,
    },
    /// The number of elements of an array.
    Items {
        /// The fewest.
        min: usize,
        /// The most.
        max: usize,
    },
    /// A public `https` URL without query and fragment: the rules for a `notify_url`.
    Url {
        /// Demands a path, as all members but one do.
        path: bool,
    },
    /// A file whose name ends in one of these, in whatever case.
    Extensions(&'static [&'static str]),
    /// The name of the request's file. The client sets it where it is absent.
    FileName,
    /// The SHA-256 of the request's file, in hex. The client sets it where it is absent.
    Sha256,
    /// A function of the declaration; its error is the message.
    Check(Check),
}

/// The unit of a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode code points, as the documentation says.
    Characters,
    /// UTF-8 bytes, as the live service was seen to count this member.
    Bytes,
    /// Unicode code points of a sensitive value before it is encrypted.
    Plaintext,
}

/// Fails the build, on the field, where a rule does not fit what the member is.
#[track_caller]
pub(super) const fn fit(kind: Kind, required: bool, rules: &[Rule]) {
    let mut rest = rules;
    while let [rule, tail @ ..] = rest {
        fits(kind, required, rule);
        rest = tail;
    }
}

#[track_caller]
const fn fits(kind: Kind, required: bool, rule: &Rule) {
    match rule {
        Rule::Len { max, unit, .. } => match kind.element() {
            Kind::Secret => {
                assert!(
                    !matches!(unit, Unit::Bytes),
                    "`bytes` applies to text and files; of a sensitive member `plain` is counted"
                );
                assert!(
                    matches!(unit, Unit::Plaintext) || *max >= CIPHERTEXT,
                    "`len` counts the ciphertext, which has 344 characters at least; `plain` beside it counts what is encrypted"
                );
            }
            Kind::File => {}
            _ => {
                assert!(
                    is_text(kind) || is_text_of_objects(kind),
                    "`len` counts the characters of text or the bytes of a file; this field is neither"
                );
                assert!(!matches!(unit, Unit::Plaintext), "`plain` applies to what is encrypted; this field is not");
            }
        },
        Rule::Pattern(_) => assert!(is_text(kind), "`pattern` applies to text; this field is not text"),
        Rule::Url { .. } => assert!(is_text(kind), "`url` applies to text; this field is not text"),
        Rule::Check(check) => assert!(
            match check {
                Check::Text(_) => is_text(kind),
                Check::Fen(_) => matches!(kind.element(), Kind::Fen),
                Check::FenText(_) => matches!(kind.element(), Kind::FenText),
                _ => matches!(kind.element(), Kind::Integer),
            },
            "`check` applies to text, an integer or an amount, spelled as such; a `check` of the struct sees every type"
        ),
        Rule::Extensions(_) => {
            assert!(matches!(kind, Kind::File), "`extensions` applies to a file; this field is not a file");
        }
        Rule::FileName | Rule::Sha256 => assert!(
            is_text(kind) && !required,
            "a member that the client fills from the file is an `Option<String>`; this field is not"
        ),
        Rule::Range { .. } => assert!(
            matches!(kind.element(), Kind::Integer | Kind::IntText | Kind::Fen | Kind::FenText),
            "`range` applies to an integer or an amount; this field is neither"
        ),
        Rule::Items { .. } => {
            assert!(has_elements(kind), "`items` counts the elements of a list; this field is not a list");
        }
    }
}

/// Text that rules look into, also that of an enum: the documentation gives lengths there too.
const fn is_text(kind: Kind) -> bool {
    matches!(kind.element(), Kind::Text | Kind::Choice(_))
}

/// The Base64 of what an RSA key of 2048 bits encrypts, and there are no shorter ones.
const CIPHERTEXT: usize = 344;
/// A JSON text whose length is a rule's only subject: what is in it is no text by itself.
const fn is_text_of_objects(kind: Kind) -> bool {
    matches!(kind.element(), Kind::JsonText(_)) && matches!(kind.innermost(), Kind::Object(_) | Kind::Json)
}

const fn has_elements(kind: Kind) -> bool {
    match kind {
        Kind::List(_) => true,
        Kind::JsonText(inner) => has_elements(*inner),
        Kind::Map(inner) => has_elements(*inner),
        _ => false,
    }
}
