//! Who may receive.

use super::ReceiverType;
use crate::prelude::*;
use crate::together::needs;
use crate::validate::Violation;

/// Adds a receiver, with whom payments can be shared from then on (添加分账接收方).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST` (such as a name that is not the receiver's); 401 `SIGN_ERROR`; 403
/// `NO_AUTH`; 429 `FREQUENCY_LIMITED`, `RATELIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
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
    /// The sub-merchant that shares, where a service provider signs.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The app ID of who signs.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// The sub-merchant's app ID, needed for a [`PersonalSubOpenid`](ReceiverType::PersonalSubOpenid).
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// What `account` is.
    #[wxpay(label = "分账接收方类型")]
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    #[wxpay(len = 64, label = "分账接收方帐号")]
    pub account: String,
    /// A merchant's full name, needed for a [`MerchantId`](ReceiverType::MerchantId) (of small and individual merchants
    /// the account holder's); a person's, which is compared if it is given. Encrypted when it is sent.
    #[wxpay(label = "分账个人接收方姓名")]
    pub name: Option<Sensitive>,
    /// What the receiver is to the merchant that shares.
    #[wxpay(label = "与分账方的关系类型")]
    pub relation_type: RelationType,
    /// The relation in words, needed for [`Custom`](RelationType::Custom) and for nothing else.
    #[wxpay(len = 10, label = "自定义的分账关系")]
    pub custom_relation: Option<String>,
}

/// What a receiver is to the merchant that shares (与分账方的关系类型).
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
    /// Another, which `custom_relation` names (自定义).
    Custom,
}

/// A receiver (分账接收方).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Receiver {
    /// The sub-merchant that shares, where a service provider signs.
    pub sub_mchid: Option<String>,
    /// What `account` is.
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    pub account: String,
    /// Its name. Encrypted on the way: [`Client::open`](crate::client::Client::open) opens it.
    pub name: Option<Sensitive>,
    /// What it is to the merchant that shares.
    pub relation_type: RelationType,
    /// The relation in words.
    pub custom_relation: Option<String>,
}

/// Deletes a receiver (删除分账接收方).
///
/// Shares that are still worked on do not reach it any more.
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
    /// The sub-merchant that shares, where a service provider signs.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The app ID of who signs.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// The sub-merchant's app ID, needed for a [`PersonalSubOpenid`](ReceiverType::PersonalSubOpenid).
    #[wxpay(len = 32, label = "子商户应用ID")]
    pub sub_appid: Option<String>,
    /// What `account` is.
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
    /// The sub-merchant that shares, where a service provider signs.
    pub sub_mchid: Option<String>,
    /// What `account` is.
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

/// A sub-merchant's openid is known together with its app ID only.
pub(super) fn app_of(receiver: &ReceiverType, sub_appid: &Option<String>) -> Result<(), Violation> {
    let by_sub_openid = *receiver == ReceiverType::PersonalSubOpenid;
    needs(by_sub_openid, "/sub_appid", sub_appid, "a `PERSONAL_SUB_OPENID` is an openid of it")
}
