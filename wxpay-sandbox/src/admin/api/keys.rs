//! Keys and certificates of both sides.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Problem;
use super::problem::Members;
use crate::Shared;
use crate::error::SandboxError;
use crate::json::present;
use crate::keys::Keys;
use crate::keys::credentials::Credentials;

type Sandbox = State<Arc<Shared>>;

pub(super) async fn platform_certificates(State(shared): Sandbox) -> Json<Value> {
    let certificates = shared.keyring.certificates();
    let shown = certificates.iter().map(|issued| {
        let (not_before, not_after) = issued.validity;
        json!({
            "serial": issued.serial,
            "not_before": not_before,
            "not_after": not_after,
            "certificate": issued.certificate,
        })
    });
    Json(shown.collect())
}

pub(super) async fn issue(State(shared): Sandbox) -> Result<Json<Value>, Problem> {
    let serial = shared.keyring.issue(shared.clock.now()).map_err(SandboxError::Keys)?;
    Ok(Json(json!({ "serial": serial })))
}

pub(super) async fn withdraw(State(shared): Sandbox, Path(serial): Path<String>) -> Result<StatusCode, Problem> {
    withdrawn(shared.keyring.withdraw(&serial), &serial)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Registered {
    keys: Option<Keys>,
}

pub(super) async fn register_merchant(
    State(shared): Sandbox,
    Members(Registered { keys }): Members<Registered>,
) -> Result<Json<Value>, Problem> {
    Ok(Json(shown(&shared.register_merchant(keys)?)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    keys: Keys,
}

pub(super) async fn change_over(
    State(shared): Sandbox,
    Path(mchid): Path<String>,
    Members(Change { keys }): Members<Change>,
) -> Result<StatusCode, Problem> {
    shared.set_keys(&mchid, keys)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn recertify(State(shared): Sandbox, Path(mchid): Path<String>) -> Result<Json<Value>, Problem> {
    let known = shared.merchants.credentials(&mchid);
    let known = known.ok_or_else(|| Problem::unknown(format!("there is no merchant `{mchid}`")))?;
    Ok(Json(shown(&shared.issue_merchant_certificate(&known)?)))
}

pub(super) async fn withdraw_of_merchant(
    State(shared): Sandbox,
    Path(serial): Path<String>,
) -> Result<StatusCode, Problem> {
    withdrawn(shared.merchants.withdraw(&serial), &serial)
}

fn withdrawn(was_there: bool, serial: &str) -> Result<StatusCode, Problem> {
    match was_there {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::unknown(format!("there is no certificate `{serial}`"))),
    }
}

/// As `sandbox.json` names them, with keys and certificates as PEM.
fn shown(credentials: &Credentials) -> Value {
    let public_key = credentials.keys.has_public_key();
    let certificate = credentials.keys.has_certificates();
    present(json!({
        "mchid": credentials.mchid,
        "merchant_serial": credentials.merchant_serial,
        "merchant_private_key": credentials.merchant_private_key,
        "merchant_certificate": credentials.merchant_certificate,
        "api_v3_key": credentials.api_v3_key,
        "keys": credentials.keys,
        "platform_public_key_id": public_key.then_some(&credentials.public_key_id),
        "platform_public_key": public_key.then_some(&credentials.public_key),
        "platform_certificate_serial": certificate.then_some(&credentials.platform_serial),
        "platform_certificate": certificate.then_some(&credentials.platform_certificate),
    }))
}
