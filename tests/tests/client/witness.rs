//! Compares the four requests on the wire, and an answer, with the `openssl` command line, a witness that shares no code with us.

use std::path::Path;

use bytes::Bytes;
use http::Response;
use wxpay::client::Client;
use wxpay::endpoint::Endpoint;
use wxpay::error::ErrorKind;
use wxpay::pay::AppPrepay;
use wxpay::verify::VerifyError;
use wxpay_sandbox::wire::{Wire, body_start};
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::{contract, contract_query, openssl, order, repayment};

/// A captured request.
struct Captured {
    line: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Captured {
    fn read(bytes: &[u8]) -> Self {
        let (head, body) = bytes.split_at(body_start(bytes).unwrap());
        let head = std::str::from_utf8(head).unwrap();
        let (line, rest) = head.split_once("\r\n").unwrap();
        let header = |line: &str| line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()));
        Self { line: line.to_owned(), headers: rest.lines().filter_map(header).collect(), body: body.to_vec() }
    }

    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value).unwrap()
    }

    fn credential(&self, name: &str) -> &str {
        let (_, rest) = self.header("authorization").split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0
    }

    /// The five lines that were signed, put together from the wire only.
    fn signed(&self) -> Vec<u8> {
        let mut words = self.line.split(' ');
        let (method, target) = (words.next().unwrap(), words.next().unwrap());
        let (timestamp, nonce) = (self.credential("timestamp"), self.credential("nonce_str"));
        let head = format!("{method}\n{target}\n{timestamp}\n{nonce}\n");
        [head.as_bytes(), &self.body, b"\n"].concat()
    }
}

/// Sends `request` through a tap, and returns what passed it.
async fn captured(sandbox: &Sandbox, request: &impl Endpoint) -> Captured {
    let wire = Wire::tap(sandbox.address()).await.unwrap();
    let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
    client.send(request).await.unwrap();
    Captured::read(&wire.requests()[0])
}

fn file(folder: &Path, name: &str, content: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Checks with `openssl` that `signature` is the merchant's over `message`.
fn assert_verified(credentials: &Credentials, signature: &str, message: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let certificate = file(folder.path(), "cert.pem", credentials.merchant_certificate.as_bytes());
    let public = openssl(&["x509", "-in", &certificate, "-pubkey", "-noout"], b"").unwrap();
    let public = file(folder.path(), "public.pem", &public);
    let signature = openssl(&["base64", "-d", "-A"], signature.as_bytes()).unwrap();
    let signature = file(folder.path(), "signature", &signature);
    let verified = openssl(&["dgst", "-sha256", "-verify", &public, "-signature", &signature], message);
    assert_eq!(verified.unwrap(), b"Verified OK\n");
}

fn assert_signed_by_the_merchant(sandbox: &Sandbox, captured: &Captured) {
    assert_verified(sandbox.credentials(), captured.credential("signature"), &captured.signed());
    let certificate = sandbox.credentials().merchant_certificate.as_bytes();
    let serial = openssl(&["x509", "-serial", "-noout"], certificate).unwrap();
    assert_eq!(String::from_utf8(serial).unwrap().trim(), format!("serial={}", captured.credential("serial_no")));
    assert_eq!(captured.credential("mchid"), sandbox.credentials().mchid);
    assert_eq!(captured.header("wechatpay-serial"), sandbox.credentials().public_key_id);
    assert_eq!(captured.header("accept"), "application/json");
    assert!(captured.header("user-agent").starts_with("wxpay-rust/"));
}

#[tokio::test]
async fn each_of_the_four_requests_verifies_with_openssl() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();

    let app = captured(&sandbox, &order(&client, "20260101000001").attach("数据|包")).await;
    assert_eq!(app.line, "POST /v3/pay/transactions/app HTTP/1.1");
    assert_eq!(app.header("content-type"), "application/json");
    assert_signed_by_the_merchant(&sandbox, &app);

    let presign = captured(&sandbox, &contract("APPLYMENT_1")).await;
    assert_eq!(presign.line, "POST /v3/ecommerce/individual-contracts/pre-entrust-sign/app HTTP/1.1");
    assert_signed_by_the_merchant(&sandbox, &presign);

    let query = captured(&sandbox, &contract_query("APPLYMENT_1")).await;
    let target = "/v3/ecommerce/individual-contracts/out-contract-code/APPLYMENT_1?appid=wxd678efh567h23787";
    assert_eq!(query.line, format!("GET {target} HTTP/1.1"));
    assert!(query.body.is_empty() && query.headers.iter().all(|(name, _)| name != "content-type"));
    assert_signed_by_the_merchant(&sandbox, &query);

    let repayment = captured(&sandbox, &repayment("Witness1")).await;
    assert_signed_by_the_merchant(&sandbox, &repayment);
    assert_eq!(decrypted(&sandbox, &repayment, "identity_id"), "11010519491231002X");
    assert_eq!(decrypted(&sandbox, &repayment, "real_name"), "王小明");
}

