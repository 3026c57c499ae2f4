//! The verdict on a request whose answer was lost, by the order that a query found.

use serde_json::{Value, json};
use wxpay::notify::Ordered;
use wxpay::prelude::*;
use wxpay::settle::{Settle, Verdict};
use wxpay::{combine_pay, from_json, partner_pay};

#[test]
fn a_sub_merchants_order_is_asked_for_by_all_its_numbers() {
    let query = partner_order(100).query();
    assert_eq!((&*query.out_trade_no, &*query.sp_mchid, &*query.sub_mchid), ("T-0001", "1900000001", "1900000002"));
}

#[test]
fn a_sub_merchants_order_at_another_price_is_another() {
    let found = found_partner_order(json!({}));
    assert_eq!(partner_order(100).verdict(&found), Verdict::Done);
    let another = Verdict::Another { member: "amount.total", sent: "101 fen".into(), found: "100 fen".into() };
    assert_eq!(partner_order(101).verdict(&found), another);
}

#[test]
fn a_sub_merchants_order_is_compared_with_the_one_that_was_made() {
    let order = partner_order(100);
    assert_eq!(found_partner_order(json!({})).check(&Ordered::from(&order)), Ok(()));
    let pointers = |other: Value| -> Vec<_> {
        let differences = found_partner_order(other).check(&Ordered::from(&order)).unwrap_err();
        differences.iter().map(|difference| difference.pointer).collect()
    };
    let other =
        json!({"out_trade_no": "T-0002", "sp_appid": "wx2", "sp_mchid": "1900000008", "sub_mchid": "1900000009"});
    assert_eq!(pointers(other), ["/out_trade_no", "/sp_appid", "/sp_mchid", "/sub_mchid"]);
    let other = json!({"amount": {"total": 99, "currency": "HKD"}, "trade_state": "NOTPAY"});
    assert_eq!(pointers(other), ["/amount/total", "/amount/currency", "/trade_state"]);
    assert_eq!(pointers(json!({"amount": null}))[..1], ["/amount/total"]);
}

#[test]
fn a_sub_merchants_order_that_is_not_closed_was_not() {
    let close = partner_pay::CloseOrder::new(partner_pay::CloseOrderRequired {
        out_trade_no: "T-0001".into(),
        sp_mchid: "1900000001".into(),
        sub_mchid: "1900000002".into(),
    });
    assert_eq!(close.verdict(&found_partner_order(json!({"trade_state": "NOTPAY"}))), Verdict::NotDone);
    assert_eq!(close.verdict(&found_partner_order(json!({"trade_state": "CLOSED"}))), Verdict::Done);
}

#[test]
fn a_sub_merchants_code_payment_and_its_reversal_are_settled_by_the_order() {
    let payment = partner_pay::CodePay::new(partner_pay::CodePayRequired {
        sp_appid: "wx1".into(),
        sp_mchid: "1900000001".into(),
        sub_mchid: "1900000002".into(),
        description: "A teapot".into(),
        out_trade_no: "T-0001".into(),
        payer: partner_pay::CodePayer::new(partner_pay::CodePayerRequired { auth_code: "130061098828009406".into() }),
        amount: partner_pay::Amount::new(partner_pay::AmountRequired { total: Fen::new(100) }),
        scene_info: partner_pay::CodeSceneInfo::new(partner_pay::CodeSceneInfoRequired {
            store_info: partner_pay::CodeStoreInfo::new().id("0001"),
        }),
    });
    assert_eq!(payment.verdict(&found_partner_order(json!({"trade_state": "USERPAYING"}))), Verdict::Done);
    let dearer = found_partner_order(json!({"amount": {"total": 101}}));
    assert!(matches!(payment.verdict(&dearer), Verdict::Another { member: "amount.total", .. }));
    assert_eq!(found_partner_order(json!({})).check(&Ordered::from(&payment)), Ok(()));

    let reversal = partner_pay::ReverseOrder::new(partner_pay::ReverseOrderRequired {
        out_trade_no: "T-0001".into(),
        sp_mchid: "1900000001".into(),
        sub_mchid: "1900000002".into(),
    });
    assert_eq!(reversal.query(), payment.query());
    for (state, verdict) in [
        ("USERPAYING", Verdict::NotDone),
        ("SUCCESS", Verdict::NotDone),
        ("REVOKED", Verdict::Done),
        ("REFUND", Verdict::Done),
        ("CLOSED", Verdict::Done),
    ] {
        assert_eq!(reversal.verdict(&found_partner_order(json!({"trade_state": state}))), verdict, "{state}");
    }
}

