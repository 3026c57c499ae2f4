//! A day in the shop, and everything that goes wrong in it.

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use wxpay::client::RetryPolicy;
use wxpay::pay::TradeState;
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::faults::{Denial, Failure, Rule};
use wxpay_sandbox::wire::{Accident, Wire};

use crate::crash::{BOOKS, Point, WAREHOUSE};
use crate::delivery::Warehouse;
use crate::orders::State;
use crate::shop::{Clock, Shop};
use crate::{Open, Result, clock, crash, listen};

pub(crate) async fn tell() -> Result {
    let mut stage = Stage::open().await?;
    paid(&stage).await?;
    reported_twice(&stage).await?;
    not_what_was_ordered(&stage).await?;
    not_understood(&stage).await?;
    notification_lost(&stage).await?;
    nobody_pays(&stage).await?;
    answer_lost(&stage).await?;
    given_back(&stage).await?;
    refunds_answer_lost(&stage).await?;
    crashed(&mut stage).await?;
    killed(&mut stage, Point::BeforeDelivery).await?;
    killed(&mut stage, Point::AfterDelivery).await?;
    never_arrived(&mut stage).await?;
    both_books_agree(&stage)?;
    everything_was_delivered_once(&stage).await?;
    println!("\nAll of it happened.");
    Ok(())
}

async fn paid(stage: &Stage) -> Result {
    step("a customer orders a teapot and pays");
    let number = stage.ordered().await?;
    say("the phone scans", stage.order(&number)?.code_url.ok_or("no code")?);
    stage.sandbox.pay_order(&number)?;
    stage.until(&number, State::Paid).await?;
    stage.shows(&number, &["created", "awaiting", "paid"])?;
    let (status, shown) = stage.get(&format!("/orders/{number}")).await?;
    ensure(status == StatusCode::OK && text(&shown, "state") == Some("paid"), "the customer's page knows it, too")
}

async fn reported_twice(stage: &Stage) -> Result {
    step("the shop's answer to a notification gets lost, so that WeChat Pay reports the payment again");
    let number = stage.ordered().await?;
    stage.losses.an_answer.store(true, Ordering::Relaxed);
    let before = stage.sandbox.deliveries()?.len();
    stage.sandbox.pay_order(&number)?;
    stage
        .until_true("two deliveries", || stage.sandbox.deliveries().is_ok_and(|sent| sent.len() >= before + 2))
        .await?;
    let deliveries = stage.sandbox.deliveries()?.split_off(before);
    let statuses: Vec<_> = deliveries.iter().map(|delivery| delivery.status).collect();
    let ids: Vec<_> = deliveries.iter().map(|delivery| &*delivery.id).collect();
    ensure(statuses == [None, Some(204)], "the first was not answered, the second was")?;
    ensure(ids.windows(2).all(|pair| pair.first() == pair.last()), "both are the same notification")?;
    stage.until(&number, State::Paid).await?;

    say("and once more", "under another ID, and that one twice");
    let payment = serde_json::to_value(stage.shop.client.send(&stage.order(&number)?.query()).await?)?;
    let (headers, body) = stage.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &payment).await?;
    for _ in 0..2 {
        let status = stage.notify(headers.clone(), body.clone()).await?;
        ensure(status == StatusCode::NO_CONTENT, "it is answered with success")?;
    }
    stage.worked_off().await?;
    stage.shows(&number, &["created", "awaiting", "paid"])
}

async fn not_what_was_ordered(stage: &Stage) -> Result {
    step("a notification is genuine, and of another amount than was ordered");
    let number = stage.ordered().await?;
    let order = stage.order(&number)?;
    let payment = json!({
        "appid": order.appid,
        "mchid": order.mchid,
        "out_trade_no": number,
        "transaction_id": "4200000000202601010000000001",
        "trade_state": "SUCCESS",
        "amount": { "total": 1 },
    });
    let (headers, body) = stage.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &payment).await?;
    let mut forged = headers.clone();
    forged.insert("wechatpay-signature", "Zm9yZ2Vk".parse()?);
    let status = stage.notify(forged, body.clone()).await?;
    ensure(status == StatusCode::UNAUTHORIZED, "a forged one is refused, and never seen by the shop")?;
    ensure(stage.order(&number)?.state == State::Awaiting, "nothing has happened")?;
    ensure(stage.notify(headers, body).await? == StatusCode::NO_CONTENT, "the genuine one has arrived")?;
    stage.until(&number, State::Review).await?;
    say("a person has to look", stage.order(&number)?.reason);
    stage.shows(&number, &["created", "awaiting", "review"])
}

