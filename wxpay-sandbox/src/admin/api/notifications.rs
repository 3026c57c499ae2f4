//! Notifications: looked at, made, sent again, held back, and signed otherwise.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Problem;
use super::problem::Members;
use super::views::Page;
use crate::Shared;
use crate::books::{Delivery, SentNotification};
use crate::faults::Damage;
use crate::notify::{Event, Manner};

type Sandbox = State<Arc<Shared>>;

pub(super) async fn list(State(shared): Sandbox, page: Page) -> Result<Json<Vec<SentNotification>>, Problem> {
    Ok(Json(shared.books.newest_notifications(page.limit())?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct News {
    url: String,
    event_type: String,
    original_type: String,
    resource: Value,
    mchid: Option<String>,
}

pub(super) async fn notify(State(shared): Sandbox, Members(news): Members<News>) -> Result<Json<Value>, Problem> {
    let News { url, event_type, original_type, resource, mchid } = news;
    let mchid = mchid.as_ref().unwrap_or(&shared.credentials.mchid);
    if shared.merchants.api_v3_key(mchid).is_err() {
        return Err(Problem::unknown(format!("there is no merchant `{mchid}`")));
    }
    shared.notifier.may_go_to(&url).map_err(Problem::senseless)?;
    let event = Event { mchid, event_type: &event_type, original_type: &original_type, resource };
    let id = shared.notifier.post(&url, &event)?;
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
    State(shared): Sandbox,
    Path(id): Path<String>,
    Members(Signing { probe, serial }): Members<Signing>,
) -> Result<Json<Delivery>, Problem> {
    let key = match &serial {
        None => None,
        Some(serial) => {
            let unknown = || Problem::unknown(format!("there is no key `{serial}`"));
            Some(shared.keyring.find(serial).ok_or_else(unknown)?)
        }
    };
    let manner = if probe { Manner::damaged(Damage::Probe) } else { Manner::default() };
    Ok(Json(shared.notifier.replay(&id, manner.signed_by(key)).await?))
}

pub(super) async fn hold(State(shared): Sandbox) -> StatusCode {
    shared.notifier.hold();
    StatusCode::NO_CONTENT
}

pub(super) async fn release(State(shared): Sandbox) -> StatusCode {
    shared.notifier.release();
    StatusCode::NO_CONTENT
}
