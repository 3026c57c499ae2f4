//! Users and payments that an activity is restricted to.

use crate::prelude::*;

/// Users and payments that an activity is restricted to (活动高级设置).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AdvancedSetting {
    /// The users.
    #[wxpay(label = "投放用户类别")]
    pub delivery_user_category: Option<DeliveryUserCategory>,
    /// App ID of the membership. Required with [`Members`](DeliveryUserCategory::Members).
    #[wxpay(len = 32, label = "商家会员appid")]
    pub merchant_member_appid: Option<String>,
    /// Payment scenes; by default all. Not available yet for a merchant's own coupons.
    #[wxpay(label = "支付模式")]
    pub payment_mode: Option<PaymentMode>,
    /// Counts only orders with one of these values in `goods_tag`, at most 500.
    #[wxpay(items = 1..=500, label = "订单优惠标记")]
    pub goods_tags: Option<Vec<String>>,
    /// Payment method; by default any. Not available yet for a merchant's own coupons.
    #[wxpay(label = "支付方式信息")]
    pub payment_method_information: Option<PaymentMethodInformation>,
}

/// Payment scenes that count (支付模式).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PaymentMode {
    /// The scenes.
    #[wxpay(label = "支付场景列表")]
    pub payment_scene_list: Option<Vec<PaymentScene>>,
    /// Payment method, on older pages. Official SDKs have it in [`AdvancedSetting::payment_method_information`].
    #[wxpay(label = "支付方式信息")]
    pub payment_method_information: Option<PaymentMethodInformation>,
}

/// The payment method that counts (支付方式信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PaymentMethodInformation {
    /// Type of the method. Required in a request.
    #[wxpay(label = "支付方式")]
    pub payment_method: Option<PaymentMethod>,
    /// WeChat Pay's short name of the bank. Required with [`SpecificBankCard`](PaymentMethod::SpecificBankCard).
    #[wxpay(label = "银行简称")]
    pub bank_abbreviation: Option<String>,
}

/// Users that an activity is for (投放用户类别).
#[wxpay_enum]
pub enum DeliveryUserCategory {
    /// All users (所有用户).
    #[wxpay(rename = "DELIVERY_ALL_PERSON")]
    All,
    /// The merchant's members (会员用户).
    #[wxpay(rename = "DELIVERY_MEMBER_PERSON")]
    Members,
}

/// Payment scenes (支付场景).
#[wxpay_enum]
pub enum PaymentScene {
    /// Mobile app (App场景).
    #[wxpay(rename = "APP_SCENE")]
    App,
    /// Code or card that the merchant reads (刷卡).
    #[wxpay(rename = "SWING_CARD_SCENE")]
    SwingCard,
    /// Payment without a password (免密支付).
    #[wxpay(rename = "NO_SECRET_SCENE")]
    NoSecret,
    /// Mini program (小程序).
    #[wxpay(rename = "MINIAPP_SCENE")]
    MiniApp,
    /// Face recognition (人脸支付).
    #[wxpay(rename = "FACE_PAY_SCENE")]
    FacePay,
    /// Other scenes (其他支付场景).
    #[wxpay(rename = "OTHER_SCENE")]
    OtherScene,
}

/// Payment methods (支付方式).
#[wxpay_enum]
pub enum PaymentMethod {
    /// The user's balance (零钱).
    Cft,
    /// Cards of one bank (银行卡).
    SpecificBankCard,
}
