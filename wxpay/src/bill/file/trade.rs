//! The rows of a bill of orders and refunds.

use super::BillRow;
use super::cell::Fee;
use super::columns::table;
use super::totals::TradeTotals;
use crate::pay::{TradeState, TradeType};
use crate::prelude::{DateTime, Fen};
use crate::refund::RefundStatus;

table! {
    /// A payment or a refund of a day (交易账单明细). Which columns there are depends on what was asked for; text of a
    /// column that is not there is empty.
    TradeRow {
        /// When it was paid, or the refund asked for.
        time: Option<DateTime> = "交易时间",
        /// The application.
        appid: String = "公众账号ID",
        /// The merchant.
        mchid: String = "商户号",
        /// The sub-merchant, `0` or empty where there is none.
        sub_mchid: String = "特约商户号" | "子商户号",
        /// The device.
        device_info: String = "设备号",
        /// WeChat Pay's number of the order.
        transaction_id: String = "微信订单号",
        /// The merchant's own number of the order.
        out_trade_no: String = "商户订单号",
        /// Who paid.
        openid: String = "用户标识",
        /// The way it was paid.
        trade_type: Option<TradeType> = "交易类型",
        /// `SUCCESS` for a payment, `REFUND` for a refund, `REVOKED` for a reversal.
        trade_state: Option<TradeState> = "交易状态",
        /// The bank.
        bank_type: String = "付款银行",
        /// The currency.
        currency: String = "货币种类",
        /// What is settled of the order (应结订单金额).
        settlement_total: Option<Fen> = "应结订单金额" | "总金额",
        /// What coupons paid of it (代金券金额).
        coupon: Option<Fen> = "代金券金额" | "企业红包金额",
        /// When the refund was asked for; in bills of refunds.
        refund_requested: Option<DateTime> = "退款申请时间",
        /// When the refund arrived; in bills of refunds.
        refund_succeeded: Option<DateTime> = "退款成功时间",
        /// WeChat Pay's number of the refund, `0` or empty for a payment.
        refund_id: String = "微信退款单号",
        /// The merchant's own number of the refund, `0` or empty for a payment.
        out_refund_no: String = "商户退款单号",
        /// What of the refund is settled (退款金额).
        refund: Option<Fen> = "退款金额",
        /// What of the refund goes back to coupons (充值券退款金额).
        coupon_refund: Option<Fen> = "充值券退款金额" | "企业红包退款金额",
        /// How it is refunded, such as `ORIGINAL`.
        refund_type: String = "退款类型",
        /// How far the refund was when the bill was made.
        refund_status: Option<RefundStatus> = "退款状态",
        /// What was bought.
        description: String = "商品名称",
        /// What the merchant had attached.
        attach: String = "商户数据包",
        /// The fee, below zero where it is given back.
        fee: Option<Fee> = "手续费",
        /// The rate of the fee, such as `0.60%`.
        rate: String = "费率",
        /// The amount of the order (订单金额).
        total: Option<Fen> = "订单金额",
        /// The amount of the refund that was asked for (申请退款金额).
        requested_refund: Option<Fen> = "申请退款金额",
        /// About the rate.
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
        /// How many rows there are.
        count: Option<u64> = "总交易单数",
        /// The sum of what is settled of orders.
        settlement_total: Option<Fen> = "应结订单总金额" | "总交易额",
        /// The sum of what is settled of refunds.
        refund: Option<Fen> = "退款总金额" | "总退款金额",
        /// The sum of what goes back to coupons.
        coupon_refund: Option<Fen> = "充值券退款总金额" | "总企业红包退款金额",
        /// The sum of fees.
        fee: Option<Fee> = "手续费总金额",
        /// The sum of orders.
        total: Option<Fen> = "订单总金额",
        /// The sum of the refunds that were asked for.
        requested_refund: Option<Fen> = "申请退款总金额",
    }
}
