//! Parameters for the front end of each order.

use super::{AppPrepay, H5Prepay, JsapiPrepay, NativePrepay};
use crate::payment::{AppPayment, H5Payment, JsapiPayment, MiniProgramPayment, NativePayment};
use crate::together::prepay;

prepay! {
    AppPrepay => AppPayment, prepay_id, |order| Ok(&order.appid);
    JsapiPrepay => JsapiPayment, prepay_id, |order| Ok(&order.appid);
    JsapiPrepay => MiniProgramPayment, prepay_id, |order| Ok(&order.appid);
    H5Prepay => H5Payment, h5_url, |order| Ok(&order.appid);
    NativePrepay => NativePayment, code_url, |order| Ok(&order.appid);
}
