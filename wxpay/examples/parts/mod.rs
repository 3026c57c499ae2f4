//! Common parts of the examples with remote keys: an order, a server for notifications, and functions that print the
//! progress.

use std::error::Error as StdError;
use std::fmt::Display;
use std::time::Duration;

use axum::Router;
use axum::extract::{FromRef, State};
use axum::routing::post;
use http::StatusCode;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use wxpay::notification::{Notification, Notifications};
use wxpay::notify::{Event, Payment};
use wxpay::pay::{AppPrepay, AppPrepayRequired};
use wxpay::prelude::*;

pub(crate) type Result<T = ()> = std::result::Result<T, Box<dyn StdError>>;

/// A server that receives notifications.
pub(crate) struct Shop {
    pub(crate) url: String,
    events: UnboundedReceiver<Event>,
}

/// The state of the server's handler.
#[derive(Clone)]
struct Door {
    notifications: Notifications,
    events: UnboundedSender<Event>,
}

impl FromRef<Door> for Notifications {
    fn from_ref(door: &Door) -> Self {
        door.notifications.clone()
    }
}

impl Shop {
    pub(crate) async fn open(client: &Client) -> Result<Self> {
        let (sender, events) = unbounded_channel();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/notify", listener.local_addr()?);
        let door = Door { notifications: client.notifications()?, events: sender };
        let app = Router::new().route("/notify", post(receive)).with_state(door);
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Self { url, events })
    }

    /// Waits for the next notification.
    pub(crate) async fn notified(&mut self) -> Result<Event> {
        let event = tokio::time::timeout(Duration::from_secs(20), self.events.recv()).await;
        event.ok().flatten().ok_or_else(|| "no notification arrived within 20 s".into())
    }

    /// Waits for the next notification, which has to be about a payment.
    pub(crate) async fn paid(&mut self) -> Result<Payment> {
        match self.notified().await? {
            Event::Payment(payment) => Ok(*payment),
            other => Err(format!("expected a payment, found {other:?}").into()),
        }
    }
}

/// Receives a notification, which the extractor has verified and opened.
async fn receive(State(door): State<Door>, notification: Notification<Event>) -> StatusCode {
    // Reply with success only once the event is passed on, whatever its type. If the example has ended, the error reply
    // makes WeChat Pay send the notification again.
    match door.events.send(notification.resource) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

pub(crate) fn order(client: &Client, out_trade_no: &str, notify_url: &str) -> AppPrepay {
    AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: notify_url.into(),
        amount: Fen::new(100).into(),
    })
}

pub(crate) fn step(what: &str) {
    println!("\n{what}");
}

pub(crate) fn say(what: &str, value: impl Display) {
    println!("  {what}: {value}");
}

pub(crate) fn ensure(happened: bool, what: &str) -> Result {
    if !happened {
        return Err(format!("check failed: {what}").into());
    }
    println!("  ok: {what}");
    Ok(())
}
