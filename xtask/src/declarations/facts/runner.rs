//! Builds each request from the facts' values and encodes it. Compares the encoded request with the values, reads it as a server
//! does, and compares again. Also reads each answer and compares it.

#![allow(dead_code, deprecated, non_snake_case)]

include!("cases.rs");

use std::collections::BTreeMap;
use std::error::Error;
use std::future::{Future, pending};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use serde_json::{Map, Value, json};
use wxpay::client::Client;
use wxpay::crypto::{BoxFuture, CryptoError, Decryptor, Encryptor, PublicKey, Signer, Verifier, Zeroizing};
use wxpay::endpoint::{Endpoint, FileEndpoint, Operation};
use wxpay::keys::{Platform, PlatformKey};
use wxpay::payload::{Field, Message, Mismatch, Node, Payload, Slot, walk_mut};
use wxpay::server::{Checks, Incoming, content, from_base64, match_path, receive};
use wxpay::transport::{Body, Transport, TransportError};
use wxpay::validate::Policy;
use wxpay::value::{Sensitive, Upload};
use wxpay::{DecodeError, Encoded, Fault, FaultKind, read_json};

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("no file of cases")?;
    let values: Vec<Value> = serde_json::from_slice(&std::fs::read(file)?)?;
    let values: BTreeMap<_, _> = values.iter().map(|case| (case["endpoint"].as_str().unwrap_or(""), case)).collect();
    let client = client()?;
    let (mut requests, mut answers, mut failed) = (0, 0, 0);
    for case in CASES {
        let values = values[case.endpoint];
        let mut fail = |what: &str, number: usize, error: String| {
            failed += 1;
            println!("fails: {}: {what} {}: {error}", case.endpoint, number + 1);
        };
        for (number, request) in list(&values["requests"]).iter().enumerate() {
            requests += 1;
            sent(&client, case, request).unwrap_or_else(|error| fail("request", number, error));
        }
        for (number, answer) in list(&values["answers"]).iter().enumerate() {
            answers += 1;
            answered(case, answer).unwrap_or_else(|error| fail("answer", number, error));
        }
    }
    println!("{} operations: {requests} requests and {answers} answers, of which {failed} failed", CASES.len());
    if failed == 0 { Ok(()) } else { Err("something was lost".into()) }
}

struct Case {
    endpoint: &'static str,
    operation: Operation,
    request: fn() -> Box<dyn Message + Sync>,
    answer: fn() -> Box<dyn Message>,
}

const fn case<E: Endpoint<Response: 'static> + Send + 'static>(endpoint: &'static str) -> Case {
    Case { endpoint, operation: E::OPERATION, request: request::<E>, answer: answer::<E> }
}

/// The case of an endpoint whose answer is a file, so that there is no answer to read.
const fn file<E: FileEndpoint + Send + 'static>(endpoint: &'static str) -> Case {
    Case { endpoint, operation: E::OPERATION, request: request::<E>, answer: || Box::new(()) }
}

fn request<E: Payload + Message + Sync + 'static>() -> Box<dyn Message + Sync> {
    Box::new(E::blank())
}

fn answer<E: Endpoint<Response: 'static>>() -> Box<dyn Message> {
    Box::new(E::Response::blank())
}

fn sent(client: &Client, case: &Case, places: &Value) -> Result<(), String> {
    let members: Map<_, _> = members(places)
        .flat_map(|(place, members)| {
            members.clone().into_iter().map(move |(name, value)| match place {
                "file" => (name, json!(upload(&value))),
                _ => (name, value),
            })
        })
        .collect();
    let request = built((case.request)(), &Value::Object(members))?;
    let encoded = client.encode_dyn(&case.operation, &*request).map_err(|error| format!("cannot be sent: {error}"))?;
    on_the_wire(case, places, &encoded)?;

    let (path, query) = encoded.target().split_once('?').unwrap_or((encoded.target(), ""));
    let path = match_path(case.operation.path, path).ok_or("goes to another path")?;
    let taken = ready(content(encoded.headers(), encoded.body().clone())).map_err(|error| error.to_string())?;
    let incoming = Incoming::new(encoded.headers(), &taken.body).with_target(&path, query).with_parts(&taken.parts);
    let mut back = (case.request)();
    let policy = Policy::default();
    let checks = Checks::default().rules(&policy).open(Some(&Key));
    let received = ready(receive(&mut *back, &incoming.strict(true), checks));
    received.map_err(|error| format!("is not received: {error:?}"))?;
    same("what the server has read", &plain(request.node()), &plain(back.node()))
}

fn answered(case: &Case, expected: &Value) -> Result<(), String> {
    let mut answer = (case.answer)();
    let faults = read_json(&mut *answer, expected.to_string().as_bytes());
    faults.map_err(|error| format!("cannot be read: {error}"))?;
    unseal(&mut *answer);
    same("what was read", expected, &plain(answer.node()))
}

