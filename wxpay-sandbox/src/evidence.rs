//! What is kept of a request whose signature was refused, so that it can be said what was the matter.

use std::sync::Arc;

use axum::body::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use wxpay::crypto::Backend;
use wxpay::server::content;
use wxpay::server::explain::{self, Captured, Diagnosis, Signatory};
use wxpay::sign::Scheme;

use crate::merchants::{Certificate, Merchants};

pub(crate) struct Evidence {
    /// When it came by the sandbox's clock, in seconds since 1970.
    time: i64,
    method: String,
    target: String,
    host: Option<String>,
    authorization: Option<String>,
    content_type: Option<String>,
    body: Vec<u8>,
}

impl Evidence {
    /// A copy of what a diagnosis needs; none of what is larger than is kept, nor of what a brand has sent, whose
    /// headers are others.
    pub(crate) fn of(head: &Parts, target: &str, body: &[u8], time: i64) -> Option<Self> {
        let text = |name: HeaderName| Some(head.headers.get(name)?.to_str().ok()?.to_owned());
        let evidence = Self {
            time,
            method: head.method.to_string(),
            target: target.to_owned(),
            host: text(header::HOST),
            authorization: text(header::AUTHORIZATION),
            content_type: text(header::CONTENT_TYPE),
            body: body.get(..KEPT.min(body.len())).unwrap_or_default().to_vec(),
        };
        let texts = [&evidence.host, &evidence.authorization, &evidence.content_type].into_iter().flatten();
        let size = target.len() + body.len() + texts.map(String::len).sum::<usize>();
        (size <= KEPT && Scheme::of_path(head.uri.path()) == Scheme::MERCHANT).then_some(evidence)
    }

    /// What was the matter. It may take a second, so it is not found out while the request is answered.
    pub(crate) async fn diagnosis(self: Arc<Self>, merchants: &Merchants) -> Result<Diagnosis, String> {
        let meta = self.meta().await;
        let certificates = merchants.certificates(Scheme::MERCHANT);
        let backend = Backend::preferred().ok_or("there is no crypto backend")?;
        let diagnosis = move || {
            explain::request(&self.captured(meta.as_deref()), &signatories(&certificates), Some(self.time), backend)
        };
        tokio::task::spawn_blocking(diagnosis).await.map_err(|error| error.to_string())
    }

    /// Of a form the part that is signed.
    async fn meta(&self) -> Option<Bytes> {
        let content_type = self.content_type.as_deref().filter(|kind| kind.starts_with("multipart/"))?;
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_str(content_type).ok()?)]);
        Some(content(&headers, Bytes::copy_from_slice(&self.body)).await.ok()?.body)
    }

    fn captured<'a>(&'a self, meta: Option<&'a [u8]>) -> Captured<'a> {
        Captured {
            method: &self.method,
            target: &self.target,
            host: self.host.as_deref(),
            authorization: self.authorization.as_deref(),
            body: &self.body,
            // The server has read the body by it.
            content_length: None,
            signed_by_wechat_pay: false,
            meta,
        }
    }
}

fn signatories(certificates: &[Certificate]) -> Vec<Signatory<'_>> {
    certificates.iter().map(|Certificate { mchid, serial, spki }| Signatory { caller: mchid, serial, spki }).collect()
}

/// How large a request may be to be kept, in bytes: 200 of them are 12 MB at most.
const KEPT: usize = 1 << 16;
