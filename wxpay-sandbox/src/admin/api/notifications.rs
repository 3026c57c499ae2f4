//! Notifications: list, send, replay, hold back, and sign with another key.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Problem;
use super::members::{Members, Whose};
use super::views::Page;
use crate::admin::Admin;
use crate::books::{Delivery, SentNotification};
use crate::faults::Damage;
use crate::notify::Manner;

type Sandbox = State<Arc<Admin>>;

pub(super) async fn list(State(admin): Sandbox, page: Page) -> Result<Json<Vec<SentNotification>>, Problem> {
    Ok(Json(admin.office.books.newest_notifications(page.limit())?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct News {
    url: String,
    event_type: String,
    original_type: String,
    resource: Value,
}

pub(super) async fn notify(Whose(merchant, news): Whose<News>) -> Result<Json<Value>, Problem> {
    let id = merchant.notify(&news.url, &news.event_type, &news.original_type, news.resource)?;
    Ok(Json(json!({ "id": id })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signing {
    #[serde(default)]
    probe: bool,
    serial: Option<String>,
}

pub(super) async fn replay(
    State(admin): Sandbox,
    Path(id): Path<String>,
    Members(Signing { probe, serial }): Members<Signing>,
) -> Result<Json<Delivery>, Problem> {
    let key = match &serial {
        None => None,
        Some(serial) => {
            let unknown = || Problem::unknown(format!("there is no key `{serial}`"));
            Some(admin.office.keyring.find(serial).ok_or_else(unknown)?)
        }
    };
    let manner = if probe { Manner::damaged(Damage::Probe) } else { Manner::default() };
    Ok(Json(admin.deeds.replay_as(&id, manner.signed_by(key)).await?))
}

pub(super) async fn hold(State(admin): Sandbox) -> StatusCode {
    admin.deeds.hold_notifications();
    StatusCode::NO_CONTENT
}

pub(super) async fn release(State(admin): Sandbox) -> StatusCode {
    admin.deeds.release_notifications();
    StatusCode::NO_CONTENT
}
