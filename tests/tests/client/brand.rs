//! Brands: they have a scheme, an ID and paths of their own; everything else is as with merchants.

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use serde_json::{Value, json};
use wxpay::client::{Builder, Client, ConfigError};
use wxpay::crypto::Backend;
use wxpay::envelope::{ALGORITHM, seal};
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::keys::{ApiV3Key, Certificate, HmacKey, Platform, PlatformKey};
use wxpay::notification::NotificationError;
use wxpay::prelude::*;
use wxpay::product_coupon::{UploadBrandImage, UploadBrandImageRequired, UploadImage, UploadImageRequired};
use wxpay::sign::Scheme;
use wxpay::transport::{Options, Reqwest, Transport as _};
use wxpay::verify::{HeaderProblem, VerifyError};
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::{contract_query, order, wire};

const TYPE: &str = "wechatpay-signature-type";

struct Brand {
    sandbox: Sandbox,
    credentials: Credentials,
    client: Client,
}

impl Brand {
    async fn start() -> Self {
        let sandbox = Sandbox::builder().endpoint(|asked: &AskBrand| told(asked)).start().await.unwrap();
        let credentials = sandbox.register_brand().unwrap();
        let client = credentials.client_builder().hosts([sandbox.url()]).build().unwrap();
        Self { sandbox, credentials, client }
    }

    fn merchant(&self) -> Client {
        self.sandbox.client().unwrap()
    }
}

