//! Queries that settle a sharing or a return of unknown outcome.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    CreateReturn, CreateSharing, QueryReturn, QueryReturnRequired, QuerySharing, QuerySharingRequired, SharingOrder,
    SharingReturn, UnfreezeRest,
};
use crate::prelude::Fen;

impl Settle for CreateSharing {
    type Query = QuerySharing;

    fn query(&self) -> QuerySharing {
        query(&self.out_order_no, &self.transaction_id, self.sub_mchid.as_deref())
    }

    fn verdict(&self, order: &SharingOrder) -> Verdict {
        let (Some(shares), Some(details)) = (&self.receivers, &order.receivers) else { return Verdict::Done };
        same_shares(
            shares.iter().map(|share| (share.account.as_str(), share.amount)),
            details.iter().map(|detail| (detail.account.as_str(), detail.amount)),
        )
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

    /// Without `out_order_no` the query is invalid, and the outcome stays unknown.
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

/// Checks that each of the sent shares (account and amount) is found. There may be others, because amounts that were given to the
/// merchant are listed too. An empty list contradicts nothing.
pub(crate) fn same_shares<'a>(
    sent: impl Iterator<Item = (&'a str, Fen)>,
    found: impl Iterator<Item = (&'a str, Fen)>,
) -> Verdict {
    let mut found: Vec<_> = found.collect();
    if found.is_empty() {
        return Verdict::Done;
    }
    for (account, amount) in sent {
        // An account can have several shares.
        let same = found.iter().position(|share| *share == (account, amount));
        let Some(same) = same else {
            let of_account = found.iter().find(|(other, _)| *other == account);
            let found = of_account.map_or_else(|| "no share".to_owned(), |(_, amount)| amount.to_string());
            return Verdict::Another { member: "receivers.amount", sent: amount.to_string(), found };
        };
        found.swap_remove(same);
    }
    Verdict::Done
}
