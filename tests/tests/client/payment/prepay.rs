//! Payment parameters made from an order in one step, for each app in which it can be paid.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use serde_json::{Value, json};
use wxpay::client::Client;
use wxpay::crypto::{Backend, BoxFuture, CryptoError, PrivateKey, Signer};
use wxpay::error::{Error, Outcome};
use wxpay::payment::{AppPayment, H5Payment, JsapiPayment, MiniProgramPayment, NativePayment, payment_message};
use wxpay::transport::full;
use wxpay::{combine_pay, from_json, partner_pay, pay};
use wxpay_tests::base64;
use wxpay_tests::keys::Key;
use wxpay_tests::wire::{Platform, Scripted};

use crate::payment::PREPAY_ID;

const NOW: i64 = 1_700_000_000;
const SP: &str = "wx00000000000000sp";
const SUB: &str = "wx0000000000000sub";

/// A WeChat Pay that accepts every order.
fn orders() -> Arc<Scripted> {
    let platform = Platform::new(Key::other(), "PUB_KEY_ID_01");
    Scripted::new(move |_| {
        let platform = platform.clone();
        async move {
            let body = json!({
                "prepay_id": PREPAY_ID, "h5_url": "https://wx.tenpay.com/h5?a=b", "code_url": "weixin://wxpay/bizpayurl?pr=1",
            });
            Ok(platform.answer(NOW, 200, body.to_string()).await.map(full))
        }
    })
}

fn ready<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn client() -> (Client, Arc<Scripted>) {
    let orders = orders();
    (builder(&orders).private_key_pem(&Key::shared().pkcs8).build().unwrap(), orders)
}

fn builder(orders: &Arc<Scripted>) -> wxpay::client::Builder {
    Client::builder()
        .mchid(crate::payment::MCHID)
        .merchant_serial("0C4A5E1F00D2B3C4D5E6F708192A3B4C5D6E7F80")
        .platform_public_key_pem("PUB_KEY_ID_01", &Key::other().spki)
        .transport(orders.clone())
        .clock(|| NOW)
}

fn read<E: wxpay::endpoint::Endpoint>(json: &Value) -> E {
    from_json(json.to_string().as_bytes()).unwrap()
}

fn direct() -> Value {
    json!({
        "appid": crate::payment::APPID, "mchid": crate::payment::MCHID, "description": "A teapot", "out_trade_no": "20260101000001",
        "notify_url": "https://shop.example.com/notify", "amount": {"total": 100}, "payer": {"openid": "o1"},
        "scene_info": {"payer_client_ip": "203.0.113.7", "h5_info": {"type": "Wap"}},
    })
}

fn partner(sub_appid: Option<&str>, payer: &Value) -> Value {
    let mut order = direct();
    let members = order.as_object_mut().unwrap();
    members.retain(|name, _| name != "appid" && name != "mchid");
    let more = json!({"sp_appid": SP, "sp_mchid": crate::payment::MCHID, "sub_mchid": "1900000109", "payer": payer});
    members.extend(more.as_object().unwrap().clone());
    members.extend(sub_appid.map(|appid| ("sub_appid".to_owned(), appid.into())));
    order
}

fn combined(sub_appids: [Option<&str>; 2], payer: &Value) -> Value {
    let orders = sub_appids.iter().enumerate().map(|(index, sub_appid)| {
        let mut order = json!({
            "mchid": crate::payment::MCHID, "attach": "a", "out_trade_no": format!("2026010100000{index}"), "description": "A teapot",
            "amount": {"total_amount": 100, "currency": "CNY"}, "sub_mchid": "1900000109",
        });
        if let Some(appid) = sub_appid {
            order["sub_appid"] = (*appid).into();
        }
        order
    });
    json!({
        "combine_appid": SP, "combine_mchid": crate::payment::MCHID, "combine_out_trade_no": "20260101000001",
        "sub_orders": orders.collect::<Vec<_>>(), "combine_payer_info": payer,
        "notify_url": "https://shop.example.com/notify",
        "scene_info": {"payer_client_ip": "203.0.113.7", "device_id": "1", "h5_info": {"type": "Wap"}},
    })
}

