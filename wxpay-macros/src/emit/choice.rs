//! An enum of strings or integers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::valid::{Choice, Item};

/// Each impl calls a function of core, which all enums share.
pub(super) fn emit(item: &Item<'_>, choice: &Choice<'_>) -> TokenStream {
    let (ident, door, allowed) = (item.ident, item.door, item.allowed);
    let Choice { names, spelled, numbers } = choice;
    let shown = names.iter().map(|name| name.to_string());
    let index: Vec<_> = (0..names.len()).map(Literal::usize_unsuffixed).collect();
    let is_integer = numbers.as_ref().map(|_| {
        quote!(
            const IS_INTEGER: bool = true;
        )
    });
    let Words { err, .. } = Words::of(numbers.is_some());
    let (inherent, write, parse) = match numbers {
        Some(numbers) => integers(numbers),
        None => strings(),
    };
    quote! {
        #allowed
        const _: () = {
            // The function `value` hides a constant of that name in the author's module, for which the parameter would be a
            // pattern.
            use #door::__private::{self as __p, value};
            #[automatically_derived]
            impl __p::Choice for #ident {
                const VALUES: &'static [&'static str] = &[#(#spelled),*];
                #is_integer
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
            impl ::core::fmt::Debug for #ident {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __p::debug_choice(__f, &[#(#shown),*], __p::Choice::index(self))
                }
            }
            #[automatically_derived]
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __f.pad(__p::Choice::spelling(self))
                }
            }
            #[automatically_derived]
            impl ::core::str::FromStr for #ident {
                type Err = #err;
                fn from_str(__text: &str) -> __p::Result<Self, #err> {
                    __p::#parse(__text)
                }
            }
            #[automatically_derived]
            impl __p::Serialize for #ident {
                fn serialize<__S: __p::Serializer>(&self, __serializer: __S) -> __p::Result<__S::Ok, __S::Error> {
                    #write
                }
            }
            #[automatically_derived]
            impl<'__de> __p::Deserialize<'__de> for #ident {
                fn deserialize<__D: __p::Deserializer<'__de>>(__deserializer: __D) -> __p::Result<Self, __D::Error> {
                    __p::deserialize_choice(__deserializer)
                }
            }
            impl #ident {
                #inherent
            }
        };
    }
}

/// The inherent items, the expression that writes a value, and the function that reads a text.
type Parts = (TokenStream, TokenStream, TokenStream);

fn strings() -> Parts {
    let inherent = quote! {
        /// The known values as the API spells them, in the order of the variants.
        pub const VALUES: &'static [&'static str] = <Self as __p::Choice>::VALUES;
        /// The value as the API spells it, also one that this enum does not know.
        #[must_use]
        pub fn as_str(&self) -> &str {
            __p::Choice::spelling(self)
        }
        /// A value that is sent although this enum may not know it.
        #[must_use]
        pub fn other(value: &str) -> Self {
            <Self as __p::Choice>::parse(value, true)
        }
    };
    let write = quote!(__p::Serializer::serialize_str(__serializer, __p::Choice::spelling(self)));
    (inherent, write, quote!(choice_from_str))
}

fn integers(numbers: &[i64]) -> Parts {
    let numbers = numbers.iter().copied().map(Literal::i64_unsuffixed);
    let inherent = quote! {
        /// The known values, in the order of the variants.
        pub const VALUES: &'static [i64] = &[#(#numbers),*];
        /// The value on the wire, also one that this enum does not know.
        #[must_use]
        pub fn as_i64(&self) -> i64 {
            __p::number_of(__p::Choice::spelling(self))
        }
        /// A value that is sent although this enum may not know it.
        #[must_use]
        pub fn other(value: i64) -> Self {
            __p::number_choice(value, true)
        }
    };
    let write = quote!(__p::Serializer::serialize_i64(__serializer, self.as_i64()));
    (inherent, write, quote!(number_from_str))
}

/// The types and names in which an enum of strings and one of integers differ.
pub(super) struct Words {
    /// An element of `VALUES`.
    pub(super) value: TokenStream,
    /// The argument of `other`.
    pub(super) other: TokenStream,
    /// The function that gives the value on the wire, and its type.
    pub(super) read: TokenStream,
    pub(super) known: TokenStream,
    /// The error of `FromStr`.
    pub(super) err: TokenStream,
}

impl Words {
    pub(super) fn of(is_integer: bool) -> Self {
        if is_integer {
            Self {
                value: quote!(i64),
                other: quote!(i64),
                read: quote!(as_i64),
                known: quote!(i64),
                err: quote!(::core::num::ParseIntError),
            }
        } else {
            Self {
                value: quote!(&'static str),
                other: quote!(&str),
                read: quote!(as_str),
                known: quote!(&str),
                err: quote!(::core::convert::Infallible),
            }
        }
    }
}
