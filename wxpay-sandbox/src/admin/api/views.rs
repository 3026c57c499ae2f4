//! Reading the books.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, Path, Query, State};
use http::request::Parts;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Problem;
use crate::admin::Admin;
use crate::error::SandboxError;
use crate::requests::LoggedRequest;
use crate::requests::evidence::Finding;

#[derive(Deserialize)]
pub(super) struct Page {
    limit: Option<u32>,
    before: Option<i64>,
}

impl<S: Sync> FromRequestParts<S> for Page {
    type Rejection = Problem;

    async fn from_request_parts(head: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Query(page) = Query::try_from_uri(&head.uri).map_err(|error| Problem::senseless(error.body_text()))?;
        Ok(page)
    }
}

impl Page {
    pub(super) fn limit(&self) -> u32 {
        self.limit.unwrap_or(100).min(1000)
    }
}

pub(super) async fn tables(State(admin): State<Arc<Admin>>) -> Result<Json<Map<String, Value>>, Problem> {
    let counts = admin.office.books.counts()?;
    Ok(Json(counts.into_iter().map(|(table, count)| (table, count.into())).collect()))
}

pub(super) async fn rows(
    State(admin): State<Arc<Admin>>,
    Path(table): Path<String>,
    page: Page,
) -> Result<Json<Vec<Map<String, Value>>>, Problem> {
    let rows = admin.office.books.rows(&table, page.before.unwrap_or(i64::MAX), page.limit())?;
    rows.map(Json).ok_or_else(|| Problem::unknown(format!("there is no table `{table}`: `GET /api/books` lists them")))
}

/// A logged request, as the page shows it.
#[derive(Serialize)]
pub(super) struct Explained {
    #[serde(flatten)]
    request: LoggedRequest,
    /// Findings about a signature that was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<Finding>>,
}

pub(super) async fn requests(State(admin): State<Arc<Admin>>) -> Result<Json<Vec<Explained>>, Problem> {
    let mut explained = Vec::new();
    for (request, evidence) in admin.gate.requests.all() {
        let findings = match &evidence {
            Some(evidence) => {
                Some(evidence.findings(&admin.office.merchants).await.map_err(SandboxError::Keys)?.to_vec())
            }
            None => None,
        };
        explained.push(Explained { request, findings });
    }
    Ok(Json(explained))
}
