//! The configuration of a client. It refuses what is missing or contradictory, all of it at once.

mod build;
#[cfg(feature = "reqwest")]
mod connection;
mod env;
mod fault;
mod found;
mod hosts;
mod inspect;
mod merchant;
mod platform;
mod problem;
mod source;
mod validity;

pub use fault::{ApiV3KeyProblem, ConfigFault};
pub use hosts::BaseUrlProblem;
pub use inspect::Inspection;
pub use problem::{ConfigError, ConfigProblem};

use std::path::Path;
use std::sync::Arc;

use tower_layer::Layer;

use self::source::Source;
use super::observe::Observers;
use super::{Clock, Observer, RetryPolicy};
use crate::crypto::{Backend, Decryptor, Signer};
use crate::keys::Platform;
use crate::settle::Asking;
use crate::transport::layer::{Wrap, wrap};
use crate::transport::{Layered, Outgoing, Timer, Transport};

/// Collects what a [`Client`](super::Client) needs.
///
/// Needed are the merchant number, the serial of its API certificate (or the certificate), its private key (or a
/// signer), and at least one key of WeChat Pay: the public key with its ID, platform certificates, or both.
#[derive(Default)]
#[must_use]
pub struct Builder {
    mchid: Option<String>,
    brand: Option<String>,
    serial: Option<String>,
    certificate: Option<Source>,
    private_key: Option<Source>,
    signer: Option<Arc<dyn Signer>>,
    decryptor: Option<Arc<dyn Decryptor>>,
    public_keys: Vec<(String, Source)>,
    platform_certificates: Vec<Source>,
    platform: Platform,
    api_v3_key: Option<Source>,
    previous_api_v3_key: Option<Source>,
    downloads: bool,
    retry: RetryPolicy,
    asking: Asking,
    timer: Option<Arc<dyn Timer>>,
    observers: Observers,
    hosts: Option<Vec<String>>,
    plain_http_to: Vec<String>,
    transport: Option<Arc<dyn Transport>>,
    layers: Vec<Wrap>,
    #[cfg(feature = "reqwest")]
    connection: connection::Connection,
    backend: Option<Backend>,
    clock: Option<Clock>,
    supplementary: bool,
    bytes: bool,
    other_callers: bool,
    notify_to: Vec<String>,
    answer_limit: Option<usize>,
    variables: env::Variables,
}

impl Builder {
    /// The merchant number (商户号) that signs: in partner mode that of the service provider.
    pub fn mchid(mut self, mchid: impl Into<String>) -> Self {
        self.mchid = Some(mchid.into());
        self
    }

    /// The brand ID (品牌ID), instead of a merchant number: the client calls as the brand, at paths that begin with
    /// `/brand/`. The certificate and its serial, the private key, the APIv3 key and WeChat Pay's public key are then
    /// those that the brand has; platform certificates a brand has not.
    ///
    /// ```no_run
    /// # use wxpay_core::client::{Client, ConfigError};
    /// # fn brand() -> Result<Client, ConfigError> {
    /// Client::builder()
    ///     .brand("123456789")
    ///     .merchant_serial("1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C")
    ///     .private_key_file("apiclient_key.pem")
    ///     .platform_public_key_file("PUB_KEY_ID_0119000000012024010100000000000001", "wxp_pub.pem")
    ///     .build()
    /// # }
    /// ```
    pub fn brand(mut self, brand_id: impl Into<String>) -> Self {
        self.brand = Some(brand_id.into());
        self
    }

    /// The serial number of the merchant's API certificate (商户API证书序列号), in hex.
    pub fn merchant_serial(mut self, serial: impl Into<String>) -> Self {
        self.serial = Some(serial.into());
        self
    }

    /// The merchant's API certificate (`apiclient_cert.pem`): gives the serial, and is compared with the private key.
    pub fn merchant_certificate_pem(mut self, pem: impl Into<String>) -> Self {
        self.certificate = Some(Source::text(pem));
        self
    }

    /// The merchant's API certificate, from a file.
    pub fn merchant_certificate_file(mut self, path: impl AsRef<Path>) -> Self {
        self.certificate = Some(Source::file(path.as_ref()));
        self
    }

    /// The merchant's private key (`apiclient_key.pem`), in PKCS#8 or PKCS#1 form.
    pub fn private_key_pem(mut self, pem: impl Into<String>) -> Self {
        self.private_key = Some(Source::text(pem));
        self
    }

