//! Users' rights to the special price.

use crate::prelude::*;

/// Takes a user's rights to the special price for an order (锁定品牌加价购活动资格), so that no other order can use them.
///
/// The answer tells right by right. Whether repeating is safe is not documented, so the client does not do it by itself;
/// after an unknown outcome [`UnlockQualification`] gives the rights back.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/goods-subsidy-activity/qualification/lock",
    response = QualificationResponse,
    required = LockQualificationRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LockQualification {
    /// The order.
    #[wxpay(label = "订单信息")]
    pub order_information: OrderInformation,
    /// The rights, by WeChat Pay's numbers.
    #[wxpay(label = "待锁定的加价购资格ID列表")]
    pub qualification_ids: Vec<String>,
}

/// Gives a user's rights to the special price back (解锁品牌加价购活动资格), such as when the order was not paid.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/goods-subsidy-activity/qualification/unlock",
    response = QualificationResponse,
    required = UnlockQualificationRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnlockQualification {
    /// The order that they were taken for.
    #[wxpay(label = "订单信息")]
    pub order_information: OrderInformation,
    /// The rights, by WeChat Pay's numbers.
    #[wxpay(label = "待锁定的加价购资格ID列表")]
    pub qualification_ids: Vec<String>,
}

/// The order that rights are taken for (订单信息).
#[wxpay_object(required = OrderInformationRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OrderInformation {
    /// Who pays it.
    #[wxpay(len = 128, label = "支付订单的微信用户OpenID")]
    pub payer_openid: String,
    /// The merchant's own number for it.
    #[wxpay(len = 32, label = "商户订单号")]
    pub out_trade_no: String,
    /// What it comes to, in fen.
    #[wxpay(range = 0.., label = "订单总金额")]
    pub total_fee: Fen,
    /// The shop's number.
    #[wxpay(label = "门店ID")]
    pub store_id: String,
    /// The merchant that is paid.
    #[wxpay(len = 32, label = "门店商户号")]
    pub store_merchant_id: String,
}

/// What became of rights that were to be taken, or given back.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QualificationResponse {
    /// What happened, for people to read.
    pub return_message: Option<String>,
    /// With which rights it failed.
    pub failed_qualification_ids: Option<Vec<String>>,
    /// With which it succeeded.
    pub succeed_qualification_ids: Option<Vec<String>>,
}
