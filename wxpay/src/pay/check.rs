//! Comparison of an order, as queried, with the original.

use super::{Amount, AppPrepay, CodePay, H5Prepay, JsapiPrepay, NativePrepay, Order};
use crate::notify::{CNY, Difference, Differences, Ordered};

impl Order {
    /// Compares the order with your own: number, app ID, merchant number, total amount and currency; and checks that it is paid
    /// and not refunded. `ordered` comes from your own records.
    ///
    /// # Errors
    /// Returns every difference, in the order above.
    pub fn check(&self, ordered: &Ordered<'_>) -> Result<(), Vec<Difference>> {
        let mut differences = Differences::default();
        differences.compare("/out_trade_no", Some(ordered.out_trade_no), Some(&self.out_trade_no));
        differences.compare("/appid", Some(ordered.appid), self.appid.as_deref());
        differences.compare("/mchid", Some(ordered.mchid), Some(&self.mchid));
        differences.compare("/sub_mchid", ordered.sub_mchid, None);
        differences.compare_payment(ordered, self.amount.as_ref(), self.trade_state.as_ref());
        differences.finish()
    }
}

macro_rules! ordered {
    ($($order:ident),*) => {$(
        impl<'a> From<&'a $order> for Ordered<'a> {
            fn from(order: &'a $order) -> Self {
                let $order { out_trade_no, appid, mchid, amount: Amount { total, currency }, .. } = order;
                let currency = currency.as_deref().unwrap_or(CNY);
                Self { out_trade_no, appid, mchid, sub_mchid: None, total: *total, currency }
            }
        }
    )*};
}

ordered!(AppPrepay, JsapiPrepay, H5Prepay, NativePrepay, CodePay);
