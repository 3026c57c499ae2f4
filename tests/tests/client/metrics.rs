//! The figures for the crate `metrics`: what is counted, and how few series the whole catalogue needs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use metrics::{
    Counter, CounterFn, Gauge, GaugeFn, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder, SharedString, Unit,
};
use wxpay::client::{Client, RetryPolicy};
use wxpay::metrics::Metrics;
use wxpay::notify::{EVENT_TYPES, Event};
use wxpay::{Shipped, catalogue};
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::faults::{Damage, Rule};
use wxpay_tests::{order, report};

/// Keeps every series: its name and labels, and the sum of its counted or recorded values.
#[derive(Debug, Clone, Default)]
struct Kept(Arc<Mutex<Series>>);

#[derive(Debug, Default)]
struct Series {
    sums: BTreeMap<String, f64>,
    described: BTreeMap<String, Vec<Option<Unit>>>,
}

struct Sum(Kept, String);

impl Sum {
    fn add(&self, value: f64) {
        *self.0.0.lock().unwrap().sums.entry(self.1.clone()).or_default() += value;
    }
}

impl CounterFn for Sum {
    fn increment(&self, value: u64) {
        self.add(value as f64);
    }

    fn absolute(&self, _: u64) {
        unreachable!("nothing is absolute");
    }
}

impl GaugeFn for Sum {
    fn increment(&self, _: f64) {
        unreachable!("a gauge is set");
    }

    fn decrement(&self, _: f64) {
        unreachable!("a gauge is set");
    }

    fn set(&self, value: f64) {
        self.0.0.lock().unwrap().sums.insert(self.1.clone(), value);
    }
}

impl HistogramFn for Sum {
    fn record(&self, value: f64) {
        assert!((0.0..600.0).contains(&value), "{value} in {}", self.1);
        self.add(1.0);
    }
}

impl Kept {
    fn series(&self, key: &Key) -> Arc<Sum> {
        let labels = key.labels().map(|label| format!("{}={}", label.key(), label.value()));
        let name = format!("{} {}", key.name(), labels.collect::<Vec<_>>().join(" "));
        Arc::new(Sum(self.clone(), name))
    }

    fn describe(&self, key: &KeyName, unit: Option<Unit>) {
        self.0.lock().unwrap().described.entry(key.as_str().to_owned()).or_default().push(unit);
    }

    /// The count of this series.
    fn of(&self, series: &str) -> f64 {
        self.0.lock().unwrap().sums.get(series).copied().unwrap_or_default()
    }

    fn names(&self) -> BTreeSet<String> {
        self.0.lock().unwrap().sums.keys().cloned().collect()
    }
}

impl Recorder for Kept {
    fn describe_counter(&self, key: KeyName, unit: Option<Unit>, _: SharedString) {
        self.describe(&key, unit);
    }

    fn describe_gauge(&self, key: KeyName, unit: Option<Unit>, _: SharedString) {
        self.describe(&key, unit);
    }

    fn describe_histogram(&self, key: KeyName, unit: Option<Unit>, _: SharedString) {
        self.describe(&key, unit);
    }

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        Counter::from_arc(self.series(key))
    }

    fn register_gauge(&self, key: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::from_arc(self.series(key))
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::from_arc(self.series(key))
    }
}

fn client(sandbox: &Sandbox, metrics: Metrics) -> Client {
    sandbox.client_builder().observer(Arc::new(metrics)).retry(RetryPolicy::OFF).build().unwrap()
}

