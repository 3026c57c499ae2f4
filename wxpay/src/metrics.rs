//! Counters and histograms of calls, attempts and notifications, for the crate [`metrics`](https://docs.rs/metrics) and its
//! exporters.
//!
//! | name | kind | labels |
//! |---|---|---|
//! | `wxpay_calls_total` | counter | `method`, `template`, `outcome`, `status`, `question` |
//! | `wxpay_call_duration_seconds` | histogram, seconds | `method`, `template`, `outcome` |
//! | `wxpay_call_sends` | histogram, attempts | `method`, `template` |
//! | `wxpay_attempts_total` | counter | `method`, `template`, `host`, `outcome`, `status` |
//! | `wxpay_attempt_duration_seconds` | histogram, seconds | `method`, `template`, `host` |
//! | `wxpay_notifications_total` | counter | `event_type`, `reading`, `verified` |
//! | `wxpay_notification_duration_seconds` | histogram, seconds | `event_type`, `reading` |
//! | `wxpay_clock_skew_seconds` | gauge, seconds | `merchant` |
//! | `wxpay_merchant_certificate_expiry_timestamp_seconds` | gauge, seconds since 1970 | `merchant` |
//! | `wxpay_platform_certificate_expiry_timestamp_seconds` | gauge, seconds since 1970 | `merchant` |
//!
//! [`Metrics::gauges`] sets the gauges; the guide's page on [monitoring](crate::guide::monitoring) has alerts for all metrics.
//!
//! | label | values |
//! |---|---|
//! | `method` | `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `other` |
//! | `template` | the declared path with its holes; `other` for [`send_raw`](crate::client::Client::send_raw), whose paths have numbers |
//! | `outcome` | `done`, `not_sent`, `refused`, `unknown` |
//! | `status` | `2xx`, `3xx`, `4xx`, `5xx`, `other`; `none` without an answer |
//! | `host` | `main`, `backup`, `other` |
//! | `question` | `true` for the queries of `settle`, `resume` and `ask` |
//! | `event_type` | a type that [`Event`](crate::notify::Event) knows; `other`; `none` before it is verified |
//! | `reading` | `read`, `unread`, `refused` |
//! | `verified` | `true`, `false` |
//! | `merchant` | the merchant number: on gauges always, on the others with [`Metrics::merchants`] |
//!
//! No label has a business number, or anything else that the sender of a request or notification could choose.
//!
//! ```no_run
//! # use wxpay::client::ConfigError;
//! # fn client() -> Result<wxpay::Client, ConfigError> {
//! use std::sync::Arc;
//! use wxpay::metrics::Metrics;
//!
//! // First the exporter, such as `metrics_exporter_prometheus::PrometheusBuilder::new().install()`.
//! wxpay::Client::builder()
//!     .observer(Arc::new(Metrics::new()))
//! #   .mchid("1900000001")
//!     // ..
//!     .build()
//! # }
//! ```

use http::{Method, StatusCode};
use metrics::{Label, Unit, describe_counter, describe_gauge, describe_histogram, gauge, histogram};

use crate::client::{Attempt, Call, Client, Incoming, Observer, Reading, Request};
use crate::error::{Error, Outcome};
use crate::notify::EVENT_TYPES;

/// An [`Observer`] that counts and measures for the crate `metrics`.
#[derive(Debug, Clone, Copy)]
pub struct Metrics {
    merchants: bool,
}

impl Metrics {
    /// Describes the metrics to the recorder, which has to be installed before.
    #[must_use]
    pub fn new() -> Self {
        describe_counter!(CALLS, Unit::Count, "Calls to WeChat Pay by outcome");
        describe_histogram!(CALL_DURATION, Unit::Seconds, "Duration of a call, including all attempts and pauses");
        describe_histogram!(CALL_SENDS, Unit::Count, "Number of attempts of a call");
        describe_counter!(ATTEMPTS, Unit::Count, "Attempts by host and outcome");
        describe_histogram!(ATTEMPT_DURATION, Unit::Seconds, "Duration of an attempt");
        describe_counter!(NOTIFICATIONS, Unit::Count, "Notifications by type and reading");
        describe_histogram!(NOTIFICATION_DURATION, Unit::Seconds, "Duration of receiving a notification");
        describe_gauge!(CLOCK_SKEW, Unit::Seconds, "Seconds that this machine's clock is ahead of WeChat Pay's");
        describe_gauge!(MERCHANT_EXPIRY, Unit::Seconds, "End of the merchant's certificate, in seconds since 1970");
        describe_gauge!(
            PLATFORM_EXPIRY,
            Unit::Seconds,
            "End of the platform certificate that lasts longest, in seconds since 1970"
        );
        Self { merchants: false }
    }

    /// Adds the label `merchant` to all metrics, for a process with few merchants.
    #[must_use]
    pub fn merchants(self, label: bool) -> Self {
        Self { merchants: label }
    }

