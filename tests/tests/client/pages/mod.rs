//! Lists that come page by page: each kind of page and of end is read to the end and never beyond.

mod broken;
mod ends;

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::StreamExt as _;
use http::{Request, Response};
use serde_json::{Value, json};
use wxpay::client::{Builder, Client, RetryPolicy};
use wxpay::endpoint::Endpoint;
use wxpay::pages::{PageError, Paged};
use wxpay::prelude::*;
use wxpay::transport::full;
use wxpay_sandbox::Sandbox;
use wxpay_tests::wire::{Platform, Scripted};

#[wxpay_endpoint(method = "GET", path = "/v3/test/offsets", response = Entries, pages(offset = "offset", limit = "limit", items = "data", total = "total_count"))]
#[derive(Default)]
struct Offsets {
    offset: Option<i64>,
    #[wxpay(range = 1..=100)]
    limit: Option<i64>,
}

#[wxpay_endpoint(method = "GET", path = "/v3/test/unmarked", response = Entries, pages(offset = "offset", limit = "limit", items = "data"))]
#[derive(Default)]
struct Unmarked {
    offset: Option<i64>,
    limit: Option<i64>,
}

#[wxpay_endpoint(method = "GET", path = "/v3/test/links", response = Entries, pages(offset = "offset", limit = "limit", items = "data", next = "links.next"))]
struct Linked {
    offset: i64,
    limit: i64,
}

#[wxpay_endpoint(method = "POST", path = "/v3/test/numbers", response = Entries, pages(page = "page_index", first = 1, limit = "page_size", items = "data", total = "total_count"))]
#[derive(Default)]
struct Numbers {
    page_index: Option<i64>,
    page_size: Option<i64>,
}

#[wxpay_endpoint(method = "GET", path = "/v3/test/tokens", response = Entries, pages(token = "page_token", limit = "page_size", items = "data", next = "next_page_token"))]
#[derive(Default)]
struct Tokens {
    page_token: Option<String>,
    page_size: Option<i64>,
}

#[wxpay_object]
#[derive(Debug)]
#[allow(dead_code, reason = "what ends the list is looked for in the JSON")]
struct Entries {
    data: Option<Vec<Entry>>,
    total_count: Option<i64>,
    links: Option<Links>,
    next_page_token: Option<String>,
}

#[wxpay_object]
#[derive(Debug)]
#[allow(dead_code, reason = "as above")]
struct Links {
    next: Option<String>,
}

/// An entry without the members that tell entries apart.
#[wxpay_object]
#[derive(Debug, Clone)]
struct Entry {
    number: Option<i64>,
    kind: String,
}

/// The values of a request, by the names of its members.
type Asked = BTreeMap<String, String>;

/// A merchant whose requests are answered with the JSON that the test makes of them.
async fn stage(answer: impl Fn(&Asked) -> Value + Send + Sync + 'static) -> (Client, Arc<Scripted>) {
    let (builder, wire) = staged(answer).await;
    (builder.build().unwrap(), wire)
}

async fn staged(answer: impl Fn(&Asked) -> Value + Send + Sync + 'static) -> (Builder, Arc<Scripted>) {
    let sandbox = Sandbox::start().await.unwrap();
    let platform = Platform::of(sandbox.credentials());
    let wire = Scripted::new(move |request| {
        let body = answer(&asked(&request));
        let platform = platform.clone();
        async move {
            let failed = body["status"].as_u64().and_then(|status| u16::try_from(status).ok());
            let answer: Response<Bytes> = platform.answer(NOW, failed.unwrap_or(200), body.to_string()).await;
            Ok(answer.map(full))
        }
    });
    let builder = sandbox.credentials().client_builder().hosts(["http://127.0.0.1:9"]).clock(|| NOW);
    (builder.retry(RetryPolicy::OFF).transport(wire.clone()), wire)
}

fn asked(request: &Request<Bytes>) -> Asked {
    if !request.body().is_empty() {
        let body: BTreeMap<String, Value> = serde_json::from_slice(request.body()).unwrap();
        return body.into_iter().map(|(name, value)| (name, value.to_string())).collect();
    }
    let query = request.uri().query().unwrap_or_default();
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn number(asked: &Asked, name: &str, otherwise: usize) -> usize {
    asked.get(name).map_or(otherwise, |text| text.parse().unwrap())
}

/// At most `limit` entries from `offset` on, of a list that has `total`.
fn entries(total: usize, offset: usize, limit: usize) -> Vec<Value> {
    (offset..total.min(offset.saturating_add(limit))).map(entry).collect()
}

fn entry(number: usize) -> Value {
    json!({ "number": number, "kind": "A", "undeclared": format!("entry {number}") })
}

/// The numbers on each page, and the error at the end, if there is one.
async fn read<E>(client: &Client, request: &E) -> (Vec<Vec<i64>>, Option<PageError>)
where
    E: Paged + Endpoint<Response = Entries>,
{
    let mut pages = client.pages(request);
    let (mut read, mut failed) = (Vec::new(), None);
    while let Some(page) = pages.next().await {
        match page {
            Ok(page) => read.push(numbers(page)),
            Err(error) => failed = Some(error),
        }
    }
    assert!(pages.next_page().await.is_none(), "a page follows the end");
    (read, failed)
}

fn numbers(page: Entries) -> Vec<i64> {
    page.data.unwrap_or_default().into_iter().filter_map(|entry| entry.number).collect()
}

/// The numbers from 0, cut into pages.
fn cut(total: i64, limit: usize) -> Vec<Vec<i64>> {
    (0..total).collect::<Vec<_>>().chunks(limit).map(<[i64]>::to_vec).collect()
}

/// The value of a member in each request.
fn named(wire: &Scripted, member: &str) -> Vec<Option<String>> {
    wire.take().iter().map(|request| asked(request).remove(member)).collect()
}

fn texts(texts: &[&str]) -> Vec<Option<String>> {
    texts.iter().map(|text| (!text.is_empty()).then(|| (*text).to_owned())).collect()
}

const NOW: i64 = 1_700_000_000;
