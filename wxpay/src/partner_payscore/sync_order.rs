//! Payments outside of pay score.

use super::{SyncDetail, SyncType};
use crate::prelude::*;

/// Reports that a sub-merchant's completed service order was paid outside of pay score (同步订单信息). The order becomes `DONE`, and
/// the user is not charged twice.
///
/// The call is refused while the user is at the cashier or a deduction is under way; try again in 3 minutes. If an order was paid
/// both ways, refund one of the payments.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/partner/serviceorder/{out_order_no}/sync",
    required = SyncOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4013138975"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SyncOrder {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// The sub-merchant's merchant number.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// Type of the report.
    #[wxpay(label = "场景类型")]
    pub r#type: SyncType,
    /// Details of the payment.
    #[wxpay(label = "内容信息详情")]
    pub detail: SyncDetail,
}
