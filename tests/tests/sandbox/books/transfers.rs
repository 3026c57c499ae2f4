//! Transfers to users: requests, final states, cancelling, idempotency.

use wxpay::error::ErrorCode;
use wxpay::mch_transfer::{
    CancelTransfer, CancelTransferRequired, QueryTransfer, QueryTransferByNumber, QueryTransferByNumberRequired,
    QueryTransferRequired, SceneReport, SceneReportRequired, TransferState,
};
use wxpay::notify::Event;
use wxpay::prelude::*;
use wxpay_tests::transfer;

use super::inbox::{Inbox, Reply};
use super::{NOBODY, later, notified, refused, sandbox};

fn query(out_bill_no: &str) -> QueryTransferByNumber {
    QueryTransferByNumber::new(QueryTransferByNumberRequired { out_bill_no: out_bill_no.into() })
}

fn cancel(out_bill_no: &str) -> CancelTransfer {
    CancelTransfer::new(CancelTransferRequired { out_bill_no: out_bill_no.into() })
}

#[tokio::test]
async fn a_transfer_waits_for_its_user_and_is_found_by_both_numbers() {
    let (sandbox, client) = sandbox().await;
    let ordered = client.send(&transfer("BILL1").notify_url(NOBODY)).await.unwrap();
    assert_eq!(ordered.state, TransferState::WaitUserConfirm);
    let waiting = client.send(&query("BILL1")).await.unwrap();
    assert_eq!((&waiting.state, &waiting.package_info), (&TransferState::WaitUserConfirm, &ordered.package_info));
    assert!(ordered.package_info.is_some());

    sandbox.accept_transfer("BILL1").unwrap();
    let done = client.send(&query("BILL1")).await.unwrap();
    assert_eq!((&done.state, &done.package_info), (&TransferState::Success, &None));
    assert_eq!(done.user_name.as_ref().and_then(Sensitive::expose), Some("王小明"));
    let by_bill = QueryTransfer::new(QueryTransferRequired { transfer_bill_no: ordered.transfer_bill_no });
    assert_eq!(client.send(&by_bill).await.unwrap(), done);
    assert_eq!(notified(&sandbox, "MCHTRANSFER.BILL.FINISHED").await.url, NOBODY);
    assert!(sandbox.accept_transfer("BILL1").is_err());
}

#[tokio::test]
async fn the_end_of_a_transfer_names_its_merchant_as_merchants_get_it() {
    let (sandbox, client) = sandbox().await;
    let mut inbox = Inbox::of(client.clone(), |_| Reply::Accept).await;
    client.send(&transfer("BILL1").notify_url(&*inbox.url)).await.unwrap();
    sandbox.accept_transfer("BILL1").unwrap();
    let Event::TransferBill(told) = inbox.event().await else { panic!("another event") };
    let mchid = Some(client.merchant().id());
    assert_eq!((told.mch_id.as_deref(), told.mchid.as_deref(), told.merchant()), (mchid, None, mchid));
}

#[tokio::test]
async fn the_same_number_is_the_same_transfer_and_with_other_parameters_refused() {
    let (sandbox, client) = sandbox().await;
    let first = client.send(&transfer("BILL1")).await.unwrap();
    assert_eq!(client.send(&transfer("BILL1")).await.unwrap(), first);
    sandbox.accept_transfer("BILL1").unwrap();
    assert_eq!(client.send(&transfer("BILL1")).await.unwrap().state, TransferState::Success);
    refused(client.send(&transfer("BILL1").user_name("王小红")).await, 400, ErrorCode::InvalidRequest);
    let transfers = sandbox.transfers().unwrap();
    assert_eq!((transfers.len(), transfers[0].accepted, transfers[0].transfer_amount), (1, 3, Fen::new(400_000)));
}

#[tokio::test]
async fn a_transfer_that_was_never_ordered_is_not_there() {
    let (_sandbox, client) = sandbox().await;
    refused(client.send(&query("BILL1")).await, 404, ErrorCode::NotFound);
    refused(client.send(&cancel("BILL1")).await, 404, ErrorCode::NotFound);
    let by_bill = QueryTransfer::new(QueryTransferRequired { transfer_bill_no: "1330".into() });
    refused(client.send(&by_bill).await, 404, ErrorCode::NotFound);
}

#[tokio::test]
async fn a_failed_transfer_says_why() {
    let (sandbox, client) = sandbox().await;
    client.send(&transfer("BILL1")).await.unwrap();
    sandbox.fail_transfer("BILL1", "PAYEE_ACCOUNT_ABNORMAL").unwrap();
    let failed = client.send(&query("BILL1")).await.unwrap();
    assert_eq!(failed.state, TransferState::Fail);
    assert_eq!(failed.fail_reason.as_deref(), Some("PAYEE_ACCOUNT_ABNORMAL"));
}

