//! A transport that answers every request with one body, genuinely signed: what somebody inside TLS could replay.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use wxpay::client::Builder;
use wxpay::crypto::{Backend, BoxFuture, PrivateKey};
use wxpay::keys::private_key_der;
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;
use wxpay::transport::{Body, Transport, TransportError, full};
use wxpay_sandbox::Credentials;

/// WeChat Pay, saying the same whatever it is asked.
#[derive(Clone)]
pub struct Genuine(Arc<Inner>);

struct Inner {
    key: PrivateKey,
    serial: String,
    answer: Mutex<(u16, String)>,
}

impl Genuine {
    /// With the private half of the sandbox's public key.
    #[must_use]
    pub fn new(credentials: &Credentials) -> Self {
        let der = private_key_der(&credentials.public_key_private_half).expect("the sandbox's key");
        let key = Backend::preferred().expect("a backend").private_key(&der).expect("the sandbox's key");
        let answer = Mutex::new((200, "{}".to_owned()));
        Self(Arc::new(Inner { key, serial: credentials.public_key_id.clone(), answer }))
    }

    /// What is answered from now on.
    pub fn says(&self, status: u16, body: impl Into<String>) {
        *self.0.answer.lock().expect("no test panicked inside") = (status, body.into());
    }

    /// A client of that configuration that hears only this.
    pub fn heard_by(&self, builder: Builder) -> Builder {
        builder.clock(|| NOW).transport(Arc::new(self.clone()))
    }
}

impl Transport for Genuine {
    fn send(&self, _: Request<Bytes>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (status, body) = self.0.answer.lock().expect("no test panicked inside").clone();
            let signed =
                signature_headers(Scheme::MERCHANT, &*self.0.key.signer, &self.0.serial, NOW, "N", body.as_bytes())
                    .await;
            let mut response = Response::new(full(body.into()));
            *response.status_mut() = status.try_into().expect("a status");
            *response.headers_mut() = signed.expect("a signature");
            Ok(response)
        })
    }
}

const NOW: i64 = 1_700_000_000;
