//! The creation of a batch.

use super::{
    AvailableWeek, CustomEntrance, DiscountCoupon, DisplayPatternInfo, ExchangeCoupon, FixedNormalCoupon,
    IrregularAvailableTime, NotifyConfig, StockSendRule, StockType, UseMethod,
};
use crate::prelude::*;

/// Creates a batch of merchant coupons (创建商家券).
///
/// The other requests need its `stock_id`: sending coupons, storing codes, and the channels of the merchant platform.
/// `out_request_no` makes a repeated request safe.
///
/// Limit for all merchants together: 1000 calls a minute.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH` (the product is not enabled);
/// 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/stocks",
    response = CreateStockResponse,
    required = CreateStockRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012534855"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateStock {
    /// Name of the batch, which users see.
    #[wxpay(len = 21, label = "商家券批次名称")]
    pub stock_name: String,
    /// Merchant number of the batch's owner: a direct merchant's own number, or that of a service provider's sub-merchant.
    #[wxpay(len = 8..=15, label = "批次归属商户号")]
    pub belong_merchant: String,
    /// Remark that only the merchant sees.
    #[wxpay(len = 20, label = "批次备注")]
    pub comment: Option<String>,
    /// Goods that the coupons are for, as users see them.
    #[wxpay(len = 15, label = "适用商品范围")]
    pub goods_name: String,
    /// Type of the batch, which decides which rule `coupon_use_rule` needs.
    #[wxpay(label = "批次类型")]
    pub stock_type: StockType,
    /// Redemption rules of a coupon.
    #[wxpay(label = "核销规则")]
    pub coupon_use_rule: CouponUseRule,
    /// Rules for giving out coupons.
    #[wxpay(label = "发放规则")]
    pub stock_send_rule: StockSendRule,
    /// The merchant's number of the batch, unique for the merchant.
    #[wxpay(len = 128, label = "商户请求单号")]
    pub out_request_no: String,
    /// Target of the coupon's page.
    #[wxpay(label = "自定义入口")]
    pub custom_entrance: Option<CustomEntrance>,
    /// Appearance of a coupon.
    #[wxpay(label = "样式信息")]
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// Source of the coupon codes.
    #[wxpay(label = "券code模式")]
    pub coupon_code_mode: CouponCodeMode,
    /// Configuration of notifications.
    #[wxpay(label = "事件通知配置")]
    pub notify_config: Option<NotifyConfig>,
    /// True to allow subsidies for the coupons ([`PaySubsidy`](super::PaySubsidy)); false by default. Not available to every
    /// merchant.
    #[wxpay(default = false, label = "是否允许营销补贴")]
    pub subsidy: Option<bool>,
}

/// The redemption rules of a coupon (核销规则). Exactly one of the three kinds of coupon is required.
#[wxpay_object(required = CouponUseRuleRequired, one_of("fixed_normal_coupon", "discount_coupon", "exchange_coupon"))]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CouponUseRule {
    /// Period of validity.
    #[wxpay(label = "券可核销时间")]
    pub coupon_available_time: CouponAvailableTime,
    /// Fixed discount: required for [`StockType::Normal`].
    #[wxpay(label = "固定面额满减券使用规则")]
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// Percentage discount: required for [`StockType::Discount`].
    #[wxpay(label = "折扣券使用规则")]
    pub discount_coupon: Option<DiscountCoupon>,
    /// Special price for goods: required for [`StockType::Exchange`].
    #[wxpay(label = "换购券使用规则")]
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// Redemption method.
    #[wxpay(label = "核销方式")]
    pub use_method: UseMethod,
    /// App ID of the mini program for redemption, with [`UseMethod::MiniPrograms`].
    #[wxpay(len = 32, label = "小程序appid")]
    pub mini_programs_appid: Option<String>,
    /// Path of the page in the mini program.
    #[wxpay(label = "小程序path")]
    pub mini_programs_path: Option<String>,
}

/// The period in which a coupon may be used (券可核销时间).
///
/// A coupon is never valid before `available_begin_time` or after `available_end_time`, which are at most a year apart; the other
/// members restrict it further. If a user receives a coupon before the period, its first day counts as the day of receipt.
#[wxpay_object(required = CouponAvailableTimeRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CouponAvailableTime {
    /// Start of the period.
    #[wxpay(label = "开始时间")]
    pub available_begin_time: DateTime,
    /// End of the period.
    #[wxpay(label = "结束时间")]
    pub available_end_time: DateTime,
    /// Number of days for which the coupon stays valid: 1 is the first day only.
    #[wxpay(range = 1..=365, label = "生效后N天内有效")]
    pub available_day_after_receive: Option<i64>,
    /// Weekly hours of validity.
    #[wxpay(label = "固定周期有效时间段")]
    pub available_week: Option<AvailableWeek>,
    /// Irregular periods of validity.
    #[wxpay(label = "无规律的有效时间段")]
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// Number of days from receipt until the coupon becomes valid: 1 is the next day, 30 is the most. Only together with
    /// `available_day_after_receive`.
    #[wxpay(range = 0..=30, needs = "available_day_after_receive", label = "领取后N天开始生效")]
    pub wait_days_after_receive: Option<i64>,
    /// Number of seconds for which the coupon stays valid after receipt.
    #[wxpay(label = "领取后N秒内有效")]
    pub available_second_after_receive: Option<i64>,
}

/// The source of a batch's coupon codes (券code模式).
#[wxpay_enum]
pub enum CouponCodeMode {
    /// WeChat Pay assigns codes of 22 digits (系统分配).
    #[wxpay(rename = "WECHATPAY_MODE")]
    WechatPay,
    /// The merchant names the code when it sends a coupon (商户发放时接口指定).
    MerchantApi,
    /// The merchant stores codes with [`UploadCodes`](super::UploadCodes), and WeChat Pay picks one at random (商户上传).
    MerchantUpload,
}

/// The answer to a [`CreateStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateStockResponse {
    /// Batch ID.
    pub stock_id: String,
    /// Time of creation.
    pub create_time: DateTime,
}
