//! What the example shows: calls with a key that is elsewhere, and calls while its keeper is dead.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use wxpay::error::{ErrorKind, Outcome};
use wxpay::notify::Event;
use wxpay::prelude::*;
use wxpay::security::{SecurityEcho, SecurityEchoRequired};
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::wire::Wire;

use super::keeper::SOCKET;
use super::parts::{Result, Shop, ensure, order, say, step};
use super::socket::RemoteKey;

/// The argument that makes this program the keeper.
pub(crate) const KEEP: &str = "keep";

pub(crate) async fn run() -> Result {
    step("a second process makes a key, and keeps it");
    let folder = tempfile::Builder::new().permissions(Permissions::from_mode(0o700)).tempdir()?;
    let mut keeper = Keeper::start(folder.path()).await?;
    let socket = folder.path().join(SOCKET);
    ensure(mode(folder.path())? == 0o700, "nobody else may enter its folder")?;
    ensure(mode(&socket)? == 0o600, "nor open its socket")?;

    step("a local WeChat Pay starts, and issues a certificate for that key, of which it sees the public half");
    let sandbox = Sandbox::start().await?;
    let wire = Wire::tap(sandbox.address()).await?;
    let key = RemoteKey::behind(&socket, Duration::from_secs(2));
    let (credentials, spki) = (sandbox.credentials(), key.public_key().await?);
    let client = Client::builder()
        .mchid(&credentials.mchid)
        .merchant_certificate_pem(sandbox.certify_merchant_key(&spki)?)
        .signer(Arc::new(key.clone()))
        .decryptor(Arc::new(key))
        .api_v3_key(&credentials.api_v3_key)
        .platform_public_key_pem(&credentials.public_key_id, &credentials.public_key)
        .hosts([wire.url()])
        .build()?;
    say("its serial", client.merchant().serial());

    let mut shop = Shop::open(&client).await?;
    orders(&client, &sandbox, &mut shop).await?;
    opens(&client, &mut shop).await?;
    keeper = dies(&client, &wire, &mut shop, keeper, folder.path()).await?;
    drop(keeper);
    println!("\nAll of it happened.");
    Ok(())
}

async fn orders(client: &Client, sandbox: &Sandbox, shop: &mut Shop) -> Result {
    step("an order, the parameters for the phone, and the notification that it is paid");
    let order = order(client, "20260101000001", &shop.url);
    let began = Instant::now();
    let prepay = client.send(&order).await?;
    say("prepay_id", format!("{} after {:?}", prepay.prepay_id, began.elapsed()));
    say("signed for the phone", client.app_payment(&order.appid, &prepay.prepay_id).await?.sign);
    sandbox.pay_order(&order.out_trade_no)?;
    say("paid", shop.paid().await?.out_trade_no);
    Ok(())
}

async fn opens(client: &Client, shop: &mut Shop) -> Result {
    step("what WeChat Pay encrypts to the merchant is opened there too");
    let echo = SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() });
    let echo = echo.encrypted_echo_message("王小明").notify_url(&shop.url);
    let answer = client.send(&echo).await?.encrypted_echo_message.ok_or("there is no name")?;
    ensure(answer.expose() == Some("王小明"), "a name in an answer")?;
    let Event::SecurityEcho(notified) = shop.notified().await? else { return Err("another notification came".into()) };
    let notified = notified.secret().ok_or("there is no name")?;
    ensure(notified.expose() == Some("王小明"), "and one in a notification")
}

async fn dies(client: &Client, wire: &Wire, shop: &mut Shop, mut keeper: Keeper, folder: &Path) -> Result<Keeper> {
    step("the keeper is killed");
    keeper.kill()?;
    let (order, before) = (order(client, "20260101000002", &shop.url), wire.requests().len());
    let error = client.send(&order).await.err().ok_or("somebody signed")?;
    say("refused", &error);
    ensure(matches!(error.kind(), ErrorKind::Sign(_)), "nobody signs")?;
    ensure(error.outcome() == Outcome::NotSent, "nothing was sent, says the error")?;
    ensure(wire.requests().len() == before, "and so says the wire")?;

    step("it is started again, with the key that it has in its folder");
    let keeper = Keeper::start(folder).await?;
    say("the same client, the same order", client.send(&order).await?.prepay_id);
    Ok(keeper)
}

/// The second process.
struct Keeper(Child);

impl Keeper {
    async fn start(folder: &Path) -> Result<Self> {
        let socket = folder.join(SOCKET);
        let program = std::env::current_exe()?;
        let child = Command::new(program).arg(KEEP).arg(folder).stdin(Stdio::piped()).spawn()?;
        let mut keeper = Self(child);
        say("the keeper", format!("process {}, this is {}", keeper.0.id(), std::process::id()));
        let key = RemoteKey::behind(socket, Duration::from_secs(1));
        for _ in 0..500 {
            if key.public_key().await.is_ok() {
                return Ok(keeper);
            }
            if let Some(status) = keeper.0.try_wait()? {
                return Err(format!("the keeper has ended: {status}").into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("waited in vain for the keeper".into())
    }

    fn kill(&mut self) -> Result {
        self.0.kill()?;
        say("it ended with", self.0.wait()?);
        Ok(())
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // It may have ended before.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn mode(path: &Path) -> Result<u32> {
    Ok(PathBuf::from(path).metadata()?.permissions().mode() & 0o777)
}
