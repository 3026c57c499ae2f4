//! The table: the facts about a member that are known without a value. Public, so that tools can read it.

use super::{DefaultValue, Kind, Rule, Together};

/// A struct's name and its members in the order of their declaration, with the rules about several of them.
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

/// One member: its name on the wire, its place, its kind and its rules.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// The place of the member in a request.
    pub place: Place,
    /// The kind of its value.
    pub kind: Kind,
    /// True if a message without this member is incomplete.
    pub required: bool,
    /// True for an optional member that the application or this crate compares with the request. An answer in which it has an
    /// unexpected form is refused.
    pub compared: bool,
    /// The rules that its value must satisfy.
    pub rules: &'static [Rule],
    /// The Chinese name that the gateway's messages use, where it is known.
    pub label: Option<&'static str>,
    /// True for the number of the merchant that signs.
    pub caller: bool,
    /// The value that WeChat Pay uses if the member is absent, where its page says so.
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

/// The place of a member in a request. Members of nested objects and of answers are [`Place::Body`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// A `{name}` in the path.
    Path,
    /// The query string.
    Query,
    /// The JSON body; of a form, its part `meta`.
    Body,
    /// A header with the field's name.
    Header,
    /// A separate part of a form, which is not signed.
    Part,
    /// The file of a form.
    File,
}

impl Place {
    /// The word for it in messages and documentation.
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
