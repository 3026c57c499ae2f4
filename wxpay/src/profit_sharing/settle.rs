//! How a sharing or a return whose outcome is unknown is asked for.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    CreateReturn, CreateSharing, QueryReturn, QueryReturnRequired, QuerySharing, QuerySharingRequired, Share,
    SharingOrder, SharingReturn, UnfreezeRest,
};

impl Settle for CreateSharing {
    type Query = QuerySharing;

    fn query(&self) -> QuerySharing {
        query(&self.out_order_no, &self.transaction_id, self.sub_mchid.as_deref())
    }

    /// Each receiver is there, with the same share. What went back to the merchant stands among them.
    fn verdict(&self, order: &SharingOrder) -> Verdict {
        let (Some(shares), Some(details)) = (&self.receivers, &order.receivers) else { return Verdict::Done };
        let found = |share: &Share| {
            let of_account = details.iter().filter(|detail| detail.account == share.account);
            let mut amounts: Vec<_> = of_account.map(|detail| detail.amount).collect();
            // One that is the same, if there are several.
            amounts.sort_by_key(|amount| *amount != share.amount);
            amounts.first().map_or_else(|| "nothing".to_owned(), ToString::to_string)
        };
        let compared: Vec<_> =
            shares.iter().map(|share| ("receivers.amount", share.amount.to_string(), found(share))).collect();
        Verdict::same(&compared)
    }
}

impl Settle for UnfreezeRest {
    type Query = QuerySharing;

    fn query(&self) -> QuerySharing {
        query(&self.out_order_no, &self.transaction_id, self.sub_mchid.as_deref())
    }

    fn verdict(&self, _: &SharingOrder) -> Verdict {
        Verdict::Done
    }
}

impl Settle for CreateReturn {
    type Query = QueryReturn;

    /// Without `out_order_no` there is no valid question, and the outcome stays unknown.
    fn query(&self) -> QueryReturn {
        let out_return_no = self.out_return_no.clone();
        let out_order_no = self.out_order_no.clone().unwrap_or_default();
        let query = QueryReturn::new(QueryReturnRequired { out_return_no, out_order_no });
        match &self.sub_mchid {
            Some(sub_mchid) => query.sub_mchid(sub_mchid),
            None => query,
        }
    }

    fn verdict(&self, found: &SharingReturn) -> Verdict {
        Verdict::same(&[
            ("amount", self.amount.to_string(), found.amount.to_string()),
            ("return_mchid", self.return_mchid.clone(), found.return_mchid.clone()),
        ])
    }
}

fn query(out_order_no: &str, transaction_id: &str, sub_mchid: Option<&str>) -> QuerySharing {
    let (out_order_no, transaction_id) = (out_order_no.to_owned(), transaction_id.to_owned());
    let query = QuerySharing::new(QuerySharingRequired { out_order_no, transaction_id });
    match sub_mchid {
        Some(sub_mchid) => query.sub_mchid(sub_mchid),
        None => query,
    }
}
