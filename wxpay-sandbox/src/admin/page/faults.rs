//! Faults: a list, and a form for more of them.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Redirect;
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::{Markup, html};
use serde_json::{Number, Value};

use super::frame::{Done, Page, Problem, Section, button, page};
use crate::admin::Admin;
use crate::admin::api::faults::{self, NAMES, Written};
use crate::faults::{Faults, Moment};

pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/faults", get(list).post(add))
        .route("/faults/clear", post(clear))
        .route("/faults/notifications", post(add_to_notifications))
        .route("/faults/notifications/clear", post(clear_of_notifications))
}

async fn list(State(admin): State<Arc<Admin>>) -> Page {
    let mut paths: Vec<_> = admin.gate.routes.iter().map(|route| route.operation.path).collect();
    paths.sort_unstable();
    paths.dedup();
    let content = html! {
        h2 { "Answers to requests" }
        (rules(&admin.gate.faults, ANSWERS))
        (form(ANSWERS, "Endpoint", &html! { input name="endpoint" list="paths" placeholder="every one"; }))
        datalist id="paths" { @for path in paths { option value=(path) {} } }
        h2 { "Notifications" }
        (rules(admin.office.notifier.faults(), NOTIFICATIONS))
        (form(NOTIFICATIONS, "Event", &html! { input name="endpoint" placeholder="every one"; }))
    };
    Ok(page(Section::Faults, "Faults", &content))
}

fn rules(faults: &Faults, path: &str) -> Markup {
    let rules: Vec<_> = faults.rules().iter().map(Written::of).collect();
    html! {
        @if rules.is_empty() {
            p.empty { "No faults are set." }
        } @else {
            table {
                caption { "If several faults apply, the first one happens" }
                thead { tr { @for column in ["Fault", "Where", "How often"] { th scope="col" { (column) } } } }
                tbody { @for rule in &rules { (row(rule)) } }
            }
            div.actions { (button(&format!("{path}/clear"), "Remove all faults", "")) }
        }
    }
}

fn row(rule: &Written) -> Markup {
    let processed = match rule.moment {
        Some(Moment::Before) => " (not processed)",
        Some(Moment::After) => " (processed)",
        None => "",
    };
    html! {
        tr {
            th scope="row" data-label="Fault" { span { (rule.fault) (processed) } }
            td.number data-label="Where" { (rule.endpoint.as_deref().unwrap_or("everywhere")) }
            td data-label="How often" {
                span { @match (rule.times, rule.chance) {
                    (Some(times), _) => { "the next " (times) }
                    (_, Some(chance)) => { "with probability " (chance) }
                    (None, None) => { "always" }
                } }
            }
        }
    }
}

fn form(path: &str, place: &str, place_input: &Markup) -> Markup {
    html! {
        form.fields method="post" action=(path) {
            label { "Fault" select name="fault" { @for name in NAMES { option { (name) } } } }
            label { (place) (place_input) }
            label { "How many times" input name="times" type="number" min="1" placeholder="always"; }
            label { "Or with probability, 0 to 1" input name="chance" type="number" min="0" max="1" step="any"; }
            details {
                summary { "Parameters of some faults" }
                div.fields {
                    label { "Failures: the request is" select name="moment" {
                        option value="" { "default" }
                        option value="before" { "not processed" }
                        option value="after" { "processed" }
                    } }
                    label { "too-many-requests: code" select name="code" {
                        option value="" { "default" }
                        @for code in CODES { option { (code) } }
                    } }
                    label { "unavailable: seconds to wait" input name="retry_after" type="number" min="0"; }
                    label { "clock: seconds ahead" input name="ahead" type="number"; }
                    label { "oversized: length in bytes" input name="length" type="number" min="0"; }
                    label { "slow: milliseconds a byte" input name="pause" type="number" min="0"; }
                }
            }
            button { "Add" }
        }
    }
}

async fn add(State(admin): State<Arc<Admin>>, Form(filled): Form<Vec<(String, String)>>) -> Done {
    faults::add_rule(&admin, &written(filled)?).map_err(Problem::Form)?;
    Ok(Redirect::to(ANSWERS))
}

async fn add_to_notifications(State(admin): State<Arc<Admin>>, Form(filled): Form<Vec<(String, String)>>) -> Done {
    faults::added(admin.office.notifier.faults(), &written(filled)?).map_err(Problem::Form)?;
    Ok(Redirect::to(ANSWERS))
}

/// A browser also sends fields that were left empty, as empty text; it sends numbers as text.
fn written(filled: Vec<(String, String)>) -> Result<Written, Problem> {
    let filled = filled.into_iter().filter(|(_, value)| !value.is_empty());
    let members = filled.map(|(name, value)| {
        let number = value.parse::<Number>().ok().map(Value::Number);
        (name, number.unwrap_or(Value::String(value)))
    });
    serde_json::from_value(Value::Object(members.collect())).map_err(|error| Problem::Form(error.to_string()))
}

async fn clear(State(admin): State<Arc<Admin>>) -> Redirect {
    admin.gate.faults.clear();
    Redirect::to(ANSWERS)
}

async fn clear_of_notifications(State(admin): State<Arc<Admin>>) -> Redirect {
    admin.office.notifier.faults().clear();
    Redirect::to(ANSWERS)
}

const ANSWERS: &str = Section::Faults.path();
const NOTIFICATIONS: &str = "faults/notifications";
/// All values of [`RateCode`](crate::faults::RateCode).
const CODES: [&str; 4] = ["FREQUENCY_LIMITED", "RATELIMIT_EXCEEDED", "FREQUENCY_LIMIT_EXCEED", "RATE_LIMITED"];
