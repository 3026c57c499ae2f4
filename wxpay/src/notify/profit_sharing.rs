//! A share of a payment.

use crate::prelude::*;

/// Money that moved in sharing a payment (分账动账通知): `PROFITSHARING.SUCCESS`, or back again `PROFITSHARING.RETURN`. The
/// receiver is told. Older pages have `PROFITSHARING` and `PROFITSHARING_RETURN`; and `TRANSACTION.SUCCESS` for both, which
/// does not say in which direction the money moved.
///
/// A merchant's has `mchid`; a service provider's has `sp_mchid` and `sub_mchid`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sharing {
    /// The merchant that shares, where it signs for itself.
    pub mchid: Option<String>,
    /// The service provider or platform.
    pub sp_mchid: Option<String>,
    /// The sub-merchant that shares.
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// WeChat Pay's number for the share or the return.
    pub order_id: String,
    /// The sharing merchant's own number for the share or the return.
    pub out_order_no: String,
    /// Who received, or gave back.
    pub receiver: SharingReceiver,
    /// When.
    pub success_time: Option<DateTime>,
}

/// Who received a share (分账接收方).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingReceiver {
    /// What `account` is.
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    pub account: String,
    /// How much moved, in fen.
    pub amount: Fen,
    /// What for.
    pub description: Option<String>,
}

/// Kinds of receivers (分账接收方类型).
#[wxpay_enum]
pub enum ReceiverType {
    /// A merchant (商户号).
    MerchantId,
    /// A person, by openid under the service provider's app ID (个人openid).
    PersonalOpenid,
    /// A person, by openid under the sub-merchant's app ID.
    PersonalSubOpenid,
}
