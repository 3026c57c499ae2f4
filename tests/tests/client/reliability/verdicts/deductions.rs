//! The verdict on a debit whose answer was lost, by a later query.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wxpay::endpoint::Endpoint;
use wxpay::papay::{Amount, AmountRequired, ScheduleDebit, ScheduleDebitRequired};
use wxpay::papay::{TerminateContract, TerminateContractRequired};
use wxpay::prelude::*;
use wxpay::settle::{Settle, Verdict};
use wxpay::{parking, scan_and_ride};

fn verdict<R: Settle>(request: &R, found: Value) -> Verdict
where
    <R::Query as Endpoint>::Response: DeserializeOwned,
{
    request.verdict(&serde_json::from_value(found).unwrap())
}

/// The member that shows that it is another one.
fn another(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Another { member, .. } => member,
        verdict => panic!("{verdict:?}"),
    }
}

#[test]
fn an_appointment_stands_while_it_is_scheduled_for_the_same_amount() {
    let debit = ScheduleDebit::new(ScheduleDebitRequired {
        contract_id: "123124412412423431".into(),
        appid: "wxd678efh567hg6787".into(),
        schedule_amount: Amount::new(AmountRequired { total: Fen::new(100) }),
    });
    assert_eq!(debit.query().contract_id, debit.contract_id);
    let schedule = |state: &str, total: i64| json!({"schedule_state": state, "scheduled_amount": {"total": total}});
    assert_eq!(verdict(&debit, schedule("SCHEDULED", 100)), Verdict::Done);
    assert_eq!(another(verdict(&debit, schedule("SCHEDULED", 99))), "schedule_amount.total");
    assert_eq!(verdict(&debit, schedule("NO_SCHEDULED", 100)), Verdict::NotDone);
    // It may be this debit or an earlier one: if it were sent again, the money could be collected twice.
    for state in ["PAID", "EXPIRED", "SOMETHING_NEW"] {
        let said = verdict(&debit, schedule(state, 100));
        assert_eq!(said, Verdict::Undecided { member: "schedule_state", found: state.to_owned() });
    }
}

#[test]
fn a_contract_has_ended_when_it_says_so() {
    let end = TerminateContract::new(TerminateContractRequired {
        plan_id: 12535,
        out_contract_code: "C-1".into(),
        contract_termination_remark: "moved away".into(),
    });
    assert_eq!((end.query().plan_id, end.query().out_contract_code.as_str()), (12535, "C-1"));
    let contract =
        |state| json!({"contract_id": "1", "plan_id": 12535, "out_contract_code": "C-1", "contract_state": state});
    assert_eq!(verdict(&end, contract("TERMINATED")), Verdict::Done);
    assert_eq!(verdict(&end, contract("SIGNED")), Verdict::NotDone);
}

#[test]
fn a_parking_fee_of_another_amount_is_another() {
    let fee = parking::CreateTransaction::new(parking::CreateTransactionRequired {
        appid: "wxd678efh567hg6787".into(),
        description: "Parking".into(),
        out_trade_no: "P-1".into(),
        trade_scene: parking::ParkingScene::Parking,
        notify_url: "https://shop.example.com/notify".into(),
        amount: parking::Amount::new(parking::AmountRequired { total: Fen::new(500) }),
    })
    .sub_mchid("1900000002");
    assert_eq!(fee.query().sub_mchid.as_deref(), Some("1900000002"));
    let found = |total: i64| json!({"out_trade_no": "P-1", "trade_state": "ACCEPTED", "amount": {"total": total}});
    assert_eq!(verdict(&fee, found(500)), Verdict::Done);
    assert_eq!(another(verdict(&fee, found(501))), "amount.total");
}

#[test]
fn a_fare_of_another_amount_is_another() {
    let fare = scan_and_ride::CreateTransaction::new(scan_and_ride::CreateTransactionRequired {
        appid: "wxd678efh567hg6787".into(),
        out_trade_no: "R-1".into(),
        trade_scene: scan_and_ride::TradeScene::Metro,
        contract_id: "Wx15463511252015071056489715".into(),
        amount: scan_and_ride::Amount::new(scan_and_ride::AmountRequired { total: Fen::new(600) }),
    });
    assert_eq!((fare.query().out_trade_no.as_str(), fare.query().sub_mchid), ("R-1", None));
    assert_eq!(verdict(&fare, json!({"out_trade_no": "R-1", "amount": {"total": 600}})), Verdict::Done);
    assert_eq!(another(verdict(&fare, json!({"amount": {"total": 6}}))), "amount.total");
}
