//! Queries that settle a sub-merchant's order of unknown outcome.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    AppPrepay, CloseOrder, CodePay, H5Prepay, JsapiPayer, JsapiPrepay, NativePrepay, Order, QueryOrderByNumber,
    QueryOrderByNumberRequired, ReverseOrder, TradeState,
};

macro_rules! by_number {
    ($($request:ty: $verdict:expr;)*) => {$(
        impl Settle for $request {
            type Query = QueryOrderByNumber;

            fn query(&self) -> QueryOrderByNumber {
                QueryOrderByNumber::new(QueryOrderByNumberRequired {
                    out_trade_no: self.out_trade_no.clone(),
                    sp_mchid: self.sp_mchid.clone(),
                    sub_mchid: self.sub_mchid.clone(),
                })
            }

            fn verdict(&self, order: &Order) -> Verdict {
                let verdict: fn(&Self, &Order) -> Verdict = $verdict;
                verdict(self, order)
            }
        }
    )*};
}

by_number! {
    AppPrepay: |request, order| ordered(&request.sp_appid, None, &request.amount, order);
    JsapiPrepay: |request, order| ordered(&request.sp_appid, Some(&request.payer), &request.amount, order);
    H5Prepay: |request, order| ordered(&request.sp_appid, None, &request.amount, order);
    NativePrepay: |request, order| ordered(&request.sp_appid, None, &request.amount, order);
    CodePay: |request, order| ordered(&request.sp_appid, None, &request.amount, order);
    CloseOrder: |_, order| ended(order, &[TradeState::Closed]);
    ReverseOrder: |_, order| ended(order, &[TradeState::Revoked, TradeState::Refund, TradeState::Closed]);
}

/// Compares the order with the request: amount, app and user.
fn ordered(sp_appid: &str, payer: Option<&JsapiPayer>, wanted: &super::Amount, order: &Order) -> Verdict {
    let paid_by = order.payer.as_ref();
    let total = order.amount.as_ref().map_or(wanted.total, |amount| amount.total);
    let currency = order.amount.as_ref().and_then(|amount| amount.currency.as_deref());
    Verdict::same(&[("amount.total", wanted.total, total)]).and(Verdict::agrees(&[
        ("amount.currency", wanted.currency.as_deref(), currency),
        ("sp_appid", Some(sp_appid), order.sp_appid.as_deref()),
        (
            "payer.sp_openid",
            payer.and_then(|payer| payer.sp_openid.as_deref()),
            paid_by.and_then(|payer| payer.sp_openid.as_deref()),
        ),
        (
            "payer.sub_openid",
            payer.and_then(|payer| payer.sub_openid.as_deref()),
            paid_by.and_then(|payer| payer.sub_openid.as_deref()),
        ),
    ]))
}

fn ended(order: &Order, ends: &[TradeState]) -> Verdict {
    let ended = order.trade_state.as_ref().is_some_and(|state| ends.contains(state));
    if ended { Verdict::Done } else { Verdict::NotDone }
}