/// A sensitive member of the captured body, opened with the platform's private key.
fn decrypted(sandbox: &Sandbox, captured: &Captured, member: &str) -> String {
    let body: serde_json::Value = serde_json::from_slice(&captured.body).unwrap();
    let ciphertext = body["real_identity"][member].as_str().unwrap();
    let ciphertext = openssl(&["base64", "-d", "-A"], ciphertext.as_bytes()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let key = file(folder.path(), "key.pem", sandbox.credentials().public_key_private_half.as_bytes());
    let oaep = ["-pkeyopt", "rsa_padding_mode:oaep", "-pkeyopt", "rsa_oaep_md:sha1", "-pkeyopt", "rsa_mgf1_md:sha1"];
    let arguments = [&["pkeyutl", "-decrypt", "-inkey", &key][..], &oaep].concat();
    String::from_utf8(openssl(&arguments, &ciphertext).unwrap()).unwrap()
}

#[tokio::test]
async fn the_parameters_for_the_phone_verify_with_openssl() {
    let sandbox = Sandbox::start().await.unwrap();
    let payment = sandbox.client().unwrap().app_payment("wxd678efh567hg6787", "wx2014102720").await.unwrap();
    let json = serde_json::to_value(&payment).unwrap();
    let member = |name: &str| json[name].as_str().unwrap().to_owned();
    assert_eq!(json.as_object().unwrap().len(), 7);
    assert_eq!((member("package"), member("prepayid")), ("Sign=WXPay".to_owned(), "wx2014102720".to_owned()));
    assert_eq!(member("partnerid"), sandbox.credentials().mchid);
    let message = format!("{}\n{}\n{}\n{}\n", member("appid"), member("timestamp"), member("noncestr"), "wx2014102720");
    assert_verified(sandbox.credentials(), &member("sign"), message.as_bytes());
}

#[tokio::test]
async fn an_answer_that_openssl_signed_is_believed_until_a_byte_changes() {
    let folder = tempfile::tempdir().unwrap();
    let private = openssl(&["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], b"").unwrap();
    let key = file(folder.path(), "key.pem", &private);
    let public = String::from_utf8(openssl(&["pkey", "-pubout"], &private).unwrap()).unwrap();
    let credentials = Sandbox::start().await.unwrap().credentials().clone();
    let id = "PUB_KEY_ID_0119000000012026010100000000009999";
    let client = Client::builder()
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .private_key_pem(&credentials.merchant_private_key)
        .platform_public_key_pem(id, public)
        .clock(|| 1_700_000_100)
        .build()
        .unwrap();

    let body = r#"{"prepay_id":"wx201410272009395522657a690389285100"}"#;
    let message = format!("1700000000\nNONCE\n{body}\n");
    let signature = openssl(&["dgst", "-sha256", "-sign", &key], message.as_bytes()).unwrap();
    let answer = |body: &str| {
        Response::builder()
            .header("Wechatpay-Timestamp", "1700000000")
            .header("Wechatpay-Nonce", "NONCE")
            .header("Wechatpay-Serial", id)
            .header("Wechatpay-Signature", wxpay_tests::base64(&signature))
            .body(Bytes::copy_from_slice(body.as_bytes()))
            .unwrap()
    };
    let believed = client.accept::<AppPrepay>(answer(body)).await.unwrap();
    assert_eq!(believed.get().prepay_id, "wx201410272009395522657a690389285100");
    let error = client.accept::<AppPrepay>(answer(&body.replace("5100", "5101"))).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unverified(VerifyError::Signature)), "{error}");
}
