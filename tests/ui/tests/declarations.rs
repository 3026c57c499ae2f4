//! Unusual declarations that have to work.

#![allow(dead_code, reason = "what is declared here has to compile")]
#![allow(missing_docs, unreachable_pub, reason = "a test")]

extern crate wxpay as payments;

use wxpay::payload::derive::Structure;
use wxpay::payload::{Field, Place};

fn names(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().map(|field| field.name).collect()
}

/// Items of the author with names that generated code uses.
mod shadowed {
    #![allow(non_camel_case_types, reason = "the names are not ours")]

    pub mod std {}
    pub mod core {}
    pub mod wxpay {}
    pub mod serde {}
    pub struct Option;
    pub struct Some;
    pub struct None;
    pub struct String;
    pub struct Vec;
    pub struct Box;
    pub struct Result;
    pub struct Ok;
    pub struct Err;
    pub struct Field;
    pub struct Table;
    pub trait Payload {}
    pub trait Object {}
    pub trait Default {}
    pub trait Into {}
    pub trait Clone {}
    pub trait Debug {}
    pub trait PartialEq {}

    use ::wxpay::prelude::{Fen, wxpay_endpoint, wxpay_enum, wxpay_object};

    #[wxpay_endpoint(
        method = "POST",
        path = "/v3/shops/{shop}/things",
        response = Thing,
        required = CreateRequired,
        number = "number"
    )]
    pub struct Create {
        #[wxpay(len = 32)]
        pub shop: ::std::string::String,
        #[wxpay(len = 6..=32, bytes, pattern = "[0-9]+", check = digits, label = "号")]
        pub number: ::std::string::String,
        #[wxpay(range = 1..)]
        pub total: ::core::option::Option<Fen>,
        #[wxpay(opaque)]
        pub elapsed: ::core::time::Duration,
    }

    #[wxpay_object(required = ())]
    pub struct Thing {
        #[wxpay(items = 1..=50)]
        pub states: ::core::option::Option<::std::vec::Vec<State>>,
    }

    #[wxpay_enum]
    pub enum State {
        Some,
        None,
        Ok,
        Err,
    }

    fn digits(_: &str) -> ::core::result::Result<(), ::std::string::String> {
        ::core::result::Result::Ok(())
    }

    #[test]
    fn names_of_the_author_are_not_taken_for_those_of_the_library() {
        let request = Create::new(CreateRequired {
            shop: "1".to_owned(),
            number: "123456".to_owned(),
            elapsed: ::core::time::Duration::ZERO,
        });
        assert_eq!(request.total(Fen::new(1)).number, "123456");
        assert!(Thing::new().states([State::None]).states.is_some());
    }
}

/// Fields with conditions: an absent one is neither in the table nor in the companion.
mod conditional {
    use wxpay::prelude::*;

    #[wxpay_endpoint(method = "POST", path = "/v3/things/{code}", required = CreateRequired)]
    pub(super) struct Create {
        #[cfg(not(test))]
        pub(super) code: Missing,
        #[cfg(test)]
        #[cfg_attr(test, wxpay(len = 3))]
        pub(super) code: String,
        #[cfg(not(test))]
        pub(super) absent: Missing,
        #[cfg(not(test))]
        pub(super) missing: Option<Missing>,
        #[cfg(test)]
        pub(super) present: Option<String>,
    }

    #[wxpay_enum]
    pub(super) enum State {
        Present,
        #[cfg(not(test))]
        Absent,
    }
}

#[test]
fn a_field_is_there_when_its_condition_holds() {
    use conditional::{Create, CreateRequired, State};

    let request = Create::new(CreateRequired { code: "123".to_owned() }).present("yes");
    assert_eq!(names(Create::TABLE.fields), ["code", "present"]);
    assert_eq!(Create::TABLE.fields.iter().map(|field| field.rules.len()).collect::<Vec<_>>(), [1, 0]);
    assert_eq!((request.code, request.present), ("123".to_owned(), Some("yes".to_owned())));
    assert_eq!(<State as wxpay::__private::Choice>::VALUES, ["PRESENT"]);
}

mod named {
    use wxpay::prelude::*;

