//! From the settings to the client.

use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::{SystemTime, UNIX_EPOCH};

use http::HeaderValue;

use super::env::Variables;
use super::found::Found;
use super::hosts::BaseUrl;
use super::{Builder, ConfigError};
use crate::client::certificates::Downloads;
use crate::client::hosts::Roles;
use crate::client::skew::Skew;
use crate::client::{Client, Inner};
use crate::crypto::Backend;
use crate::keys::{Merchant, is_usual_serial};
use crate::sign::Scheme;
use crate::transport::{Timer, Transport};
use crate::validate::Policy;

/// The settings after the checks.
pub(super) struct Checked {
    builder: Builder,
    merchant: Option<Merchant>,
    /// Wrapped in its layers.
    transport: Option<Arc<dyn Transport>>,
    base_urls: Vec<BaseUrl>,
    notify_to: Arc<[String]>,
}

impl Builder {
    /// Builds the client.
    ///
    /// # Errors
    /// The settings that are missing or contradictory, all at once.
    pub fn build(self) -> Result<Client, ConfigError> {
        let (checked, found) = self.check();
        let (variables, client) = checked.finished();
        match client.filter(|_| found.accepts()) {
            Some(client) => {
                client.warn_of_odd_settings();
                Ok(client)
            }
            None => Err(found.refusal(&variables)),
        }
    }

    /// Checks every setting, in the order in which findings are reported.
    pub(super) fn check(mut self) -> (Checked, Found) {
        let mut found = Found::default();
        self.variables.note(&mut found);
        let (merchant, own) = self.check_merchant(&mut found);
        self.check_platform(&own, &mut found);
        self.check_brand(&mut found);
        let notify_to = self.check_notify_to(&mut found);
        let base_urls = self.check_hosts(&mut found);
        let transport = self.check_transport(&mut found);
        let layers = std::mem::take(&mut self.layers);
        let transport = transport.map(|transport| layers.into_iter().fold(transport, |inner, wrap| wrap(inner)));
        (Checked { builder: self, merchant, transport, base_urls, notify_to }, found)
    }

    /// The time by the clock that the client will have.
    pub(super) fn now(&self) -> i64 {
        self.clock.as_ref().map_or_else(system_clock, |clock| clock())
    }

    pub(super) fn chosen_backend(&self) -> Option<Backend> {
        self.backend.or_else(Backend::preferred)
    }
}

impl Checked {
    /// The settings for an inspection. If no platform key is good, the client downloads certificates, which the APIv3 key opens;
    /// without an APIv3 key there is no client, since it could verify nothing.
    pub(super) fn for_looking(mut self) -> Self {
        let known = !self.builder.platform.serials().is_empty();
        let opens = |merchant: &Merchant| merchant.api_v3_keys.is_some() && merchant.scheme == Scheme::MERCHANT;
        self.builder.downloads |= !known;
        self.merchant = self.merchant.filter(|merchant| known || opens(merchant));
        self
    }

    /// The transport and the base URLs, if both are good.
    pub(super) fn connection(&self) -> Option<(Arc<dyn Transport>, Vec<String>)> {
        let urls: Vec<_> = self.base_urls.iter().map(|base| base.url.clone()).collect();
        self.transport.clone().filter(|_| !urls.is_empty()).map(|transport| (transport, urls))
    }

    /// The client, if the settings suffice for one, and the names of the variables that they come from.
    pub(super) fn finished(mut self) -> (Variables, Option<Client>) {
        (std::mem::take(&mut self.builder.variables), self.client())
    }

    fn client(self) -> Option<Client> {
        let Self { builder, merchant, transport, base_urls, notify_to } = self;
        let (merchant, transport) = (merchant?, transport?);
        if base_urls.is_empty() {
            return None;
        }
        let hosts = match &builder.hosts {
            Some(_) => Roles::given(base_urls.iter().map(|base| base.url.clone()).collect()),
            None => Roles::wechat_pay(),
        };
        // A brand has no merchant number.
        let names_itself = merchant.scheme == Scheme::MERCHANT && !builder.other_callers;
        let policy = Policy {
            supplementary: builder.supplementary,
            loopback: base_urls.iter().all(|base| base.loopback),
            notify_to,
            bytes: builder.bytes,
            caller: names_itself.then(|| merchant.id.clone()),
        };
        Some(Client {
            retry: builder.retry,
            asking: builder.asking,
            telling: None,
            question: false,
            inner: Arc::new(Inner {
                backend: builder.chosen_backend(),
                caller: merchant.id.as_str().into(),
                merchant,
                transport,
                platform: builder.platform,
                hosts,
                timer: builder.timer.or_else(default_timer),
                policy,
                answer_limit: builder.answer_limit.unwrap_or(ANSWER_LIMIT),
                clock: builder.clock.unwrap_or_else(|| Arc::new(system_clock)),
                user_agent: HeaderValue::from_static(USER_AGENT),
                downloads: builder.downloads.then(Downloads::new),
                observers: builder.observers,
                skew: Skew::unknown(),
                warned: AtomicI64::new(i64::MIN),
                process: std::process::id(),
            }),
        })
    }
}

#[cfg(feature = "reqwest")]
#[allow(clippy::unnecessary_wraps)] // without the feature it is `None`
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
    /// Warns of settings that work but look wrong.
    fn warn_of_odd_settings(&self) {
        let serial = self.merchant().serial();
        if !is_usual_serial(serial) {
            tracing::warn!(digits = serial.len(), "expected a serial of 40 hex digits, as merchant certificates have");
        }
        self.warn_of_expiry(self.now());
    }
}

const ANSWER_LIMIT: usize = 8 << 20;
const USER_AGENT: &str = concat!("wxpay-rust/", env!("CARGO_PKG_VERSION"));
