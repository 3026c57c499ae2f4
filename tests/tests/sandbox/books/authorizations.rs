//! Authorizations of transfers: requested, given, used, ended.

use wxpay::error::ErrorCode;
use wxpay::mch_transfer::{
    AuthorizationCloseReason, AuthorizationInfo, AuthorizationInfoRequired, AuthorizationState, CloseAuthorization,
    CloseAuthorizationRequired, CreateAuthorization, CreateAuthorizationRequired, CreateTransferWithAuthorization,
    CreateTransferWithAuthorizationRequired, QueryAuthorization, QueryAuthorizationRequired, TransferByAuthorization,
    TransferByAuthorizationRequired, TransferState,
};
use wxpay::prelude::*;
use wxpay_tests::marketing;

use super::{NOBODY, asked, not_sent, notified, refused, sandbox};

const APPID: &str = "wxf636efh567hg4356";
const OPENID: &str = "o-MYE42l80oelYMDE34nYD456Xoy";

fn asking(number: &str) -> CreateAuthorization {
    CreateAuthorization::new(CreateAuthorizationRequired {
        out_authorization_no: number.into(),
        appid: APPID.into(),
        openid: OPENID.into(),
        transfer_scene_id: "1000".into(),
        user_display_name: "wx_123456".into(),
        authorization_notify_url: NOBODY.into(),
    })
}

fn query(number: &str) -> QueryAuthorization {
    QueryAuthorization::new(QueryAuthorizationRequired { out_authorization_no: number.into() })
}

fn close(number: &str) -> CloseAuthorization {
    CloseAuthorization::new(CloseAuthorizationRequired { out_authorization_no: number.into() })
}

fn unasked(out_bill_no: &str) -> TransferByAuthorization {
    TransferByAuthorization::new(TransferByAuthorizationRequired {
        appid: APPID.into(),
        out_bill_no: out_bill_no.into(),
        transfer_amount: Fen::new(100),
        transfer_remark: "Prize".into(),
        transfer_scene_id: "1000".into(),
        transfer_scene_report_infos: marketing(),
    })
}

#[tokio::test]
async fn an_authorization_waits_for_its_user_and_is_notified_when_given() {
    let (sandbox, client) = sandbox().await;
    let asked = client.send(&asking("AUTH1")).await.unwrap();
    assert_eq!(client.send(&asking("AUTH1")).await.unwrap(), asked);
    refused(client.send(&asking("AUTH1").user_recv_perception("现金奖励")).await, 400, ErrorCode::InvalidRequest);
    let waiting = client.send(&query("AUTH1").is_display_authorization(true)).await.unwrap();
    assert_eq!((&waiting.state, &waiting.authorization_id), (&AuthorizationState::WaitUserConfirm, &None));
    assert_eq!(waiting.package_info, asked.package_info);

    sandbox.confirm_authorization("AUTH1").unwrap();
    let given = client.send(&query("AUTH1")).await.unwrap();
    assert_eq!((&given.state, &given.package_info), (&AuthorizationState::TakingEffect, &None));
    assert!(given.authorization_id.is_some() && given.authorize_time.is_some());
    assert_eq!(notified(&sandbox, "MCHTRANSFER.AUTHORIZATION.CONFIRMED").await.url, NOBODY);
    assert!(sandbox.confirm_authorization("AUTH1").is_err());
    refused(client.send(&query("AUTH2")).await, 404, ErrorCode::NotFound);
}

