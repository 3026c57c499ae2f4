//! The configuration of a client. It refuses what is missing or contradictory, all of it at once.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use http::{HeaderValue, Uri};

use super::{Client, Clock, Inner};
use crate::crypto::{Backend, Decryptor, PrivateKey, PublicKey, Signer};
use crate::keys::{
    ApiV3Key, Certificate, Merchant, PUBLIC_KEY_ID_PREFIX, Platform, PlatformKey, certificate_serial, private_key_der,
    public_key_der,
};
use crate::sign::Scheme;
use crate::transport::Transport;
use crate::validate::{Policy, is_loopback};

/// Collects what a [`Client`] needs.
///
/// Needed are the merchant number, the serial of its API certificate (or the certificate), its private key (or a
/// signer), and at least one key of WeChat Pay: the public key with its ID, platform certificates, or both.
#[derive(Default)]
#[must_use]
pub struct Builder {
    mchid: Option<String>,
    serial: Option<String>,
    certificate: Option<Source>,
    private_key: Option<Source>,
    signer: Option<Arc<dyn Signer>>,
    decryptor: Option<Arc<dyn Decryptor>>,
    public_keys: Vec<(String, Source)>,
    platform_certificates: Vec<Source>,
    platform: Platform,
    api_v3_key: Option<String>,
    hosts: Option<Vec<String>>,
    transport: Option<Arc<dyn Transport>>,
    #[cfg(feature = "reqwest")]
    timeouts: crate::transport::Timeouts,
    backend: Option<Backend>,
    clock: Option<Clock>,
    supplementary: bool,
    answer_limit: Option<usize>,
}

/// PEM text, or why there is none.
type Source = Result<String, String>;

/// A client that cannot be built: everything that is missing or contradictory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// At least one.
    pub problems: Vec<ConfigProblem>,
}

/// One setting that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConfigProblem {
    /// The builder's method that sets it.
    pub setting: &'static str,
    /// What is wrong, and what would be right.
    pub problem: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        self.problems.iter().try_for_each(|ConfigProblem { setting, problem }| {
            write!(f, "{}{setting}: {problem}", std::mem::replace(&mut separator, "; "))
        })
    }
}

impl std::error::Error for ConfigError {}

impl Builder {
    /// The merchant number (商户号) that signs: in partner mode that of the service provider.
    pub fn mchid(mut self, mchid: impl Into<String>) -> Self {
        self.mchid = Some(mchid.into());
        self
    }

    /// The serial number of the merchant's API certificate (商户API证书序列号), in hex.
    pub fn merchant_serial(mut self, serial: impl Into<String>) -> Self {
        self.serial = Some(serial.into());
        self
    }

    /// The merchant's API certificate (`apiclient_cert.pem`): gives the serial, and is compared with the private key.
    pub fn merchant_certificate_pem(mut self, pem: impl Into<String>) -> Self {
        self.certificate = Some(Ok(pem.into()));
        self
    }

    /// The merchant's API certificate, from a file.
    pub fn merchant_certificate_file(mut self, path: impl AsRef<Path>) -> Self {
        self.certificate = Some(read(path.as_ref()));
        self
    }

    /// The merchant's private key (`apiclient_key.pem`), in PKCS#8 or PKCS#1 form.
    pub fn private_key_pem(mut self, pem: impl Into<String>) -> Self {
        self.private_key = Some(Ok(pem.into()));
        self
    }

    /// The merchant's private key, from a file.
    pub fn private_key_file(mut self, path: impl AsRef<Path>) -> Self {
        self.private_key = Some(read(path.as_ref()));
        self
    }

    /// Signs elsewhere: with a key in an HSM, a KMS, another process. Instead of a private key.
    pub fn signer(mut self, signer: Arc<dyn Signer>) -> Self {
        self.signer = Some(signer);
        self
    }

    /// Decrypts elsewhere; goes with [`Builder::signer`] where answers have sensitive members.
    pub fn decryptor(mut self, decryptor: Arc<dyn Decryptor>) -> Self {
        self.decryptor = Some(decryptor);
        self
    }

    /// WeChat Pay's public key (微信支付公钥) and its ID, `PUB_KEY_ID_..`. May be given several times.
    pub fn platform_public_key_pem(mut self, id: impl Into<String>, pem: impl Into<String>) -> Self {
        self.public_keys.push((id.into(), Ok(pem.into())));
        self
    }

