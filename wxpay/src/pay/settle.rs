//! Queries that settle an order of unknown outcome.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    AppPrepay, CloseOrder, CodePay, H5Prepay, JsapiPrepay, NativePrepay, Order, QueryOrderByNumber,
    QueryOrderByNumberRequired, ReverseOrder, TradeState,
};

macro_rules! by_number {
    ($($request:ty: $verdict:expr;)*) => {$(
        impl Settle for $request {
            type Query = QueryOrderByNumber;

            fn query(&self) -> QueryOrderByNumber {
                let (out_trade_no, mchid) = (self.out_trade_no.clone(), self.mchid.clone());
                QueryOrderByNumber::new(QueryOrderByNumberRequired { out_trade_no, mchid })
            }

            fn verdict(&self, order: &Order) -> Verdict {
                let verdict: fn(&Self, &Order) -> Verdict = $verdict;
                verdict(self, order)
            }
        }
    )*};
}

by_number! {
    AppPrepay: |request, order| ordered(&request.appid, None, &request.amount, order);
    JsapiPrepay: |request, order| {
        ordered(&request.appid, Some(&request.payer.openid), &request.amount, order)
    };
    H5Prepay: |request, order| ordered(&request.appid, None, &request.amount, order);
    NativePrepay: |request, order| ordered(&request.appid, None, &request.amount, order);
    CodePay: |request, order| ordered(&request.appid, None, &request.amount, order);
    CloseOrder: |_, order| ended(order, &[TradeState::Closed]);
    ReverseOrder: |_, order| ended(order, &[TradeState::Revoked, TradeState::Refund, TradeState::Closed]);
}

/// Compares the order with the request: amount, app and user.
fn ordered(appid: &str, openid: Option<&str>, wanted: &super::Amount, order: &Order) -> Verdict {
    let payer = order.payer.as_ref().and_then(|payer| payer.openid.as_deref());
    let total = order.amount.as_ref().map_or(wanted.total, |amount| amount.total);
    let currency = order.amount.as_ref().and_then(|amount| amount.currency.as_deref());
    Verdict::same(&[("amount.total", wanted.total, total)]).and(Verdict::agrees(&[
        ("amount.currency", wanted.currency.as_deref(), currency),
        ("appid", Some(appid), order.appid.as_deref()),
        ("payer.openid", openid, payer),
    ]))
}

fn ended(order: &Order, ends: &[TradeState]) -> Verdict {
    let ended = order.trade_state.as_ref().is_some_and(|state| ends.contains(state));
    if ended { Verdict::Done } else { Verdict::NotDone }
}
