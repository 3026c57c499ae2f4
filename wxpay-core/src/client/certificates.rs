//! Platform certificates (平台证书) that keep themselves current: downloaded, opened, verified, and only then trusted.
//!
//! The download is the only answer that is read before it is verified, since it contains the key that verifies it. Each
//! certificate is opened with the APIv3 key, which proves its origin. Then one of them, or a key that is known already, must have
//! signed the answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde_json::Value;
use tokio::sync::{Mutex, MutexGuard};

use super::Client;
use super::answer::request_id;
use crate::crypto::Backend;
use crate::decode::{DecodeError, Fault, FaultKind};
use crate::encoded::Encoded;
use crate::envelope::Envelope;
use crate::error::{ApiError, CertificatesError, Error, ErrorCode, ErrorKind, Outcome, SignatureState};
use crate::keys::{ApiV3Keys, Certificate, Merchant, PlatformKey, certificate_serial};
use crate::verify::{SERIAL, verify};

/// The state of a client that downloads certificates. A download holds the lock `last`, so that only one runs at a time.
///
/// ```text
/// caller A  --lock--[ download: succeeds or fails ]--unlock--> its result
/// caller B  ----------waits for the lock------------> a key is there now: goes on
///                                                  \> A failed while B waited: the same failure, without another download
///                                                  \> A failed before B came: B downloads
/// caller C  --a key is at hand, the lock is taken--> goes on with the known key, and does not wait
/// ```
pub(super) struct Downloads {
    /// The time of the last download that succeeded, in seconds since 1970.
    done: AtomicI64,
    last: Mutex<Last>,
}

/// The last download.
#[derive(Default)]
struct Last {
    /// Time of the last try, in seconds since 1970.
    tried: Option<i64>,
    failure: Option<Failure>,
}

/// A failed download, with its begin and end. A caller that came in between has waited for it, and does not repeat it.
struct Failure {
    began: i64,
    ended: i64,
    error: Arc<CertificatesError>,
}

impl Last {
    /// Tells whether enough time has passed since the last try.
    fn may_try(&self, now: i64) -> bool {
        self.tried.is_none_or(|tried| has_elapsed(tried, now, GAP))
    }
}

impl Downloads {
    pub(super) fn new() -> Self {
        Self { done: AtomicI64::new(i64::MIN), last: Mutex::default() }
    }

    fn due(&self, now: i64) -> bool {
        has_elapsed(self.done.load(Ordering::Relaxed), now, REFRESH)
    }
}

impl Client {
    /// Downloads the platform certificates now. A client with
    /// [`download_certificates`](super::Builder::download_certificates) does so by itself when it has to.
    ///
    /// # Errors
    /// [`ErrorKind::Certificates`]: the download is off or failed. The known keys stay.
    pub async fn refresh_certificates(&self) -> Result<(), Error> {
        let Some(downloads) = &self.inner.downloads else {
            return Err(failed(Arc::new(CertificatesError::Off)));
        };
        self.usable()?;
        let last = downloads.last.lock().await;
        self.download_certificates(downloads, last).await
    }

    /// Before a call: makes sure that there is a key to encrypt with, and that the certificates are not too old.
    ///
    /// While a known key is usable, one caller downloads and the others do not wait; if the download fails, the known keys stay.
    pub(super) async fn ready_certificates(&self) -> Result<(), Error> {
        let now = self.now();
        self.warn_of_expiry(now);
        let Some(downloads) = &self.inner.downloads else { return Ok(()) };
        let usable = || self.inner.platform.newest(now).is_some_and(|key| key.expires().is_none_or(|end| end > now));
        if usable() {
            let Ok(last) = downloads.last.try_lock() else { return Ok(()) };
            if downloads.due(now) && last.may_try(now) {
                log_failure(self.download_certificates(downloads, last).await);
            }
            return Ok(());
        }
        // In a forked child the lock may be held for ever.
        self.usable()?;
        let last = downloads.last.lock().await;
        match &last.failure {
            _ if usable() => Ok(()),
            Some(failure) if (failure.began..=failure.ended).contains(&now) => Err(failed(failure.error.clone())),
            _ => self.download_certificates(downloads, last).await,
        }
    }

