//! The parts of a message and the walk over them: the contract between declarations and the code that works on messages.
//!
//! ```text
//!     static                                             with a value
//!
//!     Table   name of the struct                         Object      its members by their index
//!       | fields, together                                 | member(index)     | member_mut(index)
//!       v                                                  v                   v
//!     Field   name on the wire, required, label ..       Node                Slot
//!       |-- place --> Place  path, query, body ..          value to write      place to read into
//!       |-- kind  --> Kind   text, fen, list ..            |-- Text, Integer   |-- Scalar, Secret, Optional
//!       '-- rules --> Rule   length, pattern ..            |-- List, Map ..    |-- List, Map ..
//!             Kind::Object leads to the next Table         '-- Object          '-- Object
//! ```
//!
//! Every type that can be a member is a [`Payload`]: it has a [`Kind`], and gives its [`Node`] and its [`Slot`]. A struct
//! with `#[wxpay_object]` or `#[wxpay_endpoint]` also has a [`Table`], and is an [`Object`] whose members have the same
//! indices as the table's. All other work (validation, encryption, JSON, query strings, the server's reading) is ordinary
//! code that walks a node together with its table, by [`walk`] and [`walk_mut`].
//!
//! # A type of your own
//!
//! A type of your own can be a member if it is a single value on the wire: for example an order number with a fixed form, or
//! an amount type of another crate, wrapped in a struct. Implement [`Payload`] with [`Shape`], and [`Scalar`] to read a
//! value, which may refuse it. (A struct with several members is `#[wxpay_object]`; a foreign type that serde reads and
//! writes is `#[wxpay(opaque)]`.)
//!
//! ```
//! use std::borrow::Cow;
//!
//! use wxpay_core::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};
//!
//! /// The number of an order: the shop and a running number, such as `7-42`.
//! #[derive(Debug, Clone, PartialEq)]
//! struct OrderNumber {
//!     shop: u32,
//!     running: u64,
//! }
//!
//! impl Payload for OrderNumber {
//!     type Shape = Self;
//! }
//!
//! impl Shape for OrderNumber {
//!     // What the table says: rules for a text, such as `len`, can stand on a field of this type.
//!     const KIND: Kind = Kind::Text;
//!
//!     // Overwritten by what is read.
//!     fn blank() -> Self {
//!         Self { shop: 0, running: 0 }
//!     }
//!
//!     fn node(number: &Self) -> Node<'_> {
//!         Node::Text(Cow::Owned(format!("{}-{}", number.shop, number.running)))
//!     }
//!
//!     fn slot(number: &mut Self) -> Slot<'_> {
//!         Slot::Scalar(number)
//!     }
//! }
//!
//! impl Scalar for OrderNumber {
//!     fn expected(&self) -> &'static str {
//!         "an order's number, such as `7-42`"
//!     }
//!
//!     // `integer` and `boolean` refuse, unless they are written too.
//!     fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
//!         let wrong = || Mismatch::new(self.expected());
//!         let (shop, running) = text.split_once('-').ok_or_else(wrong)?;
//!         let shop = shop.parse().map_err(|_| wrong())?;
//!         let running = running.parse().map_err(|_| wrong())?;
//!         *self = Self { shop, running };
//!         Ok(Filled::Present)
//!     }
//! }
//!
//! let number: OrderNumber = wxpay_core::from_json(br#""7-42""#)?;
//! assert_eq!(number, OrderNumber { shop: 7, running: 42 });
//! assert!(matches!(number.node(), Node::Text(text) if text == "7-42"));
//!
//! let wrong = wxpay_core::from_json::<OrderNumber>(br#""42""#).unwrap_err();
//! assert_eq!(wrong.to_string(), "the body is not an order's number, such as `7-42`");
//! # Ok::<(), wxpay_core::DecodeError>(())
//! ```
//!
//! An amount is [`Kind::Fen`] with [`Node::Integer`] and [`Scalar::integer`], or [`Kind::FenText`] with [`Node::Text`]. A
//! type that only wraps another payload forwards `blank`, `node` and `slot` to it.

