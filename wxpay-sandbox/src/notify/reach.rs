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
