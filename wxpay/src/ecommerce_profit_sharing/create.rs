//! The sharing of a sub-merchant's payment.

use super::receiver::app_of;
use super::{ReceiverType, SharingOrder};
use crate::prelude::*;
use crate::validate::Violation;

/// Shares a sub-merchant's payment (请求分账).
///
/// Possible from a minute after the payment until its money unfreezes by itself after 180 days; up to 50 times an
/// order. Every receiver has to be added before ([`AddReceiver`](super::AddReceiver)). The answer says that the sharing
/// was accepted: [`QuerySharing`](super::QuerySharing) tells what each receiver got. The same number with the same
/// parameters is the same sharing.
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
    /// The platform's app ID, needed for receivers that are [`PersonalOpenid`](ReceiverType::PersonalOpenid).
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
    /// The sub-merchant that shares.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// The platform's own number for the sharing, unique under it, for [`FinishSharing`](super::FinishSharing) too.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
    /// Who gets how much.
    #[wxpay(items = 1..=50, label = "分账接收方列表")]
    pub receivers: Vec<Share>,
    /// Whether what is left afterwards goes to the sub-merchant. If not, the order can be shared again.
    #[wxpay(label = "是否分账完成")]
    pub finish: bool,
    /// Where WeChat Pay reports the result. Only the official Java SDK has it.
    #[wxpay(url)]
    pub notify_url: Option<String>,
}

/// Who gets how much of a payment (分账接收方).
#[wxpay_object(required = ShareRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Share {
    /// What `receiver_account` is: here [`MerchantId`](ReceiverType::MerchantId) or
    /// [`PersonalOpenid`](ReceiverType::PersonalOpenid).
    #[wxpay(label = "分账接收方类型")]
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    #[wxpay(len = 64, label = "分账接收方账号")]
    pub receiver_account: String,
    /// A merchant number, as older integrations give it; `receiver_account` is enough.
    #[wxpay(len = 32)]
    pub receiver_mchid: Option<String>,
    /// How much, in fen. The most is what is left of the order, and what may be shared of it.
    #[wxpay(range = 1.., label = "分账金额")]
    pub amount: Fen,
    /// What for; the bill shows it.
    #[wxpay(len = 80, label = "分账描述")]
    pub description: String,
    /// The receiver's name; given, it is compared, and if it differs nothing is shared. Encrypted when it is sent.
    #[wxpay(label = "分账个人接收方姓名")]
    pub receiver_name: Option<Sensitive>,
}

fn apps_of_the_receivers(sharing: &CreateSharing) -> Result<(), Violation> {
    sharing.receivers.iter().try_for_each(|receiver| app_of(&receiver.r#type, &sharing.appid))
}