/// Builds the request from its members, and compares it with them.
fn built(mut request: Box<dyn Message + Sync>, members: &Value) -> Result<Box<dyn Message + Sync>, String> {
    let read = read_json(&mut *request, members.to_string().as_bytes());
    if let Slot::Object(object) = request.slot() {
        // If two members in different places have one name, one of them gets its value, and the other is missing.
        let fields = object.table().fields;
        let is_another = |fault: &Fault| {
            let is_of_that_name = |field: &&Field| fault.pointer.strip_prefix('/') == Some(field.name);
            fault.kind == FaultKind::Missing && fields.iter().filter(is_of_that_name).count() > 1
        };
        match read {
            Err(DecodeError::Faults(faults)) if faults.iter().all(is_another) => {}
            read => read.map_err(|error| format!("cannot be built: {error}"))?,
        }
        for (index, field) in fields.iter().enumerate() {
            if fields.iter().filter(|other| other.name == field.name).count() > 1 {
                let text = members[field.name].as_str().unwrap_or_default();
                fill(object.member_mut(index), text).map_err(|error| format!("cannot be built: {error:?}"))?;
            }
        }
    }
    unseal(&mut *request);
    same("what was built", members, &plain(request.node()))?;
    Ok(request)
}

fn fill(slot: Slot<'_>, text: &str) -> Result<(), Mismatch> {
    match slot {
        Slot::Optional(optional) => fill(optional.fill(), text),
        Slot::Scalar(scalar) => scalar.text(text).map(drop),
        _ => Ok(()),
    }
}

/// Compares the encoded request with the values of the facts, without the declaration's tables.
fn on_the_wire(case: &Case, places: &Value, encoded: &Encoded) -> Result<(), String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let (path, query) = encoded.target().split_once('?').unwrap_or((encoded.target(), ""));
    let expected = case.operation.path.split('/').map(|segment| {
        let hole = segment.strip_prefix('{').and_then(|segment| segment.strip_suffix('}'));
        hole.map_or_else(|| segment.to_owned(), |hole| text(&places["path"][hole]))
    });
    let found: Vec<_> = path.split('/').map(decoded).collect();
    same("the path", &json!(expected.collect::<Vec<_>>()), &json!(found))?;

    let mut pairs = Vec::new();
    for (name, value) in places["query"].as_object().into_iter().flatten() {
        match value {
            Value::Array(values) => pairs.extend(values.iter().map(|value| json!([name, text(value)]))),
            value => pairs.push(json!([name, text(value)])),
        }
    }
    let found = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        json!([decoded(name), opened(&json!(decoded(value)))])
    });
    let mut found: Vec<_> = found.collect();
    pairs.sort_by_key(Value::to_string);
    found.sort_by_key(Value::to_string);
    same("the query", &json!(pairs), &json!(found))?;

    for (name, value) in places["header"].as_object().into_iter().flatten() {
        let found = encoded.headers().get(name).and_then(|value| value.to_str().ok());
        same(name, value, &json!(found))?;
    }

    let body = places.get("body").cloned();
    let found = match encoded.signed() {
        b"" => None,
        body => Some(serde_json::from_slice(body).map_err(|error| format!("the body is no JSON: {error}"))?),
    };
    // A body whose members are all left out is an empty object.
    let body = body.or_else(|| found.is_some().then(|| json!({})));
    same("the body", &json!(body), &found.as_ref().map_or(Value::Null, opened))
}

fn same(what: &str, expected: &Value, found: &Value) -> Result<(), String> {
    fn difference(at: &str, expected: &Value, found: &Value) -> Option<String> {
        match (expected, found) {
            (Value::Object(expected), Value::Object(found)) => {
                let added = found.iter().find(|(name, _)| !expected.contains_key(*name));
                let added = added.map(|(name, value)| format!("at {at}/{name} too many: {value}"));
                let null = Value::Null;
                let inside = expected.iter().find_map(|(name, value)| {
                    difference(&format!("{at}/{name}"), value, found.get(name).unwrap_or(&null))
                });
                inside.or(added)
            }
            (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
                let pairs = expected.iter().zip(found).enumerate();
                pairs.into_iter().find_map(|(index, (one, other))| difference(&format!("{at}/{index}"), one, other))
            }
            (expected, found) if expected == found => None,
            // The members of a JSON text may have another order.
            (Value::String(expected), Value::String(found)) if json_in(expected).is_some() => {
                difference(at, &json_in(expected)?, &json_in(found).unwrap_or(json!(found)))
            }
            _ => Some(format!("at {at} {found}, expected {expected}")),
        }
    }
    difference("", expected, found).map_or(Ok(()), |difference| Err(format!("{what} has {difference}")))
}

