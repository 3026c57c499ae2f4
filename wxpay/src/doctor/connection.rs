//! Checks the hosts without a signature, and the clock by their answers.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderName, LOCATION, VIA};
use http::response::Parts;
use http::{Request, StatusCode};

use super::{PATIENCE, remedy};
use crate::client::{Client, skew};
use crate::finding::Finding;
use crate::text::quoted;
use crate::transport::{Stage, Timer, Transport, TransportError, probe};
use crate::verify::CLOCK_WINDOW;

/// The findings about clock and hosts.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Connection {
    /// The clock first, then each host.
    pub findings: Vec<Finding>,
    /// True if at least one host answers like WeChat Pay.
    pub reachable: bool,
    /// True if this machine's clock is so far off that WeChat Pay refuses every request.
    pub clock_is_wrong: bool,
}

/// Checks hosts and clock before there is a client: requests the certificates from each of `hosts`, which are base URLs, without
/// a signature. WeChat Pay refuses that, which is an answer. `now` is this machine's time in seconds since the Unix epoch.
pub async fn connection(
    transport: &dyn Transport,
    timer: Option<&dyn Timer>,
    hosts: &[String],
    now: &(dyn Fn() -> i64 + Sync),
) -> Connection {
    let mut looked = Looked::default();
    for host in hosts {
        let answer = match question(host) {
            Ok(request) => probe(transport, timer, request, PATIENCE).await,
            Err(error) => Err(error),
        };
        looked.host(host, answer, now());
    }
    looked.told()
}

/// Checks a client's hosts, through the client's transport.
pub(super) async fn of(client: &Client) -> Connection {
    let mut looked = Looked::default();
    for host in client.hosts() {
        let answer = match question(host) {
            Ok(request) => client.probe(request, PATIENCE).await,
            Err(error) => Err(error),
        };
        looked.host(host, answer, client.now());
    }
    looked.told()
}

fn question(host: &str) -> Result<Request<Bytes>, TransportError> {
    let request = Request::get(format!("{}/v3/certificates", host.trim_end_matches('/')));
    let request = request.header(ACCEPT, "application/json").header(http::header::USER_AGENT, USER_AGENT);
    let unwritten = |error: http::Error| TransportError::new(Stage::Connecting, error);
    request.body(Bytes::new()).map_err(unwritten)
}

#[derive(Default)]
struct Looked {
    hosts: Vec<Finding>,
    reachable: bool,
    /// This machine's time minus the server's, from the first host that has it.
    skew: Option<i64>,
}

impl Looked {
    fn host(&mut self, host: &str, answer: Result<Parts, TransportError>, now: i64) {
        let finding = match answer {
            Ok(head) => {
                let finding = answered(host, &head);
                if finding.is_ok() {
                    self.reachable = true;
                    self.skew = self.skew.or_else(|| skew(&head.headers, now));
                }
                finding
            }
            Err(error) => Err((format!("{}: {error}", quoted(host)), remedy::of_transport(&error))),
        };
        // A missing backup does no harm until the main host fails.
        self.hosts.push(match (finding, self.hosts.is_empty()) {
            (Ok(text), true) => Finding::right(MAIN, text),
            (Ok(text), false) => Finding::right(BACKUP, text),
            (Err((text, remedy)), true) => Finding::wrong(MAIN, text, remedy),
            (Err((text, remedy)), false) => Finding::warning(BACKUP, text, remedy),
        });
    }

    fn told(self) -> Connection {
        let clock_is_wrong = self.skew.is_some_and(|skew| skew.saturating_abs() >= CLOCK_WINDOW);
        let findings = std::iter::once(clock(self.skew)).chain(self.hosts).collect();
        Connection { findings, reachable: self.reachable, clock_is_wrong }
    }
}

/// Judges an answer: it may be WeChat Pay's; otherwise the error has a text about it and a remedy.
fn answered(host: &str, head: &Parts) -> Result<String, (String, &'static str)> {
    let (host, status) = (quoted(host), head.status);
    let header = |name: HeaderName| head.headers.get(name).and_then(|value| value.to_str().ok());
    let html = header(CONTENT_TYPE).is_some_and(|kind| kind.starts_with("text/html"));
    match status {
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            Err((format!("{host}: a proxy answers 407 in its place"), remedy::PROXY_CREDENTIALS))
        }
        _ if status.is_redirection() => {
            let to = header(LOCATION).map_or_else(|| "no address".to_owned(), quoted);
            Err((format!("{host}: the answer is {} to {to}", status.as_u16()), remedy::NOT_WECHAT_PAY))
        }
        _ if html => {
            Err((format!("{host}: the answer is {} with an HTML page", status.as_u16()), remedy::NOT_WECHAT_PAY))
        }
        _ => Ok(match header(VIA) {
            Some(via) => format!("{host} answers, through the proxy {}", quoted(via)),
            None => format!("{host} answers"),
        }),
    }
}

fn clock(skew: Option<i64>) -> Finding {
    let check = "clock";
    let Some(skew) = skew else { return Finding::skipped(check, "no answer has the time") };
    let direction = if skew > 0 { "ahead of" } else { "behind" };
    let text = format!("this machine is {} s {direction} WeChat Pay", skew.unsigned_abs());
    match skew.saturating_abs() {
        0..=30 => Finding::right(check, text),
        31..CLOCK_WINDOW => Finding::warning(check, text, remedy::CLOCK),
        _ => Finding::wrong(check, text, remedy::CLOCK),
    }
}

const MAIN: &str = "connection";
const BACKUP: &str = "backup connection";
const USER_AGENT: &str = concat!("wxpay-doctor/", env!("CARGO_PKG_VERSION"));
