//! Checks a client before the first payment: from the clock to encryption, without moving money.
//!
//! [`check`] compares the clock, contacts every host, and makes two calls that change nothing: `GET /v3/certificates` and
//! `POST /v3/security/echo`. It returns its findings as values, each problem with a remedy, so that it suits an application's
//! readiness check:
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
//! Only a notification proves the APIv3 key and the `notify_url`. A [`Proof`] lets WeChat Pay send one and judges what
//! arrives. On the command line, `wxpay doctor` does both.

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

/// Checks the clock, every host, and two calls. The clock comes first: its consequences are not blamed on anything else.
///
/// Each host and each call may take 10 seconds, and nothing is repeated. With the ready-made transport it needs tokio.
pub async fn check(client: &Client) -> Vec<Finding> {
    looked(client, None).await
}

/// Runs the same checks, with the notification of `proof`.
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

/// Longest time for one host or one call.
const PATIENCE: Duration = Duration::from_secs(10);
const UNREACHED: &str = "no host of WeChat Pay answers";
