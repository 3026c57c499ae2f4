//! Tests: a stored request can be read again, and other bytes cannot.

use bytes::Bytes;
use flate2::Crc;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Method};
use serde::de::IgnoredAny;
use serde_json::{Value, json};

use super::{Encoded, HeadProblem, LONGEST, StoredError};
use crate::echo::Echo;
use crate::encoded::Content;
use crate::encoded::fingerprint::{FORM, Fingerprint, Mark};
use crate::encoded::target::TargetProblem;
use crate::endpoint::{self, Operation, Statuses};
use crate::error::EncodeError;

const UNKNOWN_ON: &[u16] = &[429];
const BOUNDARY: &str = "B0B0B0B0B0B0B0B0";

fn order() -> Encoded {
    let operation = Operation::new(endpoint::Method::Post, "/v3/pay/{id}", "").success(202).unknown_on(UNKNOWN_ON);
    let echoes = vec![
        Echo::stored("mchid".to_owned(), "1900000001".to_owned(), false, false),
        Echo::stored("id".to_owned(), "a/1".to_owned(), false, false),
        Echo::stored("out_trade_no".to_owned(), "茶\n1".to_owned(), false, true),
    ];
    line(Method::POST, operation.path, "/v3/pay/a%2F1?b=c")
        .with_content(Content::of(Bytes::from_static(b"{\"a\":1}\n")))
        .with_rules(echoes, operation.statuses())
}

fn line(method: Method, template: &'static str, target: &str) -> Encoded {
    let serial = Some("PUB_KEY_ID_0119000000012026010100000000000001".to_owned());
    Encoded::new(method, template, target.to_owned(), "1900000001".into(), serial)
}

fn form(boundary: &str) -> Encoded {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::try_from(format!("{FORM}{boundary}")).unwrap());
    let body = format!("--{boundary}\r\n\r\n{{}}\r\n--{boundary}--\r\n").into();
    let signed = boundary.len() + 6..boundary.len() + 8;
    line(Method::POST, "/v3/upload", "/v3/upload").with_content(Content { headers, body, signed })
}

fn sealed() -> Encoded {
    let mark = Mark::Plaintexts(Fingerprint::of("/v3/a", "/v3/a", &Content::default()));
    line(Method::GET, "/v3/a", "/v3/a").with_seals(true, mark)
}

fn undeclared() -> Encoded {
    Encoded::new(Method::DELETE, "/v3/x/1".to_owned(), "/v3/x/1?a".to_owned(), "1".into(), None).undeclared()
}

/// Replaces the value of a member of the head, with the checksum that somebody who changes it on purpose would write.
fn with(stored: &[u8], member: &str, value: &Value) -> Vec<u8> {
    let first = stored.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let rest = String::from_utf8(stored[first..].to_vec()).unwrap();
    let name = format!("\"{member}\":");
    let start = rest.find(&name).unwrap() + name.len();
    let mut values = serde_json::Deserializer::from_str(&rest[start..]).into_iter::<IgnoredAny>();
    values.next().unwrap().unwrap();
    let end = start + values.byte_offset();
    signed(format!("{}{value}{}", &rest[..start], &rest[end..]).as_bytes())
}

fn signed(rest: &[u8]) -> Vec<u8> {
    let mut crc = Crc::new();
    crc.update(rest);
    [format!("wxpay-encoded 1 {} {:08x}\n", rest.len(), crc.sum()).as_bytes(), rest].concat()
}

fn problem(encoded: &Encoded, member: &str, value: Value) -> Option<(&'static str, HeadProblem)> {
    match Encoded::from_bytes(&with(&encoded.to_bytes(), member, &value)) {
        Err(StoredError::Member { member, problem }) => Some((member, problem)),
        Err(error) => panic!("{error}"),
        Ok(_) => None,
    }
}

#[test]
fn what_is_stored_comes_back() {
    for encoded in [order(), form(BOUNDARY), sealed(), undeclared(), sealed().with_seals(true, Mark::Plaintexts(None))]
    {
        let stored = encoded.to_bytes();
        let read = Encoded::from_bytes(&stored).unwrap();
        assert_eq!(read, encoded);
        assert_eq!(read.to_bytes(), stored);
        assert_eq!(read.fingerprint(), encoded.fingerprint());
        assert_eq!((read.number(), read.is_repeatable()), (encoded.number(), encoded.is_repeatable()));
        assert_eq!(with(&stored, "declared", &json!(encoded.is_declared())), stored, "nothing else is changed");
    }
}

