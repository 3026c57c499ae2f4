//! Queries of donations.

use crate::prelude::*;

/// Queries a user's donation by the merchant's order number (查询用户捐赠单详情).
///
/// Errors: the general ones, 400 `PARAM_ERROR` and `INVALID_REQUEST`, 401 `SIGN_ERROR`, 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/lovefeast/users/{openid}/orders/out-trade-no/{out_trade_no}",
    response = Donation,
    required = QueryDonationRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryDonation {
    /// Openid of the user, under the merchant's app ID.
    #[wxpay(len = 128, label = "用户在商户AppID下的唯一标识")]
    pub openid: String,
    /// Merchant order number of the order with the donation.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户系统内部订单号")]
    pub out_trade_no: String,
}

/// Lists a user's donations through a brand (查询用户捐赠单列表).
///
/// Errors: the general ones, 400 `PARAM_ERROR` and `INVALID_REQUEST`, 401 `SIGN_ERROR`, 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/lovefeast/users/{openid}/orders/brand-id/{brand_id}",
    response = DonationPage,
    required = ListDonationsRequired,
    pages(offset = "offset", limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListDonations {
    /// Openid of the user, under the merchant's app ID.
    #[wxpay(len = 128, label = "用户在商户AppID下的唯一标识")]
    pub openid: String,
    /// Brand ID at WeChat Pay: digits.
    #[wxpay(label = "品牌ID")]
    pub brand_id: String,
    /// Number of donations to skip; 0 by default.
    #[wxpay(default = 0, label = "请求资源起始位置")]
    pub offset: Option<i64>,
    /// Largest number of donations to return; 10 by default.
    #[wxpay(default = 10, label = "最大资源条数")]
    pub limit: Option<i64>,
}

/// A page of a user's donations.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DonationPage {
    /// Donations of this page.
    pub data: Option<Vec<Donation>>,
    /// Number of donations on this page.
    pub count: Option<i64>,
    /// Largest number of donations that the request allowed.
    pub limit: Option<i64>,
    /// Number of donations that were skipped.
    pub offset: Option<i64>,
    /// Number of all donations.
    pub total_count: Option<i64>,
}

/// A donation (捐赠单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Donation {
    /// WeChat Pay's number of the donation.
    pub welfare_trade_id: Option<String>,
    /// App ID of the merchant or service provider.
    pub appid: Option<String>,
    /// App ID of the sub-merchant.
    pub sub_appid: Option<String>,
    /// Brand ID.
    pub brand_id: Option<i64>,
    /// Source of the donation.
    pub donate_source: Option<DonateSource>,
    /// Order with the donation: only for [`EntrustPay`](DonateSource::EntrustPay).
    pub merchant_order: Option<MerchantOrder>,
    /// Name of the charity that received the donation.
    pub institution_name: Option<String>,
    /// Number of the project at the charity.
    pub business_id: Option<String>,
    /// Name of the project.
    pub business_name: Option<String>,
    /// Time of payment.
    pub success_time: Option<DateTime>,
    /// Donor.
    pub payer: Option<Donor>,
    /// Amount of the donation.
    pub amount: Option<DonatedAmount>,
    /// ID of the device whose code led the user to the mini program.
    pub device_id: Option<String>,
}

/// The source of a donation (捐赠来源).
#[wxpay_enum]
pub enum DonateSource {
    /// The mini program of the campaign (一起捐小程序).
    MiniprogramPay,
    /// The plug-in, together with an order (一块捐插件).
    EntrustPay,
}

/// The order with a donation (商户订单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MerchantOrder {
    /// Merchant order number.
    pub out_trade_no: Option<String>,
    /// Merchant number of the merchant or its service provider.
    pub mchid: Option<String>,
    /// Merchant number of the sub-merchant.
    pub sub_mchid: Option<String>,
    /// Store ID.
    pub store_id: Option<String>,
}

/// The donor (支付者).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Donor {
    /// Openid of the user, under `appid`.
    pub openid: Option<String>,
    /// Openid of the user, under `sub_appid`.
    pub sub_openid: Option<String>,
    /// URL of the user's avatar.
    pub avatar: Option<String>,
    /// Nickname of the user.
    pub nickname: Option<String>,
}

/// The amount of a donation (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DonatedAmount {
    /// Amount of the donation in fen.
    pub total: Option<Fen>,
    /// Amount in fen that the user paid.
    pub payer_total: Option<Fen>,
    /// Currency of `total`: `CNY`.
    pub currency: Option<String>,
    /// Currency of `payer_total`.
    pub payer_currency: Option<String>,
}
