//! Parameters for the front end of each order, in the app of the service provider or of the sub-merchant.

use super::{AppPrepay, H5Prepay, JsapiPrepay, NativePrepay};
use crate::payment::{AppPayment, H5Payment, JsapiPayment, MiniProgramPayment, NativePayment};
use crate::together::{given, prepay};

prepay! {
    AppPrepay => AppPayment, prepay_id, |order| Ok(given(&order.sub_appid).unwrap_or(&order.sp_appid));
    JsapiPrepay => JsapiPayment, prepay_id, in_app_of_the_payer;
    JsapiPrepay => MiniProgramPayment, prepay_id, in_app_of_the_payer;
    H5Prepay => H5Payment, h5_url, |order| Ok(&order.sp_appid);
    NativePrepay => NativePayment, code_url, |order| Ok(&order.sp_appid);
}

fn in_app_of_the_payer(order: &JsapiPrepay) -> Result<&str, &'static str> {
    match (given(&order.payer.sp_openid), given(&order.payer.sub_openid), given(&order.sub_appid)) {
        (Some(_), Some(_), _) => {
            Err("the payer has an openid of both apps; call `prepay_with_payment_in` with the app ID to pay in")
        }
        (_, Some(_), Some(sub_appid)) => Ok(sub_appid),
        _ => Ok(&order.sp_appid),
    }
}
