//! The payment parameters of combined orders, for each front end.

use super::{AppPrepay, CombinePayer, H5Prepay, JsapiPrepay, MiniProgramPrepay, NativePrepay, SubOrder};
use crate::payment::{AppPayment, H5Payment, JsapiPayment, MiniProgramPayment, NativePayment};
use crate::together::{given, prepay};

prepay! {
    AppPrepay => AppPayment, prepay_id, |order| {
        let apps = order.sub_orders.iter().find_map(|sub_order| given(&sub_order.sub_appid));
        if apps.is_some() { Err(SEVERAL) } else { Ok(&order.combine_appid) }
    };
    JsapiPrepay => JsapiPayment, prepay_id, in_app_of_the_payer;
    JsapiPrepay => MiniProgramPayment, prepay_id, in_app_of_the_payer;
    MiniProgramPrepay => MiniProgramPayment, prepay_id, |order| Ok(&order.combine_appid);
    H5Prepay => H5Payment, h5_url, |order| Ok(&order.combine_appid);
    NativePrepay => NativePayment, code_url, |order| Ok(&order.combine_appid);
}

fn in_app_of_the_payer(order: &JsapiPrepay) -> Result<&str, &'static str> {
    let CombinePayer { openid, sub_openid, .. } = &order.combine_payer_info;
    match (given(openid), given(sub_openid)) {
        (_, None) => Ok(&order.combine_appid),
        (Some(_), Some(_)) => Err(SEVERAL),
        (None, Some(_)) => the_only_app(&order.sub_orders),
    }
}

fn the_only_app(orders: &[SubOrder]) -> Result<&str, &'static str> {
    let mut apps = orders.iter().filter_map(|order| given(&order.sub_appid));
    let first = apps.next().ok_or(SEVERAL)?;
    if apps.all(|app| app == first) { Ok(first) } else { Err(SEVERAL) }
}

const SEVERAL: &str = "the orders name several apps: choose the paying app with `prepay_with_payment_in`";
