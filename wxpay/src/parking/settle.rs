//! The query that settles the unknown outcome of a parking fee.

use wxpay_core::settle::{Settle, Verdict};

use super::{CreateTransaction, ParkingPayment, QueryTransaction, QueryTransactionRequired};

impl Settle for CreateTransaction {
    type Query = QueryTransaction;

    fn query(&self) -> QueryTransaction {
        let query = QueryTransaction::new(QueryTransactionRequired { out_trade_no: self.out_trade_no.clone() });
        match &self.sub_mchid {
            Some(sub_mchid) => query.sub_mchid(sub_mchid),
            None => query,
        }
    }

    /// The order exists with the same amount; `trade_state` says if it is paid.
    fn verdict(&self, payment: &ParkingPayment) -> Verdict {
        Verdict::same(&[("amount.total", self.amount.total, payment.amount.total)])
    }
}