#[tokio::test]
async fn a_transfer_is_cancelled_until_its_user_has_accepted_it() {
    let (sandbox, client) = sandbox().await;
    client.send(&transfer("BILL1").notify_url(NOBODY)).await.unwrap();
    assert_eq!(client.send(&cancel("BILL1")).await.unwrap().state, TransferState::Canceling);
    assert_eq!(client.send(&cancel("BILL1")).await.unwrap().state, TransferState::Cancelled);
    assert_eq!(client.send(&query("BILL1")).await.unwrap().state, TransferState::Cancelled);
    assert!(sandbox.accept_transfer("BILL1").is_err());
    notified(&sandbox, "MCHTRANSFER.BILL.FINISHED").await;
    assert_eq!(sandbox.deliveries().unwrap().len(), 1, "an end is notified once");

    client.send(&transfer("BILL2")).await.unwrap();
    sandbox.accept_transfer("BILL2").unwrap();
    refused(client.send(&cancel("BILL2")).await, 400, ErrorCode::InvalidRequest);
}

#[tokio::test]
async fn nobody_waits_for_a_user_longer_than_a_day() {
    let (sandbox, client) = sandbox().await;
    client.send(&transfer("BILL1").notify_url(NOBODY)).await.unwrap();
    let client = later(&sandbox, 24 * 60 * 60 - 60);
    assert_eq!(client.send(&query("BILL1")).await.unwrap().state, TransferState::WaitUserConfirm);
    let client = later(&sandbox, 24 * 60 * 60 + 60);
    let ended = client.send(&query("BILL1")).await.unwrap();
    assert_eq!((ended.state, ended.fail_reason.as_deref()), (TransferState::Fail, Some("OVERDUE_CLOSE")));
    assert_eq!(sandbox.transfers().unwrap()[0].state, TransferState::Fail);
    notified(&sandbox, "MCHTRANSFER.BILL.FINISHED").await;
    assert!(sandbox.accept_transfer("BILL1").is_err(), "its user comes too late");
    refused(client.send(&cancel("BILL1")).await, 400, ErrorCode::InvalidRequest);
}

#[tokio::test]
async fn too_little_and_nothing_reported_are_refused() {
    let (sandbox, client) = sandbox().await;
    let (mut little, mut silent) = (transfer("BILL1"), transfer("BILL2"));
    (little.transfer_amount, little.user_name) = (Fen::new(9), None);
    silent.transfer_scene_report_infos.clear();
    refused(client.send(&little).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&silent).await, 400, ErrorCode::ParamError);
    assert!(sandbox.transfers().unwrap().is_empty());
    little.transfer_amount = Fen::new(10);
    client.send(&little).await.unwrap();
}

fn report(info_type: &str) -> SceneReport {
    SceneReport::new(SceneReportRequired { info_type: info_type.into(), info_content: "x".into() })
}

#[tokio::test]
async fn a_scene_takes_its_own_reports_and_each_once() {
    let (sandbox, client) = sandbox().await;
    let of = |scene: &str, reports: &[&str]| {
        let mut transfer = transfer("BILL1");
        transfer.transfer_scene_id = scene.into();
        transfer.transfer_scene_report_infos = reports.iter().map(|info_type| report(info_type)).collect();
        transfer
    };
    for (scene, reports) in [
        ("1000", &["活动名称"][..]),
        ("1000", &["活动名称", "活动名称"]),
        ("1000", &["活动名称", "奖励说明", "奖励说明"]),
        ("1000", &["活动名称", "报酬说明"]),
        ("1002", &["活动名称", "奖励说明"]),
        ("1004", &["保险名称", "保险操作单号"]),
        ("1010", &["赔付原因"]),
        ("1011", &["赔付原因", "赔付原因"]),
        ("1005", &[]),
    ] {
        refused(client.send(&of(scene, reports)).await, 400, ErrorCode::ParamError);
    }
    for scene in ["9999", "", "1001"] {
        refused(client.send(&of(scene, &["活动名称", "奖励说明"])).await, 400, ErrorCode::InvalidRequest);
    }
    assert!(sandbox.transfers().unwrap().is_empty());
    for (number, (scene, reports)) in (1..).zip([
        ("1000", &["奖励说明", "活动名称"][..]),
        ("1002", &["补贴类型"]),
        ("1004", &["保险产品备案编号", "保险名称", "保险操作单号"]),
        ("1005", &["岗位类型", "报酬说明"]),
        ("1009", &["x"]),
        ("1010", &["回收商品名称"]),
        ("1011", &["赔付原因"]),
        ("1013", &["x"]),
    ]) {
        let mut transfer = of(scene, reports);
        transfer.out_bill_no = format!("BILL{number}");
        client.send(&transfer).await.unwrap_or_else(|error| panic!("{scene}: {error}"));
    }
}

#[tokio::test]
async fn the_user_is_told_what_the_scene_offers() {
    let (_sandbox, client) = sandbox().await;
    refused(client.send(&transfer("BILL1").user_recv_perception("退款")).await, 400, ErrorCode::InvalidRequest);
    client.send(&transfer("BILL1").user_recv_perception("活动奖励")).await.unwrap();
}
