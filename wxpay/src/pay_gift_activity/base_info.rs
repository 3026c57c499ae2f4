//! Name, time and appearance of an activity.

use crate::favor::BackgroundColor;
use crate::prelude::*;

/// Name, time and appearance of an activity (活动基本信息).
#[wxpay_object(required = ActivityBaseInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActivityBaseInfo {
    /// Name of the activity.
    #[wxpay(len = 10, label = "活动名称")]
    pub activity_name: String,
    /// Subtitle of the activity.
    #[wxpay(len = 9, label = "活动副标题")]
    pub activity_second_title: String,
    /// URL of the merchant's logo, as the upload of a picture for marketing (图片上传, 营销专用) returned it.
    #[wxpay(len = 128, label = "商户logo")]
    pub merchant_logo_url: String,
    /// Colour of the page; by default WeChat Pay's green.
    #[wxpay(label = "背景颜色")]
    pub background_color: Option<BackgroundColor>,
    /// Start of the activity. Required in a request.
    #[wxpay(label = "活动开始时间")]
    pub begin_time: Option<DateTime>,
    /// End of the activity, at most 90 days after its start. Required in a request.
    #[wxpay(label = "活动结束时间")]
    pub end_time: Option<DateTime>,
    /// Times at which coupons are sent; by default always.
    #[wxpay(label = "可用时间段")]
    pub available_periods: Option<AvailablePeriods>,
    /// The merchant's own number for the activity, unique under the merchant: the merchant number, the date and a serial number.
    #[wxpay(pattern = r"[a-zA-Z0-9|*_\-]{1,128}", label = "商户请求单号")]
    pub out_request_no: String,
    /// Place where the user is to use the coupons.
    #[wxpay(label = "投放目的")]
    pub delivery_purpose: DeliveryPurpose,
    /// App ID of the mini program. Required with [`JumpMiniApp`](DeliveryPurpose::JumpMiniApp).
    #[wxpay(len = 32, label = "商家小程序appid")]
    pub mini_programs_appid: Option<String>,
    /// Page of the mini program. Required with [`JumpMiniApp`](DeliveryPurpose::JumpMiniApp).
    #[wxpay(len = 128, label = "商家小程序path")]
    pub mini_programs_path: Option<String>,
}

/// Times at which a running activity sends coupons (可用时间段).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailablePeriods {
    /// Periods of days.
    #[wxpay(label = "可用时间")]
    pub available_time: Option<Vec<AvailableTime>>,
    /// Times of each day.
    #[wxpay(label = "每日可用时间")]
    pub available_day_time: Option<Vec<AvailableDayTime>>,
}

/// A period within an activity. A request needs both ends.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailableTime {
    /// Start of the period.
    #[wxpay(label = "可用开始时间")]
    pub begin_time: Option<DateTime>,
    /// End of the period.
    #[wxpay(label = "可用结束时间")]
    pub end_time: Option<DateTime>,
}

/// A time of each day. A request needs both ends.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AvailableDayTime {
    /// Start, as `HHmmss`.
    #[wxpay(pattern = "[0-9]{6}", label = "每日可用开始时间")]
    pub begin_day_time: Option<String>,
    /// End, as `HHmmss`.
    #[wxpay(pattern = "[0-9]{6}", label = "每日可用结束时间")]
    pub end_day_time: Option<String>,
}

/// Places where the user is to use the coupons (投放目的).
#[wxpay_enum]
pub enum DeliveryPurpose {
    /// The store (拉用户回店消费).
    OffLinePay,
    /// The merchant's mini program (引导用户前往小程序消费).
    JumpMiniApp,
}