#[test]
fn no_byte_of_it_can_be_changed_or_be_missing() {
    for encoded in [order(), form(BOUNDARY), sealed()] {
        let stored = encoded.to_bytes();
        for end in 0..stored.len() {
            assert!(Encoded::from_bytes(&stored[..end]).is_err(), "{end}");
        }
        for place in 0..stored.len() {
            for bit in 0..8 {
                let mut changed = stored.clone();
                changed[place] ^= 1 << bit;
                assert!(Encoded::from_bytes(&changed).is_err(), "{place} {bit}");
            }
        }
        assert!(Encoded::from_bytes(&[&*stored, b"\n"].concat()).is_err());
    }
}

#[test]
fn each_refusal_says_why() {
    let stored = order().to_bytes();
    let text = String::from_utf8(stored.clone()).unwrap();
    let read = |bytes: &[u8]| Encoded::from_bytes(bytes).unwrap_err();
    for foreign in
        ["", "{}", "wxpay-encoded", "wxpay-encoded \n", "wxpay-encoded 0 1 2\n", "wxpay-encoded x\n", "SQLite"]
    {
        assert_eq!(read(foreign.as_bytes()), StoredError::Foreign, "{foreign}");
    }
    assert_eq!(read(b"wxpay-encoded 2 of whatever form"), StoredError::Newer { version: 2 });
    let cut = read(&stored[..stored.len() - 1]);
    let StoredError::Length { expected, found } = cut else { panic!("{cut}") };
    assert_eq!(found + 1, expected);
    assert_eq!(read(text.replace("1900000001", "1900000002").as_bytes()), StoredError::Checksum);
    assert_eq!(read(&vec![b' '; LONGEST + 1]), StoredError::TooLarge { limit: LONGEST });
    assert_eq!(read(&signed(b"[]\n")), StoredError::Head);
    assert_eq!(read(&signed(b"{}")), StoredError::Head);
    let spaced = text.split_once('\n').unwrap().1.replace("\"method\":", "\"method\": ");
    assert_eq!(read(&signed(spaced.as_bytes())), StoredError::Spelling);
    let twice = text.split_once('\n').unwrap().1.replacen('{', "{\"more\":1,", 1);
    assert_eq!(read(&signed(twice.as_bytes())), StoredError::Spelling);
}

