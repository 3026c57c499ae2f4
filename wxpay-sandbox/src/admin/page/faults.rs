//! Faults on purpose: which there are, and more of them.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Redirect;
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::html;
use serde::Deserialize;

use super::frame::{Done, Page, Problem, Section, button, page};
use crate::Shared;
use crate::admin::api::faults::{NAMES, Written};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/faults", get(list).post(add)).route("/faults/clear", post(clear))
}

async fn list(State(shared): State<Arc<Shared>>) -> Page {
    let rules: Vec<_> = shared.faults.rules().iter().map(Written::of).collect();
    let mut paths: Vec<_> = shared.routes.iter().map(|route| route.operation.path).collect();
    paths.sort_unstable();
    paths.dedup();
    let content = html! {
        @if rules.is_empty() {
            p.empty { "Nothing goes wrong on purpose." }
        } @else {
            table {
                caption { "Of several, the first that applies counts" }
                thead { tr { th scope="col" { "Fault" } th scope="col" { "Where" } th scope="col" { "How often" } } }
                tbody { @for rule in &rules {
                    tr {
                        th scope="row" data-label="Fault" { (rule.fault) @if let Some(moment) = rule.moment { " (" (moment.as_str()) ")" } }
                        td.number data-label="Where" { (rule.endpoint.as_deref().unwrap_or("everywhere")) }
                        td data-label="How often" {
                            @match (rule.times, rule.chance) {
                                (Some(times), _) => { "the next " (times) }
                                (_, Some(chance)) => { "by a chance of " (chance) }
                                (None, None) => { "always" }
                            }
                        }
                    }
                } }
            }
            p.actions { (button("/faults/clear", "Nothing goes wrong any more", "")) }
        }
        h2 { "Let something go wrong" }
        form method="post" action="/faults" {
            label { "What" select name="fault" { @for name in NAMES { option { (name) } } } }
            label { "The request is" select name="moment" {
                option value="" { "as the fault has it" }
                option value="before" { "not processed" }
                option value="after" { "processed" }
            } }
            label { "Where" input name="endpoint" list="paths" placeholder="everywhere"; }
            datalist id="paths" { @for path in paths { option value=(path) {} } }
            label { "How many times" input name="times" type="number" min="1" placeholder="always"; }
            label { "Or by chance, 0 to 1" input name="chance" type="number" min="0" max="1" step="any"; }
            label { "Seconds, or bytes" input name="parameter" type="number"; }
            button { "Add" }
        }
        p.faint { "Seconds: of " code { "unavailable" } " until to come again, of " code { "clock" } " how far it is ahead. Bytes: of " code { "oversized" } "." }
    };
    Ok(page(Section::Faults, "Faults", &content))
}

/// As a browser sends it: what was left open is there, and empty.
#[derive(Deserialize)]
struct Filled {
    fault: String,
    moment: String,
    endpoint: String,
    times: String,
    chance: String,
    parameter: String,
}

async fn add(State(shared): State<Arc<Shared>>, Form(filled): Form<Filled>) -> Done {
    let written = filled.written().map_err(Problem::Form)?;
    written.add(&shared).map_err(Problem::Form)?;
    Ok(Redirect::to(Section::Faults.path()))
}

async fn clear(State(shared): State<Arc<Shared>>) -> Redirect {
    shared.faults.clear();
    Redirect::to(Section::Faults.path())
}
