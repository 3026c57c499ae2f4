//! The codec: whatever a client writes, a server reads back; and what breaks a rule is refused by its pointer.

use std::collections::BTreeMap;

use http::HeaderMap;
use proptest::prelude::*;
use proptest::string::string_regex;
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;
use wxpay::certificates::DownloadCertificates;
use wxpay::client::Client;
use wxpay::endpoint::Endpoint;
use wxpay::payload::{Field, Kind, Node, Payload as _, Rule, Slot};
use wxpay::prelude::*;
use wxpay::security::SecurityEcho;
use wxpay::server::{Incoming, match_path, read};
use wxpay::validate::Problem;
use wxpay::{credit_repayment, individual_contracts, mch_transfer, pay, refund};
use wxpay_sandbox::Sandbox;

/// Every place, no rule.
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

/// What the server has read.
#[wxpay_object]
#[derive(Debug, Clone)]
struct Texts {
    texts: Vec<String>,
}

fn client(runtime: &Runtime) -> Client {
    let sandbox = runtime.block_on(Sandbox::start()).unwrap();
    sandbox.client_builder().allow_supplementary_characters(true).build().unwrap()
}

/// Reads what `client` wrote, without a network.
fn reread<E: Endpoint>(client: &Client, request: &E) -> E {
    let encoded = client.encode(request).unwrap();
    let (path, query) = encoded.target().split_once('?').unwrap_or((encoded.target(), ""));
    let path = match_path(E::PATH, path).unwrap();
    let (headers, body): (&HeaderMap, &[u8]) = (encoded.headers(), encoded.body());
    let mut back = E::blank();
    read(&mut back, &Incoming { path: &path, query, headers, body, strict: true }).unwrap();
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

/// What a path can hold: URL libraries rewrite the empty string and the dots.
fn segment() -> impl Strategy<Value = String> {
    text().prop_filter("no path segment", |text| !matches!(text.as_str(), "" | "." | ".."))
}

/// What a header can hold.
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
        // A repeated parameter that is repeated no times is not there.
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
            "header /Test-Text: cannot be a header: it has control characters or blanks at its ends"
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

/// A value that satisfies every rule of a member.
fn valid(field: &'static Field) -> BoxedStrategy<Value> {
    match field.kind {
        Kind::List(element) => {
            let (min, max) = field.rules.iter().find_map(items).unwrap_or((1, 3));
            prop::collection::vec(of_kind(*element, field), min..=max.min(min + 2)).prop_map(Value::Array).boxed()
        }
        kind => of_kind(kind, field),
    }
}

fn of_kind(kind: Kind, field: &'static Field) -> BoxedStrategy<Value> {
    match kind {
        Kind::Integer | Kind::Fen => range(field).prop_map(Value::from).boxed(),
        Kind::FenText => range(field).prop_map(|fen| Value::from(fen.to_string())).boxed(),
        Kind::Boolean => any::<bool>().prop_map(Value::Bool).boxed(),
        Kind::Time => (0_i64..4_000_000_000)
            .prop_map(|seconds| Value::from(DateTime::from_unix_timestamp(seconds).unwrap().to_string()))
            .boxed(),
        Kind::Choice(values) => prop::sample::select(values).prop_map(Value::from).boxed(),
        Kind::Object(table) => object(table().fields),
        Kind::Text | Kind::Secret => text_of(field),
        kind => panic!("no generator for {kind:?}"),
    }
}

fn object(fields: &'static [Field]) -> BoxedStrategy<Value> {
    let members: Vec<_> = fields.iter().map(|field| (Just(field.name.to_owned()), valid(field))).collect();
    members.prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())).boxed()
}

