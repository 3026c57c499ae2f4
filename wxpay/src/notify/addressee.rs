//! The merchant that a notification is addressed to.

use super::Event;

impl Event {
    /// Returns the number of the merchant whose call gave the `notify_url`, and which is therefore notified. For a service
    /// provider it is `sp_mchid`, or `mchid` beside a `sub_mchid`; a sub-merchant is never notified this way.
    ///
    /// Only the types whose pages say both that the `notify_url` belongs to the call and which member is the caller's number have
    /// one. The others return `None`: `mchid` of a share names the merchant that shares, but its receiver is notified; a coupon
    /// names the merchant that created it and the merchant that accepted it; no page says both of permissions, contracts, failed
    /// debits and invoices.
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
