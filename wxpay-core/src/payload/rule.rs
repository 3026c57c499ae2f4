//! Rules: conditions on a member's value, and the kinds of members that each rule fits. `validate::rules` applies them.

use super::{Check, Kind, Pattern};

/// A condition on a value.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Rule {
    /// Length of a text in `unit`, or of a file in bytes. For a sensitive value it is the length of the ciphertext, unless the
    /// unit is [`Unit::Plaintext`]; for a JSON text it is the length of the text.
    Len {
        /// The minimum.
        min: usize,
        /// The maximum.
        max: usize,
        /// The unit that the live service counts. By default the client refuses a value by its characters and warns of its
        /// bytes; it can be told to refuse by bytes too.
        unit: Unit,
    },
    /// A regular expression that the whole text must match.
    Pattern(Pattern),
    /// Range of an integer or an amount.
    Range {
        /// The minimum.
        min: i64,
        /// The maximum.
        max: i64,
    },
    /// The number of elements of an array.
    Items {
        /// The minimum.
        min: usize,
        /// The maximum.
        max: usize,
    },
    /// A public `https` URL without query and fragment: the rules for a `notify_url`.
    Url {
        /// True if a path is required, as it is in all members but one.
        path: bool,
    },
    /// A file whose name has one of these extensions, in upper or lower case.
    Extensions(&'static [&'static str]),
    /// The name of the request's file. The client sets it if it is absent.
    FileName,
    /// The SHA-256 of the request's file, in hex. The client sets it if it is absent.
    Sha256,
    /// A function of the declaration. Its error is the message.
    Check(Check),
}

/// The unit of a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode code points, the unit of WeChat Pay's documentation.
    Characters,
    /// UTF-8 bytes, which the live service was seen to count for this member.
    Bytes,
    /// Unicode code points of a sensitive value before it is encrypted.
    Plaintext,
}

/// Fails the build, on the field, if a rule does not fit the member's kind.
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
        // An enum is never a list of URLs.
        Rule::Url { .. } => {
            assert!(matches!(kind.element(), Kind::Text), "`url` applies to text; this field is not text");
        }
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

/// Text that rules examine, also that of an enum: the documentation gives lengths there too.
const fn is_text(kind: Kind) -> bool {
    matches!(kind.element(), Kind::Text | Kind::Choice(_))
}

/// The Base64 length of a ciphertext under an RSA key of 2048 bits, the shortest key in use.
const CIPHERTEXT: usize = 344;
/// A JSON text that rules only measure: its content is not text itself.
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
