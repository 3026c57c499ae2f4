//! The steps of the example: a key is made in the token, certified, and used.

use std::sync::Arc;
use std::time::Instant;

use wxpay::prelude::*;
use wxpay::security::{SecurityEcho, SecurityEchoRequired};
use wxpay_sandbox::Sandbox;

use super::parts::{Result, Shop, ensure, order, say, step};
use super::soft_hsm::SoftHsm;
use super::spki::spki;
use super::token::TokenKey;

pub(crate) async fn run(token: SoftHsm) -> Result {
    step("a token makes a key that nobody can read");
    let key = TokenKey::open(&token.module, token.label, token.pin)?;
    key.generate()?;
    let (modulus, exponent) = key.public_key()?;
    let spki = spki(&modulus, &exponent)?;
    say("its public key", format!("{} bytes", spki.len()));

    step("a local WeChat Pay starts, and issues a certificate for the key");
    let sandbox = Sandbox::start().await?;
    let credentials = sandbox.credentials();
    let client = Client::builder()
        .mchid(&credentials.mchid)
        .merchant_certificate_pem(sandbox.certify_merchant_key(&spki)?)
        .signer(Arc::new(key.clone()))
        .decryptor(Arc::new(key))
        .api_v3_key(&credentials.api_v3_key)
        .platform_public_key_pem(&credentials.public_key_id, &credentials.public_key)
        .hosts([sandbox.url()])
        .build()?;
    say("its serial", client.merchant().serial());

    step("an order, the parameters for the phone, and the notification that it is paid");
    let mut shop = Shop::open(&client).await?;
    let teapot = order(&client, "20260101000001", &shop.url);
    let began = Instant::now();
    let prepay = client.send(&teapot).await?;
    say("prepay_id", format!("{} after {:?}", prepay.prepay_id, began.elapsed()));
    say("signed for the phone", client.app_payment(&teapot.appid, &prepay.prepay_id).await?.sign);
    sandbox.pay_order(&teapot.out_trade_no)?;
    say("paid", shop.paid().await?.out_trade_no);

    step("a sensitive member of an answer is decrypted in the token too");
    let echo = SecurityEcho::new(SecurityEchoRequired { echo_message: "hello".into() });
    let answer = client.send(&echo.encrypted_echo_message("王小明")).await?;
    let name = answer.encrypted_echo_message.ok_or("the answer has no name")?;
    ensure(name.expose() == Some("王小明"), "the name in the answer is right")?;

    step("twenty calls at the same time share the token's sessions");
    let calls = (0..20).map(|number| {
        let (client, order) = (client.clone(), order(&client, &format!("2026010200{number:04}"), &shop.url));
        tokio::spawn(async move { client.send(&order).await })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await??;
    }
    ensure(sandbox.orders()?.len() == 21, "WeChat Pay has all 21 orders")?;
    println!("\nEvery step succeeded.");
    Ok(())
}
