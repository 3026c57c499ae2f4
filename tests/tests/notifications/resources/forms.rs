//! Forms that share an event type, misfits, and what is kept nevertheless.

use serde_json::{Value, json};
use wxpay::DecodeError;
use wxpay::notify::{AnyFen, Event, TradeType};
use wxpay::prelude::*;

use crate::resources::samples::{parking_payment, partner_payment, payment, sharing};
use crate::resources::{read, written};

fn pointers(event_type: &str, resource: &Value) -> Vec<String> {
    match read(event_type, resource) {
        Event::Unread { why: DecodeError::Faults(faults), .. } => {
            faults.into_iter().map(|fault| fault.pointer).collect()
        }
        other => panic!("{other:?}"),
    }
}

/// `sample` with the value at `pointer` replaced.
fn with(mut sample: Value, pointer: &str, value: Value) -> Value {
    *sample.pointer_mut(pointer).unwrap() = value;
    sample
}

#[test]
fn a_missing_member_is_unread_with_its_pointer() {
    assert_eq!(pointers("TRANSACTION.SUCCESS", &with(payment(), "/mchid", Value::Null)), ["/mchid"]);
    assert_eq!(pointers("TRANSACTION.SUCCESS", &with(payment(), "/amount", json!({}))), ["/amount/total"]);
    assert_eq!(pointers("TRANSACTION.SUCCESS", &with(partner_payment(), "/sp_appid", Value::Null)), ["/sp_appid"]);
    assert_eq!(pointers("COMPLAINT.CREATE", &json!({})), ["/complaint_id", "/action_type"]);
}

#[test]
fn a_member_of_another_type_is_unread_with_its_pointer() {
    let text = with(payment(), "/amount/total", json!("100"));
    assert_eq!(pointers("TRANSACTION.SUCCESS", &text), ["/amount/total"]);
    let currency = with(payment(), "/amount/currency", json!(1));
    assert_eq!(pointers("TRANSACTION.SUCCESS", &currency), ["/amount/currency"]);
    let combined = json!({"combine_appid": "a", "combine_mchid": "m", "combine_out_trade_no": "n", "sub_orders": [1]});
    assert_eq!(pointers("TRANSACTION.SUCCESS", &combined), ["/sub_orders/0"]);
}

#[test]
fn an_optional_member_of_another_type_is_left_out() {
    let number = with(payment(), "/promotion_detail/0/goods_detail/0/goods_id", json!(1));
    let absent = with(payment(), "/promotion_detail/0/goods_detail/0/goods_id", Value::Null);
    assert_eq!(read("TRANSACTION.SUCCESS", &number), read("TRANSACTION.SUCCESS", &absent));
    let broken = with(payment(), "/promotion_detail/0/goods_detail", json!("none"));
    let absent = with(payment(), "/promotion_detail/0/goods_detail", Value::Null);
    assert_eq!(read("TRANSACTION.SUCCESS", &broken), read("TRANSACTION.SUCCESS", &absent));
}

#[test]
fn a_resource_that_is_no_object_is_unread() {
    for event_type in ["TRANSACTION.SUCCESS", "REFUND.SUCCESS", "PAYSCORE.USER_OPEN_SERVICE"] {
        assert_eq!(pointers(event_type, &json!([])), [""], "{event_type}");
    }
}

#[test]
fn a_resource_that_is_no_json_is_kept_as_text_whatever_its_type() {
    for event_type in ["TRANSACTION.SUCCESS", "REFUND.SUCCESS", "NOT.KNOWN"] {
        for resource in ["", "{", "{}{}", "not JSON"] {
            let event = Event::read(event_type, resource.as_bytes());
            let Event::Unread { event_type: told, resource: kept, why } = event else { panic!("{event:?}") };
            assert!(matches!(why, DecodeError::Syntax(_)), "{event_type} {resource}: {why}");
            assert_eq!((&*told, kept), (event_type, json!(resource)));
        }
    }
}

