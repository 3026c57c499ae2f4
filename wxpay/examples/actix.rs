//! Notifications in actix-web, or in any server: headers and body go in as they came, a status and a body come out.
//! Against a local WeChat Pay: no account, no network.
//!
//! ```text
//! cargo run --example actix
//! ```
//!
//! It exits with 0 only if everything that it shows has happened.

use std::error::Error as StdError;
use std::time::Duration;

use actix_web::web::{self, Bytes, Data, PayloadConfig};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};
use http::{HeaderMap, HeaderName, HeaderValue};
use wxpay::notification::{LARGEST, MemoryGuard, Notification, Notifications, accepted, once};
use wxpay::notify::{Event, Ordered};
use wxpay::pay::{AppPrepay, AppPrepayRequired};
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;

type Result<T = ()> = std::result::Result<T, Box<dyn StdError + Send + Sync>>;

/// What the handler needs, and a way for this example to see what it did.
struct Shop {
    notifications: Notifications,
    guard: MemoryGuard,
    order: AppPrepay,
    paid: tokio::sync::mpsc::UnboundedSender<String>,
    kept: tokio::sync::mpsc::UnboundedSender<Event>,
}

/// What every framework does by itself: it hands over what came, and sends what is answered.
async fn notified(request: HttpRequest, body: Bytes, shop: Data<Shop>) -> HttpResponse {
    let answer = shop.receive(&headers(&request), &body).await;
    let mut response = HttpResponse::build(status(answer.status()));
    for (name, value) in answer.headers() {
        response.insert_header((name.as_str(), value.as_bytes()));
    }
    response.body(answer.into_body())
}

impl Shop {
    /// No framework in here: `http` and `bytes` alone.
    async fn receive(&self, headers: &HeaderMap, body: &[u8]) -> http::Response<Bytes> {
        let notification: Notification<Event> = match self.notifications.receive(headers, body).await {
            Ok(notification) => notification,
            Err(error) => return error.reply(),
        };
        match once(&self.guard, &notification.guard_id(), self.handle(&notification.resource)).await {
            Ok(_) => accepted(),
            Err(error) => error.reply(),
        }
    }

    async fn handle(&self, event: &Event) -> Result {
        let Event::Payment(payment) = event else { return self.keep(event) };
        // A shop looks its order up; this one has one.
        match payment.check(&Ordered::from(&self.order)) {
            // In a shop this is one transaction: the order is paid, and its delivery is owed. A worker delivers and marks it,
            // as in the example `shop`; whoever delivers here is lost with the process.
            Ok(()) => Ok(self.paid.send(payment.out_trade_no.clone())?),
            // It will be no other the next time: a person has to look, and WeChat Pay need not repeat it.
            Err(differences) => {
                println!("  not what was ordered: {differences:?}");
                self.keep(event)
            }
        }
    }

    /// Everything else, also what nobody has understood: it will not come again, so it is kept before success is said. A
    /// shop writes it into its database, and lets a person know of [`Event::Unread`] and [`Event::Unknown`].
    fn keep(&self, event: &Event) -> Result {
        Ok(self.kept.send(event.clone())?)
    }
}

/// actix-web has header types of its own, and those of `http` before 1.0: they meet as bytes. All values of a name go
/// over, since a signature header that is there twice is refused.
fn headers(request: &HttpRequest) -> HeaderMap {
    let parsed = request.headers().iter().filter_map(|(name, value)| {
        let name = HeaderName::from_bytes(name.as_str().as_bytes()).ok()?;
        Some((name, HeaderValue::from_bytes(value.as_bytes()).ok()?))
    });
    let mut headers = HeaderMap::new();
    for (name, value) in parsed {
        headers.append(name, value);
    }
    headers
}

fn status(status: http::StatusCode) -> actix_web::http::StatusCode {
    actix_web::http::StatusCode::from_u16(status.as_u16()).unwrap_or(actix_web::http::StatusCode::INTERNAL_SERVER_ERROR)
}

