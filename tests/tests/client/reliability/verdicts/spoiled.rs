//! Every member that a comparison reads, in a wrong form: a member that is left out of an answer because of its form never counts
//! as agreement.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wxpay::endpoint::Endpoint;
use wxpay::notify::{Event, Ordered, OrderedRequired};
use wxpay::prelude::*;
use wxpay::settle::{Settle, Verdict};
use wxpay::{
    brand_profit_sharing as brand, combine_pay, credit_repayment, ecommerce_profit_sharing as ecommerce,
    ecommerce_refund, from_json, mch_transfer, papay, parking, partner_pay, partner_transfer_batch, pay,
    profit_sharing, refund, scan_and_ride, transfer_batch,
};

/// The result of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Agrees,
    Differs,
    /// Another thing was found, or it was not done yet.
    Not,
    /// The answer cannot be read.
    Fault,
}

type Comparison = Box<dyn Fn(&Value) -> Said>;

fn settling<E: Settle + DeserializeOwned + 'static>(request: Value) -> Comparison {
    let request: E = serde_json::from_value(request).unwrap();
    Box::new(move |found| match from_json::<<E::Query as Endpoint>::Response>(found.to_string().as_bytes()) {
        Err(_) => Said::Fault,
        Ok(found) => match request.verdict(&found) {
            Verdict::Done => Said::Agrees,
            Verdict::NotDone => Said::Not,
            _ => Said::Differs,
        },
    })
}

fn ordered() -> Ordered<'static> {
    Ordered::new(OrderedRequired { out_trade_no: "T1", appid: "wx1", mchid: "1900000001", total: Fen::new(100) })
}

fn by_check<D>(check: impl Fn(&[u8]) -> Result<Result<(), D>, wxpay::DecodeError> + 'static) -> Comparison {
    Box::new(move |found| match check(found.to_string().as_bytes()) {
        Err(_) => Said::Fault,
        Ok(Ok(())) => Said::Agrees,
        Ok(Err(_)) => Said::Differs,
    })
}

/// A resource that is no longer a payment differs, so nothing is delivered for it.
fn notified(partner: bool) -> Comparison {
    by_check(move |resource| match Event::read("TRANSACTION.SUCCESS", resource) {
        Event::Payment(payment) if !partner => Ok(payment.check(&ordered()).map_err(drop)),
        Event::PartnerPayment(payment) if partner => {
            Ok(payment.check(&ordered().sub_mchid("1900000002")).map_err(drop))
        }
        _ => Ok(Err(())),
    })
}

