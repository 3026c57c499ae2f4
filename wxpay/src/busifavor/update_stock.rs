//! A change to a batch.

use super::{CustomEntrance, DisplayPatternInfo, NotifyConfig, UseMethod};
use crate::prelude::*;

/// Changes what a batch says and looks like (修改商家券基本信息), until its time is over. What is left out stays as it is.
///
/// `out_request_no` makes repeating safe. How many coupons it gives out is changed with
/// [`UpdateBudget`](super::UpdateBudget).
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
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Where the coupon's page leads.
    #[wxpay(label = "自定义入口")]
    pub custom_entrance: Option<CustomEntrance>,
    /// The batch's name. An official SDK says that it cannot be changed yet.
    #[wxpay(len = 21, label = "批次名称")]
    pub stock_name: Option<String>,
    /// A remark that only the merchant sees.
    #[wxpay(len = 20, label = "批次备注")]
    pub comment: Option<String>,
    /// What the coupons are good for, in words that users see.
    #[wxpay(len = 15, label = "适用商品范围")]
    pub goods_name: Option<String>,
    /// The merchant's own number for this change, unique under the merchant.
    #[wxpay(len = 128, label = "商户请求单号")]
    pub out_request_no: String,
    /// What a coupon looks like.
    #[wxpay(label = "样式信息")]
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// How a coupon is redeemed.
    #[wxpay(label = "核销规则")]
    pub coupon_use_rule: Option<UseRuleChange>,
    /// Who gets coupons.
    #[wxpay(label = "发放规则")]
    pub stock_send_rule: Option<SendRuleChange>,
    /// How notifications name the user.
    #[wxpay(label = "事件通知配置")]
    pub notify_config: Option<NotifyConfig>,
    /// Whether a subsidy may be paid for its coupons (营销补差). What was allowed once cannot be forbidden again.
    #[wxpay(label = "是否允许营销补差")]
    pub subsidy: Option<bool>,
}

/// What may be changed about redeeming a coupon (核销规则).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct UseRuleChange {
    /// How the user shows the coupon.
    #[wxpay(label = "核销方式")]
    pub use_method: Option<UseMethod>,
    /// The mini program to redeem it in, with [`UseMethod::MiniPrograms`].
    #[wxpay(len = 32, label = "小程序appid")]
    pub mini_programs_appid: Option<String>,
    /// The page of that mini program.
    #[wxpay(label = "小程序path")]
    pub mini_programs_path: Option<String>,
}

/// What may be changed about giving coupons out (发放规则).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SendRuleChange {
    /// Whether the accounts of one identity count as one user. An official SDK says that it cannot be changed yet.
    #[wxpay(label = "是否开启自然人限领")]
    pub natural_person_limit: Option<bool>,
    /// Whether suspicious accounts are refused.
    #[wxpay(label = "可疑账号拦截")]
    pub prevent_api_abuse: Option<bool>,
}
