//! The appearance of a coupon, and the target of its page.

use super::BackgroundColor;
use crate::prelude::*;

/// The target of a coupon's page (自定义入口).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CustomEntrance {
    /// Mini program.
    #[wxpay(label = "小程序入口")]
    pub mini_programs_info: Option<MiniProgramsInfo>,
    /// App ID of an official account (公众号) that is bound to the caller or to the merchant that owns the batch.
    #[wxpay(len = 32, label = "商户公众号appid")]
    pub appid: Option<String>,
    /// ID of a coupon hall (营销馆) of the merchant platform.
    #[wxpay(label = "营销馆id")]
    pub hall_id: Option<String>,
    /// ID of the shops that accept the coupon.
    #[wxpay(label = "可用门店id")]
    pub store_id: Option<String>,
    /// Display of the coupon code.
    #[wxpay(label = "code展示模式")]
    pub code_display_mode: Option<CodeDisplayMode>,
}

/// A mini program as the target of a coupon's page (小程序入口). A new batch needs all members but `guiding_words`.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct MiniProgramsInfo {
    /// App ID of the mini program, which is bound to the caller or to the merchant that owns the batch.
    #[wxpay(len = 32, label = "商家小程序appid")]
    pub mini_programs_appid: Option<String>,
    /// Path of the page in the mini program.
    #[wxpay(label = "商家小程序path")]
    pub mini_programs_path: Option<String>,
    /// Label of the entry.
    #[wxpay(len = 5, label = "入口文案")]
    pub entrance_words: Option<String>,
    /// Text that invites users to the entry.
    #[wxpay(len = 6, label = "引导文案")]
    pub guiding_words: Option<String>,
}

/// The display of a coupon code (code展示模式).
#[wxpay_enum]
pub enum CodeDisplayMode {
    /// Hidden (不展示).
    NotShow,
    /// As a barcode (一维码).
    Barcode,
    /// As a QR code (二维码).
    #[wxpay(rename = "QRCODE")]
    QrCode,
}

/// The appearance of a coupon (样式信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DisplayPatternInfo {
    /// Terms of use, as the coupon's page shows them.
    #[wxpay(label = "使用须知")]
    pub description: Option<String>,
    /// URL of the merchant's logo, returned by the upload of marketing pictures (图片上传). 120 by 120 pixels. It is used if the
    /// merchant has no certified brand with a logo. It cannot be changed later.
    #[wxpay(label = "商户logo")]
    pub merchant_logo_url: Option<String>,
    /// Name of the merchant on the coupon. WeChat Pay uses the name of the brand or of the merchant.
    #[wxpay(label = "商户名称")]
    pub merchant_name: Option<String>,
    /// Background colour of the coupon.
    #[wxpay(label = "背景颜色")]
    pub background_color: Option<BackgroundColor>,
    /// URL of the picture on the coupon's page, returned by the upload of marketing pictures. 1074 by 603 pixels.
    #[wxpay(label = "券详情图片")]
    pub coupon_image_url: Option<String>,
    /// Video of the merchant.
    #[wxpay(label = "视频号相关信息")]
    pub finder_info: Option<FinderInfo>,
}

/// A Channels video on a coupon's page (视频号). A new batch needs all members.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FinderInfo {
    /// ID of the channel.
    #[wxpay(label = "视频号ID")]
    pub finder_id: Option<String>,
    /// ID of the video.
    #[wxpay(label = "视频号视频ID")]
    pub finder_video_id: Option<String>,
    /// URL of the video's cover, returned by the upload of marketing pictures.
    #[wxpay(label = "视频号封面图")]
    pub finder_video_cover_image_url: Option<String>,
}

/// The configuration of notifications (事件通知配置).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct NotifyConfig {
    /// App ID of an official account or mini program. Notifications have the `openid` of the coupon's user under this app ID;
    /// without it, they do not name the user.
    #[wxpay(len = 32, label = "事件通知appid")]
    pub notify_appid: Option<String>,
}
