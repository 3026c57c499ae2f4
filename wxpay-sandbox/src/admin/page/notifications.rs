//! Notifications, with every attempt to deliver them and what it was answered.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use maud::{Markup, html};

use super::frame::{Done, Moment, Page, Problem, Section, button, page, state};
use super::requests::status;
use crate::Shared;
use crate::books::NotificationState;
use crate::notify::{Manner, SentNotification};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/notifications", get(list))
        .route("/notifications/{id}", get(one))
        .route("/notifications/{id}/replay", post(replay))
}

async fn list(State(shared): State<Arc<Shared>>) -> Page {
    let sent = shared.books.notifications()?;
    let content = html! {
        @if sent.is_empty() {
            p.empty { "Nothing to tell yet. Pay an order, and its " code { "notify_url" } " hears of it." }
        } @else {
            table {
                caption { (sent.len()) " in all, the newest first" }
                thead { tr { th { "When" } th { "Event" } th { "To" } th { "Attempts" } th { "State" } th { "Do" } } }
                tbody { @for notification in sent.iter().rev().take(SHOWN) { (row(notification)) } }
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
            th scope="row" data-label="Event" { a.number href={ "/notifications/" (id) } { (event_type) } }
            td.number data-label="To" { (url) }
            td data-label="Attempts" {
                (attempts.len())
                @if let Some(last) = attempts.last() { ", last answer " (status(last.status)) }
            }
            td data-label="State" { (state(word(notification.state))) }
            td data-label="Do" { (button(&format!("/notifications/{id}/replay"), "Replay", event_type)) }
        }
    }
}

async fn one(State(shared): State<Arc<Shared>>, Path(id): Path<String>) -> Page {
    let sent = shared.books.notifications()?;
    let notification = sent.iter().find(|notification| notification.id == id).ok_or(Problem::Missing)?;
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
            p.empty { "None is over yet." }
        } @else {
            table {
                thead { tr { th { "When" } th { "Status" } th { "Answer" } } }
                tbody {
                    @for attempt in &notification.attempts {
                        tr {
                            td data-label="When" { (Moment(attempt.time)) }
                            td data-label="Status" { (status(attempt.status)) }
                            td.number data-label="Answer" { (attempt.answer) }
                        }
                    }
                }
            }
        }
        p.actions { (button(&format!("/notifications/{id}/replay"), "Replay", "")) }
        h2 { "What is encrypted in it" }
        pre { (resource) }
    };
    Ok(page(Section::Notifications, &notification.event_type, &content))
}

async fn replay(State(shared): State<Arc<Shared>>, Path(id): Path<String>) -> Done {
    shared.notifier.replay(&id, Manner::default()).await?;
    Ok(Redirect::to(&format!("/notifications/{id}")))
}

fn word(state: NotificationState) -> &'static str {
    match state {
        NotificationState::Pending => "pending",
        NotificationState::Accepted => "accepted",
        NotificationState::GivenUp => "given up",
    }
}

/// How many are listed.
const SHOWN: usize = 200;
