//! Whose notification it is.

use super::Event;

impl Event {
    /// The number of the merchant that made the call which named the `notify_url`, and so is notified, for the types whose
    /// pages say both: that the address is the call's own, and which member is the caller's number. A service provider is
    /// `sp_mchid`, or `mchid` beside a `sub_mchid`; a sub-merchant is never notified so.
    ///
    /// Of the others nothing is said: a share's `mchid` is who shares, and its receiver is notified; a coupon names who made it
    /// and who took it; permissions, contracts, failed debits and
    /// invoices have no page that says both.
    pub(super) fn caller(&self) -> Option<&str> {
        match self {
            // https://pay.weixin.qq.com/docs/merchant/products/notification/introduction.html
            Self::Payment(payment) => Some(&payment.mchid),
            // https://pay.weixin.qq.com/docs/partner/apis/partner-h5-payment/payment-notice.html
            Self::PartnerPayment(payment) => Some(&payment.sp_mchid),
            // https://pay.weixin.qq.com/docs/merchant/apis/combine-payment/orders/payment-notice.html
            Self::CombinedPayment(payment) => Some(&payment.combine_mchid),
            // https://pay.weixin.qq.com/docs/partner/apis/combine-payment/refunds/refund-result-notice.html
            Self::Refund(refund) => refund.sp_mchid.as_deref().or(refund.mchid.as_deref()),
            // https://pay.weixin.qq.com/docs/merchant/apis/batch-transfer-to-balance/callback-notice.html
            Self::TransferBill(bill) => bill.merchant(),
            // https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/confirm-notification.html
            Self::ServiceOrder(order) => Some(&order.mchid),
            _ => None,
        }
    }
}
