//! Records of the proxies: the answers that reached the client, by the number of the call.

use std::collections::HashMap;

use wxpay_sandbox::wire::Exchange;

use super::compare::Reply;

/// The records of the proxies.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) replies: HashMap<u64, Vec<Reply>>,
    pub(super) exchanges: usize,
    pub(super) faulted: usize,
    /// Number of requests that belong to no call.
    pub(super) stray: usize,
}

impl Seen {
    pub(super) fn note(&mut self, exchange: &Exchange) {
        let reply = Received::of(exchange);
        self.exchanges += 1;
        self.faulted += usize::from(exchange.accident.is_some() || reply.status == 0 || reply.fault.is_some());
        match header(&exchange.request, MARK).and_then(|id| id.parse().ok()) {
            Some(id) => self.replies.entry(id).or_default().push(reply.judged(&exchange.request)),
            None => self.stray += 1,
        }
    }
}

/// An answer, as it reached the client.
struct Received<'a> {
    /// 0 if no answer arrived.
    status: u16,
    /// The sandbox's fault, if any.
    fault: Option<&'a str>,
    /// True if the answer arrived completely.
    whole: bool,
}

impl<'a> Received<'a> {
    fn of(exchange: &'a Exchange) -> Self {
        let status = exchange.answer.get(9..12).and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
        Self {
            status: status.unwrap_or(0),
            fault: header(&exchange.answer, "sandbox-fault"),
            whole: exchange.accident.is_none(),
        }
    }

    fn judged(&self, request: &[u8]) -> Reply {
        let refund = request.starts_with(b"POST /v3/refund/");
        match (self.status, self.fault) {
            _ if !self.whole => Reply::Nothing,
            (200 | 204, None) | (204, Some("truncated-json")) => Reply::Success,
            // After this status, the state of a refund is unknown.
            (429, _) if refund => Reply::Nothing,
            (400..500, None | Some("bad-request" | "unauthorized" | "not-found" | "too-many-requests")) => {
                Reply::Refusal
            }
            // The broken body is signed, and a refusal needs only its status.
            (400..500, Some("truncated-json")) => Reply::Refusal,
            _ => Reply::Nothing,
        }
    }
}

/// The value of a header in the head of a message.
fn header<'a>(message: &'a [u8], name: &str) -> Option<&'a str> {
    let head = message.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(message.len());
    let text = std::str::from_utf8(message.get(..head)?).ok()?;
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// The header with the number of the request's call.
pub(super) const MARK: &str = "soak-call";
