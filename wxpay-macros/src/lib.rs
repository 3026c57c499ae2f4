//! The attributes of `wxpay`, the SDK for WeChat Pay APIv3. Use them through that crate.
//!
//! ```text
//! #[wxpay_endpoint(..)]  -> attribute: the item with its documentation, and its impls
//! tokens of the author   -> written -> check -> valid: no mistakes left -> emit: tables and impls; doc: rustdoc
//! a rule of a member     -> rule: a file each, for all of these steps
//! ```
//!
//! If an item has a `#[cfg]` inside, an internal derive writes the impls, because it sees the item after the conditions.
//! Every mistake is reported, each on its token, and the item itself is always kept.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod attribute;
mod check;
mod derive;
mod doc;
mod door;
mod emit;
mod errors;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod golden;
mod list;
mod meant;
mod nearest;
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
/// | `success = 202` | an unusual status that the documentation calls a success |
/// | `unknown_on = [429]` | statuses of refusals that leave the outcome unknown |
/// | `doc = "https://.."` | the official page |
/// | `response = Bytes` | the answer is a file, which is not signed: `client.file(&request)` makes a download of it |
/// | `host = "cross-border"` | WeChat Pay's host of cross-border merchants, unless the client has hosts of its own |
/// | `pages(..)` | the answer is one page of a list, which `client.pages(&request)` reads to its end |
/// | `required = Name` | makes the struct `Name` of the required members, `new(Name { .. })` and setters for the rest, which take a value or an `Option` |
/// | `one_of("a", "b")` | exactly one of these members is given; `any_of`: at least one, `at_most_one`: one or none |
/// | `check = path::to::function` | `fn(&Self) -> Result<(), Violation>`: any other rule about several members |
///
/// A field named in the path is a path parameter; otherwise it goes into the query of a `GET` and into the body of
/// every other method. Where the body has a member of a path parameter's name, a field with `body` and `rename` is that one;
/// serde, to which a request is one JSON object, cannot tell the two apart. `#[wxpay(..)]` on a field takes:
///
/// | rule | |
/// |---|---|
/// | `len = 32`, `len = 6..=32`, `len = ..=32`, `len = 6..` | characters: 1 to 32, 6 to 32, 0 to 32, 6 or more; of an `Upload` bytes |
/// | `bytes` | with `len`: the live service counts bytes |
/// | `plain` | with `len` on a `Sensitive`: counted is the text before it is encrypted; without it the ciphertext, 344 and more |
/// | `pattern = "[0-9]+"` | the whole text matches |
/// | `range = 1..=31`, `range = 1..` | integers and amounts |
/// | `items = 1..=50`, `items = 1..` | elements of a `Vec` |
/// | `url`, `bare_url` | a public `https` URL with a path (`bare_url`: perhaps without) and nothing behind it |
/// | `check = path::to::function` | `fn(&str) -> Result<(), String>`; of an integer or an amount `fn(T)` of the field's `T`; of a `Vec` each element |
/// | `check_list = path::to::function` | `fn(&[T]) -> Result<(), String>`: the whole of a `Vec<T>`, whatever `T` is |
/// | `needs = "sub_appid"`, `needs = ["a", "b"]` | the member is given only together with these |
/// | `default = 20` | the value that WeChat Pay uses for an absent member: for documentation and the sandbox, never sent |
/// | `extensions = ["jpg", "png"]` | the allowed endings of the file name of an `Upload` |
/// | `file_name`, `sha256` | an `Option<String>` that the client sets: what the request's `Upload` is called, its SHA-256 |
/// | `part` | a part of its own in the form of a request with an `Upload` |
/// | `query`, `body`, `header = "Name"` | another place than the usual one |
/// | `rename = "payAuthNo"` | the name on the wire |
/// | `label = ".."` | the member's Chinese name, for the sandbox's messages |
/// | `compared` | in an answer: an unexpected form of this optional member makes the answer an error |
/// | `caller` | the number of the merchant that signs: a request with another one is not sent |
/// | `opaque` | a foreign type that serde reads and writes, and that has a `Default` |
/// | `optional` | the type is an alias of an `Option` |
///
/// An optional member of an answer in an unexpected form is left out, with a warning. Code that compares such a member with the
/// request would take its absence for agreement: mark it `compared`, and the answer is an error instead.
///
/// A request with a field of type `Upload` goes out as a form: the members of its body are the JSON text `meta`, which is
/// what is signed; the file follows, under the field's name.
///
/// Rules about several members use the names on the wire, and each of these members is optional. A member is given if it is
/// written: an empty list in a query is not. A request that breaks such a rule is refused with the pointer of the member at
/// fault: the first one named if no member is given, the first one given if there are too many, or the one that is needed.
///
/// ```ignore
/// #[wxpay_endpoint(method = "GET", path = "/v3/payments", one_of("transaction_id", "out_trade_no"))]
/// struct Find {
///     transaction_id: Option<String>,
///     out_trade_no: Option<String>,
///     #[wxpay(needs = "sub_appid")]
///     sub_openid: Option<String>,
///     sub_appid: Option<String>,
/// }
/// ```
///
/// A `check` of the whole struct runs after the rules of its members, in the client and in the sandbox. The pointer in its
/// violation is that of the member at fault, relative to the struct:
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
/// # Pages
///
/// `pages(offset = "offset", limit = "limit", items = "data", total = "total_count")` names members by their names on the
/// wire; those of objects in the answer are written `links.next`.
///
/// | word | |
/// |---|---|
/// | `offset = ".."` | the request's member that says how many entries to pass over |
/// | `page = "..", first = 0` | in place of it: the number of the page, and what the first one has |
/// | `token = ".."` | in place of it: what the page before said in `next` |
/// | `limit = ".."` | the request's member with the most entries of a page, if there is one |
/// | `items = ".."` | the list of the answer |
/// | `total = ".."` | the answer's member with the number of entries in all: the list ends with the last of them |
/// | `next = ".."` | in place of it: the answer's member that only pages before the last have, a token or a link |
///
/// Without `total` and `next`, a page that is not full is the last.
///
/// The rules also hold behind a type alias: the compiler checks them with the declaration. If the dependency has another name
/// than `wxpay`, `#[wxpay(crate = path)]` below the attribute gives its path. Derives and other attributes also stand below it.
#[proc_macro_attribute]
pub fn wxpay_endpoint(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::expand(Attribute::Endpoint, args.into(), item.into()).into()
}

