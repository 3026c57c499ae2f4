//! Whether a member's rules and place fit what it is. The macro tells as far as the spelling of a type goes; this
//! tells of what an alias hides, while the author's crate compiles.

use super::{Kind, Place, Rule};

/// Fails the build, on the field, where something does not fit.
#[track_caller]
pub(super) const fn place(kind: Kind, required: bool, place: Place) {
    match place {
        Place::Path => {
            assert!(required, "a path parameter is always there; the type of this field is optional");
            assert!(is_word(kind), "a path parameter is text or an integer; the type of this field is neither");
        }
        Place::Header => assert!(is_word(kind), "a header is text or an integer; the type of this field is neither"),
        Place::Part => assert!(is_word(kind), "a part is text or an integer; the type of this field is neither"),
        Place::File => assert!(required, "a form has its file always; the type of this field is optional"),
        Place::Query | Place::Body => {
            assert!(
                !matches!(kind.element(), Kind::File),
                "a file goes into a form, once; expected `Upload` in a request with a body"
            );
        }
    }
}

/// The same for its rules.
#[track_caller]
pub(super) const fn rules(kind: Kind, required: bool, rules: &[Rule]) {
    let mut rest = rules;
    while let [rule, tail @ ..] = rest {
        fits(kind, required, rule);
        rest = tail;
    }
}

/// The same for the number of the merchant that signs.
#[track_caller]
pub(super) const fn caller(kind: Kind, caller: bool) {
    assert!(!caller || matches!(kind, Kind::Text), "`caller` is about a text; the type of this field is none");
}

#[track_caller]
const fn fits(kind: Kind, required: bool, rule: &Rule) {
    match rule {
        Rule::Len { .. } => assert!(
            is_text(kind) || matches!(kind.element(), Kind::Secret | Kind::File),
            "`len` counts characters of a text, or bytes of a file; the type of this field is neither"
        ),
        Rule::Pattern(_) => assert!(is_text(kind), "`pattern` is about a text; the type of this field is none"),
        Rule::Url { .. } => assert!(is_text(kind), "`url` is about a text; the type of this field is none"),
        Rule::Check(_) => assert!(is_text(kind), "`check` is about a text; the type of this field is none"),
        Rule::Extensions(_) => {
            assert!(matches!(kind, Kind::File), "`extensions` is about a file; the type of this field is none");
        }
        Rule::FileName | Rule::Sha256 => assert!(
            is_text(kind) && !required,
            "what the client takes from the file is an `Option<String>`; the type of this field is another"
        ),
        Rule::Range { .. } => assert!(
            matches!(kind.element(), Kind::Integer | Kind::Fen | Kind::FenText),
            "`range` is about an integer or an amount; the type of this field is neither"
        ),
        Rule::Items { .. } => {
            assert!(has_elements(kind), "`items` counts the elements of a `Vec`; the type of this field is none");
        }
    }
}

/// Text that rules look into, also that of an enum: the documentation gives lengths there too.
const fn is_text(kind: Kind) -> bool {
    matches!(kind.element(), Kind::Text | Kind::Choice(_))
}

/// What stands in a path or a header as one word.
const fn is_word(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Choice(_) | Kind::Integer | Kind::Fen | Kind::FenText | Kind::Time)
}

const fn has_elements(kind: Kind) -> bool {
    match kind {
        Kind::List(_) => true,
        Kind::Map(inner) => has_elements(*inner),
        _ => false,
    }
}
