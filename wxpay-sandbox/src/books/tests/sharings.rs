//! Sharing payments.

use wxpay::profit_sharing::{ReturnResult, ShareResult};

use super::*;
use crate::books::{BySharing, NewReturn, Returning, Unsplit};

/// Time at which a payment of [`NOW`] can be shared.
const LATER: i64 = NOW + 60;

fn outcome(dividing: &Dividing) -> &'static str {
    match dividing {
        Dividing::Accepted(_) => "accepted",
        Dividing::OtherParameters => "other parameters",
        Dividing::NoOrder => "no order",
        Dividing::NotShared => "not shared",
        Dividing::TooEarly => "too early",
        Dividing::Unfrozen => "unfrozen",
        Dividing::TooMany => "too many",
        Dividing::Stranger => "stranger",
        Dividing::TooMuch => "too much",
    }
}

fn with_receiver() -> Books {
    let books = books();
    paid(&books, "A", 100, SHARED, NOW);
    books.add_receiver(receiver(RECEIVER), None).unwrap();
    books
}

fn left(books: &Books, now: i64) -> i64 {
    match books.unsplit(SHOP, "WA", now).unwrap() {
        Unsplit::Left(left) => left,
        _ => panic!("the payment does not exist"),
    }
}

#[test]
fn what_is_shared_is_no_longer_left() {
    let books = with_receiver();
    assert_eq!(left(&books, LATER), 100);
    assert_eq!(outcome(&share(&books, "A", "1", &[(RECEIVER, 30), (RECEIVER, 20)], false, LATER)), "accepted");
    assert_eq!(left(&books, LATER), 50);
    assert_eq!(outcome(&share(&books, "A", "2", &[(RECEIVER, 51)], false, LATER)), "too much");
    assert_eq!(outcome(&share(&books, "A", "1", &[(RECEIVER, 30), (RECEIVER, 20)], false, LATER)), "accepted");
    assert_eq!(left(&books, LATER), 50, "the same again moves nothing");
    assert_eq!(outcome(&share(&books, "A", "1", &[(RECEIVER, 31)], false, LATER)), "other parameters");
    assert_eq!(outcome(&share(&books, "A", "3", &[(RECEIVER, i64::MAX), (RECEIVER, 2)], false, LATER)), "too much");
    refund(&books, "A", "R", 20, LATER);
    assert_eq!(left(&books, LATER), 30);
}

#[test]
fn a_payment_is_shared_in_its_time_and_by_its_receivers() {
    let books = with_receiver();
    paid(&books, "B", 100, "{}", NOW);
    let share = |order, number, account, now| outcome(&share(&books, order, number, &[(account, 1)], false, now));
    assert_eq!(share("A", "1", RECEIVER, LATER - 1), "too early");
    assert_eq!(share("A", "1", RECEIVER, NOW + 30 * DAY), "unfrozen");
    assert_eq!(left(&books, NOW + 30 * DAY), 0);
    assert_eq!(share("A", "1", OTHER, LATER), "stranger");
    assert_eq!(share("A", "1", SHOP, LATER), "accepted");
    assert_eq!(share("B", "2", RECEIVER, LATER), "not shared");
    assert_eq!(share("C", "2", RECEIVER, LATER), "no order");
}

#[test]
fn the_rest_goes_to_the_merchant_and_ends_the_sharing() {
    let books = with_receiver();
    assert_eq!(outcome(&share(&books, "A", "1", &[(RECEIVER, 30)], true, LATER)), "accepted");
    let shares = books.shares().unwrap();
    let shares: Vec<_> = shares.iter().map(|share| (&*share.account, share.amount.get(), share.own)).collect();
    assert_eq!(shares, [(RECEIVER, 30, false), (SHOP, 70, true)]);
    assert_eq!(left(&books, LATER), 0);
    assert_eq!(outcome(&share(&books, "A", "2", &[(RECEIVER, 1)], false, LATER)), "unfrozen");
    assert_eq!(found(&books, "A", LATER).unfrozen, Some(LATER));
}

#[test]
fn the_share_of_a_receiver_that_was_deleted_is_closed() {
    let books = with_receiver();
    share(&books, "A", "1", &[(RECEIVER, 30)], true, LATER);
    books.delete_receiver(receiver(RECEIVER)).unwrap();
    let (sharing, ended) = books.end_shares(SHOP, "1", None, None, LATER).unwrap();
    assert_eq!(ended.len(), 2);
    let results: Vec<_> =
        sharing.shares.iter().map(|share| (share.result.clone(), share.fail_reason.as_deref())).collect();
    assert_eq!(results, [(ShareResult::Closed, Some("NO_RELATION")), (ShareResult::Success, None)]);
    assert!(books.end_shares(SHOP, "1", None, None, LATER).is_err(), "it has ended");
}

#[test]
fn no_more_of_a_share_goes_back_than_came() {
    let books = with_receiver();
    share(&books, "A", "1", &[(RECEIVER, 30)], false, LATER);
    let back = |number: &str, amount, now| {
        let new = NewReturn {
            mchid: SHOP,
            sub_mchid: None,
            sharing: BySharing::OutOrderNo("1"),
            out_return_no: number,
            return_id: &format!("W{number}"),
            return_mchid: RECEIVER,
            amount,
            description: "back",
            parameters: &format!("{amount}"),
        };
        match books.take_back(&new, now).unwrap() {
            Returning::Accepted(_) => "accepted",
            Returning::OtherParameters => "other parameters",
            Returning::NoShare => "no share",
            Returning::TooLate => "too late",
            Returning::TooMany => "too many",
            Returning::TooMuch => "too much",
        }
    };
    assert_eq!(back("1", 1, LATER), "no share", "it is not received yet");
    books.end_shares(SHOP, "1", None, None, LATER).unwrap();
    assert_eq!(back("1", 20, LATER), "accepted");
    assert_eq!(back("1", 20, LATER), "accepted", "the same again");
    assert_eq!(back("1", 19, LATER), "other parameters");
    assert_eq!(back("2", 11, LATER), "too much");
    assert_eq!(back("2", 10, LATER + 180 * DAY + 1), "too late");
    let ended = books.end_return(SHOP, "1", Some("BALANCE_NOT_ENOUGH"), LATER).unwrap();
    assert_eq!(ended.result, ReturnResult::Failed);
    assert_eq!(back("3", 30, LATER), "accepted", "a failed return returns nothing");
    assert!(books.end_return(SHOP, "1", None, LATER).is_err(), "it has ended");
}