#[test]
fn what_may_not_be_sent_is_refused_whatever_its_checksum() {
    for (member, value, expected) in [
        ("method", json!("TRACE"), HeadProblem::Method),
        ("method", json!("post"), HeadProblem::Method),
        ("method", json!(1), HeadProblem::Type),
        ("target", json!("v3/pay/1"), HeadProblem::Target(TargetProblem::NotAPath)),
        ("target", json!("@example.com/v3/pay/1"), HeadProblem::Target(TargetProblem::NotAPath)),
        ("target", json!("//example.com/v3/pay/1"), HeadProblem::Target(TargetProblem::Authority)),
        ("target", json!("/v3/pay/.."), HeadProblem::Target(TargetProblem::Dots)),
        ("target", json!("/v3/pay/%2E%2e"), HeadProblem::Target(TargetProblem::Dots)),
        ("target", json!("/v3/pay/1 HTTP/1.1\r\nhost: example.com"), HeadProblem::Target(TargetProblem::Characters)),
        ("target", json!("/v3/pay/1#"), HeadProblem::Target(TargetProblem::Characters)),
        ("headers", json!([["authorization", "x"]]), HeadProblem::Header),
        ("headers", json!([["host", "example.com"]]), HeadProblem::Header),
        ("headers", json!([["transfer-encoding", "chunked"]]), HeadProblem::Header),
        ("headers", json!([["wechatpay-serial", "x"]]), HeadProblem::Header),
        ("headers", json!([["content-type", "text/html"]]), HeadProblem::Header),
        ("headers", json!([["a b", "x"]]), HeadProblem::Header),
        ("headers", json!([["a", "x\r\nb: c"]]), HeadProblem::Header),
        ("headers", json!([["a", "x", "y"]]), HeadProblem::Header),
        ("signed", json!([0, 1000]), HeadProblem::Range),
        ("signed", json!([1, 0]), HeadProblem::Range),
        ("signed", json!([0, 1]), HeadProblem::Contradiction),
        ("caller", json!("19\r\n"), HeadProblem::Name),
        ("caller", json!(""), HeadProblem::Name),
        ("serial", json!("a b"), HeadProblem::Name),
        ("unknown_on", json!([70000]), HeadProblem::Type),
        ("success", json!("202"), HeadProblem::Type),
        ("echoes", json!([{ "member": "a" }]), HeadProblem::Type),
        ("fingerprint", json!("00"), HeadProblem::Name),
        ("fingerprint_of", json!("plaintexts"), HeadProblem::Contradiction),
        ("sealed", Value::Null, HeadProblem::Type),
    ] {
        assert_eq!(problem(&order(), member, value.clone()), Some((member, expected)), "{member} {value}");
    }
    for name in
        ["content-encoding", "cookie", "accept-encoding", "proxy-connection", "wechatpay-nonce", "x-forwarded-host"]
    {
        let headers = json!([[name, "x"]]);
        assert_eq!(problem(&order(), "headers", headers), Some(("headers", HeadProblem::Header)), "{name}");
    }
    let elsewhere = json!("/v3/refund/domestic/refunds");
    assert_eq!(problem(&order(), "target", json!("/v3/pay/?b=c")), Some(("template", HeadProblem::Template)));
    assert_eq!(problem(&order(), "target", elsewhere.clone()), Some(("template", HeadProblem::Template)));
    assert_eq!(problem(&order(), "template", elsewhere), Some(("template", HeadProblem::Template)));
    assert_eq!(problem(&order(), "declared", json!(false)), Some(("template", HeadProblem::Template)));
    let number = json!({ "member": "a", "sent": "b", "integer": false, "number": true });
    let two = json!([number.clone(), number]);
    assert_eq!(problem(&order(), "echoes", two), Some(("echoes", HeadProblem::Contradiction)));
    assert_eq!(problem(&sealed(), "serial", Value::Null), Some(("serial", HeadProblem::Contradiction)));
}

#[test]
fn what_the_answer_has_to_repeat_is_what_the_request_says() {
    let wrong = Some(("echoes", HeadProblem::Contradiction));
    // The path was rewritten, to another number or to another spelling of it.
    for target in ["/v3/pay/a%2F2?b=c", "/v3/pay/a%2f1?b=c", "/v3/pay/%61%2F1?b=c", "/v3/pay/a;1?b=c", "/v3/pay/%?b=c"]
    {
        assert_eq!(problem(&order(), "target", json!(target)), wrong, "{target}");
    }
    // The body has another number than `number()` returns.
    let paid = |number: &str| {
        let body = format!(r#"{{"out_trade_no":"{number}"}}"#);
        let echo = Echo::stored("out_trade_no".to_owned(), "1".to_owned(), false, true);
        line(Method::POST, "/v3/a", "/v3/a")
            .with_content(Content::of(body.into()))
            .with_rules(vec![echo], Statuses::default())
    };
    assert_eq!(Encoded::from_bytes(&paid("1").to_bytes()).as_ref(), Ok(&paid("1")));
    let (member, problem) = ("echoes", HeadProblem::Contradiction);
    assert_eq!(Encoded::from_bytes(&paid("2").to_bytes()), Err(StoredError::Member { member, problem }));
}

#[test]
fn the_declaration_says_what_statuses_mean_and_which_member_is_the_number() {
    let operation = Operation::new(endpoint::Method::Post, "/v3/pay/{id}", "").number("mchid").unknown_on(UNKNOWN_ON);
    let mut stored = order().to_bytes();
    for (member, value) in [("success", json!(404)), ("unknown_on", json!([])), ("echoes", json!([]))] {
        stored = with(&stored, member, &value);
    }
    let encoded = Encoded::from_bytes(&stored).unwrap();
    let again = encoded.again(&operation, "1900000001").unwrap();
    assert_eq!(again.statuses(), &operation.statuses());
    let echoes: Vec<_> = again.echoes().iter().map(|echo| (echo.member(), echo.sent())).collect();
    assert_eq!(echoes, [("id", "a/1")]);
    // A member that the declaration does not call the number makes nothing safe to repeat.
    assert!(order().number().is_some() && again.number().is_none());
    assert_eq!(order().again(&operation, "1900000001").unwrap().number(), Some("1900000001"));

    let other = Operation::new(endpoint::Method::Post, "/v3/pay/{no}", "");
    assert!(matches!(encoded.again(&other, "1900000001"), Err(EncodeError::OtherEndpoint { .. })));
    assert!(matches!(encoded.again(&operation, "1900000002"), Err(EncodeError::OtherCaller { .. })));
}

#[test]
fn a_boundary_is_so_long_that_no_body_consists_of_boundaries() {
    let boundary = "a".repeat(16);
    let body = bytes::Bytes::from(vec![b'a'; LONGEST / 64]);
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::try_from(format!("{FORM}{boundary}")).unwrap());
    let long = line(Method::POST, "/v3/a", "/v3/a").with_content(Content { headers, signed: 0..0, body });
    let stored = long.to_bytes();
    assert_eq!(Encoded::from_bytes(&stored).unwrap().to_bytes(), stored);
    for boundary in ["", "a", "a b c d e f g h i j k l", &"a".repeat(71)] {
        let headers = json!([["content-type", format!("{FORM}{boundary}")]]);
        assert_eq!(problem(&long, "headers", headers), Some(("headers", HeadProblem::Header)), "{boundary}");
    }
}

