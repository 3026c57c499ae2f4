//! WeChat Pay's keys of a merchant: everything works for a client that has exactly one of them.

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use wxpay::certificates::DownloadCertificates;
use wxpay::client::{Builder, Client};
use wxpay::error::Outcome;
use wxpay::notify::Event;
use wxpay::pay::TradeState;
use wxpay::refund::{QueryRefund, QueryRefundRequired, RefundStatus};
use wxpay::transport::{Options, Reqwest, Transport as _};
use wxpay_sandbox::{Credentials, Keys, Sandbox};
use wxpay_tests::{order, order_query, refund, transfer};

use super::inbox::{Inbox, Reply};

/// The only key of a client.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Only {
    PublicKey,
    Certificate,
    /// No key: it downloads the certificates.
    Download,
}

impl Only {
    fn is_in(self, keys: Keys) -> bool {
        if self == Self::PublicKey { keys.has_public_key() } else { keys.has_certificates() }
    }

    fn client(self, sandbox: &Sandbox) -> Client {
        let Credentials { public_key_id, public_key, platform_certificate, .. } = sandbox.credentials();
        let builder = merchant(sandbox);
        let builder = match self {
            Self::PublicKey => builder.platform_public_key_pem(public_key_id, public_key),
            Self::Certificate => builder.platform_certificate_pem(platform_certificate),
            Self::Download => builder.download_certificates(),
        };
        builder.build().unwrap()
    }
}

const ALL: [Keys; 3] = [Keys::PublicKey, Keys::Certificate, Keys::Both];
const EACH: [Only; 3] = [Only::PublicKey, Only::Certificate, Only::Download];

/// A client of the merchant, without a key of WeChat Pay.
fn merchant(sandbox: &Sandbox) -> Builder {
    let credentials = sandbox.credentials();
    Client::builder()
        .hosts([sandbox.url()])
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .private_key_pem(&credentials.merchant_private_key)
        .api_v3_key(&credentials.api_v3_key)
}

async fn sandbox(keys: Keys) -> Sandbox {
    Sandbox::builder().keys(keys).start().await.unwrap()
}

#[tokio::test]
async fn an_order_its_refund_and_its_notifications_with_exactly_one_key() {
    for keys in [Keys::PublicKey, Keys::Certificate] {
        for only in EACH.into_iter().filter(|only| only.is_in(keys)) {
            let sandbox = sandbox(keys).await;
            let client = only.client(&sandbox);
            let mut inbox = Inbox::of(client.clone(), |_| Reply::Accept).await;
            let mut order = order(&client, "20260101000001");
            order.notify_url = inbox.url.clone();
            client.send(&order).await.unwrap();
            sandbox.pay_order("20260101000001").unwrap();
            assert!(matches!(inbox.event().await, Event::Payment(_)), "{keys:?}, {only:?}");
            let paid = client.send(&order_query(&client, "20260101000001")).await.unwrap();
            assert_eq!(paid.trade_state, Some(TradeState::Success));
            let mut refund = refund("20260101000001", "Refund1", 10);
            refund.notify_url = Some(inbox.url.clone());
            client.send(&refund).await.unwrap();
            sandbox.complete_refund("Refund1").unwrap();
            assert!(matches!(inbox.event().await, Event::Refund(_)), "{keys:?}, {only:?}");
            let query = QueryRefund::new(QueryRefundRequired { out_refund_no: "Refund1".into() });
            assert_eq!(client.send(&query).await.unwrap().status, RefundStatus::Success);
            // A transfer has an encrypted member.
            client.send(&transfer("Transfer1")).await.unwrap();
        }
    }
}

#[tokio::test]
async fn of_a_merchant_who_changes_either_key_does_for_calls_and_half_the_notifications() {
    for only in EACH {
        let sandbox = sandbox(Keys::Both).await;
        let client = only.client(&sandbox);
        let mut inbox = Inbox::of(client.clone(), |_| Reply::Accept).await;
        let mut read = Vec::new();
        for number in ["20260101000001", "20260101000002"] {
            let mut order = order(&client, number);
            order.notify_url = inbox.url.clone();
            client.send(&order).await.unwrap();
            sandbox.pay_order(number).unwrap();
            read.push(inbox.next().await.read.is_ok());
        }
        assert_eq!(read, [only == Only::PublicKey, only != Only::PublicKey], "{only:?}");
        client.send(&transfer("Transfer1")).await.unwrap();
    }
}

