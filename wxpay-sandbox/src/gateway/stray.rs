//! A request that no endpoint takes: its answer says nothing, as the real one's, but its page says why.

use std::collections::BTreeSet;

use http::Method;
use wxpay::catalogue;
use wxpay::server::match_path;

use crate::Shared;
use crate::paths::{Documented, documented, documented_at, nearest};
use crate::requests::Reason;

/// Says why there is nothing at this request line, and what was perhaps meant.
pub(super) fn reason(shared: &Shared, method: &Method, path: &str) -> Reason {
    let documented_here = documented_at(path);
    let played = shared.routes.iter().filter(|route| match_path(route.operation.path, path).is_some());
    let mut methods: BTreeSet<_> = played.map(|route| route.operation.method.as_str()).collect();
    if let Some(meant) = documented_here.iter().find(|one| one.method == method.as_str()) {
        return Reason { link: meant.page, ..Reason::unanswered(not_played(meant)) };
    }
    if methods.is_empty() {
        methods.extend(documented_here.iter().map(|one| one.method));
    }
    match (&documented_here[..], methods.is_empty()) {
        (_, true) => Reason::unanswered(missing(shared, method, path)),
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
        true => format!("{sentence}, but answers with an example where `Sandbox::builder().examples(true)` says so"),
        false => sentence.to_owned(),
    }
}

fn missing(shared: &Shared, method: &Method, path: &str) -> String {
    let played = shared.routes.iter().map(|route| (route.operation.method.as_str(), route.operation.path));
    let lines: Vec<_> = played.chain(documented().map(|one| (one.method, one.path))).collect();
    match nearest(method.as_str(), path, &lines) {
        Some(nearest) if nearest.is_mistyped => format!("no such endpoint; did you mean `{}`?", nearest.line),
        Some(nearest) => format!("no such endpoint; the nearest is `{}`", nearest.line),
        None => "no such endpoint, and none that is like it".to_owned(),
    }
}

/// What an answer without a body says with its status alone.
pub(super) fn too_large(most: usize) -> Reason {
    Reason::unanswered(format!("the body has more than {most} bytes, or broke off"))
}

pub(super) fn unsigned() -> Reason {
    Reason::unanswered("the sandbox could not sign its answer; its log says why".to_owned())
}
