//! Orders of merchants that sign for themselves (直连商户).

use serde_json::{Value, json};
use wxpay::pay::{
    AppPrepay, CloseOrder, CodePay, H5Prepay, JsapiPrepay, NativePrepay, QueryOrder, QueryOrderByNumber, ReverseOrder,
    TradeState, TradeType,
};

use super::{Wanted, close, find, order, prepaid, session, transaction, transaction_id, wanted};
use crate::books::{By, OrderKey, Reversing, parameters};
use crate::gateway::Refusal;
use crate::products::{Desk, Rules};

prepaid! {
    AppPrepay: App, prepay_id;
    JsapiPrepay: Jsapi, prepay_id;
    H5Prepay: H5, h5_url;
    NativePrepay: Native, code_url;
}

impl Rules for CodePay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let state = match &*self.payer.auth_code {
            code if code.ends_with("99") => TradeState::UserPaying,
            code if code.ends_with("98") => TradeState::PayError,
            _ => TradeState::Success,
        };
        let transaction_id = transaction_id(desk.now())?;
        let wanted = Wanted { scanned: Some((state, &transaction_id)), ..self.into() };
        Ok(transaction(&order(desk, TradeType::MicroPay, &wanted, &parameters(self))?)?)
    }
}

impl Rules for QueryOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        find(desk, &self.mchid, None, By::TransactionId(&self.transaction_id))
    }
}

impl Rules for QueryOrderByNumber {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        find(desk, &self.mchid, None, By::OutTradeNo(&self.out_trade_no))
    }
}

impl Rules for CloseOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        close(desk, &self.mchid, None, &self.out_trade_no)
    }
}

impl Rules for ReverseOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        desk.own(&self.mchid)?;
        let key = OrderKey { mchid: desk.mchid, out_trade_no: &self.out_trade_no };
        match desk.shared.books.reverse(key, desk.now())? {
            Reversing::Reversed => {
                Ok(json!({ "appid": self.appid, "mchid": self.mchid, "out_trade_no": self.out_trade_no }))
            }
            Reversing::NotScanned => Err(Refusal::invalid_request("该订单不支持撤销，请使用关单接口")),
            Reversing::Moved => Err(Refusal::invalid_request("该订单已退款或已分账，不支持撤销")),
            Reversing::Unknown => Err(Refusal::order_not_exist()),
        }
    }
}

wanted! {
    AppPrepay(mchid): |order| order.time_expire;
    JsapiPrepay(mchid): |order| order.time_expire;
    H5Prepay(mchid): |order| order.time_expire;
    NativePrepay(mchid): |order| order.time_expire;
    CodePay(mchid): |_| None;
}
