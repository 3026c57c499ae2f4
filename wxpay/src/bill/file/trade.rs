//! The rows of a bill of orders and refunds.

use super::BillRow;
use super::cell::Fee;
use super::columns::table;
use super::totals::TradeTotals;
use crate::pay::{TradeState, TradeType};
use crate::prelude::{DateTime, Fen};
use crate::refund::RefundStatus;

table! {
    /// A payment or a refund of a day (交易账单明细). The requested kind of bill decides which columns exist; a text column that
    /// does not exist is empty.
    TradeRow {
        /// Time of payment, or of the request for the refund.
        time: Option<DateTime> = "交易时间",
        /// App ID.
        appid: String = "公众账号ID",
        /// Merchant number.
        mchid: String = "商户号",
        /// Merchant number of the sub-merchant; `0` or empty if there is no sub-merchant.
        sub_mchid: String = "特约商户号" | "子商户号",
        /// Device ID.
        device_info: String = "设备号",
        /// WeChat Pay's order number.
        transaction_id: String = "微信订单号",
        /// Merchant order number.
        out_trade_no: String = "商户订单号",
        /// Openid of the payer.
        openid: String = "用户标识",
        /// Payment method.
        trade_type: Option<TradeType> = "交易类型",
        /// `SUCCESS` for a payment, `REFUND` for a refund, `REVOKED` for a reversal.
        trade_state: Option<TradeState> = "交易状态",
        /// Bank of the payer.
        bank_type: String = "付款银行",
        /// Currency.
        currency: String = "货币种类",
        /// Amount of the order that is settled (应结订单金额).
        settlement_total: Option<Fen> = "应结订单金额" | "总金额",
        /// Amount paid with coupons (代金券金额).
        coupon: Option<Fen> = "代金券金额" | "企业红包金额",
        /// Time of the request for the refund; in bills of refunds.
        refund_requested: Option<DateTime> = "退款申请时间",
        /// Time at which the refund arrived; in bills of refunds.
        refund_succeeded: Option<DateTime> = "退款成功时间",
        /// WeChat Pay's refund number; `0` or empty for a payment.
        refund_id: String = "微信退款单号",
        /// Merchant refund number; `0` or empty for a payment.
        out_refund_no: String = "商户退款单号",
        /// Amount of the refund that is settled (退款金额).
        refund: Option<Fen> = "退款金额",
        /// Amount of the refund that goes back to coupons (充值券退款金额).
        coupon_refund: Option<Fen> = "充值券退款金额" | "企业红包退款金额",
        /// Kind of refund, such as `ORIGINAL`.
        refund_type: String = "退款类型",
        /// State of the refund when the bill was made.
        refund_status: Option<RefundStatus> = "退款状态",
        /// Description of the goods.
        description: String = "商品名称",
        /// Attached data of the order.
        attach: String = "商户数据包",
        /// Fee; negative if it is given back.
        fee: Option<Fee> = "手续费",
        /// Rate of the fee, such as `0.60%`.
        rate: String = "费率",
        /// Amount of the order (订单金额).
        total: Option<Fen> = "订单金额",
        /// Requested amount of the refund (申请退款金额).
        requested_refund: Option<Fen> = "申请退款金额",
        /// Note on the rate.
        rate_note: String = "费率备注",
    }
}

impl BillRow for TradeRow {
    type Summary = TradeSummary;
    type Totals = TradeTotals;
}

table! {
    /// The sums of a bill of orders and refunds (交易账单汇总).
    TradeSummary {
        /// Number of rows.
        count: Option<u64> = "总交易单数",
        /// Sum of the settled amounts of orders.
        settlement_total: Option<Fen> = "应结订单总金额" | "总交易额",
        /// Sum of the settled amounts of refunds.
        refund: Option<Fen> = "退款总金额" | "总退款金额",
        /// Sum of the refunded amounts that go back to coupons.
        coupon_refund: Option<Fen> = "充值券退款总金额" | "总企业红包退款金额",
        /// Sum of the fees.
        fee: Option<Fee> = "手续费总金额",
        /// Sum of the orders' amounts.
        total: Option<Fen> = "订单总金额",
        /// Sum of the requested amounts of refunds.
        requested_refund: Option<Fen> = "申请退款总金额",
    }
}