fn comparisons() -> Vec<(&'static str, Comparison, Value)> {
    let amount = json!({"total": 100, "payer_total": 90, "currency": "CNY", "payer_currency": "CNY"});
    let own = json!({"appid": "wx1", "mchid": "1900000001", "out_trade_no": "T1", "amount": amount});
    let with = |value: &Value, more: Value| {
        let mut value = value.clone();
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        value
    };
    let paid =
        with(&own, json!({"trade_state": "SUCCESS", "transaction_id": "42", "attach": "x", "payer": {"openid": "o1"}}));
    let closed = with(&own, json!({"trade_state": "CLOSED"}));
    let of_partner = json!({"sp_appid": "wx1", "sp_mchid": "1900000001", "sub_mchid": "1900000002"});
    let partners = with(&with(&paid, of_partner.clone()), json!({"appid": null, "mchid": null}));
    let order = with(
        &own,
        json!({
            "description": "A teapot", "notify_url": "https://shop.example.com/notify", "auth_code": "1",
            "payer": {"auth_code": "1", "openid": "o1"}, "scene_info": {
                "payer_client_ip": "192.0.2.1", "store_info": {"id": "1"}, "h5_info": {"type": "Wap"},
            },
            "amount": {"total": 100, "currency": "CNY"},
        }),
    );
    let partner_order = with(&order, of_partner);
    let sub_orders = json!([{
        "mchid": "1900000002", "out_trade_no": "A1", "trade_state": "CLOSED",
        "amount": {"total_amount": 100, "currency": "CNY"},
    }]);
    let combined = json!({"combine_mchid": "1900000001", "combine_out_trade_no": "C1", "sub_orders": sub_orders});
    let combined_order = json!({
        "combine_appid": "wx1", "combine_mchid": "1900000001", "combine_out_trade_no": "C1",
        "notify_url": "https://shop.example.com/notify", "sub_orders": [{
            "mchid": "1900000002", "out_trade_no": "A1", "description": "x", "attach": "x",
            "amount": {"total_amount": 100, "currency": "CNY"},
        }],
    });
    let refunded = json!({
        "refund_id": "5", "out_refund_no": "R1", "transaction_id": "4", "out_trade_no": "T1", "channel": "ORIGINAL",
        "user_received_account": "x", "create_time": "2026-01-01T00:00:00+08:00", "status": "PROCESSING",
        "amount": {"total": 100, "refund": 10, "payer_total": 100, "payer_refund": 10, "settlement_refund": 10,
            "settlement_total": 100, "discount_refund": 0, "currency": "CNY"},
    });
    let refund = json!({
        "out_refund_no": "R1", "out_trade_no": "T1", "sub_mchid": "1900000002", "sp_appid": "wx1",
        "amount": {"refund": 10, "total": 100, "currency": "CNY"},
    });
    let share = json!({
        "type": "MERCHANT_ID", "account": "1900000003", "receiver_account": "1900000003", "amount": 10,
        "description": "freight", "result": "PENDING", "detail_id": "1",
    });
    let shared = json!({
        "sub_mchid": "1900000002", "transaction_id": "42", "out_order_no": "S1", "order_id": "3",
        "state": "PROCESSING", "status": "PROCESSING", "receivers": [share],
    });
    let sharing = json!({
        "brand_mchid": "1900000001", "sub_mchid": "1900000002", "appid": "wx1", "transaction_id": "42",
        "out_order_no": "S1", "receivers": [share], "finish": false, "unfreeze_unsplit": false,
    });
    let returned = json!({
        "sub_mchid": "1900000002", "order_id": "3", "out_order_no": "S1", "out_return_no": "R1", "return_id": "4",
        "return_no": "4", "return_mchid": "1900000003", "amount": 10, "description": "x", "result": "SUCCESS",
        "finish_time": "2026-01-01T00:00:00+08:00", "create_time": "2026-01-01T00:00:00+08:00",
    });
    let returning = json!({
        "sub_mchid": "1900000002", "out_order_no": "S1", "out_return_no": "R1", "return_mchid": "1900000003",
        "amount": 10, "description": "x",
    });
    let bill = json!({
        "mch_id": "1900000001", "out_bill_no": "B1", "transfer_bill_no": "1", "appid": "wx1", "state": "CANCELLED",
        "transfer_amount": 10, "transfer_remark": "x", "openid": "o1",
        "create_time": "2026-01-01T00:00:00+08:00", "update_time": "2026-01-01T00:00:00+08:00",
    });
    let transfer = json!({
        "appid": "wx1", "out_bill_no": "B1", "transfer_scene_id": "1000", "openid": "o1", "transfer_amount": 10,
        "transfer_remark": "x", "transfer_scene_report_infos": [], "notify_url": "https://shop.example.com/notify",
        "out_authorization_no": "A1", "authorization_notify_url": "https://shop.example.com/notify",
        "user_display_name": "x", "authorization_info": {
            "user_display_name": "x", "out_authorization_no": "A1",
            "authorization_notify_url": "https://shop.example.com/notify",
        },
    });
    let batch = json!({
        "mchid": "1900000001", "sp_mchid": "1900000001", "sub_mchid": "1900000002", "appid": "wx1",
        "authorization_type": "FUND_AUTHORIZATION_TYPE", "out_batch_no": "B1", "batch_id": "131",
        "batch_status": "ACCEPTED", "batch_type": "API", "batch_name": "x", "batch_remark": "x", "total_amount": 400,
        "total_num": 2,
    });
    let batching = with(&batch, json!({"transfer_detail_list": []}));
    let authorization = json!({
        "out_authorization_no": "A1", "appid": "wx1", "openid": "o1", "user_display_name": "x", "state": "CLOSED",
        "transfer_scene_id": "1000",
    });
    let contract = json!({
        "contract_id": "1", "plan_id": 12535, "out_contract_code": "C1", "contract_state": "TERMINATED",
        "contract_termination_remark": "x",
    });
    vec![
        ("payment", notified(false), paid.clone()),
        ("partner payment", notified(true), partners.clone()),
        ("order", by_check(|found| Ok(from_json::<pay::Order>(found)?.check(&ordered()))), paid.clone()),
        (
            "partner order",
            by_check(|found| Ok(from_json::<partner_pay::Order>(found)?.check(&ordered().sub_mchid("1900000002")))),
            partners.clone(),
        ),
        ("AppPrepay", settling::<pay::AppPrepay>(order.clone()), paid.clone()),
        ("JsapiPrepay", settling::<pay::JsapiPrepay>(order.clone()), paid.clone()),
        ("NativePrepay", settling::<pay::NativePrepay>(order.clone()), paid.clone()),
        ("CodePay", settling::<pay::CodePay>(order.clone()), paid.clone()),
        ("CloseOrder", settling::<pay::CloseOrder>(order.clone()), closed.clone()),
        ("ReverseOrder", settling::<pay::ReverseOrder>(order), closed.clone()),
        ("partner NativePrepay", settling::<partner_pay::NativePrepay>(partner_order.clone()), partners.clone()),
        ("partner CodePay", settling::<partner_pay::CodePay>(partner_order.clone()), partners.clone()),
        (
            "partner ReverseOrder",
            settling::<partner_pay::ReverseOrder>(partner_order.clone()),
            with(&partners, json!({"trade_state": "REVOKED"})),
        ),
        (
            "partner CloseOrder",
            settling::<partner_pay::CloseOrder>(partner_order),
            with(&partners, json!({"trade_state": "CLOSED"})),
        ),
        ("combined NativePrepay", settling::<combine_pay::NativePrepay>(combined_order.clone()), combined.clone()),
        ("combined CloseOrder", settling::<combine_pay::CloseOrder>(combined_order), combined),
        ("refund", settling::<refund::CreateRefund>(refund.clone()), refunded.clone()),
        ("platform's refund", settling::<ecommerce_refund::CreateRefund>(refund), refunded),
        ("sharing", settling::<profit_sharing::CreateSharing>(sharing.clone()), shared.clone()),
        ("platform's sharing", settling::<ecommerce::CreateSharing>(sharing.clone()), shared.clone()),
        ("brand's sharing", settling::<brand::CreateSharing>(sharing), shared),
        ("return", settling::<profit_sharing::CreateReturn>(returning.clone()), returned.clone()),
        ("platform's return", settling::<ecommerce::CreateReturn>(returning.clone()), returned.clone()),
        ("brand's return", settling::<brand::CreateReturn>(returning), returned),
        ("transfer", settling::<mch_transfer::CreateTransfer>(transfer.clone()), bill.clone()),
        ("cancelled transfer", settling::<mch_transfer::CancelTransfer>(transfer.clone()), bill),
        (
            "authorization",
            settling::<mch_transfer::CreateAuthorization>(with(&authorization, transfer)),
            authorization.clone(),
        ),
        ("closed authorization", settling::<mch_transfer::CloseAuthorization>(authorization.clone()), authorization),
        ("batch", settling::<transfer_batch::CreateBatch>(batching.clone()), json!({"transfer_batch": batch})),
        ("partner's batch", settling::<partner_transfer_batch::CreateBatch>(batching), batch),
        (
            "appointment",
            settling::<papay::ScheduleDebit>(
                json!({"contract_id": "1", "appid": "wx1", "schedule_amount": {"total": 100}}),
            ),
            json!({"contract_id": "1", "schedule_state": "SCHEDULED", "scheduled_amount": {"total": 100}}),
        ),
        ("contract", settling::<papay::TerminateContract>(contract.clone()), contract.clone()),
        (
            "repayment's contract",
            settling::<credit_repayment::TerminateContract>(contract.clone()),
            with(&contract, json!({"mchid": "1900000001", "contract_state": "CONTRACT_STATE_TERMINATED"})),
        ),
        (
            "parking fee",
            settling::<parking::CreateTransaction>(json!({
                "appid": "wx1", "description": "Parking", "out_trade_no": "T1", "trade_scene": "PARKING",
                "notify_url": "https://shop.example.com/notify", "amount": {"total": 100},
            })),
            json!({"out_trade_no": "T1", "trade_state": "ACCEPTED", "amount": {"total": 100}}),
        ),
        (
            "fare",
            settling::<scan_and_ride::CreateTransaction>(json!({
                "appid": "wx1", "out_trade_no": "T1", "trade_scene": "METRO", "contract_id": "1",
                "amount": {"total": 100},
            })),
            json!({"out_trade_no": "T1", "amount": {"total": 100}}),
        ),
    ]
}

