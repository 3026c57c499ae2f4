//! The merchant's signature for pages, mini programs and apps.

use serde_json::{Value, json};
use wxpay::error::{Error, Outcome};
use wxpay::payment::payment_message;
use wxpay_tests::base64;
use wxpay_tests::keys::Key;
use wxpay_tests::ready;

use crate::payment::{APPID, MCHID, PREPAY_ID, client};

const TIME: &str = "1700000000";

/// Compares with `expected`, after `openssl` has checked the signature over the random text and both were replaced.
fn compared(made: &impl serde::Serialize, nonce: &str, sign: &str, fourth: &str, expected: Value) {
    let mut made = serde_json::to_value(made).unwrap();
    let random = made[nonce].as_str().unwrap().to_owned();
    assert!(random.len() == 32 && random.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{random}");
    let signature = base64(&Key::shared().sign(&payment_message(APPID, TIME, &random, fourth)));
    assert_eq!(made[sign], signature);
    made[nonce] = json!("nonce");
    made[sign] = json!("sign");
    assert_eq!(made, expected);
}

#[test]
fn a_page_gets_what_weixin_js_bridge_wants() {
    let payment = ready(client().jsapi_payment(APPID, PREPAY_ID)).unwrap();
    let package = format!("prepay_id={PREPAY_ID}");
    let expected = json!({
        "appId": APPID,
        "timeStamp": TIME,
        "nonceStr": "nonce",
        "package": package,
        "signType": "RSA",
        "paySign": "sign",
    });
    compared(&payment, "nonceStr", "paySign", &package, expected);
}

#[test]
fn a_mini_program_gets_the_same_without_the_appid_that_is_signed() {
    let payment = ready(client().mini_program_payment(APPID, PREPAY_ID)).unwrap();
    let package = format!("prepay_id={PREPAY_ID}");
    let expected = json!({
        "timeStamp": TIME,
        "nonceStr": "nonce",
        "package": package,
        "signType": "RSA",
        "paySign": "sign",
    });
    compared(&payment, "nonceStr", "paySign", &package, expected);
}

#[test]
fn an_app_gets_lower_case_and_signs_the_bare_prepay_id() {
    let payment = ready(client().app_payment(APPID, PREPAY_ID)).unwrap();
    let expected = json!({
        "appid": APPID,
        "partnerid": MCHID,
        "prepayid": PREPAY_ID,
        "package": "Sign=WXPay",
        "noncestr": "nonce",
        "timestamp": TIME,
        "sign": "sign",
    });
    compared(&payment, "noncestr", "sign", PREPAY_ID, expected);
}

#[test]
fn the_sdk_of_the_phone_spells_the_same_otherwise() {
    let payment = ready(client().app_payment(APPID, PREPAY_ID)).unwrap();
    let expected = json!({
        "appId": APPID,
        "partnerId": MCHID,
        "prepayId": PREPAY_ID,
        "packageValue": "Sign=WXPay",
        "nonceStr": "nonce",
        "timeStamp": TIME,
        "sign": "sign",
    });
    compared(&payment.pay_req(), "nonceStr", "sign", PREPAY_ID, expected);
}

#[test]
fn medical_insurance_adds_its_order_to_the_users_part_or_stands_alone() {
    let client = client();
    let package = format!("prepay_id={PREPAY_ID}");
    let program = json!({
        "mixTradeNo": "1217752501201407033233368318",
        "timeStamp": TIME,
        "nonceStr": "nonce",
        "package": package,
        "signType": "RSA",
        "paySign": "sign",
    });
    let mut page = program.clone();
    page["appid"] = json!(APPID);
    let number = "1217752501201407033233368318";
    let made = ready(client.mini_program_medical_insurance_payment(APPID, number, Some(PREPAY_ID))).unwrap();
    compared(&made, "nonceStr", "paySign", &package, program);
    let made = ready(client.jsapi_medical_insurance_payment(APPID, number, Some(PREPAY_ID))).unwrap();
    compared(&made, "nonceStr", "paySign", &package, page);
    let alone = ready(client.jsapi_medical_insurance_payment(APPID, number, None)).unwrap();
    assert_eq!(serde_json::to_value(&alone).unwrap(), json!({ "appid": APPID, "mixTradeNo": number }));
}

#[test]
fn ids_that_were_mistaken_for_each_other_are_refused_before_they_are_signed() {
    let client = client();
    let refused = |error: Error, reason: &str| {
        assert_eq!(error.outcome(), Outcome::NotSent);
        assert!(error.to_string().contains(reason), "{error}");
    };
    for (appid, prepay_id, reason) in [
        (PREPAY_ID, APPID, "expected an `appid`"),
        ("", PREPAY_ID, "expected an `appid`"),
        ("wx1\n", PREPAY_ID, "expected an `appid`"),
        (APPID, "", "expected a `prepay_id`"),
        (APPID, "prepay_id=wx20", "expected a `prepay_id`"),
        (APPID, "wx20\nwx21", "expected a `prepay_id`"),
    ] {
        refused(ready(client.jsapi_payment(appid, prepay_id)).unwrap_err(), reason);
        refused(ready(client.mini_program_payment(appid, prepay_id)).unwrap_err(), reason);
        refused(ready(client.app_payment(appid, prepay_id)).unwrap_err(), reason);
    }
}

#[test]
fn the_user_accepts_a_transfer_in_the_spelling_of_each_front_end() {
    let made = client().transfer_confirmation(APPID, "affffddafdfafddffda==").unwrap();
    let expected = json!({ "mchId": MCHID, "appId": APPID, "package": "affffddafdfafddffda==" });
    assert_eq!(serde_json::to_value(&made).unwrap(), expected);
    let query = format!("mchId={MCHID}&appId={APPID}&package=affffddafdfafddffda%3D%3D");
    let expected = json!({ "businessType": "requestMerchantTransfer", "query": query });
    assert_eq!(serde_json::to_value(made.app()).unwrap(), expected);
    let more = serde_json::to_value(made.open_id("oUpF8u").sub_mch_id("1900000109")).unwrap();
    assert_eq!((&more["openId"], &more["subMchId"]), (&json!("oUpF8u"), &json!("1900000109")));
}
