//! The table: what is known about a member without looking at a value. Public, so that tools can read it.

use super::{DefaultValue, Kind, Rule, Together};

/// A struct's name and members, in the order of their declaration, and the rules about several of them.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Table {
    /// The Rust name of the struct.
    pub name: &'static str,
    /// Its members.
    pub fields: &'static [Field],
    /// The rules about several members.
    pub together: &'static [Together],
}

impl Table {
    /// The index and entry of the member called `name` on the wire.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<(usize, &'static Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.name == name)
    }
}

/// One member: its name on the wire, where it goes, what it is, what it must satisfy.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// The place where the member goes.
    pub place: Place,
    /// The kind of its value.
    pub kind: Kind,
    /// Marks a member without which a message is incomplete.
    pub required: bool,
    /// Marks an optional member that the application, or this crate, compares with what was asked for: an answer that has
    /// it in an unexpected form is not believed.
    pub compared: bool,
    /// The rules that a value must keep.
    pub rules: &'static [Rule],
    /// The Chinese name that the gateway's messages use, where it is known.
    pub label: Option<&'static str>,
    /// Marks the number of the merchant that signs.
    pub caller: bool,
    /// The value that WeChat Pay takes where the member is absent, where its page says so.
    pub default: Option<DefaultValue>,
}

impl Field {
    /// Tells whether the value is encrypted on the wire.
    #[must_use]
    pub fn secret(&self) -> bool {
        matches!(self.kind.element(), Kind::Secret)
    }

    /// The members of a nested object, also of one inside an array, a map or a JSON text.
    #[must_use]
    pub fn members(&self) -> &'static [Field] {
        match self.kind.innermost() {
            Kind::Object(table) => table().fields,
            _ => &[],
        }
    }
}

/// The place where a member of a request goes. Members of nested objects and of answers are [`Place::Body`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// A `{hole}` of the path.
    Path,
    /// The query string.
    Query,
    /// The JSON body; of a form, its part `meta`.
    Body,
    /// The header of the field's name.
    Header,
    /// A part of its own in a form, which is not signed.
    Part,
    /// The file of a form.
    File,
}

impl Place {
    /// The word for it in messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Body => "body",
            Self::Header => "header",
            Self::Part => "part",
            Self::File => "file",
        }
    }
}
