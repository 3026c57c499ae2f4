//! The verdict on a request with an unknown outcome, by the answer of a query.

use serde_json::{Value, json};
use wxpay::applyment::SubmitApplyment;
use wxpay::ecommerce_refund::{CreateRefund, RefundStatus, ReturnAdvance};
use wxpay::endpoint::Endpoint;
use wxpay::from_json;
use wxpay::payload::{Choice, Payload};
use wxpay::settle::{Settle, Verdict};
use wxpay::value::Fen;

fn read<T: Payload>(value: &Value) -> T {
    from_json(value.to_string().as_bytes()).unwrap()
}

fn verdict<E: Settle>(request: &Value, found: &Value) -> Verdict {
    read::<E>(request).verdict(&read::<<E::Query as Endpoint>::Response>(found))
}

#[test]
fn a_platforms_refund_is_told_by_its_amount() {
    let request = json!({
        "sub_mchid": "1900000109", "sp_appid": "wx8888888888888888", "out_refund_no": "R1",
        "amount": {"refund": 888, "total": 900}
    });
    let found = |refund: i64| {
        json!({
            "refund_id": "5", "out_refund_no": "R1", "transaction_id": "4", "out_trade_no": "T1",
            "status": "PROCESSING", "amount": {"refund": refund}
        })
    };
    assert_eq!(verdict::<CreateRefund>(&request, &found(888)), Verdict::Done);
    let another = Verdict::same(&[("amount.refund", Fen::new(888), Fen::new(887))]);
    assert_eq!(verdict::<CreateRefund>(&request, &found(887)), another);

    let query = read::<CreateRefund>(&request).query();
    assert_eq!((query.out_refund_no.as_str(), query.sub_mchid.as_deref()), ("R1", Some("1900000109")));
}

#[test]
fn a_closed_refund_is_known_in_both_spellings() {
    for (text, closed) in [("CLOSED", true), ("CLOSE", true), ("ABNORMAL", false), ("PROCESSING", false)] {
        let status: RefundStatus = Choice::parse(text, false);
        assert_eq!(status.is_closed(), closed, "{text}");
    }
}

#[test]
fn an_advance_that_failed_to_return_was_not_returned() {
    for (result, said) in [("SUCCESS", Verdict::Done), ("PROCESSING", Verdict::Done), ("FAILED", Verdict::NotDone)] {
        let found = json!({
            "refund_id": "5", "advance_return_id": "1", "return_amount": 888, "payer_mchid": "1900000109",
            "payer_account": "BASIC", "payee_mchid": "1900000108", "payee_account": "BASIC", "result": result
        });
        assert_eq!(verdict::<ReturnAdvance>(&json!({"refund_id": "5", "sub_mchid": "1900000109"}), &found), said);
    }
}

#[test]
fn a_rejected_application_is_not_the_one_that_replaces_it() {
    let request = json!({
        "business_code": "1900000109_1",
        "contact_info": {"contact_type": "LEGAL", "contact_name": "a", "mobile_phone": "b", "contact_email": "c"},
        "subject_info": {"subject_type": "SUBJECT_TYPE_MICRO", "identity_info": {}},
        "business_info": {
            "merchant_shortname": "d", "service_phone": "e", "sales_info": {"sales_scenes_type": ["SALES_SCENES_APP"]}
        },
        "settlement_info": {},
        "bank_account_info": {
            "bank_account_type": "BANK_ACCOUNT_TYPE_PERSONAL", "account_name": "f", "account_bank": "工商银行",
            "bank_address_code": "110000"
        }
    });
    for (state, said) in [
        ("APPLYMENT_STATE_REJECTED", Verdict::NotDone),
        ("APPLYMENT_STATE_EDITTING", Verdict::NotDone),
        ("APPLYMENT_STATE_AUDITING", Verdict::Done),
        ("APPLYMENT_STATE_FINISHED", Verdict::Done),
    ] {
        let found = json!({"applyment_state": state});
        assert_eq!(verdict::<SubmitApplyment>(&request, &found), said, "{state}");
    }
}
