//! Files that the sandbox's examples name: they exist.

use wxpay::client::Client;
use wxpay::complaint::{
    ListNegotiations, ListNegotiationsRequired, QueryComplaint, QueryComplaintRequired, UploadImage,
    UploadImageRequired, picture,
};
use wxpay::download::Download;
use wxpay::error::{ErrorCode, Outcome};
use wxpay::mch_transfer::{QueryReceipt, QueryReceiptRequired};
use wxpay::payscore::{ApplyBill, ApplyBillRequired, BillEncryption, TarType as BillTarType};
use wxpay::prelude::*;
use wxpay::profit_sharing::{ApplySharingBill, ApplySharingBillRequired, TarType};
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::wire::{Wire, body_start};

async fn fetched(client: &Client, download: &Download) -> Vec<u8> {
    let mut content = Vec::new();
    client.download(download, &mut content).await.unwrap();
    content
}

#[tokio::test]
async fn the_pictures_of_a_complaint_and_of_its_negotiation_are_there() {
    let sandbox = Sandbox::builder().examples(true).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let complaint_id = || "200201820200101080076610000".into();
    let query = QueryComplaint::new(QueryComplaintRequired { complaint_id: complaint_id() });
    let complaint = client.send(&query).await.unwrap();
    let of_complaint: Vec<_> =
        complaint.complaint_media_list.iter().flatten().flat_map(|media| media.pictures()).collect();
    let list = ListNegotiations::new(ListNegotiationsRequired { complaint_id: complaint_id() });
    let negotiations = client.send(&list).await.unwrap();
    let said = negotiations.data.iter().flatten().flat_map(|said| said.complaint_media_list.iter().flatten());
    let of_negotiation: Vec<_> = said.flat_map(|media| media.pictures()).collect();
    assert!(!of_complaint.is_empty() && !of_negotiation.is_empty(), "{complaint:?} {negotiations:?}");
    for download in of_complaint.iter().chain(&of_negotiation) {
        assert!(fetched(&client, download).await.starts_with(b"\x89PNG\r\n\x1a\n"));
    }
}

#[tokio::test]
async fn a_picture_is_asked_for_signed_answered_unsigned_and_no_upload_is_given_back() {
    let sandbox = Sandbox::builder().examples(true).start().await.unwrap();
    let wire = Wire::tap(sandbox.address()).await.unwrap();
    let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
    let query = QueryComplaint::new(QueryComplaintRequired { complaint_id: "1".into() });
    let complaint = client.send(&query).await.unwrap();
    let urls = complaint.complaint_media_list.iter().flatten().flat_map(|media| media.media_url.iter().flatten());
    let url = urls.map(|url| url.replace(&sandbox.url(), &wire.url())).next().unwrap();
    fetched(&client, &picture(&*url)).await;
    let answer = wire.exchanges().pop().unwrap().answer;
    let head = String::from_utf8_lossy(&answer[..body_start(&answer).unwrap()]).to_lowercase();
    assert!(!head.contains("wechatpay-") && head.contains("content-type: image/png"), "{head}");

    let unsigned = reqwest::Client::builder().no_proxy().build().unwrap().get(&url).header("accept", "*/*");
    assert_eq!(unsigned.header("user-agent", "test").send().await.unwrap().status(), 401);

    let file = Upload::new("tea.png", b"\x89PNG".as_slice());
    let uploaded = client.send(&UploadImage::new(UploadImageRequired { file })).await.unwrap();
    let own = format!("{}/v3/merchant-service/images/{}", wire.url(), uploaded.media_id);
    let error = client.download(&picture(own), &mut Vec::new()).await.unwrap_err();
    assert_eq!((error.outcome(), error.code()), (Outcome::Refused, Some(&ErrorCode::ParamError)), "{error}");
}

#[tokio::test]
async fn receipts_and_bills_prove_themselves() {
    let sandbox = Sandbox::builder().examples(true).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let receipt =
        QueryReceipt::new(QueryReceiptRequired { transfer_bill_no: "1330000071100999991182020050700019480001".into() });
    let receipt = client.send(&receipt).await.unwrap();
    assert_eq!(fetched(&client, &receipt.download().unwrap()).await, b"example");

    let shares = ApplySharingBill::new(ApplySharingBillRequired { bill_date: Date::new(2026, 1, 1).unwrap() });
    for application in [shares.clone(), shares.tar_type(TarType::Gzip)] {
        let bill = client.send(&application).await.unwrap();
        assert_eq!(bill.download_url.ends_with("&tartype=gzip"), application.tar_type.is_some());
        assert_eq!(fetched(&client, &bill.download()).await, b"example");
    }

    let scores = ApplyBill::new(ApplyBillRequired {
        bill_date: "2026-01-01".into(),
        encryption_algorithm: BillEncryption::AeadAes256Gcm,
        service_id: "500001".into(),
    });
    for application in [scores.clone(), scores.tar_type(BillTarType::Gzip)] {
        let bill = client.send(&application).await.unwrap();
        let download = bill.download(application.tar_type.as_ref()).unwrap();
        assert_eq!(fetched(&client, &download).await, b"example");
    }
}
