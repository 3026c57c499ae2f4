//! Shops enter for an activity.

use crate::prelude::*;

/// Enters shops for an activity with goods at a special price (门店报名品牌加价购活动).
///
/// The answer tells shop by shop; some may be in and others not. It has no number of the merchant's own, and the client
/// does not repeat it by itself.
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
    /// Who asks: the merchant that signs.
    #[wxpay(len = 32, label = "调用报名活动API的商户的商户号")]
    pub caller_merchant_id: String,
    /// The shops.
    #[wxpay(label = "门店报名信息")]
    pub apply_infos: Vec<ApplyInfo>,
}

/// A shop's entry (报名信息). A request needs all of it.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ApplyInfo {
    /// The shop.
    #[wxpay(label = "门店信息")]
    pub store_info: Option<StoreInfo>,
    /// What the goods cost otherwise, in fen; users see it.
    #[wxpay(range = 0.., label = "商品原价")]
    pub goods_original_price: Option<Fen>,
}

/// A shop (门店信息). A request needs all of it.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct StoreInfo {
    /// The shop's number.
    #[wxpay(label = "门店ID")]
    pub store_id: Option<String>,
    /// The merchant that gets the brand's money.
    #[wxpay(len = 32, label = "门店补贴入账商户号")]
    pub accounting_merchant_id: Option<String>,
    /// The merchant that users pay in the shop.
    #[wxpay(len = 32, label = "门店商户号")]
    pub merchant_id: Option<String>,
}

/// The answer to an [`ApplyActivity`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyActivityResponse {
    /// What happened, for people to read.
    pub return_message: Option<String>,
    /// Which entries failed.
    pub failed_apply_infos: Option<Vec<ApplyInfo>>,
    /// Which succeeded.
    pub succeed_apply_infos: Option<Vec<ApplyInfo>>,
}
