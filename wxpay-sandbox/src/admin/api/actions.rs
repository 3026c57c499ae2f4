//! Routes for what users, banks and WeChat Pay do. Each calls one method of [`Merchant`].

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::routing::{MethodRouter, get, post};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use wxpay::prelude::Fen;

use super::Problem;
use super::members::{Members, Nothing, Whose};
use crate::admin::Admin;
use crate::books::ContractKind;
use crate::deeds::Merchant;
use crate::error::SandboxError;
use crate::products::Checkout;

pub(super) type Done = Result<StatusCode, Problem>;

pub(super) const DONE: Done = Ok(StatusCode::NO_CONTENT);

type Door = MethodRouter<Arc<Admin>>;
type Deed = fn(&Merchant, &str) -> Result<(), SandboxError>;

/// A route that does something to the thing with the number in the path.
pub(super) fn done(deed: Deed) -> Door {
    post(async move |Path(number): Path<String>, Whose(merchant, Nothing {}): Whose| -> Done {
        deed(&merchant, &number)?;
        DONE
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Failing {
    fail_reason: Option<String>,
}

/// A route for a failure. Its reason is the request's `fail_reason`, or else `reason`.
pub(super) fn failed(deed: fn(&Merchant, &str, &str) -> Result<(), SandboxError>, reason: &'static str) -> Door {
    post(async move |Path(number): Path<String>, Whose(merchant, failing): Whose<Failing>| -> Done {
        deed(&merchant, &number, failing.fail_reason.as_deref().unwrap_or(reason))?;
        DONE
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Closing {
    account: String,
    fail_reason: Option<String>,
}

/// The route that closes the share of one receiver: the receiver does not get it.
pub(super) fn close_share() -> Door {
    post(async |Path(number): Path<String>, Whose(merchant, closing): Whose<Closing>| -> Done {
        let reason = closing.fail_reason.as_deref().unwrap_or("ACCOUNT_ABNORMAL");
        merchant.close_share(&number, &closing.account, reason)?;
        DONE
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refunding {
    refund: i64,
}

/// The route for a refund by hand.
pub(super) fn refund_order() -> Door {
    post(async |Path(number): Path<String>, Whose(merchant, refunding): Whose<Refunding>| -> Done {
        merchant.refund_order(&number, Fen::new(refunding.refund))?;
        DONE
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    link: String,
}

/// The route that shows what a link leads to.
pub(super) fn checkout() -> Door {
    post(async |Whose(merchant, Link { link }): Whose<Link>| -> Result<Json<Value>, Problem> {
        let Checkout { mchid, out_trade_no, combined, descriptions, total, problem } = merchant.checkout(&link)?;
        Ok(Json(json!({
            "mchid": mchid,
            "out_trade_no": out_trade_no,
            "combined": combined,
            "descriptions": descriptions,
            "total": total.get(),
            "problem": problem,
        })))
    })
}

/// The route that pays what a link leads to.
pub(super) fn pay_link() -> Door {
    post(async |Whose(merchant, Link { link }): Whose<Link>| -> Done {
        merchant.pay_link(&link)?;
        DONE
    })
}

/// A route for what the user does with a contract.
pub(super) fn decided(deed: fn(&Merchant, ContractKind, &str) -> Result<(), SandboxError>) -> Door {
    post(async move |Path((kind, code)): Path<(String, String)>, Whose(merchant, Nothing {}): Whose| -> Done {
        deed(&merchant, kind_of(&kind)?, &code)?;
        DONE
    })
}

/// The route that returns the state of a contract.
pub(super) fn contract() -> Door {
    get(async |Path((kind, code)): Path<(String, String)>, Whose(merchant, Nothing {}): Whose| {
        let state = merchant.contract_state(kind_of(&kind)?, &code)?;
        Ok::<_, Problem>(Json(json!({ "state": state.as_str() })))
    })
}

fn kind_of(kind: &str) -> Result<ContractKind, Problem> {
    ContractKind::read(kind).ok_or_else(|| Problem::unknown("a contract is `individual` or `credit-repayment`"))
}

pub(super) async fn clock(State(admin): State<Arc<Admin>>) -> Json<Value> {
    Json(json!({ "now": admin.office.clock.now(), "offset": admin.office.clock.offset() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moved {
    offset: i64,
}

pub(super) async fn set_clock(
    State(admin): State<Arc<Admin>>,
    Members(Moved { offset }): Members<Moved>,
) -> Result<Json<Value>, Problem> {
    admin.deeds.set_clock_ahead(offset)?;
    Ok(clock(State(admin)).await)
}

pub(super) async fn release_bills(State(admin): State<Arc<Admin>>) -> Json<Value> {
    Json(json!({ "bill_date": admin.deeds.release_bills() }))
}
