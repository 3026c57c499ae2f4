//! Changes to a batch.

use super::{CustomEntrance, DisplayPatternInfo, NotifyConfig, UseMethod};
use crate::prelude::*;

/// Changes the description and the appearance of a batch until it ends (修改商家券基本信息). Missing members stay unchanged.
///
/// `out_request_no` makes a repeated request safe. [`UpdateBudget`](super::UpdateBudget) changes the number of coupons.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such batch); 429
/// `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "PATCH",
    path = "/v3/marketing/busifavor/stocks/{stock_id}",
    required = UpdateStockRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012535020"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UpdateStock {
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Target of the coupon's page.
    #[wxpay(label = "自定义入口")]
    pub custom_entrance: Option<CustomEntrance>,
    /// Name of the batch. According to an official SDK, it cannot be changed yet.
    #[wxpay(len = 21, label = "批次名称")]
    pub stock_name: Option<String>,
    /// Remark that only the merchant sees.
    #[wxpay(len = 20, label = "批次备注")]
    pub comment: Option<String>,
    /// Goods that the coupons are for, as users see them.
    #[wxpay(len = 15, label = "适用商品范围")]
    pub goods_name: Option<String>,
    /// The merchant's number of this change, unique for the merchant.
    #[wxpay(len = 128, label = "商户请求单号")]
    pub out_request_no: String,
    /// Appearance of a coupon.
    #[wxpay(label = "样式信息")]
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// Redemption rules of a coupon.
    #[wxpay(label = "核销规则")]
    pub coupon_use_rule: Option<UseRuleChange>,
    /// Rules for giving out coupons.
    #[wxpay(label = "发放规则")]
    pub stock_send_rule: Option<SendRuleChange>,
    /// Configuration of notifications.
    #[wxpay(label = "事件通知配置")]
    pub notify_config: Option<NotifyConfig>,
    /// True to allow subsidies for the coupons (营销补差). Once allowed, they cannot be forbidden again.
    #[wxpay(label = "是否允许营销补差")]
    pub subsidy: Option<bool>,
}

/// Redemption rules that may be changed (核销规则).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct UseRuleChange {
    /// Redemption method.
    #[wxpay(label = "核销方式")]
    pub use_method: Option<UseMethod>,
    /// App ID of the mini program for redemption, with [`UseMethod::MiniPrograms`].
    #[wxpay(len = 32, label = "小程序appid")]
    pub mini_programs_appid: Option<String>,
    /// Path of the page in the mini program.
    #[wxpay(label = "小程序path")]
    pub mini_programs_path: Option<String>,
}

/// Rules for giving out coupons that may be changed (发放规则).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SendRuleChange {
    /// True to count all accounts of one person as one user. According to an official SDK, it cannot be changed yet.
    #[wxpay(label = "是否开启自然人限领")]
    pub natural_person_limit: Option<bool>,
    /// True to refuse suspicious accounts.
    #[wxpay(label = "可疑账号拦截")]
    pub prevent_api_abuse: Option<bool>,
}
