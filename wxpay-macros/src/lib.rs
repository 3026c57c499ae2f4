//! The attributes of [wxpay](https://docs.rs/wxpay). Use them through that crate.
//!
//! ```text
//! #[wxpay_endpoint(..)]  -> attribute: the item again, with documentation, and its impls
//! what the author wrote  -> written -> check -> valid: what can be emitted -> emit: tables and impls; doc: rustdoc
//! a rule of a member     -> rule: a file each, for all of these steps
//! ```
//!
//! Where an item has a `#[cfg]` inside, the attribute leaves the impls to an internal derive, which sees what the
//! conditions leave. Every mistake is reported, each on its token, and the item itself always survives.

mod attribute;
mod check;
mod derive;
mod doc;
mod emit;
mod errors;
#[cfg(test)]
mod golden;
mod path;
mod rule;
mod types;
mod valid;
mod written;

use proc_macro::TokenStream;

use crate::attribute::Attribute;

/// Declares a request: its request line, its answer's type, what makes repeating it safe.
///
/// | argument | |
/// |---|---|
/// | `method = "POST"` | `GET`, `POST`, `PUT`, `PATCH` or `DELETE` |
/// | `path = "/v3/.."` | with a `{hole}` for each path parameter |
/// | `response = Type` | a `#[wxpay_object]`; without it any verified 2xx is the answer `()` |
/// | `number = "out_trade_no"` | the member with the business number that makes repeating the request safe |
/// | `success = 202` | where the documentation calls an unusual status success |
/// | `unknown_on = [429]` | refusals that leave the outcome unknown all the same |
/// | `doc = "https://.."` | the official page |
/// | `required = Name` | makes the struct `Name` of the required members, `new(Name { .. })` and setters for the rest |
/// | `check = path::to::function` | `fn(&Self) -> Result<(), Violation>`: a rule about several members |
///
/// A field named in the path is a path parameter; otherwise it goes into the query of a `GET` and into the body of
/// every other method. `#[wxpay(..)]` on a field takes:
///
/// | rule | |
/// |---|---|
/// | `len = 32`, `len = 6..=32`, `len = ..=32` | characters: 1 to 32, 6 to 32, 0 to 32; of an `Upload` bytes |
/// | `bytes` | with `len`: the live service counts bytes |
/// | `pattern = "[0-9]+"` | the whole text matches |
/// | `range = 1..=31`, `range = 1..` | integers and amounts |
/// | `items = 1..=50` | elements of a `Vec` |
/// | `url`, `bare_url` | a public `https` URL with a path (`bare_url`: perhaps without) and nothing behind it |
/// | `check = path::to::function` | `fn(&str) -> Result<(), String>` |
/// | `extensions = ["jpg", "png"]` | how the name of an `Upload` may end |
/// | `file_name`, `sha256` | an `Option<String>` that the client sets: what the request's `Upload` is called, its SHA-256 |
/// | `part` | a part of its own in the form of a request with an `Upload` |
/// | `query`, `body`, `header = "Name"` | another place than the usual one |
/// | `rename = "payAuthNo"` | the name on the wire |
/// | `label = ".."` | the member's Chinese name, for the sandbox's messages |
/// | `compared` | in an object: an optional member that is never left out of an answer for its form |
/// | `caller` | the number of the merchant that signs: another is not sent |
/// | `opaque` | a foreign type that serde reads and writes, and that has a `Default` |
/// | `optional` | the type is an alias of an `Option`, which its name does not say |
///
/// An optional member of an answer that comes in an unexpected form is left out, with a warning. Whoever compares that
/// member with what was asked for takes its absence for agreement, and marks it `compared`: then the answer does not fit.
///
/// A request with a field of type `Upload` goes out as a form: the members of its body are the JSON text `meta`, which is
/// what is signed; the file follows, under the field's name.
///
/// A `check` of the whole struct runs behind the rules of its members, in the client and in the sandbox. Its pointer is
/// that of the member at fault, seen from the struct:
///
/// ```ignore
/// #[wxpay_object(check = one_name)]
/// struct Receiver {
///     name: Option<String>,
///     encrypted_name: Option<Sensitive>,
/// }
///
/// fn one_name(receiver: &Receiver) -> Result<(), Violation> {
///     match (&receiver.name, &receiver.encrypted_name) {
///         (Some(_), Some(_)) => Err(Violation::new("/name", Problem::NotAllowed("`encrypted_name` is there"))),
///         _ => Ok(()),
///     }
/// }
/// ```
///
/// What a type alias hides from these rules is checked as well, while the declaration compiles. Where `wxpay` goes by
/// another name, `#[wxpay(crate = path)]` below the attribute says so. Derives and other attributes go below it too.
#[proc_macro_attribute]
pub fn wxpay_endpoint(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::expand(Attribute::Endpoint, args.into(), item.into()).into()
}

/// Declares an object: an answer, or a member with members of its own. Fields take the rules of
/// [`macro@wxpay_endpoint`], except those about a place.
///
/// `#[wxpay_object(required = Name)]` makes the struct `Name` of the required members, `new(Name { .. })` and setters
/// for the rest; `required = ()`, where nothing is required, makes `new()` and setters. `check = path::to::function` is a
/// rule about several members, as for an endpoint; it runs for each such object of a request, also in lists and maps.
#[proc_macro_attribute]
pub fn wxpay_object(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::expand(Attribute::Object, args.into(), item.into()).into()
}

/// Declares a list of strings as an enum, spelled `SCREAMING_SNAKE_CASE` unless a variant has
/// `#[wxpay(rename = "..")]`.
///
/// The enum is `#[non_exhaustive]` and keeps a value that it does not know: `as_str()` reads it, a request refuses
/// it, and `other("..")` makes one that is sent all the same. `Debug`, `Display`, `Clone`, `PartialEq`, `Eq` and
/// `Hash` come with it; whichever you derive yourself stands below the attribute.
#[proc_macro_attribute]
pub fn wxpay_enum(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::expand(Attribute::Enum, args.into(), item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(Wxpay, attributes(wxpay))]
pub fn wxpay(item: TokenStream) -> TokenStream {
    derive::expand(item.into()).into()
}
