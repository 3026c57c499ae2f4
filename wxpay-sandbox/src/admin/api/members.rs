//! The members of a request, and the merchant whose order, refund or other entry it names.

use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::Problem;
use crate::admin::Admin;
use crate::deeds::Merchant;

/// The members of a request, read from its body whatever the `Content-Type`; no members if the body is empty. The admin API
/// requires its token, which a form in a browser cannot send, so checking the media type would protect nothing.
pub(super) struct Members<T>(pub(super) T);

impl<S: Sync, T: DeserializeOwned> FromRequest<S> for Members<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        read(request).await.map(Self)
    }
}

/// The merchant of a request, and its members without `mchid`. The member `mchid` names the merchant; without it, the merchant is
/// the owner of the entry that the request names.
pub(super) struct Whose<T = Nothing>(pub(super) Merchant, pub(super) T);

/// No other members.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

impl<T: DeserializeOwned> FromRequest<Arc<Admin>> for Whose<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, admin: &Arc<Admin>) -> Result<Self, Problem> {
        let mut members: Map<String, Value> = read(request).await?;
        let mchid = members.remove("mchid").map(serde_json::from_value).transpose().map_err(senseless)?.flatten();
        let rest = serde_json::from_value(Value::Object(members)).map_err(senseless)?;
        Ok(Self(admin.deeds.of(mchid), rest))
    }
}

async fn read<T: DeserializeOwned>(request: Request) -> Result<T, Problem> {
    let body = to_bytes(request.into_body(), LARGEST).await.map_err(senseless)?;
    serde_json::from_slice(if body.is_empty() { b"{}" } else { &body }).map_err(senseless)
}

fn senseless(error: impl std::fmt::Display) -> Problem {
    Problem::senseless(error.to_string())
}

/// Limit of a body in bytes: more than a notification may have.
const LARGEST: usize = 2 << 20;
