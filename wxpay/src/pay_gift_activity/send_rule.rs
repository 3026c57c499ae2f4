//! Gifts of an activity, and the amount that they require.

use crate::prelude::*;

/// Gifts of an activity (活动奖品发放规则). The [`ActivityType`](super::ActivityType) decides which member is given.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AwardSendRule {
    /// Gifts from one amount on.
    pub full_send_rule: Option<FullSendRule>,
    /// More gifts for higher amounts.
    pub step_send_rule: Option<StepSendRule>,
}

/// Gifts from one amount on (满送).
#[wxpay_object(required = FullSendRuleRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FullSendRule {
    /// Type of the gifts.
    #[wxpay(label = "奖品类型")]
    pub award_type: AwardType,
    /// Merchants whose customers get the gifts. With a merchant's own coupons only
    /// [`ManualInputMerchant`](MerchantOption::ManualInputMerchant) is possible.
    #[wxpay(label = "发券商户号选项")]
    pub merchant_option: MerchantOption,
    /// Lowest amount of a payment that counts, in fen.
    #[wxpay(range = 0.., label = "消费金额门槛")]
    pub transaction_amount_minimum: Fen,
    /// Number of coupons that are sent: one or several.
    #[wxpay(label = "发放内容")]
    pub send_content: SendContent,
    /// The coupons: one for [`SingleCoupon`](SendContent::SingleCoupon), 3 to 5 for [`GiftPackage`](SendContent::GiftPackage).
    /// Required in a request.
    #[wxpay(label = "奖品基本信息列表")]
    pub award_list: Option<Vec<Award>>,
    /// Merchant numbers. Required with [`ManualInputMerchant`](MerchantOption::ManualInputMerchant).
    #[wxpay(len = 8..=15, label = "发券商户号列表")]
    pub merchant_id_list: Option<Vec<String>>,
}

/// More gifts for higher amounts (阶梯送). Only activities that were created elsewhere have it.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StepSendRule {
    /// Type of the gifts.
    pub award_type: AwardType,
    /// Merchants whose customers get the gifts.
    pub merchant_option: MerchantOption,
}

/// A gift (奖品基本信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Award {
    /// ID of the coupon batch. Required in a request.
    #[wxpay(label = "代金券批次Id")]
    pub stock_id: Option<String>,
    /// URL of a large picture, as the upload of a picture for marketing (图片上传, 营销专用) returned it. Required in a request.
    #[wxpay(label = "奖品原始图")]
    pub original_image_url: Option<String>,
    /// URL of a small picture, from the same upload. Required if several coupons are sent.
    #[wxpay(label = "奖品缩略图")]
    pub thumbnail_url: Option<String>,
}

/// Types of gifts (奖品类型).
#[wxpay_enum]
pub enum AwardType {
    /// A merchant's own coupons (商家券).
    Busifavor,
}

/// Merchants whose customers get the gifts (发券商户号选项).
#[wxpay_enum]
pub enum MerchantOption {
    /// Merchants where the coupons can be used (在用券商户). WeChat Pay spells the value this way.
    #[wxpay(rename = "IN_SEVICE_COUPON_MERCHANT")]
    InServiceCouponMerchant,
    /// Merchants of the list (手动输入商户号).
    ManualInputMerchant,
}

/// Number of coupons that are sent (发放内容).
#[wxpay_enum]
pub enum SendContent {
    /// One coupon (单张券).
    SingleCoupon,
    /// Several coupons, as a package (礼包).
    GiftPackage,
}
