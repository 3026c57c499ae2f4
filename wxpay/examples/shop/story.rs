//! The story: a day in the shop, with everything that can go wrong.

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
    println!("\nEvery step succeeded.");
    Ok(())
}

async fn paid(stage: &Stage) -> Result {
    step("a customer orders a teapot and pays");
    let number = stage.ordered().await?;
    say("the phone scans", stage.order(&number)?.code_url.ok_or("the order has no code_url")?);
    stage.sandbox.pay_order(&number)?;
    stage.until(&number, State::Paid).await?;
    stage.shows(&number, &["created", "awaiting", "paid"])?;
    let (status, shown) = stage.get(&format!("/orders/{number}")).await?;
    ensure(
        status == StatusCode::OK && text(&shown, "state") == Some("paid"),
        "the customer's page shows the payment too",
    )
}

async fn reported_twice(stage: &Stage) -> Result {
    step("the shop's reply to a notification gets lost, so WeChat Pay sends the notification again");
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
    ensure(statuses == [None, Some(204)], "WeChat Pay got no reply to the first delivery, and 204 to the second")?;
    ensure(ids.windows(2).all(|pair| pair.first() == pair.last()), "both have the same notification ID")?;
    stage.until(&number, State::Paid).await?;

    say("the same payment again", "under another ID, and that one twice");
    let payment = serde_json::to_value(stage.shop.client.send(&stage.order(&number)?.query()).await?)?;
    let (headers, body) = stage.sandbox.notification("TRANSACTION.SUCCESS", "transaction", &payment).await?;
    for _ in 0..2 {
        let status = stage.notify(headers.clone(), body.clone()).await?;
        ensure(status == StatusCode::NO_CONTENT, "the shop replies with success")?;
    }
    stage.worked_off().await?;
    stage.shows(&number, &["created", "awaiting", "paid"])
}

async fn not_what_was_ordered(stage: &Stage) -> Result {
    step("a genuine notification has another amount than the order");
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
    ensure(status == StatusCode::UNAUTHORIZED, "the same with a forged signature is refused before the shop sees it")?;
    ensure(stage.order(&number)?.state == State::Awaiting, "the order's state has not changed")?;
    ensure(stage.notify(headers, body).await? == StatusCode::NO_CONTENT, "the genuine one is accepted")?;
    stage.until(&number, State::Review).await?;
    say("a person has to look", stage.order(&number)?.reason);
    stage.shows(&number, &["created", "awaiting", "review"])
}

async fn not_understood(stage: &Stage) -> Result {
    step("a payment without an amount comes, and an event of an unknown type");
    let misfit = json!({ "out_trade_no": "20260101000099" });
    for event_type in ["TRANSACTION.SUCCESS", "SOMETHING.NEW"] {
        let (headers, body) = stage.sandbox.notification(event_type, "transaction", &misfit).await?;
        ensure(stage.notify(headers, body).await? == StatusCode::NO_CONTENT, "the notification is accepted")?;
    }
    stage.worked_off().await?;
    let aside = stage.shop.orders.aside()?;
    ensure(aside == [misfit.to_string(), misfit.to_string()], "both wait for a person, with their whole content")
}

async fn notification_lost(stage: &Stage) -> Result {
    step("no notification arrives, so the timer queries the order");
    let number = stage.ordered().await?;
    stage.losses.everything.store(true, Ordering::Relaxed);
    stage.sandbox.pay_order(&number)?;
    stage.pass(Duration::from_secs(2 * 60)).await?;
    stage.until(&number, State::Paid).await?;
    stage.losses.everything.store(false, Ordering::Relaxed);
    ensure(stage.order(&number)?.reason == "a query found it paid", "the query found the payment")
}

async fn nobody_pays(stage: &Stage) -> Result {
    step("a customer never pays, so the timer closes the order");
    let number = stage.ordered().await?;
    stage.pass(Duration::from_secs(5 * 60)).await?;
    ensure(stage.order(&number)?.state == State::Awaiting, "after 5 minutes the order can still be paid")?;
    stage.pass(Duration::from_secs(26 * 60)).await?;
    stage.until(&number, State::Closed).await?;
    stage.shows(&number, &["created", "awaiting", "closed"])?;
    let error = stage.sandbox.pay_order(&number).err().ok_or("a closed order was paid")?;
    say("the customer tries to pay after that", &error);
    Ok(())
}

