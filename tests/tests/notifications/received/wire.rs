//! A network with scripted answers, which counts requests.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use wxpay::transport::{Stage, full};
use wxpay_tests::wire::{Scripted, lost};

/// Answers every request with the answer that is set, or fails to connect.
pub(crate) struct Wire {
    said: Arc<Mutex<Said>>,
    scripted: Arc<Scripted>,
}

#[derive(Default, Clone)]
struct Said {
    answer: Option<Response<Bytes>>,
    delay: Duration,
}

impl Default for Wire {
    fn default() -> Self {
        let said = Arc::<Mutex<Said>>::default();
        let saying = said.clone();
        let scripted = Scripted::new(move |request| {
            assert_eq!(request.uri().path(), "/v3/certificates", "nothing else is asked in these tests");
            let saying = saying.clone();
            async move {
                let delay = saying.lock().unwrap().delay;
                tokio::time::sleep(delay).await;
                let answer = saying.lock().unwrap().answer.clone();
                Ok(answer.ok_or_else(|| lost(Stage::Connecting))?.map(full))
            }
        });
        Self { said, scripted }
    }
}

impl Wire {
    pub(crate) fn transport(&self) -> Arc<Scripted> {
        self.scripted.clone()
    }

    pub(crate) fn answers(&self, status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) {
        let mut response = Response::new(body.into());
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        self.said.lock().unwrap().answer = Some(response);
    }

    /// Makes every connection fail from now on.
    pub(crate) fn breaks(&self) {
        self.said.lock().unwrap().answer = None;
    }

    /// Delays every answer from now on.
    pub(crate) fn takes(&self, delay: Duration) {
        self.said.lock().unwrap().delay = delay;
    }

    pub(crate) fn requests(&self) -> usize {
        self.scripted.sent().len()
    }
}

pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}
