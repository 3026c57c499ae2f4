//! What a user has donated.

use crate::prelude::*;

/// Asks for one of a user's donations by the merchant's own number (查询用户捐赠单详情).
///
/// Errors: those of every interface, 400 `PARAM_ERROR` and `INVALID_REQUEST`, 401 `SIGN_ERROR`, 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/lovefeast/users/{openid}/orders/out-trade-no/{out_trade_no}",
    response = Donation,
    required = QueryDonationRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryDonation {
    /// The user under the merchant's app ID.
    #[wxpay(len = 128, label = "用户在商户AppID下的唯一标识")]
    pub openid: String,
    /// The merchant's own number of the order with which was donated.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户系统内部订单号")]
    pub out_trade_no: String,
}

/// Asks for a user's donations through a brand, a page at a time (查询用户捐赠单列表).
///
/// Errors: those of every interface, 400 `PARAM_ERROR` and `INVALID_REQUEST`, 401 `SIGN_ERROR`, 500 `SYSTEM_ERROR`.
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
    /// The user under the merchant's app ID.
    #[wxpay(len = 128, label = "用户在商户AppID下的唯一标识")]
    pub openid: String,
    /// The digits of WeChat Pay's number for the brand.
    #[wxpay(label = "品牌ID")]
    pub brand_id: String,
    /// How many donations to skip; a missing one is 0.
    #[wxpay(default = 0, label = "请求资源起始位置")]
    pub offset: Option<i64>,
    /// How many donations at most; a missing one is 10.
    #[wxpay(default = 10, label = "最大资源条数")]
    pub limit: Option<i64>,
}

/// Some of a user's donations.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DonationPage {
    /// The donations.
    pub data: Option<Vec<Donation>>,
    /// How many are here.
    pub count: Option<i64>,
    /// How many were asked for at most.
    pub limit: Option<i64>,
    /// How many were skipped.
    pub offset: Option<i64>,
    /// How many there are in all.
    pub total_count: Option<i64>,
}

/// A donation (捐赠单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Donation {
    /// WeChat Pay's number for it.
    pub welfare_trade_id: Option<String>,
    /// The app ID of the merchant or service provider.
    pub appid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The brand.
    pub brand_id: Option<i64>,
    /// Where it was donated.
    pub donate_source: Option<DonateSource>,
    /// The order with which it was donated: only with [`EntrustPay`](DonateSource::EntrustPay).
    pub merchant_order: Option<MerchantOrder>,
    /// The charity that received it.
    pub institution_name: Option<String>,
    /// The charity's number for the project.
    pub business_id: Option<String>,
    /// The name of the project.
    pub business_name: Option<String>,
    /// When it was paid.
    pub success_time: Option<DateTime>,
    /// Who donated.
    pub payer: Option<Donor>,
    /// How much.
    pub amount: Option<DonatedAmount>,
    /// The device whose code led the user to the mini program.
    pub device_id: Option<String>,
}

/// Where a user donates (捐赠来源).
#[wxpay_enum]
pub enum DonateSource {
    /// In the mini program of the campaign (一起捐小程序).
    MiniprogramPay,
    /// With an order, in the plug-in (一块捐插件).
    EntrustPay,
}

/// The order with which was donated (商户订单).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MerchantOrder {
    /// The merchant's own number for it.
    pub out_trade_no: Option<String>,
    /// The merchant, or its service provider.
    pub mchid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The shop.
    pub store_id: Option<String>,
}

/// Who donated (支付者).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Donor {
    /// The user under `appid`.
    pub openid: Option<String>,
    /// The user under `sub_appid`.
    pub sub_openid: Option<String>,
    /// The address of the user's picture.
    pub avatar: Option<String>,
    /// The user's nickname.
    pub nickname: Option<String>,
}

/// How much was donated (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DonatedAmount {
    /// The donation in fen.
    pub total: Option<Fen>,
    /// What the user paid, in fen.
    pub payer_total: Option<Fen>,
    /// The currency of `total`: `CNY`.
    pub currency: Option<String>,
    /// The currency of `payer_total`.
    pub payer_currency: Option<String>,
}