async fn answer_lost(stage: &Stage) -> Result {
    step("WeChat Pay's answer to an order gets lost, so it is unknown whether the order exists");
    stage.sandbox.faults().add(Rule::new(Failure::GatewayTimeout.after()).at("/v3/pay/transactions/native"));
    let (status, shown) = stage.post("/orders/of/cup").await?;
    let number = text(&shown, "out_trade_no").ok_or("the shop's answer has no number")?.to_owned();
    ensure(status == StatusCode::ACCEPTED && text(&shown, "code_url").is_none(), "the customer is told to ask again")?;
    ensure(stage.order(&number)?.state == State::Created, "the shop does not guess the outcome")?;
    stage.sandbox.faults().clear();
    stage.pass(Duration::from_secs(2 * 60)).await?;
    stage.until(&number, State::Awaiting).await?;
    ensure(
        stage.order(&number)?.code_url.is_some(),
        "the same request was sent again, and got the same order's code_url",
    )?;
    stage.sandbox.pay_order(&number)?;
    stage.until(&number, State::Paid).await?;
    stage.shows(&number, &["created", "awaiting", "paid"])
}

async fn given_back(stage: &Stage) -> Result {
    step("a customer returns the teapot");
    let number = stage.bought().await?;
    let path = format!("/orders/{number}/refund");
    let (first, second) = tokio::join!(stage.post(&path), stage.post(&path));
    let mut statuses = [first?.0, second?.0];
    statuses.sort();
    ensure(
        statuses == [StatusCode::ACCEPTED, StatusCode::CONFLICT],
        "of two requests at the same time, one makes the refund",
    )?;
    ensure(stage.order(&number)?.state == State::Refunding, "the refund is accepted, and not done yet")?;
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
    ensure(status == StatusCode::ACCEPTED, "the shop keeps the refund's number, which it had written down")?;
    stage.losses.everything.store(true, Ordering::Relaxed);
    stage.sandbox.complete_refund(&stage.order(&number)?.out_refund_no())?;
    stage.pass(Duration::from_secs(2 * 60)).await?;
    stage.until(&number, State::Refunded).await?;
    stage.losses.everything.store(false, Ordering::Relaxed);
    stage.shows(&number, &["created", "awaiting", "paid", "refunding", "refunded"])?;
    let refunds = stage.sandbox.refunds()?.into_iter().filter(|refund| refund.out_trade_no == number);
    ensure(refunds.count() == 1, "the order was refunded once")
}

async fn crashed(stage: &mut Stage) -> Result {
    step(
        "the process crashes: one order is written down and not sent, another is paid and its notification not handled",
    );
    let unsent = stage.shop.write_down("cup", Fen::new(1_200))?.out_trade_no;
    let unworked = stage.ordered().await?;
    stage.open = None;
    stage.sandbox.pay_order(&unworked)?;
    let payment = stage.shop.client.send(&stage.order(&unworked)?.query()).await?;
    stage.shop.orders.keep("stored", "TRANSACTION.SUCCESS", &serde_json::to_string(&payment)?)?;
    stage.reopen().await?;
    stage.until(&unworked, State::Paid).await?;
    say("a new process with the same books", stage.order(&unworked)?.reason);
    stage.pass(Duration::from_secs(2 * 60)).await?;
    stage.until(&unsent, State::Awaiting).await?;
    stage.shows(&unsent, &["created", "awaiting"])?;
    stage.sandbox.pay_order(&unsent)?;
    stage.until(&unsent, State::Paid).await
}

/// Kills the process at `point`, and opens the shop again with the books that are left.
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
    ensure(stage.order(&number)?.state == State::Paid, "the order is paid in the books")?;
    ensure(stage.parcels(&number)?.len() == sent, &format!("parcels of the order in the warehouse: {sent}"))?;
    let owed = stage.shop.orders.undelivered()?;
    ensure(owed.iter().any(|order| order.out_trade_no == number), "the delivery is still due in the books")?;

    stage.reopen().await?;
    stage.all_delivered().await?;
    let asked = 1 + u32::try_from(sent)?;
    ensure(
        stage.parcels(&number)? == [(number, asked)],
        &format!("the order was delivered once; requests to the warehouse: {asked}"),
    )
}

async fn never_arrived(stage: &mut Stage) -> Result {
    step("a crash keeps an order from being sent, and the timer finds it when the time to pay is over");
    let number = stage.shop.write_down("cup", Fen::new(1_200))?.out_trade_no;
    let close = "/v3/pay/transactions/out-trade-no/{out_trade_no}/close";
    stage.sandbox.faults().add(Rule::new(Denial::OrderNotExist).at(close));
    stage.pass(Duration::from_secs(31 * 60)).await?;
    stage.sandbox.faults().clear();
    stage.until(&number, State::Closed).await?;
    stage.shows(&number, &["created", "closed"])
}

