//! The verdict on a request whose answer was lost, by the sharing, the return or the batch of transfers that a query found.

use serde_json::{Value, json};
use wxpay::error::Outcome;
use wxpay::notify::ReceiverType;
use wxpay::prelude::*;
use wxpay::settle::{Settle, Verdict};
use wxpay::{
    brand_profit_sharing as brand, ecommerce_profit_sharing as ecommerce, from_json, partner_transfer_batch,
    profit_sharing, transfer_batch,
};

use crate::reliability::settle::{LOST, client};

#[test]
fn a_sharing_is_asked_for_by_all_its_numbers() {
    let query = sharing(&[]).sub_mchid("1900000002").query();
    let numbers = (&*query.out_order_no, &*query.transaction_id, query.sub_mchid.as_deref());
    assert_eq!(numbers, ("S-1", "42", Some("1900000002")));
    assert_eq!(sharing(&[]).query().sub_mchid, None);

    let query = unfreezing().sub_mchid("1900000002").query();
    let numbers = (&*query.out_order_no, &*query.transaction_id, query.sub_mchid.as_deref());
    assert_eq!(numbers, ("S-2", "42", Some("1900000002")));
}

#[test]
fn a_sharing_is_one_of_the_same_shares() {
    let sent = sharing(&[("1900000003", 100), ("o-user", 20)]);
    let verdict = |found: Value| sent.verdict(&found_sharing(found));
    let another = |sent: &str, found: &str| Verdict::Another {
        member: "receivers.amount",
        sent: sent.into(),
        found: found.into(),
    };
    let (first, second) = (share("1900000003", 100), share("o-user", 20));
    assert_eq!(verdict(json!([second, first])), Verdict::Done, "in any sequence");
    assert_eq!(
        verdict(json!([first, second, share("1900000002", 880)])),
        Verdict::Done,
        "returned shares are listed too"
    );
    assert_eq!(verdict(Value::Null), Verdict::Done, "it exists, and there is no more to compare");
    assert_eq!(verdict(json!([])), Verdict::Done, "it exists, and there is no more to compare");
    assert_eq!(verdict(json!([first, share("o-user", 21)])), another("20 fen", "21 fen"));
    assert_eq!(verdict(json!([first])), another("20 fen", "no share"));
}

#[test]
fn two_shares_of_one_account_are_two() {
    let sent = sharing(&[("o-user", 20), ("o-user", 20)]);
    let verdict = |found: Value| sent.verdict(&found_sharing(found));
    assert_eq!(verdict(json!([share("o-user", 20), share("o-user", 20)])), Verdict::Done);
    assert!(matches!(verdict(json!([share("o-user", 20)])), Verdict::Another { .. }));
}

#[test]
fn a_platforms_and_a_brands_sharing_are_compared_alike() {
    let found = json!({
        "sub_mchid": "1900000002", "transaction_id": "42", "out_order_no": "S-1", "order_id": "3",
        "status": "PROCESSING", "receivers": [{
            "type": "MERCHANT_ID", "account": "1900000003", "receiver_account": "1900000003", "amount": 100,
            "description": "freight", "result": "PENDING", "detail_id": "36",
        }],
    });
    for (amount, done) in [(100, true), (101, false)] {
        let verdict = platform_sharing(amount).verdict(&read(&found));
        assert_eq!(verdict == Verdict::Done, done, "{verdict:?}");
        let verdict = brand_sharing(amount).verdict(&read(&found));
        assert_eq!(verdict == Verdict::Done, done, "{verdict:?}");
    }
}

#[test]
fn a_return_is_one_of_the_same_amount_from_the_same_merchant() {
    let verdict = |sent: profit_sharing::CreateReturn| {
        sent.verdict(&read(&json!({
            "order_id": "3", "out_order_no": "S-1", "out_return_no": "R-1", "return_id": "4",
            "return_mchid": "1900000003", "amount": 10, "description": "refund", "result": "FAILED",
        })))
    };
    assert_eq!(verdict(sharing_return("1900000003", 10)), Verdict::Done, "accepted, with a known result");
    let another = |member, sent: &str, found: &str| Verdict::Another { member, sent: sent.into(), found: found.into() };
    assert_eq!(verdict(sharing_return("1900000003", 11)), another("amount", "11 fen", "10 fen"));
    assert_eq!(verdict(sharing_return("1900000004", 10)), another("return_mchid", "1900000004", "1900000003"));
}

#[test]
fn a_platforms_return_is_asked_for_by_one_number_of_the_sharing() {
    let create = || {
        ecommerce::CreateReturn::new(ecommerce::CreateReturnRequired {
            sub_mchid: "1900000002".into(),
            out_return_no: "R-1".into(),
            return_mchid: "1900000003".into(),
            amount: Fen::new(10),
            description: "refund".into(),
        })
    };
    let numbers = |query: ecommerce::QueryReturn| (query.order_id, query.out_order_no);
    assert_eq!(numbers(create().order_id("3").query()), (Some("3".into()), None));
    assert_eq!(numbers(create().order_id("3").out_order_no("S-1").query()), (None, Some("S-1".into())));
}

#[tokio::test]
async fn a_return_that_cannot_be_asked_for_stays_unknown() {
    let sent = sharing_return("1900000003", 10).order_id("3");
    let error = client(&[LOST, (200, "{}")], 10).await.settle(&sent).await.unwrap_err();
    assert_eq!((error.outcome(), error.number()), (Outcome::Unknown, Some("R-1")));
}

