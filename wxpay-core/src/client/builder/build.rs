//! From the settings to the client.

use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::{SystemTime, UNIX_EPOCH};

use http::HeaderValue;

use super::check::check_platform;
use super::problem::Problems;
use super::{Builder, ConfigError};
use crate::client::certificates::Downloads;
use crate::client::hosts::Hosts;
use crate::client::skew::Skew;
use crate::client::{Client, Inner};
use crate::crypto::Backend;
use crate::keys::is_usual_serial;
use crate::sign::Scheme;
use crate::transport::Timer;
use crate::validate::Policy;

impl Builder {
    /// The client.
    ///
    /// # Errors
    /// Everything that is missing or contradictory.
    pub fn build(self) -> Result<Client, ConfigError> {
        let mut problems = Problems(Vec::new());
        self.variables.note(&mut problems);
        let backend = self.backend.or_else(Backend::preferred);
        let (merchant, own_key) = self.merchant(backend, &mut problems);
        // That of the merchant for WeChat Pay's is the commonest mix-up of keys.
        let serial = merchant.as_ref().map(|merchant| merchant.serial.clone());
        problems.key("platform", self.platform.never(serial, own_key));
        self.platform_keys(backend, &mut problems);
        check_platform(&self.platform, self.downloads, &mut problems);
        self.check_brand(&mut problems);
        let notify_to = self.named_hosts(&mut problems);
        // A brand has no merchant number.
        let own = merchant.as_ref().filter(|merchant| merchant.scheme == Scheme::MERCHANT && !self.other_callers);
        let caller = own.map(|merchant| merchant.id.clone());
        self.check_plain_http(&mut problems);
        let hosts = self.base_urls(&mut problems);
        let loopback = !hosts.is_empty() && hosts.iter().all(|(_, loopback)| *loopback);
        let transport = self.chosen_transport(&mut problems);
        match (merchant, transport) {
            (Some(merchant), Some(transport)) if problems.0.is_empty() => {
                let client = Client {
                    retry: self.retry,
                    asking: self.asking,
                    telling: None,
                    question: false,
                    inner: Arc::new(Inner {
                        merchant,
                        transport: self.layers.into_iter().fold(transport, |inner, wrap| wrap(inner)),
                        platform: self.platform,
                        hosts: Hosts::new(hosts.into_iter().map(|(host, _)| host).collect()),
                        timer: self.timer.or_else(default_timer),
                        policy: Policy {
                            supplementary: self.supplementary,
                            loopback,
                            notify_to,
                            bytes: self.bytes,
                            caller,
                        },
                        answer_limit: self.answer_limit.unwrap_or(ANSWER_LIMIT),
                        clock: self.clock.unwrap_or_else(|| Arc::new(system_clock)),
                        user_agent: HeaderValue::from_static(USER_AGENT),
                        backend,
                        downloads: self.downloads.then(Downloads::new),
                        observers: self.observers,
                        skew: Skew::unknown(),
                        warned: AtomicI64::new(i64::MIN),
                        process: std::process::id(),
                    }),
                };
                client.warn_of_odd_settings();
                Ok(client)
            }
            _ => {
                let named = |problem| self.variables.named(problem);
                Err(ConfigError { problems: problems.0.into_iter().map(named).collect() })
            }
        }
    }
}

#[cfg(feature = "reqwest")]
#[allow(clippy::unnecessary_wraps)] // without the feature there is none
fn default_timer() -> Option<Arc<dyn Timer>> {
    Some(Arc::new(crate::transport::TokioTimer))
}

#[cfg(not(feature = "reqwest"))]
fn default_timer() -> Option<Arc<dyn Timer>> {
    None
}

fn system_clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

impl Client {
    /// What works, and somebody should look at.
    fn warn_of_odd_settings(&self) {
        let serial = self.merchant().serial();
        if !is_usual_serial(serial) {
            tracing::warn!(
                digits = serial.len(),
                "the serial of a merchant's certificate has 40 hex digits; is this one?"
            );
        }
        self.warn_of_expiry(self.now());
    }
}

const ANSWER_LIMIT: usize = 8 << 20;
const USER_AGENT: &str = concat!("wxpay-rust/", env!("CARGO_PKG_VERSION"));
