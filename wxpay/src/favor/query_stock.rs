//! The batches that a merchant made.

use super::{FavorCouponType, NormalCoupon, TradeType};
use crate::prelude::*;

/// Asks for a batch (查询批次详情): its rules, its state, how many coupons were given out.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (no such
/// batch); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/favor/stocks/{stock_id}",
    response = Stock,
    required = QueryStockRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012460564"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryStock {
    /// The batch.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// The merchant that made it.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// Lists the batches that a merchant made (条件查询批次列表).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMIT_EXCEED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/favor/stocks",
    response = Stocks,
    required = ListStocksRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012460489",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListStocks {
    /// The page, from 0.
    #[wxpay(label = "分页页码")]
    pub offset: i64,
    /// How many a page holds, at most 10.
    #[wxpay(label = "分页大小")]
    pub limit: i64,
    /// The merchant that made them.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
    /// Only batches created since then.
    #[wxpay(label = "起始时间")]
    pub create_start_time: Option<DateTime>,
    /// Only batches created until then.
    #[wxpay(label = "终止时间")]
    pub create_end_time: Option<DateTime>,
    /// Only batches in this state.
    #[wxpay(label = "批次状态")]
    pub status: Option<StockStatus>,
}

/// A page of batches.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Stocks {
    /// How many there are on all pages.
    pub total_count: i64,
    /// How many a page holds.
    pub limit: i64,
    /// The page that was asked for.
    pub offset: i64,
    /// The batches of this page.
    pub data: Option<Vec<Stock>>,
}

/// A batch of cash coupons.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Stock {
    /// Its name.
    pub stock_name: String,
    /// From when coupons are given out and used.
    pub available_begin_time: DateTime,
    /// Until when coupons are given out and used.
    pub available_end_time: DateTime,
    /// How many coupons, to whom, of what kind. Not every kind of batch has it.
    pub stock_use_rule: Option<StockRule>,
    /// Whether the merchant bears the reduction without money moving (无资金流).
    pub no_cash: bool,
    /// What its coupons do.
    pub stock_type: StockType,
    /// WeChat Pay's number for it.
    pub stock_id: Option<String>,
    /// The merchant that made it.
    pub stock_creator_mchid: Option<String>,
    /// Whether it is active.
    pub status: Option<StockStatus>,
    /// The terms, as the coupon's page shows them.
    pub description: String,
    /// When it was created.
    pub create_time: Option<DateTime>,
    /// When it was activated.
    pub start_time: Option<DateTime>,
    /// When it was ended for good.
    pub stop_time: Option<DateTime>,
    /// Whether its coupons are for single goods.
    pub singleitem: Option<bool>,
    /// The prices, if its coupons cut a price to an amount.
    pub cut_to_message: Option<CutTo>,
    /// How many coupons were given out.
    pub distributed_coupons: Option<i64>,
    /// The special kind of coupons that it has.
    pub business_type: Option<BusinessType>,
    /// Where its coupons are good, if they are used up step by step (消费金).
    pub available_region_list: Option<Vec<AvailableRegion>>,
    /// The trades in which its coupons are good, if they are used up step by step.
    pub available_industry_list: Option<Vec<String>>,
    /// WeChat's card that its coupons are kept as (微信卡包ID).
    pub card_id: Option<String>,
}

/// How many coupons of a batch are given out, and of what kind (发放规则).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StockRule {
    /// How many coupons at most.
    pub max_coupons: i64,
    /// The budget in fen: what all coupons together may take off.
    pub max_amount: Fen,
    /// The most that the coupons of one day may take off, in fen.
    pub max_amount_by_day: Option<Fen>,
    /// How many one user gets at most.
    pub max_coupons_per_user: i64,
    /// Whether the accounts of one identity count as one user.
    pub natural_person_limit: Option<bool>,
    /// Whether suspicious accounts are refused.
    pub prevent_api_abuse: Option<bool>,
    /// Whether other reductions apply to the same order.
    pub combine_use: Option<bool>,
    /// What a coupon does.
    pub coupon_type: Option<FavorCouponType>,
    /// The amounts, if a coupon takes a fixed amount off.
    pub fixed_normal_coupon: Option<NormalCoupon>,
    /// Only orders that carry one of these tags (订单优惠标记).
    pub goods_tag: Option<Vec<String>>,
    /// Only orders paid like this; without it, any.
    pub trade_type: Option<Vec<TradeType>>,
}

/// The prices of a coupon that cuts a price to an amount (减至券).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CutTo {
    /// The highest price of one that is cut, in fen.
    pub single_price_max: Option<Fen>,
    /// The price after the cut, in fen.
    pub cut_to_price: Option<Fen>,
}

/// A place where coupons are good (消费金可用地域).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AvailableRegion {
    /// How large the place is, such as `PROVINCE`.
    pub r#type: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The district.
    pub district: Option<String>,
    /// The country.
    pub country: Option<String>,
}

/// What a batch's coupons do (批次类型).
#[wxpay_enum]
pub enum StockType {
    /// Take a fixed amount off (固定面额满减券).
    Normal,
    /// Take a percentage off (折扣券).
    Discount,
    /// Sell goods at a special price (换购券). The API spells it `EXCHAHGE`.
    #[wxpay(rename = "EXCHAHGE")]
    Exchange,
    /// Take an amount off that differs from user to user (千人千面券).
    Random,
    /// No coupons at all: reduces orders by itself (立减与折扣).
    DiscountCut,
    /// Something else, in answers.
    #[wxpay(rename = "OTHER")]
    OtherKind,
}

/// Whether a batch is active (批次状态).
#[wxpay_enum]
pub enum StockStatus {
    /// Not activated yet (未激活).
    #[wxpay(rename = "unactivated")]
    Unactivated,
    /// Being looked at by WeChat Pay (审核中).
    #[wxpay(rename = "audit")]
    Audit,
    /// Active (运行中).
    #[wxpay(rename = "running")]
    Running,
    /// Ended for good (已停止). The API spells it `stoped`.
    #[wxpay(rename = "stoped")]
    Stopped,
    /// Paused (暂停发放).
    #[wxpay(rename = "paused")]
    Paused,
}

/// A special kind of coupons (业务类型).
#[wxpay_enum]
pub enum BusinessType {
    /// Used up step by step (消费金).
    #[wxpay(rename = "MULTIUSE")]
    MultiUse,
}
