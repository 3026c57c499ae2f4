//! An order's life.

use wxpay::pay::{TradeState, TradeType};

use super::*;
use crate::books::{Closing, Reversing};

#[test]
fn an_order_is_paid_once() {
    let books = books();
    ordered(&books, &new_order("A", 100, "{}"), NOW);
    let order = books.pay(key("A"), "W1", NOW).unwrap();
    assert_eq!(
        (order.state, order.paid, order.transaction_id.as_deref()),
        (TradeState::Success, Some(NOW), Some("W1"))
    );
    let again = books.pay(key("A"), "W2", NOW).err().unwrap().to_string();
    assert_eq!(again, "order `A` is paid already");
    assert_eq!(found(&books, "A", NOW).transaction_id.as_deref(), Some("W1"));
}

#[test]
fn the_same_order_again_is_the_same_order() {
    let books = books();
    let outcome = |new: &NewOrder<'_>, now| match books.order(new, now).unwrap() {
        Ordering::Accepted(_) => "accepted",
        Ordering::OtherParameters => "other parameters",
        Ordering::Paid => "paid",
        Ordering::Closed => "closed",
        Ordering::UsedUp => "used up",
    };
    let new = new_order("A", 100, "{}");
    assert_eq!([outcome(&new, NOW), outcome(&new, NOW)], ["accepted"; 2]);
    assert_eq!(books.orders(NOW).unwrap()[0].accepted, 2);
    assert_eq!(outcome(&new_order("A", 100, r#"{"attach":"x"}"#), NOW), "other parameters");
    assert_eq!(outcome(&NewOrder { trade_type: TradeType::App, ..new_order("A", 100, "{}") }, NOW), "other parameters");
    books.pay(key("A"), "W1", NOW).unwrap();
    assert_eq!(outcome(&new, NOW), "paid");
    assert_eq!(books.orders(NOW).unwrap()[0].accepted, 2, "a refusal is not counted");
    assert!(matches!(books.close(key("B"), None, NOW).unwrap(), Closing::Closed));
    assert_eq!(outcome(&new_order("B", 100, "{}"), NOW), "used up");
}

#[test]
fn a_number_is_its_merchants() {
    let books = books();
    paid(&books, "A", 100, "{}", NOW);
    let other = OrderKey { mchid: OTHER, out_trade_no: "A" };
    assert_eq!(books.pay(other, "W2", NOW).err().unwrap().to_string(), "order `A` was never made");
    assert!(matches!(
        books.order(&NewOrder { key: other, ..new_order("A", 200, "{}") }, NOW).unwrap(),
        Ordering::Accepted(order) if order.total == 200
    ));
    assert_eq!(found(&books, "A", NOW).total, 100);
}

#[test]
fn an_unpaid_order_closes_by_itself_after_seven_days() {
    let books = books();
    ordered(&books, &new_order("A", 100, "{}"), NOW);
    let end = NOW + 7 * DAY;
    assert_eq!(found(&books, "A", end - 1).state, TradeState::NotPay);
    assert!(found(&books, "A", end - 1).may_be_paid(end - 1).is_ok());
    assert_eq!(found(&books, "A", end).state, TradeState::Closed);
    assert!(books.pay(key("A"), "W1", end).is_err());
    assert!(matches!(books.order(&new_order("A", 100, "{}"), end).unwrap(), Ordering::Closed));
}

#[test]
fn an_order_is_not_paid_after_its_end_of_paying() {
    let books = books();
    let new = NewOrder { time_expire: Some(NOW + 600), ..new_order("A", 100, "{}") };
    ordered(&books, &new, NOW);
    let late = books.pay(key("A"), "W1", NOW + 600).err().unwrap().to_string();
    assert_eq!(late, "order `A` can no longer be paid");
    assert!(books.pay(key("A"), "W1", NOW + 599).is_ok());
}

#[test]
fn closing_takes_what_is_not_paid_and_nothing_else() {
    let books = books();
    ordered(&books, &new_order("OPEN", 1, "{}"), NOW);
    paid(&books, "PAID", 1, "{}", NOW);
    let partner = NewOrder { sub_mchid: Some(OTHER), ..new_order("PARTNER", 1, "{}") };
    ordered(&books, &partner, NOW);
    assert!(matches!(books.close(key("OPEN"), None, NOW).unwrap(), Closing::Closed));
    assert!(matches!(books.close(key("OPEN"), None, NOW).unwrap(), Closing::Closed));
    assert_eq!(found(&books, "OPEN", NOW).state, TradeState::Closed);
    assert!(matches!(books.close(key("PAID"), None, NOW).unwrap(), Closing::Paid));
    assert_eq!(found(&books, "PAID", NOW).state, TradeState::Success);
    assert!(matches!(books.close(key("PARTNER"), None, NOW).unwrap(), Closing::OtherSubMerchant));
    assert_eq!(found(&books, "PARTNER", NOW).state, TradeState::NotPay);
}

#[test]
fn only_a_scanned_payment_that_has_not_moved_is_reversed() {
    let books = books();
    let scanned = |number, id| NewOrder {
        trade_type: TradeType::MicroPay,
        scanned: Some((TradeState::Success, id)),
        ..new_order(number, 100, "{}")
    };
    ordered(&books, &scanned("A", "WA"), NOW);
    ordered(&books, &scanned("B", "WB"), NOW);
    paid(&books, "C", 100, "{}", NOW);
    assert!(matches!(refund(&books, "B", "R", 1, NOW), Refunding::Accepted(_)));
    let reverse = |number| books.reverse(key(number), None, NOW + 5).unwrap();
    assert!(matches!(reverse("A"), Reversing::Reversed));
    assert!(matches!(reverse("B"), Reversing::Moved));
    assert!(matches!(reverse("C"), Reversing::NotScanned));
    assert!(matches!(reverse("D"), Reversing::Unknown));
    let order = found(&books, "A", NOW + 5);
    assert_eq!((order.state, order.reversed), (TradeState::Revoked, Some(NOW + 5)));
    assert!(!found(&books, "A", NOW + 5).is_paid());
}
