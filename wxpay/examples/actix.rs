//! Notifications in actix-web, or in any server: the handler takes headers and body exactly as they were received, and
//! returns a status and a body. It runs against a local WeChat Pay: no account, no network.
//!
//! ```text
//! cargo run --example actix
//! ```
//!
//! It exits with 0 only if every step succeeds.

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

/// The state of the handler, with channels on which the example sees what the handler did.
struct Shop {
    notifications: Notifications,
    guard: MemoryGuard,
    order: AppPrepay,
    paid: tokio::sync::mpsc::UnboundedSender<String>,
    kept: tokio::sync::mpsc::UnboundedSender<Event>,
}

/// The part that depends on the framework: it passes the request on, and sends the reply.
async fn notified(request: HttpRequest, body: Bytes, shop: Data<Shop>) -> HttpResponse {
    let answer = shop.receive(&headers(&request), &body).await;
    let mut response = HttpResponse::build(status(answer.status()));
    for (name, value) in answer.headers() {
        response.insert_header((name.as_str(), value.as_bytes()));
    }
    response.body(answer.into_body())
}

impl Shop {
    /// The part for any framework: it uses `http` and `bytes` alone.
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
        // A real shop looks up the order; this one has a single order.
        match payment.check(&Ordered::from(&self.order)) {
            // In a real shop, one transaction marks the order as paid and its delivery as due. A worker then delivers and
            // marks the delivery, as in the example `shop`. A delivery from this handler would be lost in a crash.
            Ok(()) => Ok(self.paid.send(payment.out_trade_no.clone())?),
            // A repetition would have the same differences: a person has to look, and WeChat Pay need not send it again.
            Err(differences) => {
                println!("  the payment differs from the order: {differences:?}");
                self.keep(event)
            }
        }
    }

    /// Keeps every other event before the reply says success, because WeChat Pay does not send it again after that. A
    /// real shop writes it into its database, and tells a person about [`Event::Unread`] and [`Event::Unknown`].
    fn keep(&self, event: &Event) -> Result {
        Ok(self.kept.send(event.clone())?)
    }
}

/// Converts the headers by their bytes, because actix-web uses the types of `http` 0.2. Every value of a name is copied:
/// a signature header that occurs twice has to be refused.
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
        // By default actix-web accepts only a quarter of the size that a notification may have.
        let limit = PayloadConfig::new(LARGEST);
        App::new().app_data(shop.clone()).app_data(limit).route("/notify", web::post().to(notified))
    };
    let server = HttpServer::new(app).workers(1).listen(listener)?.run();
    let handle = server.handle();
    actix_web::rt::spawn(server);

    client.send(&order).await?;
    sandbox.pay_order(&order.out_trade_no)?;
    let number =
        tokio::time::timeout(Duration::from_secs(20), payments.recv()).await?.ok_or("the handler has ended")?;
    println!("order {number} is paid");
    if number != order.out_trade_no {
        return Err(format!("expected order {}, found {number}", order.out_trade_no).into());
    }

    println!("the same notification comes again, then with a changed body, then with a body that is far too long");
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
            return Err(format!("expected status {expected}").into());
        }
    }

    println!("a payment comes whose amount is not that of the order");
    let (signed, body) = sandbox.notification("TRANSACTION.SUCCESS", "transaction", &payment(1)).await?;
    let answer = http.post(&notify_url).headers(signed).body(body).send().await?;
    match others.try_recv() {
        Ok(Event::Payment(kept)) if answer.status() == 204 && kept.amount.total == Fen::new(1) => {}
        other => return Err(format!("the payment was lost: {other:?}").into()),
    }

    println!("a payment without an amount comes, and an event of an unknown type");
    let misfit = serde_json::json!({ "appid": order.appid, "mchid": order.mchid, "out_trade_no": order.out_trade_no });
    for (event_type, resource) in [("TRANSACTION.SUCCESS", &misfit), ("SOMETHING.NEW", &misfit)] {
        let (signed, body) = sandbox.notification(event_type, "transaction", resource).await?;
        let answer = http.post(&notify_url).headers(signed).body(body).send().await?;
        let kept = match others.try_recv() {
            Ok(Event::Unread { resource: kept, why, .. }) if event_type == "TRANSACTION.SUCCESS" => {
                println!("  kept as unread: {why}");
                kept
            }
            Ok(Event::Unknown { resource: kept, .. }) if event_type == "SOMETHING.NEW" => kept,
            other => return Err(format!("{event_type} was lost: {other:?}").into()),
        };
        if answer.status().as_u16() != 204 || kept != *resource {
            return Err(format!("{event_type} was not kept unchanged").into());
        }
    }
    handle.stop(true).await;
    let paid: Vec<_> = std::iter::from_fn(|| payments.try_recv().ok()).collect();
    // The second notification about the same payment, under another ID. A real shop recognizes it by the order's state.
    if paid != [order.out_trade_no] {
        return Err(format!("expected one more notification about the payment, found {paid:?}").into());
    }
    println!("Every step succeeded.");
    Ok(())
}
