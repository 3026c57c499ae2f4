//! Refunds, and their limits.

use wxpay::refund::RefundStatus;

use super::*;
use crate::books::Resending;

fn outcome(refunding: &Refunding) -> &'static str {
    match refunding {
        Refunding::Accepted(_) => "accepted",
        Refunding::OtherParameters => "other parameters",
        Refunding::NoOrder => "no order",
        Refunding::OtherSubMerchant => "other sub-merchant",
        Refunding::NotPaid => "not paid",
        Refunding::OtherTotal => "other total",
        Refunding::TooLate => "too late",
        Refunding::TooMuch => "too much",
        Refunding::TooMany => "too many",
        Refunding::NotEnough => "not enough",
    }
}

#[test]
fn no_more_goes_back_than_was_paid() {
    let books = books();
    paid(&books, "A", 100, "{}", NOW);
    let refund = |number, amount| outcome(&refund(&books, "A", number, amount, NOW));
    assert_eq!(refund("1", 60), "accepted");
    assert_eq!(refund("2", 41), "too much");
    assert_eq!(refund("1", 60), "accepted", "the same again");
    assert_eq!(refund("1", 59), "other parameters");
    assert_eq!(refund("3", i64::MAX), "too much");
    assert_eq!(refund("4", 40), "accepted");
    assert_eq!(refund("5", 1), "too much");
    let known = books.refunds().unwrap();
    assert_eq!(known.iter().map(|one| (one.refund.get(), one.accepted)).collect::<Vec<_>>(), [(60, 2), (40, 1)]);
}

#[test]
fn a_refund_that_was_closed_gives_nothing_back() {
    let books = books();
    paid(&books, "A", 100, "{}", NOW);
    assert_eq!(outcome(&refund(&books, "A", "1", 100, NOW)), "accepted");
    books.end_refund(SHOP, "1", &RefundStatus::Closed, NOW).unwrap();
    assert_eq!(outcome(&refund(&books, "A", "2", 100, NOW)), "accepted");
}

#[test]
fn what_is_not_paid_or_paid_long_ago_is_not_refunded() {
    let books = books();
    ordered(&books, &new_order("A", 100, "{}"), NOW);
    assert_eq!(outcome(&refund(&books, "A", "1", 1, NOW)), "not paid");
    assert_eq!(outcome(&refund(&books, "B", "1", 1, NOW)), "no order");
    paid(&books, "C", 100, "{}", NOW);
    assert_eq!(outcome(&refund(&books, "C", "1", 1, NOW + 365 * DAY)), "accepted");
    assert_eq!(outcome(&refund(&books, "C", "2", 1, NOW + 365 * DAY + 1)), "too late");
}

#[test]
fn the_order_that_is_refunded_is_the_one_that_was_meant() {
    let books = books();
    paid(&books, "A", 100, "{}", NOW);
    let new = |sub_mchid, total| NewRefund {
        mchid: SHOP,
        sub_mchid,
        out_refund_no: "1",
        order: By::TransactionId("WA"),
        parameters: "{}",
        refund: 1,
        total,
        refund_id: "W1",
    };
    assert_eq!(outcome(&books.refund(&new(Some(OTHER), 100), NOW).unwrap()), "other sub-merchant");
    assert_eq!(outcome(&books.refund(&new(None, 99), NOW).unwrap()), "other total");
    assert_eq!(outcome(&books.refund(&new(None, 100), NOW).unwrap()), "accepted");
}

#[test]
fn an_order_goes_back_in_fifty_parts_at_most() {
    let books = books();
    paid(&books, "A", 100, "{}", NOW);
    for number in 0..50 {
        assert_eq!(outcome(&refund(&books, "A", &number.to_string(), 1, NOW)), "accepted");
    }
    assert_eq!(outcome(&refund(&books, "A", "50", 1, NOW)), "too many");
}

#[test]
fn a_refund_ends_once_and_an_abnormal_one_can_be_sent_again() {
    let books = books();
    paid(&books, "A", 100, "{}", NOW);
    refund(&books, "A", "1", 10, NOW);
    let resend = || books.resend(SHOP, "W1", "1").unwrap();
    assert!(matches!(resend(), Resending::NotAbnormal));
    books.end_refund(SHOP, "1", &RefundStatus::Abnormal, NOW).unwrap();
    let twice = books.end_refund(SHOP, "1", &RefundStatus::Success, NOW).err().unwrap().to_string();
    assert_eq!(twice, "refund `1` is not on its way");
    assert!(matches!(resend(), Resending::Accepted(refund) if refund.status == RefundStatus::Processing));
    assert!(matches!(books.resend(SHOP, "W2", "1").unwrap(), Resending::Unknown));
    let done = books.end_refund(SHOP, "1", &RefundStatus::Success, NOW + 9).unwrap();
    assert_eq!((done.status, done.succeeded, done.closed), (RefundStatus::Success, Some(NOW + 9), None));
    assert!(books.end_refund(OTHER, "1", &RefundStatus::Success, NOW).is_err());
}

#[test]
fn a_share_of_another_cannot_be_refunded() {
    let books = books();
    paid(&books, "A", 100, SHARED, NOW);
    books.add_receiver(receiver(RECEIVER), None).unwrap();
    let later = NOW + 60;
    assert!(matches!(share(&books, "A", "S", &[(RECEIVER, 30)], false, later), Dividing::Accepted(_)));
    assert_eq!(outcome(&refund(&books, "A", "1", 71, later)), "not enough");
    assert_eq!(outcome(&refund(&books, "A", "2", 70, later)), "accepted");
    // The share is closed: its money is the shop's again.
    books.end_shares(SHOP, "S", None, Some("ACCOUNT_ABNORMAL"), later).unwrap();
    assert_eq!(outcome(&refund(&books, "A", "3", 30, later)), "accepted");
}
