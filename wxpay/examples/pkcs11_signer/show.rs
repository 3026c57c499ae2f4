//! What the example shows: a key is made in the token, certified, and used.

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::routing::post;
use http::{HeaderMap, Response};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use wxpay::notification::accepted;
use wxpay::notify::{Event, Payment};
use wxpay::pay::{Amount, AmountRequired, AppPrepay, AppPrepayRequired};
use wxpay::prelude::*;
use wxpay::security::{SecurityEcho, SecurityEchoRequired};
use wxpay_sandbox::Sandbox;

use super::soft_hsm::SoftHsm;
use super::spki::spki;
use super::token::TokenKey;

type Result<T = ()> = std::result::Result<T, Box<dyn StdError>>;

pub(crate) async fn run(token: SoftHsm) -> Result {
    step("a token makes a key that nobody can read");
    let key = TokenKey::open(&token.module, token.label, token.pin)?;
    key.generate()?;
    let (modulus, exponent) = key.public_key()?;
    let spki = spki(&modulus, &exponent)?;
    say("its public half", format!("{} bytes", spki.len()));

    step("a local WeChat Pay starts, and issues a certificate for it");
    let sandbox = Sandbox::start().await?;
    let credentials = sandbox.credentials();
    let client = Client::builder()
        .mchid(&credentials.mchid)
        .merchant_certificate_pem(sandbox.certify_merchant_key(&credentials.mchid, &spki)?)
        .signer(Arc::new(key.clone()))
        .decryptor(Arc::new(key))
        .api_v3_key(&credentials.api_v3_key)
        .platform_public_key_pem(&credentials.public_key_id, &credentials.public_key)
        .hosts([sandbox.url()])
        .build()?;
    say("its serial", client.merchant().serial());

    step("an order, the parameters for the phone, and the notification that it is paid");
    let mut shop = Shop::open(client.clone()).await?;
    let order = order(&client, "20260101000001", &shop.url);
    let began = Instant::now();
    let prepay = client.send(&order).await?;
    say("prepay_id", format!("{} after {:?}", prepay.prepay_id, began.elapsed()));
    say("signed for the phone", client.app_payment(&order.appid, &prepay.prepay_id).await?.sign);
    sandbox.pay_order(&order.out_trade_no)?;
    say("paid", shop.paid().await?.out_trade_no);

    step("what WeChat Pay encrypts to the merchant is opened in the token too");
    let echo = SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() });
    let answer = client.send(&echo.encrypted_echo_message("王小明")).await?;
    let name = answer.encrypted_echo_message.ok_or("there is no name")?;
    ensure(name.expose() == Some("王小明"), "a name in an answer")?;

    step("twenty calls at once share the token's sessions");
    let calls = (0..20).map(|number| {
        let (client, order) = (client.clone(), self::order(&client, &format!("2026010200{number:04}"), &shop.url));
        tokio::spawn(async move { client.send(&order).await })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await??;
    }
    ensure(sandbox.orders()?.len() == 21, "all of them are in the books")?;
    println!("\nAll of it happened.");
    Ok(())
}

/// Where notifications arrive.
struct Shop {
    url: String,
    payments: mpsc::UnboundedReceiver<Payment>,
}

impl Shop {
    async fn open(client: Client) -> Result<Self> {
        let (sender, payments) = mpsc::unbounded_channel();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/notify", listener.local_addr()?);
        let notified = async move |headers, body| receive(client, sender, headers, body).await;
        let app = Router::new().route("/notify", post(notified));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Self { url, payments })
    }

    async fn paid(&mut self) -> Result<Payment> {
        let payment = tokio::time::timeout(Duration::from_secs(20), self.payments.recv()).await;
        payment.ok().flatten().ok_or_else(|| "waited in vain for a notification".into())
    }
}

async fn receive(
    client: Client,
    payments: mpsc::UnboundedSender<Payment>,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let received = match client.notifications() {
        Ok(notifications) => notifications.receive::<Event>(&headers, &body).await,
        Err(error) => Err(error),
    };
    match received {
        Ok(notification) => {
            if let Event::Payment(payment) = notification.resource {
                // Nobody listens any more when the example has ended.
                let _ = payments.send(*payment);
            }
            accepted().map(Body::from)
        }
        Err(error) => error.reply().map(Body::from),
    }
}

fn order(client: &Client, out_trade_no: &str, notify_url: &str) -> AppPrepay {
    AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: notify_url.into(),
        amount: Amount::new(AmountRequired { total: Fen::new(100) }),
    })
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
