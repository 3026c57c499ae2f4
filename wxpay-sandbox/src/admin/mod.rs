//! The admin listener: a person or a script acts on the sandbox from outside, apart from the gateway's own endpoints.
//!
//! | Path | For | Access |
//! |---|---|---|
//! | `/api/..` | scripts | `Authorization: Bearer`, with the admin token |
//! | `/phone/..` | the user who pays or signs | a path that nobody can guess |
//! | `/<random>/..` | the person at the browser | a cookie, which `/?token=..` with the admin token sets |
//!
//! Cookies ignore ports: a browser sends them to every server on the machine that it visits. This cookie is bound to a path that
//! nobody else knows, so no other server gets it.

mod api;
mod guard;
mod page;
mod phone;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;

use crate::deeds::Deeds;
use crate::endpoint::Office;
use crate::error::Failure;
use crate::gateway::Gate;
use crate::keys::credentials::hex;

/// The secrets that open the admin listener.
pub(crate) struct Secrets {
    /// Token for scripts, and for a browser's first visit.
    pub(crate) token: String,
    /// Cookie for a browser that has presented the token.
    session: String,
    /// Folder of the page, with a slash at both ends.
    place: String,
}

impl Secrets {
    pub(crate) fn new() -> Result<Self, Failure> {
        let place = format!("/{}/", hex(16)?.to_lowercase());
        Ok(Self { token: hex(32)?.to_lowercase(), session: hex(32)?.to_lowercase(), place })
    }
}

/// Everything that the page, the phone and the API act on.
pub(crate) struct Admin {
    pub(crate) office: Arc<Office>,
    pub(crate) deeds: Arc<Deeds>,
    pub(crate) gate: Arc<Gate>,
    pub(crate) secrets: Secrets,
}

pub(crate) fn app(admin: Arc<Admin>) -> Router {
    let api = api::routes().layer(from_fn_with_state(admin.clone(), guard::with_token));
    let page = page::routes().route_layer(from_fn_with_state(admin.clone(), guard::signed_in));
    let missing = page::missing().layer(from_fn_with_state(admin.clone(), guard::signed_in));
    Router::new()
        .nest("/api", api)
        .nest(admin.secrets.place.trim_end_matches('/'), page)
        .route("/", get(guard::welcomed))
        .merge(phone::routes())
        .merge(page::style())
        .fallback_service(missing.with_state(admin.clone()))
        .layer(from_fn_with_state(admin.clone(), guard::fenced))
        .layer(from_fn(guard::shielded))
        .with_state(admin)
}