/// Declares an object: an answer, or a member with members of its own. Fields take the rules of
/// [`macro@wxpay_endpoint`], except those about a place.
///
/// `#[wxpay_object(required = Name)]` makes the struct `Name` of the required members, `new(Name { .. })` and setters
/// for the rest; `required = ()`, where nothing is required, makes `new()` and setters. `one_of`, `any_of`, `at_most_one` and
/// `check = path::to::function` are rules about several members, as for an endpoint; they hold for each such object of a
/// request, also in lists and maps.
#[proc_macro_attribute]
pub fn wxpay_object(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::expand(Attribute::Object, args.into(), item.into()).into()
}

/// Declares a list of strings or of integers as an enum.
///
/// ```ignore
/// #[wxpay_enum]
/// pub enum State {
///     Success,                                  // SUCCESS
///     NotPay,                                   // NOT_PAY
///     #[wxpay(rename = "MORE_THAN_30_DAYS")]
///     MoreThan30Days,
/// }
///
/// #[wxpay_enum(spelling = "snake_case")]
/// pub enum Reason {
///     NoCredit,                                 // no_credit
/// }
///
/// #[wxpay_enum]
/// pub enum Level {
///     Low = 1,                                  // 1, an integer
///     High = 2,
/// }
/// ```
///
/// Strings are spelled `SCREAMING_SNAKE_CASE`, or as `spelling` says: `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`,
/// `snake_case`, `kebab-case` or `SCREAMING-KEBAB-CASE`; `#[wxpay(rename = "..")]` on a variant goes before. A variant whose
/// name does not tell where words begin (digits, several capitals in a row) or is spelled as on the wire already is an error,
/// which says what to write. The documentation of each variant shows its spelling.
///
/// The enum is `#[non_exhaustive]` and keeps a value that it does not know: `as_str()` reads it (`as_i64()` of integers), a
/// request refuses it, and `other(..)` makes one that is sent all the same. `VALUES` lists the known ones. `Debug`,
/// `Display`, `FromStr`, `Clone`, `PartialEq`, `Eq`, `Hash`, and serde's `Serialize` and `Deserialize` in the form of the wire
/// come with it. Derive everything else below the attribute. It does not see a derive above it, which has expanded before: rustc
/// then reports each trait that is implemented twice (`E0119`).
#[proc_macro_attribute]
pub fn wxpay_enum(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::expand(Attribute::Enum, args.into(), item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(Wxpay, attributes(wxpay))]
pub fn wxpay(item: TokenStream) -> TokenStream {
    derive::expand(item.into()).into()
}
