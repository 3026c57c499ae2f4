//! Calls every endpoint once. The request is made of the facts' examples and read back; the answer is made of the facts'
//! examples, not of our types, and no member of it is lost.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serde_json::Value;
use tokio::runtime::Runtime;
use wxpay::client::Client;
use wxpay::crypto::{Backend, Decryptor, Encryptor};
use wxpay::payload::{Kind, Message};
use wxpay::read_json;
use wxpay::server::{Checks, Incoming, content, match_path, receive, sealed};
use wxpay::{Encoded, Shipped};
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::facts::Member;
use wxpay_tests::keys::private;
use wxpay_tests::report;
use wxpay_tests::unsealed::unseal;

use crate::compare::join;
use crate::examples::{About, losses, object, plain};
use crate::fitting::fit;
use crate::{Case, Exceptions, cases};

#[test]
fn every_endpoint_takes_and_gives_the_facts_examples() {
    let (cases, exceptions) = cases();
    let runtime = Runtime::new().unwrap();
    let sandbox = runtime.block_on(Sandbox::start()).unwrap();
    let keys = Keys::of(sandbox.credentials());
    let examples: Vec<_> = cases.iter().map(|case| Example::of(case, &exceptions, &keys)).collect();
    let mut builder = Sandbox::builder().strict(true);
    for (case, example) in cases.iter().zip(&examples) {
        builder = builder.example(case.shipped, example.answer.clone());
    }
    let sandbox = runtime.block_on(builder.start()).unwrap();
    let client = sandbox.client().unwrap();
    let mut wrong = Vec::new();
    for (case, example) in cases.iter().zip(&examples) {
        let call = || runtime.block_on(example.call(case, &client, &keys));
        let result = catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| Err("panicked".to_owned()));
        wrong.extend(result.err().map(|error| format!("{}: {error}", case.facts.endpoint)));
    }
    report(&format!("catalogue: {} endpoints called", cases.len()));
    assert!(wrong.is_empty(), "{} endpoints:\n{}", wrong.len(), wrong.join("\n"));
}

/// A request and the sandbox's answer.
struct Example {
    request: Value,
    /// The answer in plain text, without the members that the exceptions leave out.
    response: Value,
    /// The signed bytes of the answer.
    answer: Vec<u8>,
}

impl Example {
    fn of(case: &Case, exceptions: &Exceptions, keys: &Keys) -> Self {
        let Case { shipped, facts, .. } = case;
        let about = |part| About { exceptions, family: &facts.family, endpoint: &facts.endpoint, part };
        let mut request = object(about("request"), "", &facts.request, shipped.request.fields);
        without(&mut request, "", &case.left_out("request"));
        fit(shipped, &mut request, &keys.mchid);
        let Some(members) = &facts.response else {
            return Self { request, response: Value::Null, answer: Vec::new() };
        };
        let fields = match shipped.response {
            Kind::Object(table) => table().fields,
            _ => &[],
        };
        let mut response = object(about("response"), "", members, fields);
        echo(&request, &mut response);
        let mut answer = response.clone();
        seal(&mut answer, "", members, case, &*keys.merchant);
        without(&mut response, "", &case.left_out("response"));
        Self { request, response, answer: answer.to_string().into_bytes() }
    }

    async fn call(&self, case: &Case, client: &Client, keys: &Keys) -> Result<(), String> {
        let shipped = &case.shipped;
        let mut request = shipped.blank_request();
        read_json(&mut *request, self.request.to_string().as_bytes())
            .map_err(|error| format!("the request: {error}"))?;
        unseal(&mut *request);
        let built = plain(&*request);
        nothing_lost("the request, built", &self.request, &built)?;

        let encoded =
            client.encode_dyn(&shipped.operation, &*request).map_err(|error| format!("the request: {error}"))?;
        let back = plain(&*reread(shipped, &encoded, &*keys.platform).await?);
        if back != built {
            return Err(format!("the request, read back: {back}, not {built}"));
        }

        if shipped.operation.file {
            let file = client.file_dyn(&shipped.operation, &*request).await;
            return file.map(drop).map_err(|error| format!("the file: {error}"));
        }
        let mut response = shipped.blank_response();
        let answer = client.send_dyn(&shipped.operation, &*request, &mut *response).await;
        let answer = answer.map_err(|error| format!("the call: {error}"))?;
        let expected = shipped.operation.success.unwrap_or(case.facts.status);
        if answer.status() != expected {
            return Err(format!("the sandbox answered {}, expected {expected}", answer.status()));
        }
        nothing_lost("the answer", &self.response, &plain(&*response))
    }
}

