//! Orders of merchants that sign for themselves (直连商户).

use http::StatusCode;
use serde_json::{Value, json};
use wxpay::pay::{
    AppPrepay, CloseOrder, CodePay, H5Prepay, JsapiPrepay, NativePrepay, QueryOrder, QueryOrderByNumber, ReverseOrder,
    TradeType,
};

use super::{Wanted, close, find, order, prepaid, reverse, scan, scanned_status, session, wanted};
use crate::books::{By, parameters};
use crate::endpoint::{Desk, Refusal, Route, Rules};

prepaid! {
    AppPrepay: App, prepay_id;
    JsapiPrepay: Jsapi, prepay_id;
    H5Prepay: H5, h5_url;
    NativePrepay: Native, code_url;
}

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::ruled::<AppPrepay>(),
        Route::ruled::<JsapiPrepay>(),
        Route::ruled::<H5Prepay>(),
        Route::ruled::<NativePrepay>(),
        Route::ruled::<CodePay>(),
        Route::ruled::<QueryOrder>(),
        Route::ruled::<QueryOrderByNumber>(),
        Route::ruled::<CloseOrder>(),
        Route::ruled::<ReverseOrder>(),
    ]
}

impl Rules for CodePay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        scan(desk, &self.payer.auth_code, self.into(), &parameters(self))
    }

    fn status(answer: &Value) -> StatusCode {
        scanned_status(answer)
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
        reverse(desk, &self.mchid, None, &self.out_trade_no)?;
        Ok(json!({ "appid": self.appid, "mchid": self.mchid, "out_trade_no": self.out_trade_no }))
    }
}

wanted! {
    AppPrepay(mchid): |order| order.time_expire;
    JsapiPrepay(mchid): |order| order.time_expire;
    H5Prepay(mchid): |order| order.time_expire;
    NativePrepay(mchid): |order| order.time_expire;
    CodePay(mchid): |_| None;
}
