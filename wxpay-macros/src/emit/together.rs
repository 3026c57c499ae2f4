//! Rules about several members, in the table.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use crate::valid::{Member, Together};
use crate::written::GroupKind;

/// The rules, which are appended to the table; nothing if there are no rules.
pub(super) fn emit(together: &[Together<'_>]) -> Option<TokenStream> {
    let rules = together.iter().map(rule);
    (!together.is_empty()).then(|| quote!(.together(&[#(#rules),*])))
}

fn rule(rule: &Together<'_>) -> TokenStream {
    let index = |index: &usize| Literal::usize_unsuffixed(*index);
    match rule {
        Together::Group(kind, members) => {
            let members = members.iter().map(|(member, _)| index(member));
            let kind = match kind {
                GroupKind::OneOf => quote!(OneOf),
                GroupKind::AnyOf => quote!(AnyOf),
                GroupKind::AtMostOne => quote!(AtMostOne),
            };
            quote!(__p::Together::#kind(&[#(#members),*]))
        }
        Together::Needs { member, needed: (needed, _) } => {
            let (member, needed) = (index(member), index(needed));
            quote!(__p::Together::Needs { member: #member, needed: #needed })
        }
    }
}

/// Checks that fail the build, on the name of a member, if an alias hides that it is required.
pub(super) fn fits(together: &[Together<'_>], members: &[Member<'_>]) -> TokenStream {
    let mut named: Vec<_> = together
        .iter()
        .flat_map(|rule| match rule {
            Together::Group(_, members) => members.clone(),
            Together::Needs { member, needed } => vec![(*member, needed.1), *needed],
        })
        .collect();
    named.sort_by_key(|(index, _)| *index);
    named.dedup_by_key(|(index, _)| *index);
    let hidden = named
        .into_iter()
        .filter_map(|(index, name)| Some((members.get(index).filter(|member| member.is_hidden())?, name)));
    // A member spelled as an `Option` needs no check.
    let fits = hidden.filter(|(member, _)| !member.optional).map(|(member, name)| {
        let ty = member.ty;
        quote_spanned!(name.span()=> <#ty as __p::Member>::MEMBER.may_be_absent();)
    });
    fits.collect()
}
