//! Several processes, one Redis, and a WeChat Pay that repeats its notifications to all of them.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::routing::post;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::json;
use tokio::task::JoinSet;
use wxpay_sandbox::Sandbox;
use wxpay_tests::instances::{Instance, Redis, Setup};
use wxpay_tests::wire::serve;
use wxpay_tests::{order, report};

fn setup(sandbox: &Sandbox, redis: &Redis) -> Setup {
    let credentials = sandbox.credentials();
    Setup {
        mchid: credentials.mchid.clone(),
        merchant_serial: credentials.merchant_serial.clone(),
        merchant_private_key: credentials.merchant_private_key.clone(),
        api_v3_key: credentials.api_v3_key.clone(),
        public_key_id: credentials.public_key_id.clone(),
        public_key: credentials.public_key.clone(),
        redis: redis.url(),
        lease: Duration::from_secs(30),
        work: Duration::from_millis(30),
    }
}

fn start(setup: &Setup) -> Instance {
    Instance::start(env!("CARGO_BIN_EXE_instance"), setup)
}

/// A load balancer that sends every notification to every instance, twice at once. It answers with the worst of the answers.
#[derive(Clone)]
struct Balancer {
    http: reqwest::Client,
    instances: Arc<Vec<String>>,
}

impl Balancer {
    async fn listen(instances: &[Instance]) -> String {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let instances = instances.iter().map(|instance| instance.url.clone()).collect();
        let balancer = Self { http, instances: Arc::new(instances) };
        format!("{}/notify", serve(Router::new().route("/notify", post(balance)).with_state(balancer)).await)
    }
}

async fn balance(State(balancer): State<Balancer>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let mut answers = JoinSet::new();
    for url in balancer.instances.iter().chain(balancer.instances.iter()) {
        let http = balancer.http.clone();
        let (url, headers, body) = (url.clone(), headers.clone(), body.clone());
        answers.spawn(async move { deliver(&http, &url, headers, body).await });
    }
    answers.join_all().await.into_iter().max().unwrap()
}

async fn deliver(http: &reqwest::Client, url: &str, headers: HeaderMap, body: Bytes) -> StatusCode {
    http.post(url).headers(headers).body(body).send().await.unwrap().status()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_of_many_notifications_is_handled_by_one_of_several_processes_once() {
    const ORDERS: usize = 30;
    let Some(redis) = Redis::start() else { return };
    let sandbox = Sandbox::builder().notification_second(Duration::from_millis(5)).start().await.unwrap();
    let setup = setup(&sandbox, &redis);
    let instances: Vec<_> = (0..4).map(|_| start(&setup)).collect();
    let notify_url = Balancer::listen(&instances).await;
    let client = sandbox.client().unwrap();
    for number in 0..ORDERS {
        let mut order = order(&client, &format!("20260101{number:06}"));
        order.notify_url = notify_url.clone();
        client.send(&order).await.unwrap();
        sandbox.pay_order(&order.out_trade_no).unwrap();
    }

    let began = Instant::now();
    let arrived = |sandbox: &Sandbox| {
        let accepted = sandbox.deliveries().unwrap().into_iter().filter(|delivery| delivery.status == Some(204));
        accepted.map(|delivery| delivery.id).collect::<Vec<_>>()
    };
    while arrived(&sandbox).len() < ORDERS {
        assert!(began.elapsed() < Duration::from_secs(60), "{:#?}", sandbox.deliveries());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }

    let mut handled = HashMap::<String, usize>::new();
    let mut by_instance = Vec::new();
    let deliveries = sandbox.deliveries().unwrap().len() * 2 * instances.len();
    for instance in instances {
        let said = instance.end();
        let ids: Vec<_> = said.iter().filter_map(|line| line.strip_prefix("handled ")).collect();
        ids.iter().for_each(|id| *handled.entry((*id).to_owned()).or_default() += 1);
        by_instance.push(ids.len());
    }
    let mut ids = arrived(&sandbox);
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), ORDERS);
    assert!(ids.iter().all(|id| handled.get(id) == Some(&1)), "{handled:#?}");
    assert_eq!(handled.len(), ORDERS);
    report(&format!("{deliveries} deliveries of {ORDERS} notifications, handled by {by_instance:?}"));
}

#[tokio::test]
async fn what_a_process_dies_over_is_handled_by_another_one() {
    let Some(redis) = Redis::start() else { return };
    let sandbox = Sandbox::start().await.unwrap();
    let setup = Setup { lease: Duration::from_secs(3), ..setup(&sandbox, &redis) };
    let dying = start(&Setup { work: Duration::from_secs(3600), ..setup.clone() });
    let (second, third) = (start(&setup), start(&setup));
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let (headers, body) = sandbox.notification("NEW.EVENT", "new", &json!({})).await.unwrap();

    let url = dying.url.clone();
    let unanswered = tokio::spawn(http.post(url).headers(headers.clone()).body(body.clone()).send());
    dying.says("began ").await;
    let claimed = Instant::now();
    dying.crash();
    assert!(unanswered.await.unwrap().is_err(), "no process has accepted it");

    // A claim is not a completion: until its lease ends, no process acknowledges the notification.
    let mut answers = Vec::new();
    loop {
        let answer = deliver(&http, &second.url, headers.clone(), body.clone()).await;
        answers.push(answer);
        if answer == StatusCode::NO_CONTENT {
            break;
        }
        assert_eq!(answer, StatusCode::SERVICE_UNAVAILABLE);
        assert!(claimed.elapsed() < Duration::from_secs(20), "{answers:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(answers.len() > 1, "the dead process had claimed it");
    assert_eq!(deliver(&http, &third.url, headers, body).await, StatusCode::NO_CONTENT);
    assert_eq!((second.end().len(), third.end().len()), (2, 0), "one has begun and handled it, the other nothing");
}
