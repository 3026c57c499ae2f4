//! The query that settles a fare of unknown outcome.

use wxpay_core::settle::{Settle, Verdict};

use super::{CreateTransaction, QueryTransaction, QueryTransactionRequired, Transaction};

impl Settle for CreateTransaction {
    type Query = QueryTransaction;

    fn query(&self) -> QueryTransaction {
        let query = QueryTransaction::new(QueryTransactionRequired { out_trade_no: self.out_trade_no.clone() });
        match &self.sub_mchid {
            Some(sub_mchid) => query.sub_mchid(sub_mchid),
            None => query,
        }
    }

    /// Compares the amounts; `trade_state` says whether the fare is paid.
    fn verdict(&self, transaction: &Transaction) -> Verdict {
        let found = transaction.amount.as_ref().and_then(|amount| amount.total);
        Verdict::same(&[("amount.total", self.amount.total, found.unwrap_or(self.amount.total))])
    }
}
