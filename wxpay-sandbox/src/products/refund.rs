//! Refunds (退款).

use serde_json::{Value, json};
use wxpay::refund::{AbnormalRefundType, ApplyAbnormalRefund, CreateRefund, QueryRefund, RefundStatus};

use super::{Desk, Rules, present, time};
use crate::books::{By, NewRefund, Refund, Refunding, Resending, parameters};
use crate::credentials::digits;
use crate::gateway::Refusal;
use crate::notify::Event;
use crate::{SandboxError, Shared};

impl Rules for CreateRefund {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let order = match (&self.transaction_id, &self.out_trade_no) {
            (Some(number), _) => By::TransactionId(number),
            (None, Some(number)) => By::OutTradeNo(number),
            (None, None) => return Err(Refusal::parameter("transaction_id和out_trade_no必须二选一", None)),
        };
        if self.amount.currency != "CNY" {
            return Err(Refusal::param_error("币种不支持", "/amount/currency", &self.amount.currency));
        }
        let refund = NewRefund {
            mchid: desk.mchid,
            out_refund_no: &self.out_refund_no,
            order,
            parameters: &parameters(self),
            refund: self.amount.refund.get(),
            total: self.amount.total.get(),
            refund_id: &format!("5030{}{}", desk.now(), digits(15)?),
        };
        match desk.shared.books.refund(&refund, desk.now())? {
            Refunding::Accepted(refund) => Ok(answer(&refund)),
            Refunding::OtherParameters => Err(Refusal::re_entry()),
            Refunding::NoOrder => Err(Refusal::resource_not_exists("订单不存在")),
            Refunding::NotPaid => Err(Refusal::invalid_request("订单未支付，不能退款")),
            Refunding::OtherTotal => Err(Refusal::invalid_request("订单金额或退款金额与之前请求不一致，请核实后再试")),
            Refunding::TooLate => Err(Refusal::invalid_request("订单已超过可退款的最大期限")),
            Refunding::TooMuch => Err(Refusal::invalid_request("申请退款金额大于订单可退金额")),
            Refunding::TooMany => Err(Refusal::invalid_request("订单部分退款次数超过50次")),
        }
    }
}

impl Rules for QueryRefund {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let refund = desk.shared.books.find_refund(desk.mchid, &self.out_refund_no)?;
        refund.map(|refund| answer(&refund)).ok_or_else(|| Refusal::resource_not_exists("退款单不存在"))
    }
}

impl Rules for ApplyAbnormalRefund {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let to_a_card = [self.bank_type.is_some(), self.bank_account.is_some(), self.real_name.is_some()];
        if self.r#type == AbnormalRefundType::UserBankCard && to_a_card.contains(&false) {
            return Err(Refusal::parameter("退款到用户银行卡时，开户银行、收款银行卡号、收款用户姓名必填", None));
        }
        match desk.shared.books.resend(desk.mchid, &self.refund_id, &self.out_refund_no)? {
            Resending::Accepted(refund) => Ok(answer(&refund)),
            Resending::NotAbnormal => Err(Refusal::invalid_request("退款单状态不是退款异常")),
            Resending::Unknown => Err(Refusal::resource_not_exists("退款单不存在")),
        }
    }
}

/// A refund comes to its end; its `notify_url` hears of it.
pub(crate) fn end_refund(shared: &Shared, out_refund_no: &str, status: &RefundStatus) -> Result<(), SandboxError> {
    let mchid = &shared.credentials.mchid;
    let refund = shared.books.end_refund(mchid, out_refund_no, status, shared.clock.now())?;
    let asked = refund.parameters()?;
    let Some(url) = asked.get("notify_url").and_then(Value::as_str) else { return Ok(()) };
    let resource = present(json!({
        "mchid": mchid,
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
    shared.notifier.send(url, &event);
    Ok(())
}

/// A refund as its endpoints show it.
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

const RECEIVED_BY: &str = "支付用户零钱";
