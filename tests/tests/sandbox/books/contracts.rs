//! Contracts: their queries, their end, and the repayments that they allow.

use wxpay::client::Client;
use wxpay::credit_repayment::{
    CreateRepayment, CreateRepaymentRequired, QueryContract, QueryContractRequired, QueryRepayment,
    QueryRepaymentRequired, QueryScheduledRepayment, QueryScheduledRepaymentRequired, RepaymentContractState,
    RepaymentState, ScheduleItem, ScheduleItemRequired, ScheduleRepayments, ScheduleRepaymentsRequired,
    TerminateContract, TerminateContractRequired, TerminationMode, TradeInfo, TradeInfoRequired,
};
use wxpay::error::{ErrorCode, Outcome};
use wxpay::individual_contracts::{
    AuthState, CredentialType, MiniProgramPresign, MiniProgramPresignRequired, NamedMiniProgramPresign,
    NamedMiniProgramPresignRequired, PermissionType, QueryContractByOpenid, QueryContractByOpenidRequired,
};
use wxpay::prelude::*;
use wxpay_sandbox::{ContractKind, Sandbox};
use wxpay_tests::{contract_query, repayment};

use super::{NOBODY, asked, notified, refused, sandbox};

const KIND: ContractKind = ContractKind::CreditRepayment;

fn query(code: &str) -> QueryContract {
    QueryContract::new(QueryContractRequired { out_contract_code: code.into() })
}

fn terminate(code: &str) -> TerminateContract {
    TerminateContract::new(TerminateContractRequired {
        out_contract_code: code.into(),
        contract_termination_remark: "All is repaid".into(),
    })
}

/// A sandbox with a signed contract `Signed1`, and WeChat Pay's number for it.
async fn signed() -> (Sandbox, Client, String) {
    let (sandbox, client) = sandbox().await;
    client.send(&repayment("Signed1")).await.unwrap();
    sandbox.sign_contract(KIND, "Signed1").unwrap();
    let contract_id = client.send(&query("Signed1")).await.unwrap().contract_id;
    (sandbox, client, contract_id)
}

fn announcement(contract_id: &str, numbers: &[&str], fen: i64) -> ScheduleRepayments {
    let item = |number: &&str| {
        ScheduleItem::new(ScheduleItemRequired {
            out_record_id: (*number).into(),
            sub_mchid: "1900000109".into(),
            repayment_amount: FenText::new(fen),
            repayment_date: Date::new(2025, 11, 18).unwrap(),
        })
    };
    ScheduleRepayments::new(ScheduleRepaymentsRequired {
        contract_id: contract_id.into(),
        appid: "wxd678efh567hg6787".into(),
        openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o".into(),
        schedule_items: numbers.iter().map(item).collect(),
    })
}

fn collection(contract_id: &str, number: &str, record: &str, fen: i64) -> CreateRepayment {
    CreateRepayment::new(CreateRepaymentRequired {
        contract_id: contract_id.into(),
        out_trade_no: number.into(),
        out_record_id: record.into(),
        deduct_amount: FenText::new(fen),
        notify_url: NOBODY.into(),
        description: "Credit repayment".into(),
    })
}

async fn state(client: &Client, number: &str) -> RepaymentState {
    let query = QueryRepayment::new(QueryRepaymentRequired { out_trade_no: number.into() });
    client.send(&query).await.unwrap().order_state
}

#[tokio::test]
async fn a_contract_is_there_once_signing_has_started_and_in_force_once_it_is_signed() {
    let (sandbox, client) = sandbox().await;
    refused(client.send(&query("Contract1")).await, 404, ErrorCode::ResourceNotExists);
    client.send(&repayment("Contract1")).await.unwrap();
    refused(client.send(&query("Contract1")).await, 404, ErrorCode::ResourceNotExists);
    sandbox.open_contract(KIND, "Contract1").unwrap();
    assert_eq!(client.send(&query("Contract1")).await.unwrap().contract_state, RepaymentContractState::Invalid);
    sandbox.sign_contract(KIND, "Contract1").unwrap();
    let signed = client.send(&query("Contract1")).await.unwrap();
    assert_eq!(signed.contract_state, RepaymentContractState::Effective);
    assert_eq!(signed.repayment_amount_limit.unwrap().fen(), Fen::new(10_000));
    assert!(signed.contract_signed_time.is_some() && signed.contract_terminated_time.is_none());
}

