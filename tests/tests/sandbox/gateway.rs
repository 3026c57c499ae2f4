//! Raw requests to the sandbox's gateway: the order of its checks, its words, the answers that it signs.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use wxpay::crypto::{Backend, PrivateKey};
use wxpay::keys::private_key_der;
use wxpay::sign::{Scheme, authorization, request_message};
use wxpay_sandbox::{Credentials, Keys, Sandbox};

const ORDER: &str = "/v3/pay/transactions/app";
const PRESIGN: &str = "/v3/ecommerce/individual-contracts/pre-entrust-sign/app";

struct Gateway {
    sandbox: Sandbox,
    credentials: Credentials,
    key: PrivateKey,
}

/// A request of which each part can be wrong.
#[derive(Clone)]
struct Raw {
    method: &'static str,
    target: String,
    body: Vec<u8>,
    age: i64,
    mchid: String,
    serial: String,
    scheme: &'static str,
    headers: Vec<(&'static str, String)>,
    authorization: Option<String>,
    signed_body: Option<Vec<u8>>,
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    fn signed(&self) -> bool {
        self.header("wechatpay-signature").is_some()
    }

    /// Checks status, code and message, and whether the answer is signed.
    fn assert(&self, status: u16, code: &str, message: &str, signed: bool) {
        let json = self.json();
        let text = |member: &str| json[member].as_str().unwrap_or_default().to_owned();
        assert_eq!((self.status, text("code"), text("message")), (status, code.to_owned(), message.to_owned()));
        assert_eq!(self.signed(), signed);
    }
}

impl Gateway {
    async fn new(builder: wxpay_sandbox::Builder) -> Self {
        let sandbox = builder.start().await.unwrap();
        let credentials = sandbox.credentials().clone();
        let der = private_key_der(&credentials.merchant_private_key).unwrap();
        let key = Backend::preferred().unwrap().private_key(&der).unwrap();
        Self { sandbox, credentials, key }
    }

    /// A valid request.
    fn request(&self, method: &'static str, target: &str, body: &Value) -> Raw {
        Raw {
            method,
            target: target.to_owned(),
            body: if body.is_null() { Vec::new() } else { body.to_string().into_bytes() },
            age: 0,
            mchid: self.credentials.mchid.clone(),
            serial: self.credentials.merchant_serial.clone(),
            scheme: Scheme::MERCHANT.name,
            headers: vec![
                ("Accept", "application/json".to_owned()),
                ("User-Agent", "test".to_owned()),
                ("Wechatpay-Serial", self.credentials.public_key_id.clone()),
            ],
            authorization: None,
            signed_body: None,
        }
    }

    fn order(&self) -> Value {
        json!({
            "appid": "wxd678efh567hg6787",
            "mchid": self.credentials.mchid,
            "description": "A teapot",
            "out_trade_no": "20260101000001",
            "notify_url": "https://shop.example.com/notify",
            "amount": { "total": 1 },
        })
    }

    /// Sends the order with one member replaced, or removed if `value` is null.
    async fn order_with(&self, pointer: &str, value: Value) -> Answer {
        let mut order = self.order();
        let (parent, member) = pointer.rsplit_once('/').unwrap();
        let parent = order.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        match value {
            Value::Null => parent.remove(member),
            value => parent.insert(member.to_owned(), value),
        };
        self.send(self.request("POST", ORDER, &order)).await
    }

