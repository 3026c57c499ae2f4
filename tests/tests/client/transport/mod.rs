//! The way to WeChat Pay: other transports, layers, proxies, authorities, HTTP/2, answers that must not be followed or read to
//! their end, dropped calls, calls without async.

mod answers;
mod blocking;
mod dropped;
mod elsewhere;
mod extremes;
mod layers;
mod led;
mod other;
mod proxy;
mod secure;
mod surface;
mod telling;
mod tls;

use wxpay::client::RetryPolicy;
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/test/numbered", response = Answer, number = "out_trade_no")]
struct Numbered {
    out_trade_no: String,
}

#[wxpay_object]
#[derive(Debug, PartialEq)]
struct Answer {
    text: String,
}

/// Repeats the request's number.
fn answer(request: &Numbered) -> Answer {
    Answer { text: request.out_trade_no.clone() }
}

fn numbered(out_trade_no: &str) -> Numbered {
    Numbered { out_trade_no: out_trade_no.to_owned() }
}

/// A policy with one attempt.
const ONCE: RetryPolicy = RetryPolicy::OFF;
