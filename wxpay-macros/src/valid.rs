//! What is valid: nothing in it is left to be refused, so that code and documentation are made of it without a mistake.

use proc_macro2::TokenStream;
use syn::{Attribute, ExprPath, Generics, Ident, LitInt, LitStr, Path, Type, Visibility};

use crate::rule::Rule;
use crate::types::Leaf;
use crate::written::{Companion, Statuses, Variant};

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
    Choice(&'a [Variant]),
    Struct(Struct<'a>),
}

pub(crate) struct Struct<'a> {
    pub(crate) members: Vec<Member<'a>>,
    pub(crate) companion: Option<&'a Companion>,
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

pub(crate) struct Member<'a> {
    pub(crate) index: usize,
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) leaf: Leaf,
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
    /// What the live service counts of its length.
    pub(crate) in_bytes: bool,
    pub(crate) label: Option<&'a LitStr>,
    /// The word `compared`.
    pub(crate) compared: Option<&'a Ident>,
    /// The word `caller`.
    pub(crate) caller: Option<&'a Ident>,
}

impl Member<'_> {
    /// Tells whether the type is sure to be what its name says: other crates have a `DateTime` or an `Upload` as well.
    pub(crate) fn is_certain(&self) -> bool {
        !self.opaque && matches!(self.leaf, Leaf::Text | Leaf::Integer | Leaf::Boolean)
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
    Part,
}

impl Place {
    /// Tells whether two names are one there.
    pub(crate) fn same_name(self, one: &str, other: &str) -> bool {
        one == other || self == Self::Header && one.eq_ignore_ascii_case(other)
    }
}
