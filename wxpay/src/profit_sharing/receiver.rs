//! Receivers of shares.

use super::ReceiverType;
use crate::prelude::*;
use crate::together::needs;
use crate::validate::Violation;

/// Adds a receiver to which payments can then be shared (添加分账接收方).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST` (for example, the name is not the receiver's); 401 `SIGN_ERROR`; 403 `NO_AUTH`;
/// 429 `FREQUENCY_LIMITED`, `RATELIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/profitsharing/receivers/add",
    response = Receiver,
    required = AddReceiverRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012528995",
    check = described
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddReceiver {
    /// Merchant number of the sub-merchant that shares, if a service provider signs the request.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// App ID of the caller.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// The sub-merchant's app ID, required for a [`PersonalSubOpenid`](ReceiverType::PersonalSubOpenid).
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// Type of `account`.
    #[wxpay(label = "分账接收方类型")]
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    #[wxpay(len = 64, label = "分账接收方帐号")]
    pub account: String,
    /// A merchant's full name, required for a [`MerchantId`](ReceiverType::MerchantId) (for small and individual merchants the
    /// account holder's name); or a person's name, which WeChat Pay compares if it is given. Encrypted when it is sent.
    #[wxpay(label = "分账个人接收方姓名")]
    pub name: Option<Sensitive>,
    /// Relation of the receiver to the merchant that shares.
    #[wxpay(label = "与分账方的关系类型")]
    pub relation_type: RelationType,
    /// Name of the relation, required for [`Custom`](RelationType::Custom) and only for it.
    #[wxpay(len = 10, label = "自定义的分账关系")]
    pub custom_relation: Option<String>,
}

/// Relations of a receiver to the merchant that shares (与分账方的关系类型).
#[wxpay_enum]
pub enum RelationType {
    /// The service provider (服务商).
    ServiceProvider,
    /// A store (门店).
    Store,
    /// An employee (员工).
    Staff,
    /// The owner of a store (店主).
    StoreOwner,
    /// A partner (合作伙伴).
    Partner,
    /// The headquarters (总部).
    Headquarter,
    /// The brand (品牌方).
    Brand,
    /// A distributor (分销商).
    Distributor,
    /// A user (用户).
    User,
    /// A supplier (供应商).
    Supplier,
    /// Another relation, which `custom_relation` names (自定义).
    Custom,
}

/// A receiver (分账接收方).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Receiver {
    /// Merchant number of the sub-merchant that shares, if a service provider signs the request.
    pub sub_mchid: Option<String>,
    /// Type of `account`.
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    pub account: String,
    /// Name of the receiver. Encrypted in the answer: [`Client::open`](crate::client::Client::open) opens it.
    pub name: Option<Sensitive>,
    /// Relation of the receiver to the merchant that shares.
    pub relation_type: RelationType,
    /// Name of the relation.
    pub custom_relation: Option<String>,
}

/// Deletes a receiver (删除分账接收方).
///
/// Shares that are still being processed do not reach the receiver any more.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`,
/// `RATELIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/profitsharing/receivers/delete",
    response = DeletedReceiver,
    required = DeleteReceiverRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012529590",
    check = app_of_the_receiver
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeleteReceiver {
    /// Merchant number of the sub-merchant that shares, if a service provider signs the request.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// App ID of the caller.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// The sub-merchant's app ID, required for a [`PersonalSubOpenid`](ReceiverType::PersonalSubOpenid).
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// Type of `account`.
    #[wxpay(label = "分账接收方类型")]
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    #[wxpay(len = 64, label = "分账接收方账号")]
    pub account: String,
}

/// The answer to a [`DeleteReceiver`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeletedReceiver {
    /// Merchant number of the sub-merchant that shares, if a service provider signs the request.
    pub sub_mchid: Option<String>,
    /// Type of `account`.
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    pub account: String,
}

fn described(receiver: &AddReceiver) -> Result<(), Violation> {
    let AddReceiver { r#type, name, relation_type, custom_relation, .. } = receiver;
    app_of(r#type, &receiver.sub_appid)?;
    needs(*r#type == ReceiverType::MerchantId, "/name", name, "a merchant needs its full name")?;
    let custom = *relation_type == RelationType::Custom;
    needs(custom, "/custom_relation", custom_relation, "a `CUSTOM` relation needs its name")
}

fn app_of_the_receiver(receiver: &DeleteReceiver) -> Result<(), Violation> {
    app_of(&receiver.r#type, &receiver.sub_appid)
}

/// Checks that a sub-merchant's openid comes with the app ID that it belongs to.
pub(super) fn app_of(receiver: &ReceiverType, sub_appid: &Option<String>) -> Result<(), Violation> {
    let by_sub_openid = *receiver == ReceiverType::PersonalSubOpenid;
    needs(by_sub_openid, "/sub_appid", sub_appid, "a `PERSONAL_SUB_OPENID` belongs to this app ID")
}