#[test]
fn whatever_is_taken_with_a_good_checksum_is_written_the_same() {
    let mut taken = 0;
    for encoded in [order(), form(BOUNDARY), sealed(), undeclared()] {
        let stored = encoded.to_bytes();
        let rest = stored.splitn(2, |byte| *byte == b'\n').nth(1).unwrap();
        for place in 0..rest.len() {
            for byte in *b"\0\n\r \"\\/.%2eE:,[]{}-0a\xff" {
                let mut changed = rest.to_vec();
                changed[place] = byte;
                let changed = signed(&changed);
                if let Ok(encoded) = Encoded::from_bytes(&changed) {
                    assert_eq!(encoded.to_bytes(), changed);
                    taken += 1;
                }
            }
        }
    }
    assert!(taken > 100, "{taken}");
}

#[test]
fn a_fingerprint_of_bytes_is_that_of_these_bytes() {
    let stored = order().to_bytes();
    let other = with(&stored, "fingerprint", &json!("0".repeat(64)));
    assert_eq!(Encoded::from_bytes(&other), Err(StoredError::Fingerprint));
    let elsewhere = with(&stored, "target", &json!("/v3/pay/a%2F1?b=d"));
    assert_eq!(Encoded::from_bytes(&elsewhere), Err(StoredError::Fingerprint));
    // As a program without a crypto library stores it.
    let none = with(&stored, "fingerprint", &Value::Null);
    let read = Encoded::from_bytes(&none).unwrap();
    assert_eq!((read.to_bytes(), read.fingerprint()), (none, order().fingerprint()));
}

#[test]
fn a_boundary_is_not_part_of_the_fingerprint_and_everything_else_is() {
    let fingerprint = |encoded: &Encoded| encoded.fingerprint().unwrap();
    assert_eq!(fingerprint(&form(BOUNDARY)), fingerprint(&form("C1C1C1C1C1C1C1C1C1")));
    let body = |text: &'static str| line(Method::POST, "/v3/a", "/v3/a").with_content(Content::of(text.into()));
    let all = [
        body(""),
        body("1"),
        line(Method::POST, "/v3/a", "/v3/a1"),
        line(Method::POST, "/v3/a1", "/v3/a"),
        form(BOUNDARY),
        body("--\r\n\r\n{}\r\n----\r\n"),
    ];
    for (place, encoded) in all.iter().enumerate() {
        for other in &all[..place] {
            assert_ne!(fingerprint(encoded), fingerprint(other));
        }
    }
}

#[test]
fn debug_has_no_body() {
    let shown = format!("{:?} {:?}", order(), form(BOUNDARY));
    assert!(shown.contains("out_trade_no") || shown.contains("/v3/pay/a%2F1"), "{shown}");
    assert!(!shown.contains("\\\"a\\\"") && !shown.contains("B0B0"), "{shown}");
}
