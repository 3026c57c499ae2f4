//! A transport that answers every request with one body, genuinely signed: what somebody inside TLS could replay.

use std::sync::{Arc, Mutex};

use wxpay::client::Builder;
use wxpay::transport::full;
use wxpay_sandbox::Credentials;

use crate::wire::{Platform, Scripted};

/// WeChat Pay, saying the same whatever it is asked.
#[derive(Clone)]
pub struct Genuine {
    answer: Arc<Mutex<(u16, String)>>,
    transport: Arc<Scripted>,
}

impl Genuine {
    /// With the private half of the sandbox's public key.
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

    /// What is answered from now on.
    pub fn says(&self, status: u16, body: impl Into<String>) {
        *self.answer.lock().expect("no test panicked inside") = (status, body.into());
    }

    /// A client of that configuration that hears only this.
    pub fn heard_by(&self, builder: Builder) -> Builder {
        builder.clock(|| NOW).transport(self.transport.clone())
    }
}

const NOW: i64 = 1_700_000_000;
