//! Queries of batches.

use super::{FavorCouponType, NormalCoupon, TradeType};
use crate::prelude::*;

/// Queries a batch: its rules, its state, and the number of coupons given out (查询批次详情).
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
    /// Batch ID.
    #[wxpay(label = "批次号")]
    pub stock_id: String,
    /// Merchant number of the batch's creator.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
}

/// Lists the batches that a merchant created (条件查询批次列表).
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
    /// Page number, from 0.
    #[wxpay(label = "分页页码")]
    pub offset: i64,
    /// Number of batches on a page, at most 10.
    #[wxpay(label = "分页大小")]
    pub limit: i64,
    /// Merchant number of the batches' creator.
    #[wxpay(len = 32, label = "创建批次的商户号")]
    pub stock_creator_mchid: String,
    /// Earliest time of creation of the batches to list.
    #[wxpay(label = "起始时间")]
    pub create_start_time: Option<DateTime>,
    /// Latest time of creation of the batches to list.
    #[wxpay(label = "终止时间")]
    pub create_end_time: Option<DateTime>,
    /// State of the batches to list.
    #[wxpay(label = "批次状态")]
    pub status: Option<StockStatus>,
}

/// A page of batches.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Stocks {
    /// Number of batches on all pages.
    pub total_count: i64,
    /// Number of batches on a page.
    pub limit: i64,
    /// Page number of the request.
    pub offset: i64,
    /// The batches of this page.
    pub data: Option<Vec<Stock>>,
}

/// A batch of cash coupons.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Stock {
    /// Name of the batch.
    pub stock_name: String,
    /// Time from which coupons are given out and used.
    pub available_begin_time: DateTime,
    /// Time until which coupons are given out and used.
    pub available_end_time: DateTime,
    /// Rules for giving out coupons. Some kinds of batch do not have this member.
    pub stock_use_rule: Option<StockRule>,
    /// True if no money is transferred for the discount (无资金流): the merchant receives less.
    pub no_cash: bool,
    /// Type of the batch.
    pub stock_type: StockType,
    /// Batch ID.
    pub stock_id: Option<String>,
    /// Merchant number of the batch's creator.
    pub stock_creator_mchid: Option<String>,
    /// State of the batch.
    pub status: Option<StockStatus>,
    /// Terms of use, as the coupon's page shows them.
    pub description: String,
    /// Time of creation.
    pub create_time: Option<DateTime>,
    /// Time of activation.
    pub start_time: Option<DateTime>,
    /// Time of stopping.
    pub stop_time: Option<DateTime>,
    /// True for single-item coupons.
    pub singleitem: Option<bool>,
    /// Prices, if the coupons cut a price to an amount.
    pub cut_to_message: Option<CutTo>,
    /// Number of coupons given out.
    pub distributed_coupons: Option<i64>,
    /// Special kind of coupons.
    pub business_type: Option<BusinessType>,
    /// Regions where the coupons are valid, if they are used up step by step (消费金).
    pub available_region_list: Option<Vec<AvailableRegion>>,
    /// Industries in which the coupons are valid, if they are used up step by step.
    pub available_industry_list: Option<Vec<String>>,
    /// WeChat card ID of the coupons (微信卡包ID).
    pub card_id: Option<String>,
}

/// The rules for giving out coupons of a batch (发放规则).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StockRule {
    /// Limit of coupons.
    pub max_coupons: i64,
    /// Budget in fen: the most that all coupons together may deduct.
    pub max_amount: Fen,
    /// Daily budget in fen: the most that the coupons of one day may deduct.
    pub max_amount_by_day: Option<Fen>,
    /// Limit of coupons per user.
    pub max_coupons_per_user: i64,
    /// True to count all accounts of one person as one user.
    pub natural_person_limit: Option<bool>,
    /// True to refuse suspicious accounts.
    pub prevent_api_abuse: Option<bool>,
    /// True if other discounts apply to the same order.
    pub combine_use: Option<bool>,
    /// Type of a coupon.
    pub coupon_type: Option<FavorCouponType>,
    /// Amounts, if a coupon has a fixed discount.
    pub fixed_normal_coupon: Option<NormalCoupon>,
    /// Tags, one of which the order has to have (订单优惠标记).
    pub goods_tag: Option<Vec<String>>,
    /// Trade types of the orders; any by default.
    pub trade_type: Option<Vec<TradeType>>,
}

/// The prices of a coupon that cuts a price to an amount (减至券).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CutTo {
    /// Highest price of an item that is cut, in fen.
    pub single_price_max: Option<Fen>,
    /// Price after the cut, in fen.
    pub cut_to_price: Option<Fen>,
}

/// A region where coupons are valid (消费金可用地域).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AvailableRegion {
    /// Type of the region, such as `PROVINCE`.
    pub r#type: Option<String>,
    /// Province.
    pub province: Option<String>,
    /// City.
    pub city: Option<String>,
    /// District.
    pub district: Option<String>,
    /// Country.
    pub country: Option<String>,
}

/// The type of a batch (批次类型).
#[wxpay_enum]
pub enum StockType {
    /// Coupons with a fixed discount (固定面额满减券).
    Normal,
    /// Coupons with a percentage discount (折扣券).
    Discount,
    /// Coupons with a special price for goods (换购券). The API spells it `EXCHAHGE`.
    #[wxpay(rename = "EXCHAHGE")]
    Exchange,
    /// Coupons with a discount that differs from user to user (千人千面券).
    Random,
    /// Automatic discounts without coupons (立减与折扣).
    DiscountCut,
    /// Another type, in answers.
    #[wxpay(rename = "OTHER")]
    OtherKind,
}

/// The state of a batch (批次状态).
#[wxpay_enum]
pub enum StockStatus {
    /// Not activated yet (未激活).
    #[wxpay(rename = "unactivated")]
    Unactivated,
    /// Under review by WeChat Pay (审核中).
    #[wxpay(rename = "audit")]
    Audit,
    /// Active (运行中).
    #[wxpay(rename = "running")]
    Running,
    /// Stopped for good (已停止). The API spells it `stoped`.
    #[wxpay(rename = "stoped")]
    Stopped,
    /// Paused (暂停发放).
    #[wxpay(rename = "paused")]
    Paused,
}

/// A special kind of coupons (业务类型).
#[wxpay_enum]
pub enum BusinessType {
    /// Coupons that are used up step by step (消费金).
    #[wxpay(rename = "MULTIUSE")]
    MultiUse,
}