#[test]
fn what_is_for_another_app_user_or_payment_is_another() {
    let comparisons = comparisons();
    for (what, pointer) in [
        ("AppPrepay", "/appid"),
        ("NativePrepay", "/amount/currency"),
        ("JsapiPrepay", "/payer/openid"),
        ("CodePay", "/appid"),
        ("partner NativePrepay", "/sp_appid"),
        ("refund", "/out_trade_no"),
        ("platform's refund", "/out_trade_no"),
        ("transfer", "/openid"),
        ("transfer", "/appid"),
        ("authorization", "/openid"),
    ] {
        let (_, compare, answer) = comparisons.iter().find(|(name, ..)| *name == what).unwrap();
        let with = |value: Value| {
            let mut answer = answer.clone();
            *answer.pointer_mut(pointer).unwrap() = value;
            compare(&answer)
        };
        assert_eq!(with(json!("another")), Said::Differs, "{what}: {pointer}");
        if !matches!(what, "refund" | "platform's refund" | "authorization") {
            assert_eq!((with(Value::Null), with(json!(""))), (Said::Agrees, Said::Agrees), "{what}: {pointer}");
        }
    }
}

#[test]
fn what_is_compared_and_has_another_form_is_never_agreement() {
    let (mut wrong, mut spoilt) = (Vec::new(), 0);
    for (what, compare, answer) in comparisons() {
        assert_eq!(compare(&answer), Said::Agrees, "{what}: {answer}");
        for pointer in read_by(&compare, &answer) {
            for form in forms_instead_of(answer.pointer(&pointer).unwrap()) {
                let mut answer = answer.clone();
                *answer.pointer_mut(&pointer).unwrap() = form.clone();
                spoilt += 1;
                let said = compare(&answer);
                if !matches!(said, Said::Fault | Said::Differs) {
                    wrong.push(format!("{what}: {pointer} is {form}, and it {said:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {spoilt}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(spoilt > 400, "{spoilt}");
}

/// The members whose value decides the comparison, and the members that contain them.
fn read_by(compare: &Comparison, answer: &Value) -> Vec<String> {
    let mut all = Vec::new();
    pointers(answer, "", &mut all);
    let decides = |pointer: &String| {
        let mut answer = answer.clone();
        let value = answer.pointer_mut(pointer).unwrap();
        *value = match &*value {
            Value::String(text) => json!(format!("{text}9")),
            Value::Number(number) => json!(number.as_i64().unwrap() + 1),
            _ => return false,
        };
        matches!(compare(&answer), Said::Differs | Said::Not)
    };
    let leaves: Vec<_> = all.iter().filter(|pointer| decides(pointer)).cloned().collect();
    assert!(!leaves.is_empty(), "nothing is compared in {answer}");
    all.retain(|pointer| leaves.iter().any(|leaf| leaf == pointer || leaf.starts_with(&format!("{pointer}/"))));
    all
}

fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (format!("{at}/{name}"), value)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(index, value)| (format!("{at}/{index}"), value)).collect(),
        _ => return,
    };
    for (pointer, value) in children {
        pointers(value, &pointer, found);
        found.push(pointer);
    }
}

/// `null` and `""` are not wrong forms: they stand for an absent value.
fn forms_instead_of(value: &Value) -> Vec<Value> {
    let forms =
        [json!("spoilt"), json!(77), json!(1.5), json!(true), json!([]), json!([7]), json!({}), json!({"x": 7})];
    let same = |form: &Value| std::mem::discriminant(form) == std::mem::discriminant(value);
    forms.into_iter().filter(|form| !same(form)).collect()
}
