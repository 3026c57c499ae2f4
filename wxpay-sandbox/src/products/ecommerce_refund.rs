//! Refunds on a platform (收付通·退款): the same books, another form.

use serde_json::{Value, json};
use wxpay::ecommerce_refund::{CreateRefund, QueryRefund, QueryRefundByNumber};

use super::refund::{RECEIVED_BY, Wanted, of_sub_merchant, order};
use crate::books::{Refund, parameters};
use crate::endpoint::{Desk, Refusal, Route, Rules};
use crate::json::{present, time};

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::ruled::<CreateRefund>(), Route::ruled::<QueryRefund>(), Route::ruled::<QueryRefundByNumber>()]
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
            currency: self.amount.currency.as_deref(),
        };
        Ok(answer(&order(desk, &wanted, &parameters(self))?))
    }
}

impl Rules for QueryRefund {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let refund = desk.books.find_refund_id(desk.mchid, &self.refund_id)?;
        Ok(answer(&of_sub_merchant(refund, self.sub_mchid.as_deref())?))
    }
}

impl Rules for QueryRefundByNumber {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let refund = desk.books.find_refund(desk.mchid, &self.out_refund_no)?;
        Ok(answer(&of_sub_merchant(refund, self.sub_mchid.as_deref())?))
    }
}

/// A refund in the form of these endpoints: without the order's amount, and with the account that pays, which here is always the
/// sub-merchant's.
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
        "refund_account": "REFUND_SOURCE_SUB_MERCHANT",
        "funds_account": "UNSETTLED",
        "amount": {
            "refund": refund.refund,
            "payer_refund": refund.refund,
            "discount_refund": 0,
            "currency": "CNY",
        },
    }))
}
