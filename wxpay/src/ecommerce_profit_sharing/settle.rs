//! The queries that settle unknown outcomes of sharing orders and returns.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    CreateReturn, CreateSharing, FinishSharing, QueryReturn, QueryReturnRequired, QuerySharing, QuerySharingRequired,
    SharingOrder, SharingReturn,
};
use crate::profit_sharing::same_shares;

impl Settle for CreateSharing {
    type Query = QuerySharing;

    fn query(&self) -> QuerySharing {
        let (sub_mchid, transaction_id) = (self.sub_mchid.clone(), self.transaction_id.clone());
        let out_order_no = self.out_order_no.clone();
        QuerySharing::new(QuerySharingRequired { sub_mchid, transaction_id, out_order_no })
    }

    fn verdict(&self, order: &SharingOrder) -> Verdict {
        let Some(details) = &order.receivers else { return Verdict::Done };
        same_shares(
            self.receivers.iter().map(|share| (share.receiver_account.as_str(), share.amount)),
            details.iter().map(|detail| (detail.receiver_account.as_str(), detail.amount)),
        )
    }
}

impl Settle for FinishSharing {
    type Query = QuerySharing;

    fn query(&self) -> QuerySharing {
        let (sub_mchid, transaction_id) = (self.sub_mchid.clone(), self.transaction_id.clone());
        let out_order_no = self.out_order_no.clone();
        QuerySharing::new(QuerySharingRequired { sub_mchid, transaction_id, out_order_no })
    }

    fn verdict(&self, _: &SharingOrder) -> Verdict {
        Verdict::Done
    }
}

impl Settle for CreateReturn {
    type Query = QueryReturn;

    fn query(&self) -> QueryReturn {
        let (sub_mchid, out_return_no) = (self.sub_mchid.clone(), self.out_return_no.clone());
        let query = QueryReturn::new(QueryReturnRequired { sub_mchid, out_return_no });
        match (&self.out_order_no, &self.order_id) {
            (Some(out_order_no), _) => query.out_order_no(out_order_no),
            (None, Some(order_id)) => query.order_id(order_id),
            (None, None) => query,
        }
    }

    fn verdict(&self, found: &SharingReturn) -> Verdict {
        Verdict::same(&[
            ("amount", self.amount.to_string(), found.amount.to_string()),
            ("return_mchid", self.return_mchid.clone(), found.return_mchid.clone()),
        ])
    }
}
