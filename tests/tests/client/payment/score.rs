//! Pay score and coupons: the signature of APIv2.

use serde_json::{Value, json};
use wxpay::crypto::Backend;
use wxpay::error::Outcome;
use wxpay::keys::{ApiV3Key, HmacKey};
use wxpay::payment::{BusinessView, Coupon, hmac_signature};

use crate::payment::{MCHID, V2_KEY, client, openssl_hmac, v2_key};

/// `extraData` without its random members, the nonce, and the signature.
fn taken_apart(view: &BusinessView) -> (Value, String, String) {
    let mut json = serde_json::to_value(view).unwrap();
    let mut take = |name: &str| json["extraData"][name].take().as_str().unwrap().to_owned();
    let (nonce, sign) = (take("nonce_str"), take("sign"));
    (json, nonce, sign)
}

#[test]
fn the_detail_of_an_order_is_signed_as_openssl_signs_it() {
    let view = client().pay_score_detail("88888888000011", "1234323JKHDFE1243252", &v2_key()).unwrap();
    let (json, nonce, sign) = taken_apart(&view);
    let expected = json!({
        "businessType": "wxpayScoreDetail",
        "extraData": {
            "mch_id": MCHID,
            "service_id": "88888888000011",
            "out_order_no": "1234323JKHDFE1243252",
            "timestamp": "1700000000",
            "nonce_str": null,
            "sign_type": "HMAC-SHA256",
            "sign": null,
        },
    });
    assert_eq!(json, expected);
    let message = format!(
        "mch_id={MCHID}&nonce_str={nonce}&out_order_no=1234323JKHDFE1243252&service_id=88888888000011&\
         sign_type=HMAC-SHA256&timestamp=1700000000"
    );
    assert_eq!(sign, openssl_hmac(&message));
}

#[test]
fn a_page_and_an_app_get_the_same_as_a_query() {
    let view = client().pay_score_detail("8888", "a|b*c", &v2_key()).unwrap();
    let (_, nonce, sign) = taken_apart(&view);
    let query = format!(
        "mch_id={MCHID}&service_id=8888&out_order_no=a%7Cb%2Ac&timestamp=1700000000&nonce_str={nonce}&\
         sign_type=HMAC-SHA256&sign={sign}"
    );
    let page = json!({ "businessType": "wxpayScoreDetail", "queryString": query });
    assert_eq!(serde_json::to_value(view.jsapi()).unwrap(), page);
    let app = json!({ "businessType": "wxpayScoreDetail", "query": query });
    assert_eq!(serde_json::to_value(view.app()).unwrap(), app);
}

#[test]
fn what_weixin_itself_vouches_for_is_handed_on_as_it_came() {
    let enable = BusinessView::pay_score_enable("token+/=");
    let expected =
        json!({ "businessType": "wxpayScoreEnable", "extraData": { "apply_permissions_token": "token+/=" } });
    assert_eq!(serde_json::to_value(&enable).unwrap(), expected);
    assert_eq!(enable.app().query, "apply_permissions_token=token%2B%2F%3D");
    let confirm = serde_json::to_value(BusinessView::pay_score_use("AAQT-_")).unwrap();
    assert_eq!(confirm, json!({ "businessType": "wxpayScoreUse", "extraData": { "package": "AAQT-_" } }));
}

#[test]
fn older_pages_want_the_same_signed() {
    let client = client();
    let view = client.signed_pay_score_use("XXXXXXXX", &v2_key()).unwrap();
    assert_eq!(view.business_type, "wxpayScoreUse");
    let (_, nonce, sign) = taken_apart(&view);
    let message =
        format!("mch_id={MCHID}&nonce_str={nonce}&package=XXXXXXXX&sign_type=HMAC-SHA256&timestamp=1700000000");
    assert_eq!(sign, openssl_hmac(&message));
    let view = client.signed_pay_score_enable("8888", "REQUEST1", &v2_key()).unwrap();
    assert_eq!(view.business_type, "wxpayScoreEnable");
    let (_, nonce, sign) = taken_apart(&view);
    let message = format!(
        "mch_id={MCHID}&nonce_str={nonce}&out_request_no=REQUEST1&service_id=8888&sign_type=HMAC-SHA256&\
         timestamp=1700000000"
    );
    assert_eq!(sign, openssl_hmac(&message));
}

#[test]
fn every_backend_signs_what_is_there_in_the_order_of_the_names() {
    let members = [("b", "2"), ("B", "3"), ("empty", ""), ("a", "数据")];
    for &backend in Backend::all() {
        let signature = hmac_signature(backend, &members, &v2_key()).unwrap();
        assert_eq!(signature, openssl_hmac("B=3&a=数据&b=2"), "{}", backend.name());
    }
}

#[test]
fn the_key_of_either_version_is_taken_and_never_shown() {
    let key = ApiV3Key::new(V2_KEY).unwrap();
    for &backend in Backend::all() {
        let by = |key: &HmacKey| hmac_signature(backend, &[("a", "1")], key).unwrap();
        assert_eq!(by(&HmacKey::from(&key)), by(&v2_key()));
    }
    assert_eq!(format!("{:?}", v2_key()), "HmacKey(..)");
    assert!(["", "with blank", "中文", "line\n"].iter().all(|text| HmacKey::new(text).is_none()));
}

fn coupon(number: u8, code: Option<&str>) -> Coupon {
    let number = number.to_string();
    Coupon::new(format!("S{number}"), format!("R{number}")).with_code(code.map(str::to_owned))
}

#[test]
fn coupons_of_a_plug_in_are_signed_with_their_numbers() {
    let plugin = client().coupon_plugin(vec![coupon(1, None), coupon(2, Some("C2"))], &v2_key()).unwrap();
    let message = format!(
        "coupon_code1=C2&out_request_no0=R1&out_request_no1=R2&send_coupon_merchant={MCHID}&stock_id0=S1&stock_id1=S2"
    );
    let expected = json!({
        "send_coupon_params": [
            { "stock_id": "S1", "out_request_no": "R1" },
            { "stock_id": "S2", "out_request_no": "R2", "coupon_code": "C2" },
        ],
        "sign": openssl_hmac(&message),
        "send_coupon_merchant": MCHID,
    });
    assert_eq!(serde_json::to_value(&plugin).unwrap(), expected);
}

#[test]
fn none_and_more_than_ten_coupons_are_refused() {
    for count in [0, 11] {
        let error = client().coupon_plugin((0..count).map(|number| coupon(number, None)).collect(), &v2_key());
        let error = error.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent);
        let expected = format!("expected 1 to 10 coupons for a plug-in, found {count}");
        assert!(error.to_string().contains(&expected), "{error}");
    }
}

#[test]
fn a_coupon_behind_a_link_is_signed_with_its_user() {
    let link = client().coupon_link(&coupon(1, Some("C|1")), "oVvBvw", &v2_key()).unwrap();
    let message = format!("coupon_code=C|1&open_id=oVvBvw&out_request_no=R1&send_coupon_merchant={MCHID}&stock_id=S1");
    let expected = format!(
        "https://action.weixin.qq.com/busifavor/getcouponinfo?stock_id=S1&out_request_no=R1&coupon_code=C%7C1&\
         send_coupon_merchant={MCHID}&open_id=oVvBvw&sign={}#wechat_redirect",
        openssl_hmac(&message)
    );
    assert_eq!(link, expected);
}
