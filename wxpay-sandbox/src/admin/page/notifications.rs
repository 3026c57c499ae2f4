//! Notifications, with every attempt to deliver them and its answer.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use maud::{Markup, html};

use super::frame::{Done, Moment, Page, Problem, Section, button, page, state};
use super::requests::status;
use crate::admin::Admin;
use crate::books::{NotificationState, SentNotification};
use crate::faults::Damage;
use crate::notify::Manner;

pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/notifications", get(list))
        .route("/notifications/hold", post(hold))
        .route("/notifications/release", post(release))
        .route("/notifications/{id}", get(one))
        .route("/notifications/{id}/replay", post(replay))
        .route("/notifications/{id}/probe", post(probe))
}

async fn list(State(admin): State<Arc<Admin>>) -> Page {
    let sent = admin.office.books.newest_notifications(SHOWN)?;
    let content = html! {
        @match admin.office.notifier.held() {
            Some(held) => {
                p role="status" { "New notifications are held back: " (held) " so far." }
                div.actions { (button("notifications/release", "Send them, the newest first", "")) }
            }
            None => { div.actions { (button("notifications/hold", "Hold back new notifications", "")) } }
        }
        @if sent.is_empty() {
            p.empty { "No notifications yet. Pay an order, and its " code { "notify_url" } " gets one." }
        } @else {
            table {
                caption { "The newest first" @if sent.len() == SHOWN as usize { ", no more than " (SHOWN) } }
                thead { tr { @for column in COLUMNS { th scope="col" { (column) } } } }
                tbody { @for notification in &sent { (row(notification)) } }
            }
        }
    };
    Ok(page(Section::Notifications, "Notifications", &content))
}

fn row(notification: &SentNotification) -> Markup {
    let SentNotification { id, event_type, url, attempts, .. } = notification;
    html! {
        tr {
            td data-label="When" { (Moment(notification.created)) }
            th scope="row" data-label="Event" { a.number href={ "notifications/" (id) } { (event_type) } }
            td.number data-label="To" { (url) }
            td data-label="Attempts" {
                span {
                    (attempts.len())
                    @if let Some(last) = attempts.last() { ", last answer " (status(last.status)) }
                }
            }
            td data-label="State" { (state(word(notification.state))) }
            td data-label="Actions" { (button(&format!("notifications/{id}/replay"), "Replay", event_type)) }
        }
    }
}

async fn one(State(admin): State<Arc<Admin>>, Path(id): Path<String>) -> Page {
    let notification = admin.office.books.notification(&id)?.ok_or(Problem::Missing)?;
    let resource = serde_json::to_string_pretty(&notification.resource).unwrap_or_default();
    let content = html! {
        dl {
            dt { "ID" } dd.number { (notification.id) }
            dt { "Merchant" } dd.number { (notification.mchid) }
            dt { "To" } dd.number { (notification.url) }
            dt { "Made" } dd { (Moment(notification.created)) }
            dt { "State" } dd { (state(word(notification.state))) }
        }
        h2 { "Attempts" }
        @if notification.attempts.is_empty() {
            p.empty { "No attempt has ended yet." }
        } @else {
            (attempts(&notification))
        }
        div.actions {
            (button(&format!("notifications/{id}/replay"), "Replay", ""))
            (button(&format!("notifications/{id}/probe"), "Replay as a probe", ""))
        }
        p.faint { "A probe (签名探测) has a wrong signature, " code { "WECHATPAY/SIGNTEST/" } ": a receiver that accepts it does not verify signatures." }
        h2 { "The resource, decrypted" }
        pre tabindex="0" { (resource) }
    };
    Ok(page(Section::Notifications, &notification.event_type, &content))
}

fn attempts(notification: &SentNotification) -> Markup {
    html! {
        table {
            thead { tr { @for column in ["When", "Status", "Answer", "Fault"] { th scope="col" { (column) } } } }
            tbody { @for attempt in &notification.attempts {
                tr {
                    th scope="row" data-label="When" { (Moment(attempt.time)) }
                    td data-label="Status" { (status(attempt.status)) }
                    td.number data-label="Answer" { @if attempt.answer.is_empty() { "(empty)" } @else { (attempt.answer) } }
                    td data-label="Fault" { (attempt.fault.as_deref().unwrap_or("–")) }
                }
            } }
        }
    }
}

async fn hold(State(admin): State<Arc<Admin>>) -> Redirect {
    admin.deeds.hold_notifications();
    Redirect::to(Section::Notifications.path())
}

async fn release(State(admin): State<Arc<Admin>>) -> Redirect {
    admin.deeds.release_notifications();
    Redirect::to(Section::Notifications.path())
}

async fn replay(State(admin): State<Arc<Admin>>, Path(id): Path<String>) -> Done {
    again(&admin, &id, Manner::default()).await
}

async fn probe(State(admin): State<Arc<Admin>>, Path(id): Path<String>) -> Done {
    again(&admin, &id, Manner::damaged(Damage::Probe)).await
}

async fn again(admin: &Admin, id: &str, manner: Manner) -> Done {
    admin.deeds.replay_as(id, manner).await?;
    Ok(Redirect::to(&format!("notifications/{id}")))
}

fn word(state: NotificationState) -> &'static str {
    match state {
        NotificationState::Pending => "pending",
        NotificationState::Accepted => "accepted",
        NotificationState::GivenUp => "given up",
    }
}

const COLUMNS: [&str; 6] = ["When", "Event", "To", "Attempts", "State", "Actions"];
/// Number of rows on the page.
const SHOWN: u32 = 200;
