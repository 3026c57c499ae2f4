//! Faults on purpose: which there are, and more of them.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Redirect;
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::html;
use serde_json::{Number, Value};

use super::frame::{Done, Page, Problem, Section, button, page};
use crate::Shared;
use crate::admin::api::faults::{self, NAMES, Written};
use crate::faults::Moment;

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
                        th scope="row" data-label="Fault" { (rule.fault) @match rule.moment { Some(Moment::Before) => " (not processed)", Some(Moment::After) => " (processed)", None => "" } }
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
            label { "Come again after (seconds)" input name="retry_after" type="number" min="0" placeholder="unavailable"; }
            label { "Clock ahead (seconds)" input name="ahead" type="number" placeholder="clock"; }
            label { "Length (bytes)" input name="length" type="number" min="0" placeholder="oversized"; }
            button { "Add" }
        }
    };
    Ok(page(Section::Faults, "Faults", &content))
}

/// A browser sends what was left open too, as empty text, and numbers as text.
async fn add(State(shared): State<Arc<Shared>>, Form(filled): Form<Vec<(String, String)>>) -> Done {
    let filled = filled.into_iter().filter(|(_, value)| !value.is_empty());
    let members = filled.map(|(name, value)| {
        let number = value.parse::<Number>().ok().map(Value::Number);
        (name, number.unwrap_or(Value::String(value)))
    });
    let written: Written =
        serde_json::from_value(Value::Object(members.collect())).map_err(|error| Problem::Form(error.to_string()))?;
    faults::add_rule(&shared, &written).map_err(Problem::Form)?;
    Ok(Redirect::to(Section::Faults.path()))
}

async fn clear(State(shared): State<Arc<Shared>>) -> Redirect {
    shared.faults.clear();
    Redirect::to(Section::Faults.path())
}
