//! What an activity is called, when it runs, what it looks like.

use crate::favor::BackgroundColor;
use crate::prelude::*;

/// What an activity is called, when it runs, what it looks like (活动基本信息).
#[wxpay_object(required = ActivityBaseInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActivityBaseInfo {
    /// Its name.
    #[wxpay(len = 10, label = "活动名称")]
    pub activity_name: String,
    /// Its subtitle.
    #[wxpay(len = 9, label = "活动副标题")]
    pub activity_second_title: String,
    /// The merchant's logo: what the upload of a picture for marketing (图片上传, 营销专用) returned.
    #[wxpay(len = 128, label = "商户logo")]
    pub merchant_logo_url: String,
    /// The colour of the page; WeChat Pay's green if it is left out.
    #[wxpay(label = "背景颜色")]
    pub background_color: Option<BackgroundColor>,
    /// When it begins. A request needs it.
    #[wxpay(label = "活动开始时间")]
    pub begin_time: Option<DateTime>,
    /// When it ends, at most 90 days later. A request needs it.
    #[wxpay(label = "活动结束时间")]
    pub end_time: Option<DateTime>,
    /// When within that time coupons are sent; always if it is left out.
    #[wxpay(label = "可用时间段")]
    pub available_periods: Option<AvailablePeriods>,
    /// The merchant's own number for the activity, unique under the merchant: its number, the date, a serial number.
    #[wxpay(pattern = r"[a-zA-Z0-9|*_\-]{1,128}", label = "商户请求单号")]
    pub out_request_no: String,
    /// Where the user is to spend the coupons.
    #[wxpay(label = "投放目的")]
    pub delivery_purpose: DeliveryPurpose,
    /// The app ID of the mini program. Needed with [`JumpMiniApp`](DeliveryPurpose::JumpMiniApp).
    #[wxpay(len = 32, label = "商家小程序appid")]
    pub mini_programs_appid: Option<String>,
    /// Its page. Needed with [`JumpMiniApp`](DeliveryPurpose::JumpMiniApp).
    #[wxpay(len = 128, label = "商家小程序path")]
    pub mini_programs_path: Option<String>,
}

/// When coupons are sent while an activity runs (可用时间段).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailablePeriods {
    /// The days.
    #[wxpay(label = "可用时间")]
    pub available_time: Option<Vec<AvailableTime>>,
    /// The hours of each day.
    #[wxpay(label = "每日可用时间")]
    pub available_day_time: Option<Vec<AvailableDayTime>>,
}

/// A time within an activity's. A request needs both ends.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailableTime {
    /// From when.
    #[wxpay(label = "可用开始时间")]
    pub begin_time: Option<DateTime>,
    /// Until when.
    #[wxpay(label = "可用结束时间")]
    pub end_time: Option<DateTime>,
}

/// A time of each day. A request needs both ends.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailableDayTime {
    /// From when, as `HHmmss`.
    #[wxpay(pattern = "[0-9]{6}", label = "每日可用开始时间")]
    pub begin_day_time: Option<String>,
    /// Until when, as `HHmmss`.
    #[wxpay(pattern = "[0-9]{6}", label = "每日可用结束时间")]
    pub end_day_time: Option<String>,
}

/// Where the user is to spend the coupons (投放目的).
#[wxpay_enum]
pub enum DeliveryPurpose {
    /// Back in the shop (拉用户回店消费).
    OffLinePay,
    /// In the merchant's mini program (引导用户前往小程序消费).
    JumpMiniApp,
}
