//! Values in strings: days, times, integers and JSON, in every place. A server reads what a client writes.

use std::collections::BTreeMap;

use http::HeaderMap;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use wxpay::client::Client;
use wxpay::endpoint::Endpoint;
use wxpay::error::Error;
use wxpay::payload::{Payload as _, Visit, walk};
use wxpay::prelude::*;
use wxpay::server::{Checks, Incoming, ReceiveError, match_path, receive};
use wxpay::{DecodeError, from_json, read_json};
use wxpay_sandbox::{Sandbox, example};
use wxpay_tests::ready;

#[wxpay_endpoint(method = "POST", path = "/v3/test/{day}/{compact}/{time}/{number}", response = Device)]
#[derive(Debug, Clone, PartialEq)]
struct Everywhere {
    day: Date,
    compact: CompactDate,
    time: CompactDateTime,
    number: IntText,
    #[wxpay(query)]
    from: Option<Date>,
    #[wxpay(query)]
    days: Vec<CompactDate>,
    #[wxpay(query, range = 1..=9)]
    some: Option<IntText>,
    #[wxpay(query)]
    device: Option<JsonText<Device>>,
    #[wxpay(header = "Test-Time")]
    header: Option<CompactDateTime>,
    #[wxpay(header = "Test-Device")]
    header_device: Option<JsonText<Device>>,
    body_day: Date,
    times: Vec<CompactDateTime>,
    #[wxpay(range = ..=100)]
    numbers: BTreeMap<String, IntText>,
    #[wxpay(len = ..=80, label = "场景")]
    scene_info: JsonText<Scene>,
    list: Option<JsonText<Vec<Scene>>>,
    free: Option<JsonText<Value>>,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Scene {
    device: Option<Device>,
    kind: Option<Kind>,
    total: Option<Fen>,
    inner: Option<JsonText<Device>>,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Device {
    #[wxpay(len = 15, pattern = "[0-9.]+", label = "地址")]
    ip: String,
    since: Option<Date>,
}

#[wxpay_enum]
enum Kind {
    Shop,
    Car,
}

fn device(ip: &str) -> Device {
    Device { ip: ip.to_owned(), since: Date::new(2026, 1, 31) }
}

fn scene(ip: &str) -> Scene {
    Scene { device: Some(device(ip)), kind: Some(Kind::Car), total: None, inner: None }
}

fn everywhere() -> Everywhere {
    let day = Date::new(2024, 2, 29).unwrap();
    let time = CompactDateTime::parse("20240229235959").unwrap();
    Everywhere {
        day,
        compact: day.into(),
        time,
        number: IntText::new(-7),
        from: Some(day),
        days: vec![day.into(), CompactDate::new(2026, 1, 1).unwrap()],
        some: Some(9.into()),
        device: Some(JsonText(device("1.2.3.4"))),
        header: Some(time),
        header_device: Some(device("5.6.7.8").into()),
        body_day: day,
        times: vec![time],
        numbers: BTreeMap::from([("a".to_owned(), IntText::new(100))]),
        scene_info: scene("1.1.1.1").into(),
        list: Some(JsonText(vec![scene("2.2.2.2"), scene("3.3.3.3")])),
        free: Some(JsonText(json!({ "茶": [1, null] }))),
    }
}

fn client() -> Client {
    Runtime::new().unwrap().block_on(Sandbox::start()).unwrap().client().unwrap()
}

/// Reads and checks the request as a server does.
fn read(target: &str, headers: &HeaderMap, body: &[u8]) -> Result<Everywhere, ReceiveError> {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let holes = match_path(Everywhere::PATH, path).expect("the path matches");
    let incoming = Incoming::new(headers, body).with_target(&holes, query).strict(true);
    let mut request = Everywhere::blank();
    ready(receive(&mut request, &incoming, Checks::default().rules(&Default::default())))?;
    Ok(request)
}

/// The violations, as pointers with words.
fn violations(error: &Error) -> Vec<String> {
    error.violations().iter().map(ToString::to_string).collect()
}

#[test]
fn a_server_reads_what_a_client_writes() {
    let (client, request) = (client(), everywhere());
    let encoded = client.encode(&request).unwrap();
    assert!(encoded.target().starts_with("/v3/test/2024-02-29/20240229/20240229235959/-7?"), "{}", encoded.target());
    let body: Value = serde_json::from_slice(encoded.body()).unwrap();
    assert_eq!(body["body_day"], "2024-02-29");
    assert_eq!(body["times"], json!(["20240229235959"]));
    assert_eq!(body["numbers"], json!({ "a": "100" }));
    assert_eq!(body["scene_info"], r#"{"device":{"ip":"1.1.1.1","since":"2026-01-31"},"kind":"CAR"}"#);
    assert_eq!(body["free"], r#"{"茶":[1,null]}"#);
    assert_eq!(read(encoded.target(), encoded.headers(), encoded.body()).unwrap(), request);

    let mut stored = Everywhere::blank();
    read_json(&mut stored, &serde_json::to_vec(&request).unwrap()).unwrap();
    assert_eq!(stored, request);
}

#[test]
fn rules_hold_inside_a_json_text_with_pointers_that_lead_through_it() {
    let (client, mut request) = (client(), everywhere());
    request.scene_info.0.device = Some(device("local"));
    request.list = Some(JsonText(vec![scene("1.1.1.1"), scene("")]));
    request.device = Some(JsonText(device("\u{1f600}")));
    request.some = Some(IntText::new(10));
    request.scene_info.0.kind = from_json(br#""BOAT""#).unwrap();
    let pattern = "does not match `[0-9.]+`";
    let expected = [
        "query /some: is 10, allowed are 1 to 9".to_owned(),
        "query /device/ip: has a character above U+FFFF, which WeChat Pay refuses".to_owned(),
        format!("query /device/ip: {pattern}"),
        format!("body /scene_info/device/ip: {pattern}"),
        "body /scene_info/kind: is not one of SHOP, CAR; `other(..)` makes a value that is sent anyway".to_owned(),
        "body /list/1/device/ip: has 0 characters, allowed are 1 to 15".to_owned(),
        format!("body /list/1/device/ip: {pattern}"),
    ];
    assert_eq!(violations(&client.encode(&request).unwrap_err()), expected);
}

#[test]
fn the_length_of_a_json_text_is_that_of_the_text() {
    let (client, mut request) = (client(), everywhere());
    request.scene_info.0.inner = Some(JsonText(device("1.2.3.4")));
    let expected = ["body /scene_info: has 117 characters, allowed are 0 to 80"];
    assert_eq!(violations(&client.encode(&request).unwrap_err()), expected);
}

#[test]
fn a_server_points_into_the_text_too() {
    let client = client();
    let encoded = client.encode(&everywhere()).unwrap();
    let wrong = |member: &str, text: &str| {
        let mut body: Value = serde_json::from_slice(encoded.body()).unwrap();
        body[member] = json!(text);
        match read(encoded.target(), encoded.headers(), body.to_string().as_bytes()) {
            Err(ReceiveError::Misread(misread)) => format!("{misread:?}"),
            Err(ReceiveError::Invalid(violations)) => format!("{violations:?}"),
            other => panic!("{other:?}"),
        }
    };
    for (member, text, said) in [
        ("scene_info", r#"{"device":{}}"#, r#"pointer: "/scene_info/device/ip", label: Some("地址"), kind: Missing"#),
        ("scene_info", r#"{"device":{"ip":"1","since":"2026-02-30"}}"#, r#"pointer: "/scene_info/device/since""#),
        ("scene_info", r#"{"colour":1}"#, r#"pointer: "/scene_info/colour", label: Some("场景"), kind: Unknown"#),
        ("scene_info", r#"{"device":{"ip":"local"}}"#, r#"pointer: "/scene_info/device/ip""#),
        ("scene_info", "{", r#"pointer: "/scene_info", label: Some("场景"), kind: Foreign("its text is not JSON"#),
        ("scene_info", "{} {}", r#"pointer: "/scene_info""#),
        ("scene_info", "", r#"pointer: "/scene_info""#),
        ("scene_info", "null", r#"pointer: "/scene_info", label: Some("场景"), kind: Missing"#),
        ("list", r#"[{"device":{"ip":"1"}},{"device":{"ip":1}}]"#, r#"pointer: "/list/1/device/ip""#),
        ("body_day", "2026-02-29", r#"pointer: "/body_day", label: None, kind: Type"#),
    ] {
        let found = wrong(member, text);
        assert!(found.contains(said), "{member} {text}: {found}");
    }
    let target = encoded.target().replace("%22ip%22", "%22pi%22");
    let found = format!("{:?}", read(&target, encoded.headers(), encoded.body()));
    assert!(found.contains(r#"Query, Fault { pointer: "/device/ip", label: Some("地址"), kind: Missing"#), "{found}");
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Answer {
    day: Option<Date>,
    compact: Option<CompactDate>,
    time: Option<CompactDateTime>,
    number: Option<IntText>,
    scene: Option<JsonText<Scene>>,
}

#[test]
fn an_answer_leaves_out_what_does_not_fit() {
    let read = |json: &str| from_json::<Answer>(json.as_bytes()).unwrap();
    let nothing = Answer { day: None, compact: None, time: None, number: None, scene: None };
    assert_eq!(read(r#"{"day":"","compact":"","time":"","number":"","scene":""}"#), nothing);
    assert_eq!(read(r#"{"day":"长期","compact":"2026","time":1,"number":"1.5","scene":"{"}"#), nothing);
    assert_eq!(read(r#"{"scene":{"total":1}}"#), nothing);
    let scene = read(r#"{"scene":"{\"total\":\"much\",\"kind\":\"BOAT\",\"new\":[]}"}"#).scene.unwrap().0;
    assert_eq!((scene.total, scene.kind.as_ref().map(Kind::as_str)), (None, Some("BOAT")));
    let error = from_json::<JsonText<Scene>>(br#""{\"device\":{\"ip\":\"1\"},\"inner\":7}""#).unwrap();
    assert_eq!(error.0.device.unwrap().ip, "1");
}

#[test]
fn a_text_is_read_by_itself() {
    let text: JsonText<Device> = r#"{"ip":"1.1.1.1"}"#.parse().unwrap();
    assert_eq!(text.0, Device { ip: "1.1.1.1".to_owned(), since: None });
    assert_eq!(serde_json::to_string(&text).unwrap(), r#""{\"ip\":\"1.1.1.1\"}""#);
    assert_eq!(r#"{"ip":1}"#.parse::<JsonText<Device>>().unwrap_err().to_string(), "/ip is not a string");
    assert!(matches!("{".parse::<JsonText<Device>>(), Err(DecodeError::Syntax(_))));
}

/// The tables of the objects in a text are reachable from the endpoint's table.
#[test]
fn the_fields_lead_into_the_text() {
    let field = |name| Everywhere::FIELDS.iter().find(|field| field.name == name).unwrap();
    let scene = field("scene_info");
    assert_eq!((scene.kind.as_str(), scene.kind.format(), scene.secret()), ("string", Some("json"), false));
    let names: Vec<_> = scene.members().iter().map(|field| field.name).collect();
    assert_eq!(names, ["device", "kind", "total", "inner"]);
    assert_eq!(scene.members()[0].members()[0].name, "ip");
    assert_eq!(field("day").kind.format(), Some("date"));
    assert_eq!(field("days").kind.element().format(), Some("yyyyMMdd"));
}

#[test]
fn an_example_is_well_formed() {
    let example = example(Everywhere::FIELDS);
    let mut request = Everywhere::blank();
    read_json(&mut request, example.to_string().as_bytes()).unwrap_or_else(|error| panic!("{error} in {example}"));
    let mut seen = Vec::new();
    walk(request.node(), &mut |at, visit| {
        if matches!(visit, Visit::Value(_)) {
            seen.push(at.to_string());
        }
    });
    assert!(seen.iter().any(|at| at == "/scene_info/inner/since"), "{seen:?}");
}

mod hidden {
    use wxpay::prelude::*;

    #[wxpay_endpoint(method = "POST", path = "/v3/test")]
    #[derive(Debug)]
    pub(crate) struct Outer {
        pub(crate) text: JsonText<Middle>,
    }

    #[wxpay_object]
    #[derive(Debug)]
    pub(crate) struct Middle {
        pub(crate) like: Vec<Middle>,
        pub(crate) inner: Option<Inner>,
    }

    #[wxpay_object]
    #[derive(Debug)]
    pub(crate) struct Inner {
        pub(crate) name: Option<Sensitive>,
    }
}

/// One level deeper than the compiler sees: refused with the member and without it.
#[test]
fn a_sensitive_value_in_a_json_text_is_refused() {
    let request = hidden::Outer { text: JsonText(hidden::Middle { like: Vec::new(), inner: None }) };
    let error = client().encode(&request).unwrap_err();
    let said =
        "body /text: cannot be written: a JSON text is not encrypted, and cannot hold the sensitive member `name`";
    assert_eq!(violations(&error), [said]);
    let inner = hidden::Inner { name: Some("王小明".into()) };
    let text = JsonText(hidden::Middle { like: Vec::new(), inner: Some(inner) });
    assert!(serde_json::to_string(&text).is_err());
    let read = from_json::<JsonText<hidden::Inner>>(br#""{\"name\":\"c2VhbGVk\"}""#).unwrap();
    assert_eq!(read.0.name, None, "a member that cannot be encrypted is not read as encrypted");
}