#[actix_web::main]
async fn main() -> Result {
    let sandbox = Sandbox::builder().notification_second(Duration::from_millis(10)).start().await?;
    let client = sandbox.client()?;
    let (paid, mut payments) = tokio::sync::mpsc::unbounded_channel();
    let (kept, mut others) = tokio::sync::mpsc::unbounded_channel();
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    let notify_url = format!("http://{}/notify", listener.local_addr()?);
    let order = AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: "20260101000001".into(),
        notify_url: notify_url.clone(),
        amount: Fen::new(100).into(),
    });

    println!("a server on actix-web listens at {notify_url}");
    let shop = Data::new(Shop {
        notifications: client.notifications()?,
        guard: MemoryGuard::default(),
        order: order.clone(),
        paid,
        kept,
    });
    let app = move || {
        // By default actix-web takes a quarter of what a notification may have.
        let limit = PayloadConfig::new(LARGEST);
        App::new().app_data(shop.clone()).app_data(limit).route("/notify", web::post().to(notified))
    };
    let server = HttpServer::new(app).workers(1).listen(listener)?.run();
    let handle = server.handle();
    actix_web::rt::spawn(server);

    client.send(&order).await?;
    sandbox.pay_order(&order.out_trade_no)?;
    let number = tokio::time::timeout(Duration::from_secs(20), payments.recv()).await?.ok_or("nothing was paid")?;
    println!("order {number} is paid");
    if number != order.out_trade_no {
        return Err("it is another order".into());
    }

    println!("the same is sent again, then with another body, and then one that is far too long");
    let payment = |fen: i64| {
        serde_json::json!({
            "appid": order.appid,
            "mchid": order.mchid,
            "out_trade_no": order.out_trade_no,
            "trade_state": "SUCCESS",
            "amount": { "total": fen },
        })
    };
    let (signed, body) = sandbox.notification("TRANSACTION.SUCCESS", "transaction", &payment(100)).await?;
    let http = reqwest::Client::builder().no_proxy().build()?;
    let changed = Bytes::from([&body[..], b" "].concat());
    let expected = [(body.clone(), 204), (body, 204), (changed, 401), (vec![b' '; 2 * LARGEST].into(), 413)];
    for (body, expected) in expected {
        let answer = http.post(&notify_url).headers(signed.clone()).body(body).send().await?;
        println!("  {}", answer.status());
        if answer.status().as_u16() != expected {
            return Err(format!("not {expected}").into());
        }
    }

    println!("a payment of another amount than was ordered");
    let (signed, body) = sandbox.notification("TRANSACTION.SUCCESS", "transaction", &payment(1)).await?;
    let answer = http.post(&notify_url).headers(signed).body(body).send().await?;
    match others.try_recv() {
        Ok(Event::Payment(kept)) if answer.status() == 204 && kept.amount.total == Fen::new(1) => {}
        other => return Err(format!("it was lost: {other:?}").into()),
    }

    println!("a payment without its amount, and something that nobody knows");
    let misfit = serde_json::json!({ "appid": order.appid, "mchid": order.mchid, "out_trade_no": order.out_trade_no });
    for (event_type, resource) in [("TRANSACTION.SUCCESS", &misfit), ("SOMETHING.NEW", &misfit)] {
        let (signed, body) = sandbox.notification(event_type, "transaction", resource).await?;
        let answer = http.post(&notify_url).headers(signed).body(body).send().await?;
        let kept = match others.try_recv() {
            Ok(Event::Unread { resource: kept, why, .. }) if event_type == "TRANSACTION.SUCCESS" => {
                println!("  kept, since {why}");
                kept
            }
            Ok(Event::Unknown { resource: kept, .. }) if event_type == "SOMETHING.NEW" => kept,
            other => return Err(format!("{event_type} was lost: {other:?}").into()),
        };
        if answer.status().as_u16() != 204 || kept != *resource {
            return Err(format!("{event_type} was not kept as it came").into());
        }
    }
    handle.stop(true).await;
    let paid: Vec<_> = std::iter::from_fn(|| payments.try_recv().ok()).collect();
    // Another notification about the same payment: which the order's state has to know, and this example has none.
    if paid != [order.out_trade_no] {
        return Err(format!("paid were {paid:?}").into());
    }
    println!("All of it happened.");
    Ok(())
}
