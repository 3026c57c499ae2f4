//! The printed forms of values that hold secrets, and of errors about secrets.

use std::error::Error as StdError;
use std::fmt::{Debug, Display, Write as _};

use http::HeaderMap;
use http::header::AUTHORIZATION;
use serde_json::{Value, json};
use wxpay::DecodeError;
use wxpay::client::{Client, RetryPolicy};
use wxpay::credit_repayment::DisplayName;
use wxpay::keys::{HmacKey, Merchant, private_key_der, public_key_der};
use wxpay::notification::{Notification, Notifications, Resource};
use wxpay::notify::Event;
use wxpay::server;
use wxpay::sign::Scheme;
use wxpay::transport::{Options, Proxy, ProxyUrl, Reqwest};
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::leaks::{Finding, Kind, Secrets};
use wxpay_tests::{contract_query, order, repayment};

const NAME: &str = "欧阳令狐";
const NUMBER: &str = "11010519491231002X";
const PASSWORD: &str = "5d-printed-Kq7";

/// Everything that was printed.
#[derive(Default)]
struct Printed(String);

impl Printed {
    fn debug(&mut self, value: &dyn Debug) {
        write!(self.0, "{value:?}\n{value:#?}\n").unwrap();
    }

    fn error(&mut self, error: &(dyn StdError + 'static)) {
        self.debug(&error);
        self.display(&error);
        let mut cause = error.source();
        while let Some(error) = cause {
            self.debug(&error);
            self.display(&error);
            cause = error.source();
        }
    }

    fn display(&mut self, value: &dyn Display) {
        writeln!(self.0, "{value}").unwrap();
    }

    fn findings(&self, credentials: &Credentials) -> Vec<Finding> {
        let secrets = Secrets::default()
            .and(Kind::PrivateKey, &credentials.merchant_private_key)
            .and(Kind::PrivateKey, &credentials.public_key_private_half)
            .and(Kind::ApiV3Key, &credentials.api_v3_key)
            .and(Kind::Sensitive, NAME)
            .and(Kind::Sensitive, NUMBER)
            .and(Kind::Password, PASSWORD);
        secrets.find(self.0.as_bytes())
    }
}

/// A proxy that does not exist.
fn proxy() -> String {
    format!("http://wxpay:{PASSWORD}@127.0.0.1:1")
}

async fn started() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

fn secret_repayment(code: &str) -> wxpay::credit_repayment::H5Presign {
    let mut presign = repayment(code);
    presign.real_identity.real_name = NAME.into();
    presign.real_identity.identity_id = NUMBER.into();
    presign
}

#[tokio::test]
async fn who_holds_keys_does_not_show_them() {
    let (sandbox, client) = started().await;
    let mut printed = Printed::default();
    let merchant: &Merchant = client.merchant();
    printed.debug(&client);
    printed.debug(merchant);
    printed.debug(&merchant.api_v3_key().unwrap());
    printed.debug(&HmacKey::from(merchant.api_v3_key().unwrap()));
    printed.debug(client.platform());
    printed.debug(&client.notifications().unwrap());
    let proxied = Options::default().with_proxy(Proxy::Through(ProxyUrl::parse(&proxy()).unwrap()));
    printed.debug(&proxied);
    printed.debug(&Reqwest::new(proxied).unwrap());
    printed.debug(&sandbox.client_builder().proxy(proxy()).build().unwrap());
    assert_eq!(printed.findings(sandbox.credentials()), []);
}

#[tokio::test]
async fn requests_and_answers_show_neither_secrets_nor_signature() {
    let (sandbox, client) = started().await;
    let (mut printed, request) = (Printed::default(), secret_repayment("Printed1"));
    printed.debug(&request);
    printed.debug(&client.encode(&request).unwrap());
    let prepared = client.prepare(&request).await.unwrap();
    assert!(prepared.headers()[AUTHORIZATION].is_sensitive());
    printed.debug(&prepared);
    printed.debug(&client.execute(&request).await.unwrap());
    let authorization = prepared.headers()[AUTHORIZATION].to_str().unwrap();
    printed.debug(&server::Authorization::parse(authorization, Scheme::MERCHANT.id).unwrap());
    let secrets = Secrets::default().and(Kind::Authorization, authorization);
    assert_eq!(secrets.find(printed.0.as_bytes()), []);
    assert_eq!(printed.findings(sandbox.credentials()), []);
}

#[tokio::test]
async fn errors_show_nothing_of_what_they_are_about() {
    let (sandbox, client) = started().await;
    let (mut printed, mut broken) = (Printed::default(), secret_repayment("no-hyphens"));
    broken.display_name = DisplayName::already_masked(NAME);
    broken.real_identity.real_name = format!("{NAME}😀").into();
    broken.real_identity.identity_id = format!("{NUMBER} ").repeat(200).into();
    printed.error(&client.send(&broken).await.unwrap_err());
    let mut long = secret_repayment("Long1");
    long.real_identity.real_name = NAME.repeat(18).into();
    printed.error(&client.send(&long).await.unwrap_err());
    printed.error(&serde_json::to_string(&long).unwrap_err());
    printed.error(&client.send(&contract_query("NOBODY")).await.unwrap_err());

    let builder = sandbox.client_builder().hosts(["https://localhost:1"]).proxy(proxy());
    let away = builder.retry(RetryPolicy::OFF).build().unwrap();
    printed.error(&away.send(&order(&away, "20260101000001")).await.unwrap_err());
    sandbox.set_clock_ahead(400).unwrap();
    printed.error(&client.send(&secret_repayment("Clock1")).await.unwrap_err());
    assert_eq!(printed.findings(sandbox.credentials()), []);
}

#[tokio::test]
async fn a_notification_that_does_not_fit_shows_nothing_of_itself() {
    let (sandbox, client) = started().await;
    let (notifications, mut printed) = (client.notifications().unwrap(), Printed::default());
    let resource = json!({ "out_trade_no": 1, "payer": NAME, "amount": { "total": NUMBER }, "mchid": [NAME] });
    for event_type in ["TRANSACTION.SUCCESS", "REFUND.SUCCESS"] {
        let (headers, body) = sandbox.notification(event_type, "transaction", &resource).await.unwrap();
        printed.error(&why_unread(&notifications, &headers, &body).await);
        printed.error(&notifications.receive::<Own>(&headers, &body).await.unwrap_err());
    }
    let (headers, body) = sandbox.notification("TRANSACTION.SUCCESS", "transaction", &json!(NAME)).await.unwrap();
    printed.error(&why_unread(&notifications, &headers, &body).await);
    printed.error(&notifications.receive::<Own>(&headers, &body).await.unwrap_err());
    let other: Notification<Value> = notifications.receive(&headers, &body).await.unwrap();
    assert_eq!(other.resource, NAME);
    assert_eq!(printed.findings(sandbox.credentials()), []);
}

/// The reason why a resource is unread. The reason is shown and logged; the resource is for the books.
async fn why_unread(notifications: &Notifications, headers: &HeaderMap, body: &[u8]) -> DecodeError {
    match notifications.receive::<Event>(headers, body).await.unwrap().resource {
        Event::Unread { why, .. } => why,
        event => panic!("{event:?}"),
    }
}

/// An application's own resource, which refuses a misfit.
#[derive(Debug)]
struct Own;

impl Resource for Own {
    fn read(_: &str, json: &[u8]) -> Result<Self, DecodeError> {
        wxpay::from_json::<wxpay::notify::Payment>(json).map(|_| Self)
    }
}

#[tokio::test]
async fn a_configuration_that_is_refused_shows_no_key_and_no_password() {
    let credentials = Sandbox::start().await.unwrap().credentials().clone();
    let good = || credentials.client_builder();
    let (key, mut printed) = (&credentials.merchant_private_key, Printed::default());
    let base64: String = key.lines().filter(|line| !line.starts_with('-')).collect();
    let wrong_keys = [
        base64.clone(),
        key.replace("PRIVATE KEY", "PUBLIC KEY"),
        key.replace("PRIVATE KEY", "CERTIFICATE"),
        key.replacen("BEGIN PRIVATE", "BEGIN RSA PRIVATE", 1),
        key.replace("PRIVATE KEY", "RSA PRIVATE KEY"),
        key[..key.len() / 2].to_owned(),
        key.replace("\n-----END", "!\n-----END"),
        key.lines().filter(|line| !line.contains("END")).collect::<Vec<_>>().join("\n"),
        key.repeat(2),
    ];
    for wrong in &wrong_keys {
        if let Err(error) = good().private_key_pem(wrong).build() {
            printed.error(&error);
        }
        for error in [private_key_der(wrong).err(), public_key_der(wrong).err()].into_iter().flatten() {
            printed.error(&error);
        }
    }
    let builders = [
        good().platform_public_key_pem("PUB_KEY_ID_1", key),
        good().platform_public_key_pem("PUB_KEY_ID_1", &base64),
        good().platform_certificate_pem(key),
        good().merchant_certificate_pem(key),
        good().private_key_file(key),
        good().private_key_file(&base64),
        good().api_v3_key(format!("{}x", credentials.api_v3_key)),
        good().api_v3_key(&credentials.api_v3_key[..31]),
        good().mchid(key),
        good().merchant_serial(key),
        good().proxy(format!("ftp://wxpay:{PASSWORD}@127.0.0.1")),
        good().proxy(format!("http://wxpay:{PASSWORD}/@127.0.0.1")),
        good().root_certificate_pem(key),
        good().root_certificate_file(key),
        good().hosts([format!("https://wxpay:{PASSWORD}@api.mch.weixin.qq.com")]),
        good().hosts([format!("https://wxpay:{PASSWORD}@api.mch.weixin.qq.com/v3")]),
        good().hosts([format!("http://wxpay:{PASSWORD}@api.mch.weixin.qq.com")]),
        good().hosts([format!("https://wxpay:{PASSWORD}@api.mch weixin.qq.com")]),
    ];
    for builder in builders {
        printed.error(&builder.build().unwrap_err());
    }
    assert_eq!(printed.findings(&credentials), []);
}
