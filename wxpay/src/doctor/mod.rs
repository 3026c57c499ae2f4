//! Proven before the first payment: a client, looked at from all sides without moving money.
//!
//! [`check`] compares the clock, asks every host, and makes two calls that change nothing: `GET /v3/certificates` and
//! `POST /v3/security/echo`. It says what it found as values, each with a remedy, and suits the readiness check of an
//! application:
//!
//! ```no_run
//! use wxpay::client::Client;
//! use wxpay::finding::State;
//!
//! async fn ready(client: &Client) -> bool {
//!     let findings = wxpay::doctor::check(client).await;
//!     let wrong = findings.iter().filter(|finding| finding.state == State::Wrong);
//!     wrong.inspect(|finding| eprintln!("{finding}")).count() == 0
//! }
//! ```
//!
//! The APIv3 key and the `notify_url` are proven by a notification only. A [`Proof`] has WeChat Pay send one, and judges what
//! arrives. On the command line both are `wxpay doctor`.

mod calls;
mod connection;
mod evidence;
mod judged;
mod proof;
mod remedy;

pub use self::connection::{Connection, connection};
pub use self::judged::Judged;
pub use self::proof::Proof;

use std::time::Duration;

use crate::client::{Client, RetryPolicy};
use crate::finding::Finding;

/// Looks at the clock, at every host, and at two calls. The clock comes first: what follows from it is blamed on nothing else.
///
/// Each host and each call is given 10 seconds, and nothing is repeated. With the ready-made transport it runs on tokio.
pub async fn check(client: &Client) -> Vec<Finding> {
    looked(client, None).await
}

/// The same, with the notification that `proof` wants.
async fn looked(client: &Client, proof: Option<&Proof>) -> Vec<Finding> {
    let client = client.retrying(RetryPolicy::OFF.attempt(PATIENCE));
    let mut connection = connection::of(&client).await;
    if connection.reachable {
        connection.findings.extend(calls::made(&client, connection.clock_is_wrong, proof).await);
    } else {
        connection.findings.extend(calls::skipped(UNREACHED, proof.is_some()));
    }
    connection.findings
}

/// For one host, and for one call.
const PATIENCE: Duration = Duration::from_secs(10);
const UNREACHED: &str = "no host of WeChat Pay answers";