#[tokio::test]
async fn a_transfer_by_authorization_succeeds_unasked_by_either_number() {
    let (sandbox, client) = sandbox().await;
    client.send(&asking("AUTH1")).await.unwrap();
    let by_number = unasked("BILL1").out_authorization_no("AUTH1").user_name("王小明").notify_url(NOBODY);
    refused(client.send(&by_number).await, 400, ErrorCode::InvalidRequest);
    sandbox.confirm_authorization("AUTH1").unwrap();
    let done = client.send(&by_number).await.unwrap();
    assert_eq!((&done.state, done.openid.as_deref()), (&TransferState::Success, Some(OPENID)));
    assert_eq!(done.user_name.as_ref().and_then(Sensitive::expose), Some("王小明"));
    assert_eq!(notified(&sandbox, "MCHTRANSFER.BILL.FINISHED").await.url, NOBODY);

    let id = client.send(&query("AUTH1")).await.unwrap().authorization_id.unwrap();
    client.send(&unasked("BILL2").authorization_id(id)).await.unwrap();
    not_sent(client.send(&unasked("BILL3")).await, "/authorization_id");
    refused(client.send(&unasked("BILL3").authorization_id("2012")).await, 404, ErrorCode::NotFound);
    assert_eq!(sandbox.transfers().unwrap().len(), 2);
}

#[tokio::test]
async fn an_ended_authorization_allows_nothing_new() {
    let (sandbox, client) = sandbox().await;
    for number in ["MERCHANT", "USER"] {
        client.send(&asking(number)).await.unwrap();
        sandbox.confirm_authorization(number).unwrap();
    }
    let before = unasked("BILL1").out_authorization_no("MERCHANT");
    let done = client.send(&before).await.unwrap();
    for _ in 0..2 {
        let closed = client.send(&close("MERCHANT")).await.unwrap();
        assert_eq!(closed.state, AuthorizationState::Closed);
        let reason = closed.close_info.unwrap().close_reason;
        assert_eq!(reason, Some(AuthorizationCloseReason::CloseViaMchApi));
    }
    assert_eq!(client.send(&before).await.unwrap(), done, "a finished transfer stays as it is");
    refused(client.send(&unasked("BILL2").out_authorization_no("MERCHANT")).await, 400, ErrorCode::InvalidRequest);

    sandbox.withdraw_authorization("USER").unwrap();
    let closing = client.send(&query("USER")).await.unwrap().close_info.unwrap();
    assert_eq!(closing.close_reason, Some(AuthorizationCloseReason::UserClose));
    refused(client.send(&close("NOBODY")).await, 404, ErrorCode::NotFound);
}

#[tokio::test]
async fn a_transfer_can_ask_for_the_authorization_of_later_ones() {
    let (sandbox, client) = sandbox().await;
    let first = CreateTransferWithAuthorization::new(CreateTransferWithAuthorizationRequired {
        appid: APPID.into(),
        out_bill_no: "BILL1".into(),
        openid: OPENID.into(),
        transfer_amount: Fen::new(100),
        transfer_remark: "Prize".into(),
        transfer_scene_id: "1000".into(),
        transfer_scene_report_infos: marketing(),
    })
    .authorization_info(AuthorizationInfo::new(AuthorizationInfoRequired {
        user_display_name: "wx_123456".into(),
        out_authorization_no: "AUTH1".into(),
        authorization_notify_url: NOBODY.into(),
    }));
    let asked = client.send(&first).await.unwrap();
    assert_eq!(asked.state, TransferState::WaitUserConfirm);
    assert_eq!(asked.out_authorization_no.as_deref(), Some("AUTH1"));
    assert_eq!(client.send(&first).await.unwrap(), asked);

    sandbox.accept_transfer("BILL1").unwrap();
    assert_eq!(client.send(&query("AUTH1")).await.unwrap().state, AuthorizationState::WaitUserConfirm);
    sandbox.confirm_authorization("AUTH1").unwrap();
    client.send(&unasked("BILL2").out_authorization_no("AUTH1")).await.unwrap();
}

#[tokio::test]
async fn what_became_of_an_authorization_can_be_asked() {
    let (_sandbox, client) = sandbox().await;
    assert!(!asked(&client, &asking("AUTH1")).await);
    client.send(&asking("AUTH1")).await.unwrap();
    assert!(asked(&client, &asking("AUTH1")).await && !asked(&client, &close("AUTH1")).await);
    client.send(&close("AUTH1")).await.unwrap();
    assert!(asked(&client, &close("AUTH1")).await);
}