fn text_of(field: &'static Field) -> BoxedStrategy<Value> {
    if field.rules.iter().any(|rule| matches!(rule, Rule::Url { .. })) {
        return "https://[a-z]{1,20}\\.example/[a-z]{1,20}".prop_map(Value::from).boxed();
    }
    let (min, max) = field.rules.iter().find_map(len).unwrap_or((1, 40));
    let pattern = field.rules.iter().find_map(|rule| match rule {
        Rule::Pattern(pattern) => Some(pattern.as_str()),
        _ => None,
    });
    // A class that repeats takes the length from the rule; any other pattern brings its own.
    let expression = match pattern.map(|pattern| (pattern, pattern.strip_suffix("]+"))) {
        Some((_, Some(class))) => format!("{class}]{{{min},{max}}}"),
        Some((pattern, None)) => pattern.to_owned(),
        None => format!("[a-zA-Z0-9 数据]{{{min},{max}}}"),
    };
    let fits = move |text: &String| !text.contains(|character| character > '\u{FFFF}' || character == '\n');
    string_regex(&expression).unwrap().prop_filter("above U+FFFF", fits).prop_map(Value::from).boxed()
}

fn range(field: &Field) -> std::ops::RangeInclusive<i64> {
    field
        .rules
        .iter()
        .find_map(|rule| match *rule {
            Rule::Range { min, max } => Some(min..=max),
            _ => None,
        })
        .unwrap_or(i64::MIN..=i64::MAX)
}

fn len(rule: &Rule) -> Option<(usize, usize)> {
    match *rule {
        Rule::Len { min, max, .. } => Some((min, max.min(64))),
        _ => None,
    }
}

fn items(rule: &Rule) -> Option<(usize, usize)> {
    match *rule {
        Rule::Items { min, max } => Some((min, max)),
        _ => None,
    }
}

/// What breaks one rule, and the text of nothing else.
fn broken(rule: &Rule, field: &Field) -> Option<Value> {
    Some(match *rule {
        Rule::Len { .. } if matches!(field.kind.element(), Kind::Secret) => Value::from(BLANK),
        Rule::Len { max, .. } => Value::from("a".repeat(max + 1)),
        Rule::Pattern(_) => Value::from("\u{1}\u{1}\u{1}\u{1}\u{1}\u{1}"),
        Rule::Range { min, .. } if matches!(field.kind, Kind::FenText) => Value::from((min - 1).to_string()),
        Rule::Range { min, .. } => Value::from(min.checked_sub(1)?),
        Rule::Url { .. } => Value::from("http://example.com/a"),
        _ => return None,
    })
}

/// Every member with rules, by its pointer, the nested ones too.
fn ruled(fields: &'static [Field], at: &str, found: &mut Vec<(String, &'static Field)>) {
    for field in fields {
        let pointer = format!("{at}/{}", field.name);
        match field.kind {
            Kind::Object(table) => ruled(table().fields, &pointer, found),
            Kind::List(_) => ruled(field.members(), &format!("{pointer}/0"), found),
            _ => {}
        }
        if !field.rules.is_empty() {
            found.push((pointer, field));
        }
    }
}

fn stored<E: Endpoint>(value: &Value) -> E {
    let mut request = serde_json::from_value::<Stored<E>>(value.clone()).unwrap().0;
    in_the_open(request.slot());
    request
}

/// What a stored request has sealed, as if it were plain text.
fn in_the_open(slot: Slot<'_>) {
    match slot {
        Slot::Secret(secret) => {
            let text = secret.ciphertext().unwrap().replace(BLANK, "");
            *secret = Sensitive::new(text);
        }
        Slot::Object(object) => {
            let present =
                (0..object.table().fields.len()).filter(|index| !matches!(object.member(*index), Node::Absent));
            present.collect::<Vec<_>>().into_iter().for_each(|index| in_the_open(object.member_mut(index)));
        }
        Slot::Optional(optional) => in_the_open(optional.fill()),
        _ => {}
    }
}

const BLANK: &str = "BLANK";

/// `serde::Deserialize` of any endpoint.
struct Stored<E>(E);

impl<'de, E: Endpoint> serde::Deserialize<'de> for Stored<E> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        wxpay::deserialize(deserializer).map(Self)
    }
}

