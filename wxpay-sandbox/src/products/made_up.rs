//! Made-up answers for endpoints without rules. The files that they name can be downloaded.

use aws_lc_rs::digest::{SHA256, digest};
use serde_json::{Map, Value};
use wxpay::Shipped;
use wxpay::bill::TarType;
use wxpay::payload::Place;

use super::bill::{self, encrypted};
use super::pictures;
use crate::books::plain;
use crate::endpoint::{
    Call, Desk, Handled, Office, Refusal, Reply, Route, Serve, as_documented, example, received, success,
};
use crate::keys::merchants::Caller;

impl Route {
    /// A shipped endpoint without rules: every well-formed request gets a made-up answer.
    pub(crate) fn made_up(shipped: Shipped) -> Self {
        let serve: Box<Serve> =
            Box::new(move |office, call| Box::pin(async move { answer(&shipped, office, call).await }));
        Self { operation: shipped.operation, serve }
    }
}

async fn answer(shipped: &Shipped, office: &Office, call: Call<'_>) -> Handled {
    let mut request = shipped.blank_request();
    received(&mut *request, &call, &office.policy).await?;
    let request = plain(&request.node());
    let Caller { mchid, key, keys } = call.caller;
    let (encryptor, url) = (&*key.encryptor, office.addresses.called(call.incoming.headers));
    let mut answer = example::answer(shipped.response, &request);
    example::seal(&mut answer, shipped.response, encryptor)?;
    let desk = Desk { office, mchid, keys: *keys, url, encryptor, place: Place::Body };
    let packed = request.get("tar_type").filter(|packed| *packed == "GZIP").map(|_| &TarType::Gzip);
    name_files(&desk, packed, &mut answer)?;
    let body = if answer.is_null() { Vec::new() } else { answer.to_string().into_bytes() };
    as_documented(&mut *shipped.blank_response(), &body, shipped.operation.path)?;
    Ok(Reply { status: success(&shipped.operation, body.is_empty()), body, example: true })
}

/// Replaces made-up URLs by URLs of files that exist.
fn name_files(desk: &Desk<'_>, packed: Option<&TarType>, value: &mut Value) -> Result<(), Refusal> {
    match value {
        Value::Array(elements) => elements.iter_mut().try_for_each(|element| name_files(desk, packed, element)),
        Value::Object(members) => {
            match members.get_mut("media_url") {
                Some(Value::Array(urls)) => urls.iter_mut().for_each(|url| *url = pictures::url(&desk.url).into()),
                Some(url) => *url = pictures::url(&desk.url).into(),
                None => {}
            }
            if members.contains_key("download_url") {
                name_file(desk, packed, members)?;
            }
            members.values_mut().try_for_each(|member| name_files(desk, packed, member))
        }
        _ => Ok(()),
    }
}

/// Adds a file to an object that has its URL and its digest.
fn name_file(desk: &Desk<'_>, packed: Option<&TarType>, members: &mut Map<String, Value>) -> Result<(), Refusal> {
    let named = match members.contains_key("encrypt_key") {
        true => encrypted::part_of(desk, CONTENT.as_bytes(), 1, packed)?,
        false => bill::answer(desk, Some(CONTENT.to_owned()), packed)?,
    };
    let by_sha256 = members.get("hash_type").is_some_and(|hash_type| hash_type == "SHA256");
    for (name, value) in named.as_object().into_iter().flatten() {
        if let Some(member) = members.get_mut(name) {
            *member = value.clone();
        }
    }
    if by_sha256 {
        let hash: String =
            digest(&SHA256, CONTENT.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        members.insert("hash_type".to_owned(), "SHA256".into());
        members.insert("hash_value".to_owned(), hash.into());
    }
    Ok(())
}

const CONTENT: &str = "example";