/// The object or the array in a text.
fn json_in(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(|value: &Value| value.is_object() || value.is_array())
}

/// The content of a message, with sensitive members in plain text.
fn plain(node: Node<'_>) -> Value {
    written(node).unwrap_or_else(|| json!({}))
}

fn written(node: Node<'_>) -> Option<Value> {
    Some(match node {
        Node::Absent => return None,
        Node::Text(text) => json!(text),
        Node::Choice { text, .. } => json!(text),
        Node::Number { text, .. } => json!(text.parse::<i64>().ok()?),
        Node::JsonText(text) => json!(written(text.held())?.to_string()),
        Node::Integer(number) => json!(i64::try_from(number).ok()?),
        Node::Boolean(truth) => json!(truth),
        Node::Secret(secret) => json!(secret.expose().or(secret.ciphertext())),
        Node::Object(object) => {
            let fields = object.table().fields.iter().enumerate();
            let members =
                fields.filter_map(|(index, field)| Some((field.name.to_owned(), written(object.member(index))?)));
            Value::Object(members.collect())
        }
        Node::List(list) => (0..list.len()).filter_map(|index| written(list.node(index))).collect(),
        Node::Json(value) => value.into_owned(),
        Node::File(file) => json!(file),
        _ => json!("a node of another kind"),
    })
}

/// Makes plain values of the sensitive members that were read as ciphertexts.
fn unseal(message: &mut dyn Message) {
    walk_mut(message, &mut |_, slot| {
        if let Slot::Secret(secret) = slot {
            *secret = Sensitive::new(secret.ciphertext().unwrap_or_default());
        }
    });
}

/// Returns the value with every ciphertext opened.
fn opened(value: &Value) -> Value {
    match value {
        Value::String(text) => json!(from_base64(text).and_then(|sealed| Key::open(&sealed)).unwrap_or(text.clone())),
        Value::Array(values) => values.iter().map(opened).collect(),
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), opened(value))).collect(),
        other => other.clone(),
    }
}

fn upload(value: &Value) -> Upload {
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    Upload::new(text("name"), text("content").into_bytes())
}

fn members(places: &Value) -> impl Iterator<Item = (&str, &Map<String, Value>)> {
    let places = places.as_object().into_iter().flatten();
    places.filter_map(|(place, members)| Some((place.as_str(), members.as_object()?)))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = behind.get(..2).filter(|_| *first == b'%').and_then(|code| str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Returns the result of a future that is ready at its first poll, as every future here is.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("something waits"),
    }
}

fn client() -> Result<Client, Box<dyn Error>> {
    let key = PublicKey::new(Arc::new(Key), Arc::new(Key), b"platform".to_vec());
    let platform = Platform::default();
    platform.add(PlatformKey::public_key("PUB_KEY_ID_0119000000012024010100000000000001", key))?;
    let builder = Client::builder().mchid("1900000001").merchant_serial("5157F09EFDC096DE15EBE81A47057A7232F1B8E1");
    Ok(builder.signer(Arc::new(Key)).platform(platform).transport(Arc::new(Nowhere)).build()?)
}

/// A stand-in for RSA, with ciphertexts of the same size and without any security.
struct Key;

impl Key {
    fn open(sealed: &[u8]) -> Option<String> {
        let [0xFE, 0xED, length, rest @ ..] = sealed else { return None };
        String::from_utf8(rest.get(..usize::from(*length))?.to_vec()).ok().filter(|_| sealed.len() == SEALED)
    }
}

const SEALED: usize = 256;

impl Encryptor for Key {
    fn encrypt(&self, plain: &[u8]) -> Result<Vec<u8>, CryptoError> {
        let length = u8::try_from(plain.len()).map_err(CryptoError::other)?;
        let mut sealed = [&[0xFE, 0xED, length], plain].concat();
        sealed.resize(SEALED, 0);
        Ok(sealed)
    }

    fn longest_plaintext(&self) -> usize {
        214
    }
}

impl Decryptor for Key {
    fn decrypt<'a>(&'a self, sealed: &'a [u8]) -> BoxFuture<'a, Result<Zeroizing<Vec<u8>>, CryptoError>> {
        let plain = Self::open(sealed).ok_or_else(|| CryptoError::other("not sealed by this key"));
        Box::pin(async move { plain.map(|plain| Zeroizing::new(plain.into_bytes())) })
    }
}

impl Signer for Key {
    fn sign<'a>(&'a self, _: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        Box::pin(async { Err(CryptoError::other("nothing is signed here")) })
    }
}

impl Verifier for Key {
    fn verify(&self, _: &[u8], _: &[u8]) -> bool {
        false
    }
}

struct Nowhere;

impl Transport for Nowhere {
    fn send(&self, _: http::Request<Bytes>) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(pending())
    }
}