    /// WeChat Pay's public key and its ID, from a file.
    pub fn platform_public_key_file(mut self, id: impl Into<String>, path: impl AsRef<Path>) -> Self {
        self.public_keys.push((id.into(), read(path.as_ref())));
        self
    }

    /// A platform certificate (微信支付平台证书). May be given several times, also beside a public key.
    pub fn platform_certificate_pem(mut self, pem: impl Into<String>) -> Self {
        self.platform_certificates.push(Ok(pem.into()));
        self
    }

    /// A platform certificate, from a file.
    pub fn platform_certificate_file(mut self, path: impl AsRef<Path>) -> Self {
        self.platform_certificates.push(read(path.as_ref()));
        self
    }

    /// Shares a map of WeChat Pay's keys with other holders. Keys given otherwise are added to it.
    pub fn platform(mut self, platform: Platform) -> Self {
        self.platform = platform;
        self
    }

    /// The APIv3 key (APIv3密钥): opens notifications and the certificate download.
    pub fn api_v3_key(mut self, key: impl Into<String>) -> Self {
        self.api_v3_key = Some(key.into());
        self
    }

    /// Base URLs, the preferred one first. The default is WeChat Pay's main host and its backup. Plain `http` is
    /// accepted for this machine only.
    pub fn hosts<T: Into<String>>(mut self, hosts: impl IntoIterator<Item = T>) -> Self {
        self.hosts = Some(hosts.into_iter().map(Into::into).collect());
        self
    }

    /// Sends through `transport` instead of the ready-made one.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Timeouts of the ready-made transport.
    #[cfg(feature = "reqwest")]
    pub fn timeouts(mut self, timeouts: crate::transport::Timeouts) -> Self {
        self.timeouts = timeouts;
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

    /// The largest answer in bytes; by default 8 MiB.
    pub fn answer_limit(mut self, bytes: usize) -> Self {
        self.answer_limit = Some(bytes);
        self
    }

    /// The client.
    ///
    /// # Errors
    /// Everything that is missing or contradictory.
    pub fn build(self) -> Result<Client, ConfigError> {
        let mut problems = Problems(Vec::new());
        let backend = self.backend.or_else(Backend::preferred);
        let (merchant, own_key) = self.merchant(backend, &mut problems);
        self.platform_keys(backend, &mut problems);
        check_platform(&self.platform, merchant.as_ref(), own_key.as_deref(), &mut problems);
        let hosts = self.base_urls(&mut problems);
        let loopback = !hosts.is_empty() && hosts.iter().all(|(_, loopback)| *loopback);
        let transport = self.chosen_transport(loopback, &mut problems);
        match (merchant, transport) {
            (Some(merchant), Some(transport)) if problems.0.is_empty() => Ok(Client(Arc::new(Inner {
                merchant,
                transport,
                platform: self.platform,
                hosts: hosts.into_iter().map(|(host, _)| host).collect(),
                policy: Policy { supplementary: self.supplementary, loopback, bytes: false },
                answer_limit: self.answer_limit.unwrap_or(ANSWER_LIMIT),
                clock: self.clock.unwrap_or_else(|| Arc::new(system_clock)),
                user_agent: HeaderValue::from_static(USER_AGENT),
            }))),
            _ => Err(ConfigError { problems: problems.0 }),
        }
    }

    /// The merchant, and its public key where the private one is at hand.
    fn merchant(&self, backend: Option<Backend>, problems: &mut Problems) -> (Option<Merchant>, Option<Vec<u8>>) {
        let id = self.checked_mchid(problems);
        let key = self.checked_private_key(backend, problems);
        let own_key = key.as_ref().map(|key| key.spki.clone());
        let serial = self.checked_serial(own_key.as_deref(), problems);
        let api_v3_key = self.checked_api_v3_key(problems);
        let (signer, decryptor) = match (key, &self.signer) {
            (Some(_), Some(_)) => {
                problems.note("signer", "a private key was given too; only one can sign");
                return (None, own_key);
            }
            (Some(key), None) => (key.signer, Some(key.decryptor)),
            (None, Some(signer)) => (signer.clone(), None),
            (None, None) => return (None, None),
        };
        let decryptor = self.decryptor.clone().or(decryptor);
        let (Some(id), Some(serial)) = (id, serial) else { return (None, own_key) };
        (Some(Merchant { scheme: Scheme::MERCHANT, id, serial, signer, decryptor, api_v3_key }), own_key)
    }

    fn checked_mchid(&self, problems: &mut Problems) -> Option<String> {
        let setting = "mchid";
        let Some(mchid) = &self.mchid else { return problems.none(setting, MISSING) };
        if (1..=32).contains(&mchid.len()) && mchid.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(mchid.clone());
        }
        problems.none(setting, "not 1 to 32 digits")
    }

