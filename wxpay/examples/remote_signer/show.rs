//! The steps of the example: calls with the remote key, and a call while the keeper is dead.

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
    step("a second process, the keeper, makes a key");
    let folder = tempfile::Builder::new().permissions(Permissions::from_mode(0o700)).tempdir()?;
    let mut keeper = Keeper::start(folder.path()).await?;
    let socket = folder.path().join(SOCKET);
    ensure(mode(folder.path())? == 0o700, "only this user may enter its folder")?;
    ensure(mode(&socket)? == 0o600, "only this user may open its socket")?;

    step("a local WeChat Pay starts, and issues a certificate for the public key");
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
    println!("\nEvery step succeeded.");
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
    step("the keeper decrypts sensitive members too");
    let echo = SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() });
    let echo = echo.encrypted_echo_message("王小明").notify_url(&shop.url);
    let answer = client.send(&echo).await?.encrypted_echo_message.ok_or("the answer has no name")?;
    ensure(answer.expose() == Some("王小明"), "the name in the answer is right")?;
    let Event::SecurityEcho(notified) = shop.notified().await? else { return Err("expected an echo".into()) };
    let notified = notified.secret().ok_or("the notification has no name")?;
    ensure(notified.expose() == Some("王小明"), "the name in the notification is right")
}

async fn dies(client: &Client, wire: &Wire, shop: &mut Shop, mut keeper: Keeper, folder: &Path) -> Result<Keeper> {
    step("the keeper is killed");
    keeper.kill()?;
    let (order, before) = (order(client, "20260101000002", &shop.url), wire.requests().len());
    let error = client.send(&order).await.err().ok_or("the call succeeded")?;
    say("the call fails", &error);
    ensure(matches!(error.kind(), ErrorKind::Sign(_)), "the error is about the signature")?;
    ensure(error.outcome() == Outcome::NotSent, "the error says that nothing was sent")?;
    ensure(wire.requests().len() == before, "nothing was seen on the wire")?;

    step("the keeper is started again, with the key in its folder");
    let keeper = Keeper::start(folder).await?;
    say("the same client, the same order", client.send(&order).await?.prepay_id);
    Ok(keeper)
}

/// The keeper's process.
struct Keeper(Child);

impl Keeper {
    async fn start(folder: &Path) -> Result<Self> {
        let socket = folder.join(SOCKET);
        let program = std::env::current_exe()?;
        let child = Command::new(program).arg(KEEP).arg(folder).stdin(Stdio::piped()).spawn()?;
        let mut keeper = Self(child);
        say("the keeper", format!("process {}, started by process {}", keeper.0.id(), std::process::id()));
        let key = RemoteKey::behind(socket, Duration::from_secs(1));
        for _ in 0..500 {
            if key.public_key().await.is_ok() {
                return Ok(keeper);
            }
            if let Some(status) = keeper.0.try_wait()? {
                return Err(format!("the keeper ended with {status}").into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("the keeper did not answer".into())
    }

    fn kill(&mut self) -> Result {
        self.0.kill()?;
        say("it ended with", self.0.wait()?);
        Ok(())
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn mode(path: &Path) -> Result<u32> {
    Ok(PathBuf::from(path).metadata()?.permissions().mode() & 0o777)
}