#[tokio::test]
async fn the_merchant_ends_a_contract_that_is_in_force() {
    let (sandbox, client, _) = signed().await;
    for _ in 0..2 {
        let ended = client.send(&terminate("Signed1")).await.unwrap().contract_info.unwrap();
        assert_eq!(ended.contract_state, RepaymentContractState::Terminated);
        assert_eq!(ended.contract_terminated_mode, Some(TerminationMode::ByMerchant));
        assert_eq!(ended.contract_termination_remark.as_deref(), Some("All is repaid"));
        assert!(ended.contract_signed_time.is_some() && ended.contract_terminated_time.is_some());
    }
    refused(client.send(&repayment("Signed1")).await, 400, ErrorCode::InvalidRequest);
    assert!(sandbox.terminate_contract(KIND, "Signed1").is_err());

    client.send(&repayment("Unsigned1")).await.unwrap();
    refused(client.send(&terminate("Unsigned1")).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&terminate("Nobody")).await, 404, ErrorCode::ResourceNotExists);
}

#[tokio::test]
async fn the_user_signs_and_ends_a_contract_and_both_are_notified() {
    let (sandbox, client) = sandbox().await;
    let mut presign = repayment("Contract1");
    presign.contract_notify_url = NOBODY.into();
    client.send(&presign).await.unwrap();
    sandbox.sign_contract(KIND, "Contract1").unwrap();
    assert_eq!(notified(&sandbox, "CREDIT_REPAYMENT.SIGN_CONTRACT").await.url, NOBODY);
    sandbox.terminate_contract(KIND, "Contract1").unwrap();
    assert_eq!(notified(&sandbox, "CREDIT_REPAYMENT.TERMINATE_CONTRACT").await.url, NOBODY);
    let ended = client.send(&query("Contract1")).await.unwrap();
    assert_eq!(ended.contract_terminated_mode, Some(TerminationMode::ByUser));
}

#[tokio::test]
async fn repayments_are_announced_together_or_not_at_all() {
    let (_sandbox, client, id) = signed().await;
    let first = client.send(&announcement(&id, &["R1", "R2"], 5000)).await.unwrap();
    let records = first.schedule_records.as_ref().unwrap();
    assert_eq!((records.len(), records[1].min_repayment_amount), (2, Some(FenText::new(5000))));
    assert_eq!(client.send(&announcement(&id, &["R1", "R2"], 5000)).await.unwrap(), first);

    refused(client.send(&announcement(&id, &["R3", "R1"], 6000)).await, 400, ErrorCode::InvalidRequest);
    let ask = |number: &str, id: &str| {
        QueryScheduledRepayment::new(QueryScheduledRepaymentRequired {
            out_record_id: number.into(),
            contract_id: id.into(),
        })
    };
    assert_eq!(&client.send(&ask("R1", &id)).await.unwrap(), &records[0]);
    refused(client.send(&ask("R3", &id)).await, 404, ErrorCode::ResourceNotExists);
    refused(client.send(&ask("R1", "WxAnother")).await, 404, ErrorCode::ResourceNotExists);
}

#[tokio::test]
async fn a_repayment_is_collected_once_and_notified_when_it_is_paid() {
    let (sandbox, client, id) = signed().await;
    client.send(&announcement(&id, &["R1"], 5000)).await.unwrap();
    let asked = client.send(&collection(&id, "T1", "R1", 5000)).await.unwrap();
    assert_eq!((&asked.order_state, asked.pay_success_amount), (&RepaymentState::Pending, None));
    assert_eq!(client.send(&collection(&id, "T1", "R1", 5000)).await.unwrap(), asked);
    refused(client.send(&collection(&id, "T1", "R1", 4000)).await, 400, ErrorCode::InvalidRequest);

    sandbox.pay_repayment("T1").unwrap();
    assert_eq!(state(&client, "T1").await, RepaymentState::PaySuccess);
    assert_eq!(notified(&sandbox, "CREDIT_REPAYMENT.DEDUCTION_PAY").await.url, NOBODY);
    assert!(sandbox.fail_repayment("T1").is_err());
    let booked = sandbox.repayments().unwrap();
    assert_eq!((booked.len(), booked[0].accepted, booked[0].deduct_amount), (1, 2, Fen::new(5000)));
}

#[tokio::test]
async fn what_was_not_announced_not_allowed_or_not_signed_is_not_collected() {
    let (sandbox, client, id) = signed().await;
    refused(client.send(&collection(&id, "T1", "R1", 5000)).await, 400, ErrorCode::InvalidRequest);
    client.send(&announcement(&id, &["R1"], 5000)).await.unwrap();
    client.send(&announcement(&id, &["R2"], 20_000)).await.unwrap();
    refused(client.send(&collection(&id, "T1", "R1", 5001)).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&collection(&id, "T1", "R2", 10_001)).await, 400, ErrorCode::InvalidRequest);
    client.send(&collection(&id, "T2", "R2", 10_000)).await.unwrap();
    sandbox.fail_repayment("T2").unwrap();
    assert_eq!(state(&client, "T2").await, RepaymentState::PayFail);

    client.send(&terminate("Signed1")).await.unwrap();
    refused(client.send(&collection(&id, "T3", "R1", 1)).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&announcement(&id, &["R4"], 1)).await, 400, ErrorCode::InvalidRequest);
    let query = QueryRepayment::new(QueryRepaymentRequired { out_trade_no: "T3".into() });
    refused(client.send(&query).await, 404, ErrorCode::ResourceNotExists);
}