async fn not_understood(stage: &Stage) -> Result {
    step("a payment without its amount comes, and an event that nobody knows");
    let misfit = json!({ "out_trade_no": "20260101000099" });
    for event_type in ["TRANSACTION.SUCCESS", "SOMETHING.NEW"] {
        let (headers, body) = stage.sandbox.notification(event_type, "transaction", &misfit).await?;
        ensure(stage.notify(headers, body).await? == StatusCode::NO_CONTENT, "it has arrived")?;
    }
    stage.worked_off().await?;
    let aside = stage.shop.orders.aside()?;
    ensure(aside == [misfit.to_string(), misfit.to_string()], "both wait for a person, and nothing of them is lost")
}

async fn notification_lost(stage: &Stage) -> Result {
    step("no notification arrives, so the timer asks");
    let number = stage.ordered().await?;
    stage.losses.everything.store(true, Ordering::Relaxed);
    stage.sandbox.pay_order(&number)?;
    stage.pass(Duration::from_secs(2 * 60)).await?;
    stage.until(&number, State::Paid).await?;
    stage.losses.everything.store(false, Ordering::Relaxed);
    ensure(stage.order(&number)?.reason == "asked, and it is paid", "WeChat Pay was asked")
}

async fn nobody_pays(stage: &Stage) -> Result {
    step("a customer never pays, so the timer closes the order");
    let number = stage.ordered().await?;
    stage.pass(Duration::from_secs(5 * 60)).await?;
    ensure(stage.order(&number)?.state == State::Awaiting, "after 5 minutes it still can be paid")?;
    stage.pass(Duration::from_secs(26 * 60)).await?;
    stage.until(&number, State::Closed).await?;
    stage.shows(&number, &["created", "awaiting", "closed"])?;
    let error = stage.sandbox.pay_order(&number).err().ok_or("it was paid")?;
    say("the customer comes back", &error);
    Ok(())
}

async fn answer_lost(stage: &Stage) -> Result {
    step("WeChat Pay's answer to an order gets lost, and nobody knows whether the order is there");
    stage.sandbox.faults().add(Rule::new(Failure::GatewayTimeout.after()).at("/v3/pay/transactions/native"));
    let (status, shown) = stage.post("/orders/of/cup").await?;
    let number = text(&shown, "out_trade_no").ok_or("no number")?.to_owned();
    ensure(status == StatusCode::ACCEPTED && text(&shown, "code_url").is_none(), "the customer is told to ask again")?;
    ensure(stage.order(&number)?.state == State::Created, "nothing is guessed")?;
    stage.sandbox.faults().clear();
    stage.pass(Duration::from_secs(2 * 60)).await?;
    stage.until(&number, State::Awaiting).await?;
    ensure(stage.order(&number)?.code_url.is_some(), "the same call was made again, and found the same order")?;
    stage.sandbox.pay_order(&number)?;
    stage.until(&number, State::Paid).await?;
    stage.shows(&number, &["created", "awaiting", "paid"])
}

async fn given_back(stage: &Stage) -> Result {
    step("a customer gives the teapot back");
    let number = stage.bought().await?;
    let path = format!("/orders/{number}/refund");
    let (first, second) = tokio::join!(stage.post(&path), stage.post(&path));
    let mut statuses = [first?.0, second?.0];
    statuses.sort();
    ensure(statuses == [StatusCode::ACCEPTED, StatusCode::CONFLICT], "asked for twice at once, it is made once")?;
    ensure(stage.order(&number)?.state == State::Refunding, "accepted is not done")?;
    stage.sandbox.complete_refund(&stage.order(&number)?.out_refund_no())?;
    stage.until(&number, State::Refunded).await?;
    stage.shows(&number, &["created", "awaiting", "paid", "refunding", "refunded"])
}

