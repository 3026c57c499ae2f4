//! Lowering the amount of a service order.

use super::{Device, PostItem, ServiceOrder};
use crate::prelude::*;

/// Lowers the amount of a service order that is being collected (修改订单金额).
///
/// Each amount has to be lower than the previous one. A paid amount can only be refunded, and an order with a deposit cannot be
/// changed. The call is refused while the user is at the cashier or a deduction is under way; try again in 3 minutes.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/payscore/serviceorder/{out_order_no}/modify",
    response = ServiceOrder,
    required = ModifyOrderRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012647427"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ModifyOrder {
    /// The merchant's own number for the order.
    #[wxpay(len = 32, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户服务订单号")]
    pub out_order_no: String,
    /// The app ID that created the order.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// ID of the service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// All items that the user now pays for.
    #[wxpay(items = 1..=100, label = "后付费项目")]
    pub post_payments: Vec<PostItem>,
    /// All discounts that now apply.
    #[wxpay(items = ..=30, label = "后付费商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// New total amount in fen: the sum of `post_payments` minus the sum of `post_discounts`.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Fen,
    /// The reason.
    #[wxpay(len = 50, label = "修改原因")]
    pub reason: String,
    /// The devices that the service was used with.
    #[wxpay(label = "设备信息")]
    pub device: Option<Device>,
}
