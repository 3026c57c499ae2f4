//! Decrypted resources of notifications: every variant by a sample of its own, forms that share a type, misfits, and a payment
//! compared with its order.

mod check;
mod facts;
mod forms;
mod products;
mod samples;
mod unread;

use serde_json::Value;
use wxpay::notify::Event;

fn read(event_type: &str, resource: &Value) -> Event {
    Event::read(event_type, resource.to_string().as_bytes())
}

/// The variant's name, and its resource as the crate writes it.
fn written(event: &Event) -> (&'static str, Value) {
    macro_rules! written {
        ($($variant:ident)*) => {
            match event {
                $(Event::$variant(resource) => (stringify!($variant), serde_json::to_value(resource)),)*
                Event::Unknown { resource, .. } => ("Unknown", Ok(resource.clone())),
                Event::Unread { resource, .. } => ("Unread", Ok(resource.clone())),
                event => panic!("a variant without a sample: {event:?}"),
            }
        };
    }
    let (name, json) = written!(
        Payment PartnerPayment CombinedPayment Refund ProfitSharing ProfitSharingReturn ProfitSharingOrReturn TransferBill
        TransferAuthorization TransferBatch RepaymentContract Repayment PapayContract PapayEndingInquiry PapayRetention
        DebitFailed PartnerDebitFailed CrossBorderContractSigned CrossBorderContractTerminated EcommerceContractSigned
        EcommerceContractTerminated EducationContract ServiceOrder PayScorePermission SignPlan PayScoreServiceAccount
        ParkingPayment ParkingStateChange Complaint FavorCoupon BusifavorCoupon FapiaoApplied Fapiao SecurityEcho
    );
    (name, json.unwrap())
}