#[tokio::test]
async fn a_key_that_the_merchant_does_not_have_verifies_nothing() {
    for keys in ALL {
        for only in EACH.into_iter().filter(|only| !only.is_in(keys)) {
            let sandbox = sandbox(keys).await;
            let client = only.client(&sandbox);
            let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
            let expected = if only == Only::Download { Outcome::NotSent } else { Outcome::Unknown };
            assert_eq!(error.outcome(), expected, "{keys:?}, {only:?}: {error}");
        }
    }
}

#[tokio::test]
async fn the_download_of_certificates_is_refused_to_who_has_none() {
    for keys in ALL {
        let sandbox = sandbox(keys).await;
        let downloaded = sandbox.client().unwrap().send(&DownloadCertificates::new()).await;
        match downloaded {
            Ok(downloaded) => {
                let serials: Vec<_> = downloaded.data.into_iter().filter_map(|one| one.serial_no).collect();
                assert_eq!(
                    (keys.has_certificates(), serials),
                    (true, vec![sandbox.credentials().platform_serial.clone()])
                );
            }
            Err(error) => {
                assert!(!keys.has_certificates());
                assert_eq!(error.status().map(|status| status.as_u16()), Some(404), "{error}");
                assert_eq!(error.code_str(), "RESOURCE_NOT_EXISTS", "{error}");
            }
        }
    }
}

/// Some SDKs, as those in PHP and Node, name no key in a request.
#[tokio::test]
async fn an_answer_to_a_request_that_names_no_key_or_another_ones_is_signed_by_the_mode() {
    for (keys, only) in
        [(Keys::PublicKey, Only::PublicKey), (Keys::Certificate, Only::Certificate), (Keys::Both, Only::Certificate)]
    {
        let sandbox = sandbox(keys).await;
        let Credentials { public_key_id, platform_serial, merchant_serial, .. } = sandbox.credentials();
        let client = only.client(&sandbox);
        let unnamed = [
            Some(None),
            Some(Some(merchant_serial)),
            (keys == Keys::PublicKey).then_some(Some(platform_serial)),
            (keys == Keys::Certificate).then_some(Some(public_key_id)),
        ];
        for named in unnamed.into_iter().flatten() {
            let mut request = client.prepare(&order_query(&client, "20260101000001")).await.unwrap();
            request.headers_mut().remove("wechatpay-serial");
            request.headers_mut().extend(named.map(|named| (SERIAL, named.parse().unwrap())));
            // Only the client's own key can have signed this.
            let error = client.accept::<wxpay::pay::QueryOrderByNumber>(sent(request).await).await.unwrap_err();
            assert_eq!(error.code_str(), "ORDER_NOT_EXIST", "{keys:?}, {named:?}: {error}");
        }
    }
}

#[tokio::test]
async fn what_is_encrypted_to_a_key_that_the_merchant_does_not_have_is_refused() {
    for (keys, stranger) in [(Keys::PublicKey, Only::Certificate), (Keys::Certificate, Only::PublicKey)] {
        let sandbox = sandbox(keys).await;
        let client = stranger.client(&sandbox);
        let request = client.prepare(&transfer("Transfer1")).await.unwrap();
        let answer = sent(request).await;
        assert_eq!(answer.status().as_u16(), 400);
        let body = String::from_utf8_lossy(answer.body());
        assert!(body.contains("平台证书序列号Wechatpay-Serial错误"), "{body}");
    }
}

#[tokio::test]
async fn another_merchant_has_the_same_keys_or_its_own() {
    let sandbox = sandbox(Keys::Certificate).await;
    let second = sandbox.register_merchant().unwrap();
    let works = async |credentials: &Credentials, number: &str| {
        let client = credentials.client_builder().hosts([sandbox.url()]).build().unwrap();
        client.send(&order(&client, number)).await.map(drop)
    };
    assert_eq!(second.keys, Keys::Certificate);
    works(&second, "20260101000001").await.unwrap();
    sandbox.merchant(&second.mchid).set_keys(Keys::PublicKey).unwrap();
    works(&second, "20260101000002").await.unwrap_err();
    // Another certificate does not change that.
    let renewed = sandbox.merchant(&second.mchid).issue_merchant_certificate().unwrap();
    assert_eq!(renewed.keys, Keys::PublicKey);
    works(&renewed, "20260101000003").await.unwrap();
    works(sandbox.credentials(), "20260101000004").await.unwrap();
    sandbox.merchant("1").set_keys(Keys::Both).unwrap_err();
}

async fn sent(request: Request<Bytes>) -> Response<Bytes> {
    let answer = Reqwest::new(Options::default()).unwrap().send(request).await.unwrap();
    let (head, body) = answer.into_parts();
    Response::from_parts(head, body.collect().await.unwrap().to_bytes())
}

const SERIAL: http::HeaderName = http::HeaderName::from_static("wechatpay-serial");