#[tokio::test]
async fn calls_attempts_and_notifications_are_counted() {
    let sandbox = Sandbox::start().await.unwrap();
    let kept = Kept::default();
    let _recorder = metrics::set_default_local_recorder(&kept);
    let metrics = Metrics::new();
    let of_sandbox = sandbox.credentials();
    let builder = sandbox.client_builder().merchant_certificate_pem(&of_sandbox.merchant_certificate);
    let builder = builder.platform_certificate_pem(&of_sandbox.platform_certificate);
    let client = builder.observer(Arc::new(metrics)).retry(RetryPolicy::OFF).build().unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    sandbox.faults().add(Rule::new(Damage::WrongSignature).times(1));
    client.send(&order(&client, "20260101000001")).await.unwrap_err();
    let mut invalid = order(&client, "20260101000002");
    invalid.out_trade_no = "no".into();
    client.send(&invalid).await.unwrap_err();
    let (headers, body) = sandbox.notification("SOMETHING.NEW", "thing", &serde_json::json!({})).await.unwrap();
    let notifications = client.notifications().unwrap();
    notifications.receive::<Event>(&headers, &body).await.unwrap();
    notifications.receive::<Event>(&http::HeaderMap::new(), &body).await.unwrap_err();

    let of_order = "method=POST template=/v3/pay/transactions/app";
    for (series, count) in [
        (format!("wxpay_calls_total {of_order} outcome=done status=2xx question=false"), 1.0),
        (format!("wxpay_calls_total {of_order} outcome=unknown status=2xx question=false"), 1.0),
        (format!("wxpay_calls_total {of_order} outcome=not_sent status=none question=false"), 1.0),
        (format!("wxpay_call_duration_seconds {of_order} outcome=done"), 1.0),
        (format!("wxpay_call_sends {of_order}"), 3.0),
        (format!("wxpay_attempts_total {of_order} host=other outcome=done status=2xx"), 1.0),
        (format!("wxpay_attempts_total {of_order} host=other outcome=unknown status=2xx"), 1.0),
        (format!("wxpay_attempt_duration_seconds {of_order} host=other"), 2.0),
        ("wxpay_notifications_total event_type=other reading=read verified=true".into(), 1.0),
        ("wxpay_notifications_total event_type=none reading=refused verified=false".into(), 1.0),
        ("wxpay_notification_duration_seconds event_type=none reading=refused".into(), 1.0),
    ] {
        assert_eq!(kept.of(&series), count, "{series} of {:#?}", kept.names());
    }
    metrics.gauges(&client);
    let series = kept.0.lock().unwrap();
    let described: BTreeSet<_> = series.described.keys().map(String::as_str).collect();
    assert_eq!(described, documented(), "described, and in the documentation");
    let counted: BTreeSet<_> = series.sums.keys().map(|name| name.split(' ').next().unwrap()).collect();
    assert_eq!(counted, described, "counted, and described");
    for (name, units) in &series.described {
        let unit = if name.ends_with("_seconds") { Unit::Seconds } else { Unit::Count };
        assert_eq!(*units, [Some(unit)], "{name} is described once");
    }
}

/// The first cells of the tables in the documentation of `wxpay::metrics`.
fn documented_cells() -> impl Iterator<Item = &'static str> {
    let rows = include_str!("../../../wxpay/src/metrics.rs").lines().filter_map(|line| line.strip_prefix("//! | `"));
    rows.map(|row| row.split('`').next().unwrap())
}

fn documented() -> BTreeSet<&'static str> {
    documented_cells().filter(|cell| cell.starts_with("wxpay_")).collect()
}

#[test]
fn alerts_of_the_guide_ask_for_figures_and_labels_that_exist() {
    let page = include_str!("../../../wxpay/src/guide/monitoring.md");
    let rules = page.split("```yaml").nth(1).unwrap().split("```").next().unwrap();
    let known = documented();
    let labels: BTreeSet<_> = documented_cells().collect();
    let (mut names, mut asked) = (BTreeSet::new(), BTreeSet::new());
    for expression in rules.split("expr:").skip(1).map(|rule| rule.split("annotations:").next().unwrap()) {
        let words = expression.split(|c: char| !c.is_ascii_lowercase() && c != '_');
        names.extend(words.filter(|word| word.starts_with("wxpay_")).map(|name| name.trim_end_matches("_bucket")));
        let selectors = expression.split('{').skip(1).map(|rest| rest.split('}').next().unwrap());
        asked.extend(
            selectors
                .flat_map(|selector| selector.split("\","))
                .map(|pair| pair.split(['=', '!', '~']).next().unwrap()),
        );
    }
    assert!(names.is_subset(&known) && names.len() >= 6, "{names:?}, where there are {known:?}");
    assert!(asked.is_subset(&labels) && asked.len() >= 6, "{asked:?}, where there are {labels:?}");
}