/// Checks that the signature is for this app.
fn signed_in(appid: &str, made: &Value) {
    let text = |names: [&str; 2]| names.iter().find_map(|name| made[*name].as_str()).unwrap().to_owned();
    let (nonce, sign) = (text(["nonceStr", "noncestr"]), text(["paySign", "sign"]));
    let fourth = if made["prepayid"].is_null() { format!("prepay_id={PREPAY_ID}") } else { PREPAY_ID.to_owned() };
    let message = payment_message(appid, &NOW.to_string(), &nonce, &fourth);
    assert_eq!(sign, base64(&Key::shared().sign(&message)), "{appid}: {made}");
}

/// The payment parameters, or the reason why nothing was sent.
macro_rules! made {
    ($payment:ty, $order:ty, $json:expr) => {{
        let (client, orders) = client();
        let made: Result<$payment, Error> = ready(client.prepay_with_payment(&read::<$order>($json)));
        match made {
            Ok(made) => {
                assert_eq!(orders.sent().len(), 1);
                Ok(serde_json::to_value(&made).unwrap())
            }
            Err(error) => {
                assert_eq!((error.outcome(), orders.sent().len()), (Outcome::NotSent, 0), "{error}");
                Err(error.to_string())
            }
        }
    }};
}

#[test]
fn a_merchants_order_is_paid_in_its_app() {
    signed_in(crate::payment::APPID, &made!(JsapiPayment, pay::JsapiPrepay, &direct()).unwrap());
    signed_in(crate::payment::APPID, &made!(MiniProgramPayment, pay::JsapiPrepay, &direct()).unwrap());
    let mut order = direct();
    order.as_object_mut().unwrap().retain(|name, _| name != "scene_info" && name != "payer");
    signed_in(crate::payment::APPID, &made!(AppPayment, pay::AppPrepay, &order).unwrap());
    let native = made!(NativePayment, pay::NativePrepay, &order).unwrap();
    assert_eq!(native, json!({"code_url": "weixin://wxpay/bizpayurl?pr=1"}));
    let mut order = direct();
    order.as_object_mut().unwrap().remove("payer");
    let h5 = made!(H5Payment, pay::H5Prepay, &order).unwrap();
    assert_eq!(h5, json!({"h5_url": "https://wx.tenpay.com/h5?a=b"}));
}

#[test]
fn a_partners_order_is_paid_in_the_app_that_the_payer_is_known_in() {
    for (sub_appid, payer, appid) in [
        (None, json!({"sp_openid": "o1"}), Some(SP)),
        (Some(SUB), json!({"sp_openid": "o1"}), Some(SP)),
        (Some(SUB), json!({"sub_openid": "o2"}), Some(SUB)),
        (Some(SUB), json!({"sp_openid": "o1", "sub_openid": "o2"}), None),
    ] {
        let order = partner(sub_appid, &payer);
        match (appid, made!(JsapiPayment, partner_pay::JsapiPrepay, &order)) {
            (Some(appid), made) => signed_in(appid, &made.unwrap()),
            (None, made) => assert!(made.unwrap_err().contains("prepay_with_payment_in"), "{payer}"),
        }
        if let Some(appid) = appid {
            signed_in(appid, &made!(MiniProgramPayment, partner_pay::JsapiPrepay, &order).unwrap());
        }
    }
    for (sub_appid, appid) in [(None, SP), (Some(SUB), SUB)] {
        let mut order = partner(sub_appid, &json!({}));
        order.as_object_mut().unwrap().retain(|name, _| name != "scene_info" && name != "payer");
        signed_in(appid, &made!(AppPayment, partner_pay::AppPrepay, &order).unwrap());
    }
}

