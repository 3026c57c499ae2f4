//! The receivers of profit sharing.

use super::ReceiverType;
use crate::prelude::*;
use crate::together::needs;
use crate::validate::Violation;

/// Adds a receiver, which can then share in payments of all sub-merchants of the platform (添加分账接收方).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST` (for example the name is not the receiver's); 401 `SIGN_ERROR`; 403 `NO_AUTH`;
/// 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/profitsharing/receivers/add",
    response = Receiver,
    required = AddReceiverRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012477758",
    check = described
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddReceiver {
    /// App ID of the platform, needed for a [`PersonalOpenid`](ReceiverType::PersonalOpenid).
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
    /// Kind of `account`: here [`MerchantId`](ReceiverType::MerchantId) or [`PersonalOpenid`](ReceiverType::PersonalOpenid).
    #[wxpay(label = "接收方类型")]
    pub r#type: ReceiverType,
    /// Merchant number or openid.
    #[wxpay(len = 64, label = "接收方账号")]
    pub account: String,
    /// Full name of a merchant, needed for a [`MerchantId`](ReceiverType::MerchantId).
    #[wxpay(len = 256, label = "接收方名称")]
    pub name: Option<String>,
    /// Name of a person, which WeChat Pay verifies if given. Encrypted in the request.
    #[wxpay(label = "接收方名称的密文")]
    pub encrypted_name: Option<Sensitive>,
    /// Relation of the receiver to the sub-merchants.
    #[wxpay(label = "与分账方的关系类型")]
    pub relation_type: RelationType,
}

/// The relation of a receiver to the sub-merchants (与分账方的关系类型).
#[wxpay_enum]
pub enum RelationType {
    /// A supplier (供应商).
    Supplier,
    /// A distributor (分销商).
    Distributor,
    /// A service provider (服务商).
    ServiceProvider,
    /// The platform (平台).
    Platform,
    /// Another (其他).
    Others,
}

/// A receiver (分账接收方).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Receiver {
    /// Kind of `account`.
    pub r#type: ReceiverType,
    /// Merchant number or openid.
    pub account: String,
}

/// Deletes a receiver (删除分账接收方).
///
/// Shares that are still in progress do not reach the receiver any more.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/profitsharing/receivers/delete",
    response = Receiver,
    required = DeleteReceiverRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012477759",
    check = app_of_the_receiver
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteReceiver {
    /// App ID of the platform, needed for a [`PersonalOpenid`](ReceiverType::PersonalOpenid).
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
    /// Kind of `account`.
    #[wxpay(label = "接收方类型")]
    pub r#type: ReceiverType,
    /// Merchant number or openid.
    #[wxpay(len = 64, label = "接收方账号")]
    pub account: String,
}

fn described(receiver: &AddReceiver) -> Result<(), Violation> {
    app_of(&receiver.r#type, &receiver.appid)?;
    let merchant = receiver.r#type == ReceiverType::MerchantId;
    needs(merchant, "/name", &receiver.name, "a merchant needs its full name")
}

fn app_of_the_receiver(receiver: &DeleteReceiver) -> Result<(), Violation> {
    app_of(&receiver.r#type, &receiver.appid)
}

/// Requires the app ID for an openid that belongs to it.
pub(super) fn app_of(receiver: &ReceiverType, appid: &Option<String>) -> Result<(), Violation> {
    let by_openid = *receiver == ReceiverType::PersonalOpenid;
    needs(by_openid, "/appid", appid, "a `PERSONAL_OPENID` belongs to this app ID")
}
