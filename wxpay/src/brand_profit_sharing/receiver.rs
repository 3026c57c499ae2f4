//! The receivers of profit sharing.

use super::ReceiverType;
use crate::prelude::*;
use crate::together::needs;
use crate::validate::Violation;

/// Adds a receiver, which can then share in payments of all stores of the brand (添加分账接收方).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST` (for example the name is not the receiver's); 401 `SIGN_ERROR`; 403 `NO_AUTH`;
/// 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/brand/profitsharing/receivers/add",
    response = Receiver,
    required = AddReceiverRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012467100",
    check = described
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddReceiver {
    /// Merchant number of the brand.
    #[wxpay(len = 32, label = "品牌主商户号")]
    pub brand_mchid: String,
    /// App ID of the service provider.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// App ID of the brand, needed for a [`PersonalSubOpenid`](ReceiverType::PersonalSubOpenid).
    #[wxpay(len = 32, label = "子商户公众账号ID")]
    pub sub_appid: Option<String>,
    /// Kind of `account`.
    #[wxpay(label = "分账接收方类型")]
    pub r#type: ReceiverType,
    /// Merchant number or openid.
    #[wxpay(len = 64, label = "分账接收方账号")]
    pub account: String,
    /// Full name of a merchant, needed for a [`MerchantId`](ReceiverType::MerchantId).
    #[wxpay(label = "接收方名称")]
    pub name: Option<String>,
    /// Relation of the receiver to the brand.
    #[wxpay(label = "与品牌主商户的的关系类型")]
    pub relation_type: RelationType,
}

/// The relation of a receiver to the brand (与品牌主商户的关系类型).
#[wxpay_enum]
pub enum RelationType {
    /// A supplier (供应商).
    Supplier,
    /// A distributor (分销商).
    Distributor,
    /// A service provider (服务商).
    ServiceProvider,
    /// A platform (平台).
    Platform,
    /// An employee (员工).
    Staff,
    /// Another (其他).
    Others,
}

/// A receiver (分账接收方).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Receiver {
    /// Merchant number of the brand.
    pub brand_mchid: String,
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
    path = "/v3/brand/profitsharing/receivers/delete",
    response = Receiver,
    required = DeleteReceiverRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012467103",
    check = app_of_the_receiver
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteReceiver {
    /// Merchant number of the brand.
    #[wxpay(len = 32, label = "品牌主商户号")]
    pub brand_mchid: String,
    /// App ID of the service provider.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: String,
    /// App ID of the brand, needed for a [`PersonalSubOpenid`](ReceiverType::PersonalSubOpenid).
    #[wxpay(len = 32, label = "子商户公众账号ID")]
    pub sub_appid: Option<String>,
    /// Kind of `account`.
    #[wxpay(label = "分账接收方类型")]
    pub r#type: ReceiverType,
    /// Merchant number or openid.
    #[wxpay(len = 64, label = "分账接收方账号")]
    pub account: String,
}

fn described(receiver: &AddReceiver) -> Result<(), Violation> {
    app_of(&receiver.r#type, &receiver.sub_appid)?;
    let merchant = receiver.r#type == ReceiverType::MerchantId;
    needs(merchant, "/name", &receiver.name, "a merchant needs its full name")
}

fn app_of_the_receiver(receiver: &DeleteReceiver) -> Result<(), Violation> {
    app_of(&receiver.r#type, &receiver.sub_appid)
}

/// Requires the brand's app ID for an openid that belongs to it.
pub(super) fn app_of(receiver: &ReceiverType, sub_appid: &Option<String>) -> Result<(), Violation> {
    let by_sub_openid = *receiver == ReceiverType::PersonalSubOpenid;
    needs(by_sub_openid, "/sub_appid", sub_appid, "a `PERSONAL_SUB_OPENID` belongs to this app ID")
}
