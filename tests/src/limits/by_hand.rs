//! The APP order written by hand on reqwest and aws-lc-rs: the lower bound. Keys are parsed once, the HTTP client is shared, what
//! never changes is made once, and each message is one allocation. The bound is honest only if nothing here can be left out.

use aws_lc_rs::rand::{SecureRandom as _, SystemRandom};
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue};
use reqwest::{Method, Request, Url};
use serde::{Deserialize, Serialize};

use super::{MCHID, MERCHANT_SERIAL, OUT_TRADE_NO, PLATFORM_ID, Parties, der, now};

/// A merchant's connection to the server.
pub struct ByHand {
    http: reqwest::Client,
    url: Url,
    key: KeyPair,
    platform: ParsedPublicKey,
}

/// The order, with the members of [`crate::order`].
#[derive(Serialize)]
pub struct Order {
    appid: &'static str,
    mchid: &'static str,
    description: &'static str,
    out_trade_no: &'static str,
    notify_url: &'static str,
    amount: Amount,
}

#[derive(Serialize)]
struct Amount {
    total: i64,
}

/// The answer to the order.
#[derive(Deserialize)]
pub struct Prepay {
    /// ID of the prepay session.
    pub prepay_id: String,
}

/// An error, which does not occur unless something is wrong.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

impl ByHand {
    /// Parses the keys and makes the HTTP client.
    #[must_use]
    pub fn new(parties: &Parties, host: &str) -> Self {
        Self {
            http: reqwest::Client::builder().no_proxy().build().expect("TLS starts"),
            url: format!("{host}{PATH}").parse().expect("a URL"),
            key: KeyPair::from_pkcs8(&der(&parties.merchant_key)).expect("an RSA key"),
            platform: ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, der(&parties.platform_public_key))
                .expect("an RSA public key"),
        }
    }

    /// Makes a call: writes, signs, sends, verifies, reads.
    ///
    /// # Errors
    /// One of the steps fails.
    pub async fn call(&self, order: &Order) -> Result<Prepay, Failure> {
        let body = Bytes::from(serde_json::to_vec(order)?);
        let authorization = self.authorization(&body)?;
        let mut request = Request::new(Method::POST, self.url.clone());
        let headers = request.headers_mut();
        headers.insert(ACCEPT, JSON);
        headers.insert(USER_AGENT, HeaderValue::from_static("by-hand/1"));
        headers.insert(CONTENT_TYPE, JSON);
        headers.insert(AUTHORIZATION, authorization);
        headers.insert("wechatpay-serial", HeaderValue::from_static(PLATFORM_ID));
        *request.body_mut() = Some(body.into());

        let mut answer = self.http.execute(request).await?;
        if !answer.status().is_success() {
            return Err("refused".into());
        }
        let headers = std::mem::take(answer.headers_mut());
        let body = answer.bytes().await?;
        self.verify(&headers, &body)?;
        Ok(serde_json::from_slice(&body)?)
    }

    /// Signs `message`.
    ///
    /// # Errors
    /// The library fails.
    pub fn sign(&self, message: &[u8]) -> Result<[u8; 256], Failure> {
        let mut signature = [0; 256];
        self.key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)?;
        Ok(signature)
    }

    /// Verifies that the answer comes from the server and is recent.
    ///
    /// # Errors
    /// The answer is unsigned, changed, too old, or signed with another key.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), Failure> {
        let header = |name: &str| headers.get(name).map(HeaderValue::as_bytes).ok_or("unsigned");
        if header("wechatpay-serial")? != PLATFORM_ID.as_bytes() {
            return Err("another key".into());
        }
        let (timestamp, nonce) = (header("wechatpay-timestamp")?, header("wechatpay-nonce")?);
        if now().abs_diff(std::str::from_utf8(timestamp)?.parse()?) >= 300 {
            return Err("too old".into());
        }
        let mut signature = [0; 256];
        BASE64.decode_slice_unchecked(header("wechatpay-signature")?, &mut signature)?;
        self.verify_signature(&message(&[timestamp, nonce, body]), &signature)
    }

    /// Verifies that `signature` is the server's signature over `message`.
    ///
    /// # Errors
    /// The signature is invalid.
    pub fn verify_signature(&self, message: &[u8], signature: &[u8]) -> Result<(), Failure> {
        Ok(self.platform.verify_sig(message, signature)?)
    }

    fn authorization(&self, body: &[u8]) -> Result<HeaderValue, Failure> {
        let mut random = [0; 16];
        SystemRandom::new().fill(&mut random)?;
        let nonce = format!("{:032X}", u128::from_be_bytes(random));
        let timestamp = now().to_string();
        let message = message(&[b"POST", PATH.as_bytes(), timestamp.as_bytes(), nonce.as_bytes(), body]);
        let mut signature = [0; 344];
        BASE64.encode_slice(self.sign(&message)?, &mut signature)?;
        let signature = std::str::from_utf8(&signature)?;
        Ok(HeaderValue::from_maybe_shared(Bytes::from(format!(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"{MCHID}\",nonce_str=\"{nonce}\",signature=\"{signature}\",\
             timestamp=\"{timestamp}\",serial_no=\"{MERCHANT_SERIAL}\""
        )))?)
    }
}

impl Order {
    /// The order that every call sends.
    #[must_use]
    pub fn new() -> Self {
        Self {
            appid: "wxd678efh567hg6787",
            mchid: MCHID,
            description: "A teapot",
            out_trade_no: OUT_TRADE_NO,
            notify_url: "https://shop.example.com/wechat/notify",
            amount: Amount { total: 100 },
        }
    }
}

impl Default for Order {
    fn default() -> Self {
        Self::new()
    }
}

/// The signing string: each part ends with a line feed.
fn message(parts: &[&[u8]]) -> Vec<u8> {
    let mut message = Vec::with_capacity(parts.iter().map(|part| part.len() + 1).sum());
    for part in parts {
        message.extend_from_slice(part);
        message.push(b'\n');
    }
    message
}

/// Path of the endpoint for orders.
pub const PATH: &str = "/v3/pay/transactions/app";
const JSON: HeaderValue = HeaderValue::from_static("application/json");
