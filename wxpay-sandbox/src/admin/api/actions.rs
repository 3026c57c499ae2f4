//! What users, banks and WeChat Pay do.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use wxpay::refund::RefundStatus;

use super::Problem;
use super::problem::Members;
use crate::books::{ContractKind, ContractState};
use crate::deeds::number::Number;
use crate::products::Checkout;
use crate::{Shared, products};

type Sandbox = State<Arc<Shared>>;
type Done = Result<StatusCode, Problem>;

const DONE: Done = Ok(StatusCode::NO_CONTENT);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Whose {
    mchid: Option<String>,
}

impl Whose {
    /// The number of that merchant, or of whoever has it.
    pub(super) fn number<'a>(&'a self, number: &'a str) -> Number<'a> {
        Number::new(self.mchid.as_deref(), number)
    }
}

pub(super) async fn pay_order(
    State(shared): Sandbox,
    Path(out_trade_no): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::pay(&shared, whose.number(&out_trade_no))?;
    DONE
}

pub(super) async fn pay_combined_order(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::pay_combined(&shared, whose.number(&number))?;
    DONE
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Link {
    link: String,
}

pub(super) async fn checkout(
    State(shared): Sandbox,
    Members(Link { link }): Members<Link>,
) -> Result<Json<Value>, Problem> {
    let Checkout { mchid, out_trade_no, combined, descriptions, total, problem } = products::checkout(&shared, &link)?;
    Ok(Json(json!({
        "mchid": mchid,
        "out_trade_no": out_trade_no,
        "combined": combined,
        "descriptions": descriptions,
        "total": total.get(),
        "problem": problem,
    })))
}

pub(super) async fn pay_link(State(shared): Sandbox, Members(Link { link }): Members<Link>) -> Done {
    products::pay_link(&shared, &link)?;
    DONE
}

pub(super) async fn complete_refund(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::end_refund(&shared, whose.number(&number), &RefundStatus::Success)?;
    DONE
}

pub(super) async fn bounce_refund(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::end_refund(&shared, whose.number(&number), &RefundStatus::Abnormal)?;
    DONE
}

pub(super) async fn close_refund(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::end_refund(&shared, whose.number(&number), &RefundStatus::Closed)?;
    DONE
}

pub(super) async fn accept_transfer(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::end_transfer(&shared, whose.number(&number), None)?;
    DONE
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Failing {
    fail_reason: Option<String>,
    mchid: Option<String>,
}

pub(super) async fn fail_transfer(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(Failing { fail_reason, mchid }): Members<Failing>,
) -> Done {
    let reason = fail_reason.as_deref().unwrap_or("PAYEE_ACCOUNT_ABNORMAL");
    products::end_transfer(&shared, Number::new(mchid.as_deref(), &number), Some(reason))?;
    DONE
}

pub(super) async fn confirm_authorization(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::confirm_authorization(&shared, whose.number(&number))?;
    DONE
}

pub(super) async fn withdraw_authorization(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::withdraw_authorization(&shared, whose.number(&number))?;
    DONE
}

pub(super) async fn contract(
    State(shared): Sandbox,
    Path((kind, code)): Contract,
    Members(whose): Members<Whose>,
) -> Result<Json<Value>, Problem> {
    let state = products::contract_state(&shared, kind_of(&kind)?, whose.number(&code))?;
    Ok(Json(json!({ "state": state.as_str() })))
}

pub(super) async fn open_contract(
    State(shared): Sandbox,
    Path((kind, code)): Contract,
    Members(whose): Members<Whose>,
) -> Done {
    products::decide(&shared, kind_of(&kind)?, whose.number(&code), ContractState::Opened)?;
    DONE
}

pub(super) async fn sign_contract(
    State(shared): Sandbox,
    Path((kind, code)): Contract,
    Members(whose): Members<Whose>,
) -> Done {
    products::decide(&shared, kind_of(&kind)?, whose.number(&code), ContractState::Signed)?;
    DONE
}

pub(super) async fn decline_contract(
    State(shared): Sandbox,
    Path((kind, code)): Contract,
    Members(whose): Members<Whose>,
) -> Done {
    products::decide(&shared, kind_of(&kind)?, whose.number(&code), ContractState::Declined)?;
    DONE
}

pub(super) async fn terminate_contract(
    State(shared): Sandbox,
    Path((kind, code)): Contract,
    Members(whose): Members<Whose>,
) -> Done {
    products::decide(&shared, kind_of(&kind)?, whose.number(&code), ContractState::Terminated)?;
    DONE
}

/// Kind and code.
type Contract = Path<(String, String)>;

fn kind_of(kind: &str) -> Result<ContractKind, Problem> {
    ContractKind::read(kind).ok_or_else(|| Problem::unknown("a contract is `individual` or `credit-repayment`"))
}

pub(super) async fn pay_repayment(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::end_repayment(&shared, whose.number(&number), true)?;
    DONE
}

pub(super) async fn fail_repayment(
    State(shared): Sandbox,
    Path(number): Path<String>,
    Members(whose): Members<Whose>,
) -> Done {
    products::end_repayment(&shared, whose.number(&number), false)?;
    DONE
}

pub(super) async fn clock(State(shared): Sandbox) -> Json<Value> {
    Json(json!({ "now": shared.clock.now(), "offset": shared.clock.offset() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moved {
    offset: i64,
}

pub(super) async fn set_clock(
    State(shared): Sandbox,
    Members(Moved { offset }): Members<Moved>,
) -> Result<Json<Value>, Problem> {
    shared.set_clock_ahead(offset)?;
    Ok(clock(State(shared)).await)
}

pub(super) async fn release_bills(State(shared): Sandbox) -> Json<Value> {
    Json(json!({ "bill_date": products::bill::release(&shared) }))
}