/// Reads a request as a server does, and opens its encrypted members.
pub(crate) async fn reread(
    shipped: &Shipped,
    encoded: &Encoded,
    platform: &dyn Decryptor,
) -> Result<Box<dyn Message + Sync>, String> {
    let (path, query) = encoded.target().split_once('?').unwrap_or((encoded.target(), ""));
    let path = match_path(shipped.operation.path, path).ok_or("the path differs")?;
    let headers = encoded.headers();
    let taken = content(headers, encoded.body().clone()).await.map_err(|error| error.to_string())?;
    assert_eq!(taken.body, encoded.signed(), "the signed body is the one that is sent");
    assert_eq!(Encoded::from_bytes(&encoded.to_bytes()).as_ref(), Ok(encoded), "what is stored comes back");
    let incoming = Incoming::new(headers, &taken.body).with_target(&path, query).with_parts(&taken.parts).strict(true);
    let mut back = shipped.blank_request();
    let received = receive(&mut *back, &incoming, Checks::default().open(Some(platform))).await;
    received.map_err(|error| format!("the request, read back: {error:?}"))?;
    Ok(back)
}

fn nothing_lost(what: &str, sent: &Value, kept: &Value) -> Result<(), String> {
    let mut lost = Vec::new();
    losses("", sent, Some(kept), &mut lost);
    if lost.is_empty() { Ok(()) } else { Err(format!("{what}, has lost or changed {}", lost.join(", "))) }
}

/// Copies the request's members to members of the same name in the answer.
fn echo(request: &Value, response: &mut Value) {
    for (name, value) in response.as_object_mut().into_iter().flatten() {
        if let Some(said) = request.get(name)
            && (said.is_string() && value.is_string() || said.is_i64() && value.is_i64())
        {
            *value = said.clone();
        }
    }
}

/// Removes the members that the exceptions leave out.
fn without(value: &mut Value, at: &str, left_out: &[&str]) {
    match value {
        Value::Object(members) => {
            members.retain(|name, _| !left_out.contains(&join(at, name).as_str()));
            members.iter_mut().for_each(|(name, value)| without(value, &join(at, name), left_out));
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| without(element, at, left_out)),
        _ => {}
    }
}

/// Encrypts the members that the facts call sensitive.
fn seal(object: &mut Value, at: &str, members: &[Member], case: &Case, key: &dyn Encryptor) {
    for member in members {
        let path = join(at, &member.name);
        let secret = member.secret != case.excepted("response", &path, "secret");
        if let Some(value) = object.get_mut(&member.name) {
            seal_value(value, &path, member, secret, case, key);
        }
    }
}

fn seal_value(value: &mut Value, path: &str, member: &Member, secret: bool, case: &Case, key: &dyn Encryptor) {
    match value {
        Value::Array(elements) => {
            elements.iter_mut().for_each(|element| seal_value(element, path, member, secret, case, key));
        }
        Value::Object(_) => seal(value, path, &member.members, case, key),
        Value::String(text) if secret => *text = sealed(text, key).unwrap(),
        _ => {}
    }
}

/// The keys of both sides that a client does not have.
pub(crate) struct Keys {
    /// Merchant number of the owner.
    mchid: String,
    /// Encrypts for the merchant.
    merchant: Arc<dyn Encryptor>,
    /// Opens what is encrypted for WeChat Pay.
    pub(crate) platform: Arc<dyn Decryptor>,
}

impl Keys {
    pub(crate) fn of(credentials: &Credentials) -> Self {
        let backend = Backend::preferred().unwrap();
        let platform = private(backend, &credentials.public_key_private_half);
        let merchant = private(backend, &credentials.merchant_private_key);
        let public = backend.public_key(&merchant.spki).unwrap();
        Self { mchid: credentials.mchid.clone(), merchant: public.encryptor, platform: platform.decryptor }
    }
}
