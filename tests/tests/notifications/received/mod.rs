//! Notifications and the certificate download from outside, with keys that are made when the tests run: what WeChat Pay sends is
//! received, and nothing else is.

mod changed;
mod downloads;
mod duplicates;
mod envelopes;
mod headers;
mod signers;
mod told;
mod wire;

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use wxpay::client::Client;
use wxpay::crypto::{Backend, PrivateKey};
use wxpay::envelope::{ALGORITHM, seal};
use wxpay::keys::ApiV3Key;
use wxpay::notification::{Notification, NotificationError, Notifications, accepted};
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;
use wxpay_tests::capture::secret;
use wxpay_tests::keys::Key;
use wxpay_tests::leaks::Kind;

use wire::{Wire, base64};

const NOW: i64 = 1_700_000_000;
const KEY_ID: &str = "PUB_KEY_ID_0119000000012026010100000000000001";
const API_V3_KEY: &str = "0123456789abcdef0123456789ABCDEF";
const MERCHANT_SERIAL: &str = "4A5157F09EFDC096DE15EBE81A47057A7232F1B8";
const NONCE: &str = "aBcDeF0123456789zYxWvUtSrQpOnM42";
const ENVELOPE_NONCE: &str = "61f9c719728a";
const PLAIN: &str = r#"{"out_trade_no":"20260101000001","trade_state":"SUCCESS","trade_state_desc":"支付成功"}"#;

/// WeChat Pay with a public key, and a merchant that receives, for one backend.
struct Parties {
    backend: Backend,
    wechat: PrivateKey,
    notifications: Notifications,
    wire: Arc<Wire>,
}

impl Parties {
    /// One for every backend that is compiled in.
    fn all() -> Vec<Self> {
        let all: Vec<_> = Backend::all().iter().map(|backend| Self::new(*backend)).collect();
        assert!(!all.is_empty(), "no backend is compiled in");
        all
    }

    fn new(backend: Backend) -> Self {
        let wire = Arc::new(Wire::default());
        let client = builder(backend, &wire).platform_public_key_pem(KEY_ID, &Key::shared().spki).build().unwrap();
        Self { backend, wechat: Key::shared().private(backend), notifications: client.notifications().unwrap(), wire }
    }

    fn sealed(&self, nonce: &str, associated_data: Option<&str>, plain: &str) -> String {
        seal(self.backend, &api_v3_key(), nonce, associated_data, plain.as_bytes()).unwrap()
    }

    /// A notification as documented.
    fn envelope(&self) -> Value {
        json!({
            "id": "EV-2018022511223320873",
            "create_time": "2023-11-15T06:13:20+08:00",
            "event_type": "TRANSACTION.SUCCESS",
            "resource_type": "encrypt-resource",
            "summary": "支付成功",
            "resource": {
                "algorithm": ALGORITHM,
                "nonce": ENVELOPE_NONCE,
                "associated_data": "transaction",
                "original_type": "transaction",
                "ciphertext": self.sealed(ENVELOPE_NONCE, Some("transaction"), PLAIN),
            },
        })
    }

    async fn signed_at(&self, time: i64, body: &[u8]) -> HeaderMap {
        signature_headers(Scheme::MERCHANT, &*self.wechat.signer, KEY_ID, time, NONCE, body).await.unwrap()
    }

    /// Receives an envelope that WeChat Pay has signed.
    async fn receive(&self, envelope: &Value) -> Result<Notification<Value>, NotificationError> {
        let body = envelope.to_string();
        let headers = self.signed_at(NOW, body.as_bytes()).await;
        self.notifications.receive(&headers, body.as_bytes()).await
    }
}

/// A merchant without a key of WeChat Pay and with one host, so that a download is one request.
fn builder(backend: Backend, wire: &Arc<Wire>) -> wxpay::client::Builder {
    secret(Kind::ApiV3Key, API_V3_KEY);
    secret(Kind::Body, PLAIN);
    Client::builder()
        .backend(backend)
        .mchid("1900000001")
        .merchant_serial(MERCHANT_SERIAL)
        .private_key_pem(&Key::other().pkcs8)
        .api_v3_key(API_V3_KEY)
        .hosts(["https://api.mch.weixin.qq.com"])
        .transport(wire.transport())
        .clock(|| NOW)
}

fn api_v3_key() -> ApiV3Key {
    ApiV3Key::new(API_V3_KEY).unwrap()
}

#[tokio::test]
async fn a_notification_is_received() {
    for parties in Parties::all() {
        let received = parties.receive(&parties.envelope()).await.unwrap();
        assert_eq!(received.id, "EV-2018022511223320873");
        assert_eq!(received.event_type, "TRANSACTION.SUCCESS");
        assert_eq!(received.summary.as_deref(), Some("支付成功"));
        assert_eq!(received.original_type.as_deref(), Some("transaction"));
        assert_eq!(received.create_time.unwrap().to_string(), "2023-11-15T06:13:20+08:00");
        assert_eq!(received.resource["trade_state_desc"], "支付成功");
        assert_eq!(parties.wire.requests(), 0);
    }
    let (status, body) = (accepted().status(), accepted().into_body());
    assert_eq!((status, body), (StatusCode::NO_CONTENT, Bytes::new()));
}

#[tokio::test]
async fn a_notification_that_openssl_has_signed_is_received() {
    for parties in Parties::all() {
        let body = parties.envelope().to_string();
        let mut headers = parties.signed_at(NOW, body.as_bytes()).await;
        let signature = base64(&Key::shared().sign(format!("{NOW}\n{NONCE}\n{body}\n").as_bytes()));
        assert_eq!(headers["wechatpay-signature"], signature, "{}", parties.backend.name());
        headers.insert("wechatpay-signature", signature.parse().unwrap());
        let received: Notification<Value> = parties.notifications.receive(&headers, body.as_bytes()).await.unwrap();
        assert_eq!(received.resource["out_trade_no"], "20260101000001");
    }
}

#[tokio::test]
async fn a_refusal_is_the_documented_one() {
    let parties = &Parties::all()[0];
    let error = parties.notifications.receive::<Value>(&HeaderMap::new(), b"{}").await.unwrap_err();
    let reply = error.reply();
    assert_eq!(reply.status(), StatusCode::UNAUTHORIZED);
    let body: Value = serde_json::from_slice(reply.body()).unwrap();
    assert_eq!(body, json!({ "code": "FAIL", "message": "失败" }));
}