/// An endpoint of brands with a sensitive member.
#[wxpay_endpoint(method = "POST", path = "/brand/test/asking", response = Told)]
#[derive(Debug, Clone, PartialEq)]
struct AskBrand {
    text: String,
    secret: Sensitive,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Told {
    text: String,
    secret: Sensitive,
}

fn told(asked: &AskBrand) -> Told {
    Told { text: asked.text.clone(), secret: asked.secret.clone() }
}

fn asking() -> AskBrand {
    AskBrand { text: "你好".into(), secret: "secret-of-a-brand".into() }
}

fn picture() -> UploadBrandImage {
    UploadBrandImage::new(UploadBrandImageRequired { file: Upload::new("logo.png", b"\x89PNG\r\n\x1a\n".as_slice()) })
}

/// Sends a signed request.
async fn sent(request: Request<Bytes>) -> Response<Bytes> {
    let answer = Reqwest::new(Options::default()).unwrap().send(request).await.unwrap();
    let (head, body) = answer.into_parts();
    Response::from_parts(head, http_body_util::BodyExt::collect(body).await.unwrap().to_bytes())
}

fn code(answer: &Response<Bytes>) -> (u16, String) {
    let json: Value = serde_json::from_slice(answer.body()).unwrap();
    (answer.status().as_u16(), json["code"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn a_brand_uploads_a_picture_for_its_coupons() {
    let brand = Brand::start().await;
    let image = brand.client.send(&picture()).await.unwrap();
    assert!(image.url().is_some_and(|url| url.starts_with("https://")), "{image:?}");
}

#[tokio::test]
async fn secrets_go_both_ways_under_the_keys_of_the_brand() {
    let brand = Brand::start().await;
    assert_eq!(brand.client.send(&asking()).await.unwrap(), told(&asking()));
}

#[tokio::test]
async fn the_request_names_scheme_brand_and_public_key_and_openssl_verifies_it() {
    let brand = Brand::start().await;
    let request = brand.client.prepare(&asking()).await.unwrap();
    let header = request.headers()[AUTHORIZATION].to_str().unwrap();
    let parameters = header.strip_prefix("WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"").unwrap();
    assert!(parameters.starts_with(&format!("{}\"", brand.credentials.mchid)), "{header}");
    assert!(!header.contains("mchid"));
    assert_eq!(request.headers()["wechatpay-serial"], brand.credentials.public_key_id);

    let value = |name: &str| {
        let (_, rest) = header.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0
    };
    let head = format!("POST\n/brand/test/asking\n{}\n{}\n", value("timestamp"), value("nonce_str"));
    let message = [head.as_bytes(), request.body(), b"\n"].concat();
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let certificate = file("certificate.pem", brand.credentials.merchant_certificate.as_bytes());
    let public = wxpay_tests::openssl(&["x509", "-in", &certificate, "-pubkey", "-noout"], b"").unwrap();
    let signature = wxpay_tests::openssl(&["base64", "-d", "-A"], value("signature").as_bytes()).unwrap();
    let (public, signature) = (file("public.pem", &public), file("signature", &signature));
    let verified = wxpay_tests::openssl(&["dgst", "-sha256", "-verify", &public, "-signature", &signature], &message);
    assert_eq!(verified.unwrap(), b"Verified OK\n");
}

#[tokio::test]
async fn an_answer_in_the_scheme_of_somebody_else_is_not_believed() {
    let brand = Brand::start().await;
    let answer = sent(brand.client.prepare(&asking()).await.unwrap()).await;
    assert_eq!(answer.headers()[TYPE], Scheme::BRAND.name);
    brand.client.accept::<AskBrand>(answer.clone()).await.unwrap();
    let mut other = answer;
    other.headers_mut().insert(TYPE, HeaderValue::from_static(Scheme::MERCHANT.name));
    assert_other_scheme(&brand.client.accept::<AskBrand>(other).await.unwrap_err());

    let merchant = brand.merchant();
    let mut answer = sent(merchant.prepare(&order(&merchant, "20260101000001")).await.unwrap()).await;
    assert_eq!(answer.headers()[TYPE], Scheme::MERCHANT.name);
    answer.headers_mut().insert(TYPE, HeaderValue::from_static(Scheme::BRAND.name));
    assert_other_scheme(&merchant.accept::<wxpay::pay::AppPrepay>(answer).await.unwrap_err());
}

fn assert_other_scheme(error: &Error) {
    assert_eq!(error.outcome(), Outcome::Unknown);
    let expected = VerifyError::Header { header: TYPE, problem: HeaderProblem::OtherScheme };
    assert!(matches!(error.kind(), ErrorKind::Unverified(found) if *found == expected), "{error}");
}

#[tokio::test]
async fn neither_calls_what_is_the_others() {
    let brand = Brand::start().await;
    let refused = |error: Error, reason: &str| {
        assert_eq!(error.outcome(), Outcome::NotSent);
        assert!(error.to_string().contains(reason), "{error}");
    };
    let upload = UploadImage::new(UploadImageRequired { file: Upload::new("logo.png", b"PNG".as_slice()) });
    let needs_merchant = "the path needs a `mchid`, but this client has a `brand_id`";
    refused(brand.client.send(&upload).await.unwrap_err(), needs_merchant);
    refused(brand.client.prepare(&contract_query("CODE")).await.unwrap_err(), needs_merchant);
    let needs_brand = "the path needs a `brand_id`, but this client has a `mchid`";
    refused(brand.merchant().send(&picture()).await.unwrap_err(), needs_brand);
}

#[tokio::test]
async fn a_brand_takes_no_payments() {
    let client = Brand::start().await.client;
    let key = HmacKey::new("an-APIv2-key-of-32-characters-00").unwrap();
    let errors = [
        client.jsapi_payment("wx1", "wx20").await.unwrap_err(),
        client.mini_program_payment("wx1", "wx20").await.unwrap_err(),
        client.app_payment("wx1", "wx20").await.unwrap_err(),
        client.transfer_confirmation("wx1", "package").unwrap_err(),
        client.pay_score_detail("8888", "ORDER1", &key).unwrap_err(),
        client.coupon_link(&Default::default(), "openid", &key).unwrap_err(),
    ];
    for error in errors {
        assert!(error.to_string().contains("the client is a brand's"), "{error}");
    }
}

#[tokio::test]
async fn the_gateway_refuses_the_wrong_scheme_and_a_brand_that_it_does_not_know() {
    let brand = Brand::start().await;
    let renamed = |mut request: Request<Bytes>, from: &str, to: &str| {
        let header = request.headers()[AUTHORIZATION].to_str().unwrap().replacen(from, to, 1);
        request.headers_mut().insert(AUTHORIZATION, HeaderValue::try_from(header).unwrap());
        request
    };
    let asked = || async { brand.client.prepare(&asking()).await.unwrap() };
    for (from, to) in [
        (Scheme::BRAND.name, Scheme::MERCHANT.name),
        (Scheme::BRAND.id, Scheme::MERCHANT.id),
        (&*brand.credentials.mchid, "7777"),
        (&*brand.credentials.mchid, &*brand.sandbox.credentials().mchid),
    ] {
        let answer = sent(renamed(asked().await, from, to)).await;
        assert_eq!(code(&answer), (401, "SIGN_ERROR".to_owned()), "{from} as {to}");
        assert!(!answer.headers().contains_key(TYPE));
    }
    let merchant = brand.merchant();
    let order = order(&merchant, "20260101000001");
    for (from, to) in [(Scheme::MERCHANT.name, Scheme::BRAND.name), (Scheme::MERCHANT.id, Scheme::BRAND.id)] {
        let answer = sent(renamed(merchant.prepare(&order).await.unwrap(), from, to)).await;
        assert_eq!(code(&answer), (401, "SIGN_ERROR".to_owned()), "{from} as {to}");
    }
}

#[tokio::test]
async fn the_gateway_wants_the_public_keys_id_of_a_brand() {
    let brand = Brand::start().await;
    let serials = [None, Some(&*brand.credentials.platform_serial), Some("PUB_KEY_ID_0")];
    for serial in serials {
        let mut request = brand.client.prepare(&asking()).await.unwrap();
        request.headers_mut().remove("wechatpay-serial");
        if let Some(serial) = serial {
            request.headers_mut().insert("wechatpay-serial", serial.parse().unwrap());
        }
        let answer = sent(request).await;
        assert_eq!(code(&answer), (400, "PARAM_ERROR".to_owned()), "{serial:?}");
        assert_eq!(answer.headers()["wechatpay-serial"], brand.credentials.public_key_id);
        assert_eq!(answer.headers()[TYPE], Scheme::BRAND.name);
    }
}

/// A notification to the brand in this scheme.
async fn notified(credentials: &Credentials, scheme: Scheme) -> (HeaderMap, Bytes) {
    let backend = Backend::preferred().unwrap();
    let key = ApiV3Key::new(&credentials.api_v3_key).unwrap();
    let ciphertext = seal(backend, &key, "0123456789ab", Some("coupon"), br#"{"coupon_code":"C1"}"#).unwrap();
    let body = json!({
        "id": "5150a2a5-0000-5000-8000-000000000001",
        "event_type": "PRODUCT_COUPON.TEST",
        "resource_type": "encrypt-resource",
        "resource": {
            "original_type": "coupon",
            "algorithm": ALGORITHM,
            "nonce": "0123456789ab",
            "associated_data": "coupon",
            "ciphertext": ciphertext,
        },
    });
    let body = body.to_string();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let now = i64::try_from(now).unwrap();
    let mut headers = wire::Platform::of(credentials).headers(now, "NONCE", body.as_bytes()).await;
    headers.insert(TYPE, HeaderValue::from_static(scheme.name));
    (headers, body.into())
}

#[tokio::test]
async fn a_brand_receives_what_is_sent_to_brands() {
    let brand = Brand::start().await;
    let notifications = brand.client.notifications().unwrap();
    let (headers, body) = notified(&brand.credentials, Scheme::BRAND).await;
    let received = notifications.receive::<Value>(&headers, &body).await.unwrap();
    assert_eq!(received.resource, json!({ "coupon_code": "C1" }));
    let (headers, body) = notified(&brand.credentials, Scheme::MERCHANT).await;
    let error = notifications.receive::<Value>(&headers, &body).await.unwrap_err();
    assert!(matches!(error, NotificationError::Unverified(VerifyError::Header { header: TYPE, .. })), "{error}");
    assert_eq!(error.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_brand_that_contradicts_itself_is_no_client() {
    let brand = Brand::start().await;
    let credentials = &brand.credentials;
    let good = || credentials.client_builder();
    let problem = |builder: Builder, expected: &str| {
        let ConfigError { problems, .. } = builder.build().unwrap_err();
        let [problem] = &*problems else { panic!("{problems:?}") };
        assert!(format!("{}: {}", problem.setting, problem.fault).contains(expected), "{problems:?}");
    };
    let none = "a brand has no platform certificates";
    problem(good().mchid("1900000001"), "brand: a merchant number was given too");
    problem(good().brand("my brand"), "brand: `my brand` is not 1 to 32 digits");
    problem(good().brand(""), "brand: `` is not 1 to 32 digits");
    problem(good().download_certificates(), &format!("download_certificates: {none}"));
    let certificate = &credentials.platform_certificate;
    problem(good().platform_certificate_pem(certificate), &format!("platform_certificate: {none}"));
    let platform = Platform::default();
    let certificate = Certificate::from_pem(certificate).unwrap();
    let key = Backend::preferred().unwrap().public_key(certificate.spki()).unwrap();
    platform.add(PlatformKey::certificate(&certificate, key)).unwrap();
    problem(good().platform(platform), &format!("platform: {none}"));
    assert_eq!(good().build().unwrap().merchant().scheme(), Scheme::BRAND);
}
