//! Sharing a payment.

use super::receiver::app_of;
use super::{ReceiverType, SharingOrder};
use crate::prelude::*;
use crate::validate::Violation;

/// Shares a payment (请求分账).
///
/// A payment can be shared from a minute after it was made until its money is unfrozen automatically after 30 days; up to 50
/// times for an order. Every receiver has to be added before ([`AddReceiver`](super::AddReceiver)). The answer means that the
/// sharing was accepted: [`QuerySharing`](super::QuerySharing) returns each receiver's result. The same number with the same
/// parameters is the same sharing.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `NOT_ENOUGH`, `RULE_LIMIT`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/profitsharing/orders",
    response = SharingOrder,
    required = CreateSharingRequired,
    number = "out_order_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012524936",
    check = apps_of_the_receivers
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateSharing {
    /// Merchant number of the sub-merchant that shares, if a service provider signs the request.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// App ID of the caller. The receivers' openids belong to it.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The sub-merchant's app ID, required for receivers of type [`PersonalSubOpenid`](ReceiverType::PersonalSubOpenid).
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// Your own number for the sharing, unique under the caller across sharings and [`UnfreezeRest`](super::UnfreezeRest).
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
    /// The receivers and their amounts. The merchant that shares may be one of them.
    #[wxpay(items = 1..=50, label = "分账接收方列表")]
    pub receivers: Option<Vec<Share>>,
    /// Gives the rest to the merchant after this sharing. If false, the order can be shared again.
    #[wxpay(label = "是否解冻剩余未分资金")]
    pub unfreeze_unsplit: bool,
    /// URL that receives the notification of the result. Only the official Java SDK has it.
    #[wxpay(url)]
    pub notify_url: Option<String>,
}

/// A receiver of a payment's share, with its amount (分账接收方).
#[wxpay_object(required = ShareRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Share {
    /// Type of `account`.
    #[wxpay(label = "分账接收方类型")]
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    #[wxpay(len = 64, label = "分账接收方帐号")]
    pub account: String,
    /// A person's name, which WeChat Pay compares if it is given: if it differs, nothing is shared. Encrypted when it is sent.
    #[wxpay(label = "分账个人接收方姓名")]
    pub name: Option<Sensitive>,
    /// Amount in fen: at most the rest of the order, and what the merchant allows to share of it.
    #[wxpay(range = 1.., label = "分账金额")]
    pub amount: Fen,
    /// Description of the share, which the bill shows.
    #[wxpay(len = 80, label = "分账描述")]
    pub description: String,
}

fn apps_of_the_receivers(sharing: &CreateSharing) -> Result<(), Violation> {
    let mut receivers = sharing.receivers.iter().flatten();
    receivers.try_for_each(|receiver| app_of(&receiver.r#type, &sharing.sub_appid))
}
