//! Refunds (退款).

use serde_json::{Value, json};
use wxpay::prelude::Fen;
use wxpay::refund::{AbnormalRefundType, ApplyAbnormalRefund, CreateRefund, QueryRefund, RefundStatus};

use crate::books::{By, NewRefund, OrderKey, Refund, Refunding, Resending, parameters};
use crate::endpoint::{Desk, Office, Refusal, Route, Rules};
use crate::error::SandboxError;
use crate::json::{present, time};
use crate::keys::credentials::digits;
use crate::notify::Event;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::ruled::<CreateRefund>(), Route::ruled::<QueryRefund>(), Route::ruled::<ApplyAbnormalRefund>()]
}

impl Rules for CreateRefund {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let wanted = Wanted {
            sub_mchid: self.sub_mchid.as_deref(),
            out_refund_no: &self.out_refund_no,
            transaction_id: self.transaction_id.as_deref(),
            out_trade_no: self.out_trade_no.as_deref(),
            refund: self.amount.refund,
            total: self.amount.total,
            currency: Some(&self.amount.currency),
        };
        Ok(answer(&order(desk, &wanted, &parameters(self))?))
    }
}

impl Rules for QueryRefund {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let refund = desk.books.find_refund(desk.mchid, &self.out_refund_no)?;
        Ok(answer(&of_sub_merchant(refund, self.sub_mchid.as_deref())?))
    }
}

impl Rules for ApplyAbnormalRefund {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let to_a_card = [self.bank_type.is_some(), self.bank_account.is_some(), self.real_name.is_some()];
        if self.r#type == AbnormalRefundType::UserBankCard && to_a_card.contains(&false) {
            return Err(Refusal::parameter("退款到用户银行卡时，开户银行、收款银行卡号、收款用户姓名必填", None));
        }
        let known = desk.books.find_refund(desk.mchid, &self.out_refund_no)?;
        of_sub_merchant(known, self.sub_mchid.as_deref())?;
        match desk.books.resend(desk.mchid, &self.refund_id, &self.out_refund_no)? {
            Resending::Accepted(refund) => Ok(answer(&refund)),
            Resending::NotAbnormal => Err(Refusal::invalid_request("退款单状态不是退款异常")),
            Resending::Unknown => Err(unknown()),
        }
    }
}

/// The members of every refund, whichever endpoint makes it.
pub(super) struct Wanted<'a> {
    pub(super) sub_mchid: Option<&'a str>,
    pub(super) out_refund_no: &'a str,
    pub(super) transaction_id: Option<&'a str>,
    pub(super) out_trade_no: Option<&'a str>,
    pub(super) refund: Fen,
    pub(super) total: Fen,
    pub(super) currency: Option<&'a str>,
}

/// Makes a refund, or finds the same one again.
pub(super) fn order(desk: &Desk<'_>, wanted: &Wanted<'_>, parameters: &str) -> Result<Refund, Refusal> {
    let order = match (wanted.transaction_id, wanted.out_trade_no) {
        (Some(number), _) => By::TransactionId(number),
        (None, Some(number)) => By::OutTradeNo(number),
        (None, None) => return Err(Refusal::parameter("transaction_id和out_trade_no必须二选一", None)),
    };
    if let Some(currency) = wanted.currency.filter(|currency| *currency != "CNY") {
        return Err(Refusal::param_error("币种不支持", "/amount/currency", currency));
    }
    let refund = NewRefund {
        mchid: desk.mchid,
        sub_mchid: wanted.sub_mchid,
        out_refund_no: wanted.out_refund_no,
        order,
        parameters,
        refund: wanted.refund.get(),
        total: wanted.total.get(),
        refund_id: &format!("5030{}{}", desk.now(), digits(15)?),
    };
    match desk.books.refund(&refund, desk.now())? {
        Refunding::Accepted(refund) => Ok(*refund),
        Refunding::OtherParameters => Err(Refusal::re_entry()),
        Refunding::NoOrder => Err(Refusal::resource_not_exists("订单不存在")),
        Refunding::OtherSubMerchant => Err(Refusal::other_sub_merchant()),
        Refunding::NotPaid => Err(Refusal::invalid_request("订单未支付，不能退款").breaking(NOT_PAID)),
        Refunding::OtherTotal => Err(Refusal::invalid_request("订单金额或退款金额与之前请求不一致，请核实后再试")),
        Refunding::TooLate => Err(Refusal::invalid_request("订单已超过可退款的最大期限")),
        Refunding::TooMuch => Err(Refusal::invalid_request("申请退款金额大于订单可退金额")),
        Refunding::TooMany => Err(Refusal::invalid_request("订单部分退款次数超过50次")),
        Refunding::NotEnough => Err(Refusal::not_enough("基本账户余额不足，请充值后重新发起")),
    }
}

