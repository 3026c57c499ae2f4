//! Things to see: orders, contracts, transfers, an application that is notified, requests that are refused.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::routing::post;
use http::StatusCode;
use wxpay::client::Client;
use wxpay::combine_pay::{self, SubOrder, SubOrderAmount, SubOrderAmountRequired, SubOrderRequired};
use wxpay::crypto::Backend;
use wxpay::keys::private_key_der;
use wxpay::pay::{
    Amount, AmountRequired, H5Info, H5InfoRequired, H5Prepay, H5PrepayRequired, H5SceneInfo, H5SceneInfoRequired,
    NativePrepay, NativePrepayRequired,
};
use wxpay::prelude::*;
use wxpay::sign::{Scheme, authorization, request_message};
use wxpay_sandbox::Sandbox;
use wxpay_tests::wire::serve;

const APPID: &str = "wxd678efh567hg6787";

pub(crate) fn native(client: &Client, out_trade_no: &str, notify_url: &str) -> NativePrepay {
    NativePrepay::new(NativePrepayRequired {
        appid: APPID.into(),
        mchid: client.merchant().id().into(),
        description: "A teapot (茶壶)".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: notify_url.into(),
        amount: Amount::new(AmountRequired { total: Fen::new(12_345) }),
    })
}

pub(crate) fn h5(client: &Client, out_trade_no: &str) -> H5Prepay {
    H5Prepay::new(H5PrepayRequired {
        appid: APPID.into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: "http://127.0.0.1:9/notify".into(),
        amount: Amount::new(AmountRequired { total: Fen::new(100) }),
        scene_info: H5SceneInfo::new(H5SceneInfoRequired {
            payer_client_ip: "14.23.150.211".into(),
            h5_info: H5Info::new(H5InfoRequired { r#type: "Wap".into() }),
        }),
    })
}

/// A combined order of two orders.
pub(crate) fn combined(client: &Client, number: &str, parts: [&str; 2]) -> combine_pay::NativePrepay {
    let part = |out_trade_no: &str| {
        SubOrder::new(SubOrderRequired {
            mchid: client.merchant().id().into(),
            out_trade_no: out_trade_no.into(),
            description: "Half a teapot".into(),
            attach: "shelf 1".into(),
            amount: SubOrderAmount::new(SubOrderAmountRequired { total_amount: Fen::new(100), currency: "CNY".into() }),
        })
    };
    combine_pay::NativePrepay::new(combine_pay::NativePrepayRequired {
        combine_appid: APPID.into(),
        combine_mchid: client.merchant().id().into(),
        combine_out_trade_no: number.into(),
        sub_orders: parts.map(part).into(),
        notify_url: "http://127.0.0.1:9/notify".into(),
    })
}

/// Starts an application that answers notifications with these statuses in turn, then with 204. Returns its address.
pub(crate) async fn application(statuses: impl IntoIterator<Item = u16>) -> String {
    let statuses: Arc<Mutex<VecDeque<u16>>> = Arc::new(Mutex::new(statuses.into_iter().collect()));
    let answer = async move || {
        let status = statuses.lock().unwrap().pop_front().unwrap_or(204);
        let body = if status == 204 { "" } else { r#"{"code":"FAIL","message":"the shop is closed"}"# };
        (StatusCode::from_u16(status).unwrap(), body)
    };
    format!("{}/notify", serve(Router::new().route("/notify", post(answer))).await)
}

/// Sends an order with the signature of another body, and returns the status.
pub(crate) async fn mis_signed(sandbox: &Sandbox, sent: &str, signed: &str) -> u16 {
    let credentials = sandbox.credentials();
    let der = private_key_der(&credentials.merchant_private_key).unwrap();
    let key = Backend::preferred().unwrap().private_key(&der).unwrap();
    let now = DateTime::now().unix_timestamp().to_string();
    let target = "/v3/pay/transactions/native";
    let message = request_message("POST", target, &now, "NONCE", signed.as_bytes());
    let signature = wxpay_tests::base64(&key.signer.sign(&message).await.unwrap());
    let (mchid, serial) = (&credentials.mchid, &credentials.merchant_serial);
    let header = authorization(Scheme::MERCHANT, mchid, serial, &now, "NONCE", &signature);
    let http = reqwest::Client::builder().no_proxy().user_agent("shop").build().unwrap();
    let request = http.post(format!("{}{target}", sandbox.url())).body(sent.to_owned());
    let request = request.header("authorization", header).header("accept", "application/json");
    request.send().await.unwrap().status().as_u16()
}
