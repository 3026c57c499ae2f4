//! The products: a file for each, an implementation of `Rules` for each endpoint, and the table of all endpoints.

pub(crate) mod bill;
mod certificates;
mod credit_repayment;
mod ecommerce_refund;
mod individual_contracts;
mod made_up;
mod mch_transfer;
mod pay;
pub(crate) mod pictures;
mod profit_sharing;
mod refund;
mod security;
mod uploads;

pub(crate) use self::credit_repayment::end_repayment;
pub(crate) use self::mch_transfer::{confirm_authorization, end_transfer, expire_transfers, withdraw_authorization};
pub use self::pay::Checkout;
pub(crate) use self::pay::combined::pay as pay_combined;
pub(crate) use self::pay::{checkout, pay, pay_link};
pub(crate) use self::profit_sharing::{end_return, end_shares};
pub(crate) use self::refund::{end_refund, refund_by_hand};

use crate::books::{ContractKind, ContractState};
use crate::endpoint::{Office, Refusal, Route};
use crate::error::SandboxError;

/// All endpoints that have rules.
pub(crate) fn routes() -> Vec<Route> {
    let products = [
        pay::direct::routes(),
        pay::partner::routes(),
        pay::combined::routes(),
        refund::routes(),
        ecommerce_refund::routes(),
        bill::routes(),
        profit_sharing::routes(),
        mch_transfer::routes(),
        credit_repayment::routes(),
        individual_contracts::routes(),
        certificates::routes(),
        uploads::routes(),
        security::routes(),
    ];
    products.into_iter().flatten().collect()
}

/// The user does something with a contract.
pub(crate) fn decide(
    office: &Office,
    kind: ContractKind,
    mchid: &str,
    code: &str,
    next: ContractState,
) -> Result<(), SandboxError> {
    let contract = office.books.move_contract(kind, mchid, code, next, office.clock.now())?;
    let notified = matches!(next, ContractState::Signed | ContractState::Terminated);
    if notified && kind == ContractKind::CreditRepayment {
        credit_repayment::notify(office, &contract)?;
    }
    Ok(())
}

/// Refuses amounts whose sums could overflow in the books.
fn limited(amount: i64, pointer: &str) -> Result<(), Refusal> {
    if amount <= MOST {
        return Ok(());
    }
    let message = format!("输入源“/body{pointer}”规则校验失败，值高于最大值 {MOST}");
    Err(Refusal::param_error(&message, pointer, &amount.to_string()))
}

/// Upper limit of an order, a transfer or a repayment, in fen: a thousand million yuan. It is a choice: the real limits are in a
/// merchant's contract.
const MOST: i64 = 100_000_000_000;
