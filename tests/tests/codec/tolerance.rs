//! Answers in forms that no page documents: what is left out, what is a fault, and what stays as it was.

use wxpay::prelude::*;
use wxpay::{DecodeError, from_json, read_json};

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Order {
    number: String,
    note: Option<String>,
    state: Option<State>,
    total: Option<Fen>,
    fee: Option<FenText>,
    count: Option<i64>,
    paid: Option<bool>,
    time: Option<DateTime>,
    #[wxpay(compared)]
    currency: Option<String>,
    payer: Option<Payer>,
    #[wxpay(compared)]
    seller: Option<Seller>,
    items: Option<Vec<Item>>,
    codes: Option<Vec<String>>,
    states: Option<Vec<State>>,
    names: Option<std::collections::BTreeMap<String, String>>,
    always: Vec<Item>,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Payer {
    openid: String,
    age: Option<i64>,
    #[wxpay(compared)]
    country: Option<String>,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Seller {
    id: String,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Item {
    id: String,
    price: Option<Fen>,
}

#[wxpay_enum]
enum State {
    Success,
}

/// Reads an order with these members.
fn read(members: &str) -> Result<Order, DecodeError> {
    from_json(whole(members).as_bytes())
}

fn whole(members: &str) -> String {
    let separator = if members.is_empty() { "" } else { "," };
    let always = if members.contains("\"always\"") { "" } else { r#","always":[]"# };
    format!(r#"{{"number":"A1"{always}{separator}{members}}}"#)
}

fn plain() -> Order {
    read("").unwrap()
}

#[test]
fn an_optional_member_of_an_unexpected_form_is_left_out() {
    for members in [
        r#""note":7"#,
        r#""note":{"a":[1,2]}"#,
        r#""state":1"#,
        r#""total":"one yuan""#,
        r#""total":1.5"#,
        r#""total":99999999999999999999"#,
        r#""fee":"1.00""#,
        r#""count":[]"#,
        r#""paid":"yes""#,
        r#""time":"20180608103456""#,
        r#""time":20180608103456"#,
        r#""payer":"o1""#,
        r#""payer":[]"#,
        r#""items":"none""#,
        r#""items":7"#,
        r#""codes":[1]"#,
        r#""codes":{"a":"b"}"#,
        r#""names":["a"]"#,
        r#""names":{"a":1}"#,
    ] {
        assert_eq!(read(members).unwrap(), plain(), "{members}");
    }
}

#[test]
fn an_optional_object_with_a_broken_required_member_is_left_out_whole() {
    for members in [
        r#""payer":{}"#,
        r#""payer":{"openid":7}"#,
        r#""payer":{"openid":null,"age":3}"#,
        r#""items":[{"id":"1"},{"price":1}]"#,
        r#""items":[{"id":"1"},7]"#,
    ] {
        assert_eq!(read(members).unwrap(), plain(), "{members}");
    }
    let payer = read(r#""payer":{"openid":"o1","age":"three"}"#).unwrap().payer.unwrap();
    assert_eq!(payer, Payer { openid: "o1".into(), age: None, country: None });
    let items = read(r#""items":[{"id":"1","price":"dear"}]"#).unwrap().items.unwrap();
    assert_eq!(items, [Item { id: "1".into(), price: None }]);
}

#[test]
fn an_empty_text_is_absent_where_a_text_is_not_what_is_expected() {
    for members in [r#""state":"""#, r#""total":"""#, r#""fee":"""#, r#""count":"""#, r#""paid":"""#, r#""time":"""#] {
        assert_eq!(read(members).unwrap(), plain(), "{members}");
    }
    assert_eq!(read(r#""note":"""#).unwrap().note.as_deref(), Some(""));
}

#[test]
fn null_in_a_list_or_a_map_is_passed_over() {
    let order = read(
        r#""codes":[null,"a",null,"b"],"states":[null],"names":{"a":null,"b":"c"},"always":[null,{"id":"1"}],
           "items":[{"id":"1"},null]"#,
    );
    let order = order.unwrap();
    assert_eq!(order.codes.unwrap(), ["a", "b"]);
    assert_eq!(order.states.unwrap().len(), 0);
    assert_eq!(order.names.unwrap().into_iter().collect::<Vec<_>>(), [("b".to_owned(), "c".to_owned())]);
    assert_eq!((order.always.len(), order.items.unwrap().len()), (1, 1));
}

#[test]
fn one_object_is_a_list_of_one() {
    let order = read(r#""items":{"id":"1"},"always":{"id":"2","price":3}"#).unwrap();
    assert_eq!(order.items.unwrap(), [Item { id: "1".into(), price: None }]);
    assert_eq!(order.always, [Item { id: "2".into(), price: Some(Fen::new(3)) }]);
}

#[test]
fn what_is_required_or_compared_is_a_fault() {
    for (members, pointers) in [
        (r#""currency":7"#, "/currency is not a string"),
        (r#""seller":"s""#, "/seller is not an object"),
        (r#""seller":{}"#, "/seller/id is missing"),
        (r#""payer":{"openid":"o1","country":[]}"#, "/payer/country is not a string"),
        // An object around a compared member is kept, and all its faults are reported.
        (r#""payer":{"openid":7,"country":[]}"#, "/payer/openid is not a string; /payer/country is not a string"),
        (r#""always":[{}]"#, "/always/0/id is missing"),
        (r#""always":7"#, "/always is not an array"),
        (r#""always":{"price":3}"#, "/always/id is missing"),
        // A member that was left out earlier is not a fault.
        (r#""note":7,"currency":7"#, "/currency is not a string"),
    ] {
        assert_eq!(read(members).unwrap_err().to_string(), pointers, "{members}");
    }
    let text = from_json::<Order>(br#"{"number":"A1","number":7,"always":[]}"#).unwrap_err().to_string();
    assert_eq!(text, "/number is not a string");
}

#[test]
fn a_broken_text_is_no_answer_at_all() {
    for text in [r#"{"number":"A1","note":"#, "", "[]", "null", "7", r#"{"number":"A1","always":[]}x"#] {
        assert!(from_json::<Order>(text.as_bytes()).is_err(), "{text}");
        assert!(serde_json::from_str::<Order>(text).is_err(), "{text}");
        assert!(read_json(&mut plain(), text.as_bytes()).is_err(), "{text}");
    }
    assert_eq!(from_json::<Order>(b"null").unwrap_err().to_string(), "the body is missing");
    assert!(serde_json::from_str::<Vec<Order>>("[null]").is_err());
    assert_eq!(serde_json::from_str::<Option<Order>>("null").unwrap(), None);
}

#[test]
fn null_in_a_list_that_is_compared_is_a_fault() {
    #[wxpay_object]
    #[derive(Debug)]
    struct Combined {
        #[wxpay(compared)]
        orders: Option<Vec<Item>>,
    }
    let fault = from_json::<Combined>(br#"{"orders":[{"id":"1"},null]}"#).unwrap_err().to_string();
    assert_eq!(fault, "/orders/1 is missing");
    assert!(from_json::<Combined>(br#"{"orders":null}"#).unwrap().orders.is_none());
}

#[test]
fn a_million_faults_are_a_hundred() {
    let many = format!("[{}]", vec!["{}"; 100_000].join(","));
    let order = read(&format!(r#""items":{many},"note":7,"total":1"#)).unwrap();
    assert_eq!((order.items, order.note, order.total), (None, None, Some(Fen::new(1))));
    let DecodeError::Faults(faults) = read(&format!(r#""always":{many},"note":7"#)).unwrap_err() else { panic!() };
    assert_eq!(faults.len(), 100);
    // Members behind a full list of faults are still left out, and not accepted.
    let order = read(&format!(r#""items":{many},"payer":{{}},"seller":7"#)).unwrap_err().to_string();
    assert_eq!(order, "/seller is not an object");
}

#[test]
fn what_was_stored_is_read_strictly() {
    for members in [r#""note":7"#, r#""state":1"#, r#""items":{"id":"1"}"#, r#""codes":[null]"#, r#""total":"""#] {
        let text = whole(members);
        assert!(serde_json::from_str::<Order>(&text).is_err(), "{members}");
        assert!(read_json(&mut plain(), text.as_bytes()).is_err(), "{members}");
    }
}
