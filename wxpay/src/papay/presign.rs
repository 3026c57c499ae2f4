//! The pre-signing of a contract with device information.

use crate::prelude::*;

/// Prepares a contract for an app, or for a QR code on a screen, with information about the user's device (代扣预签约).
///
/// Depending on the scene, the answer leads to WeChat's mini program or has the URL for the QR code.
///
/// `out_contract_code` makes a repeated request safe.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/sign/contracts/pre-entrust-sign",
    response = PresignResponse,
    required = PresignRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012978414"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Presign {
    /// Scene of signing.
    #[wxpay(label = "签约场景")]
    pub sign_scene: SignScene,
    /// App ID, bound to the merchant.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// Openid of the signing user, under `appid`.
    #[wxpay(len = 128, label = "用户在直连商户应用下的用户标示")]
    pub openid: Option<String>,
    /// Template ID.
    #[wxpay(label = "委托代扣模板ID")]
    pub plan_id: i64,
    /// The merchant's number of the contract, unique for the merchant.
    #[wxpay(label = "商户签约协议号")]
    pub out_contract_code: String,
    /// The user's account at the merchant, as the contract page shows it.
    #[wxpay(label = "用户账户展示名称")]
    pub contract_display_account: String,
    /// URL for the notifications that the contract was signed, and later that it ended.
    #[wxpay(url, label = "签约结果通知地址")]
    pub contract_notify_url: String,
    /// The merchant's number of the user.
    #[wxpay(label = "商户侧用户标识")]
    pub out_user_code: String,
    /// URL to return to after signing.
    #[wxpay(label = "回跳地址的url")]
    pub return_url: Option<String>,
    /// Device on which the user starts the signing.
    #[wxpay(label = "发起预签约的用户")]
    pub device_info: DeviceInfo,
}

/// The scene of signing (签约场景).
#[wxpay_enum]
pub enum SignScene {
    /// In the merchant's app (App签约).
    #[wxpay(rename = "SIGN_SCENE_APP")]
    App,
    /// With a QR code that the user scans (扫码签约).
    #[wxpay(rename = "SIGN_SCENE_QRCODE")]
    QrCode,
}

/// The device on which the user starts the signing (设备信息).
#[wxpay_object(required = DeviceInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeviceInfo {
    /// Type of the device.
    #[wxpay(label = "设备类型")]
    pub device_type: DeviceType,
    /// Operating system of the device, with the version.
    #[wxpay(label = "设备的OS版本")]
    pub device_os: String,
    /// ID of the device.
    #[wxpay(label = "设备ID")]
    pub device_id: String,
    /// True if apps have root rights on the device.
    #[wxpay(label = "设备是否以root身份运行")]
    pub device_running_as_root: bool,
    /// IP address of the device.
    #[wxpay(label = "设备的IP")]
    pub device_ip: String,
    /// True if WeChat is installed on the device.
    #[wxpay(label = "设备上是否安装微信")]
    pub weixin_installed: bool,
    /// Version of WeChat on the device.
    #[wxpay(label = "设备上微信的版本")]
    pub weixin_version: String,
    /// Time since the user's first login on the device.
    #[wxpay(label = "发起预签约的用户首次登录该设备的时间")]
    pub days_since_first_login: DaysSinceFirstLogin,
}

/// The type of a device (设备类型).
#[wxpay_enum]
pub enum DeviceType {
    /// Unknown (未知). The API spells it `UNKNOW`.
    #[wxpay(rename = "DEVICE_TYPE_UNKNOW")]
    Unknown,
    /// A phone (手机).
    #[wxpay(rename = "DEVICE_TYPE_PHONE")]
    Phone,
    /// A tablet (平板).
    #[wxpay(rename = "DEVICE_TYPE_PAD")]
    Pad,
    /// A television (电视).
    #[wxpay(rename = "DEVICE_TYPE_TV")]
    Tv,
    /// A watch (手表).
    #[wxpay(rename = "DEVICE_TYPE_WATCH")]
    Watch,
}

/// The time since the user's first login on a device (首次登录该设备的时间).
#[wxpay_enum]
pub enum DaysSinceFirstLogin {
    /// Unknown (未知). The API spells it `UNKNOW`.
    #[wxpay(rename = "DAYS_SINCE_FIRST_LOGIN_UNKNOW")]
    Unknown,
    /// Up to a day.
    #[wxpay(rename = "DAYS_SINCE_FIRST_LOGIN_WITHIN_1_DAY")]
    Within1Day,
    /// Up to 7 days.
    #[wxpay(rename = "DAYS_SINCE_FIRST_LOGIN_WITHIN_7_DAYS")]
    Within7Days,
    /// Up to 30 days.
    #[wxpay(rename = "DAYS_SINCE_FIRST_LOGIN_WITHIN_30_DAYS")]
    Within30Days,
    /// Up to 90 days.
    #[wxpay(rename = "DAYS_SINCE_FIRST_LOGIN_WITHIN_90_DAYS")]
    Within90Days,
    /// Up to 180 days.
    #[wxpay(rename = "DAYS_SINCE_FIRST_LOGIN_WITHIN_180_DAYS")]
    Within180Days,
    /// More than 180 days. The API spells it `MORE_THEN`.
    #[wxpay(rename = "DAYS_SINCE_FIRST_LOGIN_MORE_THEN_180_DAYS")]
    MoreThan180Days,
}

/// The answer to a [`Presign`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PresignResponse {
    /// Pre-sign ID (预签约ID), for the app.
    pub pre_entrustweb_id: String,
    /// Original ID of WeChat's mini program to open.
    pub mini_program_username: Option<String>,
    /// Path of the page in the mini program, with its parameters.
    pub mini_program_path: Option<String>,
    /// URL for the QR code that the user scans.
    pub redirect_url: Option<String>,
}
