//! The products: one file each, one handler an endpoint, and the table of all of them.

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

use wxpay::bill::{ApplyEcommerceFundFlowBill, ApplyFundFlowBill, ApplySubMerchantFundFlowBill, ApplyTradeBill};
use wxpay::certificates::DownloadCertificates;
use wxpay::credit_repayment::{
    AppPresign as RepaymentAppPresign, CreateRepayment, H5Presign, QueryContract, QueryRepayment,
    QueryScheduledRepayment, ScheduleRepayments, TerminateContract,
};
use wxpay::individual_contracts::{
    AppPresign, MiniProgramPresign, NamedAppPresign, NamedMiniProgramPresign, QueryContractByCode,
    QueryContractByOpenid,
};
use wxpay::mch_transfer::{
    CancelTransfer, CloseAuthorization, CreateAuthorization, CreateTransfer, CreateTransferWithAuthorization,
    QueryAuthorization, QueryTransfer, QueryTransferByNumber, TransferByAuthorization,
};
use wxpay::pay::{
    AppPrepay, CloseOrder, CodePay, H5Prepay, JsapiPrepay, NativePrepay, QueryOrder, QueryOrderByNumber, ReverseOrder,
};
use wxpay::refund::{ApplyAbnormalRefund, CreateRefund, QueryRefund};
use wxpay::security::SecurityEcho;

use crate::books::{ContractKind, ContractState};
use crate::endpoint::Office;
use crate::endpoint::{Refusal, Route};
use crate::error::SandboxError;

/// Every endpoint that has rules here.
pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::ruled::<AppPrepay>(),
        Route::ruled::<JsapiPrepay>(),
        Route::ruled::<H5Prepay>(),
        Route::ruled::<NativePrepay>(),
        Route::ruled::<CodePay>(),
        Route::ruled::<QueryOrder>(),
        Route::ruled::<QueryOrderByNumber>(),
        Route::ruled::<CloseOrder>(),
        Route::ruled::<ReverseOrder>(),
        Route::ruled::<CreateRefund>(),
        Route::ruled::<QueryRefund>(),
        Route::ruled::<ApplyAbnormalRefund>(),
        Route::ruled::<ApplyTradeBill>(),
        Route::ruled::<ApplyFundFlowBill>(),
        Route::ruled::<ApplySubMerchantFundFlowBill>(),
        Route::ruled::<ApplyEcommerceFundFlowBill>(),
        Route::ruled::<CreateTransfer>(),
        Route::ruled::<QueryTransfer>(),
        Route::ruled::<QueryTransferByNumber>(),
        Route::ruled::<CancelTransfer>(),
        Route::ruled::<CreateTransferWithAuthorization>(),
        Route::ruled::<TransferByAuthorization>(),
        Route::ruled::<CreateAuthorization>(),
        Route::ruled::<QueryAuthorization>(),
        Route::ruled::<CloseAuthorization>(),
        Route::ruled::<H5Presign>(),
        Route::ruled::<RepaymentAppPresign>(),
        Route::ruled::<QueryContract>(),
        Route::ruled::<TerminateContract>(),
        Route::ruled::<ScheduleRepayments>(),
        Route::ruled::<QueryScheduledRepayment>(),
        Route::ruled::<CreateRepayment>(),
        Route::ruled::<QueryRepayment>(),
        Route::ruled::<AppPresign>(),
        Route::ruled::<MiniProgramPresign>(),
        Route::ruled::<NamedAppPresign>(),
        Route::ruled::<NamedMiniProgramPresign>(),
        Route::ruled::<QueryContractByCode>(),
        Route::ruled::<QueryContractByOpenid>(),
        Route::ruled::<DownloadCertificates>(),
        Route::ruled::<SecurityEcho>(),
    ];
    routes.extend(pay::partner::routes());
    routes.extend(pay::combined::routes());
    routes.extend(ecommerce_refund::routes());
    routes.extend(profit_sharing::routes());
    routes.extend(uploads::routes());
    routes
}

/// The user does something to a contract.
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

/// Refuses an amount that no sum of it would fit into the books.
fn limited(amount: i64, pointer: &str) -> Result<(), Refusal> {
    if amount <= MOST {
        return Ok(());
    }
    let message = format!("输入源“/body{pointer}”规则校验失败，值高于最大值 {MOST}");
    Err(Refusal::param_error(&message, pointer, &amount.to_string()))
}

/// The highest amount of an order, a transfer or a repayment, in fen: a thousand million yuan. A choice: what a merchant may
/// take at most, its contract says.
const MOST: i64 = 100_000_000_000;