async fn refunds_answer_lost(stage: &Stage) -> Result {
    step("the answer to a refund gets lost, and its notification too");
    let number = stage.bought().await?;
    stage.sandbox.faults().add(Rule::new(Failure::GatewayTimeout.after()).at("/v3/refund/domestic/refunds"));
    let (status, _) = stage.post(&format!("/orders/{number}/refund")).await?;
    stage.sandbox.faults().clear();
    ensure(status == StatusCode::ACCEPTED, "the shop goes on under the number that it had written down")?;
    stage.losses.everything.store(true, Ordering::Relaxed);
    stage.sandbox.complete_refund(&stage.order(&number)?.out_refund_no())?;
    stage.pass(Duration::from_secs(2 * 60)).await?;
    stage.until(&number, State::Refunded).await?;
    stage.losses.everything.store(false, Ordering::Relaxed);
    stage.shows(&number, &["created", "awaiting", "paid", "refunding", "refunded"])?;
    let refunds = stage.sandbox.refunds()?.into_iter().filter(|refund| refund.out_trade_no == number);
    ensure(refunds.count() == 1, "the money went back once")
}

async fn crashed(stage: &mut Stage) -> Result {
    step(
        "the process dies: one order is written down and not sent, another is paid and its notification not worked on",
    );
    let unsent = stage.shop.write_down("cup", Fen::new(1_200))?.out_trade_no;
    let unworked = stage.ordered().await?;
    stage.open = None;
    stage.sandbox.pay_order(&unworked)?;
    let payment = stage.shop.client.send(&stage.order(&unworked)?.query()).await?;
    stage.shop.orders.keep("stored", "TRANSACTION.SUCCESS", &serde_json::to_string(&payment)?)?;
    stage.reopen().await?;
    stage.until(&unworked, State::Paid).await?;
    say("another process over the same books", stage.order(&unworked)?.reason);
    stage.pass(Duration::from_secs(2 * 60)).await?;
    stage.until(&unsent, State::Awaiting).await?;
    stage.shows(&unsent, &["created", "awaiting"])?;
    stage.sandbox.pay_order(&unsent)?;
    stage.until(&unsent, State::Paid).await
}

/// The process is killed at the point; what is left of it are the books.
async fn killed(stage: &mut Stage, point: Point) -> Result {
    step(match point {
        Point::BeforeDelivery => "the process is killed between `paid` and the delivery",
        Point::AfterDelivery => "the process is killed between the delivery and its mark in the books",
    });
    let number = stage.ordered().await?;
    stage.open = None;
    stage.sandbox.pay_order(&number)?;
    let payment = stage.shop.client.send(&stage.order(&number)?.query()).await?;
    stage.shop.orders.keep(&number, "TRANSACTION.SUCCESS", &serde_json::to_string(&payment)?)?;
    crash::kill_at(point, &stage.folder)?;

    let sent = usize::from(point == Point::AfterDelivery);
    ensure(stage.order(&number)?.state == State::Paid, "the order was paid when it died")?;
    ensure(stage.parcels(&number)?.len() == sent, &format!("the warehouse has so many parcels of it: {sent}"))?;
    let owed = stage.shop.orders.undelivered()?;
    ensure(owed.iter().any(|order| order.out_trade_no == number), "and the books owe the delivery")?;

    stage.reopen().await?;
    stage.all_delivered().await?;
    let asked = 1 + u32::try_from(sent)?;
    ensure(
        stage.parcels(&number)? == [(number, asked)],
        &format!("it was delivered once, and asked for so often: {asked}"),
    )
}

async fn never_arrived(stage: &mut Stage) -> Result {
    step("the process dies before it has sent an order, and comes back when the time to pay is over");
    let number = stage.shop.write_down("cup", Fen::new(1_200))?.out_trade_no;
    let close = "/v3/pay/transactions/out-trade-no/{out_trade_no}/close";
    stage.sandbox.faults().add(Rule::new(Denial::OrderNotExist).at(close));
    stage.pass(Duration::from_secs(31 * 60)).await?;
    stage.sandbox.faults().clear();
    stage.until(&number, State::Closed).await?;
    stage.shows(&number, &["created", "closed"])
}