#[tokio::test]
async fn the_whole_catalogue_takes_few_series_however_many_numbers_are_sent() {
    let sandbox = Sandbox::start().await.unwrap();
    let kept = Kept::default();
    let _recorder = metrics::set_default_local_recorder(&kept);
    let client = client(&sandbox, Metrics::new());
    let mut templates = BTreeSet::new();
    for round in 0..3 {
        for shipped in catalogue() {
            templates.insert(format!("{} {}", shipped.operation.method, shipped.operation.path));
            let (mut request, mut answer) = (shipped.blank_request(), shipped.blank_response());
            fill(&shipped, &mut *request, round);
            // The outcome does not matter.
            let _ = client.send_dyn(&shipped.operation, &*request, &mut *answer).await;
        }
    }
    for number in 0..50 {
        let _ = client.send_raw(http::Method::GET, &format!("/v3/nowhere/{number}?a={number}"), "").await;
        let method = http::Method::from_bytes(format!("M{number}").as_bytes()).unwrap();
        let _ = client.send_raw(method, "/v3/nowhere", "").await;
    }
    let mut labels: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for series in kept.names() {
        for (name, value) in series.split(' ').skip(1).map(|label| label.split_once('=').unwrap()) {
            labels.entry(name.to_owned()).or_default().insert(value.to_owned());
        }
    }
    let paths: BTreeSet<_> = catalogue().iter().map(|shipped| shipped.operation.path).chain(["other"]).collect();
    for template in &labels["template"] {
        assert!(paths.contains(&**template), "{template}");
    }
    let bounded = [("method", 6), ("outcome", 4), ("status", 6), ("host", 3), ("question", 2)];
    for (name, most) in bounded {
        assert!(labels[name].len() <= most, "{name}: {:?}", labels[name]);
    }
    assert!(!labels.contains_key("merchant"));
    let series = kept.names().len();
    report(&format!("metrics: {series} series of {} endpoints", templates.len()));
    assert!(series <= templates.len() * 30, "{series} series");
}

/// Fills in a business number, if the request has one, so that every call has another.
fn fill(shipped: &Shipped, request: &mut dyn wxpay::payload::Message, round: u32) {
    if let Some(number) = shipped.operation.number {
        let json = serde_json::json!({ number: format!("2026010100{round:04}") });
        let _ = wxpay::read_json(request, json.to_string().as_bytes());
    }
}

#[tokio::test]
async fn a_merchant_is_a_label_only_where_it_was_asked_for() {
    let sandbox = Sandbox::start().await.unwrap();
    let kept = Kept::default();
    let _recorder = metrics::set_default_local_recorder(&kept);
    let client = client(&sandbox, Metrics::new().merchants(true));
    client.send(&order(&client, "20260101000001")).await.unwrap();
    let _ = client.notifications().unwrap().receive::<Event>(&http::HeaderMap::new(), b"{}").await;
    let ending = format!("merchant={}", client.merchant().id());
    let names = kept.names();
    assert!(names.len() == 7 && names.iter().all(|name| name.ends_with(&ending)), "{names:#?}");
}

#[test]
fn the_event_types_are_those_that_have_a_variant() {
    let known: BTreeSet<_> = EVENT_TYPES.iter().copied().collect();
    let listed = include_str!("../notifications/resources/products.txt").lines().filter(|line| !line.starts_with('#'));
    let listed = listed.filter_map(|line| line.split('|').nth(1)).flat_map(|types| types.split(','));
    let listed: BTreeSet<_> = listed.map(str::trim).filter(|name| name.contains(['.', '_'])).collect();
    let missing: Vec<_> = listed.difference(&known).collect();
    assert!(missing.is_empty() && listed.len() > 30, "{missing:?} of {}", listed.len());
    assert_eq!(known.len(), EVENT_TYPES.len(), "each once");
    for event_type in EVENT_TYPES {
        let never = Event::read("SOMETHING.NEW", br#""text""#);
        assert!(matches!(never, Event::Unknown { .. }));
        let read = Event::read(event_type, br#""text""#);
        assert!(!matches!(read, Event::Unknown { .. }), "{event_type}: {read:?}");
    }
}