/// The refund, if it belongs to that sub-merchant.
pub(super) fn of_sub_merchant(refund: Option<Refund>, sub_mchid: Option<&str>) -> Result<Refund, Refusal> {
    let refund = refund.ok_or_else(unknown)?;
    if refund.sub_mchid.as_deref() == sub_mchid { Ok(refund) } else { Err(Refusal::other_sub_merchant()) }
}

/// The merchant refunds by hand, as on the merchant platform (商户平台). Nobody is notified, because there is no `notify_url`.
pub(crate) fn refund_by_hand(office: &Office, key: OrderKey<'_>, refund: Fen) -> Result<(), SandboxError> {
    let problem = |problem| SandboxError::Order { number: key.out_trade_no.to_owned(), problem };
    let (now, by) = (office.clock.now(), By::OutTradeNo(key.out_trade_no));
    let order = office.books.find_order(key.mchid, by, now)?.ok_or_else(|| problem("was never made"))?;
    if refund < Fen::new(1) {
        return Err(problem("cannot be refunded by less than a fen"));
    }
    let new = NewRefund {
        mchid: key.mchid,
        sub_mchid: order.sub_mchid.as_deref(),
        out_refund_no: &format!("by-hand-{now}-{}", digits(15)?),
        order: by,
        parameters: "{}",
        refund: refund.get(),
        total: order.total,
        refund_id: &format!("5030{now}{}", digits(15)?),
    };
    match office.books.refund(&new, now)? {
        Refunding::Accepted(_) => Ok(()),
        Refunding::NotPaid => Err(problem("is not paid")),
        Refunding::TooLate => Err(problem("was paid more than a year ago")),
        Refunding::TooMuch => Err(problem("cannot be refunded by more than it cost")),
        Refunding::TooMany => Err(problem("was refunded 50 times")),
        Refunding::NotEnough => Err(problem("was shared, and less than that is left of it")),
        // These cannot happen: the number is new, and order and amount are from the books.
        Refunding::OtherParameters | Refunding::NoOrder | Refunding::OtherSubMerchant | Refunding::OtherTotal => {
            Err(problem("has changed in the meantime"))
        }
    }
}

/// Ends a refund; its `notify_url` is notified.
pub(crate) fn end_refund(
    office: &Office,
    mchid: &str,
    number: &str,
    status: &RefundStatus,
) -> Result<(), SandboxError> {
    let refund = office.books.end_refund(mchid, number, status, office.clock.now())?;
    let asked = refund.parameters()?;
    let Some(url) = asked.get("notify_url").and_then(Value::as_str) else { return Ok(()) };
    let direct = refund.sub_mchid.is_none();
    let resource = present(json!({
        "mchid": direct.then_some(mchid),
        "sp_mchid": (!direct).then_some(mchid),
        "sub_mchid": refund.sub_mchid,
        "transaction_id": refund.transaction_id,
        "out_trade_no": refund.out_trade_no,
        "refund_id": refund.refund_id,
        "out_refund_no": refund.out_refund_no,
        "refund_status": refund.status.as_str(),
        "success_time": refund.succeeded.map(time),
        "user_received_account": RECEIVED_BY,
        "amount": {
            "total": refund.total,
            "refund": refund.refund,
            "payer_total": refund.total,
            "payer_refund": refund.refund,
        },
    }));
    let event_type = format!("REFUND.{status}");
    let event = Event { mchid, event_type: &event_type, original_type: "refund", resource };
    office.notifier.send(url, &event);
    Ok(())
}

fn unknown() -> Refusal {
    Refusal::resource_not_exists("退款单不存在")
}

/// A refund in the form of its endpoints.
fn answer(refund: &Refund) -> Value {
    present(json!({
        "refund_id": refund.refund_id,
        "out_refund_no": refund.out_refund_no,
        "transaction_id": refund.transaction_id,
        "out_trade_no": refund.out_trade_no,
        "channel": "ORIGINAL",
        "user_received_account": RECEIVED_BY,
        "success_time": refund.succeeded.map(time),
        "create_time": time(refund.created),
        "status": refund.status.as_str(),
        "funds_account": "UNSETTLED",
        "amount": {
            "total": refund.total,
            "refund": refund.refund,
            "payer_total": refund.total,
            "payer_refund": refund.refund,
            "settlement_refund": refund.refund,
            "settlement_total": refund.total,
            "discount_refund": 0,
            "currency": "CNY",
        },
    }))
}

/// The remedy for a refund of an unpaid order.
const NOT_PAID: &str = "the order is not paid: `POST /api/orders/{out_trade_no}/pay` (`Sandbox::pay_order`) pays it";
pub(super) const RECEIVED_BY: &str = "支付用户零钱";
