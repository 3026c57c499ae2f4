//! The examples on the official pages of four endpoints: requests pass and serialise to the same JSON, answers decode, and no
//! page's own example is refused.

use serde_json::{Value, json};
use wxpay::client::Client;
use wxpay::credit_repayment::{
    DisplayName, H5Presign, H5PresignRequired, H5PresignResponse, JumpInfo, RealIdentity, RealIdentityRequired,
    RealIdentityType, TradeInfo, TradeInfoRequired,
};
use wxpay::individual_contracts::{AuthState, Contract, PresignResponse};
use wxpay::pay::{
    Amount, AmountRequired, AppPrepay, AppPrepayRequired, AppPrepayResponse, Detail, GoodsDetail, GoodsDetailRequired,
    SceneInfo, SettleInfo, StoreInfo,
};
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;
use wxpay_tests::{contract, contract_query};

/// A client that allows the samples, which are of any merchant.
async fn client() -> Client {
    Sandbox::start().await.unwrap().client_builder().allow_other_callers(true).build().unwrap()
}

fn body(client: &Client, request: &impl Endpoint) -> Value {
    serde_json::from_slice(client.encode(request).unwrap().body()).unwrap()
}

#[tokio::test]
async fn the_app_order_of_the_java_sample() {
    let client = client().await;
    let order = AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: "1230000109".into(),
        description: "Image形象店-深圳腾大-QQ公仔".into(),
        out_trade_no: "1217752501201407033233368018".into(),
        notify_url: "https://www.weixin.qq.com/wxpay/pay.php".into(),
        amount: Amount::new(AmountRequired { total: Fen::new(100) }).currency("CNY"),
    })
    .time_expire("2018-06-08T10:34:56+08:00".parse::<DateTime>().unwrap())
    .attach("自定义数据说明")
    .goods_tag("WXG")
    .support_fapiao(false)
    .detail(
        Detail::new().cost_price(Fen::new(1)).invoice_id("wx123").goods_detail([GoodsDetail::new(
            GoodsDetailRequired { merchant_goods_id: "1246464644".into(), quantity: 1, unit_price: Fen::new(528_800) },
        )
        .wechatpay_goods_id("1001")
        .goods_name("iPhone6s 16G")]),
    )
    .scene_info(
        SceneInfo::new().payer_client_ip("14.23.150.211").device_id("013467007045764").store_info(
            StoreInfo::new()
                .id("0001")
                .name("腾讯大厦分店")
                .area_code("440305")
                .address("广东省深圳市南山区科技中一道10000号"),
        ),
    )
    .settle_info(SettleInfo::new().profit_sharing(false));
    assert_eq!(
        body(&client, &order),
        json!({
            "appid": "wxd678efh567hg6787",
            "mchid": "1230000109",
            "description": "Image形象店-深圳腾大-QQ公仔",
            "out_trade_no": "1217752501201407033233368018",
            "time_expire": "2018-06-08T10:34:56+08:00",
            "attach": "自定义数据说明",
            "notify_url": "https://www.weixin.qq.com/wxpay/pay.php",
            "goods_tag": "WXG",
            "support_fapiao": false,
            "amount": { "total": 100, "currency": "CNY" },
            "detail": {
                "cost_price": 1,
                "invoice_id": "wx123",
                "goods_detail": [{
                    "merchant_goods_id": "1246464644",
                    "wechatpay_goods_id": "1001",
                    "goods_name": "iPhone6s 16G",
                    "quantity": 1,
                    "unit_price": 528_800,
                }],
            },
            "scene_info": {
                "payer_client_ip": "14.23.150.211",
                "device_id": "013467007045764",
                "store_info": {
                    "id": "0001",
                    "name": "腾讯大厦分店",
                    "area_code": "440305",
                    "address": "广东省深圳市南山区科技中一道10000号",
                },
            },
            "settle_info": { "profit_sharing": false },
        })
    );
    let stored: AppPrepay = serde_json::from_value(serde_json::to_value(&order).unwrap()).unwrap();
    assert_eq!(stored, order);
}

