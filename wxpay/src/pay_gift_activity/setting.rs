//! Which users and payments an activity is for.

use crate::prelude::*;

/// Which users and payments an activity is for (活动高级设置).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AdvancedSetting {
    /// Which users.
    #[wxpay(label = "投放用户类别")]
    pub delivery_user_category: Option<DeliveryUserCategory>,
    /// The app ID whose members they are. Needed with [`Members`](DeliveryUserCategory::Members).
    #[wxpay(len = 32, label = "商家会员appid")]
    pub merchant_member_appid: Option<String>,
    /// How it is paid; anyhow if it is left out. Not open yet where the gifts are coupons of a merchant's own.
    #[wxpay(label = "支付模式")]
    pub payment_mode: Option<PaymentMode>,
    /// Only orders with one of these in `goods_tag`, at most 500.
    #[wxpay(items = 1..=500, label = "订单优惠标记")]
    pub goods_tags: Option<Vec<String>>,
    /// Where the money comes from; anywhere if it is left out. Not open yet where the gifts are coupons of a merchant's
    /// own.
    #[wxpay(label = "支付方式信息")]
    pub payment_method_information: Option<PaymentMethodInformation>,
}

/// How it is paid (支付模式).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PaymentMode {
    /// The ways.
    #[wxpay(label = "支付场景列表")]
    pub payment_scene_list: Option<Vec<PaymentScene>>,
    /// Where the money comes from, as older pages have it; official SDKs have it in
    /// [`AdvancedSetting::payment_method_information`].
    #[wxpay(label = "支付方式信息")]
    pub payment_method_information: Option<PaymentMethodInformation>,
}

/// Where the money comes from (支付方式信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct PaymentMethodInformation {
    /// The kind. A request needs it.
    #[wxpay(label = "支付方式")]
    pub payment_method: Option<PaymentMethod>,
    /// The bank, by WeChat Pay's short name. Needed with [`SpecificBankCard`](PaymentMethod::SpecificBankCard).
    #[wxpay(label = "银行简称")]
    pub bank_abbreviation: Option<String>,
}

/// Which users an activity is for (投放用户类别).
#[wxpay_enum]
pub enum DeliveryUserCategory {
    /// All (所有用户).
    #[wxpay(rename = "DELIVERY_ALL_PERSON")]
    All,
    /// The merchant's members (会员用户).
    #[wxpay(rename = "DELIVERY_MEMBER_PERSON")]
    Members,
}

/// A way of paying (支付场景).
#[wxpay_enum]
pub enum PaymentScene {
    /// In an app (App场景).
    #[wxpay(rename = "APP_SCENE")]
    App,
    /// With a code or card that the merchant reads (刷卡).
    #[wxpay(rename = "SWING_CARD_SCENE")]
    SwingCard,
    /// Without a password (免密支付).
    #[wxpay(rename = "NO_SECRET_SCENE")]
    NoSecret,
    /// In a mini program (小程序).
    #[wxpay(rename = "MINIAPP_SCENE")]
    MiniApp,
    /// By face (人脸支付).
    #[wxpay(rename = "FACE_PAY_SCENE")]
    FacePay,
    /// Another one (其他支付场景).
    #[wxpay(rename = "OTHER_SCENE")]
    OtherScene,
}

/// Where money comes from (支付方式).
#[wxpay_enum]
pub enum PaymentMethod {
    /// The user's balance (零钱).
    Cft,
    /// The cards of one bank (银行卡).
    SpecificBankCard,
}
