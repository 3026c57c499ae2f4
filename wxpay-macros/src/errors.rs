//! Collects every mistake. Dropping the collection without a look at it panics in debug builds.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

#[derive(Default)]
pub(crate) struct Errors {
    collected: Vec<syn::Error>,
    finished: bool,
}

impl Errors {
    /// Adds a mistake on `tokens`. The message says what is wrong, then what is expected.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.collected.push(error);
    }

    pub(crate) fn ok<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.collected.is_empty()
    }

    pub(crate) fn count(&self) -> usize {
        self.collected.len()
    }

    /// Returns the errors, followed by the output.
    pub(crate) fn finish(mut self, output: TokenStream) -> TokenStream {
        self.finished = true;
        let told = self.collected.iter().filter(|error| error.to_string() != REPORTED);
        let errors = told.map(syn::Error::to_compile_error);
        quote! { #(#errors)* #output }
    }

    /// Drops the mistakes, which are reported elsewhere.
    pub(crate) fn discard(mut self) {
        self.finished = true;
    }
}

/// A mistake that rustc has reported: it counts as one, and is not reported again.
pub(crate) fn reported_by_rustc(tokens: impl ToTokens) -> syn::Error {
    syn::Error::new_spanned(tokens, REPORTED)
}

const REPORTED: &str = "";

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(self.finished || std::thread::panicking(), "nobody looked at the errors");
    }
}