mod check;
mod choice;
mod default;
#[doc(hidden)]
pub mod derive;
mod fields;
mod fit;
mod holders;
mod kind;
mod list_check;
mod money;
mod node;
mod pattern;
mod rule;
mod scalar;
mod sensitive;
mod set;
mod slot;
mod table;
mod together;
mod trail;
mod upload;
mod violation;
mod walk;
mod write;

pub use check::Check;
pub use choice::Choice;
pub use default::DefaultValue;
// The compiler's messages name them by their shortest public path.
pub use derive::{Member, Opaque, OptionalMember};
pub use kind::Kind;
// `value::IntText` reads with it.
pub(crate) use money::whole;
pub use money::{Fen, FenText};
pub use node::{Held, List, Map, Node, Object};
pub use pattern::Pattern;
pub use rule::{Rule, Unit};
pub use sensitive::Sensitive;
pub(crate) use sensitive::State;
pub use set::{ByOption, ByTexts, ByValue, IntoMember};
pub use slot::{Filled, Json, Message, Mismatch, ObjectMut, Optional, Scalar, Slot};
pub use table::{Field, Place, Table};
pub use together::Together;
pub use trail::Trail;
pub(crate) use trail::escaped;
pub use upload::Upload;
pub use violation::{FileNameProblem, Problem, UrlProblem, Violation};
pub(crate) use walk::walk_secrets;
pub use walk::{Visit, walk, walk_mut};
pub(crate) use write::{Ciphertexts, NOT_SEALED, Written, json_text, stored};

/// A type that can be a member of a message.
///
/// Implemented for strings, integers, booleans, [`crate::value`]'s types, `serde_json::Value`, and for `Option`,
/// `Vec`, `Box` and string-keyed maps of such types; `#[wxpay_object]` and `#[wxpay_enum]` implement it for yours.
/// The shape gives everything else: to implement it by hand, write `type Shape = Self` and implement [`Shape`], as
/// [the module](self#a-type-of-your-own) shows.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of a WeChat Pay message",
    label = "not a member type",
    note = "put `#[wxpay_object]` on a struct or `#[wxpay_enum]` on an enum of your own",
    note = "a foreign type that serde reads and writes is let in by `#[wxpay(opaque)]` on the field"
)]
pub trait Payload: Sized {
    /// The type itself, or a shape that similar types share.
    type Shape: Shape<Self>;

    /// The kind of the value, for [`Field::kind`].
    const KIND: Kind = Self::Shape::KIND;
    /// True if a message without this member is incomplete.
    const REQUIRED: bool = Self::Shape::REQUIRED;
    #[doc(hidden)]
    const MEMBER: Field = Field::of(Self::KIND, Self::REQUIRED);

    /// An empty value to read into.
    fn blank() -> Self {
        Self::Shape::blank()
    }

    /// The value, to be written or checked.
    fn node(&self) -> Node<'_> {
        Self::Shape::node(self)
    }

    /// The place to read a value into.
    fn slot(&mut self) -> Slot<'_> {
        Self::Shape::slot(self)
    }
}

/// Reads and writes a `T`. Each item is the one of the same name in [`Payload`]; only `Self` is implemented by hand.
pub trait Shape<T = Self> {
    /// [`Payload::KIND`].
    const KIND: Kind;
    /// [`Payload::REQUIRED`].
    const REQUIRED: bool = true;
    /// True if a JSON text cannot hold the type, as far as the compiler can tell: it sees an object's own members, but not the
    /// members of inner objects.
    #[doc(hidden)]
    const BEYOND_TEXT: bool = Self::KIND.is_beyond_text();

    /// [`Payload::blank`].
    fn blank() -> T;
    /// [`Payload::node`].
    fn node(value: &T) -> Node<'_>;
    /// [`Payload::slot`].
    fn slot(value: &mut T) -> Slot<'_>;
}