/// What is paid has left the warehouse, and nothing else has.
async fn everything_was_delivered_once(stage: &Stage) -> Result {
    stage.all_delivered().await?;
    let mut parcels: Vec<_> = stage.warehouse.parcels()?.into_iter().map(|(number, _)| number).collect();
    let orders = stage.shop.orders.all()?.into_iter();
    let paid = orders.filter(|order| matches!(order.state, State::Paid | State::Refunded));
    let mut paid: Vec<_> = paid.map(|order| order.out_trade_no).collect();
    parcels.sort();
    paid.sort();
    ensure(parcels == paid, &format!("and the warehouse has a parcel for each of the {} that were paid", paid.len()))
}

/// The proof of it all: every order stands in the shop's books as in WeChat Pay's.
fn both_books_agree(stage: &Stage) -> Result {
    step("in the evening, the shop's books and WeChat Pay's are compared");
    let (ours, theirs) = (stage.shop.orders.all()?, stage.sandbox.orders()?);
    let mut found = 0;
    for order in &ours {
        let Some(there) = theirs.iter().find(|there| there.out_trade_no == order.out_trade_no) else {
            ensure(order.state == State::Closed, "the order that never arrived is closed here")?;
            continue;
        };
        found += 1;
        let expected = match order.state {
            State::Paid => TradeState::Success,
            State::Refunded => TradeState::Refund,
            State::Closed => TradeState::Closed,
            // Of the order with the other amount nothing was really paid.
            State::Review => TradeState::NotPay,
            State::Created | State::Awaiting | State::Refunding => return Err("an order is still open".into()),
        };
        if (&there.state, there.total, &there.transaction_id) != (&expected, order.total, &order.transaction_id) {
            return Err(format!("{order:?} is not {there:?}").into());
        }
    }
    ensure(found == theirs.len(), &format!("all {found} are the same in both"))
}

/// The shop with its WeChat Pay, and a wire between them on which things get lost.
struct Stage {
    sandbox: Sandbox,
    wire: Wire,
    losses: Arc<Losses>,
    shop: Shop,
    open: Option<Open>,
    listening: std::net::SocketAddr,
    folder: PathBuf,
    warehouse: Arc<Warehouse>,
    http: reqwest::Client,
}

/// What gets lost on the wire.
#[derive(Default)]
struct Losses {
    /// The next answer of the shop; then no more.
    an_answer: AtomicBool,
    /// Every notification, for as long as this is so.
    everything: AtomicBool,
}

impl Losses {
    fn accident(&self) -> Option<Accident> {
        if self.everything.load(Ordering::Relaxed) {
            return Some(Accident::ResetRead);
        }
        self.an_answer.swap(false, Ordering::Relaxed).then_some(Accident::ResetProcessed)
    }
}