#[test]
fn a_combined_order_is_one_of_the_same_orders_at_the_same_prices() {
    let order = combined_order(&[("A-0001", 100), ("A-0002", 200)]);
    assert_eq!(order.query().combine_out_trade_no, "C-0001");
    let verdict = |found: Value| order.verdict(&found_combined_order(found));
    let (first, second) = (sub_order("A-0001", 100, "NOTPAY"), sub_order("A-0002", 200, "NOTPAY"));
    assert_eq!(verdict(json!([second, first])), Verdict::Done, "in any sequence");
    assert_eq!(verdict(Value::Null), Verdict::Done, "it exists, and there is no more to compare");
    let without_amount = json!({"mchid": "1900000002", "out_trade_no": "A-0002"});
    assert_eq!(verdict(json!([first, without_amount])), Verdict::Done);

    let another = |member, sent: &str, found: &str| Verdict::Another { member, sent: sent.into(), found: found.into() };
    assert_eq!(verdict(json!([first])), another("sub_orders", "2 orders", "1 orders"));
    let others = json!([first, sub_order("A-0003", 200, "NOTPAY")]);
    assert_eq!(verdict(others), another("sub_orders.out_trade_no", "A-0002", "A-0001, A-0003"));
    let dearer = json!([first, sub_order("A-0002", 201, "NOTPAY")]);
    assert_eq!(verdict(dearer), another("sub_orders.amount.total_amount", "200 fen", "201 fen"));
}

#[test]
fn a_combined_order_is_closed_if_all_its_orders_are() {
    let close = combine_pay::CloseOrder::new(combine_pay::CloseOrderRequired {
        combine_out_trade_no: "C-0001".into(),
        combine_appid: "wx1".into(),
        sub_orders: Vec::new(),
    });
    let verdict = |found: Value| close.verdict(&found_combined_order(found));
    let (closed, paid) = (sub_order("A-0001", 100, "CLOSED"), sub_order("A-0002", 200, "SUCCESS"));
    assert_eq!(verdict(json!([closed, closed])), Verdict::Done);
    assert_eq!(verdict(json!([closed, paid])), Verdict::NotDone);
    assert_eq!(verdict(json!([])), Verdict::NotDone);
    assert_eq!(verdict(Value::Null), Verdict::NotDone);
}

fn partner_order(total: i64) -> partner_pay::NativePrepay {
    partner_pay::NativePrepay::new(partner_pay::NativePrepayRequired {
        sp_appid: "wx1".into(),
        sp_mchid: "1900000001".into(),
        sub_mchid: "1900000002".into(),
        description: "A teapot".into(),
        out_trade_no: "T-0001".into(),
        notify_url: "https://shop.example.com/notify".into(),
        amount: partner_pay::Amount::new(partner_pay::AmountRequired { total: Fen::new(total) }),
    })
}

fn found_partner_order(other: Value) -> partner_pay::Order {
    let mut order = json!({
        "sp_appid": "wx1", "sp_mchid": "1900000001", "sub_mchid": "1900000002", "out_trade_no": "T-0001",
        "trade_state": "SUCCESS", "amount": {"total": 100, "currency": "CNY"},
    });
    order.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    from_json(order.to_string().as_bytes()).unwrap()
}

fn combined_order(orders: &[(&str, i64)]) -> combine_pay::NativePrepay {
    let sub_order = |(number, total): &(&str, i64)| {
        combine_pay::SubOrder::new(combine_pay::SubOrderRequired {
            mchid: "1900000002".into(),
            out_trade_no: (*number).into(),
            description: "A teapot".into(),
            attach: "shelf 1".into(),
            amount: combine_pay::SubOrderAmount::new(combine_pay::SubOrderAmountRequired {
                total_amount: Fen::new(*total),
                currency: "CNY".into(),
            }),
        })
    };
    combine_pay::NativePrepay::new(combine_pay::NativePrepayRequired {
        combine_appid: "wx1".into(),
        combine_mchid: "1900000001".into(),
        combine_out_trade_no: "C-0001".into(),
        sub_orders: orders.iter().map(sub_order).collect(),
        notify_url: "https://shop.example.com/notify".into(),
    })
}

fn sub_order(number: &str, total: i64, state: &str) -> Value {
    json!({
        "mchid": "1900000002", "out_trade_no": number, "trade_state": state,
        "amount": {"total_amount": total, "currency": "CNY"},
    })
}

fn found_combined_order(sub_orders: Value) -> combine_pay::Order {
    let order = json!({"combine_mchid": "1900000001", "combine_out_trade_no": "C-0001", "sub_orders": sub_orders});
    from_json(order.to_string().as_bytes()).unwrap()
}
