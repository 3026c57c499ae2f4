//! Requests to no endpoint: like the real gateway's, the answer has no body, but the request's page shows the reason.

use std::collections::BTreeSet;

use http::Method;
use http::request::Parts;
use wxpay::catalogue;
use wxpay::server::match_path;

use super::Gate;
use crate::endpoint::Reason;
use crate::paths::{Documented, documented, documented_at, nearest};

/// The reason that this request line has no endpoint, and the endpoint that was perhaps meant.
pub(super) fn reason(gate: &Gate, head: &Parts) -> Reason {
    let (method, path) = (&head.method, head.uri.path());
    if method == Method::CONNECT {
        return Reason::unanswered(no_proxy(gate));
    }
    let documented_here = documented_at(path);
    let played = gate.routes.iter().filter(|route| match_path(route.operation.path, path).is_some());
    let mut methods: BTreeSet<_> = played.map(|route| route.operation.method.as_str()).collect();
    if let Some(meant) = documented_here.iter().find(|one| one.method == method.as_str()) {
        return Reason { link: meant.page, ..Reason::unanswered(not_played(meant)) };
    }
    if methods.is_empty() {
        methods.extend(documented_here.iter().map(|one| one.method));
    }
    match (&documented_here[..], methods.is_empty()) {
        (_, true) => Reason::unanswered(missing(gate, method, path)),
        (documented, false) => {
            let methods: Vec<_> = methods.into_iter().collect();
            let reason = Reason::unanswered(format!("this path takes {}", methods.join(" and ")));
            Reason { link: documented.iter().find_map(|one| one.page), ..reason }
        }
    }
}

fn not_played(endpoint: &Documented) -> String {
    let is_meant = |shipped: &wxpay::Shipped| {
        (shipped.operation.method.as_str(), shipped.operation.path) == (endpoint.method, endpoint.path)
    };
    let sentence = "WeChat Pay has this endpoint; the sandbox does not play it";
    match catalogue().iter().any(is_meant) {
        true => format!("{sentence}, but answers with an example if started with `Sandbox::builder().examples(true)`"),
        false => sentence.to_owned(),
    }
}

fn missing(gate: &Gate, method: &Method, path: &str) -> String {
    if is_v2(path) {
        return V2.to_owned();
    }
    let played = gate.routes.iter().map(|route| (route.operation.method.as_str(), route.operation.path));
    let lines: Vec<_> = played.chain(documented().map(|one| (one.method, one.path))).collect();
    match nearest(method.as_str(), path, &lines) {
        Some(nearest) if nearest.is_mistyped => format!("no such endpoint; did you mean `{}`?", nearest.line),
        Some(nearest) => format!("no such endpoint; the nearest is `{}`", nearest.line),
        None => "no such endpoint, and no similar one".to_owned(),
    }
}

/// The reason for a `CONNECT` that opens no tunnel.
fn no_proxy(gate: &Gate) -> String {
    match &gate.authority {
        None => "CONNECT is for a proxy: start with `--tls` (`Builder::tls`) to be a proxy".to_owned(),
        Some(_) => {
            format!("the tunnel is open: the proxy is {}, without TLS of its own", gate.office.addresses.proxy_url())
        }
    }
}

/// Returns true for a path of APIv2, such as the path of its order
/// (<https://pay.weixin.qq.com/wiki/doc/api/app/app.php?chapter=9_1>), with or without a wrong APIv3 prefix.
fn is_v2(path: &str) -> bool {
    let rest = path.strip_prefix("/v3").unwrap_or(path);
    let payment = rest.strip_prefix("/pay/").is_some_and(|name| V2_PAYMENTS.contains(&name));
    payment || V2_FOLDERS.iter().any(|folder| rest.starts_with(folder))
}

/// The reason for a body that is too large.
pub(super) fn too_large(most: usize) -> Reason {
    Reason::unanswered(format!("the body has more than {most} bytes, or broke off"))
}

pub(super) fn unsigned() -> Reason {
    Reason::unanswered("the sandbox could not sign its answer; its log says why".to_owned())
}

const V2: &str = "this is a path of APIv2, which the sandbox does not play; APIv3 has other paths, such as `POST /v3/pay/transactions/app`";
const V2_FOLDERS: [&str; 4] = ["/secapi/", "/mmpaymkttransfers/", "/sandboxnew/", "/payitil/"];
/// Names below `/pay/`.
const V2_PAYMENTS: [&str; 9] = [
    "unifiedorder",
    "orderquery",
    "closeorder",
    "refundquery",
    "micropay",
    "downloadbill",
    "downloadfundflow",
    "contractorder",
    "profitsharingquery",
];
