//! Shares of payments: the receivers, the amounts, the times, and returns.

use wxpay::client::Client;
use wxpay::error::ErrorCode;
use wxpay::notify::{Event, ReceiverType};
use wxpay::pay::{AppPrepay, SettleInfo};
use wxpay::prelude::*;
use wxpay::profit_sharing::{
    AddReceiver, AddReceiverRequired, CreateReturn, CreateReturnRequired, CreateSharing, CreateSharingRequired,
    DeleteReceiver, DeleteReceiverRequired, QueryReturn, QueryReturnRequired, QuerySharing, QuerySharingRequired,
    QueryUnsplitAmount, QueryUnsplitAmountRequired, RelationType, ReturnFailReason, ReturnResult, Share,
    ShareFailReason, ShareRequired, ShareResult, SharingOrder, SharingState, UnfreezeRest, UnfreezeRestRequired,
};
use wxpay_sandbox::Sandbox;
use wxpay_tests::{order, order_query, refund};

use super::inbox::{Inbox, Reply};
use super::{later, not_sent, refused};

const ORDER: &str = "20260101000001";
pub(super) const MERCHANT: &str = "1900000109";
pub(super) const PERSON: &str = "oUpF8uN95-Ptaags6E_roPHg7AG0";
const DAY: i64 = 24 * 60 * 60;

/// An order whose payment can be shared.
pub(super) fn shared_order(client: &Client, out_trade_no: &str) -> AppPrepay {
    order(client, out_trade_no).settle_info(SettleInfo::new().profit_sharing(true))
}

/// A sandbox one minute after a payment of 1 yuan that can be shared with a merchant and a person.
async fn paid() -> (Sandbox, Client, String) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    client.send(&shared_order(&client, ORDER)).await.unwrap();
    sandbox.pay_order(ORDER).unwrap();
    client.send(&merchant()).await.unwrap();
    client.send(&person()).await.unwrap();
    let client = later(&sandbox, 60);
    let transaction_id = client.send(&order_query(&client, ORDER)).await.unwrap().transaction_id.unwrap();
    (sandbox, client, transaction_id)
}

pub(super) fn merchant() -> AddReceiver {
    AddReceiver::new(AddReceiverRequired {
        appid: "wxd678efh567hg6787".into(),
        r#type: ReceiverType::MerchantId,
        account: MERCHANT.into(),
        relation_type: RelationType::Store,
    })
    .name("茶壶公司")
}

pub(super) fn person() -> AddReceiver {
    AddReceiver::new(AddReceiverRequired {
        appid: "wxd678efh567hg6787".into(),
        r#type: ReceiverType::PersonalOpenid,
        account: PERSON.into(),
        relation_type: RelationType::Staff,
    })
}

