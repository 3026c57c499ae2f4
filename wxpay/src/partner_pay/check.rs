//! Comparison of a sub-merchant's order, as queried, with the original.

use super::{Amount, AppPrepay, CodePay, H5Prepay, JsapiPrepay, NativePrepay, Order};
use crate::notify::{CNY, Difference, Differences, Ordered};

impl Order {
    /// Compares the order with your own: number, the service provider's app ID and merchant number, the sub-merchant, total
    /// amount and currency; and checks that it is paid and not refunded. `ordered` comes from your own records. An order without
    /// a [`sub_mchid`](Ordered::sub_mchid) differs.
    ///
    /// # Errors
    /// Returns every difference, in the order above.
    pub fn check(&self, ordered: &Ordered<'_>) -> Result<(), Vec<Difference>> {
        let mut differences = Differences::default();
        differences.compare("/out_trade_no", Some(ordered.out_trade_no), Some(&self.out_trade_no));
        differences.compare("/sp_appid", Some(ordered.appid), self.sp_appid.as_deref());
        differences.compare("/sp_mchid", Some(ordered.mchid), Some(&self.sp_mchid));
        differences.compare("/sub_mchid", ordered.sub_mchid, Some(&self.sub_mchid));
        differences.compare_payment(ordered, self.amount.as_ref(), self.trade_state.as_ref());
        differences.finish()
    }
}

macro_rules! ordered {
    ($($order:ident),*) => {$(
        impl<'a> From<&'a $order> for Ordered<'a> {
            fn from(order: &'a $order) -> Self {
                let $order { out_trade_no, sp_appid, sp_mchid, sub_mchid, amount, .. } = order;
                let Amount { total, currency } = amount;
                let currency = currency.as_deref().unwrap_or(CNY);
                let (appid, mchid, sub_mchid) = (sp_appid, sp_mchid, Some(sub_mchid.as_str()));
                Self { out_trade_no, appid, mchid, sub_mchid, total: *total, currency }
            }
        }
    )*};
}

ordered!(AppPrepay, JsapiPrepay, H5Prepay, NativePrepay, CodePay);