impl Stage {
    async fn open() -> Result<Self> {
        step("a shop opens, beside a local WeChat Pay");
        // A second of the schedule of repetitions takes a hundredth of one.
        let sandbox = Sandbox::builder().notification_second(Duration::from_millis(10)).start().await?;
        let (listener, listening) = listen((Ipv4Addr::LOCALHOST, 0).into()).await?;
        let losses = Arc::<Losses>::default();
        let lost = losses.clone();
        let wire = Wire::faulty(listening, move |_| lost.accident()).await?;
        let folder = std::env::temp_dir().join(format!("wxpay-shop-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let warehouse = Arc::new(Warehouse::open(&folder.join(WAREHOUSE))?);
        let shop = shop(&sandbox, &folder, &wire, Clock::default(), &warehouse)?;
        let open = Some(Open::start(&shop, listener, Router::new()));
        let http = reqwest::Client::builder().no_proxy().build()?;
        say("the shop", listening);
        say("the WeChat Pay", sandbox.url());
        say("the books", folder.join(BOOKS).display());
        Ok(Self { sandbox, wire, losses, shop, open, listening, folder, warehouse, http })
    }

    /// Another process: nothing is left of the one before but its file.
    async fn reopen(&mut self) -> Result {
        self.shop = shop(&self.sandbox, &self.folder, &self.wire, self.shop.clock.clone(), &self.warehouse)?;
        let (listener, _) = listen(self.listening).await?;
        self.open = Some(Open::start(&self.shop, listener, Router::new()));
        Ok(())
    }

    /// The number of an order that waits for its user.
    async fn ordered(&self) -> Result<String> {
        let (status, shown) = self.post("/orders/of/teapot").await?;
        let number = text(&shown, "out_trade_no").ok_or("no number")?.to_owned();
        ensure(status == StatusCode::CREATED, &format!("the order {number} waits for its user"))?;
        Ok(number)
    }

    async fn bought(&self) -> Result<String> {
        let number = self.ordered().await?;
        self.sandbox.pay_order(&number)?;
        self.until(&number, State::Paid).await?;
        self.all_delivered().await?;
        Ok(number)
    }

    fn order(&self, number: &str) -> Result<crate::orders::Order> {
        self.shop.orders.find(number)?.ok_or_else(|| "there is no such order".into())
    }

    /// Time passes, and the timer looks.
    async fn pass(&self, time: Duration) -> Result {
        self.sandbox.set_clock_ahead(self.shop.clock.put_forward(time))?;
        say("time passes", format!("{} minutes", time.as_secs() / 60));
        clock::look(&self.shop).await
    }

    async fn until(&self, number: &str, state: State) -> Result {
        let reached = || self.order(number).is_ok_and(|order| order.state == state);
        self.until_true(state.name(), reached).await?;
        ensure(true, &format!("the order is `{}`", state.name()))
    }

    async fn worked_off(&self) -> Result {
        self.until_true("the notifications", || self.shop.orders.unread().is_ok_and(|unread| unread.is_empty())).await
    }

    async fn all_delivered(&self) -> Result {
        self.until_true("the deliveries", || self.shop.orders.undelivered().is_ok_and(|owed| owed.is_empty())).await
    }

    /// The parcels of an order, and how often each was asked for.
    fn parcels(&self, number: &str) -> Result<Vec<(String, u32)>> {
        Ok(self.warehouse.parcels()?.into_iter().filter(|(of, _)| of == number).collect())
    }

    async fn until_true(&self, what: &str, happened: impl Fn() -> bool) -> Result {
        for _ in 0..1000 {
            if happened() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err(format!("waited in vain for: {what}").into())
    }

    /// The order went this way, and no other.
    fn shows(&self, number: &str, way: &[&str]) -> Result {
        let history = self.shop.orders.history(number)?;
        for (state, reason) in &history {
            say(&format!("{state:>9}"), reason);
        }
        ensure(history.iter().map(|(state, _)| state).eq(way), "it went this way, each step once")
    }

    async fn get(&self, path: &str) -> Result<(StatusCode, Value)> {
        self.asked(self.http.get(format!("http://{}{path}", self.listening))).await
    }

    async fn post(&self, path: &str) -> Result<(StatusCode, Value)> {
        self.asked(self.http.post(format!("http://{}{path}", self.listening))).await
    }

    async fn notify(&self, headers: HeaderMap, body: Bytes) -> Result<StatusCode> {
        Ok(self.http.post(&self.shop.notify_url).headers(headers).body(body).send().await?.status())
    }

    async fn asked(&self, request: reqwest::RequestBuilder) -> Result<(StatusCode, Value)> {
        let answer = request.send().await?;
        let (status, body) = (answer.status(), answer.bytes().await?);
        Ok((status, if body.is_empty() { Value::Null } else { serde_json::from_slice(&body)? }))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // The story is over; what is left of its books helps nobody.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn shop(sandbox: &Sandbox, folder: &Path, wire: &Wire, clock: Clock, warehouse: &Arc<Warehouse>) -> Result<Shop> {
    let time = clock.clone();
    // Nobody wants to wait in a story.
    let retry = RetryPolicy::STANDARD.sends(2).pauses(Duration::from_millis(10), Duration::from_millis(20));
    let client = sandbox.client_builder().retry(retry).clock(move || time.now()).build()?;
    Shop::new(client, &folder.join(BOOKS), format!("{}/notify", wire.url()), clock, warehouse.clone())
}

fn text<'a>(json: &'a Value, member: &str) -> Option<&'a str> {
    json.get(member).and_then(Value::as_str)
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
