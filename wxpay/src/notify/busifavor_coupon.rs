//! Coupons of a merchant.

use crate::prelude::*;

/// A merchant's coupon that a user got (商家券领券事件通知): `COUPON.SEND`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BusifavorCoupon {
    /// Event in detail: `EVENT_TYPE_BUSICOUPON_SEND`.
    pub event_type: Option<String>,
    /// Code of the coupon.
    pub coupon_code: String,
    /// ID of the coupon batch.
    pub stock_id: Option<String>,
    /// Time of sending.
    pub send_time: Option<DateTime>,
    /// The user's openid.
    pub openid: Option<String>,
    /// The user's union ID, the same in all apps of one account on the open platform.
    pub unionid: Option<String>,
    /// Channel through which the user got the coupon.
    pub send_channel: Option<BusifavorSendChannel>,
    /// Merchant number of the merchant that sent the coupon.
    pub send_merchant: Option<String>,
    /// ID of the activity that the coupon belongs to.
    pub act_id: Option<String>,
    /// Details of the source, in some channels.
    pub attach_info: Option<BusifavorAttachInfo>,
}

/// Details of the source of a merchant's coupon (发券附加信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BusifavorAttachInfo {
    /// WeChat Pay's number for the payment that the coupon rewards (支付有礼).
    pub transaction_id: Option<String>,
    /// The activity's code.
    pub act_code: Option<String>,
    /// Code of the coupon hall that gave the coupon (营销馆).
    pub hall_code: Option<String>,
    /// Merchant number of that hall.
    pub hall_belong_mch_id: Option<i64>,
    /// ID of the member card that the coupon belongs to.
    pub card_id: Option<String>,
    /// The user's number on the member card.
    pub code: Option<String>,
    /// ID of the activity for members.
    pub activity_id: Option<String>,
    /// The user's phone number.
    pub phone_number: Option<String>,
    /// Country code of the phone number.
    pub country_code: Option<String>,
}

/// Channels through which users get a merchant's coupons (发放渠道).
#[wxpay_enum]
pub enum BusifavorSendChannel {
    /// A mini program (小程序).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_MINIAPP")]
    MiniApp,
    /// The API.
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_API")]
    Api,
    /// A gift after paying (支付有礼).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_PAYGIFT")]
    PayGift,
    /// A page in a browser.
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_H5")]
    H5,
    /// A code that was scanned (面对面).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_FTOF")]
    FaceToFace,
    /// A member card's activity (会员卡活动).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_MEMBERCARD_ACT")]
    MemberCardActivity,
    /// A coupon hall (扫码领券营销馆).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_HALL")]
    Hall,
    /// A page inside WeChat.
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_JSAPI")]
    Jsapi,
    /// A live stream in a mini program (小程序直播).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_MINI_APP_LIVE")]
    MiniAppLive,
    /// WeChat's search (搜一搜).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_WECHAT_SEARCH")]
    WechatSearch,
    /// The discounts on the payment page (微信支付有优惠).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_PAY_HAS_DISCOUNT")]
    PayHasDiscount,
    /// An advertisement (微信广告).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_WECHAT_AD")]
    WechatAd,
    /// The platform for benefits (权益平台).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_RIGHTS_PLATFORM")]
    RightsPlatform,
    /// A gift after being paid (收款有礼).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_RECEIVE_MONEY_GIFT")]
    ReceiveMoneyGift,
    /// A benefit for members (会员有礼).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_MEMBER_PAY_RIGHT")]
    MemberPayRight,
    /// Smart retail (智慧零售).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_BUSI_SMART_RETAIL")]
    SmartRetail,
    /// A live stream in Channels (视频号直播).
    #[wxpay(rename = "BUSICOUPON_SEND_CHANNEL_FINDER_LIVEROOM")]
    FinderLiveRoom,
}