    #[wxpay_endpoint(method = "GET", path = "/v3/things/{type}", required = FindRequired)]
    pub(super) struct Find {
        pub(super) r#type: String,
        pub(super) r#match: Option<String>,
        pub(super) _reserved: Option<String>,
        pub(super) required: String,
        pub(super) index: Option<i64>,
    }

    #[wxpay_enum]
    #[allow(non_camel_case_types, reason = "the name is the point")]
    pub(super) enum Word {
        #[wxpay(rename = "fn")]
        r#fn,
        #[wxpay(rename = "RESERVED")]
        _Reserved,
    }
}

#[test]
fn raw_and_underscored_names_are_names() {
    use named::{Find, FindRequired, Word};

    let request =
        Find::new(FindRequired { r#type: "a".to_owned(), required: "b".to_owned() }).r#match("c")._reserved("d");
    assert_eq!(names(Find::TABLE.fields), ["type", "match", "_reserved", "required", "index"]);
    assert_eq!(request.r#type + &request.required + &request.r#match.unwrap_or_default(), "abc");
    assert_eq!((Word::r#fn.as_str(), Word::_Reserved.as_str()), ("fn", "RESERVED"));
}

/// `wxpay` as a dependency of another name, and as part of a crate that re-exports it.
mod elsewhere {
    pub(super) mod passed_on {
        pub(crate) use payments::*;
    }

    use payments::prelude::*;

    #[wxpay_endpoint(method = "GET", path = "/v3/things", response = Thing, required = FindRequired)]
    #[wxpay(crate = payments)]
    pub(super) struct Find {
        pub(super) state: State,
    }

    #[wxpay_object]
    #[wxpay(crate = crate::elsewhere::passed_on)]
    pub(super) struct Thing {
        pub(super) state: Option<State>,
    }

    #[wxpay_enum]
    #[wxpay(crate = passed_on)]
    #[derive(Debug)]
    pub(super) enum State {
        Open,
    }
}

#[test]
fn the_crate_may_be_called_otherwise() {
    use elsewhere::{Find, FindRequired, State, Thing};

    assert_eq!(Find::new(FindRequired { state: State::Open }).state, State::Open);
    assert_eq!(names(Find::TABLE.fields), names(Thing::TABLE.fields));
}

#[test]
fn a_message_may_be_declared_inside_a_function() {
    use wxpay::prelude::*;

    #[wxpay_endpoint(method = "GET", path = "/v3/things/{code}", response = Thing, required = FindRequired)]
    struct Find {
        code: String,
        state: Option<State>,
    }

    #[wxpay_object]
    struct Thing {
        state: State,
    }

    #[wxpay_enum]
    enum State {
        Open,
    }

    let request = Find::new(FindRequired { code: "1".to_owned() }).state(State::Open);
    assert_eq!((request.code.as_str(), Find::PATH), ("1", "/v3/things/{code}"));
    assert_eq!(names(Thing::TABLE.fields), ["state"]);
}

mod recursive {
    use std::collections::BTreeMap;

    use wxpay::prelude::*;

    #[wxpay_object(required = TreeRequired)]
    #[derive(Debug, PartialEq)]
    pub(super) struct Tree {
        #[wxpay(len = 8)]
        pub(super) name: String,
        #[wxpay(items = 1..=2)]
        pub(super) children: Option<Vec<Tree>>,
        pub(super) parent: Option<Box<Tree>>,
        pub(super) cousins: BTreeMap<String, Self>,
    }
}

#[test]
fn an_object_may_hold_itself() {
    use recursive::{Tree, TreeRequired};

    let leaf = || Tree::new(TreeRequired { name: "leaf".to_owned(), cousins: Default::default() });
    let tree = leaf().children([leaf()]).parent(leaf());
    assert_eq!(tree.children, Some(vec![leaf()]));
    let [_, children, ..] = Tree::TABLE.fields else { unreachable!() };
    assert_eq!(names(children.members()), ["name", "children", "parent", "cousins"]);
}

/// Types behind aliases, which the compiler checks and not the macro: these fit.
mod hidden {
    use wxpay::notify::DisplayName;
    use wxpay::prelude::*;

    type Codes = Vec<String>;
    type Total = FenText;
    type Text = Option<String>;

    #[wxpay_object]
    pub(super) struct Thing {
        #[wxpay(items = 1..=50, len = 32)]
        codes: Codes,
        #[wxpay(range = 1..)]
        total: Total,
        #[wxpay(pattern = "[0-9]+")]
        text: Text,
        #[wxpay(len = 10)]
        name: DisplayName,
        #[wxpay(len = 32)]
        state: State,
        #[wxpay(pattern = r"[0-9]+\$")]
        price: String,
    }

    #[wxpay_enum]
    pub(super) enum State {
        Open,
    }
}

#[test]
fn rules_hold_behind_an_alias() {
    assert_eq!(hidden::Thing::TABLE.fields.iter().map(|field| field.rules.len()).sum::<usize>(), 7);
}

mod header {
    use wxpay::prelude::*;

    #[wxpay_endpoint(method = "POST", path = "/v3/things")]
    pub(super) struct Create {
        #[wxpay(header = "Idempotency-Key")]
        key: Option<String>,
        #[wxpay(rename = "Idempotency-Key")]
        copy: String,
    }
}

#[test]
fn a_header_has_its_own_name() {
    let places: Vec<_> = header::Create::TABLE.fields.iter().map(|field| (field.name, field.place)).collect();
    assert_eq!(places, [("Idempotency-Key", Place::Header), ("Idempotency-Key", Place::Body)]);
}

#[test]
fn a_title_is_the_first_sentence_up_to_what_explains_it() {
    use wxpay::prelude::*;

    /// Asks for an order that may be far away
    /// (查询订单): the only way while nobody has paid. More about it.
    #[wxpay_endpoint(method = "GET", path = "/v3/explained")]
    struct Explained {}

    /// Closes it. Nothing is left.
    ///
    /// Another paragraph.
    #[wxpay_endpoint(method = "POST", path = "/v3/sentences")]
    struct Sentences {}

    /// Version 1.0 of everything
    #[wxpay_endpoint(method = "GET", path = "/v3/unpunctuated")]
    struct Unpunctuated {}

    /// Frees what is left after [`Sentences`](struct@Sentences) or [`Explained`] (分账). It links.
    #[wxpay_endpoint(method = "POST", path = "/v3/linked")]
    struct Linked {}

    assert_eq!(Explained::TITLE, "Asks for an order that may be far away (查询订单)");
    assert_eq!(Sentences::TITLE, "Closes it");
    assert_eq!(Unpunctuated::TITLE, "Version 1.0 of everything");
    assert_eq!(Linked::TITLE, "Frees what is left after `Sentences` or `Explained` (分账)");
}

/// Deprecated parts: generated code does not use them, and code that does gets a warning.
mod deprecated {
    #![deny(deprecated)]

    use wxpay::prelude::*;

    #[wxpay_object(required = ThingRequired)]
    #[derive(Debug)]
    pub(super) struct Thing {
        pub(super) code: String,
        #[deprecated = "no longer read"]
        pub(super) note: Option<String>,
        #[cfg(test)]
        #[deprecated]
        pub(super) state: Option<State>,
    }

    #[deprecated]
    #[wxpay_endpoint(method = "GET", path = "/v3/things", response = Thing, required = FindRequired)]
    pub(super) struct Find {
        pub(super) code: String,
        pub(super) limit: Option<i64>,
    }

    #[wxpay_enum]
    pub(super) enum State {
        Open,
        #[deprecated]
        Closed,
    }
}

#[test]
fn a_deprecated_member_is_a_deprecated_setter() {
    use deprecated::{Thing, ThingRequired};

    #[expect(deprecated, reason = "that it is said is the point")]
    let thing = Thing::new(ThingRequired { code: "1".to_owned() }).note("a");
    assert_eq!(thing.code, "1");
}

/// Names with another meaning around the declaration.
mod taken {
    #![allow(non_upper_case_globals, non_camel_case_types, reason = "the names are the point")]

    pub const other: i64 = 1;
    pub const value: i64 = 1;
    pub const f: i64 = 1;
    pub static required: i64 = 1;
    pub static serializer: i64 = 1;
    pub static deserializer: i64 = 1;
    pub struct amount;
    pub struct note;

    use wxpay::prelude::{wxpay_enum, wxpay_object};

    #[wxpay_object(required = ThingRequired)]
    pub(super) struct Thing {
        pub(super) amount: i64,
        pub(super) note: Option<State>,
    }

    #[wxpay_enum]
    pub(super) enum State {
        Open,
    }
}

/// A module in which not even `Some` is known.
mod bare {
    #![no_implicit_prelude]

    use ::std::option::Option;
    use ::std::string::String;
    use ::std::vec::Vec;
    use ::wxpay::prelude::{Bytes, wxpay_endpoint, wxpay_enum, wxpay_object};

    #[wxpay_endpoint(method = "POST", path = "/v3/things", response = Thing, required = CreateRequired)]
    pub(super) struct Create {
        #[wxpay(pattern = "[0-9]+", len = 6..=32)]
        pub(super) code: String,
        pub(super) state: Option<State>,
    }

    #[wxpay_object]
    pub(super) struct Thing {
        #[cfg(test)]
        pub(super) code: String,
    }

    #[wxpay_endpoint(method = "GET", path = "/v3/things", response = Things, pages(offset = "offset", items = "data"))]
    pub(super) struct List {
        #[wxpay(default = 0)]
        pub(super) offset: Option<u32>,
        #[wxpay(needs = "offset")]
        pub(super) limit: Option<i64>,
    }

    #[wxpay_object]
    pub(super) struct Things {
        pub(super) data: Vec<Thing>,
    }

    #[wxpay_endpoint(method = "GET", path = "/v3/things/{code}/file", response = Bytes)]
    pub(super) struct Fetch {
        pub(super) code: String,
    }

    #[wxpay_enum]
    pub(super) enum State {
        Open,
    }

    #[wxpay_enum]
    pub(super) enum Level {
        Low = 1,
    }
}

#[test]
fn names_and_preludes_of_the_author_do_not_matter() {
    let thing = taken::Thing::new(taken::ThingRequired { amount: 1 }).note(taken::State::Open);
    assert_eq!((thing.amount, thing.note), (1, Some(taken::State::Open)));
    let request = bare::Create::new(bare::CreateRequired { code: "123456".to_owned() }).state(bare::State::Open);
    assert_eq!((request.code.as_str(), request.state), ("123456", Some(bare::State::Open)));
}

/// Optional members whose types do not begin with `Option`.
mod optional {
    use wxpay::prelude::*;

    type Maybe<T> = Option<T>;

    macro_rules! declare {
        ($name:ident, $required:ident, $type:ty) => {
            #[wxpay_object(required = $required, at_most_one("note", "name"))]
            pub(super) struct $name {
                pub(super) code: String,
                pub(super) note: $type,
                #[wxpay(optional, range = 1..=50, default = 20, needs = "name")]
                pub(super) limit: Maybe<i64>,
                #[wxpay(optional, len = 8)]
                pub(super) name: Maybe<String>,
                #[wxpay(optional, opaque)]
                pub(super) elapsed: Maybe<std::time::Duration>,
                #[wxpay(items = 1..=3)]
                pub(super) parts: Option<Box<Vec<i64>>>,
            }
        };
    }

    declare!(Thing, ThingRequired, Option<String>);
}

#[test]
fn an_optional_member_has_a_setter_however_its_type_is_spelled() {
    use optional::{Thing, ThingRequired};

    let thing = Thing::new(ThingRequired { code: "1".to_owned() }).note("a").name("b").limit(10).parts(vec![1]);
    assert_eq!((thing.note.as_deref(), thing.name.as_deref(), thing.limit), (Some("a"), Some("b"), Some(10)));
    assert!(Thing::TABLE.fields.iter().skip(1).all(|field| !field.required));
}

mod qualified {
    #![deny(unused_qualifications)]

    use wxpay::prelude::*;
    use wxpay::validate::Violation;

    #[wxpay_object(check = rules::any)]
    pub(super) struct Thing {
        pub(super) code: String,
    }

    mod rules {
        pub(super) fn any(_: &super::Thing) -> Result<(), super::Violation> {
            Ok(())
        }
    }
}

#[test]
fn a_check_may_be_in_another_module() {
    use wxpay::__private::Structure;

    assert!(qualified::Thing { code: "1".to_owned() }.check().is_ok());
}
