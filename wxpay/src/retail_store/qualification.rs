//! Users' rights to the special price.

use crate::prelude::*;

/// Locks a user's rights to the special price for an order (锁定品牌加价购活动资格), so that no other order can use them.
///
/// The answer has a result for each right. The documentation does not say that repeating is safe; therefore the client does not
/// repeat the request automatically. After an unknown outcome [`UnlockQualification`] unlocks the rights.
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
    /// WeChat Pay's numbers of the rights.
    #[wxpay(label = "待锁定的加价购资格ID列表")]
    pub qualification_ids: Vec<String>,
}

/// Unlocks a user's rights to the special price (解锁品牌加价购活动资格), for example if the order was not paid.
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
    /// The order for which the rights were locked.
    #[wxpay(label = "订单信息")]
    pub order_information: OrderInformation,
    /// WeChat Pay's numbers of the rights.
    #[wxpay(label = "待锁定的加价购资格ID列表")]
    pub qualification_ids: Vec<String>,
}

/// The order that rights are locked for (订单信息).
#[wxpay_object(required = OrderInformationRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OrderInformation {
    /// The payer's openid.
    #[wxpay(len = 128, label = "支付订单的微信用户OpenID")]
    pub payer_openid: String,
    /// The merchant's own order number.
    #[wxpay(len = 32, label = "商户订单号")]
    pub out_trade_no: String,
    /// Total amount of the order, in fen.
    #[wxpay(range = 0.., label = "订单总金额")]
    pub total_fee: Fen,
    /// ID of the store.
    #[wxpay(label = "门店ID")]
    pub store_id: String,
    /// Merchant number of the merchant that is paid.
    #[wxpay(len = 32, label = "门店商户号")]
    pub store_merchant_id: String,
}

/// Result of locking or unlocking rights.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QualificationResponse {
    /// Description of the result.
    pub return_message: Option<String>,
    /// Rights for which it failed.
    pub failed_qualification_ids: Option<Vec<String>>,
    /// Rights for which it succeeded.
    pub succeed_qualification_ids: Option<Vec<String>>,
}