/// Compares the warehouse's parcels with the paid orders.
async fn everything_was_delivered_once(stage: &Stage) -> Result {
    stage.all_delivered().await?;
    let mut parcels: Vec<_> = stage.warehouse.parcels()?.into_iter().map(|(number, _)| number).collect();
    let orders = stage.shop.orders.all()?.into_iter();
    let paid = orders.filter(|order| matches!(order.state, State::Paid | State::Refunded));
    let mut paid: Vec<_> = paid.map(|order| order.out_trade_no).collect();
    parcels.sort();
    paid.sort();
    ensure(parcels == paid, &format!("the warehouse has one parcel for each of the {} paid orders", paid.len()))
}

/// Compares every order in the shop's books with WeChat Pay's.
fn both_books_agree(stage: &Stage) -> Result {
    step("in the evening, the shop's books and WeChat Pay's are compared");
    let (ours, theirs) = (stage.shop.orders.all()?, stage.sandbox.orders()?);
    let mut found = 0;
    for order in &ours {
        let Some(there) = theirs.iter().find(|there| there.out_trade_no == order.out_trade_no) else {
            ensure(order.state == State::Closed, "the order that never arrived is closed in the shop's books")?;
            continue;
        };
        found += 1;
        let expected = match order.state {
            State::Paid => TradeState::Success,
            State::Refunded => TradeState::Refund,
            State::Closed => TradeState::Closed,
            // The order with the wrong amount in its notification was never paid.
            State::Review => TradeState::NotPay,
            State::Created | State::Awaiting | State::Refunding => {
                return Err(format!("{order:?} is still open").into());
            }
        };
        if (&there.state, there.total, &there.transaction_id) != (&expected, order.total, &order.transaction_id) {
            return Err(format!("{order:?} differs from {there:?}").into());
        }
    }
    ensure(found == theirs.len(), &format!("all {found} orders are the same in both"))
}

/// The shop and its local WeChat Pay, with a wire between them that can lose notifications and replies.
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

/// Losses on the wire.
#[derive(Default)]
struct Losses {
    /// The shop's next reply is lost, and only that one.
    an_answer: AtomicBool,
    /// Every notification is lost while this is true.
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
        step("a local WeChat Pay starts, and a shop opens");
        // One second in the schedule of repetitions lasts 10 ms here.
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
        say("the local WeChat Pay", sandbox.url());
        say("the books", folder.join(BOOKS).display());
        Ok(Self { sandbox, wire, losses, shop, open, listening, folder, warehouse, http })
    }

    /// Opens the shop again as a new process would, with nothing but the file of the books.
    async fn reopen(&mut self) -> Result {
        self.shop = shop(&self.sandbox, &self.folder, &self.wire, self.shop.clock.clone(), &self.warehouse)?;
        let (listener, _) = listen(self.listening).await?;
        self.open = Some(Open::start(&self.shop, listener, Router::new()));
        Ok(())
    }

    /// Creates an order that waits for its payment, and returns the order's number.
    async fn ordered(&self) -> Result<String> {
        let (status, shown) = self.post("/orders/of/teapot").await?;
        let number = text(&shown, "out_trade_no").ok_or("the shop's answer has no number")?.to_owned();
        ensure(status == StatusCode::CREATED, &format!("the order {number} waits for its payment"))?;
        Ok(number)
    }

    /// Creates an order that is paid and delivered, and returns the order's number.
    async fn bought(&self) -> Result<String> {
        let number = self.ordered().await?;
        self.sandbox.pay_order(&number)?;
        self.until(&number, State::Paid).await?;
        self.all_delivered().await?;
        Ok(number)
    }

    fn order(&self, number: &str) -> Result<crate::orders::Order> {
        self.shop.orders.find(number)?.ok_or_else(|| format!("unknown order `{number}`").into())
    }

    /// Puts the clocks forward, then runs the timer once.
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

    /// The parcels of an order, and how often each was requested.
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
        Err(format!("timed out while waiting for: {what}").into())
    }

    /// Checks that the order has gone through exactly these states.
    fn shows(&self, number: &str, way: &[&str]) -> Result {
        let history = self.shop.orders.history(number)?;
        for (state, reason) in &history {
            say(&format!("{state:>9}"), reason);
        }
        ensure(history.iter().map(|(state, _)| state).eq(way), "these were its states, each once")
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
        // The story is over. An error only leaves a temporary folder behind.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn shop(sandbox: &Sandbox, folder: &Path, wire: &Wire, clock: Clock, warehouse: &Arc<Warehouse>) -> Result<Shop> {
    let time = clock.clone();
    // Short pauses, to keep the story short.
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
        return Err(format!("check failed: {what}").into());
    }
    println!("  ok: {what}");
    Ok(())
}
