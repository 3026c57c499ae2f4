//! What is valid: nothing in it is left to be refused, so that code and documentation are made of it without a mistake.

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
    /// None, but where the item was refused and its stubs have to fit.
    pub(crate) generics: &'a Generics,
    /// `::wxpay`, or what `#[wxpay(crate = ..)]` says.
    pub(crate) door: &'a Path,
    /// The lints that what is made of the item is spared.
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
    /// As they are on the wire; integers in digits.
    pub(crate) spelled: Vec<String>,
    /// The same as integers, where they are integers on the wire.
    pub(crate) numbers: Option<Vec<i64>>,
}

pub(crate) struct Struct<'a> {
    pub(crate) members: Vec<Member<'a>>,
    pub(crate) companion: Option<&'a Companion>,
    pub(crate) together: Vec<Together<'a>>,
    /// Checks the members together.
    pub(crate) check: Option<&'a ExprPath>,
    /// What an endpoint has besides.
    pub(crate) request: Option<Request<'a>>,
}

/// An endpoint's arguments.
pub(crate) struct Request<'a> {
    pub(crate) method: Method,
    pub(crate) path: &'a LitStr,
    pub(crate) title: &'a str,
    pub(crate) response: Option<&'a Type>,
    /// The index of the business number, and where it is named.
    pub(crate) number: Option<(&'a LitStr, usize)>,
    pub(crate) success: Option<&'a LitInt>,
    pub(crate) unknown_on: Option<&'a Statuses>,
    pub(crate) doc: Option<&'a LitStr>,
    /// A word on a member that is about the request's file, where no type is spelled as one.
    pub(crate) needs_file: Option<&'a Ident>,
    pub(crate) host: Host,
    pub(crate) pages: Option<Pages<'a>>,
    /// The answer is a file.
    pub(crate) file: bool,
}

/// The hosts that serve an endpoint. Their names are those of core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Host {
    Domestic,
    CrossBorder,
}

/// How a list goes on from page to page.
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

    /// As HTTP spells it.
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

/// A member: what its rules see of it, and more.
pub(crate) struct Member<'a> {
    pub(crate) subject: Subject<'a>,
    /// The author's own lines, and `#[deprecated]`.
    pub(crate) docs: &'a [Attribute],
    /// The condition under which it is there.
    pub(crate) condition: Option<&'a TokenStream>,
    /// The name in its place.
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) optional: bool,
    /// The word that says so of an alias.
    pub(crate) said_optional: Option<&'a Ident>,
    pub(crate) opaque: bool,
    pub(crate) rules: Vec<&'a dyn Rule>,
    /// Judges the whole list.
    pub(crate) check_list: Option<&'a ExprPath>,
    pub(crate) label: Option<&'a LitStr>,
    /// The word `compared`.
    pub(crate) compared: Option<&'a Ident>,
    /// The word `caller`.
    pub(crate) caller: Option<&'a Ident>,
    /// The names of the members that it needs.
    pub(crate) needs: &'a [LitStr],
    /// What is taken where it is absent.
    pub(crate) default: Option<&'a DefaultValue>,
}

/// A rule about several members, by their indices and where they are named.
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
    /// Tells whether the type is sure to be what its name says: other crates have a `DateTime` or an `Upload` as well.
    pub(crate) fn is_certain(&self) -> bool {
        !self.opaque && matches!(self.leaf, Leaf::Text | Leaf::Integer | Leaf::Boolean)
    }

    /// Tells whether it cannot be absent, whatever the compiler knows of its type.
    pub(crate) fn is_surely_there(&self) -> bool {
        !self.optional && !self.is_hidden()
    }

    /// Tells whether only the compiler knows what the member is.
    pub(crate) fn is_hidden(&self) -> bool {
        !self.opaque && self.leaf == Leaf::Other
    }
}

/// Where a member goes.
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
    /// Tells whether two members are in each other's way, each in its place under its name.
    pub(crate) fn collides(self, name: &str, (place, other): (Self, &str)) -> bool {
        let form = [Self::Part, Self::File];
        let together = self == place || form.contains(&self) && form.contains(&place);
        together && (name == other || self == Self::Header && name.eq_ignore_ascii_case(other))
    }
}