fn share(account: &str, fen: i64) -> Share {
    let r#type = if account.starts_with('o') { ReceiverType::PersonalOpenid } else { ReceiverType::MerchantId };
    Share::new(ShareRequired { r#type, account: account.into(), amount: Fen::new(fen), description: "freight".into() })
}

pub(super) fn sharing(transaction_id: &str, out_order_no: &str, shares: &[(&str, i64)]) -> CreateSharing {
    CreateSharing::new(CreateSharingRequired {
        transaction_id: transaction_id.into(),
        out_order_no: out_order_no.into(),
        unfreeze_unsplit: false,
    })
    .receivers(shares.iter().map(|(account, fen)| share(account, *fen)).collect::<Vec<_>>())
}

pub(super) fn unfreezing(transaction_id: &str, out_order_no: &str) -> UnfreezeRest {
    UnfreezeRest::new(UnfreezeRestRequired {
        transaction_id: transaction_id.into(),
        out_order_no: out_order_no.into(),
        description: "the rest".into(),
    })
}

pub(super) fn taking_back(out_order_no: &str, out_return_no: &str, fen: i64) -> CreateReturn {
    CreateReturn::new(CreateReturnRequired {
        out_return_no: out_return_no.into(),
        return_mchid: MERCHANT.into(),
        amount: Fen::new(fen),
        description: "refund".into(),
    })
    .out_order_no(out_order_no)
}

async fn found(client: &Client, transaction_id: &str, out_order_no: &str) -> SharingOrder {
    let (transaction_id, out_order_no) = (transaction_id.into(), out_order_no.into());
    client.send(&QuerySharing::new(QuerySharingRequired { transaction_id, out_order_no })).await.unwrap()
}

async fn left(client: &Client, transaction_id: &str) -> i64 {
    let query = QueryUnsplitAmount::new(QueryUnsplitAmountRequired { transaction_id: transaction_id.into() });
    client.send(&query).await.unwrap().unsplit_amount.get()
}

fn results(sharing: &SharingOrder) -> Vec<(&str, i64, &ShareResult)> {
    let details = sharing.receivers.iter().flatten();
    details.map(|detail| (&*detail.account, detail.amount.get(), &detail.result)).collect()
}

#[tokio::test]
async fn a_sharing_is_accepted_first_and_done_later() {
    let (sandbox, client, id) = paid().await;
    let accepted = client.send(&sharing(&id, "SHARE1", &[(MERCHANT, 20), (PERSON, 10)])).await.unwrap();
    assert_eq!(accepted.state, SharingState::Processing);
    assert_eq!(left(&client, &id).await, 70);
    sandbox.complete_sharing("SHARE1").unwrap();
    let done = found(&client, &id, "SHARE1").await;
    assert_eq!((&done.state, &done.order_id), (&SharingState::Finished, &accepted.order_id));
    assert_eq!(results(&done), [(MERCHANT, 20, &ShareResult::Success), (PERSON, 10, &ShareResult::Success)]);
    assert!(sandbox.complete_sharing("SHARE1").is_err());
}

#[tokio::test]
async fn each_share_that_is_received_is_notified_and_so_is_one_that_goes_back() {
    let (sandbox, client, id) = paid().await;
    let sent = sharing(&id, "SHARE1", &[(MERCHANT, 20), (PERSON, 10)]);
    // The notification has the sandbox's time.
    let mut inbox = Inbox::of(client.clone(), |_| Reply::Accept).await;
    client.send(&sent.notify_url(&*inbox.url)).await.unwrap();
    sandbox.close_share("SHARE1", PERSON, "ACCOUNT_ABNORMAL").unwrap();
    sandbox.complete_sharing("SHARE1").unwrap();
    let Event::ProfitSharing(told) = inbox.event().await else { panic!("another event") };
    assert_eq!(
        (&*told.receiver.account, told.receiver.amount, &*told.out_order_no),
        (MERCHANT, Fen::new(20), "SHARE1")
    );
    assert_eq!((told.mchid.as_deref(), &*told.transaction_id), (Some(client.merchant().id()), &*id));

    client.send(&taking_back("SHARE1", "BACK1", 20)).await.unwrap();
    sandbox.complete_return("BACK1").unwrap();
    let Event::ProfitSharingReturn(told) = inbox.event().await else { panic!("another event") };
    assert_eq!((&*told.receiver.account, &*told.out_order_no), (MERCHANT, "BACK1"));
    assert!(inbox.is_empty());
}

#[tokio::test]
async fn the_same_number_is_the_same_sharing_and_with_other_parameters_refused() {
    let (sandbox, client, id) = paid().await;
    let first = client.send(&sharing(&id, "SHARE1", &[(PERSON, 10)])).await.unwrap();
    assert_eq!(client.send(&sharing(&id, "SHARE1", &[(PERSON, 10)])).await.unwrap(), first);
    refused(client.send(&sharing(&id, "SHARE1", &[(PERSON, 11)])).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&unfreezing(&id, "SHARE1")).await, 400, ErrorCode::InvalidRequest);
    assert_eq!(sandbox.shares().unwrap().len(), 1);
}

#[tokio::test]
async fn nothing_is_shared_within_a_minute_of_the_payment() {
    let (sandbox, _, id) = paid().await;
    let client = later(&sandbox, 50);
    refused(client.send(&sharing(&id, "SHARE1", &[(PERSON, 10)])).await, 400, ErrorCode::InvalidRequest);
    let client = later(&sandbox, 60);
    client.send(&sharing(&id, "SHARE1", &[(PERSON, 10)])).await.unwrap();
}

#[tokio::test]
async fn after_thirty_days_nothing_is_left_to_share() {
    let (sandbox, _, id) = paid().await;
    let client = later(&sandbox, 30 * DAY - 5);
    client.send(&sharing(&id, "SHARE1", &[(PERSON, 10)])).await.unwrap();
    let client = later(&sandbox, 30 * DAY);
    refused(client.send(&sharing(&id, "SHARE2", &[(PERSON, 10)])).await, 400, ErrorCode::InvalidRequest);
    assert_eq!(left(&client, &id).await, 0);
}

#[tokio::test]
async fn only_what_was_ordered_for_sharing_and_is_paid_is_shared() {
    let (sandbox, client, _) = paid().await;
    client.send(&order(&client, "20260101000002")).await.unwrap();
    sandbox.pay_order("20260101000002").unwrap();
    let client = later(&sandbox, 120);
    let other = client.send(&order_query(&client, "20260101000002")).await.unwrap().transaction_id.unwrap();
    refused(client.send(&sharing(&other, "SHARE1", &[(PERSON, 10)])).await, 400, ErrorCode::InvalidRequest);
    let query = |id: &str| QueryUnsplitAmount::new(QueryUnsplitAmountRequired { transaction_id: id.into() });
    refused(client.send(&query(&other)).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&sharing("4200", "SHARE1", &[(PERSON, 10)])).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&query("4200")).await, 404, ErrorCode::ResourceNotExists);
}

