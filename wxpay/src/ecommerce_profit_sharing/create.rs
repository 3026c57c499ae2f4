//! The profit sharing of a sub-merchant's payment.

use super::receiver::app_of;
use super::{ReceiverType, SharingOrder};
use crate::prelude::*;
use crate::validate::Violation;

/// Shares a sub-merchant's payment (请求分账).
///
/// Sharing is possible from one minute after the payment, up to 50 times an order, until the money unfreezes by itself after 180
/// days. Every receiver has to be added first ([`AddReceiver`](super::AddReceiver)). The answer only accepts the sharing order:
/// [`QuerySharing`](super::QuerySharing) returns the result for each receiver. A repeated request with the same number and
/// parameters is the same sharing order.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH`, `RULE_LIMIT`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/profitsharing/orders",
    response = SharingOrder,
    required = CreateSharingRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012691594",
    check = apps_of_the_receivers
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateSharing {
    /// App ID of the platform, needed for receivers that are [`PersonalOpenid`](ReceiverType::PersonalOpenid).
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
    /// Merchant number of the sub-merchant that shares.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// The platform's number of the sharing order, unique for the platform across [`FinishSharing`](super::FinishSharing) too.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
    /// Receivers and their amounts.
    #[wxpay(items = 1..=50, label = "分账接收方列表")]
    pub receivers: Vec<Share>,
    /// True to give the remaining amount to the sub-merchant; false if the order may be shared again.
    #[wxpay(label = "是否分账完成")]
    pub finish: bool,
    /// URL for the notification of the result. Only the official Java SDK has this member.
    #[wxpay(url)]
    pub notify_url: Option<String>,
}

/// A receiver and its amount (分账接收方).
#[wxpay_object(required = ShareRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Share {
    /// Kind of `receiver_account`: here [`MerchantId`](ReceiverType::MerchantId) or
    /// [`PersonalOpenid`](ReceiverType::PersonalOpenid).
    #[wxpay(label = "分账接收方类型")]
    pub r#type: ReceiverType,
    /// Merchant number or openid.
    #[wxpay(len = 64, label = "分账接收方账号")]
    pub receiver_account: String,
    /// Merchant number, as older integrations give it; `receiver_account` is enough.
    #[wxpay(len = 32)]
    pub receiver_mchid: Option<String>,
    /// Amount in fen: at most the remaining amount of the order, and the ratio that may be shared.
    #[wxpay(range = 1.., label = "分账金额")]
    pub amount: Fen,
    /// Description, which the bill shows.
    #[wxpay(len = 80, label = "分账描述")]
    pub description: String,
    /// Name of the receiver. WeChat Pay verifies it if given, and shares nothing if it is wrong. Encrypted in the request.
    #[wxpay(label = "分账个人接收方姓名")]
    pub receiver_name: Option<Sensitive>,
}

fn apps_of_the_receivers(sharing: &CreateSharing) -> Result<(), Violation> {
    sharing.receivers.iter().try_for_each(|receiver| app_of(&receiver.r#type, &sharing.appid))
}
