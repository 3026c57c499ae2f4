//! The URLs that notifications may go to. Any caller can choose a `notify_url`, and must not reach this machine's network with
//! it.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::Uri;
use hyper_util::client::legacy::connect::dns::Name;
use tokio::net::lookup_host;
use tower_service::Service;
use wxpay::validate::{Policy, UrlProblem, callable, callable_address, named_host};

/// Refuses a URL that breaks the rules for a `notify_url`.
pub(super) fn check(url: &str, policy: &Policy) -> Result<(), String> {
    callable(url, policy).map_err(|problem| refused(problem, host(url).as_deref()))
}

/// Resolves names, and refuses a name that resolves to a forbidden address. A connection is made to the returned addresses only.
#[derive(Clone)]
pub(super) struct Resolver(pub(super) Policy);

impl Service<Name> for Resolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let policy = self.0.clone();
        Box::pin(async move {
            let found: Vec<_> = lookup_host((name.as_str(), 0)).await?.collect();
            for address in &found {
                callable_address(name.as_str(), address.ip(), &policy)
                    .map_err(|problem| io::Error::other(refused(problem, Some(name.as_str()))))?;
            }
            Ok(found.into_iter())
        })
    }
}

fn refused(problem: UrlProblem, host: Option<&str>) -> String {
    format!("not sent: {}", with_remedy(problem, host))
}

/// The rule that a URL breaks, and the setting that allows its host if there is one.
pub(crate) fn with_remedy(problem: UrlProblem, host: Option<&str>) -> String {
    // The library names the rule by a client's configuration.
    let rule = match problem {
        UrlProblem::PlainHttp => UrlProblem::NotHttps.to_string(),
        problem => problem.to_string(),
    };
    let needs_it = matches!(problem, UrlProblem::PlainHttp | UrlProblem::Host(_));
    match host.filter(|_| needs_it).and_then(|host| named_host(host).ok()) {
        Some(host) => format!("{rule}; `--notify-to {host}` (`Builder::notify_to(\"{host}\")`) lets it through"),
        None => rule,
    }
}

/// The URL's host, if it has one.
pub(crate) fn host(url: &str) -> Option<String> {
    url.parse::<Uri>().ok()?.host().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn named(hosts: &[&str]) -> Policy {
        let mut policy = Policy::default();
        policy.notify_to = hosts.iter().map(|host| (*host).to_owned()).collect();
        policy
    }

    async fn looked_up(name: &str, policy: Policy) -> Result<usize, String> {
        let found = Resolver(policy).call(name.parse().unwrap()).await;
        found.map(Iterator::count).map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn a_name_that_leads_to_this_machine_is_not_followed_unless_it_is_named() {
        let refused = looked_up("localhost", named(&["shop"])).await.unwrap_err();
        assert!(refused.starts_with("not sent: its host is this machine"), "{refused}");
        assert!(looked_up("localhost", named(&["localhost"])).await.unwrap() > 0);
    }

    #[test]
    fn what_orders_name_is_held_to_the_rules_of_a_notify_url() {
        assert!(check("https://shop.example.com/refunds?id=1", &named(&[])).is_ok());
        for (url, host) in [
            ("http://shop.example.com/", Some("shop.example.com")),
            ("file:///etc/passwd", None),
            ("https://127.1/", Some("127.1")),
            ("https://10.0.0.1:8443/", Some("10.0.0.1")),
            ("https://[fd00::5]/", Some("fd00::5")),
            ("x", None),
        ] {
            let refused = check(url, &named(&[])).unwrap_err();
            match host {
                Some(host) => assert!(refused.contains(&format!("`--notify-to {host}` (")), "{url}: {refused}"),
                None => assert!(!refused.contains("notify_to"), "{url}: {refused}"),
            }
            // The remedy in the message works.
            if let Some(host) = host {
                assert_eq!(check(url, &named(&[host])), Ok(()), "{url}");
            }
        }
        assert!(check("http://shop:8080/", &named(&["shop"])).is_ok());
    }
}