    async fn send(&self, raw: Raw) -> Answer {
        let now = i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()).unwrap();
        let timestamp = (now - raw.age).to_string();
        let signed = raw.signed_body.as_deref().unwrap_or(&raw.body);
        let message = request_message(raw.method, &raw.target, &timestamp, "NONCE", signed);
        let signature = wxpay_tests::base64(&self.key.signer.sign(&message).await.unwrap());
        let mut scheme = Scheme::MERCHANT;
        scheme.name = raw.scheme;
        let made = || authorization(scheme, &raw.mchid, &raw.serial, &timestamp, "NONCE", &signature);
        let authorization = raw.authorization.clone().unwrap_or_else(made);
        let mut head = format!("{} {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n", raw.method, raw.target);
        if !authorization.is_empty() {
            head += &format!("Authorization: {authorization}\r\n");
        }
        for (name, value) in &raw.headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += &format!("Content-Length: {}\r\n\r\n", raw.body.len());
        let mut stream = TcpStream::connect(self.sandbox.address()).await.unwrap();
        stream.write_all(&[head.as_bytes(), &raw.body].concat()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        let body = wxpay_sandbox::wire::body_start(&answer).unwrap();
        let head = String::from_utf8(answer[..body].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: answer[body..].to_vec() }
    }
}

async fn gateway() -> Gateway {
    Gateway::new(Sandbox::builder()).await
}

#[tokio::test]
async fn a_path_that_is_none_is_404_and_another_method_405_both_empty_and_unsigned() {
    let gateway = gateway().await;
    for (method, target, status) in [
        ("POST", "/v3/pay/transactions/apps", 404),
        ("POST", "/v3/pay/transactions/app/", 404),
        ("POST", "/v3//pay/transactions/app", 404),
        ("GET", "/v3/ecommerce/individual-contracts/out-contract-code/", 404),
        ("GET", ORDER, 405),
        ("POST", "/v3/ecommerce/individual-contracts/out-contract-code/A", 405),
    ] {
        let answer = gateway.send(gateway.request(method, target, &Value::Null)).await;
        assert_eq!((answer.status, answer.body.len(), answer.signed()), (status, 0, false), "{method} {target}");
    }
}

#[tokio::test]
async fn without_user_agent_or_accept_nothing_but_trade_is_looked_at() {
    let gateway = gateway().await;
    for missing in ["User-Agent", "Accept"] {
        let mut raw = gateway.request("POST", PRESIGN, &Value::Null);
        raw.headers.retain(|(name, _)| *name != missing);
        raw.authorization = Some(String::new());
        let answer = gateway.send(raw.clone()).await;
        answer.assert(400, "INVALID_REQUEST", "Http头缺少Accept或User-Agent", false);
        raw.target = ORDER.to_owned();
        assert_eq!(gateway.send(raw).await.status, 401);
    }
}

#[tokio::test]
async fn a_missing_or_malformed_authorization_is_worded_by_family() {
    let gateway = gateway().await;
    for header in ["", "Bearer abc", "WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\""] {
        let mut raw = gateway.request("POST", PRESIGN, &Value::Null);
        raw.authorization = Some(header.to_owned());
        let answer = gateway.send(raw.clone()).await;
        let message = "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》";
        answer.assert(401, "SIGN_ERROR", message, false);
        assert!(answer.header("request-id").is_some());

        raw.target = ORDER.to_owned();
        let answer = gateway.send(raw).await;
        answer.assert(401, "SIGN_ERROR", "签名信息错误，验签失败", false);
        assert_eq!(answer.header("request-id"), None);
    }
    let mut raw = gateway.request("POST", ORDER, &gateway.order());
    raw.scheme = "WECHATPAY2-SM2-WITH-SM3";
    gateway.send(raw).await.assert(401, "SIGN_ERROR", "Http头Authorization认证类型不正确", false);
}

#[tokio::test]
async fn clock_then_serial_then_signature() {
    let gateway = gateway().await;
    let mut everything_wrong = gateway.request("POST", ORDER, &gateway.order());
    everything_wrong.age = 302;
    everything_wrong.serial = "00AB".to_owned();
    everything_wrong.signed_body = Some(b"other".to_vec());
    let clock = "Http头Authorization中的timestamp与发起请求的时间不得超过5分钟";
    gateway.send(everything_wrong.clone()).await.assert(401, "SIGN_ERROR", clock, false);
    everything_wrong.age = -302;
    gateway.send(everything_wrong.clone()).await.assert(401, "SIGN_ERROR", clock, false);

    everything_wrong.age = 298;
    let serial = "商户证书序列号有误。请使用签名私钥匹配的证书序列号";
    gateway.send(everything_wrong.clone()).await.assert(401, "SIGN_ERROR", serial, false);
    everything_wrong.serial = gateway.credentials.merchant_serial.clone();
    everything_wrong.mchid = "1900000002".to_owned();
    gateway.send(everything_wrong.clone()).await.assert(401, "SIGN_ERROR", serial, false);

    everything_wrong.mchid = gateway.credentials.mchid.clone();
    let answer = gateway.send(everything_wrong.clone()).await;
    answer.assert(401, "SIGN_ERROR", "错误的签名，验签失败", false);
    let information = &answer.json()["detail"]["sign_information"];
    assert_eq!((&information["method"], &information["url"]), (&json!("POST"), &json!(ORDER)));

    everything_wrong.signed_body = None;
    assert_eq!(gateway.send(everything_wrong).await.status, 200);
}

#[tokio::test]
async fn a_nonce_is_taken_again_unless_that_is_switched_off() {
    for (refuse, again) in [(false, 200), (true, 401)] {
        let gateway = Gateway::new(Sandbox::builder().refuse_repeated_nonces(refuse)).await;
        // All requests here have the same nonce.
        let raw = gateway.request("POST", ORDER, &gateway.order());
        let mut unsigned = raw.clone();
        unsigned.signed_body = Some(b"other".to_vec());
        assert_eq!(gateway.send(unsigned).await.status, 401);
        assert_eq!(gateway.send(raw.clone()).await.status, 200, "a forgery uses no nonce up");
        assert_eq!(gateway.send(raw.clone()).await.status, again);

        let mut later = raw;
        later.age = -601;
        gateway.sandbox.set_clock_ahead(601).unwrap();
        assert_eq!(gateway.send(later).await.status, 200, "after ten minutes");
    }
}

#[tokio::test]
async fn without_a_certificate_the_public_key_signs_what_asks_for_none() {
    let gateway = Gateway::new(Sandbox::builder().keys(Keys::Both)).await;
    let serial = &gateway.credentials.platform_serial;
    assert!(gateway.sandbox.withdraw_certificate(serial));
    let mut raw = gateway.request("POST", ORDER, &gateway.order());
    raw.headers.retain(|(name, _)| *name != "Wechatpay-Serial");
    let answer = gateway.send(raw.clone()).await;
    assert_eq!((answer.status, answer.header("wechatpay-serial")), (200, Some(&*gateway.credentials.public_key_id)));
    let answer = gateway.named(raw, Some(serial)).await;
    assert_eq!((answer.status, answer.header("wechatpay-serial")), (200, Some(&*gateway.credentials.public_key_id)));
}

#[tokio::test]
async fn every_answer_has_a_nonce_and_a_request_id_of_its_own() {
    let gateway = gateway().await;
    let mut seen = std::collections::HashSet::new();
    for total in [1, 2] {
        let answer = gateway.order_with("/amount/total", json!(total)).await;
        let nonce = answer.header("wechatpay-nonce").unwrap();
        assert_eq!(nonce.len(), 32);
        let (id, numeric) = answer.header("request-id").unwrap().rsplit_once('-').unwrap();
        assert!(id.len() >= 38 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
        assert_eq!(numeric, if total == 1 { "0" } else { "268498688" }, "the second is refused");
        assert!(seen.insert(nonce.to_owned()) && seen.insert(id.to_owned()));
    }
}

#[tokio::test]
async fn the_answer_is_signed_with_the_key_that_is_asked_for() {
    let gateway = Gateway::new(Sandbox::builder().keys(Keys::Both)).await;
    let credentials = gateway.credentials.clone();
    let lower = credentials.platform_serial.to_lowercase();
    for (serial, signer) in [
        (Some(credentials.public_key_id.as_str()), &credentials.public_key_id),
        (Some(&credentials.platform_serial), &credentials.platform_serial),
        (Some(&lower), &credentials.platform_serial),
        (None, &credentials.platform_serial),
    ] {
        let mut raw = gateway.request("POST", ORDER, &gateway.order());
        raw.headers.retain(|(name, _)| *name != "Wechatpay-Serial");
        raw.headers.extend(serial.map(|serial| ("Wechatpay-Serial", serial.to_owned())));
        let answer = gateway.send(raw).await;
        assert_eq!((answer.status, answer.header("wechatpay-serial")), (200, Some(signer.as_str())));
        assert_eq!(answer.header("wechatpay-signature-type"), Some("WECHATPAY2-SHA256-RSA2048"));
        assert!(answer.header("request-id").unwrap().ends_with("-0"));
    }
}

impl Gateway {
    /// Sends the request with another `Wechatpay-Serial`, or without one.
    async fn named(&self, mut raw: Raw, serial: Option<&str>) -> Answer {
        raw.headers.retain(|(name, _)| *name != "Wechatpay-Serial");
        raw.headers.extend(serial.map(|serial| ("Wechatpay-Serial", serial.to_owned())));
        self.send(raw).await
    }

    /// The remarks on the last request, each by its first word.
    fn remarked(&self) -> Vec<&'static str> {
        let last = self.sandbox.requests().pop().unwrap();
        last.remarks.iter().map(|remark| remark.text.split([' ', ',']).next().unwrap()).collect()
    }
}

/// While they download certificates, the official Java client and gopay send an empty serial, and wechatpay-node-v3 sends the
/// merchant's own.
#[tokio::test]
async fn a_serial_that_names_no_key_is_let_through_where_nothing_is_encrypted() {
    let gateway = gateway().await;
    let order = gateway.request("POST", ORDER, &gateway.order());
    let Credentials { merchant_serial, platform_serial, .. } = &gateway.credentials;
    for serial in ["", "PUB_KEY_ID_0", merchant_serial, platform_serial] {
        let answer = gateway.named(order.clone(), Some(serial)).await;
        let signer = answer.header("wechatpay-serial").map(str::to_owned);
        assert_eq!((answer.status, signer), (200, Some(gateway.credentials.public_key_id.clone())), "{serial}");
        assert_eq!(gateway.remarked(), ["Wechatpay-Serial"]);
    }
    assert_eq!(gateway.named(order, None).await.status, 200);
    assert!(gateway.remarked().is_empty());
}

#[tokio::test]
async fn a_certificate_is_named_in_either_letter_case() {
    let gateway = gateway().await;
    let mut raw = gateway.request("POST", ORDER, &gateway.order());
    raw.serial = raw.serial.to_lowercase();
    assert_eq!(gateway.send(raw.clone()).await.status, 200);
    assert_eq!(gateway.remarked(), ["the"]);
    raw.serial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1".to_owned();
    gateway.send(raw).await.assert(401, "SIGN_ERROR", "商户证书序列号有误。请使用签名私钥匹配的证书序列号", false);
}

#[tokio::test]
async fn a_member_that_is_missing_or_of_another_type_is_named() {
    let gateway = gateway().await;
    let missing = "输入源“/body/notify_url”映射到字段“商户回调地址”必填性规则校验失败，此字段为必填项";
    gateway.order_with("/notify_url", Value::Null).await.assert(400, "PARAM_ERROR", missing, true);
    let integer =
        "无法将 JSON 输入源“/body/amount/total”映射到目标字段“总金额”中，此字段需要一个合法的 64 位有符号整数";
    for wrong in [json!("1"), json!(1.5), json!(true), json!({}), json!([1]), json!(9_223_372_036_854_775_808_u64)] {
        let answer = gateway.order_with("/amount/total", wrong.clone()).await;
        answer.assert(400, "PARAM_ERROR", integer, true);
        assert_eq!(answer.json()["detail"], json!({ "location": "body", "value": wrong }));
    }
    for (pointer, wrong, needed) in [
        ("/appid", json!(7), "“商户应用ID”中，此字段需要一个合法的字符串"),
        ("/amount", json!("1"), "“订单金额”中，此字段需要一个合法的对象"),
        ("/detail", json!({ "goods_detail": {} }), "“单品列表”中，此字段需要一个合法的数组"),
        ("/support_fapiao", json!("true"), "“电子发票入口开放标识”中，此字段需要一个合法的布尔值"),
        ("/time_expire", json!("tomorrow"), "“支付结束时间”字符串规则校验失败，字符串必须是符合 RFC3339 日期时间格式"),
    ] {
        let answer = gateway.order_with(pointer, wrong).await;
        let message = answer.json()["message"].as_str().unwrap().to_owned();
        assert!(answer.status == 400 && message.ends_with(needed), "{pointer}: {message}");
    }
}

#[tokio::test]
async fn a_member_that_breaks_a_rule_is_named_in_the_gateways_words() {
    let gateway = gateway().await;
    let text = |place: &str, label: &str, rest: &str| {
        format!("输入源“/{place}”映射到值字段“{label}”字符串规则校验失败，{rest}")
    };
    for (pointer, value, message) in [
        ("/out_trade_no", json!("12345"), text("body/out_trade_no", "商户订单号", "字节数 5，小于最小值 6")),
        ("/description", json!("x".repeat(128)), text("body/description", "商品描述", "字节数 128，大于最大值 127")),
        ("/attach", json!("备".repeat(43)), text("body/attach", "商户数据包", "字节数 129，大于最大值 128")),
        (
            "/out_trade_no",
            json!("2026 0101"),
            text("body/out_trade_no", "商户订单号", "字符串必须匹配正则表达式“^[0-9A-Za-z_\\-|*]+$”"),
        ),
        ("/description", json!("😀"), text("body/description", "商品描述", "包含不支持的字符")),
        (
            "/amount/total",
            json!(0),
            "输入源“/body/amount/total”映射到数值字段“总金额”规则校验失败，值低于最小值 1".to_owned(),
        ),
    ] {
        gateway.order_with(pointer, value).await.assert(400, "PARAM_ERROR", &message, true);
    }
    let target = "/v3/ecommerce/individual-contracts/out-contract-code/a%20b?appid=wx1";
    let answer = gateway.send(gateway.request("GET", target, &Value::Null)).await;
    assert_eq!(answer.json()["detail"]["location"], "uri_template");
    let target = "/v3/ecommerce/individual-contracts/out-contract-code/ab";
    let answer = gateway.send(gateway.request("GET", target, &Value::Null)).await;
    let missing = "输入源“/query/appid”映射到字段“签约和付款的AppID”必填性规则校验失败，此字段为必填项";
    answer.assert(400, "PARAM_ERROR", missing, true);
}

#[tokio::test]
async fn a_body_that_is_no_json_too_deep_or_too_large_is_refused() {
    let gateway = gateway().await;
    let order = gateway.order().to_string();
    let deep = order.replace("\"A teapot\"", &format!("{}1{}", "[".repeat(5000), "]".repeat(5000)));
    for body in ["", "{", "[]x", "{\"a\":1,}", &format!("{order} x"), "\u{feff}{}", &deep] {
        let mut raw = gateway.request("POST", ORDER, &Value::Null);
        raw.body = body.as_bytes().to_vec();
        let answer = gateway.send(raw).await;
        assert_eq!((answer.status, answer.json()["code"].as_str()), (400, Some("PARAM_ERROR")), "{:.20}", body);
    }
    let mut raw = gateway.request("POST", ORDER, &Value::Null);
    raw.body = b"\xff\xfe{}".to_vec();
    assert_eq!(gateway.send(raw.clone()).await.status, 400);
    raw.body = vec![b' '; (1 << 20) + 1];
    assert_eq!(gateway.send(raw).await.status, 413);
}

#[tokio::test]
async fn unknown_and_doubled_members_are_refused_by_a_strict_sandbox_only() {
    let doubled = |order: &Value| order.to_string().replacen('{', "{\"appid\":\"wxd678efh567hg6787\",", 1).into_bytes();
    let unknown = |order: &Value| order.to_string().replacen('{', "{\"new\":{\"a\":[1]},", 1).into_bytes();
    for strict in [false, true] {
        let gateway = Gateway::new(Sandbox::builder().strict(strict)).await;
        for body in [doubled(&gateway.order()), unknown(&gateway.order())] {
            let mut raw = gateway.request("POST", ORDER, &Value::Null);
            raw.body = body;
            assert_eq!(gateway.send(raw).await.status, if strict { 400 } else { 200 });
        }
    }
}

#[tokio::test]
async fn sensitive_members_need_the_key_named_and_to_be_encrypted_to_it() {
    let gateway = gateway().await;
    let body = |ciphertext: &str| {
        json!({
            "appid": "wx1", "plan_id": "1", "out_contract_code": "Raw1", "display_name": "*明",
            "contract_notify_url": "https://yourapp.com/notify", "repayment_amount_limit": "10000",
            "real_identity": {
                "identity_type": "REAL_IDENTITY_TYPE_ID_CARD", "identity_id": ciphertext, "real_name": ciphertext,
            },
        })
    };
    let target = "/v3/credit-repayment/partner/contracts/h5-presign";
    let raw = gateway.request("POST", target, &body("AAAA"));
    gateway.send(raw.clone()).await.assert(
        400,
        "PARAM_ERROR",
        "输入源“/body/real_identity/identity_id”平台私钥解密失败",
        true,
    );
    let missing = "HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)";
    gateway.named(raw.clone(), None).await.assert(400, "PARAM_ERROR", missing, true);
    let wrong = "平台证书序列号Wechatpay-Serial错误";
    gateway.named(raw, Some("PUB_KEY_ID_0")).await.assert(400, "PARAM_ERROR", wrong, true);
}
