//! Where notifications may go: what orders name is anybody's word, and this machine's network is not theirs to ask.

use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::net::lookup_host;
use wxpay::validate::{Policy, callable, callable_address};

/// Refuses a URL that the rules for a `notify_url` do not let through.
pub(super) fn check(url: &str, policy: &Policy) -> Result<(), String> {
    callable(url, policy).map_err(refused)
}

/// Looks names up, and refuses those of public hosts that lead to an address which is not public.
pub(super) struct Resolver(pub(super) Policy);

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let policy = self.0.clone();
        Box::pin(async move {
            let found: Vec<_> = lookup_host((name.as_str(), 0)).await?.collect();
            for address in &found {
                callable_address(name.as_str(), address.ip(), &policy).map_err(refused)?;
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

fn refused(reason: &str) -> String {
    format!("not sent: {reason}; `notify_to`, on the command line --notify-to, lets a host through")
}

/// The client that sends: to nobody through a proxy, and to nobody whom a redirect names.
pub(super) fn client(policy: &Policy) -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .dns_resolver(Arc::new(Resolver(policy.clone())))
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
        let found = Resolver(policy).resolve(name.parse().unwrap()).await;
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
