//! Orders of sub-merchants, signed by their service provider (服务商).

use http::StatusCode;
use serde_json::{Value, json};
use wxpay::partner_pay::{
    AppPrepay, CloseOrder, CodePay, H5Prepay, JsapiPrepay, NativePrepay, QueryOrder, QueryOrderByNumber, ReverseOrder,
    TradeType,
};

use super::{Wanted, close, find, order, prepaid, reverse, scan, scanned_status, session, wanted};
use crate::books::{By, parameters};
use crate::endpoint::{Desk, Refusal, Route, Rules};
use crate::json::present;

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

prepaid! {
    AppPrepay: App, prepay_id;
    H5Prepay: H5, h5_url;
    NativePrepay: Native, code_url;
}

impl Rules for JsapiPrepay {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        if self.payer.sp_openid.is_none() && self.payer.sub_openid.is_none() {
            return Err(Refusal::parameter("sp_openid和sub_openid不能同时为空", None));
        }
        let order = order(desk, TradeType::Jsapi, &self.into(), &parameters(self))?;
        session::prepay_id(desk, &order)
    }
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
        find(desk, &self.sp_mchid, Some(&self.sub_mchid), By::TransactionId(&self.transaction_id))
    }
}

impl Rules for QueryOrderByNumber {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        find(desk, &self.sp_mchid, Some(&self.sub_mchid), By::OutTradeNo(&self.out_trade_no))
    }
}

impl Rules for CloseOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        close(desk, &self.sp_mchid, Some(&self.sub_mchid), &self.out_trade_no)
    }
}

impl Rules for ReverseOrder {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        reverse(desk, &self.sp_mchid, Some(&self.sub_mchid), &self.out_trade_no)?;
        Ok(present(json!({
            "sp_appid": self.sp_appid,
            "sp_mchid": self.sp_mchid,
            "sub_appid": self.sub_appid,
            "sub_mchid": self.sub_mchid,
            "out_trade_no": self.out_trade_no,
        })))
    }
}

wanted! {
    AppPrepay(sp_mchid, sub_mchid): |order| order.time_expire;
    JsapiPrepay(sp_mchid, sub_mchid): |order| order.time_expire;
    H5Prepay(sp_mchid, sub_mchid): |order| order.time_expire;
    NativePrepay(sp_mchid, sub_mchid): |order| order.time_expire;
    CodePay(sp_mchid, sub_mchid): |_| None;
}
