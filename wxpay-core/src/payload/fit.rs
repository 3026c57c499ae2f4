//! Checks that a member's type fits its place. The macro checks this by the spelling of the type; these checks run while the
//! author's crate compiles and see through aliases.

use super::{Kind, Place};

/// Fails the build, on the field, if its type does not fit its place.
#[track_caller]
pub(super) const fn place(kind: Kind, required: bool, place: Place) {
    let is_nothing = matches!(kind, Kind::Nothing);
    assert!(!(is_nothing && required), "a required member cannot be a `Box`; this field is");
    assert!(!is_nothing, "a member has a value; this field is `()`");
    assert!(!matches!(kind.element(), Kind::Nothing), "an element cannot be optional; in this field it is");
    assert!(
        !matches!(kind.innermost(), Kind::Request),
        "a request cannot be a member; expected a struct with `#[wxpay_object]`"
    );
    match place {
        Place::Path => {
            assert!(required, "a path parameter cannot be optional; this field is");
            assert!(is_word(kind), "a path parameter must be text or an integer; this field is neither");
        }
        Place::Header => {
            assert!(is_word(kind) || is_json_text(kind), "a header must be text or an integer; this field is neither");
        }
        Place::Part => {
            assert!(is_word(kind) || is_json_text(kind), "a part must be text or an integer; this field is neither");
        }
        Place::File => assert!(required, "the file of a form cannot be optional; this field is"),
        Place::Query => {
            assert!(
                !matches!(kind.element(), Kind::Object(_)) && !matches!(kind, Kind::Map(_)),
                "a query cannot hold an object; expected text, an integer or a `JsonText`"
            );
            no_file(kind);
        }
        Place::Body => no_file(kind),
    }
}

#[track_caller]
const fn no_file(kind: Kind) {
    assert!(
        !matches!(kind.element(), Kind::File),
        "a file must be a single `Upload` in a request with a body; this field is not"
    );
}

/// Fails the build if a member of an object is a file.
#[track_caller]
pub(super) const fn inside(kind: Kind) {
    assert!(
        !matches!(kind.element(), Kind::File),
        "an object cannot hold a file; expected the `Upload` in the request"
    );
}

/// Fails the build if a part is named `meta`: that is the part with the members of the body.
#[track_caller]
pub(super) const fn name(place: Place, name: &str) {
    let taken = matches!(place, Place::Part | Place::File) && matches!(name.as_bytes(), b"meta");
    assert!(!taken, "`meta` is the part of the form with the members of the body; rename this one");
}

/// Fails the build if a JSON text holds a kind that it cannot hold.
#[track_caller]
pub(super) const fn json_text(kind: Kind) {
    assert!(
        !is_json_text(kind.element()) || !kind.is_beyond_text(),
        "a JSON text is not encrypted; it cannot hold a `Sensitive` or an `Upload`"
    );
}

/// Fails the build if the number of the merchant that signs is not text.
#[track_caller]
pub(super) const fn caller(kind: Kind, caller: bool) {
    assert!(!caller || matches!(kind, Kind::Text), "`caller` applies to text; this field is not text");
}

/// Tells whether the value can be a single word in a path or a header.
const fn is_word(kind: Kind) -> bool {
    let is_number = matches!(kind, Kind::Integer | Kind::Number(_) | Kind::IntText | Kind::Fen | Kind::FenText);
    let is_day_or_time = matches!(kind, Kind::Time | Kind::Date | Kind::CompactDate | Kind::CompactDateTime);
    is_number || is_day_or_time || matches!(kind, Kind::Text | Kind::Choice(_))
}

const fn is_json_text(kind: Kind) -> bool {
    matches!(kind, Kind::JsonText(_))
}
