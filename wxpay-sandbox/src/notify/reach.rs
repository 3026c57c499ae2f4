//! Where notifications may go: what orders name is anybody's word, and this machine's network is not theirs to ask.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper_util::client::legacy::connect::dns::Name;
use tokio::net::lookup_host;
use tower_service::Service;
use wxpay::validate::{Policy, callable, callable_address};

/// Refuses a URL that the rules for a `notify_url` do not let through.
pub(super) fn check(url: &str, policy: &Policy) -> Result<(), String> {
    callable(url, policy).map_err(refused)
}

/// Looks names up, and refuses those of public hosts that lead to an address which is not public. A connection is made to
/// what it gives and to nothing else.
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
                    .map_err(|reason| io::Error::other(refused(reason)))?;
            }
            Ok(found.into_iter())
        })
    }
}

fn refused(reason: &str) -> String {
    format!("not sent: {reason}; `notify_to`, on the command line --notify-to, lets a host through")
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
        for url in ["http://shop.example.com/", "file:///etc/passwd", "https://127.1/", "https://10.0.0.1/", "x"] {
            assert!(check(url, &named(&[])).unwrap_err().contains("--notify-to"), "{url}");
        }
        assert!(check("http://shop:8080/", &named(&["shop"])).is_ok());
    }
}
