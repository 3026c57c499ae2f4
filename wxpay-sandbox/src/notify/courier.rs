//! The HTTP client that sends notifications to a merchant's server.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, PRAGMA, USER_AGENT};
use http::{Extensions, HeaderMap, HeaderValue, Request};
use http_body_util::{BodyExt as _, Full};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls_platform_verifier::BuilderVerifierExt as _;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs::default_provider;
use wxpay::validate::Policy;

use super::reach::{self, Resolver};
use crate::keys::credentials::text;

/// Sends notifications to allowed URLs. It uses no proxy and follows no redirect.
pub(crate) struct Courier {
    http: Client<HttpsConnector<HttpConnector<Resolver>>, Full<Bytes>>,
    policy: Policy,
    /// Spelling of header names.
    spelling: Extensions,
}

impl Courier {
    pub(crate) fn new(policy: Policy, spelling: Extensions) -> Result<Self, String> {
        let mut plain = HttpConnector::new_with_resolver(Resolver(policy.clone()));
        plain.enforce_http(false);
        plain.set_nodelay(true);
        let secured = ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|config| config.with_platform_verifier())
            .map_err(text)?
            .with_no_client_auth();
        let connector = HttpsConnectorBuilder::new().with_tls_config(secured).https_or_http().enable_http1();
        let http =
            Client::builder(TokioExecutor::new()).http1_title_case_headers(true).build(connector.wrap_connector(plain));
        Ok(Self { http, policy, spelling })
    }

    /// Refuses a URL that notifications may not go to, with the rule that it breaks.
    pub(super) fn may_go_to(&self, url: &str) -> Result<(), String> {
        reach::check(url, &self.policy)
    }

    /// Sends a notification. Returns the answer's status and the start of its body, or the reason that there is no answer.
    pub(super) async fn post(&self, url: &str, headers: HeaderMap, body: Bytes) -> Result<(u16, String), String> {
        self.may_go_to(url)?;
        let mut request = Request::post(url).body(Full::new(body)).map_err(text)?;
        *request.headers_mut() = headers;
        request.headers_mut().extend(LIKE_THE_REAL_ONE.map(|(name, value)| (name, HeaderValue::from_static(value))));
        request.extensions_mut().extend(self.spelling.clone());
        match tokio::time::timeout(DEADLINE, self.exchange(request)).await {
            Ok(answered) => answered.map_err(|error| reasons(&*error)),
            Err(_) => Err(format!("no answer within {} s", DEADLINE.as_secs())),
        }
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<(u16, String), Box<dyn Error + Send + Sync>> {
        let mut answer = self.http.request(request).await?;
        let (status, mut start) = (answer.status().as_u16(), Vec::new());
        while start.len() < SHOWN {
            let Some(frame) = answer.frame().await else { break };
            start.extend_from_slice(frame?.data_ref().map_or(&[], |data| data));
        }
        start.truncate(SHOWN);
        Ok((status, String::from_utf8_lossy(&start).into_owned()))
    }
}

/// An error with its causes.
fn reasons(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", reasons(source)),
        None => error.to_string(),
    }
}

/// Length of an answer's body that is stored, in bytes.
const SHOWN: usize = 1024;

/// Time limit for an answer.
const DEADLINE: Duration = Duration::from_secs(5);

/// Headers that a real notification was seen to have:
/// <https://developers.weixin.qq.com/community/develop/doc/0008a2e30f89c8103631c2b636ac00>.
const LIKE_THE_REAL_ONE: [(http::HeaderName, &str); 3] =
    [(USER_AGENT, "Mozilla/4.0"), (ACCEPT, "*/*"), (PRAGMA, "no-cache")];