    fn checked_private_key(&self, backend: Option<Backend>, problems: &mut Problems) -> Option<PrivateKey> {
        let setting = "private_key";
        let Some(source) = &self.private_key else {
            if self.signer.is_none() {
                problems.note(setting, MISSING);
            }
            return None;
        };
        let pem = problems.ok(setting, source.clone())?;
        let der = problems.ok(setting, private_key_der(&pem))?;
        let Some(backend) = backend else { return problems.none(setting, NO_BACKEND) };
        problems.ok(setting, (backend.private_key)(&der))
    }

    fn checked_serial(&self, own_key: Option<&[u8]>, problems: &mut Problems) -> Option<String> {
        let setting = "merchant_serial";
        let certificate = match &self.certificate {
            Some(source) => Some(self.checked_certificate(source, own_key, problems)?),
            None => None,
        };
        let Some(text) = &self.serial else {
            return certificate.or_else(|| problems.none(setting, MISSING));
        };
        if text.starts_with(PUBLIC_KEY_ID_PREFIX) {
            return problems.none(setting, "this is the ID of WeChat Pay's public key, not the merchant's certificate");
        }
        let Some(serial) = certificate_serial(text) else {
            return problems.none(setting, "not hex digits, as `openssl x509 -serial -noout -in FILE` prints them");
        };
        match certificate {
            Some(other) if other != serial => {
                problems.none(setting, format!("the certificate that was given has the serial {other}"))
            }
            _ => Some(serial),
        }
    }

    fn checked_certificate(&self, source: &Source, own_key: Option<&[u8]>, problems: &mut Problems) -> Option<String> {
        let setting = "merchant_certificate";
        let pem = problems.ok(setting, source.clone())?;
        let certificate = problems.ok(setting, Certificate::from_pem(&pem))?;
        if own_key.is_some_and(|key| key != certificate.spki()) {
            return problems.none(setting, "does not belong to the private key that was given");
        }
        Some(certificate.serial().to_owned())
    }

    fn checked_api_v3_key(&self, problems: &mut Problems) -> Option<ApiV3Key> {
        let text = self.api_v3_key.as_deref()?;
        let key = ApiV3Key::new(text);
        key.or_else(|| problems.none("api_v3_key", format!("has {} bytes, not 32 ASCII characters", text.len())))
    }

    fn platform_keys(&self, backend: Option<Backend>, problems: &mut Problems) {
        for (id, source) in &self.public_keys {
            let setting = "platform_public_key";
            if !id.starts_with(PUBLIC_KEY_ID_PREFIX) {
                problems.note(setting, format!("the ID `{id}` does not begin with `{PUBLIC_KEY_ID_PREFIX}`"));
                continue;
            }
            let key = problems
                .ok(setting, source.clone())
                .and_then(|pem| problems.ok(setting, public_key_der(&pem)))
                .and_then(|der| load(backend, &der, setting, problems));
            if let Some(key) = key {
                self.platform.add(PlatformKey::public_key(id, key));
            }
        }
        for source in &self.platform_certificates {
            let setting = "platform_certificate";
            let certificate =
                problems.ok(setting, source.clone()).and_then(|pem| problems.ok(setting, Certificate::from_pem(&pem)));
            let Some(certificate) = certificate else { continue };
            if let Some(key) = load(backend, certificate.spki(), setting, problems) {
                self.platform.add(PlatformKey::certificate(&certificate, key));
            }
        }
    }

