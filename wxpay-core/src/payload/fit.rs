//! Checks that a member's place fits what it is. The macro tells as far as the spelling of a type goes; this tells of what
//! an alias hides, while the author's crate compiles.

use super::{Kind, Place};

/// Fails the build, on the field, where something does not fit.
#[track_caller]
pub(super) const fn place(kind: Kind, required: bool, place: Place) {
    match place {
        Place::Path => {
            assert!(required, "a path parameter is always there; this field is optional");
            assert!(is_word(kind), "a path parameter is text or an integer; this field is neither");
        }
        Place::Header => assert!(is_word(kind), "a header is text or an integer; this field is neither"),
        Place::Part => assert!(is_word(kind), "a part is text or an integer; this field is neither"),
        Place::File => assert!(required, "a form always has its file; this field is optional"),
        Place::Query | Place::Body => {
            assert!(
                !matches!(kind.element(), Kind::File),
                "a file goes into a form, once; expected `Upload` in a request with a body"
            );
        }
    }
}

/// The same for the number of the merchant that signs.
#[track_caller]
pub(super) const fn caller(kind: Kind, caller: bool) {
    assert!(!caller || matches!(kind, Kind::Text), "`caller` applies to text; this field is not text");
}

/// Tells whether the value is one word in a path or a header.
const fn is_word(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Text | Kind::Choice(_) | Kind::Number(_) | Kind::Integer | Kind::Fen | Kind::FenText | Kind::Time
    )
}