#[test]
fn an_unknown_type_keeps_its_json() {
    let resource = json!({"card_id": 9_007_199_254_740_993_i64, "list": [null, 1.5]});
    let expected = Event::Unknown { event_type: "NOT.KNOWN".into(), resource: resource.clone() };
    assert_eq!(read("NOT.KNOWN", &resource), expected);
}

#[test]
fn a_payment_of_rides_or_school_fees_is_unknown() {
    let resource = json!({"appid": "wx1", "sp_mchid": "1", "out_trade_no": "n", "amount": {"total": 1}});
    assert_eq!(written(&read("TRANSACTION.SUCCESS", &resource)), ("Unknown", resource));
}

#[test]
fn a_parking_fee_is_told_by_its_car_park() {
    let without = json!({"appid": "wx1", "sp_mchid": "1", "out_trade_no": "n", "amount": {"total": 1}});
    for event_type in ["TRANSACTION.SUCCESS", "TRANSACTION.FAIL", "TRANSACTION.PAY_BACK"] {
        assert_eq!(
            written(&read(event_type, &parking_payment())),
            ("ParkingPayment", parking_payment()),
            "{event_type}"
        );
        assert_eq!(written(&read(event_type, &without)), ("Unknown", without.clone()), "{event_type}");
    }
}

#[test]
fn an_empty_member_tells_no_forms_apart() {
    for (member, empty) in [
        ("parking_info", json!({})),
        ("parking_info", json!("")),
        ("sp_mchid", json!("")),
        ("receiver", json!("")),
        ("sub_orders", json!([])),
    ] {
        let mut resource = payment();
        resource[member] = empty.clone();
        assert_eq!(read("TRANSACTION.SUCCESS", &resource), read("TRANSACTION.SUCCESS", &payment()), "{member} {empty}");
    }
}

#[test]
fn nothing_is_no_resource() {
    for event_type in ["REFUND.SUCCESS", "TRANSACTION.SUCCESS", "MCHTRANSFER.BILL.FINISHED", "COMPLAINT.CREATE"] {
        assert_eq!(pointers(event_type, &Value::Null), [""], "{event_type}");
    }
}

#[test]
fn a_share_that_is_announced_as_a_transaction_has_no_direction() {
    assert_eq!(written(&read("TRANSACTION.SUCCESS", &sharing())), ("ProfitSharingOrReturn", sharing()));
}

#[test]
fn a_debit_that_failed_is_no_payment() {
    assert_eq!(written(&read("TRANSACTION.FAIL", &payment())), ("DebitFailed", payment()));
    assert_eq!(written(&read("TRANSACTION.FAIL", &partner_payment())), ("PartnerDebitFailed", partner_payment()));
    assert_eq!(written(&read("TRANSACTION.PAY_BACK", &payment())), ("Unknown", payment()));
}

#[test]
fn a_debit_of_school_fees_is_unknown() {
    let resource = json!({"appid": "wx1", "sp_mchid": "1", "out_trade_no": "n", "trade_state": "SUCCESS"});
    for event_type in ["ENTRUST.SIGNING", "ENTRUST.RELEASE"] {
        assert_eq!(written(&read(event_type, &resource)), ("Unknown", resource.clone()), "{event_type}");
    }
}

#[test]
fn a_transfer_tells_its_merchant_by_either_name() {
    for name in ["mch_id", "mchid"] {
        let resource = json!({name: "1900000001", "out_bill_no": "B1", "transfer_bill_no": "13", "state": "SUCCESS",
                              "transfer_amount": 1});
        let Event::TransferBill(bill) = read("MCHTRANSFER.BILL.FINISHED", &resource) else { panic!("not a transfer") };
        assert_eq!(bill.merchant(), Some("1900000001"), "{name}");
    }
}