    /// Sets the gauges of `client`: its clock skew, once an answer has shown it, and the expiry of its certificates, if it has
    /// any. It sends nothing; once a minute is often enough. Gauges always have the label `merchant`: without it, two merchants
    /// would share one gauge.
    pub fn gauges(self, client: &Client) {
        // Only the newest platform certificate counts: an old one is meant to expire.
        let platform = client.platform().keys().iter().filter_map(|key| key.expires()).max();
        let figures = [
            (CLOCK_SKEW, client.clock_skew()),
            (MERCHANT_EXPIRY, client.merchant().expires()),
            (PLATFORM_EXPIRY, platform),
        ];
        for (name, seconds) in figures {
            if let Some(seconds) = seconds {
                // Exact up to 2^53 seconds.
                gauge!(name, self.merchants(true).labels(client.merchant().id(), [])).set(seconds as f64);
            }
        }
    }

    fn labels<const N: usize>(self, merchant: &str, labels: [Label; N]) -> Vec<Label> {
        let mut labels = Vec::from(labels);
        if self.merchants {
            labels.push(Label::new("merchant", merchant.to_owned()));
        }
        labels
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

impl Observer for Metrics {
    fn attempt(&self, attempt: &Attempt<'_>) {
        let Attempt { request, host, status, outcome, duration, .. } = attempt;
        let [method, template] = of_request(request);
        let host = Label::from_static_parts("host", host_kind(host));
        let labels = self.labels(request.merchant, [method.clone(), template.clone(), host.clone()]);
        histogram!(ATTEMPT_DURATION, labels).record(*duration);
        let labels = [method, template, host, of_outcome(*outcome), of_status(*status)];
        metrics::counter!(ATTEMPTS, self.labels(request.merchant, labels)).increment(1);
    }

    fn call(&self, call: &Call<'_>) {
        let Call { request, sends, status, error, question, duration, .. } = call;
        let [method, template] = of_request(request);
        let outcome = of_outcome(error.map(Error::outcome));
        let labels = self.labels(request.merchant, [method.clone(), template.clone()]);
        histogram!(CALL_SENDS, labels).record(*sends);
        let labels = self.labels(request.merchant, [method.clone(), template.clone(), outcome.clone()]);
        histogram!(CALL_DURATION, labels).record(*duration);
        let question = Label::from_static_parts("question", yes_or_no(*question));
        let labels = [method, template, outcome, of_status(*status), question];
        metrics::counter!(CALLS, self.labels(request.merchant, labels)).increment(1);
    }

    fn notification(&self, notification: &Incoming<'_>) {
        let Incoming { merchant, event_type, verified, reading, duration, .. } = notification;
        let event_type = Label::from_static_parts("event_type", known(*event_type));
        let reading = Label::from_static_parts("reading", name_of(reading));
        let labels = self.labels(merchant, [event_type.clone(), reading.clone()]);
        histogram!(NOTIFICATION_DURATION, labels).record(*duration);
        let verified = Label::from_static_parts("verified", yes_or_no(*verified));
        metrics::counter!(NOTIFICATIONS, self.labels(merchant, [event_type, reading, verified])).increment(1);
    }
}

fn of_request(request: &Request<'_>) -> [Label; 2] {
    let template = if request.declared { request.template.to_owned() } else { OTHER.to_owned() };
    [Label::from_static_parts("method", method(request.method)), Label::new("template", template)]
}

/// Returns the method as a label. Requests without a declaration can have any method.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => OTHER,
    }
}

fn of_outcome(failure: Option<Outcome>) -> Label {
    Label::from_static_parts("outcome", failure.map_or("done", Outcome::as_str))
}

fn of_status(status: Option<StatusCode>) -> Label {
    let class = match status.map(|status| status.as_u16() / 100) {
        None => "none",
        Some(2) => "2xx",
        Some(3) => "3xx",
        Some(4) => "4xx",
        Some(5) => "5xx",
        Some(_) => OTHER,
    };
    Label::from_static_parts("status", class)
}

fn host_kind(host: &str) -> &'static str {
    match host {
        "https://api.mch.weixin.qq.com" => "main",
        "https://api2.mch.weixin.qq.com" => "backup",
        _ => OTHER,
    }
}

fn known(event_type: Option<&str>) -> &'static str {
    let Some(event_type) = event_type else { return "none" };
    EVENT_TYPES.iter().find(|known| **known == event_type).unwrap_or(&OTHER)
}

fn name_of(reading: &Reading<'_>) -> &'static str {
    match reading {
        Reading::Read => "read",
        Reading::Unread(_) => "unread",
        Reading::Refused(_) => "refused",
        _ => OTHER,
    }
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}

const OTHER: &str = "other";
const CALLS: &str = "wxpay_calls_total";
const CALL_DURATION: &str = "wxpay_call_duration_seconds";
const CALL_SENDS: &str = "wxpay_call_sends";
const ATTEMPTS: &str = "wxpay_attempts_total";
const ATTEMPT_DURATION: &str = "wxpay_attempt_duration_seconds";
const NOTIFICATIONS: &str = "wxpay_notifications_total";
const CLOCK_SKEW: &str = "wxpay_clock_skew_seconds";
const MERCHANT_EXPIRY: &str = "wxpay_merchant_certificate_expiry_timestamp_seconds";
const PLATFORM_EXPIRY: &str = "wxpay_platform_certificate_expiry_timestamp_seconds";
const NOTIFICATION_DURATION: &str = "wxpay_notification_duration_seconds";
