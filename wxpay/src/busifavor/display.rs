//! What a coupon looks like, and where it leads.

use super::BackgroundColor;
use crate::prelude::*;

/// Where a coupon's page leads (自定义入口).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CustomEntrance {
    /// A mini program.
    #[wxpay(label = "小程序入口")]
    pub mini_programs_info: Option<MiniProgramsInfo>,
    /// An official account (公众号), bound to the caller or to the merchant that the batch belongs to.
    #[wxpay(len = 32, label = "商户公众号appid")]
    pub appid: Option<String>,
    /// A hall of coupons (营销馆) of the merchant platform.
    #[wxpay(label = "营销馆id")]
    pub hall_id: Option<String>,
    /// The shops that accept it.
    #[wxpay(label = "可用门店id")]
    pub store_id: Option<String>,
    /// How the page shows the coupon's code.
    #[wxpay(label = "code展示模式")]
    pub code_display_mode: Option<CodeDisplayMode>,
}

/// A mini program that a coupon's page leads to (小程序入口). All but `guiding_words` is needed in a new batch.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct MiniProgramsInfo {
    /// The mini program, bound to the caller or to the merchant that the batch belongs to.
    #[wxpay(len = 32, label = "商家小程序appid")]
    pub mini_programs_appid: Option<String>,
    /// Its page.
    #[wxpay(label = "商家小程序path")]
    pub mini_programs_path: Option<String>,
    /// The entry's name.
    #[wxpay(len = 5, label = "入口文案")]
    pub entrance_words: Option<String>,
    /// What invites users to it.
    #[wxpay(len = 6, label = "引导文案")]
    pub guiding_words: Option<String>,
}

/// How a page shows a coupon's code (code展示模式).
#[wxpay_enum]
pub enum CodeDisplayMode {
    /// Not at all (不展示).
    NotShow,
    /// As a barcode (一维码).
    Barcode,
    /// As a QR code (二维码).
    #[wxpay(rename = "QRCODE")]
    QrCode,
}

/// What a coupon looks like (样式信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DisplayPatternInfo {
    /// The terms, as the coupon's page shows them.
    #[wxpay(label = "使用须知")]
    pub description: Option<String>,
    /// The merchant's logo, where it has no certified brand whose logo is taken: an address that the upload of
    /// marketing pictures (图片上传) answered. 120 by 120 pixels. Cannot be changed later.
    #[wxpay(label = "商户logo")]
    pub merchant_logo_url: Option<String>,
    /// The merchant's name on the coupon. WeChat Pay takes that of the brand or of the merchant itself.
    #[wxpay(label = "商户名称")]
    pub merchant_name: Option<String>,
    /// The coupon's colour.
    #[wxpay(label = "背景颜色")]
    pub background_color: Option<BackgroundColor>,
    /// The picture on the coupon's page: an address that the upload of marketing pictures answered. 1074 by 603 pixels.
    #[wxpay(label = "券详情图片")]
    pub coupon_image_url: Option<String>,
    /// A video of the merchant.
    #[wxpay(label = "视频号相关信息")]
    pub finder_info: Option<FinderInfo>,
}

/// A video in Channels on a coupon's page (视频号). All of it is needed in a new batch.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FinderInfo {
    /// The channel.
    #[wxpay(label = "视频号ID")]
    pub finder_id: Option<String>,
    /// The video.
    #[wxpay(label = "视频号视频ID")]
    pub finder_video_id: Option<String>,
    /// The video's cover: an address that the upload of marketing pictures answered.
    #[wxpay(label = "视频号封面图")]
    pub finder_video_cover_image_url: Option<String>,
}

/// How notifications name the user (事件通知配置).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct NotifyConfig {
    /// The app ID of an official account or mini program, under which notifications say who got a coupon. Without it
    /// they do not say.
    #[wxpay(len = 32, label = "事件通知appid")]
    pub notify_appid: Option<String>,
}