    /// After an answer: downloads the certificates if the signer is not known, since it may be a new certificate. Anybody can
    /// send a serial, so there is at most one such download a minute, and none if certificates are not in use or the serial
    /// cannot be that of a certificate.
    pub(super) async fn know_signer(&self, headers: &HeaderMap) {
        let serial = headers.get(&SERIAL).and_then(|serial| serial.to_str().ok());
        let (Some(downloads), Some(serial)) = (&self.inner.downloads, serial) else { return };
        let possible = certificate_serial(serial).as_deref() == Some(serial);
        let unknown = || possible && self.inner.platform.find(serial).is_none();
        if !unknown() || self.usable().is_err() {
            return;
        }
        let last = downloads.last.lock().await;
        if unknown() && last.may_try(self.now()) {
            log_failure(self.download_certificates(downloads, last).await);
        }
    }

    async fn download_certificates(&self, downloads: &Downloads, mut last: MutexGuard<'_, Last>) -> Result<(), Error> {
        let now = self.now();
        last.tried = Some(now);
        let result = self.fetch_certificates().await.map_err(Arc::new);
        // Counted from the end, since callers that waited for this download check only then whether another may begin.
        let ended = self.now();
        last.tried = Some(ended);
        let failure = |error: &Arc<_>| Failure { began: now, ended, error: Arc::clone(error) };
        last.failure = result.as_ref().err().map(failure);
        match result {
            Ok(keys) => {
                let serials = keys.iter().map(PlatformKey::serial).collect::<Vec<_>>();
                tracing::info!(target: TARGET, ?serials, "the platform certificates were downloaded");
                for key in keys {
                    self.inner.platform.add(key).map_err(|error| failed(Arc::new(error.into())))?;
                }
                self.inner.platform.forget_expired(now);
                downloads.done.store(now, Ordering::Relaxed);
                Ok(())
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// The current certificates of WeChat Pay, verified.
    async fn fetch_certificates(&self) -> Result<Vec<PlatformKey>, CertificatesError> {
        let platform = &self.inner.platform;
        let encoded = self.encode_line(Method::GET, PATH, format!("{PATH}?algorithm_type=RSA"));
        let (head, body) = self.once_per_host(&encoded).await.map_err(CertificatesError::Call)?.into_parts();
        if head.status != StatusCode::OK {
            return Err(explain_refusal(head.status, &head.headers, body));
        }
        let backend = self.inner.backend.ok_or(CertificatesError::NoBackend)?;
        let own = self.inner.merchant.api_v3_keys().ok_or(CertificatesError::NoKey)?;
        let keys = open_certificates(&body, backend, own)?;
        let candidates = platform.copy();
        keys.iter().try_for_each(|found| candidates.add(found.clone()))?;
        verify(self.inner.merchant.scheme, &candidates, &head.headers, body, self.now())?;
        Ok(keys)
    }

    /// Sends to one host after the other, until one answers.
    async fn once_per_host(&self, encoded: &Encoded) -> Result<http::Response<Bytes>, Error> {
        let hosts = self.inner.hosts.domestic();
        let mut place = hosts.choose(self.now(), true);
        for _ in 1..hosts.count() {
            match self.send_once(encoded, hosts.url(place), self.retry.attempt).await {
                Err(error) if matches!(error.kind(), ErrorKind::Transport(_)) => hosts.leave(place, self.now()),
                result => return result,
            }
            place = hosts.next(place);
        }
        self.send_once(encoded, hosts.url(place), self.retry.attempt).await
    }

    /// Warns once a day: of the merchant's own certificate if it has expired or expires within a month, of platform certificates
    /// that have expired, which are trusted until somebody removes them, and of the newest one if it expires within a month.
    pub(super) fn warn_of_expiry(&self, now: i64) {
        let warned = self.inner.warned.load(Ordering::Relaxed);
        if now.saturating_sub(warned) < DAY {
            return;
        }
        self.inner.warned.store(now, Ordering::Relaxed);
        let Merchant { id: mchid, serial, expires, .. } = &self.inner.merchant;
        match expires.map(|end| end.saturating_sub(now)) {
            // This machine's clock may be wrong.
            Some(..=0) => {
                tracing::warn!(mchid, serial, "the merchant's certificate has expired: WeChat Pay refuses calls");
            }
            Some(left) if left < MONTH => {
                tracing::warn!(mchid, serial, days = left / DAY, "the merchant's certificate is about to expire");
            }
            _ => {}
        }
        for key in self.inner.platform.keys() {
            if let Some(end) = key.expires().filter(|end| *end <= now) {
                let days = now.saturating_sub(end) / DAY;
                tracing::warn!(serial = key.serial(), days, "a platform certificate has expired and is still trusted");
            }
        }
        let newest = self.inner.platform.newest(now).filter(|key| key.expires().is_none_or(|end| end > now));
        let ending = newest
            .and_then(|key| Some((key.clone(), key.expires()?)))
            .filter(|(_, end)| end.saturating_sub(now) < MONTH);
        if let Some((key, end)) = ending {
            let days = end.saturating_sub(now) / DAY;
            tracing::warn!(serial = key.serial(), days, "the newest platform certificate is about to expire");
        }
    }
}

/// Opens every certificate of a download. Skips those that are not RSA certificates.
fn open_certificates(body: &[u8], backend: Backend, own: &ApiV3Keys) -> Result<Vec<PlatformKey>, CertificatesError> {
    let json: Value = serde_json::from_slice(body).map_err(|error| DecodeError::Syntax(error.to_string()))?;
    let entries = json.get("data").and_then(Value::as_array).ok_or_else(no_data)?;
    let mut keys = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let sealed = entry.get("encrypt_certificate").unwrap_or(&Value::Null);
        let place = format!("/data/{index}/encrypt_certificate");
        let envelope = Envelope::read(sealed, &place).map_err(|fault| DecodeError::Faults(vec![fault]))?;
        let pem = own.open(&envelope, backend)?;
        let pem = std::str::from_utf8(&pem).map_err(|_| CertificatesError::NotText)?;
        let read = Certificate::from_pem(pem).and_then(|found| Ok((backend.public_key(found.spki())?, found)));
        match read {
            Ok((public, certificate)) => keys.push(PlatformKey::certificate(&certificate, public)),
            Err(error) => tracing::warn!(%error, "a downloaded certificate is skipped"),
        }
    }
    if keys.is_empty() { Err(CertificatesError::Empty) } else { Ok(keys) }
}

fn no_data() -> DecodeError {
    let kind = FaultKind::Type { expected: "an array" };
    DecodeError::Faults(vec![Fault { pointer: "/data".to_owned(), label: None, kind }])
}

/// The error of a refused download. Merchants that joined in recent years have no platform certificates.
fn explain_refusal(status: StatusCode, headers: &HeaderMap, body: Bytes) -> CertificatesError {
    let error = Box::new(ApiError::read(status, body, request_id(headers), SignatureState::Absent));
    let none = matches!(error.code(), ErrorCode::ResourceNotExists | ErrorCode::NotFound);
    if none && status == StatusCode::NOT_FOUND {
        return CertificatesError::NotIssued(error);
    }
    CertificatesError::Refused(error)
}

/// Tells whether `seconds` have passed since `then`. True if the clock was set back, since the time is then unknown.
fn has_elapsed(then: i64, now: i64, seconds: i64) -> bool {
    !(0..seconds).contains(&now.saturating_sub(then))
}

fn failed(error: Arc<CertificatesError>) -> Error {
    Error::new(ErrorKind::Certificates(error), Outcome::NotSent)
}

fn log_failure(result: Result<(), Error>) {
    if let Err(error) = result {
        tracing::warn!(target: TARGET, %error, "the platform certificates could not be refreshed; the known ones stay");
    }
}

const TARGET: &str = "wxpay::certificates";
const PATH: &str = "/v3/certificates";
/// In seconds. The documentation requires less than 12 hours.
const REFRESH: i64 = 6 * 60 * 60;
/// Seconds between two downloads that an outsider can cause.
const GAP: i64 = 60;
const DAY: i64 = 24 * 60 * 60;
const MONTH: i64 = 30 * DAY;
