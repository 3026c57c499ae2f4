//! Two merchants in one process: a registry keyed by merchant number, notifications that find their merchant, and new
//! keys for one of them while its calls are in flight. Against a local WeChat Pay: no account, no network.
//!
//! ```text
//! cargo run --example many_merchants
//! ```
//!
//! It exits with 0 only if everything that it shows has happened.

use std::collections::{HashMap, HashSet};
use std::error::Error as StdError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::routing::post;
use http::{HeaderMap, Response, StatusCode};
use tokio::net::TcpListener;
use wxpay::error::{ErrorCode, Outcome};
use wxpay::notification::{NotificationError, accepted, refused};
use wxpay::notify::{Event, Payment};
use wxpay::pay::{Amount, AmountRequired, AppPrepay, AppPrepayRequired};
use wxpay::prelude::*;
use wxpay_sandbox::{Credentials, Sandbox};

type Result<T = ()> = std::result::Result<T, Box<dyn StdError + Send + Sync>>;

/// The clients by merchant number. Whoever calls takes a clone, so that a client may be replaced at any time: calls in
/// flight end with the keys with which they began.
#[derive(Clone, Default)]
struct Merchants(Arc<RwLock<HashMap<String, Client>>>);

impl Merchants {
    fn get(&self, mchid: &str) -> Option<Client> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(mchid).cloned()
    }

    /// The client that was there before.
    fn put(&self, client: Client) -> Option<Client> {
        let mchid = client.merchant().id().to_owned();
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(mchid, client)
    }
}

#[tokio::main]
async fn main() -> Result {
    step("a local WeChat Pay starts, and two merchants have an account there");
    let sandbox = Sandbox::start().await?;
    let (tea, coffee) = (sandbox.credentials(), sandbox.register_merchant()?);
    let merchants = Merchants::default();
    for credentials in [tea, &coffee] {
        let client = client(&sandbox, credentials)?;
        say("merchant", format!("{} with certificate {}", client.merchant().id(), client.merchant().serial()));
        merchants.put(client);
    }

    step("both order under the same number, and both are paid");
    let shop = Shop::open(merchants.clone()).await?;
    for mchid in [&tea.mchid, &coffee.mchid] {
        let order = order(mchid, "20260101000001", &shop.notify_url(mchid));
        let prepay = merchants.get(mchid).ok_or("unknown merchant")?.send(&order).await?;
        say(mchid, &prepay.prepay_id);
        sandbox.pay_order_of(mchid, "20260101000001")?;
    }
    let paid = shop.paid(2).await?;
    let by_merchant: HashSet<_> = paid.iter().map(|(merchant, payment)| (&**merchant, &*payment.mchid)).collect();
    let expected = HashSet::from([(&*tea.mchid, &*tea.mchid), (&*coffee.mchid, &*coffee.mchid)]);
    ensure(by_merchant == expected, "each notification was opened with the keys of the merchant it is for")?;

    another_merchants_notification(&sandbox, &merchants, &coffee).await?;
    new_keys(&sandbox, &merchants, &coffee).await?;

    println!("\nAll of it happened.");
    Ok(())
}

async fn another_merchants_notification(sandbox: &Sandbox, merchants: &Merchants, coffee: &Credentials) -> Result {
    step("somebody sends a notification of one merchant to the address of the other");
    let (headers, body) = sandbox.notification("TRANSACTION.SUCCESS", "transaction", &serde_json::json!({})).await?;
    let notifications = merchants.get(&coffee.mchid).ok_or("unknown merchant")?.notifications()?;
    let error = notifications.receive::<Event>(&headers, &body).await.err().ok_or("it was opened")?;
    say("refused", &error);
    ensure(matches!(error, NotificationError::Sealed(_)), "one merchant's APIv3 key opens nothing of another")
}

async fn new_keys(sandbox: &Sandbox, merchants: &Merchants, coffee: &Credentials) -> Result {
    step("one merchant gets a new certificate and private key while its calls are in flight");
    let traffic = Traffic::start(merchants, &coffee.mchid);
    traffic.all_use(&coffee.merchant_serial).await?;

    let renewed = sandbox.issue_merchant_certificate(coffee)?;
    let old = merchants.put(client(sandbox, &renewed)?).ok_or("there was no client")?;
    say("the new certificate", &renewed.merchant_serial);
    ensure(old.merchant().serial() == coffee.merchant_serial, "the client with the old keys was replaced")?;
    old.send(&order(&coffee.mchid, "20260101000002", "https://shop.example.com/notify")).await?;
    say("and meanwhile", "the old keys still work");

    traffic.all_use(&renewed.merchant_serial).await?;
    say("nobody uses them any more", "so the old certificate is withdrawn");
    ensure(sandbox.withdraw_merchant_certificate(&coffee.merchant_serial), "it was known until now")?;
    let calls = traffic.stop().await?;
    ensure(calls > 0, &format!("of {calls} calls before, during and after, not one has failed"))?;

    let order = order(&coffee.mchid, "20260101000003", "https://shop.example.com/notify");
    let error = old.send(&order).await.err().ok_or("the old keys still work")?;
    say("with the old keys", &error);
    ensure(error.code() == Some(&ErrorCode::SignError), "a withdrawn certificate signs nothing")?;
    ensure(error.outcome() == Outcome::Refused, "and nothing was done")?;
    merchants.get(&coffee.mchid).ok_or("unknown merchant")?.send(&order).await?;
    Ok(())
}

