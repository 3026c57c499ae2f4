//! The queries that settle unknown outcomes of refunds and of returns of advanced money.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    AdvanceResult, AdvanceReturn, CreateRefund, QueryAdvanceReturn, QueryAdvanceReturnRequired, QueryRefundByNumber,
    QueryRefundByNumberRequired, Refund, ReturnAdvance,
};

impl Settle for CreateRefund {
    type Query = QueryRefundByNumber;

    fn query(&self) -> QueryRefundByNumber {
        let out_refund_no = self.out_refund_no.clone();
        let mut query = QueryRefundByNumber::new(QueryRefundByNumberRequired { out_refund_no });
        query.sub_mchid.clone_from(&self.sub_mchid);
        query.individual_auth_id.clone_from(&self.individual_auth_id);
        query
    }

    fn verdict(&self, refund: &Refund) -> Verdict {
        Verdict::same(&[("amount.refund", self.amount.refund, refund.amount.refund)]).and(Verdict::agrees(&[
            ("transaction_id", self.transaction_id.as_deref(), Some(&refund.transaction_id)),
            ("out_trade_no", self.out_trade_no.as_deref(), Some(&refund.out_trade_no)),
        ]))
    }
}

impl Settle for ReturnAdvance {
    type Query = QueryAdvanceReturn;

    fn query(&self) -> QueryAdvanceReturn {
        let (refund_id, sub_mchid) = (self.refund_id.clone(), self.sub_mchid.clone());
        QueryAdvanceReturn::new(QueryAdvanceReturnRequired { refund_id, sub_mchid })
    }

    /// An earlier return that failed stays visible until the next one arrives.
    fn verdict(&self, found: &AdvanceReturn) -> Verdict {
        if found.result == AdvanceResult::Failed { Verdict::NotDone } else { Verdict::Done }
    }
}
