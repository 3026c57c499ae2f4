//! Payments outside of pay score.

use super::ServiceOrder;
use crate::prelude::*;

/// Reports that a completed service order was paid outside of pay score (同步服务订单信息). The order becomes `DONE`, and the user is not
/// charged twice.
///
/// The call is refused while the user is at the cashier or a deduction is under way; try again in 3 minutes. If an order was paid
/// both ways, refund one of the payments.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/serviceorder/{out_order_no}/sync",
    response = ServiceOrder,
    required = SyncOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012587962"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SyncOrder {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The app ID that created the order.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// Type of the report.
    #[wxpay(label = "场景类型")]
    pub r#type: SyncType,
    /// Details of the payment.
    #[wxpay(label = "内容信息详情")]
    pub detail: SyncDetail,
}

/// Types of reports about a service order (场景类型).
#[wxpay_enum]
pub enum SyncType {
    /// The order was paid (订单收款成功).
    #[wxpay(rename = "Order_Paid")]
    OrderPaid,
}

/// A payment outside of pay score (内容信息详情).
#[wxpay_object(required = SyncDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SyncDetail {
    /// Sequence number among the order's payments. Only on service providers' pages.
    #[wxpay(label = "收款序号")]
    pub seq: Option<i64>,
    /// Time of payment, in Beijing time: `yyyyMMddHHmmss`, or `yyyyMMdd` for the beginning of that day.
    #[wxpay(pattern = "[0-9]{14}|[0-9]{8}", label = "收款成功时间")]
    pub paid_time: String,
    /// Amount in fen. Only on service providers' pages.
    #[wxpay(range = 0.., label = "收款金额")]
    pub paid_amount: Option<Fen>,
}