#[test]
fn a_batch_of_transfers_is_one_of_the_same_sum_and_count() {
    let sent = |amount, count| {
        transfer_batch::CreateBatch::new(transfer_batch::CreateBatchRequired {
            appid: "wx1".into(),
            out_batch_no: "B1".into(),
            batch_name: "wages".into(),
            batch_remark: "wages".into(),
            total_amount: Fen::new(amount),
            total_num: count,
            transfer_detail_list: Vec::new(),
        })
    };
    let found = read(&json!({"transfer_batch": batch(&json!({"mchid": "1900000001", "appid": "wx1"}))}));
    assert_eq!((&*sent(400, 2).query().out_batch_no, sent(400, 2).query().need_query_detail), ("B1", false));
    assert_eq!(sent(400, 2).verdict(&found), Verdict::Done);
    let another = |member, sent: &str, found: &str| Verdict::Another { member, sent: sent.into(), found: found.into() };
    assert_eq!(sent(401, 2).verdict(&found), another("total_amount", "401 fen", "400 fen"));
    assert_eq!(sent(400, 3).verdict(&found), another("total_num", "3", "2"));
}

#[test]
fn a_sub_merchants_batch_is_that_sub_merchants() {
    let sent = |sub_mchid: &str| {
        partner_transfer_batch::CreateBatch::new(partner_transfer_batch::CreateBatchRequired {
            sub_mchid: sub_mchid.into(),
            authorization_type: partner_transfer_batch::AuthorizationType::Fund,
            out_batch_no: "B1".into(),
            batch_name: "wages".into(),
            batch_remark: "wages".into(),
            total_amount: Fen::new(400),
            total_num: 2,
        })
    };
    let found = read(&batch(&json!({
        "sp_mchid": "1900000001", "sub_mchid": "1900000002", "authorization_type": "FUND_AUTHORIZATION_TYPE",
    })));
    assert_eq!(sent("1900000002").verdict(&found), Verdict::Done);
    assert!(matches!(sent("1900000003").verdict(&found), Verdict::Another { member: "sub_mchid", .. }));
}

fn sharing(shares: &[(&str, i64)]) -> profit_sharing::CreateSharing {
    let share = |(account, amount): &(&str, i64)| {
        profit_sharing::Share::new(profit_sharing::ShareRequired {
            r#type: ReceiverType::PersonalOpenid,
            account: (*account).into(),
            amount: Fen::new(*amount),
            description: "freight".into(),
        })
    };
    let required = profit_sharing::CreateSharingRequired {
        transaction_id: "42".into(),
        out_order_no: "S-1".into(),
        unfreeze_unsplit: true,
    };
    profit_sharing::CreateSharing::new(required).receivers(shares.iter().map(share).collect::<Vec<_>>())
}

fn unfreezing() -> profit_sharing::UnfreezeRest {
    profit_sharing::UnfreezeRest::new(profit_sharing::UnfreezeRestRequired {
        transaction_id: "42".into(),
        out_order_no: "S-2".into(),
        description: "done".into(),
    })
}

fn sharing_return(return_mchid: &str, amount: i64) -> profit_sharing::CreateReturn {
    profit_sharing::CreateReturn::new(profit_sharing::CreateReturnRequired {
        out_return_no: "R-1".into(),
        return_mchid: return_mchid.into(),
        amount: Fen::new(amount),
        description: "refund".into(),
    })
}

fn platform_sharing(amount: i64) -> ecommerce::CreateSharing {
    ecommerce::CreateSharing::new(ecommerce::CreateSharingRequired {
        sub_mchid: "1900000002".into(),
        transaction_id: "42".into(),
        out_order_no: "S-1".into(),
        receivers: vec![ecommerce::Share::new(ecommerce::ShareRequired {
            r#type: ReceiverType::MerchantId,
            receiver_account: "1900000003".into(),
            amount: Fen::new(amount),
            description: "freight".into(),
        })],
        finish: false,
    })
}

fn brand_sharing(amount: i64) -> brand::CreateSharing {
    brand::CreateSharing::new(brand::CreateSharingRequired {
        brand_mchid: "1900000001".into(),
        sub_mchid: "1900000002".into(),
        appid: "wx1".into(),
        transaction_id: "42".into(),
        out_order_no: "S-1".into(),
        receivers: vec![brand::Share::new(brand::ShareRequired {
            r#type: ReceiverType::MerchantId,
            account: "1900000003".into(),
            amount: Fen::new(amount),
            description: "freight".into(),
        })],
        finish: false,
    })
}

fn share(account: &str, amount: i64) -> Value {
    json!({
        "type": "PERSONAL_OPENID", "account": account, "amount": amount, "description": "freight", "result": "PENDING",
    })
}

fn found_sharing(receivers: Value) -> profit_sharing::SharingOrder {
    read(&json!({
        "transaction_id": "42", "out_order_no": "S-1", "order_id": "3", "state": "PROCESSING", "receivers": receivers,
    }))
}

fn batch(other: &Value) -> Value {
    let mut batch = json!({
        "out_batch_no": "B1", "batch_id": "131", "batch_status": "ACCEPTED", "batch_type": "API", "batch_name": "wages",
        "batch_remark": "wages", "total_amount": 400, "total_num": 2,
    });
    batch.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    batch
}

fn read<T: wxpay::payload::Payload>(found: &Value) -> T {
    from_json(found.to_string().as_bytes()).unwrap()
}
