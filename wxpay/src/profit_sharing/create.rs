//! The sharing of a payment.

use super::receiver::app_of;
use super::{ReceiverType, SharingOrder};
use crate::prelude::*;
use crate::validate::Violation;

/// Shares a payment (请求分账).
///
/// Possible from a minute after the payment until its money unfreezes by itself after 30 days; up to 50 times an order.
/// Every receiver has to be added before ([`AddReceiver`](super::AddReceiver)). The answer says that the sharing was
/// accepted: [`QuerySharing`](super::QuerySharing) tells what each receiver got. The same number with the same
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
    /// The sub-merchant that shares, where a service provider signs.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The app ID of who signs. The openids of the receivers belong to it.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: Option<String>,
    /// The sub-merchant's app ID, needed for receivers that are
    /// [`PersonalSubOpenid`](ReceiverType::PersonalSubOpenid).
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// WeChat Pay's number for the payment.
    #[wxpay(len = 32, label = "微信订单号")]
    pub transaction_id: String,
    /// Your own number for the sharing, unique under the one who signs, for [`UnfreezeRest`](super::UnfreezeRest) too.
    #[wxpay(len = 64, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户分账单号")]
    pub out_order_no: String,
    /// Who gets how much. The merchant that shares may be among them.
    #[wxpay(items = 1..=50, label = "分账接收方列表")]
    pub receivers: Option<Vec<Share>>,
    /// Whether what is left afterwards goes to the merchant. If not, the order can be shared again.
    #[wxpay(label = "是否解冻剩余未分资金")]
    pub unfreeze_unsplit: bool,
    /// Where WeChat Pay reports the result. Only the official Java SDK has it.
    #[wxpay(url)]
    pub notify_url: Option<String>,
}

/// Who gets how much of a payment (分账接收方).
#[wxpay_object(required = ShareRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Share {
    /// What `account` is.
    #[wxpay(label = "分账接收方类型")]
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    #[wxpay(len = 64, label = "分账接收方帐号")]
    pub account: String,
    /// A person's name; given, it is compared, and if it differs nothing is shared. Encrypted when it is sent.
    #[wxpay(label = "分账个人接收方姓名")]
    pub name: Option<Sensitive>,
    /// How much, in fen. The most is what is left of the order, and what the merchant lets others have of it.
    #[wxpay(range = 1.., label = "分账金额")]
    pub amount: Fen,
    /// What for; the bill shows it.
    #[wxpay(len = 80, label = "分账描述")]
    pub description: String,
}

fn apps_of_the_receivers(sharing: &CreateSharing) -> Result<(), Violation> {
    let mut receivers = sharing.receivers.iter().flatten();
    receivers.try_for_each(|receiver| app_of(&receiver.r#type, &sharing.sub_appid))
}