#[test]
fn a_combined_order_is_paid_in_the_app_of_the_payer_if_there_is_one() {
    let other = "wx000000000000other";
    for (apps, payer, appid) in [
        ([None, None], json!({"openid": "o1"}), Some(SP)),
        ([Some(SUB), Some(SUB)], json!({"openid": "o1"}), Some(SP)),
        ([Some(SUB), Some(SUB)], json!({"sub_openid": "o2"}), Some(SUB)),
        ([Some(SUB), Some(other)], json!({"sub_openid": "o2"}), None),
        ([Some(SUB), Some(SUB)], json!({"openid": "o1", "sub_openid": "o2"}), None),
    ] {
        let mut order = combined(apps, &payer);
        order.as_object_mut().unwrap().remove("scene_info");
        match (appid, made!(JsapiPayment, combine_pay::JsapiPrepay, &order)) {
            (Some(appid), made) => signed_in(appid, &made.unwrap()),
            (None, made) => assert!(made.unwrap_err().contains("prepay_with_payment_in"), "{payer}"),
        }
    }
    let mut order = combined([None, None], &json!({"openid": "o1"}));
    order.as_object_mut().unwrap().retain(|name, _| name != "scene_info");
    signed_in(SP, &made!(AppPayment, combine_pay::AppPrepay, &order).unwrap());
    order["sub_orders"][0]["sub_appid"] = SUB.into();
    made!(AppPayment, combine_pay::AppPrepay, &order).unwrap_err();
}

#[test]
fn the_app_can_be_said() {
    let (client, orders) = client();
    let order: partner_pay::JsapiPrepay = read(&partner(Some(SUB), &json!({"sp_openid": "o1", "sub_openid": "o2"})));
    for appid in [SP, SUB] {
        let made: JsapiPayment = ready(client.prepay_with_payment_in(appid, &order)).unwrap();
        signed_in(appid, &serde_json::to_value(&made).unwrap());
    }
    assert_eq!(orders.sent().len(), 2);
    let made: Result<JsapiPayment, _> = ready(client.prepay_with_payment_in("two words", &order));
    assert_eq!((made.unwrap_err().outcome(), orders.sent().len()), (Outcome::NotSent, 2));
}

/// Signs the order, and then no more.
struct Once(PrivateKey, AtomicBool, AtomicU32);

impl Signer for Once {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        self.2.fetch_add(1, Ordering::SeqCst);
        if self.1.swap(true, Ordering::SeqCst) {
            return Box::pin(async { Err(CryptoError::other("the token was pulled")) });
        }
        self.0.signer.sign(message)
    }
}

#[test]
fn an_order_whose_parameters_cannot_be_signed_is_made_all_the_same() {
    let orders = orders();
    let signer = Once(Key::shared().private(Backend::preferred().unwrap()), AtomicBool::new(false), AtomicU32::new(0));
    let client = builder(&orders).signer(Arc::new(signer)).build().unwrap();
    let order: pay::JsapiPrepay = read(&direct());
    let made: Result<JsapiPayment, _> = ready(client.prepay_with_payment(&order));
    let error = made.unwrap_err();
    assert_eq!((error.outcome(), error.number()), (Outcome::Unknown, Some("20260101000001")), "{error}");
    assert_eq!(orders.sent().len(), 1);
}

#[test]
fn the_same_without_async() {
    let orders = orders();
    let client = builder(&orders).private_key_pem(&Key::shared().pkcs8).build_blocking().unwrap();
    let made: JsapiPayment = client.prepay_with_payment(&read::<pay::JsapiPrepay>(&direct())).unwrap();
    signed_in(crate::payment::APPID, &serde_json::to_value(&made).unwrap());
}

#[test]
fn the_js_sdk_spells_the_time_in_lower_case() {
    let (client, _) = client();
    let made: JsapiPayment = ready(client.prepay_with_payment(&read::<pay::JsapiPrepay>(&direct()))).unwrap();
    let chosen = serde_json::to_value(made.choose_wx_pay()).unwrap();
    let expected = json!({
        "timestamp": NOW.to_string(), "nonceStr": made.nonce_str, "package": made.package, "signType": "RSA",
        "paySign": made.pay_sign,
    });
    assert_eq!(chosen, expected);
}
