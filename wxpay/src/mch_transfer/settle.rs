//! The queries that settle unknown outcomes of transfers and authorizations.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    Authorization, AuthorizationState, CancelTransfer, CloseAuthorization, CreateAuthorization, CreateTransfer,
    CreateTransferWithAuthorization, QueryAuthorization, QueryAuthorizationRequired, QueryTransferByNumber,
    QueryTransferByNumberRequired, TransferBill, TransferByAuthorization, TransferState,
};

macro_rules! by_number {
    ($($request:ty: $verdict:expr;)*) => {$(
        impl Settle for $request {
            type Query = QueryTransferByNumber;

            fn query(&self) -> QueryTransferByNumber {
                let out_bill_no = self.out_bill_no.clone();
                QueryTransferByNumber::new(QueryTransferByNumberRequired { out_bill_no })
            }

            fn verdict(&self, bill: &TransferBill) -> Verdict {
                let verdict: fn(&Self, &TransferBill) -> Verdict = $verdict;
                verdict(self, bill)
            }
        }
    )*};
}

by_number! {
    CreateTransfer: |request, bill| same(request.transfer_amount, &request.appid, Some(&request.openid), bill);
    CreateTransferWithAuthorization: |request, bill| {
        same(request.transfer_amount, &request.appid, Some(&request.openid), bill)
    };
    TransferByAuthorization: |request, bill| same(request.transfer_amount, &request.appid, None, bill);
    CancelTransfer: |_, bill| match bill.state {
        TransferState::Canceling | TransferState::Cancelled => Verdict::Done,
        _ => Verdict::NotDone,
    };
}

/// Compares the transfer with the amount, app ID and user of the request.
fn same(amount: crate::prelude::Fen, appid: &str, openid: Option<&str>, bill: &TransferBill) -> Verdict {
    Verdict::same(&[("transfer_amount", amount, bill.transfer_amount)]).and(Verdict::agrees(&[
        ("appid", Some(appid), bill.appid.as_deref()),
        ("openid", openid, bill.openid.as_deref()),
    ]))
}

impl Settle for CreateAuthorization {
    type Query = QueryAuthorization;

    fn query(&self) -> QueryAuthorization {
        authorization(&self.out_authorization_no)
    }

    fn verdict(&self, found: &Authorization) -> Verdict {
        Verdict::same(&[("openid", self.openid.as_str(), found.openid.as_str())])
    }
}

impl Settle for CloseAuthorization {
    type Query = QueryAuthorization;

    fn query(&self) -> QueryAuthorization {
        authorization(&self.out_authorization_no)
    }

    fn verdict(&self, found: &Authorization) -> Verdict {
        if found.state == AuthorizationState::Closed { Verdict::Done } else { Verdict::NotDone }
    }
}

fn authorization(out_authorization_no: &str) -> QueryAuthorization {
    QueryAuthorization::new(QueryAuthorizationRequired { out_authorization_no: out_authorization_no.to_owned() })
}
