//! A payment that came another way.

use super::ServiceOrder;
use crate::prelude::*;

/// Reports that a completed service order was paid outside of pay score (同步服务订单信息), so that it becomes `DONE` and
/// the user is not charged twice.
///
/// While the user is at the cashier, or a deduction is under way, it is refused; try again in 3 minutes. Was an order
/// paid both ways after all, refund either.
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
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// What is reported.
    #[wxpay(label = "场景类型")]
    pub r#type: SyncType,
    /// The payment.
    #[wxpay(label = "内容信息详情")]
    pub detail: SyncDetail,
}

/// What is reported about a service order (场景类型).
#[wxpay_enum]
pub enum SyncType {
    /// It was paid (订单收款成功).
    #[wxpay(rename = "Order_Paid")]
    OrderPaid,
}

/// A payment that came another way (内容信息详情).
#[wxpay_object(required = SyncDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SyncDetail {
    /// Its place among the order's payments. In service providers' pages only.
    #[wxpay(label = "收款序号")]
    pub seq: Option<i64>,
    /// When it was paid, in Beijing time: `yyyyMMddHHmmss`, or `yyyyMMdd` for the beginning of that day.
    #[wxpay(pattern = "[0-9]{14}|[0-9]{8}", label = "收款成功时间")]
    pub paid_time: String,
    /// How much, in fen. In service providers' pages only.
    #[wxpay(range = 0.., label = "收款金额")]
    pub paid_amount: Option<Fen>,
}
