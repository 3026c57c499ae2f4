//! The decrypted resources in other SDKs' tests: nothing of them is lost.

use serde_json::Value;
use wxpay::notify::Event;
use wxpay::prelude::*;
use wxpay_tests::facts::samples;
use wxpay_tests::report;

use crate::resources::written;

/// Number of samples with a type. Fewer mean that the folder shrank, or that a type was lost.
const TYPED: usize = 28;

#[test]
fn nothing_of_a_sample_is_lost() {
    let samples = samples();
    let (mut typed, mut unknown, mut wrong) = (0, Vec::new(), Vec::new());
    for (name, text) in &samples {
        let Some((event_type, variant)) = expected(name) else {
            wrong.push(format!("{name}: a new sample without an event"));
            continue;
        };
        let event = Event::read(event_type, text.as_bytes());
        if let Event::Unread { why, .. } = &event {
            wrong.push(format!("{name}: {why}"));
            continue;
        }
        let (found, written) = written(&event);
        if found != variant {
            wrong.push(format!("{name}: read as {found}, not as {variant}"));
        }
        let sample: Value = serde_json::from_str(text).unwrap();
        losses(name, &sample, &written, &mut wrong);
        if matches!(event, Event::Unknown { .. }) {
            unknown.push(name.as_str());
        } else {
            typed += 1;
        }
    }
    report(&format!(
        "samples: {typed} of {} typed, {} left to Unknown: [{}]",
        samples.len(),
        unknown.len(),
        unknown.join(", ")
    ));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(typed >= TYPED, "{typed} samples are typed, where {TYPED} were");
}

/// Enums that a sample has as an empty text, which stands for an absent value.
const EMPTY: [&str; 1] = ["state"];

/// Finds what the sample has and the crate does not write, or writes in another way. Two differences are no loss: an empty string
/// for an absent time or enum, and a time's fraction of a second, which is read and never written.
fn losses(place: &str, sample: &Value, written: &Value, found: &mut Vec<String>) {
    match (sample, written) {
        (Value::Object(members), Value::Object(others)) => {
            for (name, member) in members {
                let place = format!("{place}/{name}");
                match others.get(name) {
                    Some(other) => losses(&place, member, other, found),
                    None if (name.ends_with("_time") || EMPTY.contains(&name.as_str())) && member == "" => {}
                    None => found.push(format!("{place} is lost: {member}")),
                }
            }
            for name in others.keys().filter(|name| !members.contains_key(*name)) {
                found.push(format!("{place}/{name} is made up"));
            }
        }
        (Value::Array(elements), Value::Array(others)) if elements.len() == others.len() => {
            for (index, (element, other)) in elements.iter().zip(others).enumerate() {
                losses(&format!("{place}/{index}"), element, other, found);
            }
        }
        (Value::String(text), Value::String(other)) if without_fraction(text).as_ref() == Some(other) => {}
        (sample, written) if sample == written => {}
        (sample, written) => found.push(format!("{place} is {written}, not {sample}")),
    }
}

fn without_fraction(text: &str) -> Option<String> {
    text.parse::<DateTime>().ok().map(|time| time.to_string())
}

