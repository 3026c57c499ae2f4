//! Entering stores for an activity.

use crate::prelude::*;

/// Enters stores for an activity with goods at a special price (门店报名品牌加价购活动).
///
/// The answer has a result for each store: some may be entered and others not. The request has no number of the merchant's own,
/// and the client does not repeat it automatically.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/goods-subsidy-activity/activity/{activity_id}/apply",
    response = ApplyActivityResponse,
    required = ApplyActivityRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyActivity {
    /// WeChat Pay's number for the activity.
    #[wxpay(label = "活动ID")]
    pub activity_id: String,
    /// Merchant number of the caller: the merchant that signs the request.
    #[wxpay(len = 32, label = "调用报名活动API的商户的商户号")]
    pub caller_merchant_id: String,
    /// Entries of the stores.
    #[wxpay(label = "门店报名信息")]
    pub apply_infos: Vec<ApplyInfo>,
}

/// The entry of a store (报名信息). A request needs every member.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ApplyInfo {
    /// Information about the store.
    #[wxpay(label = "门店信息")]
    pub store_info: Option<StoreInfo>,
    /// Regular price of the goods, in fen; users see it.
    #[wxpay(range = 0.., label = "商品原价")]
    pub goods_original_price: Option<Fen>,
}

/// A store (门店信息). A request needs every member.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct StoreInfo {
    /// ID of the store.
    #[wxpay(label = "门店ID")]
    pub store_id: Option<String>,
    /// Merchant number of the merchant that gets the brand's subsidy.
    #[wxpay(len = 32, label = "门店补贴入账商户号")]
    pub accounting_merchant_id: Option<String>,
    /// Merchant number of the merchant that users pay in the store.
    #[wxpay(len = 32, label = "门店商户号")]
    pub merchant_id: Option<String>,
}

/// The answer to an [`ApplyActivity`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyActivityResponse {
    /// Description of the result.
    pub return_message: Option<String>,
    /// Entries that failed.
    pub failed_apply_infos: Option<Vec<ApplyInfo>>,
    /// Entries that succeeded.
    pub succeed_apply_infos: Option<Vec<ApplyInfo>>,
}
