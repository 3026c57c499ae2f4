//! Sensitive members: encrypted wherever they are, decrypted on the way back, and never shown.

use std::collections::BTreeMap;

use wxpay::client::Client;
use wxpay::error::{ErrorKind, Outcome};
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::wire::Wire;

/// Secrets at every depth and in every place that may hold one.
#[wxpay_endpoint(method = "POST", path = "/v3/test/secrets", response = Secrets)]
#[derive(Debug, Clone, PartialEq)]
struct Keep {
    #[wxpay(query)]
    asked: Vec<Sensitive>,
    kept: Secrets,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Secrets {
    one: Sensitive,
    none: Option<Sensitive>,
    list: Vec<Sensitive>,
    named: BTreeMap<String, Sensitive>,
    inner: Option<Box<Secrets>>,
    siblings: Option<Vec<Secrets>>,
}

const PLAIN: [&str; 5] = ["secret-one", "secret-two", "secret-数据", "secret-four", "secret-query"];

fn secrets(inner: Option<Secrets>) -> Secrets {
    Secrets {
        one: PLAIN[0].into(),
        none: None,
        list: vec![PLAIN[1].into(), PLAIN[2].into()],
        named: BTreeMap::from([("a/b".to_owned(), PLAIN[3].into())]),
        siblings: inner.clone().map(|inner| vec![inner.clone(), inner]),
        inner: inner.map(Box::new),
    }
}

async fn tapped() -> (Sandbox, Wire, Client) {
    let answer = |request: &Keep| {
        let mut kept = request.kept.clone();
        kept.list.extend(request.asked.clone());
        kept
    };
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let wire = Wire::tap(sandbox.address()).await.unwrap();
    let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
    (sandbox, wire, client)
}

#[tokio::test]
async fn secrets_at_any_depth_go_and_come_back_encrypted() {
    let (_sandbox, wire, client) = tapped().await;
    let request = Keep { asked: vec![PLAIN[4].into()], kept: secrets(Some(secrets(None))) };
    let answer = client.execute(&request).await.unwrap();
    let mut expected = request.kept.clone();
    expected.list.push(PLAIN[4].into());
    assert_eq!(answer.get(), &expected);

    let sent = String::from_utf8_lossy(&wire.requests()[0]).into_owned();
    let answered = String::from_utf8_lossy(answer.body()).into_owned();
    for plain in PLAIN {
        assert!(!sent.contains(plain) && !answered.contains(plain), "{plain}");
    }
    assert!(sent.contains("/v3/test/secrets?asked="), "{sent}");
}

#[tokio::test]
async fn an_empty_optional_secret_is_left_out_and_an_empty_required_one_refused() {
    let (_sandbox, _wire, client) = tapped().await;
    let mut request = Keep { asked: vec![PLAIN[4].into()], kept: secrets(None) };
    request.kept.none = Some("".into());
    let encoded = client.encode(&request).unwrap();
    assert!(!String::from_utf8_lossy(encoded.body()).contains("\"none\""));

    request.kept.one = "".into();
    request.kept.list.push("".into());
    let error = client.encode(&request).unwrap_err();
    let pointers: Vec<_> = error.violations().iter().map(|violation| violation.pointer.as_str()).collect();
    assert_eq!(pointers, ["/kept/one", "/kept/list/2"]);
}

#[tokio::test]
async fn one_byte_too_many_is_refused_with_its_path_wherever_it_is() {
    let (_sandbox, _wire, client) = tapped().await;
    let mut request = Keep { asked: vec![PLAIN[4].into()], kept: secrets(Some(secrets(None))) };
    let inner = request.kept.inner.as_mut().unwrap();
    inner.named.insert("a/b".into(), "数".repeat(72).into());
    let error = client.encode(&request).unwrap_err();
    let ErrorKind::Seal(seal) = error.kind() else { panic!("{error}") };
    assert_eq!(seal.pointer, "/kept/inner/named/a~1b");
    assert_eq!(error.outcome(), Outcome::NotSent);
}

#[tokio::test]
async fn a_repeated_request_carries_the_same_ciphertexts() {
    let (_sandbox, wire, client) = tapped().await;
    let request = Keep { asked: vec![PLAIN[4].into()], kept: secrets(None) };
    let encoded = client.encode(&request).unwrap();
    client.resend::<Keep>(&encoded).await.unwrap();
    client.resend::<Keep>(&encoded).await.unwrap();
    let target = |request: &[u8]| String::from_utf8_lossy(request).split(' ').nth(1).unwrap().to_owned();
    let requests = wire.requests();
    assert_eq!(target(&requests[0]), target(&requests[1]));
    assert!(requests.iter().all(|request| request.ends_with(encoded.body())));
}

#[tokio::test]
async fn nothing_that_is_printed_or_stored_shows_a_secret() {
    let (_sandbox, _wire, client) = tapped().await;
    let request = Keep { asked: vec![PLAIN[4].into()], kept: secrets(Some(secrets(None))) };
    let answer = client.send(&request).await.unwrap();
    let printed = format!("{request:?} {answer:?} {:?}", client.encode(&request).unwrap());
    let stored = serde_json::to_string(&request).unwrap_err().to_string();
    assert!(serde_json::to_string(&answer).is_err(), "an opened answer is plain text");
    for plain in PLAIN {
        assert!(!printed.contains(plain) && !stored.contains(plain), "{plain}");
    }
    // A sealed member may be stored, and is sealed when it is read.
    let sealed = Sensitive::sealed("PUB_KEY_ID_1", "AAAA");
    let mut stored = secrets(None);
    (stored.one, stored.list, stored.named) = (sealed, Vec::new(), BTreeMap::new());
    let json = serde_json::to_string(&stored).unwrap();
    let back: Secrets = serde_json::from_str(&json).unwrap();
    assert_eq!(back.one.ciphertext(), Some("AAAA"));
}
