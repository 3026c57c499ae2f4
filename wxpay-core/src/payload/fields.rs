//! A table as generated code writes it: its columns, and the words of a line.

use super::{DefaultValue, Field, Kind, Place, Rule, Table, Together, default, fit, rule};

/// Adds names and rules to the fields that the types give. `counts` has each field's number of rules.
#[must_use]
#[track_caller]
pub const fn fields<const N: usize>(
    names: [&'static str; N],
    mut fields: [Field; N],
    counts: [usize; N],
    mut rules: &'static [Rule],
) -> [Field; N] {
    let mut lines: &mut [Field] = &mut fields;
    let (mut names, mut counts) = (names.as_slice(), counts.as_slice());
    while let ([field, other_lines @ ..], [name, other_names @ ..], [count, other_counts @ ..]) = (lines, names, counts)
    {
        fit::name(field.place, name);
        field.name = name;
        (field.rules, rules) = rules.split_at(*count);
        field.fits(field.rules);
        (lines, names, counts) = (other_lines, other_names, other_counts);
    }
    fields
}

#[doc(hidden)]
impl Table {
    #[must_use]
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self { name, fields, together: &[] }
    }

    #[must_use]
    pub const fn together(self, together: &'static [Together]) -> Self {
        Self { together, ..self }
    }
}

#[doc(hidden)]
impl Field {
    /// A member of this kind in the body, without name and rules. A file gets its own place, since it fits in no other.
    pub(super) const fn of(kind: Kind, required: bool) -> Self {
        let place = if matches!(kind, Kind::File) { Place::File } else { Place::Body };
        Self { name: "", place, kind, required, compared: false, rules: &[], label: None, caller: false, default: None }
    }

    /// A member of a foreign type that serde reads and writes.
    #[must_use]
    pub const fn opaque(required: bool) -> Self {
        Self::of(Kind::Json, required)
    }

    #[must_use]
    pub const fn path(self) -> Self {
        Self { place: Place::Path, ..self }
    }

    #[must_use]
    pub const fn query(self) -> Self {
        Self { place: Place::Query, ..self }
    }

    #[must_use]
    pub const fn header(self) -> Self {
        Self { place: Place::Header, ..self }
    }

    #[must_use]
    pub const fn part(self) -> Self {
        Self { place: Place::Part, ..self }
    }

    #[must_use]
    pub const fn compared(self) -> Self {
        Self { compared: true, ..self }
    }

    #[must_use]
    pub const fn label(self, label: &'static str) -> Self {
        Self { label: Some(label), ..self }
    }

    #[must_use]
    pub const fn caller(self) -> Self {
        Self { caller: true, ..self }
    }

    /// The same member in an object. Fails the build, on the field, for a file, which an object cannot hold.
    #[must_use]
    #[track_caller]
    pub const fn inside(self) -> Self {
        fit::inside(self.kind);
        self
    }

    #[must_use]
    pub const fn default(self, default: DefaultValue) -> Self {
        Self { default: Some(default), ..self }
    }

    /// Fails the build, on the member's name in a rule about several members, if the member is required.
    #[track_caller]
    pub const fn may_be_absent(self) {
        assert!(!self.required, "a rule about several members is about optional ones; this member is required");
    }

    /// [`Field::fits`] of a member that the declaration takes for a required member.
    #[track_caller]
    pub const fn fits_required(self, rules: &[Rule]) {
        assert!(self.required, "this type is an `Option` by another name; put `#[wxpay(optional)]` on the field");
        self.fits(rules);
    }

    /// Fails the build, on the field, if its place, its default or these rules do not fit its type.
    #[track_caller]
    pub const fn fits(self, rules: &[Rule]) {
        fit::place(self.kind, self.required, self.place);
        fit::json_text(self.kind);
        rule::fit(self.kind, self.required, rules);
        fit::caller(self.kind, self.caller);
        if let Some(default) = self.default {
            default::fit(self.kind, self.required, default);
        }
    }
}

/// Fails the build if a request has more than one file.
#[track_caller]
pub const fn one_file(members: &[Field]) {
    assert!(files(members) < 2, "a form has one file; two of these fields are files");
}

/// Fails the build if a request without a file has an attribute that is about its file.
#[track_caller]
pub const fn beside_a_file(members: &[Field]) {
    assert!(files(members) > 0, "this word is about a request with a file; no field is an `Upload`");
}

const fn files(members: &[Field]) -> usize {
    let (mut rest, mut count) = (members, 0);
    while let [member, tail @ ..] = rest {
        if matches!(member.kind, Kind::File) {
            count += 1;
        }
        rest = tail;
    }
    count
}
