//! An enum of strings.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::valid::Item;
use crate::written::Variant;

pub(super) fn emit(item: &Item<'_>, variants: &[Variant]) -> TokenStream {
    let (ident, door, allowed) = (item.ident, item.door, item.allowed);
    let values = variants.iter().map(Variant::spelling);
    let names: Vec<_> = variants.iter().map(|variant| &variant.ident).collect();
    let index: Vec<_> = (0..variants.len()).map(Literal::usize_unsuffixed).collect();
    quote! {
        #allowed
        const _: () = {
            use #door::__private as __p;
            #[automatically_derived]
            impl __p::Choice for #ident {
                const VALUES: &'static [&'static str] = &[#(#values),*];
                fn known(__index: usize) -> __p::Option<Self> {
                    __p::Some(match __index {
                        #(#index => Self::#names,)*
                        _ => return __p::None,
                    })
                }
                fn unknown(__other: __p::Other) -> Self {
                    Self::__Other(__other)
                }
                fn index(&self) -> __p::Result<usize, &__p::Other> {
                    match self {
                        #(Self::#names => __p::Ok(#index),)*
                        Self::__Other(__other) => __p::Err(__other),
                    }
                }
            }
            #[automatically_derived]
            impl __p::Payload for #ident {
                type Shape = __p::OneOf;
            }
            #[automatically_derived]
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __f.write_str(__p::Choice::spelling(self))
                }
            }
            impl #ident {
                /// The value as the API spells it, also one that this enum does not know.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    __p::Choice::spelling(self)
                }
                /// A value that is sent although this enum may not know it.
                #[must_use]
                pub fn other(__value: &str) -> Self {
                    <Self as __p::Choice>::parse(__value, true)
                }
            }
        };
    }
}
