//! How a product lists its error codes.

/// Constants for a `match`, each named as it is spelled on the wire.
// Without any product there is none.
#[allow(unused_macros)]
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident,)*) => {
        $($(#[$doc])* pub const $code: &str = stringify!($code);)*
    };
}

#[allow(unused_imports)]
pub(crate) use codes;