#[tokio::test]
async fn the_first_repayment_starts_with_the_signature() {
    let (sandbox, client) = sandbox().await;
    let trade = TradeInfoRequired { out_trade_no: "First1".into(), deduct_amount: FenText::new(9000) };
    client.send(&repayment("Contract1").trade_info(TradeInfo::new(trade))).await.unwrap();
    assert!(sandbox.repayments().unwrap().is_empty());
    sandbox.sign_contract(KIND, "Contract1").unwrap();
    assert_eq!(state(&client, "First1").await, RepaymentState::Pending);
    assert_eq!(sandbox.repayments().unwrap()[0].deduct_amount, Fen::new(9000));
}

#[tokio::test]
async fn what_became_of_a_repayment_and_of_a_contract_can_be_asked() {
    let (_sandbox, client, id) = signed().await;
    client.send(&announcement(&id, &["R1"], 5000)).await.unwrap();
    let collection = collection(&id, "T1", "R1", 5000);
    assert!(!asked(&client, &collection).await && !asked(&client, &terminate("Signed1")).await);
    client.send(&collection).await.unwrap();
    client.send(&terminate("Signed1")).await.unwrap();
    assert!(asked(&client, &collection).await && asked(&client, &terminate("Signed1")).await);
}

const APPID: &str = "wxd678efh567h23787";
const OPENID: &str = "oUpF8uN95-Ptaags6E_roPHg7AG0";

fn by_openid() -> QueryContractByOpenid {
    QueryContractByOpenid::new(QueryContractByOpenidRequired {
        openid: OPENID.into(),
        appid: APPID.into(),
        permission_type: PermissionType::IndividualPayee,
    })
}

#[tokio::test]
async fn an_individual_is_found_by_openid_once_signed_and_withdraws() {
    let (sandbox, client) = sandbox().await;
    let presign = MiniProgramPresign::new(MiniProgramPresignRequired {
        appid: APPID.into(),
        out_contract_code: "APPLYMENT_1".into(),
        openid: OPENID.into(),
    });
    client.send(&presign).await.unwrap();
    refused(client.send(&by_openid()).await, 404, ErrorCode::ResourceNotExists);
    sandbox.sign_contract(ContractKind::Individual, "APPLYMENT_1").unwrap();
    let by_code = client.send(&contract_query("APPLYMENT_1")).await.unwrap();
    assert_eq!(by_code.individual_openid.as_deref(), Some(OPENID));
    let found = client.send(&by_openid()).await.unwrap();
    assert_eq!((&found.auth_state, &found.individual_auth_id), (&AuthState::Authorized, &by_code.individual_auth_id));

    sandbox.terminate_contract(ContractKind::Individual, "APPLYMENT_1").unwrap();
    assert_eq!(client.send(&by_openid()).await.unwrap().auth_state, AuthState::Unauthorized);
    assert_eq!(client.send(&contract_query("APPLYMENT_1")).await.unwrap().auth_state, AuthState::Unauthorized);
}

#[tokio::test]
async fn one_code_is_one_contract_whoever_it_names() {
    // The page does not document the answer for a code that was never pre-signed. Only a signed 404 says that it does not exist.
    let undocumented = sandbox().await;
    let sandbox = Sandbox::builder().unknown_contract_is_404(true).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let presign = |name: &str| {
        NamedMiniProgramPresign::new(NamedMiniProgramPresignRequired {
            appid: APPID.into(),
            out_contract_code: "APPLYMENT_1".into(),
            openid: OPENID.into(),
            real_name: name.into(),
            cred_type: CredentialType::IdCard,
            cred_id: "11010519491231002X".into(),
        })
    };
    let error = undocumented.1.ask(&presign("王小明")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
    assert!(!asked(&client, &presign("王小明")).await);
    client.send(&presign("王小明")).await.unwrap();
    client.send(&presign("王小明")).await.unwrap();
    assert!(asked(&client, &presign("王小明")).await);
    refused(client.send(&presign("王小红")).await, 400, ErrorCode::ParamError);
}
