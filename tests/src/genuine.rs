//! A transport that answers every request with the same body, genuinely signed, as somebody inside of TLS could replay it.

use std::sync::{Arc, Mutex};

use wxpay::client::Builder;
use wxpay::transport::full;
use wxpay_sandbox::Credentials;

use crate::wire::{Platform, Scripted};

/// WeChat Pay with the same answer to every request.
#[derive(Clone)]
pub struct Genuine {
    answer: Arc<Mutex<(u16, String)>>,
    transport: Arc<Scripted>,
}

impl Genuine {
    /// Signs answers with the private half of the sandbox's public key.
    #[must_use]
    pub fn new(credentials: &Credentials) -> Self {
        let answer = Arc::new(Mutex::new((200, "{}".to_owned())));
        let (platform, saying) = (Platform::of(credentials), answer.clone());
        let transport = Scripted::new(move |_| {
            let (status, body) = saying.lock().expect("no test panicked inside").clone();
            let platform = platform.clone();
            async move { Ok(platform.answer(NOW, status, body).await.map(full)) }
        });
        Self { answer, transport }
    }

    /// Sets the answer to the requests from now on.
    pub fn says(&self, status: u16, body: impl Into<String>) {
        *self.answer.lock().expect("no test panicked inside") = (status, body.into());
    }

    /// Connects a client of this configuration to this transport.
    pub fn heard_by(&self, builder: Builder) -> Builder {
        builder.clock(|| NOW).transport(self.transport.clone())
    }
}

const NOW: i64 = 1_700_000_000;