/// The event of the sample, and its variant.
fn expected(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "Transaction" => ("TRANSACTION.SUCCESS", "Payment"),
        "PartnerTransaction" => ("TRANSACTION.SUCCESS", "PartnerPayment"),
        "CombineTransaction" => ("TRANSACTION.SUCCESS", "CombinedPayment"),
        "VehicleTransaction" => ("TRANSACTION.SUCCESS", "ParkingPayment"),
        "Refund" | "PartnerRefund" => ("REFUND.SUCCESS", "Refund"),
        "ProfitSharing" => ("PROFITSHARING", "ProfitSharing"),
        "PartnerProfitSharing" => ("PROFITSHARING_RETURN", "ProfitSharingReturn"),
        "MerchantTransferBillFinished" => ("MCHTRANSFER.BILL.FINISHED", "TransferBill"),
        "PAPayEntrust" => ("ENTRUST.SIGN", "PapayContract"),
        "PAPayContract" => ("PAPAY.SIGN", "CrossBorderContractSigned"),
        "PartnerPAPayContract" => ("PAPAY.TERMINATE", "CrossBorderContractTerminated"),
        "EcommerceEntrust" => ("ECOMMERCE_ENTRUST.TERMINATE", "EcommerceContractTerminated"),
        "EducationEntrust" => ("ENTRUST.SIGNING", "EducationContract"),
        "PayScoreServiceOrder" | "PayScoreAcquiringBankServiceOrder" => ("PAYSCORE.USER_CONFIRM", "ServiceOrder"),
        "PayScorePartnerServiceOrder" => ("PAYSCORE.USER_PAID", "ServiceOrder"),
        "PayScorePermissions" => ("PAYSCORE.USER_OPEN_SERVICE", "PayScorePermission"),
        "PayScorePartnerPermissions" | "PayScoreAcquiringBankPermissions" => {
            ("PAYSCORE.USER_CLOSE_SERVICE", "PayScorePermission")
        }
        "PayScoreUserSignPlan" | "PayScorePartnerUserSignPlan" => ("PAYSCORE.USER_SIGN_PLAN", "SignPlan"),
        "Complaint" => ("COMPLAINT.CREATE", "Complaint"),
        "MarketingFavorCoupon" => ("COUPON.USE", "FavorCoupon"),
        "MarketingBusifavorCoupon" => ("COUPON.SEND", "BusifavorCoupon"),
        "PAPayInsuranceEntrust" => ("INSURANCE_ENTRUST.SIGN", "Unknown"),
        "MerchantTransferAuthorizationConfirmed" => ("MCHTRANSFER.AUTHORIZATION.CONFIRMED", "TransferAuthorization"),
        "MerchantTransferBatchClosed" => ("MCHTRANSFER.BATCH.CLOSED", "TransferBatch"),
        "MerchantTransferBatchFinished" => ("MCHTRANSFER.BATCH.FINISHED", "TransferBatch"),
        "MerchantTransferQQWalletBillFinished" => ("MCHTRANSFER.QQWALLETBILL.FINISHED", "Unknown"),
        "PlatformSolutionRecharge" => ("RECHARGE.SUCCESS", "Unknown"),
        "BrandPartnerCardMemberPointExchangeCoupon" => ("BRAND_MEMBER_CARD_SP.POINT_EXCHANGE_COUPON", "Unknown"),
        "BrandPartnerCardMemberUserCard" => ("BRAND_MEMBER_CARD_SP.USER_CARD.CREATE", "Unknown"),
        "BrandPartnerCardMemberUserPoint" => ("BRAND_MEMBER_CARD_SP.SYNC_USER_POINT", "Unknown"),
        "DiscountCard" => ("DISCOUNT_CARD.AGREEMENT_ENDED", "Unknown"),
        "Fapiao" => ("FAPIAO.ISSUED", "Fapiao"),
        "MallAuth" => ("MALL_AUTH.ACTIVATE_CARD", "Unknown"),
        "MallTransaction" => ("MALL_TRANSACTION.SUCCESS", "Unknown"),
        "MallRefund" => ("MALL_REFUND.SUCCESS", "Unknown"),
        "MarketingMemberCard" => ("MEMBERCARD.ACTIVATE_CARD", "Unknown"),
        "MarketingPartnerDeliveryPlan" => ("DELIVERY_PLAN.CHANGE", "Unknown"),
        "RiskTradeIdentification" => ("RISKTRADE.IDENTIFICATION", "Unknown"),
        "VehicleEntranceStateChange" => ("VEHICLE.ENTRANCE_STATE_CHANGE", "ParkingStateChange"),
        "VehicleETCTransaction" => ("VEHICLE.USER_STATE_CHANGE", "Unknown"),
        "Violation" => ("VIOLATION.PUNISH", "Unknown"),
        _ => return None,
    })
}
