//! A new batch of coupons.

use super::{
    AvailableWeek, CustomEntrance, DiscountCoupon, DisplayPatternInfo, ExchangeCoupon, FixedNormalCoupon,
    IrregularAvailableTime, NotifyConfig, StockSendRule, StockType, UseMethod,
};
use crate::prelude::*;

/// Creates a batch of a merchant's own coupons (创建商家券).
///
/// Its `stock_id` is what everything else asks for: sending coupons, storing codes, the channels of the merchant
/// platform. `out_request_no` makes repeating safe.
///
/// All merchants together may call 1000 times a minute.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 403 `NO_AUTH` (the product is not
/// opened); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
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
    /// The batch's name, which users see.
    #[wxpay(len = 21, label = "商家券批次名称")]
    pub stock_name: String,
    /// The merchant that the batch belongs to: a direct merchant's own number, or that of a service provider's
    /// sub-merchant.
    #[wxpay(len = 8..=15, label = "批次归属商户号")]
    pub belong_merchant: String,
    /// A remark that only the merchant sees.
    #[wxpay(len = 20, label = "批次备注")]
    pub comment: Option<String>,
    /// What the coupons are good for, in words that users see.
    #[wxpay(len = 15, label = "适用商品范围")]
    pub goods_name: String,
    /// What the coupons do; which rule of `coupon_use_rule` has to be there depends on it.
    #[wxpay(label = "批次类型")]
    pub stock_type: StockType,
    /// When and how a coupon is redeemed.
    #[wxpay(label = "核销规则")]
    pub coupon_use_rule: CouponUseRule,
    /// How many coupons, to whom.
    #[wxpay(label = "发放规则")]
    pub stock_send_rule: StockSendRule,
    /// The merchant's own number for the batch, unique under the merchant.
    #[wxpay(len = 128, label = "商户请求单号")]
    pub out_request_no: String,
    /// Where the coupon's page leads.
    #[wxpay(label = "自定义入口")]
    pub custom_entrance: Option<CustomEntrance>,
    /// What a coupon looks like.
    #[wxpay(label = "样式信息")]
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// Whose codes the coupons bear.
    #[wxpay(label = "券code模式")]
    pub coupon_code_mode: CouponCodeMode,
    /// How notifications name the user.
    #[wxpay(label = "事件通知配置")]
    pub notify_config: Option<NotifyConfig>,
    /// Whether a subsidy may be paid for its coupons ([`PaySubsidy`](super::PaySubsidy)); a missing one means no. Not
    /// open to every merchant.
    #[wxpay(default = false, label = "是否允许营销补贴")]
    pub subsidy: Option<bool>,
}

/// When and how a coupon is redeemed (核销规则). Exactly one of the three coupons says what it does.
#[wxpay_object(required = CouponUseRuleRequired, one_of("fixed_normal_coupon", "discount_coupon", "exchange_coupon"))]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CouponUseRule {
    /// When.
    #[wxpay(label = "券可核销时间")]
    pub coupon_available_time: CouponAvailableTime,
    /// A fixed amount off: needed for [`StockType::Normal`].
    #[wxpay(label = "固定面额满减券使用规则")]
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// A percentage off: needed for [`StockType::Discount`].
    #[wxpay(label = "折扣券使用规则")]
    pub discount_coupon: Option<DiscountCoupon>,
    /// Goods at a special price: needed for [`StockType::Exchange`].
    #[wxpay(label = "换购券使用规则")]
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// How the user shows the coupon.
    #[wxpay(label = "核销方式")]
    pub use_method: UseMethod,
    /// The mini program to redeem it in, with [`UseMethod::MiniPrograms`].
    #[wxpay(len = 32, label = "小程序appid")]
    pub mini_programs_appid: Option<String>,
    /// The page of that mini program.
    #[wxpay(label = "小程序path")]
    pub mini_programs_path: Option<String>,
}

/// When a coupon may be used (券可核销时间).
///
/// Whatever narrows it further, a coupon is good only between `available_begin_time` and `available_end_time`, which
/// are at most a year apart. A user who gets one before that time counts as having got it on its first day.
#[wxpay_object(required = CouponAvailableTimeRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CouponAvailableTime {
    /// From when.
    #[wxpay(label = "开始时间")]
    pub available_begin_time: DateTime,
    /// Until when.
    #[wxpay(label = "结束时间")]
    pub available_end_time: DateTime,
    /// For how many days it is good once it is: 1 is the first day only.
    #[wxpay(range = 1..=365, label = "生效后N天内有效")]
    pub available_day_after_receive: Option<i64>,
    /// Only at some hours of some days of the week.
    #[wxpay(label = "固定周期有效时间段")]
    pub available_week: Option<AvailableWeek>,
    /// Only at these times.
    #[wxpay(label = "无规律的有效时间段")]
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// How many days after the user got it it becomes good: 1 is the next day, 30 is the most. Only together with
    /// `available_day_after_receive`.
    #[wxpay(range = 0..=30, needs = "available_day_after_receive", label = "领取后N天开始生效")]
    pub wait_days_after_receive: Option<i64>,
    /// For how many seconds it is good after the user got it.
    #[wxpay(label = "领取后N秒内有效")]
    pub available_second_after_receive: Option<i64>,
}

/// Whose codes a batch's coupons bear (券code模式).
#[wxpay_enum]
pub enum CouponCodeMode {
    /// WeChat Pay's: 22 digits (系统分配).
    #[wxpay(rename = "WECHATPAY_MODE")]
    WechatPay,
    /// The merchant's, named when a coupon is sent (商户发放时接口指定).
    MerchantApi,
    /// The merchant's, stored in advance with [`UploadCodes`](super::UploadCodes) and taken at random (商户上传).
    MerchantUpload,
}

/// The answer to a [`CreateStock`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateStockResponse {
    /// WeChat Pay's number for the batch.
    pub stock_id: String,
    /// When it was created.
    pub create_time: DateTime,
}
