//! The codec: a server reads back whatever a client writes, and a broken rule is refused with its pointer.

use std::collections::BTreeMap;

use http::HeaderMap;
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use wxpay::client::Client;
use wxpay::endpoint::Endpoint;
use wxpay::payload::{Message, Payload as _};
use wxpay::prelude::*;
use wxpay::server::{Checks, Incoming, match_path, receive};
use wxpay::validate::Problem;
use wxpay_sandbox::Sandbox;
use wxpay_tests::ready;

/// Members in every place, without rules.
#[wxpay_endpoint(method = "POST", path = "/v3/test/{first}/and/{second}", response = Texts)]
#[derive(Debug, Clone, PartialEq)]
struct Everywhere {
    first: String,
    second: String,
    #[wxpay(query)]
    one: Option<String>,
    #[wxpay(query)]
    many: Vec<String>,
    #[wxpay(query)]
    number: Option<i64>,
    #[wxpay(header = "Test-Text")]
    header: Option<String>,
    text: String,
    map: BTreeMap<String, String>,
    nested: Option<Nested>,
    amount: FenText,
    truth: Option<bool>,
    free: Value,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Nested {
    text: Option<String>,
    list: Vec<Nested>,
    huge: u64,
}

/// The texts that the server has read.
#[wxpay_object]
#[derive(Debug, Clone)]
struct Texts {
    texts: Vec<String>,
}

fn client(runtime: &Runtime) -> Client {
    let sandbox = runtime.block_on(Sandbox::start()).unwrap();
    sandbox.client_builder().allow_supplementary_characters(true).build().unwrap()
}

/// Reads what `client` wrote, as a server does, without a network.
fn reread<E: Endpoint + Message>(client: &Client, request: &E) -> E {
    let encoded = client.encode(request).unwrap();
    let (path, query) = encoded.target().split_once('?').unwrap_or((encoded.target(), ""));
    let path = match_path(E::PATH, path).unwrap();
    let (headers, body): (&HeaderMap, &[u8]) = (encoded.headers(), encoded.body());
    let mut back = E::blank();
    let incoming = Incoming::new(headers, body).with_target(&path, query).strict(true);
    ready(receive(&mut back, &incoming, Checks::default())).unwrap();
    back
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// The request without the characters that the live service refuses.
fn bmp(request: &Everywhere) -> Everywhere {
    let json = serde_json::to_string(request).unwrap();
    let json: String = json.chars().filter(|character| *character <= '\u{FFFF}').collect();
    serde_json::from_str(&json).unwrap()
}

/// Any text: control characters, quotes, percent signs, CJK, emoji.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[ -~]{0,12}", "\\PC{0,8}", Just("%2e%2E/../?#&=+".to_owned())]
}

/// Any text that a path can hold: URL libraries rewrite the empty string and the dots.
fn segment() -> impl Strategy<Value = String> {
    text().prop_filter("no path segment", |text| !matches!(text.as_str(), "" | "." | ".."))
}

/// Any text that a header can hold.
fn header_text() -> impl Strategy<Value = String> {
    let fits = |text: &String| text.trim() == text && !text.chars().any(char::is_control);
    text().prop_filter("no header", fits)
}

fn nested() -> impl Strategy<Value = Nested> {
    let leaf = (any::<Option<String>>(), any::<u64>()).prop_map(|(text, huge)| Nested { text, list: Vec::new(), huge });
    leaf.prop_recursive(3, 12, 4, |inner| {
        (any::<Option<String>>(), prop::collection::vec(inner, 0..4), any::<u64>())
            .prop_map(|(text, list, huge)| Nested { text, list, huge })
    })
}

prop_compose! {
    fn everywhere()(
        (first, second) in (segment(), segment()),
        one in prop::option::of(text()),
        many in prop::collection::vec(text(), 0..4),
        number in any::<Option<i64>>(),
        header in prop::option::of(header_text()),
        text in text(),
        map in prop::collection::btree_map(text(), text(), 0..4),
        nested in prop::option::of(nested()),
        amount in any::<i64>(),
        truth in any::<Option<bool>>(),
    ) -> Everywhere {
        let free = json!({ "any": [text.clone(), 1.5, null] });
        let amount = FenText::new(amount);
        Everywhere { first, second, one, many, number, header, text, map, nested, amount, truth, free }
    }
}

#[test]
fn any_text_in_any_place_is_read_back() {
    let client = client(&Runtime::new().unwrap());
    proptest!(cases(1000), |(mut request in everywhere())| {
        // A repeated parameter without a value is absent.
        if request.many.is_empty() {
            request.many.push(String::new());
        }
        prop_assert_eq!(&reread(&client, &request), &request);
    });
}

#[test]
fn what_is_signed_is_what_the_http_client_sends() {
    let runtime = Runtime::new().unwrap();
    let answer = |request: &Everywhere| {
        let texts = [request.one.clone().unwrap_or_default(), request.header.clone().unwrap_or_default()];
        let texts = [&[request.first.clone(), request.second.clone(), request.text.clone()], &texts[..]].concat();
        Texts { texts: [texts, request.many.clone()].concat() }
    };
    let sandbox = runtime.block_on(Sandbox::builder().endpoint(answer).start()).unwrap();
    let client = sandbox.client().unwrap();
    proptest!(cases(128), |(request in everywhere().prop_map(|request| bmp(&request)))| {
        prop_assume!(!request.many.is_empty() && !matches!(request.first.as_str(), "" | "." | ".."));
        prop_assume!(!matches!(request.second.as_str(), "" | "." | ".."));
        prop_assume!(request.header.as_ref().is_none_or(|header| header.trim() == header));
        // The sandbox verifies the signature over the target that it received.
        let answer = runtime.block_on(client.send(&request)).unwrap();
        let texts = &answer.texts;
        prop_assert_eq!(&texts[..3], &[request.first.clone(), request.second.clone(), request.text.clone()]);
        prop_assert_eq!(&texts[3], &request.one.clone().unwrap_or_default());
        prop_assert_eq!(&texts[4], &request.header.clone().unwrap_or_default());
        prop_assert_eq!(&texts[5..], &request.many[..]);
    });
}

#[test]
fn a_path_segment_that_url_libraries_rewrite_is_refused() {
    let client = client(&Runtime::new().unwrap());
    for bad in ["", ".", ".."] {
        let mut query = wxpay_tests::contract_query("A");
        query.out_contract_code = bad.into();
        let error = client.encode(&query).unwrap_err();
        assert!(error.violations().iter().any(|violation| violation.problem == Problem::PathSegment), "{bad:?}");
    }
}

#[test]
fn a_header_that_would_break_the_message_is_refused() {
    let client = client(&Runtime::new().unwrap());
    for bad in ["a\r\nX: 1", " a", "a ", "a\tb", "\u{7f}"] {
        let mut request = blank();
        request.header = Some(bad.into());
        let error = client.encode(&request).unwrap_err();
        assert_eq!(
            error.violations()[0].to_string(),
            "header /Test-Text: cannot be a header: it has control characters or spaces at its ends"
        );
    }
}

fn blank() -> Everywhere {
    let mut blank = Everywhere::blank();
    (blank.first, blank.second) = ("1".into(), "2".into());
    blank
}

#[test]
fn all_body_members_absent_is_an_empty_object_and_none_declared_is_no_body() {
    #[wxpay_endpoint(method = "POST", path = "/v3/test/optional")]
    struct Optional {
        text: Option<String>,
    }
    #[wxpay_endpoint(method = "POST", path = "/v3/test/{id}/bodiless")]
    struct Bodiless {
        id: String,
    }
    let client = client(&Runtime::new().unwrap());
    assert_eq!(&client.encode(&Optional { text: None }).unwrap().body()[..], b"{}");
    assert_eq!(&client.encode(&Bodiless { id: "1".into() }).unwrap().body()[..], b"");
}
