//! Keys and certificates of both sides.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Problem;
use super::members::Members;
use crate::admin::Admin;
use crate::json::present;
use crate::keys::Keys;
use crate::keys::credentials::Credentials;

type Sandbox = State<Arc<Admin>>;

pub(super) async fn platform_certificates(State(admin): Sandbox) -> Json<Value> {
    let certificates = admin.office.keyring.certificates();
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

pub(super) async fn issue(State(admin): Sandbox) -> Result<Json<Value>, Problem> {
    let serial = admin.deeds.issue_certificate()?;
    Ok(Json(json!({ "serial": serial })))
}

pub(super) async fn withdraw(State(admin): Sandbox, Path(serial): Path<String>) -> Result<StatusCode, Problem> {
    withdrawn(admin.deeds.withdraw_certificate(&serial), &serial)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Registered {
    keys: Option<Keys>,
}

pub(super) async fn register_merchant(
    State(admin): Sandbox,
    Members(Registered { keys }): Members<Registered>,
) -> Result<Json<Value>, Problem> {
    let registered = match keys {
        Some(keys) => admin.deeds.register_merchant_with(keys)?,
        None => admin.deeds.register_merchant()?,
    };
    Ok(Json(shown(&registered)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    keys: Keys,
}

pub(super) async fn change_over(
    State(admin): Sandbox,
    Path(mchid): Path<String>,
    Members(Change { keys }): Members<Change>,
) -> Result<StatusCode, Problem> {
    admin.deeds.merchant(mchid).set_keys(keys)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn recertify(State(admin): Sandbox, Path(mchid): Path<String>) -> Result<Json<Value>, Problem> {
    Ok(Json(shown(&admin.deeds.merchant(mchid).issue_merchant_certificate()?)))
}

pub(super) async fn withdraw_of_merchant(
    State(admin): Sandbox,
    Path(serial): Path<String>,
) -> Result<StatusCode, Problem> {
    withdrawn(admin.deeds.withdraw_merchant_certificate(&serial), &serial)
}

fn withdrawn(was_there: bool, serial: &str) -> Result<StatusCode, Problem> {
    match was_there {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::unknown(format!("there is no certificate `{serial}`"))),
    }
}

/// Credentials with the names of `sandbox.json`; keys and certificates are PEM.
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