#[tokio::test]
async fn a_receiver_is_added_before_it_receives_and_by_its_own_name() {
    let (_sandbox, client, id) = paid().await;
    refused(client.send(&sharing(&id, "SHARE1", &[("1900000110", 10)])).await, 400, ErrorCode::InvalidRequest);
    let mut misnamed = sharing(&id, "SHARE1", &[]);
    misnamed.receivers = Some(vec![share(MERCHANT, 10).name("杯子公司")]);
    refused(client.send(&misnamed).await, 400, ErrorCode::InvalidRequest);
    misnamed.receivers = Some(vec![share(MERCHANT, 10).name("茶壶公司")]);
    client.send(&misnamed).await.unwrap();
    let mut nobody = sharing(&id, "SHARE2", &[]);
    nobody.receivers = None;
    refused(client.send(&nobody).await, 400, ErrorCode::ParamError);

    let own = client.merchant().id().to_owned();
    client.send(&sharing(&id, "SHARE3", &[(&own, 10)])).await.unwrap();
}

#[tokio::test]
async fn a_merchant_is_added_with_its_name_and_another_relation_with_words() {
    let (_sandbox, client, _) = paid().await;
    let added = client.send(&merchant()).await.unwrap();
    assert_eq!(added.name.unwrap().expose(), Some("茶壶公司"));
    let mut nameless = merchant();
    nameless.name = None;
    not_sent(client.send(&nameless).await, "/name");
    let mut custom = person();
    custom.relation_type = RelationType::Custom;
    not_sent(client.send(&custom).await, "/custom_relation");
    let added = client.send(&custom.custom_relation("neighbour")).await.unwrap();
    assert_eq!(added.custom_relation.as_deref(), Some("neighbour"));
    refused(client.send(&person().custom_relation("neighbour")).await, 400, ErrorCode::ParamError);
}

#[tokio::test]
async fn a_receiver_that_is_deleted_gets_nothing_any_more() {
    let (sandbox, client, id) = paid().await;
    client.send(&sharing(&id, "SHARE1", &[(PERSON, 10), (MERCHANT, 20)])).await.unwrap();
    let deletion = DeleteReceiver::new(DeleteReceiverRequired {
        appid: "wxd678efh567hg6787".into(),
        r#type: ReceiverType::PersonalOpenid,
        account: PERSON.into(),
    });
    for _ in 0..2 {
        assert_eq!(client.send(&deletion).await.unwrap().account, PERSON);
    }
    refused(client.send(&sharing(&id, "SHARE2", &[(PERSON, 10)])).await, 400, ErrorCode::InvalidRequest);
    sandbox.complete_sharing("SHARE1").unwrap();
    let done = found(&client, &id, "SHARE1").await;
    assert_eq!(results(&done), [(PERSON, 10, &ShareResult::Closed), (MERCHANT, 20, &ShareResult::Success)]);
    let details = done.receivers.unwrap();
    assert_eq!(details[0].fail_reason, Some(ShareFailReason::NoRelation));
}