/// Where notifications arrive: an address for each merchant.
struct Shop {
    url: String,
    payments: Arc<Mutex<Vec<(String, Payment)>>>,
}

#[derive(Clone)]
struct Counter {
    merchants: Merchants,
    payments: Arc<Mutex<Vec<(String, Payment)>>>,
}

impl Shop {
    async fn open(merchants: Merchants) -> Result<Self> {
        let payments = Arc::default();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let counter = Counter { merchants, payments: Arc::clone(&payments) };
        let app = Router::new().route("/notify/{mchid}", post(notified)).with_state(counter);
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Self { url, payments })
    }

    fn notify_url(&self, mchid: &str) -> String {
        format!("{}/notify/{mchid}", self.url)
    }

    /// Waits until so many payments are known: under whose address they came, and what they say.
    async fn paid(&self, count: usize) -> Result<Vec<(String, Payment)>> {
        until("the notifications", || {
            let payments = self.payments.lock().unwrap_or_else(PoisonError::into_inner).clone();
            (payments.len() >= count).then_some(payments)
        })
        .await
    }
}

/// The path says whose keys to try; the signature and the APIv3 key say whether that is true.
async fn notified(
    State(counter): State<Counter>,
    Path(mchid): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let Some(client) = counter.merchants.get(&mchid) else {
        return refused(StatusCode::NOT_FOUND, "未知商户").map(Body::from);
    };
    let received = match client.notifications() {
        Ok(notifications) => notifications.receive::<Event>(&headers, &body).await,
        Err(error) => Err(error),
    };
    match received {
        Ok(notification) => {
            // A shop compares it with its order (`Payment::check`), once, before it delivers.
            if let Event::Payment(payment) = notification.resource {
                counter.payments.lock().unwrap_or_else(PoisonError::into_inner).push((mchid, *payment));
            }
            accepted().map(Body::from)
        }
        Err(error) => error.reply().map(Body::from),
    }
}

/// Eight tasks that order without a pause, each time with the client that the registry has.
struct Traffic {
    going: Arc<AtomicBool>,
    /// The certificate that each task used last.
    serials: Arc<Mutex<HashMap<usize, String>>>,
    tasks: Vec<tokio::task::JoinHandle<Result<usize>>>,
}

impl Traffic {
    fn start(merchants: &Merchants, mchid: &str) -> Self {
        let going = Arc::new(AtomicBool::new(true));
        let serials = Arc::<Mutex<HashMap<usize, String>>>::default();
        let tasks = (0..8).map(|task| {
            let (merchants, mchid) = (merchants.clone(), mchid.to_owned());
            let (going, serials) = (going.clone(), serials.clone());
            tokio::spawn(async move {
                let mut calls = 0;
                while going.load(Ordering::Relaxed) {
                    let client = merchants.get(&mchid).ok_or("unknown merchant")?;
                    let number = format!("2026010100T{task}C{calls}");
                    client.send(&order(&mchid, &number, "https://shop.example.com/notify")).await?;
                    let serial = client.merchant().serial().to_owned();
                    serials.lock().unwrap_or_else(PoisonError::into_inner).insert(task, serial);
                    calls += 1;
                }
                Ok(calls)
            })
        });
        Self { tasks: tasks.collect(), going, serials }
    }

    /// Waits until every task has used this certificate last.
    async fn all_use(&self, serial: &str) -> Result {
        until("calls with the certificate", || {
            let serials = self.serials.lock().unwrap_or_else(PoisonError::into_inner);
            (serials.len() == self.tasks.len() && serials.values().all(|used| used == serial)).then_some(())
        })
        .await
    }

    /// How many calls there were, all of which have succeeded.
    async fn stop(self) -> Result<usize> {
        self.going.store(false, Ordering::Relaxed);
        let mut calls = 0;
        for task in self.tasks {
            calls += task.await??;
        }
        Ok(calls)
    }
}

fn client(sandbox: &Sandbox, credentials: &Credentials) -> Result<Client> {
    Ok(credentials.client_builder().hosts([sandbox.url()]).build()?)
}

fn order(mchid: &str, out_trade_no: &str, notify_url: &str) -> AppPrepay {
    AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: mchid.into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: notify_url.into(),
        amount: Amount::new(AmountRequired { total: Fen::new(100) }),
    })
}

async fn until<T>(what: &str, mut happened: impl FnMut() -> Option<T>) -> Result<T> {
    for _ in 0..1000 {
        if let Some(value) = happened() {
            return Ok(value);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Err(format!("waited in vain for {what}").into())
}

fn step(what: &str) {
    println!("\n{what}");
}

fn say(what: &str, value: impl std::fmt::Display) {
    println!("  {what}: {value}");
}

fn ensure(happened: bool, what: &str) -> Result {
    if !happened {
        return Err(format!("did not happen: {what}").into());
    }
    println!("  so: {what}");
    Ok(())
}
