//! The path of `wxpay` in generated code.

use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Error, Path, parse_quote};

use crate::list;

/// The path without `#[wxpay(crate = ..)]`.
pub(crate) fn usual() -> Path {
    parse_quote!(::wxpay)
}

/// Parses `payments::wechat`, without generic arguments, because more segments are appended.
pub(crate) fn path(input: ParseStream<'_>) -> syn::Result<Path> {
    let written = list::up_to_comma(input)?;
    Path::parse_mod_style
        .parse2(written.clone())
        .map_err(|_| Error::new_spanned(written, "expected the path of the crate, such as `crate = payments`"))
}

/// The path in `#[wxpay(crate = ..)]`, or the usual one if it is invalid. The reader of the item reports that.
pub(crate) fn said(attributes: &[Attribute]) -> Option<Path> {
    let mut said = None;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("crate") {
                said = Some(meta.value()?.call(path).unwrap_or_else(|_| usual()));
            }
            Ok(())
        });
    }
    said
}
