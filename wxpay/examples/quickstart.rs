//! Calls four endpoints of a local WeChat Pay, over real HTTP with real RSA. No account, no network.
//!
//! ```text
//! cargo run --example quickstart
//! ```
//!
//! It exits with 0 only if every step succeeds.

use std::error::Error as StdError;

use wxpay::credit_repayment::{
    DisplayName, H5Presign, H5PresignRequired, RealIdentity, RealIdentityRequired, RealIdentityType,
};
use wxpay::error::{ErrorKind, Outcome};
use wxpay::individual_contracts::{
    AppPresign, AppPresignRequired, AuthState, QueryContractByCode, QueryContractByCodeRequired,
};
use wxpay::pay::{AppPrepay, AppPrepayRequired};
use wxpay::prelude::*;
use wxpay::verify::VerifyError;
use wxpay_sandbox::wire::{Wire, body_start};
use wxpay_sandbox::{ContractKind, Sandbox};

type Result<T = ()> = std::result::Result<T, Box<dyn StdError>>;

#[tokio::main]
async fn main() -> Result {
    step("a local WeChat Pay starts, with new keys");
    let sandbox = Sandbox::start().await?;
    let client = sandbox.client()?;
    say("it listens at", sandbox.url());
    say("the merchant number is", client.merchant().id());
    say("the answers are signed by", client.platform().serials().join(", "));

    app_order(&client).await?;
    c2c_contract(&sandbox, &client).await?;
    automatic_repayment(&client).await?;
    refused_before_it_is_sent(&client).await?;
    changed_on_the_wire(&sandbox).await?;

    println!("\nEvery step succeeded.");
    Ok(())
}

async fn app_order(client: &Client) -> Result {
    step("POST /v3/pay/transactions/app: an order for a mobile app (APP下单)");
    let order = order(client, "20260101000001");
    let prepay = client.send(&order).await?;
    say("validated, signed, sent, verified: prepay_id", &prepay.prepay_id);

    let parameters = client.app_payment(&order.appid, &prepay.prepay_id).await?;
    say("signed for the phone", serde_json::to_string_pretty(&parameters)?.replace('\n', "\n    "));

    let again = client.send(&order).await?;
    ensure(again.prepay_id != prepay.prepay_id, "the same order, sent again, gets a new prepay_id")?;
    Ok(())
}

async fn c2c_contract(sandbox: &Sandbox, client: &Client) -> Result {
    step("POST /v3/ecommerce/individual-contracts/pre-entrust-sign/app: a contract to sign (APP场景C2C预签约)");
    let (appid, out_contract_code) = ("wxd678efh567h23787", "APPLYMENT_00000000001");
    let presign =
        AppPresign::new(AppPresignRequired { appid: appid.into(), out_contract_code: out_contract_code.into() });
    say("pre_entrustweb_id, for the WeChat SDK", client.send(&presign).await?.pre_entrustweb_id);

    step("GET /v3/ecommerce/individual-contracts/out-contract-code/{out_contract_code}: has the user signed?");
    let query = QueryContractByCode::new(QueryContractByCodeRequired {
        out_contract_code: out_contract_code.into(),
        appid: appid.into(),
    });
    let before = client.send(&query).await?;
    say("before the user signs", &before.auth_state);
    sandbox.sign_contract(ContractKind::Individual, out_contract_code)?;
    let after = client.send(&query).await?;
    say("after the user has signed", format!("{} at {:?}", after.auth_state, after.signed_time));
    ensure(before.auth_state == AuthState::Unauthorized, "the contract was not signed at first")?;
    ensure(after.auth_state == AuthState::Authorized, "the contract is signed now")?;
    Ok(())
}

async fn automatic_repayment(client: &Client) -> Result {
    step("POST /v3/credit-repayment/partner/contracts/h5-presign: a contract for automatic repayment (H5预签约)");
    let presign = H5Presign::new(H5PresignRequired {
        appid: "wxd678efh567hg6787".into(),
        plan_id: "WxCreditRepaymentPlan12345678".into(),
        out_contract_code: "WxCreditRepayment20200910100000".into(),
        display_name: DisplayName::masked("王小明"),
        contract_notify_url: "https://shop.example.com/notify".into(),
        repayment_amount_limit: FenText::new(10_000),
        real_identity: RealIdentity::new(RealIdentityRequired {
            identity_type: RealIdentityType::IdCard,
            identity_id: "11010519491231002X".into(),
            real_name: "王小明".into(),
        }),
    })
    .repayment_day(1);
    let encoded = client.encode(&presign)?;
    let body = std::str::from_utf8(encoded.body())?;
    ensure(!body.contains("11010519491231002X"), "name and ID number are encrypted before they leave this process")?;
    let answer = client.send(&presign).await?;
    say("the contract page", &answer.redirect_url);
    say("its token, valid for 10 minutes", answer.presign_token().ok_or("the answer has no token")?);
    Ok(())
}

async fn refused_before_it_is_sent(client: &Client) -> Result {
    step("a request that WeChat Pay would refuse is not even signed");
    let mut order = order(client, "20260101000002");
    order.out_trade_no = "2026 01".into();
    order.amount.total = Fen::new(0);
    let error = client.send(&order).await.err().ok_or("the invalid order was accepted")?;
    error.violations().iter().for_each(|violation| say("refused", violation));
    let pointers: Vec<_> = error.violations().iter().map(|violation| violation.pointer.as_str()).collect();
    ensure(pointers == ["/out_trade_no", "/amount/total"], "both mistakes are reported, with their JSON pointers")?;
    ensure(error.outcome() == Outcome::NotSent, "nothing was sent")?;
    Ok(())
}

async fn changed_on_the_wire(sandbox: &Sandbox) -> Result {
    step("somebody between client and WeChat Pay changes one byte of an answer");
    let wire = Wire::start(sandbox.address(), |answer| {
        if let Some(byte) = body_start(answer).and_then(|body| answer.get_mut(body + 15)) {
            *byte ^= 1;
        }
    })
    .await?;
    let client = sandbox.client_builder().hosts([wire.url()]).build()?;
    let error = client.send(&order(&client, "20260101000003")).await.err().ok_or("the changed answer was accepted")?;
    say("refused", &error);
    ensure(matches!(error.kind(), ErrorKind::Unverified(VerifyError::Signature)), "the signature does not verify")?;
    ensure(error.outcome() == Outcome::Unknown, "the outcome is unknown: the order may exist")?;
    say("number to ask about, or to repeat unchanged", error.number().ok_or("the error has no number")?);
    Ok(())
}

fn order(client: &Client, out_trade_no: &str) -> AppPrepay {
    AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: "https://shop.example.com/wechat/notify".into(),
        amount: Fen::new(100).into(),
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
        return Err(format!("check failed: {what}").into());
    }
    println!("  ok: {what}");
    Ok(())
}
