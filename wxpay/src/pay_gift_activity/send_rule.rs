//! What an activity sends, and from which amount on.

use crate::prelude::*;

/// What an activity sends (活动奖品发放规则): one of these, by its [`ActivityType`](super::ActivityType).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AwardSendRule {
    /// From one amount on.
    pub full_send_rule: Option<FullSendRule>,
    /// More, the higher the amount.
    pub step_send_rule: Option<StepSendRule>,
}

/// What is sent from one amount on (满送).
#[wxpay_object(required = FullSendRuleRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FullSendRule {
    /// What the gifts are.
    #[wxpay(label = "奖品类型")]
    pub award_type: AwardType,
    /// For payments to which merchants gifts are sent. With coupons of a merchant's own only
    /// [`ManualInputMerchant`](MerchantOption::ManualInputMerchant) is possible.
    #[wxpay(label = "发券商户号选项")]
    pub merchant_option: MerchantOption,
    /// The least that a payment has to come to, in fen.
    #[wxpay(range = 0.., label = "消费金额门槛")]
    pub transaction_amount_minimum: Fen,
    /// Whether one coupon is sent or several.
    #[wxpay(label = "发放内容")]
    pub send_content: SendContent,
    /// The coupons: one for [`SingleCoupon`](SendContent::SingleCoupon), 3 to 5 for
    /// [`GiftPackage`](SendContent::GiftPackage). A request needs them.
    #[wxpay(label = "奖品基本信息列表")]
    pub award_list: Option<Vec<Award>>,
    /// The merchants. Needed with [`ManualInputMerchant`](MerchantOption::ManualInputMerchant).
    #[wxpay(len = 8..=15, label = "发券商户号列表")]
    pub merchant_id_list: Option<Vec<String>>,
}

/// What is sent for more, the higher the amount (阶梯送). Only activities made elsewhere have it.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StepSendRule {
    /// What the gifts are.
    pub award_type: AwardType,
    /// For payments to which merchants gifts are sent.
    pub merchant_option: MerchantOption,
}

/// A gift (奖品基本信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Award {
    /// The batch of the coupon. A request needs it.
    #[wxpay(label = "代金券批次Id")]
    pub stock_id: Option<String>,
    /// A large picture: what the upload of a picture for marketing (图片上传, 营销专用) returned. A request needs it.
    #[wxpay(label = "奖品原始图")]
    pub original_image_url: Option<String>,
    /// A small picture, likewise. Needed where several coupons are sent.
    #[wxpay(label = "奖品缩略图")]
    pub thumbnail_url: Option<String>,
}

/// What gifts are (奖品类型).
#[wxpay_enum]
pub enum AwardType {
    /// Coupons of a merchant's own (商家券).
    Busifavor,
}

/// For payments to which merchants gifts are sent (发券商户号选项).
#[wxpay_enum]
pub enum MerchantOption {
    /// Those where the coupons can be used (在用券商户). The value's spelling is WeChat Pay's.
    #[wxpay(rename = "IN_SEVICE_COUPON_MERCHANT")]
    InServiceCouponMerchant,
    /// Those of the list (手动输入商户号).
    ManualInputMerchant,
}

/// Whether one coupon is sent or several (发放内容).
#[wxpay_enum]
pub enum SendContent {
    /// One (单张券).
    SingleCoupon,
    /// Several, as a package (礼包).
    GiftPackage,
}
