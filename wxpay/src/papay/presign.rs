//! The pre-sign with a device.

use crate::prelude::*;

/// Pre-signs a contract in an app, or by a code on a screen that the user scans (代扣预签约), with what is known about the
/// user's device.
///
/// By the scene, the answer leads to WeChat's mini program or is the address to make a code of.
///
/// `out_contract_code` makes repeating safe.
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
    /// Where the user signs.
    #[wxpay(label = "签约场景")]
    pub sign_scene: SignScene,
    /// The app ID, bound to the merchant.
    #[wxpay(len = 32, label = "应用ID")]
    pub appid: String,
    /// The user who is to sign, under `appid`.
    #[wxpay(len = 128, label = "用户在直连商户应用下的用户标示")]
    pub openid: Option<String>,
    /// The template.
    #[wxpay(label = "委托代扣模板ID")]
    pub plan_id: i64,
    /// The merchant's own number for the contract, unique under the merchant.
    #[wxpay(label = "商户签约协议号")]
    pub out_contract_code: String,
    /// The user's account at the merchant, as the contract page shows it.
    #[wxpay(label = "用户账户展示名称")]
    pub contract_display_account: String,
    /// Where the signed contract is reported, and later its end.
    #[wxpay(url, label = "签约结果通知地址")]
    pub contract_notify_url: String,
    /// The merchant's own number for the user.
    #[wxpay(label = "商户侧用户标识")]
    pub out_user_code: String,
    /// Where the user goes after signing.
    #[wxpay(label = "回跳地址的url")]
    pub return_url: Option<String>,
    /// The device on which the user begins.
    #[wxpay(label = "发起预签约的用户")]
    pub device_info: DeviceInfo,
}

/// Where the user signs (签约场景).
#[wxpay_enum]
pub enum SignScene {
    /// In the merchant's app (App签约).
    #[wxpay(rename = "SIGN_SCENE_APP")]
    App,
    /// By a code that the user scans (扫码签约).
    #[wxpay(rename = "SIGN_SCENE_QRCODE")]
    QrCode,
}

/// The device on which the user begins (设备信息).
#[wxpay_object(required = DeviceInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeviceInfo {
    /// What it is.
    #[wxpay(label = "设备类型")]
    pub device_type: DeviceType,
    /// Its operating system with the version.
    #[wxpay(label = "设备的OS版本")]
    pub device_os: String,
    /// Its number.
    #[wxpay(label = "设备ID")]
    pub device_id: String,
    /// Whether apps have root rights on it.
    #[wxpay(label = "设备是否以root身份运行")]
    pub device_running_as_root: bool,
    /// Its IP address.
    #[wxpay(label = "设备的IP")]
    pub device_ip: String,
    /// Whether WeChat is installed on it.
    #[wxpay(label = "设备上是否安装微信")]
    pub weixin_installed: bool,
    /// WeChat's version on it.
    #[wxpay(label = "设备上微信的版本")]
    pub weixin_version: String,
    /// Since when the user has used the merchant's app on it.
    #[wxpay(label = "发起预签约的用户首次登录该设备的时间")]
    pub days_since_first_login: DaysSinceFirstLogin,
}

/// What a device is (设备类型).
#[wxpay_enum]
pub enum DeviceType {
    /// Not known (未知). The API spells it `UNKNOW`.
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

/// How long ago the user first logged in on a device (首次登录该设备的时间).
#[wxpay_enum]
pub enum DaysSinceFirstLogin {
    /// Not known (未知). The API spells it `UNKNOW`.
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
    /// Longer. The API spells it `MORE_THEN`.
    #[wxpay(rename = "DAYS_SINCE_FIRST_LOGIN_MORE_THEN_180_DAYS")]
    MoreThan180Days,
}

/// The answer to a [`Presign`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PresignResponse {
    /// The pre-sign's number (预签约ID), for the app.
    pub pre_entrustweb_id: String,
    /// The original ID of WeChat's mini program, for the jump.
    pub mini_program_username: Option<String>,
    /// The page there, with its parameters.
    pub mini_program_path: Option<String>,
    /// The address to make a code of, which the user scans.
    pub redirect_url: Option<String>,
}
