//! Answers in each form that the sources show, where they disagree: each is read correctly.

use serde_json::{Value, json};
use wxpay::brand_profit_sharing::SharingOrder as BrandSharing;
use wxpay::busifavor::{UploadCodesResponse, UseRule};
use wxpay::complaint::{Complaint, Negotiations};
use wxpay::ecommerce_profit_sharing::{AbnormalFundsStatus, RequestedAfterSalesSharing, SharingOrder};
use wxpay::gold_plan::ChangeCustomPageStatusResponse;
use wxpay::partner_transfer_batch::TransferDetail;
use wxpay::payload::Payload;
use wxpay::refund::{Refund, RefundSource};
use wxpay::{ecommerce_refund, from_json};

fn read<T: Payload>(answer: &Value) -> T {
    from_json(answer.to_string().as_bytes()).unwrap_or_else(|error| panic!("{error}: {answer}"))
}

#[test]
fn a_custom_page_is_changed_whatever_of_it_is_repeated() {
    let answer: ChangeCustomPageStatusResponse = read(&json!({"sub_mchid": "1900000109"}));
    assert_eq!((&*answer.sub_mchid, answer.operation_type), ("1900000109", None));
}

#[test]
fn a_complaint_is_read_without_the_merchant_that_it_is_about() {
    let complaint: Complaint = read(&json!({
        "complaint_id": "1", "complaint_time": "2015-05-20T13:29:35.120+08:00", "complaint_detail": "x",
        "complaint_state": "PENDING", "complaint_full_refunded": true, "incoming_user_response": true,
        "problem_description": "x", "user_complaint_times": 1,
    }));
    assert_eq!(complaint.complainted_mchid, None);
}

#[test]
fn pictures_of_a_complaints_history_are_a_list_or_a_single_object() {
    let picture = json!({"media_type": "USER_COMPLAINT_IMAGE", "media_url": ["https://example.com/1"]});
    for (pictures, count) in [(picture.clone(), 1), (json!([picture]), 1), (json!([picture, picture]), 2)] {
        let history: Negotiations = read(&json!({
            "data": [{"log_id": "1", "operator": "x", "operate_time": "2015-05-20T13:29:35+08:00",
                "operate_type": "USER_CREATE_COMPLAINT", "complaint_media_list": pictures}],
            "limit": 1, "offset": 0,
        }));
        let entry = &history.data.unwrap()[0];
        let pictures = entry.complaint_media_list.as_ref().unwrap();
        assert_eq!(pictures.len(), count);
        assert!(pictures.iter().all(|pictures| pictures.media_url.is_some()));
    }
}

#[test]
fn days_of_the_week_are_integers_or_digits_in_strings() {
    for days in [json!([0, 6]), json!(["0", "6"]), json!([0, "6"])] {
        let rule: UseRule = read(&json!({"use_method": "OFF_LINE", "available_week": {"week_day": days}}));
        let numbers: Vec<_> = rule.available_week.unwrap().week_day.unwrap().iter().map(|day| day.number()).collect();
        assert_eq!(numbers, [0, 6], "{days}");
        assert_eq!(rule.coupon_available_time, None);
    }
    let codes: UploadCodesResponse =
        read(&json!({"stock_id": "1", "total_count": 1, "success_count": 1, "success_codes": ["1"]}));
    assert_eq!(codes.success_time, None);
}

#[test]
fn a_transfer_of_a_batch_has_its_name_in_either_spelling_or_none() {
    let detail = |name: Value| {
        let mut detail = json!({
            "sp_mchid": "1900000001", "out_batch_no": "1", "batch_id": "1", "out_detail_no": "1", "detail_id": "1",
            "detail_status": "SUCCESS", "transfer_amount": 1, "transfer_remark": "x", "openid": "x",
        });
        detail.as_object_mut().unwrap().extend(name.as_object().unwrap().clone());
        read::<TransferDetail>(&detail)
    };
    let name = |members: Value| detail(members).name().and_then(|name| name.ciphertext().map(str::to_owned));
    assert_eq!(name(json!({"username": "c2VhbGVk"})).as_deref(), Some("c2VhbGVk"));
    assert_eq!(name(json!({"user_name": "c2VhbGVk"})).as_deref(), Some("c2VhbGVk"));
    assert_eq!(name(json!({"username": "", "user_name": "c2VhbGVk"})).as_deref(), Some("c2VhbGVk"));
    assert_eq!(name(json!({"username": ""})), None);
    assert_eq!(name(json!({})), None);
}

#[test]
fn a_refund_says_who_advanced_what() {
    let members = json!({
        "refund_id": "1", "out_refund_no": "1", "transaction_id": "1", "out_trade_no": "A1", "status": "PROCESSING",
        "refund_account": "REFUND_SOURCE_SUB_MERCHANT_ADVANCE", "amount": {"total": 1, "refund": 1, "advance": 1},
    });
    let refund: Refund = read(&members);
    assert_eq!(refund.refund_account, Some(RefundSource::SubMerchantAdvance));
    assert_eq!(refund.amount.advance.map(|fen| fen.get()), Some(1));
    let refund: ecommerce_refund::Refund = read(&members);
    assert_eq!(refund.refund_account, Some(ecommerce_refund::RefundSource::SubMerchantAdvance));
}

#[test]
fn money_that_could_not_reach_its_receiver_is_told_beside_the_receivers_or_at_each() {
    let order: SharingOrder = read(&json!({
        "sub_mchid": "1", "transaction_id": "1", "out_order_no": "1", "order_id": "1",
        "abnormal_status": "ABNORMAL_PENDING", "funds_abnormal_receivers": [{"mchid": "2"}],
        "receivers": [{"type": "MERCHANT_ID", "receiver_account": "1", "amount": 1, "description": "x",
            "detail_id": "1", "abnormal_status": "ABNORMAL_CLOSED"}],
    }));
    assert_eq!(order.abnormal_status, Some(AbnormalFundsStatus::Pending));
    assert_eq!(order.funds_abnormal_receivers.unwrap()[0].mchid.as_deref(), Some("2"));
    assert_eq!(order.receivers.unwrap()[0].abnormal_status, Some(AbnormalFundsStatus::Closed));
}

#[test]
fn a_share_without_its_number_and_a_fee_without_its_amount_are_accepted() {
    let order: BrandSharing = read(&json!({
        "brand_mchid": "1", "sub_mchid": "1", "transaction_id": "1", "out_order_no": "1", "order_id": "1",
        "status": "PROCESSING",
        "receivers": [{"type": "MERCHANT_ID", "account": "1", "amount": 1, "description": "x", "result": "PENDING"}],
    }));
    assert_eq!(order.receivers.unwrap()[0].detail_id, None);
    let fee: RequestedAfterSalesSharing = read(&json!({"sub_mchid": "1", "transaction_id": "1"}));
    assert_eq!(fee.amount, None);
}
