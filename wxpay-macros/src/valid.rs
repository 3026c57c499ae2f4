//! The valid model: all checks have passed, so that generating code and documentation from it cannot fail.

use std::ops::Deref;

use proc_macro2::TokenStream;
use syn::{Attribute, ExprPath, Generics, Ident, LitInt, LitStr, Path, Type, Visibility};

use crate::rule::{DefaultValue, Rule, Subject};
use crate::types::Leaf;
use crate::written::{Companion, GroupKind, Statuses};

/// An item that can be emitted.
pub(crate) struct Item<'a> {
    pub(crate) vis: &'a Visibility,
    pub(crate) ident: &'a Ident,
    /// Empty, except in an item that was refused and whose stubs have to fit.
    pub(crate) generics: &'a Generics,
    /// `::wxpay`, or what `#[wxpay(crate = ..)]` says.
    pub(crate) door: &'a Path,
    /// The lints that are allowed in the generated code.
    pub(crate) allowed: Option<&'a Attribute>,
    pub(crate) kind: Kind<'a>,
}

pub(crate) enum Kind<'a> {
    Choice(Choice<'a>),
    Struct(Struct<'a>),
}

/// An enum's values, in the order of its variants.
pub(crate) struct Choice<'a> {
    pub(crate) names: Vec<&'a Ident>,
    /// The spellings on the wire; digits for integers.
    pub(crate) spelled: Vec<String>,
    /// The values as integers, if they are integers on the wire.
    pub(crate) numbers: Option<Vec<i64>>,
}

pub(crate) struct Struct<'a> {
    pub(crate) members: Vec<Member<'a>>,
    pub(crate) companion: Option<&'a Companion>,
    pub(crate) together: Vec<Together<'a>>,
    /// The function that checks the members together.
    pub(crate) check: Option<&'a ExprPath>,
    /// The arguments of an endpoint.
    pub(crate) request: Option<Request<'a>>,
}

/// An endpoint's arguments.
pub(crate) struct Request<'a> {
    pub(crate) method: Method,
    pub(crate) path: &'a LitStr,
    pub(crate) title: &'a str,
    pub(crate) response: Option<&'a Type>,
    /// The name of the business number in the arguments, and the index of its member.
    pub(crate) number: Option<(&'a LitStr, usize)>,
    pub(crate) success: Option<&'a LitInt>,
    pub(crate) unknown_on: Option<&'a Statuses>,
    pub(crate) doc: Option<&'a LitStr>,
    /// A word about the request's file, if no type is spelled as a file.
    pub(crate) needs_file: Option<&'a Ident>,
    pub(crate) host: Host,
    pub(crate) pages: Option<Pages<'a>>,
    /// True if the answer is a file.
    pub(crate) file: bool,
}

/// The host of an endpoint. The names of the variants are those in core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Host {
    Domestic,
    CrossBorder,
}

/// The paging of a list.
pub(crate) struct Pages<'a> {
    pub(crate) turn: Turn<'a>,
    pub(crate) limit: Option<&'a LitStr>,
    pub(crate) items: &'a LitStr,
    pub(crate) end: End<'a>,
}

/// The member that names the page.
#[derive(Clone, Copy)]
pub(crate) enum Turn<'a> {
    Offset(&'a LitStr),
    /// With the number of the first page.
    Page(&'a LitStr, i64),
    Token(&'a LitStr),
}

/// The mark of the last page.
#[derive(Clone, Copy)]
pub(crate) enum End<'a> {
    Total(&'a LitStr),
    Next(&'a LitStr),
    Short,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    pub(crate) const ALL: [Self; 5] = [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete];

    /// The name in HTTP.
    pub(crate) fn spelling(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// A member.
pub(crate) struct Member<'a> {
    pub(crate) subject: Subject<'a>,
    /// The author's documentation, and `#[deprecated]`.
    pub(crate) docs: &'a [Attribute],
    /// The condition in its `#[cfg]`.
    pub(crate) condition: Option<&'a TokenStream>,
    /// The name in its place.
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) optional: bool,
    /// The word `optional`, on an alias.
    pub(crate) said_optional: Option<&'a Ident>,
    pub(crate) opaque: bool,
    pub(crate) rules: Vec<&'a dyn Rule>,
    /// The function that checks the whole list.
    pub(crate) check_list: Option<&'a ExprPath>,
    pub(crate) label: Option<&'a LitStr>,
    /// The word `compared`.
    pub(crate) compared: Option<&'a Ident>,
    /// The word `caller`.
    pub(crate) caller: Option<&'a Ident>,
    /// The names of the members that it needs.
    pub(crate) needs: &'a [LitStr],
    /// The value that WeChat Pay uses if the member is absent.
    pub(crate) default: Option<&'a DefaultValue>,
}

/// A rule about several members: their indices, and their names in the rule.
pub(crate) enum Together<'a> {
    Group(GroupKind, Vec<(usize, &'a LitStr)>),
    Needs { member: usize, needed: (usize, &'a LitStr) },
}

impl<'a> Deref for Member<'a> {
    type Target = Subject<'a>;

    fn deref(&self) -> &Subject<'a> {
        &self.subject
    }
}

impl Member<'_> {
    /// Returns true if the name of the type is enough to know it: other crates also have a `DateTime` or an `Upload`.
    pub(crate) fn is_certain(&self) -> bool {
        !self.opaque && matches!(self.leaf, Leaf::Text | Leaf::Integer | Leaf::Boolean)
    }

    /// Returns true if the member is required by the spelling of its type.
    pub(crate) fn is_surely_there(&self) -> bool {
        !self.optional && !self.is_hidden()
    }

    /// Returns true if only the compiler knows the type of the member.
    pub(crate) fn is_hidden(&self) -> bool {
        !self.opaque && self.leaf == Leaf::Other
    }
}

/// The place of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Body,
    Header,
    /// A part of a form.
    Part,
    /// The file of a form, which is another part.
    File,
}

impl Place {
    /// Returns true if two members, each with its place and name, collide.
    pub(crate) fn collides(self, name: &str, (place, other): (Self, &str)) -> bool {
        let form = [Self::Part, Self::File];
        let together = self == place || form.contains(&self) && form.contains(&place);
        together && (name == other || self == Self::Header && name.eq_ignore_ascii_case(other))
    }
}