    fn base_urls(&self, problems: &mut Problems) -> Vec<(String, bool)> {
        let Some(hosts) = &self.hosts else {
            return HOSTS.iter().map(|host| ((*host).to_owned(), false)).collect();
        };
        if hosts.is_empty() {
            problems.note("hosts", "the list is empty");
        }
        hosts.iter().filter_map(|host| problems.ok("hosts", base_url(host))).collect()
    }

    #[cfg(feature = "reqwest")]
    fn chosen_transport(&self, loopback: bool, problems: &mut Problems) -> Option<Arc<dyn Transport>> {
        if let Some(transport) = &self.transport {
            return Some(transport.clone());
        }
        let transport = problems.ok("transport", crate::transport::Reqwest::new(self.timeouts, loopback))?;
        Some(Arc::new(transport))
    }

    #[cfg(not(feature = "reqwest"))]
    fn chosen_transport(&self, _: bool, problems: &mut Problems) -> Option<Arc<dyn Transport>> {
        let setting = "transport";
        self.transport.clone().or_else(|| problems.none(setting, "the feature `reqwest` is off, so one must be given"))
    }
}

/// A key of WeChat Pay that is the merchant's own is the commonest mix-up: of `apiclient_cert.pem` and the platform's.
fn check_platform(platform: &Platform, merchant: Option<&Merchant>, own_key: Option<&[u8]>, problems: &mut Problems) {
    let keys: Vec<_> = platform.serials().iter().filter_map(|serial| platform.find(serial)).collect();
    let refused = problems.0.iter().any(|problem| problem.setting.starts_with("platform"));
    if keys.is_empty() && !refused {
        let problem = "missing; give WeChat Pay's public key with its ID, or a platform certificate";
        problems.note("platform_public_key", problem);
    }
    for key in keys {
        let same_serial = merchant.is_some_and(|merchant| merchant.serial == key.serial());
        if same_serial || own_key.is_some_and(|own| own == key.key().spki) {
            let setting = if key.is_public_key() { "platform_public_key" } else { "platform_certificate" };
            problems.note(setting, "this is the merchant's own key, not WeChat Pay's");
        }
    }
}

fn load(backend: Option<Backend>, der: &[u8], setting: &'static str, problems: &mut Problems) -> Option<PublicKey> {
    let Some(backend) = backend else { return problems.none(setting, NO_BACKEND) };
    problems.ok(setting, (backend.public_key)(der))
}

/// The URL without its trailing slash, and whether it is on this machine.
fn base_url(text: &str) -> Result<(String, bool), String> {
    let wrong = |problem: &str| format!("`{text}` {problem}");
    let url: Uri = text.parse().map_err(|_| wrong("does not parse as a URL"))?;
    let host = url.host().ok_or_else(|| wrong("has no host"))?;
    let loopback = is_loopback(host);
    match url.scheme_str() {
        Some("https") => {}
        Some("http") if loopback => {}
        Some("http") => return Err(wrong("is not `https`; plain `http` is for this machine only")),
        _ => return Err(wrong("is not `https`")),
    }
    if url.path() != "/" || url.query().is_some() {
        return Err(wrong("has a path; the endpoints bring their own"));
    }
    Ok((text.trim_end_matches('/').to_owned(), loopback))
}

fn read(path: &Path) -> Source {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn system_clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

struct Problems(Vec<ConfigProblem>);

impl Problems {
    fn note(&mut self, setting: &'static str, problem: impl Into<String>) {
        self.0.push(ConfigProblem { setting, problem: problem.into() });
    }

    /// Notes the problem in place of the value that it prevents.
    fn none<T>(&mut self, setting: &'static str, problem: impl Into<String>) -> Option<T> {
        self.note(setting, problem);
        None
    }

    fn ok<T, E: fmt::Display>(&mut self, setting: &'static str, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.note(setting, error.to_string())).ok()
    }
}

const HOSTS: [&str; 2] = ["https://api.mch.weixin.qq.com", "https://api2.mch.weixin.qq.com"];
const ANSWER_LIMIT: usize = 8 << 20;
const USER_AGENT: &str = concat!("wxpay-rust/", env!("CARGO_PKG_VERSION"));
const MISSING: &str = "missing";
const NO_BACKEND: &str = "no crypto library is compiled in; turn on the feature `aws-lc`, or give a backend";