    /// The merchant's private key, from a file.
    pub fn private_key_file(mut self, path: impl AsRef<Path>) -> Self {
        self.private_key = Some(Source::file(path.as_ref()));
        self
    }

    /// Signs elsewhere: with a key in an HSM, a KMS, another process. Instead of a private key.
    ///
    /// Where [`Builder::merchant_certificate_pem`] is given too, a signature that does not fit it is never sent.
    pub fn signer(mut self, signer: Arc<dyn Signer>) -> Self {
        self.signer = Some(signer);
        self
    }

    /// Decrypts elsewhere, with the same key: goes with [`Builder::signer`] where answers have sensitive members.
    pub fn decryptor(mut self, decryptor: Arc<dyn Decryptor>) -> Self {
        self.decryptor = Some(decryptor);
        self
    }

    /// WeChat Pay's public key (微信支付公钥) and its ID, `PUB_KEY_ID_..`. May be given several times.
    pub fn platform_public_key_pem(mut self, id: impl Into<String>, pem: impl Into<String>) -> Self {
        self.public_keys.push((id.into(), Source::text(pem)));
        self
    }

    /// WeChat Pay's public key and its ID, from a file.
    pub fn platform_public_key_file(mut self, id: impl Into<String>, path: impl AsRef<Path>) -> Self {
        self.public_keys.push((id.into(), Source::file(path.as_ref())));
        self
    }

    /// A platform certificate (微信支付平台证书). May be given several times, also beside a public key.
    pub fn platform_certificate_pem(mut self, pem: impl Into<String>) -> Self {
        self.platform_certificates.push(Source::text(pem));
        self
    }

    /// A platform certificate, from a file.
    pub fn platform_certificate_file(mut self, path: impl AsRef<Path>) -> Self {
        self.platform_certificates.push(Source::file(path.as_ref()));
        self
    }

    /// Shares a map of WeChat Pay's keys with other holders. Keys given otherwise are added to it.
    pub fn platform(mut self, platform: Platform) -> Self {
        self.platform = platform;
        self
    }

    /// The APIv3 key (APIv3密钥): opens notifications and the certificate download.
    pub fn api_v3_key(mut self, key: impl Into<String>) -> Self {
        self.api_v3_key = Some(Source::text(key));
        self
    }

    /// The APIv3 key, from a file that has nothing else in it but perhaps a line's end.
    pub fn api_v3_key_file(mut self, path: impl AsRef<Path>) -> Self {
        self.api_v3_key = Some(Source::file_alone(path.as_ref()));
        self
    }

    /// The other APIv3 key while one is exchanged for the other: what the first does not open is tried with this one.
    /// Whichever of the two is in force, notifications and certificates open; afterwards leave it out again. The
    /// guide's page on keys has the steps.
    pub fn previous_api_v3_key(mut self, key: impl Into<String>) -> Self {
        self.previous_api_v3_key = Some(Source::text(key));
        self
    }

    /// The same from a file.
    pub fn previous_api_v3_key_file(mut self, path: impl AsRef<Path>) -> Self {
        self.previous_api_v3_key = Some(Source::file_alone(path.as_ref()));
        self
    }

    /// Downloads the platform certificates (`GET /v3/certificates`) before the first call, every 6 hours, and when an
    /// answer is signed with an unknown key. It needs the APIv3 key. Merchants who have WeChat Pay's public key need
    /// no certificates.
    pub fn download_certificates(mut self) -> Self {
        self.downloads = true;
        self
    }

    /// Base URLs, the preferred one first; one that does not answer is left for the next. The default is WeChat Pay's
    /// main host and its backup. Plain `http` is accepted for this machine and for hosts of
    /// [`Builder::allow_plain_http_to`], and a path for none: a way out through another machine is a [`Builder::proxy`], or
    /// a [`Builder::transport`] or [`Builder::layer`] of your own. The guide's page on deployment has such a layer, for a
    /// reverse proxy whose URL has a path.
    pub fn hosts<T: Into<String>>(mut self, hosts: impl IntoIterator<Item = T>) -> Self {
        self.hosts = Some(hosts.into_iter().map(Into::into).collect());
        self
    }

