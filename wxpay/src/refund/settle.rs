//! Queries that settle a refund of unknown outcome.

use wxpay_core::settle::{Settle, Verdict};

use super::{ApplyAbnormalRefund, CreateRefund, QueryRefund, QueryRefundRequired, Refund, RefundStatus};

impl Settle for CreateRefund {
    type Query = QueryRefund;

    fn query(&self) -> QueryRefund {
        query(&self.out_refund_no, self.sub_mchid.as_deref())
    }

    fn verdict(&self, refund: &Refund) -> Verdict {
        Verdict::same(&[("amount.refund", self.amount.refund, refund.amount.refund)]).and(Verdict::agrees(&[
            ("transaction_id", self.transaction_id.as_deref(), Some(&refund.transaction_id)),
            ("out_trade_no", self.out_trade_no.as_deref(), Some(&refund.out_trade_no)),
        ]))
    }
}

impl Settle for ApplyAbnormalRefund {
    type Query = QueryRefund;

    fn query(&self) -> QueryRefund {
        query(&self.out_refund_no, self.sub_mchid.as_deref())
    }

    fn verdict(&self, refund: &Refund) -> Verdict {
        if refund.status == RefundStatus::Abnormal { Verdict::NotDone } else { Verdict::Done }
    }
}

fn query(out_refund_no: &str, sub_mchid: Option<&str>) -> QueryRefund {
    let query = QueryRefund::new(QueryRefundRequired { out_refund_no: out_refund_no.to_owned() });
    match sub_mchid {
        Some(sub_mchid) => query.sub_mchid(sub_mchid),
        None => query,
    }
}
