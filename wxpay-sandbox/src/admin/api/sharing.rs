//! What becomes of shares of payments, and of their returns.

use std::sync::Arc;

use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;

use super::Problem;
use super::actions::Whose;
use super::problem::Members;
use crate::deeds::number::Number;
use crate::{Shared, products};

type Sandbox = State<Arc<Shared>>;
type Done = Result<StatusCode, Problem>;

const DONE: Done = Ok(StatusCode::NO_CONTENT);

pub(super) async fn complete(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::end_shares(&shared, whose.number(&number), None, None)?;
    DONE
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Closing {
    account: String,
    fail_reason: Option<String>,
    mchid: Option<String>,
}

pub(super) async fn close(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(Closing { account, fail_reason, mchid }): Members<Closing>,
) -> Done {
    let reason = fail_reason.as_deref().unwrap_or("ACCOUNT_ABNORMAL");
    products::end_shares(&shared, Number::new(mchid.as_deref(), &number), Some(&account), Some(reason))?;
    DONE
}

pub(super) async fn complete_return(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::end_return(&shared, whose.number(&number), None)?;
    DONE
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Failing {
    fail_reason: Option<String>,
    mchid: Option<String>,
}

pub(super) async fn fail_return(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(Failing { fail_reason, mchid }): Members<Failing>,
) -> Done {
    let reason = fail_reason.as_deref().unwrap_or("BALANCE_NOT_ENOUGH");
    products::end_return(&shared, Number::new(mchid.as_deref(), &number), Some(reason))?;
    DONE
}
