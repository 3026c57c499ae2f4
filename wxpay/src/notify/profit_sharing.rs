//! Shares of payments.

use crate::prelude::*;

/// A notification that a share of a payment was received (分账动账通知), `PROFITSHARING.SUCCESS`, or returned, `PROFITSHARING.RETURN`.
/// The receiver is notified. Older pages have `PROFITSHARING` and `PROFITSHARING_RETURN`, and also `TRANSACTION.SUCCESS` for
/// both, which does not say in which direction the money moved.
///
/// A merchant's notification has `mchid`; a service provider's has `sp_mchid` and `sub_mchid`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sharing {
    /// Merchant number of the merchant that shares, if it signs for itself.
    pub mchid: Option<String>,
    /// Merchant number of the service provider or platform.
    pub sp_mchid: Option<String>,
    /// Merchant number of the sub-merchant that shares.
    pub sub_mchid: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// WeChat Pay's number for the share or the return.
    pub order_id: String,
    /// The sharing merchant's own number for the share or the return.
    pub out_order_no: String,
    /// The receiver of the share, which returns it in a return.
    pub receiver: SharingReceiver,
    /// Time at which the money moved.
    pub success_time: Option<DateTime>,
}

/// The receiver of a share (分账接收方).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SharingReceiver {
    /// Type of `account`.
    pub r#type: ReceiverType,
    /// A merchant number or an openid.
    pub account: String,
    /// Amount that moved, in fen.
    pub amount: Fen,
    /// Description of the share.
    pub description: Option<String>,
}

/// Types of receivers (分账接收方类型).
#[wxpay_enum]
pub enum ReceiverType {
    /// A merchant (商户号).
    MerchantId,
    /// A person, by openid under the service provider's app ID (个人openid).
    PersonalOpenid,
    /// A person, by openid under the sub-merchant's app ID.
    PersonalSubOpenid,
}