#[tokio::test]
async fn no_more_is_shared_than_is_left_after_refunds() {
    let (_sandbox, client, id) = paid().await;
    refused(client.send(&sharing(&id, "SHARE1", &[(PERSON, 60), (MERCHANT, 41)])).await, 403, ErrorCode::NotEnough);
    client.send(&refund(ORDER, "REFUND1", 30)).await.unwrap();
    assert_eq!(left(&client, &id).await, 70);
    refused(client.send(&sharing(&id, "SHARE1", &[(PERSON, 71)])).await, 403, ErrorCode::NotEnough);
    client.send(&sharing(&id, "SHARE1", &[(PERSON, 40)])).await.unwrap();
    refused(client.send(&sharing(&id, "SHARE2", &[(PERSON, 31)])).await, 403, ErrorCode::NotEnough);
    client.send(&sharing(&id, "SHARE2", &[(PERSON, 30)])).await.unwrap();
}

#[tokio::test]
async fn a_share_that_was_closed_stays_with_the_merchant() {
    let (sandbox, client, id) = paid().await;
    client.send(&sharing(&id, "SHARE1", &[(PERSON, 60)])).await.unwrap();
    refused(client.send(&refund(ORDER, "REFUND1", 100)).await, 403, ErrorCode::NotEnough);
    sandbox.close_share("SHARE1", PERSON, "RECEIVER_HIGH_RISK").unwrap();
    assert_eq!(left(&client, &id).await, 40);
    client.send(&refund(ORDER, "REFUND1", 100)).await.unwrap();
}

#[tokio::test]
async fn what_is_unfrozen_is_the_merchants_and_nothing_is_shared_any_more() {
    let (sandbox, client, id) = paid().await;
    client.send(&sharing(&id, "SHARE1", &[(PERSON, 60)])).await.unwrap();
    let rest = client.send(&unfreezing(&id, "REST1")).await.unwrap();
    assert_eq!(results(&rest), [(client.merchant().id(), 40, &ShareResult::Pending)]);
    assert_eq!(left(&client, &id).await, 0);
    refused(client.send(&sharing(&id, "SHARE2", &[(PERSON, 1)])).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&unfreezing(&id, "REST2")).await, 400, ErrorCode::InvalidRequest);
    sandbox.complete_sharing("REST1").unwrap();
    assert_eq!(found(&client, &id, "REST1").await.state, SharingState::Finished);
    client.send(&refund(ORDER, "REFUND1", 40)).await.unwrap();
    refused(client.send(&refund(ORDER, "REFUND2", 1)).await, 403, ErrorCode::NotEnough);
}

#[tokio::test]
async fn the_last_sharing_may_unfreeze_the_rest() {
    let (sandbox, client, id) = paid().await;
    let mut last = sharing(&id, "SHARE1", &[(PERSON, 60)]);
    last.unfreeze_unsplit = true;
    let accepted = client.send(&last).await.unwrap();
    let own = client.merchant().id();
    assert_eq!(results(&accepted), [(PERSON, 60, &ShareResult::Pending), (own, 40, &ShareResult::Pending)]);
    refused(client.send(&sharing(&id, "SHARE2", &[(PERSON, 1)])).await, 400, ErrorCode::InvalidRequest);
    assert_eq!(sandbox.shares().unwrap().iter().map(|share| share.own).collect::<Vec<_>>(), [false, true]);
}

#[tokio::test]
async fn an_order_is_shared_fifty_times_and_no_more() {
    let (_sandbox, client, id) = paid().await;
    for number in 0..50 {
        client.send(&sharing(&id, &format!("SHARE{number}"), &[(PERSON, 1)])).await.unwrap();
    }
    refused(client.send(&sharing(&id, "SHARE50", &[(PERSON, 1)])).await, 400, ErrorCode::InvalidRequest);
}