#[tokio::test]
async fn the_h5_presign_of_the_curl_sample() {
    let client = client().await;
    let presign = H5Presign::new(H5PresignRequired {
        appid: "wxd678efh567hg6787".into(),
        plan_id: "WxCreditRepaymentPlan12345678".into(),
        out_contract_code: "WxCreditRepayment20200910100000".into(),
        display_name: DisplayName::already_masked("*明"),
        contract_notify_url: "https://yourapp.com/notify".into(),
        repayment_amount_limit: FenText::new(10_000),
        real_identity: RealIdentity::new(RealIdentityRequired {
            identity_type: RealIdentityType::IdCard,
            identity_id: "identity_id".into(),
            real_name: "real_name".into(),
        }),
    })
    .repayment_day(1)
    .sub_mchid("1000000109")
    .sub_appid("wxcbda96de0b165489")
    .trade_info(
        TradeInfo::new(TradeInfoRequired {
            out_trade_no: "1217752501201407033233368018".into(),
            deduct_amount: FenText::new(10_000),
        })
        .description("信贷还款")
        .attach("备注信息")
        .notify_url("https://www.test.com"),
    )
    .jump_info(JumpInfo::new().jump_appid("example_jump_appid"));
    let mut body = body(&client, &presign);
    for member in ["identity_id", "real_name"] {
        let ciphertext = body["real_identity"].as_object_mut().unwrap().remove(member).unwrap();
        assert_eq!(ciphertext.as_str().unwrap().len(), 344, "RSA-2048 in Base64");
    }
    assert_eq!(
        body,
        json!({
            "appid": "wxd678efh567hg6787",
            "plan_id": "WxCreditRepaymentPlan12345678",
            "out_contract_code": "WxCreditRepayment20200910100000",
            "display_name": "*明",
            "contract_notify_url": "https://yourapp.com/notify",
            "repayment_day": 1,
            "repayment_amount_limit": "10000",
            "sub_mchid": "1000000109",
            "sub_appid": "wxcbda96de0b165489",
            "real_identity": { "identity_type": "REAL_IDENTITY_TYPE_ID_CARD" },
            "trade_info": {
                "out_trade_no": "1217752501201407033233368018",
                "deduct_amount": "10000",
                "description": "信贷还款",
                "attach": "备注信息",
                "notify_url": "https://www.test.com",
            },
            "jump_info": { "jump_appid": "example_jump_appid" },
        })
    );
}

#[tokio::test]
async fn the_c2c_presign_and_its_query() {
    let client = client().await;
    let presign = contract("APPLYMENT_00000000001");
    let expected = json!({ "appid": "wxd678efh567h23787", "out_contract_code": "APPLYMENT_00000000001" });
    assert_eq!(body(&client, &presign), expected);

    let encoded = client.encode(&contract_query("APPLYMENT_00000000001")).unwrap();
    let target = "/v3/ecommerce/individual-contracts/out-contract-code/APPLYMENT_00000000001?appid=wxd678efh567h23787";
    assert_eq!(encoded.target(), target);
    assert!(encoded.body().is_empty());
}

#[test]
fn the_answers_of_the_pages_decode() {
    let prepay: AppPrepayResponse =
        serde_json::from_value(json!({ "prepay_id": "wx201410272009395522657a690389285100" })).unwrap();
    assert_eq!(prepay.prepay_id, "wx201410272009395522657a690389285100");

    let presign: H5PresignResponse =
        serde_json::from_value(json!({ "redirect_url": "https://www.xxx.com/xxx?presign_token=wx12334" })).unwrap();
    assert_eq!(presign.presign_token(), Some("wx12334"));

    let id = "1121_9f3cec22a2d367737674d08d98e5e07b8388495fafedc0eba83c327e8ad720ed_12bfdd59b387c4bff8543de4719a886a";
    let presign: PresignResponse = serde_json::from_value(json!({ "pre_entrustweb_id": id })).unwrap();
    assert_eq!(presign.pre_entrustweb_id, id);

    // The page's openid ends with a TAB, which is not trimmed silently.
    let contract: Contract = serde_json::from_value(json!({
        "individual_auth_id": "1900000109",
        "signed_time": "2018-06-08T10:34:56+08:00",
        "auth_state": "AUTHORIZED",
        "individual_openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o\t",
    }))
    .unwrap();
    assert_eq!(contract.auth_state, AuthState::Authorized);
    assert_eq!(contract.signed_time.unwrap().to_string(), "2018-06-08T10:34:56+08:00");
    assert_eq!(contract.individual_openid.as_deref(), Some("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o\t"));
}

#[test]
fn an_answer_may_have_more_less_and_other_than_documented() {
    let contract: Contract = serde_json::from_value(json!({
        "auth_state": "SUSPENDED",
        "signed_time": "",
        "individual_auth_id": null,
        "real_name_auth_result": { "scope": "pay_realname" },
    }))
    .unwrap();
    assert_eq!(contract.auth_state.as_str(), "SUSPENDED");
    assert_ne!(contract.auth_state, AuthState::Unauthorized);
    assert_eq!(contract.signed_time, None);
    assert_eq!(contract.individual_auth_id, None);

    let missing = serde_json::from_value::<Contract>(json!({ "signed_time": 5 })).unwrap_err().to_string();
    assert_eq!(missing, "/signed_time is not an RFC 3339 time with offset; /auth_state is missing");
}

#[test]
fn a_presign_token_is_a_whole_parameter() {
    for (url, token) in [
        ("https://a.cn/x?presign_token=wx1&b=2", Some("wx1")),
        ("https://a.cn/x?b=2&presign_token=wx1#f", Some("wx1")),
        ("https://a.cn/x?my_presign_token=wx1", None),
        ("https://a.cn/x?presign_token=", None),
        ("https://a.cn/presign_token=wx1", None),
    ] {
        let answer: H5PresignResponse = serde_json::from_value(json!({ "redirect_url": url })).unwrap();
        assert_eq!(answer.presign_token(), token, "{url}");
    }
}

#[test]
fn a_name_is_masked_down_to_its_last_character() {
    for (name, masked) in [
        ("明", "明"),
        ("小明", "*明"),
        ("王小明", "**明"),
        ("欧阳小明", "***明"),
        ("买买提·艾力", "***力"),
        ("David G", "***G"),
        ("", ""),
    ] {
        assert_eq!(DisplayName::masked(name).as_str(), masked);
    }
}