/// Valid requests pass and are read back; with one member broken, they are refused by its pointer.
fn check<E: Endpoint>(client: &Client) -> usize {
    let mut members = Vec::new();
    ruled(E::FIELDS, "", &mut members);
    let mut refused = 0;
    proptest!(cases(64), |(value in object(E::FIELDS))| {
        let request: E = stored(&value);
        reread(client, &request);
    });
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let good = object(E::FIELDS).new_tree(&mut runner).unwrap().current();
    for (pointer, field) in members {
        for (rule, wrong) in field.rules.iter().filter_map(|rule| Some((rule, broken(rule, field)?))) {
            let mut value = good.clone();
            *value.pointer_mut(&pointer).unwrap() = wrong;
            let error = client.encode(&stored::<E>(&value)).err();
            let error = error.unwrap_or_else(|| panic!("{} {pointer} {rule:?} passed", E::PATH));
            let pointers: Vec<_> = error.violations().iter().map(|violation| &violation.pointer).collect();
            assert!(!pointers.is_empty() && pointers.iter().all(|other| **other == pointer), "{pointer}: {error}");
            refused += 1;
        }
    }
    refused
}

#[test]
fn shipped_requests_are_made_from_their_own_fields_and_each_rule_is_enforced() {
    let client = client(&Runtime::new().unwrap());
    let refused = [
        check::<pay::AppPrepay>(&client),
        check::<pay::JsapiPrepay>(&client),
        check::<pay::H5Prepay>(&client),
        check::<pay::NativePrepay>(&client),
        check::<pay::CodePay>(&client),
        check::<pay::QueryOrder>(&client),
        check::<pay::QueryOrderByNumber>(&client),
        check::<pay::CloseOrder>(&client),
        check::<pay::ReverseOrder>(&client),
        check::<refund::CreateRefund>(&client),
        check::<refund::QueryRefund>(&client),
        check::<refund::ApplyAbnormalRefund>(&client),
        check::<mch_transfer::CreateTransfer>(&client),
        check::<mch_transfer::QueryTransfer>(&client),
        check::<mch_transfer::QueryTransferByNumber>(&client),
        check::<mch_transfer::CancelTransfer>(&client),
        check::<mch_transfer::CreateTransferWithAuthorization>(&client),
        check::<mch_transfer::TransferByAuthorization>(&client),
        check::<mch_transfer::CreateAuthorization>(&client),
        check::<mch_transfer::QueryAuthorization>(&client),
        check::<mch_transfer::CloseAuthorization>(&client),
        check::<mch_transfer::ApplyReceipt>(&client),
        check::<mch_transfer::ApplyReceiptByNumber>(&client),
        check::<mch_transfer::QueryReceipt>(&client),
        check::<mch_transfer::QueryReceiptByNumber>(&client),
        check::<credit_repayment::H5Presign>(&client),
        check::<credit_repayment::AppPresign>(&client),
        check::<credit_repayment::QueryContract>(&client),
        check::<credit_repayment::TerminateContract>(&client),
        check::<credit_repayment::ScheduleRepayments>(&client),
        check::<credit_repayment::QueryScheduledRepayment>(&client),
        check::<credit_repayment::CreateRepayment>(&client),
        check::<credit_repayment::QueryRepayment>(&client),
        check::<individual_contracts::AppPresign>(&client),
        check::<individual_contracts::MiniProgramPresign>(&client),
        check::<individual_contracts::NamedAppPresign>(&client),
        check::<individual_contracts::NamedMiniProgramPresign>(&client),
        check::<individual_contracts::QueryContractByCode>(&client),
        check::<individual_contracts::QueryContractByOpenid>(&client),
        check::<DownloadCertificates>(&client),
        check::<SecurityEcho>(&client),
    ];
    assert_eq!(wxpay::catalogue().len(), refused.len(), "every shipped endpoint is checked");
    println!("rules broken and refused: {refused:?}");
    assert!(refused.iter().sum::<usize>() >= 30);
}