#[tokio::test]
async fn a_share_goes_back_in_parts_and_can_be_refunded_then() {
    let (sandbox, client, id) = paid().await;
    let accepted = client.send(&sharing(&id, "SHARE1", &[(MERCHANT, 60)])).await.unwrap();
    refused(client.send(&taking_back("SHARE1", "BACK1", 60)).await, 400, ErrorCode::InvalidRequest);
    let ends =
        |sharing: &SharingOrder| sharing.receivers.iter().flatten().map(|one| one.finish_time).collect::<Vec<_>>();
    assert_eq!(ends(&accepted), [DateTime::from_unix_timestamp(0)], "present, but not an end");
    sandbox.complete_sharing("SHARE1").unwrap();
    assert!(ends(&found(&client, &id, "SHARE1").await).into_iter().flatten().all(|end| end.unix_timestamp() > 0));
    let back = client.send(&taking_back("SHARE1", "BACK1", 40)).await.unwrap();
    assert_eq!((&back.result, &back.order_id), (&ReturnResult::Processing, &accepted.order_id));
    assert_eq!(back.finish_time, DateTime::from_unix_timestamp(0), "present, but not an end");
    assert_eq!(client.send(&taking_back("SHARE1", "BACK1", 40)).await.unwrap(), back);
    refused(client.send(&taking_back("SHARE1", "BACK1", 41)).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&taking_back("SHARE1", "BACK2", 21)).await, 403, ErrorCode::NotEnough);
    refused(client.send(&refund(ORDER, "REFUND1", 41)).await, 403, ErrorCode::NotEnough);

    sandbox.complete_return("BACK1").unwrap();
    let query = |number: &str| {
        let (out_return_no, out_order_no) = (number.into(), "SHARE1".into());
        QueryReturn::new(QueryReturnRequired { out_return_no, out_order_no })
    };
    let done = client.send(&query("BACK1")).await.unwrap();
    assert_eq!((&done.result, done.finish_time.is_some()), (&ReturnResult::Success, true));
    assert_eq!(left(&client, &id).await, 40, "it goes to the merchant");
    refused(client.send(&refund(ORDER, "REFUND1", 81)).await, 403, ErrorCode::NotEnough);
    client.send(&refund(ORDER, "REFUND1", 80)).await.unwrap();
    refused(client.send(&query("BACK9")).await, 404, ErrorCode::ResourceNotExists);
    assert_eq!(sandbox.shares().unwrap()[0].returned, Fen::new(40));
}

#[tokio::test]
async fn a_return_that_fails_leaves_the_share_where_it_is() {
    let (sandbox, client, id) = paid().await;
    client.send(&sharing(&id, "SHARE1", &[(MERCHANT, 60)])).await.unwrap();
    sandbox.complete_sharing("SHARE1").unwrap();
    client.send(&taking_back("SHARE1", "BACK1", 60)).await.unwrap();
    sandbox.fail_return("BACK1", "BALANCE_NOT_ENOUGH").unwrap();
    let query = QueryReturnRequired { out_return_no: "BACK1".into(), out_order_no: "SHARE1".into() };
    let failed = client.send(&QueryReturn::new(query)).await.unwrap();
    let why = Some(ReturnFailReason::BalanceNotEnough);
    assert_eq!((failed.result, failed.fail_reason), (ReturnResult::Failed, why));
    refused(client.send(&refund(ORDER, "REFUND1", 41)).await, 403, ErrorCode::NotEnough);
    client.send(&taking_back("SHARE1", "BACK2", 60)).await.unwrap();
    assert!(sandbox.complete_return("BACK1").is_err());
}

#[tokio::test]
async fn a_share_goes_back_within_180_days_in_twenty_parts_and_from_merchants_alone() {
    let (sandbox, client, id) = paid().await;
    client.send(&sharing(&id, "SHARE1", &[(MERCHANT, 60), (PERSON, 10)])).await.unwrap();
    sandbox.complete_sharing("SHARE1").unwrap();
    let mut from_person = taking_back("SHARE1", "BACK", 1);
    from_person.return_mchid = PERSON.into();
    refused(client.send(&from_person).await, 400, ErrorCode::InvalidRequest);
    refused(client.send(&taking_back("SHARE9", "BACK", 1)).await, 400, ErrorCode::InvalidRequest);
    for part in 0..19 {
        client.send(&taking_back("SHARE1", &format!("BACK{part}"), 1)).await.unwrap();
    }
    let client = later(&sandbox, 180 * DAY + 70);
    refused(client.send(&taking_back("SHARE1", "BACK19", 1)).await, 400, ErrorCode::InvalidRequest);
    let client = later(&sandbox, 180 * DAY);
    client.send(&taking_back("SHARE1", "BACK19", 1)).await.unwrap();
    refused(client.send(&taking_back("SHARE1", "BACK20", 1)).await, 400, ErrorCode::InvalidRequest);
}
