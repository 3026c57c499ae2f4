//! A macro that lists a product's error codes.

/// Defines constants for a `match`, each with the name that WeChat Pay sends.
// Unused if no product is compiled.
#[allow(unused_macros)]
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident,)*) => {
        $($(#[$doc])* pub const $code: &str = stringify!($code);)*
    };
}

#[allow(unused_imports)]
pub(crate) use codes;
