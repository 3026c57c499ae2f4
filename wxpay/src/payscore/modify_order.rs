//! A lower amount.

use super::{Device, PostItem, ServiceOrder};
use crate::prelude::*;

/// Lowers the amount of a service order that is being collected (修改订单金额).
///
/// Each amount has to be lower than the one before. What is paid can only be refunded, and what the user left a deposit
/// for cannot be changed. While the user is at the cashier, or a deduction is under way, it is refused; try again in 3
/// minutes.
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
    /// The service.
    #[wxpay(len = 32, label = "服务ID")]
    pub service_id: String,
    /// What is paid for now, all of it.
    #[wxpay(items = 1..=100, label = "后付费项目")]
    pub post_payments: Vec<PostItem>,
    /// What is taken off now, all of it.
    #[wxpay(items = ..=30, label = "后付费商户优惠")]
    pub post_discounts: Option<Vec<PostItem>>,
    /// What is to be paid now, in fen: the sum of `post_payments` less that of `post_discounts`.
    #[wxpay(range = 0.., label = "总金额")]
    pub total_amount: Fen,
    /// Why.
    #[wxpay(len = 50, label = "修改原因")]
    pub reason: String,
    /// The devices that the service was used with.
    #[wxpay(label = "设备信息")]
    pub device: Option<Device>,
}