    /// Lets a base URL of [`Builder::hosts`] be plain `http` though its host is another machine, such as a reverse proxy in
    /// one's own network. May be given several times; the host is named without scheme and port.
    ///
    /// Whoever listens on the way then reads every request and answer, orders, amounts, names of users that the documentation
    /// does not have encrypted, and the parameters that a front end pays with; and can repeat a request within five minutes,
    /// or keep it from arriving. They cannot change a request or an answer unseen, since both are signed, nor read sensitive
    /// members, which are encrypted, nor learn a key.
    pub fn allow_plain_http_to(mut self, host: impl Into<String>) -> Self {
        self.plain_http_to.push(host.into());
        self
    }

    /// How often a call may send, and how long it may take; by default up to four times within 75 seconds.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How long [`Client::settle`](super::Client::settle) asks; by default for 2 minutes at most.
    pub fn asking(mut self, asking: Asking) -> Self {
        self.asking = asking;
        self
    }

    /// How to wait. The ready-made transport brings tokio's timer; without one, nothing is repeated that would have to
    /// wait, and nothing but the transport itself ends an attempt.
    pub fn timer(mut self, timer: Arc<dyn Timer>) -> Self {
        self.timer = Some(timer);
        self
    }

    /// Tells `observer` of every attempt, every call and every notification: for metrics. May be given several times.
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observers.push(observer);
        self
    }

    /// Sends through `transport` instead of the ready-made one.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Wraps the transport into a tower layer, such as tower's `ConcurrencyLimitLayer` or the `TraceLayer` of tower-http,
    /// around those that were given before. Every attempt passes through it,
    /// signed, and so does the download of certificates.
    ///
    /// Layers that ask each other whether they are ready, as `LoadShed` asks a limit, go together into one
    /// `ServiceBuilder`.
    ///
    /// A client has no limit of its own for calls at once, each of which has a connection where HTTP/2 is not spoken:
    /// `ConcurrencyLimitLayer` is one. What waits there spends the time of its attempt.
    ///
    /// A layer may wait, count, log, or refuse. It must not repeat a request. Method, path, query, body and `Authorization`
    /// must arrive at WeChat Pay as they are, since they are signed. So a layer may send to another host and add to the path
    /// only where a reverse proxy undoes it, as on the guide's page on deployment. What its errors mean is said at
    /// [`Layered`].
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: Layer<Outgoing> + Send + Sync + 'static,
        Layered<L::Service>: Transport + 'static,
    {
        self.layers.push(wrap(layer));
        self
    }

    /// The crypto library; by default the one that the features bring.
    pub fn backend(mut self, backend: Backend) -> Self {
        self.backend = Some(backend);
        self
    }

    /// Where the time comes from, in seconds since 1970; by default the system.
    pub fn clock(mut self, clock: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// Lets characters above U+FFFF (emoji) pass, which the live service refuses.
    pub fn allow_supplementary_characters(mut self, allow: bool) -> Self {
        self.supplementary = allow;
        self
    }

    /// Refuses a text that is too long in bytes where the live service was seen to count bytes, although the documentation
    /// says characters: `attach` (128), and an order's `out_trade_no` and `description` (127). By default the client only
    /// warns of it, since the documentation is what WeChat Pay promises.
    ///
    /// The reports: [a `description` of 69 characters and 135
    /// bytes](https://github.com/JeffreySu/WeiXinMPSDK/issues/3217) was refused with `"value": 135`.
    pub fn count_bytes(mut self, count: bool) -> Self {
        self.bytes = count;
        self
    }

    /// Lets a request name another merchant than the one that signs as its `mchid`, `sp_mchid` or `combine_mchid`. WeChat
    /// Pay refuses such a request; without this it is not sent.
    pub fn allow_other_callers(mut self, allow: bool) -> Self {
        self.other_callers = allow;
        self
    }

    /// Lets a host stand in a `notify_url` and its like though it is not public, such as `web` or `192.168.1.5`, and
    /// there with `http` too. May be given several times. The host is named without scheme and port, and nothing but it
    /// is let through.
    ///
    /// WeChat Pay on the internet calls public hosts by `https` only. This is for merchants whom it calls over a leased
    /// line (专线), where it takes `http`, and for a [sandbox](https://docs.rs/wxpay-sandbox) in another container, which
    /// has to be told the same. Notifications that come by `http` are as authentic as others, since they are signed and
    /// encrypted, but anybody on the way sees that and when one came, and can keep it from arriving.
    pub fn notify_to(mut self, host: impl Into<String>) -> Self {
        self.notify_to.push(host.into());
        self
    }

    /// The largest answer in bytes; by default 8 MiB.
    pub fn answer_limit(mut self, bytes: usize) -> Self {
        self.answer_limit = Some(bytes);
        self
    }
}
