//! Both sides of the wire, with keys that are made once per process: the base of every target.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode};
use rcgen::{CertificateParams, KeyPair, PKCS_RSA_SHA256, RsaKeySize, SerialNumber};
use wxpay::client::Client;
use wxpay::crypto::{Backend, BoxFuture, PrivateKey};
use wxpay::keys::{ApiV3Key, Certificate, private_key_der};
use wxpay::notification::Notifications;
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;
use wxpay::transport::{Body, Transport, TransportError, full};

/// The time of all events, in seconds since 1970.
pub const NOW: i64 = 1_700_000_000;
pub const KEY_ID: &str = "PUB_KEY_ID_0119000000012026010100000000000001";
pub const API_V3_KEY: &str = "0123456789abcdef0123456789ABCDEF";
pub const NONCE: &str = "aBcDeF0123456789zYxWvUtSrQpOnM42";

/// A key pair with its certificate.
pub struct Party {
    pub private_pem: String,
    pub public_pem: String,
    pub certificate_pem: String,
    pub certificate_der: Vec<u8>,
    pub serial: String,
    pub key: PrivateKey,
}

pub struct World {
    pub backend: Backend,
    pub api_v3_key: ApiV3Key,
    pub merchant: Party,
    pub wechat: Party,
    /// A client that knows WeChat Pay's public key only.
    pub client: Client,
    pub notifications: Notifications,
    /// A client that knows no key and downloads certificates.
    pub downloader: Client,
    answer: Arc<Canned>,
}

impl World {
    pub fn get() -> &'static Self {
        static WORLD: OnceLock<World> = OnceLock::new();
        WORLD.get_or_init(Self::new)
    }

    fn new() -> Self {
        let backend = Backend::aws_lc();
        let (merchant, wechat) = (Party::new(backend, 0x4A), Party::new(backend, 0x57));
        let answer = Arc::new(Canned::default());
        let builder = || {
            Client::builder()
                .mchid("1900000001")
                .merchant_serial(&merchant.serial)
                .private_key_pem(&merchant.private_pem)
                .api_v3_key(API_V3_KEY)
                .clock(|| NOW)
                .transport(answer.clone())
        };
        let client = builder().platform_public_key_pem(KEY_ID, &wechat.public_pem).build().unwrap();
        let downloader = builder().download_certificates().build().unwrap();
        let notifications = client.notifications().unwrap();
        let api_v3_key = ApiV3Key::new(API_V3_KEY).unwrap();
        Self { backend, api_v3_key, merchant, wechat, client, notifications, downloader, answer }
    }

    /// WeChat Pay's signature headers over `body`, with this serial.
    pub fn signed(&self, serial: &str, body: &[u8]) -> HeaderMap {
        ready(signature_headers(Scheme::MERCHANT, &*self.wechat.key.signer, serial, NOW, NONCE, body)).unwrap()
    }

    /// Sets the transport's next answer, and drops the earlier ones.
    pub fn will_answer(&self, response: Response<Bytes>) {
        self.will_answer_each([response]);
    }

    /// Sets the transport's next answers, in this order.
    pub fn will_answer_each(&self, responses: impl IntoIterator<Item = Response<Bytes>>) {
        *self.answer.0.lock().unwrap() = responses.into_iter().collect();
    }
}

impl Party {
    fn new(backend: Backend, first: u8) -> Self {
        let pair = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap();
        let mut parameters = CertificateParams::default();
        let serial: Vec<u8> = (first..first + 20).collect();
        parameters.serial_number = Some(SerialNumber::from_slice(&serial));
        let certificate = parameters.self_signed(&pair).unwrap();
        let certificate_pem = certificate.pem();
        let private_pem = pair.serialize_pem();
        Self {
            public_pem: pair.public_key_pem(),
            serial: Certificate::from_pem(&certificate_pem).unwrap().serial().to_owned(),
            certificate_der: certificate.der().to_vec(),
            certificate_pem,
            key: backend.private_key(&private_key_der(&private_pem).unwrap()).unwrap(),
            private_pem,
        }
    }
}

/// Answers each request with the next answer that was set.
#[derive(Default)]
struct Canned(Mutex<VecDeque<Response<Bytes>>>);

impl Transport for Canned {
    fn send(&self, _: Request<Bytes>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let answer = self.0.lock().unwrap().pop_front().expect("an answer for each request");
        Box::pin(async { Ok(answer.map(full)) })
    }
}

pub fn response(status: StatusCode, headers: HeaderMap, body: Vec<u8>) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

/// The result of a future that never waits: keys and transport are in memory.
pub fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("a future waits for something"),
    }
}

/// Splits at the first `separator`. Without one, everything is in the first part.
pub fn cut<'a>(data: &'a [u8], separator: &[u8]) -> (&'a [u8], &'a [u8]) {
    match data.windows(separator.len()).position(|window| window == separator) {
        Some(at) => (&data[..at], &data[at + separator.len()..]),
        None => (data, &[]),
    }
}

/// RSASSA-PKCS1-v1_5 with SHA-256, in Base64, as headers have it.
pub fn signature(party: &Party, message: &[u8]) -> String {
    STANDARD.encode(ready(party.key.signer.sign(message)).unwrap())
}

/// Headers from `name: value` lines; invalid ones are left out.
pub fn header_lines(head: &[u8]) -> Vec<(HeaderName, HeaderValue)> {
    let pairs = head.split(|byte| *byte == b'\n').map(|line| cut(line, b": "));
    pairs
        .filter_map(|(name, value)| Some((HeaderName::from_bytes(name).ok()?, HeaderValue::from_bytes(value).ok()?)))
        .collect()
}

/// `text`, with each `@` replaced by `original`.
pub fn with_original(text: &[u8], original: &[u8]) -> Vec<u8> {
    text.split(|byte| *byte == b'@').collect::<Vec<_>>().join(original)
}

/// `der`, with single bytes replaced: three bytes of `edits` are a position (two bytes) and a value.
pub fn edited(der: &[u8], edits: &[u8]) -> Vec<u8> {
    let mut der = der.to_vec();
    for edit in edits.chunks_exact(3) {
        let place = usize::from(u16::from_be_bytes([edit[0], edit[1]])) % der.len();
        der[place] = edit[2];
    }
    der
}