#[test]
fn a_contract_of_school_payments_is_unknown() {
    let resource = json!({"contract_id": "1", "contract_status": "ADD", "plan_id": "2"});
    assert_eq!(written(&read("PAYSCORE.USER_OPEN_SERVICE", &resource)), ("Unknown", resource));
    assert_eq!(pointers("PAYSCORE.USER_OPEN_SERVICE", &json!({"contract_id": "1"})), ["/service_id"]);
}

#[test]
fn unknown_members_are_passed_over_and_unknown_values_kept() {
    let mut resource = with(payment(), "/trade_type", json!("TELEPATHY"));
    resource["new_member"] = json!({"a": 1});
    let Event::Payment(payment) = read("TRANSACTION.SUCCESS", &resource) else { panic!("not a payment") };
    assert_eq!(payment.trade_type.as_ref().map(TradeType::as_str), Some("TELEPATHY"));
}

#[test]
fn an_empty_time_is_absent() {
    let resource = with(payment(), "/success_time", json!(""));
    let Event::Payment(payment) = read("TRANSACTION.SUCCESS", &resource) else { panic!("not a payment") };
    assert_eq!(payment.success_time, None);
}

#[test]
fn an_amount_that_sources_write_in_two_ways_is_read_in_both() {
    let order = |total: Value| {
        json!({"service_id": "5", "appid": "a", "mchid": "m", "out_order_no": "o", "state": "DONE",
               "total_amount": total})
    };
    for total in [json!(300), json!("300")] {
        let Event::ServiceOrder(read) = read("PAYSCORE.USER_PAID", &order(total.clone())) else {
            panic!("not an order")
        };
        assert_eq!(read.total_amount.map(AnyFen::fen), Some(Fen::new(300)));
        assert_eq!(read.total_amount, Some(AnyFen::Text(FenText::new(300))));
        assert_eq!(serde_json::to_value(&read).unwrap(), order(total));
    }
    for total in [json!(""), json!("3.00"), json!(3.0), json!(true)] {
        let Event::ServiceOrder(read) = read("PAYSCORE.USER_PAID", &order(total.clone())) else { panic!("{total}") };
        assert_eq!(read.total_amount, None, "{total}");
    }
}

#[test]
fn a_template_is_a_string_or_a_number() {
    for plan_id in [json!("123"), json!(123)] {
        let resource = json!({"contract_id": "1", "plan_id": plan_id, "out_contract_code": "C1",
                              "contract_state": "CONTRACT_STATE_EFFECTIVE"});
        let event = read("CREDIT_REPAYMENT.SIGN_CONTRACT", &resource);
        assert_eq!(written(&event), ("RepaymentContract", resource));
        let Event::RepaymentContract(contract) = event else { panic!("not a contract") };
        assert_eq!(contract.plan_id.as_ref().map(ToString::to_string).as_deref(), Some("123"));
    }
}

#[test]
fn a_permission_tells_its_merchants_by_either_name() {
    for (mchid, sub_mchid) in [("mchid", "sub_mchid"), ("mch_id", "sub_mch_id")] {
        let resource = json!({"service_id": "5", mchid: "1900000001", sub_mchid: "1900000002"});
        let event = read("PAYSCORE.USER_OPEN_SERVICE", &resource);
        let Event::PayScorePermission(permission) = event else { panic!("not a permission") };
        assert_eq!((permission.merchant(), permission.sub_merchant()), (Some("1900000001"), Some("1900000002")));
    }
}

#[test]
fn an_echoed_secret_stays_sealed_under_either_name() {
    for name in ["encrypted_echo_message", "encrypt_echo_message"] {
        let event = read("SECURITY_ECHO.SUCCESS", &json!({"echo_message": "hello", name: "AAAA"}));
        let Event::SecurityEcho(echo) = event else { panic!("not an echo") };
        assert_eq!(echo.secret().and_then(Sensitive::ciphertext), Some("AAAA"));
        assert_eq!(echo.secret().and_then(Sensitive::expose), None);
    }
}
