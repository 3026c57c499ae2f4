//! A payment compared with its order.

use serde_json::{Value, json};
use wxpay::notify::{Difference, Event, Ordered, OrderedRequired, PartnerPayment, Payment};
use wxpay::pay::{Amount, AmountRequired, AppPrepay, AppPrepayRequired};
use wxpay::prelude::*;

use crate::resources::{read, samples};

const ORDERED: Ordered<'_> = Ordered::new(OrderedRequired {
    out_trade_no: "T-0001",
    appid: "wx0000000000000001",
    mchid: "1900000001",
    total: Fen::new(100),
});

/// The sample with some members replaced.
fn payment(changed: Value) -> Payment {
    match read("TRANSACTION.SUCCESS", &merged(samples::payment(), changed)) {
        Event::Payment(payment) => *payment,
        event => panic!("{event:?}"),
    }
}

fn partner_payment(changed: Value) -> PartnerPayment {
    match read("TRANSACTION.SUCCESS", &merged(samples::partner_payment(), changed)) {
        Event::PartnerPayment(payment) => *payment,
        event => panic!("{event:?}"),
    }
}

fn merged(mut sample: Value, changed: Value) -> Value {
    let Value::Object(changed) = changed else { panic!("not an object: {changed}") };
    sample.as_object_mut().unwrap().extend(changed);
    sample
}

fn words(differences: Result<(), Vec<Difference>>) -> Vec<String> {
    differences.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn what_was_ordered_passes() {
    assert_eq!(payment(json!({})).check(&ORDERED), Ok(()));
}

#[test]
fn the_whole_amount_counts_not_what_the_user_paid_of_it() {
    let couponed = payment(json!({"amount": {"total": 100, "payer_total": 1}}));
    assert_eq!(couponed.check(&ORDERED), Ok(()));
    let short = payment(json!({"amount": {"total": 1, "payer_total": 100}}));
    assert_eq!(words(short.check(&ORDERED)), ["/amount/total is `1`, where `100` was ordered"]);
}

#[test]
fn a_missing_currency_is_cny() {
    let payment = payment(json!({"amount": {"total": 100}}));
    assert_eq!(payment.check(&ORDERED), Ok(()));
    assert_eq!(words(payment.check(&ORDERED.currency("HKD"))), ["/amount/currency is `CNY`, where `HKD` was ordered"]);
}

#[test]
fn only_a_paid_order_is_paid() {
    for state in [json!("REFUND"), json!("NOTPAY"), json!("success"), Value::Null] {
        let differences = payment(json!({"trade_state": state})).check(&ORDERED).unwrap_err();
        assert_eq!(differences.len(), 1, "{state}");
        assert_eq!(differences[0].pointer, "/trade_state");
        assert_eq!(differences[0].notified.as_deref(), state.as_str(), "{state}");
    }
    let differences = payment(json!({"trade_state": ""})).check(&ORDERED).unwrap_err();
    assert_eq!(differences[0].to_string(), "/trade_state is nothing, where `SUCCESS` was ordered");
}

#[test]
fn every_difference_is_listed() {
    let other = payment(json!({
        "out_trade_no": "T-0009", "appid": "wx9", "mchid": "1900000009", "trade_state": "CLOSED",
        "amount": {"total": 99, "currency": "HKD"}
    }));
    assert_eq!(
        words(other.check(&ORDERED)),
        [
            "/out_trade_no is `T-0009`, where `T-0001` was ordered",
            "/appid is `wx9`, where `wx0000000000000001` was ordered",
            "/mchid is `1900000009`, where `1900000001` was ordered",
            "/amount/total is `99`, where `100` was ordered",
            "/amount/currency is `HKD`, where `CNY` was ordered",
            "/trade_state is `CLOSED`, where `SUCCESS` was ordered",
        ]
    );
}

#[test]
fn a_service_providers_order_is_for_its_sub_merchant() {
    let ordered = Ordered::new(OrderedRequired {
        out_trade_no: "T-0002",
        appid: "wx0000000000000001",
        mchid: "1900000001",
        total: Fen::new(100),
    });
    let payment = partner_payment(json!({}));
    assert_eq!(payment.check(&ordered.sub_mchid("1900000002")), Ok(()));
    assert_eq!(words(payment.check(&ordered)), ["/sub_mchid is `1900000002`, where nothing was ordered"]);
    let other = partner_payment(json!({"sub_mchid": "1900000003", "sp_mchid": "1900000004", "sp_appid": "wx4"}));
    let differences = other.check(&ordered.sub_mchid("1900000002")).unwrap_err();
    let pointers: Vec<_> = differences.iter().map(|difference| difference.pointer).collect();
    assert_eq!(pointers, ["/sp_appid", "/sp_mchid", "/sub_mchid"]);
}

#[test]
fn a_merchants_payment_is_none_of_a_sub_merchant() {
    let differences = payment(json!({})).check(&ORDERED.sub_mchid("1900000002"));
    assert_eq!(words(differences), ["/sub_mchid is nothing, where `1900000002` was ordered"]);
}

#[test]
fn an_order_of_this_crate_is_what_was_ordered() {
    let order = AppPrepay::new(AppPrepayRequired {
        appid: ORDERED.appid.into(),
        mchid: ORDERED.mchid.into(),
        description: "A teapot".into(),
        out_trade_no: ORDERED.out_trade_no.into(),
        notify_url: "https://shop.example.com/notify".into(),
        amount: Amount::new(AmountRequired { total: Fen::new(100) }),
    });
    assert_eq!(Ordered::from(&order), ORDERED);
}
