//! The association of coupons with orders.

use crate::prelude::*;

/// Associates a coupon with an order (关联订单信息), so that campaigns which count such orders include it.
///
/// The coupon must not be redeemed yet, and this request does not redeem it.
///
/// `out_request_no` makes a repeated request safe. Up to 500 calls a second.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such coupon); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/coupons/associate",
    response = AssociateOrderResponse,
    required = AssociateOrderRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012465596"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AssociateOrder {
    /// Batch ID of the coupon.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Coupon code. WeChat Pay's own codes are longer than the 15 characters that one page allows, so the limit is that of the
    /// other pages.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// Merchant order number of the WeChat Pay order.
    #[wxpay(label = "关联的商户订单号")]
    pub out_trade_no: String,
    /// The merchant's number of this request, unique for the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户请求单号")]
    pub out_request_no: String,
}

/// The answer to an [`AssociateOrder`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AssociateOrderResponse {
    /// Time of the association.
    pub wechatpay_associate_time: DateTime,
}

/// Cancels the association of a coupon with an order (取消关联订单信息).
///
/// Query the coupon first ([`QueryCoupon`](super::QueryCoupon)): its `associate_out_trade_no` names the order.
///
/// `out_request_no` makes a repeated request safe. Up to 500 calls a second.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such coupon); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/coupons/disassociate",
    response = DisassociateOrderResponse,
    required = DisassociateOrderRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012465673"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DisassociateOrder {
    /// Batch ID of the coupon.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Coupon code.
    #[wxpay(len = 32, label = "券code")]
    pub coupon_code: String,
    /// Merchant order number of the associated order.
    #[wxpay(label = "关联的商户订单号")]
    pub out_trade_no: String,
    /// The merchant's number of this request, unique for the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户请求单号")]
    pub out_request_no: String,
}

/// The answer to a [`DisassociateOrder`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DisassociateOrderResponse {
    /// Time of the cancellation.
    pub wechatpay_disassociate_time: DateTime,
}
