//! The query that settles the unknown outcome of a combined order.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    AppPrepay, CloseOrder, H5Prepay, JsapiPrepay, MiniProgramPrepay, NativePrepay, Order, QueryOrderByNumber,
    QueryOrderByNumberRequired, TradeState,
};
use crate::prelude::*;

macro_rules! by_number {
    ($($request:ty: $verdict:expr;)*) => {$(
        impl Settle for $request {
            type Query = QueryOrderByNumber;

            fn query(&self) -> QueryOrderByNumber {
                let combine_out_trade_no = self.combine_out_trade_no.clone();
                QueryOrderByNumber::new(QueryOrderByNumberRequired { combine_out_trade_no })
            }

            fn verdict(&self, order: &Order) -> Verdict {
                let verdict: fn(&Self, &Order) -> Verdict = $verdict;
                verdict(self, order)
            }
        }
    )*};
}

macro_rules! ordered {
    ($($request:ty),*) => {
        by_number! {$(
            $request: |request, order| {
                let orders = request.sub_orders.iter().map(|one| (one.out_trade_no.as_str(), one.amount.total_amount));
                ordered(&orders.collect::<Vec<_>>(), order)
            };
        )*}
    };
}

ordered!(AppPrepay, JsapiPrepay, H5Prepay, NativePrepay, MiniProgramPrepay);

by_number! {
    CloseOrder: |_, order| closed(order);
}

/// Compares the combined order with the numbers and amounts of the request.
fn ordered(wanted: &[(&str, Fen)], order: &Order) -> Verdict {
    // An answer that does not list the orders counts as the same, like a single order without an amount.
    let Some(found) = order.sub_orders.as_ref().filter(|orders| !orders.is_empty()) else { return Verdict::Done };
    let another = |member, sent: String, found: String| Verdict::Another { member, sent, found };
    if wanted.len() != found.len() {
        return another("sub_orders", format!("{} orders", wanted.len()), format!("{} orders", found.len()));
    }
    for (number, total) in wanted {
        let Some(one) = found.iter().find(|one| one.out_trade_no == *number) else {
            let numbers: Vec<_> = found.iter().map(|one| one.out_trade_no.as_str()).collect();
            return another("sub_orders.out_trade_no", (*number).to_owned(), numbers.join(", "));
        };
        let found = one.amount.as_ref().map_or(*total, |amount| amount.total_amount);
        if found != *total {
            return another("sub_orders.amount.total_amount", total.to_string(), found.to_string());
        }
    }
    Verdict::Done
}

/// Done if all orders are closed.
fn closed(order: &Order) -> Verdict {
    let orders = order.sub_orders.as_deref().unwrap_or_default();
    let closed = !orders.is_empty() && orders.iter().all(|one| one.trade_state == Some(TradeState::Closed));
    if closed { Verdict::Done } else { Verdict::NotDone }
}
