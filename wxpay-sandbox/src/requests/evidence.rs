//! A copy of a request whose signature was refused, for the diagnosis of its signature.

use std::sync::Arc;

use axum::body::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use serde::Serialize;
use tokio::sync::OnceCell;
use wxpay::crypto::Backend;
use wxpay::server::content;
use wxpay::server::explain::{self, Captured, Cause, Diagnosis, Signatory};
use wxpay::sign::Scheme;

use crate::keys::merchants::{Certificate, Merchants};

pub(crate) struct Evidence {
    /// Time of arrival by the sandbox's clock, in seconds since 1970.
    time: i64,
    /// Seconds that the sandbox's clock was ahead of the machine's.
    ahead: i64,
    method: String,
    target: String,
    host: Option<String>,
    authorization: Option<String>,
    content_type: Option<String>,
    body: Vec<u8>,
    /// Computed once, on demand.
    findings: OnceCell<Vec<Finding>>,
}

/// A finding about a signature, in words.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Finding {
    pub(crate) finding: String,
    /// The remedy; `None` if the signature is right.
    pub(crate) remedy: Option<String>,
}

impl Evidence {
    /// Copies what a diagnosis needs. Returns `None` for a request that is larger than the limit, and for a brand's request,
    /// whose headers are different.
    pub(crate) fn of(head: &Parts, target: &str, body: &[u8], (time, ahead): (i64, i64)) -> Option<Self> {
        let text = |name: HeaderName| Some(head.headers.get(name)?.to_str().ok()?.to_owned());
        let evidence = Self {
            time,
            ahead,
            method: head.method.to_string(),
            target: target.to_owned(),
            host: text(header::HOST),
            authorization: text(header::AUTHORIZATION),
            content_type: text(header::CONTENT_TYPE),
            body: body.get(..KEPT.min(body.len())).unwrap_or_default().to_vec(),
            findings: OnceCell::new(),
        };
        let texts = [&evidence.host, &evidence.authorization, &evidence.content_type].into_iter().flatten();
        let size = target.len() + body.len() + texts.map(String::len).sum::<usize>();
        (size <= KEPT && Scheme::of_path(head.uri.path()) == Scheme::MERCHANT).then_some(evidence)
    }

    /// Diagnoses the signature. This may take a second, so it is not done while the request is answered.
    pub(crate) async fn diagnosis(self: &Arc<Self>, merchants: &Merchants) -> Result<Diagnosis, String> {
        let meta = self.meta().await;
        let certificates = merchants.certificates(Scheme::MERCHANT);
        let backend = Backend::preferred().ok_or("no crypto library is compiled in")?;
        let evidence = self.clone();
        let diagnosis = move || {
            let captured = evidence.captured(meta.as_deref());
            explain::request(&captured, &signatories(&certificates), Some(evidence.time), backend)
        };
        tokio::task::spawn_blocking(diagnosis).await.map_err(|error| error.to_string())
    }

    /// The findings in words, computed when they were first requested.
    pub(crate) async fn findings(self: &Arc<Self>, merchants: &Merchants) -> Result<&[Finding], String> {
        let findings = async || Ok(self.worded(&self.diagnosis(merchants).await?));
        self.findings.get_or_try_init(findings).await.map(Vec::as_slice)
    }

    /// A diagnosis in words.
    pub(crate) fn worded(&self, diagnosis: &Diagnosis) -> Vec<Finding> {
        if diagnosis.is_right() {
            return vec![Finding { finding: RIGHT.to_owned(), remedy: None }];
        }
        let worded = |cause: &Cause| Finding {
            finding: cause.to_string(),
            remedy: Some(self.moved_clock(cause).unwrap_or_else(|| cause.remedy(diagnosis.signer).to_owned())),
        };
        diagnosis.causes.iter().map(worded).collect()
    }

    /// The remedy, if the timestamp is wrong because the sandbox's clock was moved.
    fn moved_clock(&self, cause: &Cause) -> Option<String> {
        let Cause::Clock(age) = cause else { return None };
        let by_the_machine = age.saturating_sub(self.ahead).saturating_abs();
        let way = if self.ahead < 0 { "behind" } else { "ahead of" };
        (self.ahead != 0 && by_the_machine <= ALLOWED).then(|| {
            format!(
                "the sandbox's clock was moved, {} s {way} this machine's: `PUT /api/clock {{\"offset\": 0}}` \
                 (`Sandbox::set_clock_ahead(0)`) sets it right, or move the client's as far",
                self.ahead.unsigned_abs()
            )
        })
    }

    /// The signed part of a form.
    async fn meta(&self) -> Option<Bytes> {
        let content_type = self.content_type.as_deref().filter(|kind| kind.starts_with("multipart/"))?;
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_str(content_type).ok()?)]);
        Some(content(&headers, Bytes::copy_from_slice(&self.body)).await.ok()?.body)
    }

    fn captured<'a>(&'a self, meta: Option<&'a [u8]>) -> Captured<'a> {
        Captured::new(&self.method, &self.target, &self.body)
            .with_host(self.host.as_deref())
            .with_authorization(self.authorization.as_deref())
            .with_meta(meta)
    }
}

fn signatories(certificates: &[Certificate]) -> Vec<Signatory<'_>> {
    certificates.iter().map(|Certificate { mchid, serial, spki }| Signatory::new(mchid, serial, spki)).collect()
}

/// The finding if nothing is wrong.
const RIGHT: &str = "the signature is right: the request was refused by a fault, or for its `nonce_str`";
/// Seconds that a timestamp may deviate.
const ALLOWED: i64 = 300;
/// Size limit of a stored request, in bytes: 200 of them are 12 MB at most.
const KEPT: usize = 1 << 16;
