//! Transfers to users.

use wxpay::mch_transfer::TransferState;

use super::*;
use crate::books::{Cancelling, NewTransfer, Transferring};

fn transfer(books: &Books, number: &str, amount: i64, asked: bool, now: i64) -> Transferring {
    let new = NewTransfer {
        mchid: SHOP,
        out_bill_no: number,
        parameters: &format!("{{\"amount\":{amount}}}"),
        amount,
        openid: "o",
        transfer_bill_no: &format!("W{number}"),
        package_info: asked.then_some("package"),
    };
    books.transfer(&new, now).unwrap()
}

fn state(books: &Books, number: &str, now: i64) -> (TransferState, Option<String>) {
    let transfer = books.find_transfer(SHOP, number, now).unwrap().unwrap();
    (transfer.state, transfer.fail_reason)
}

#[test]
fn a_transfer_is_ordered_once() {
    let books = books();
    assert!(matches!(transfer(&books, "1", 100, true, NOW), Transferring::Accepted(_)));
    assert!(matches!(transfer(&books, "1", 100, true, NOW), Transferring::Again(_)));
    assert!(matches!(transfer(&books, "1", 101, true, NOW), Transferring::OtherParameters));
    let known = books.transfers(NOW).unwrap();
    assert_eq!(known.iter().map(|one| (one.transfer_amount.get(), one.accepted)).collect::<Vec<_>>(), [(100, 2)]);
}

#[test]
fn the_user_decides_once() {
    let books = books();
    transfer(&books, "1", 100, true, NOW);
    transfer(&books, "2", 100, true, NOW);
    books.end_transfer(SHOP, "1", None, NOW).unwrap();
    books.end_transfer(SHOP, "2", Some("PAYEE_ACCOUNT_ABNORMAL"), NOW).unwrap();
    assert_eq!(state(&books, "1", NOW), (TransferState::Success, None));
    assert_eq!(state(&books, "2", NOW), (TransferState::Fail, Some("PAYEE_ACCOUNT_ABNORMAL".to_owned())));
    let again = books.end_transfer(SHOP, "1", Some("X"), NOW).err().unwrap().to_string();
    assert_eq!(again, "transfer `1` does not wait for its user");
    assert!(books.end_transfer(OTHER, "1", None, NOW).is_err());
    assert_eq!(state(&books, "1", NOW), (TransferState::Success, None));
}

#[test]
fn nobody_is_asked_about_an_authorized_transfer() {
    let books = books();
    transfer(&books, "1", 100, false, NOW);
    assert_eq!(state(&books, "1", NOW), (TransferState::Success, None));
    assert!(books.end_transfer(SHOP, "1", Some("X"), NOW).is_err());
}

#[test]
fn a_transfer_that_is_not_accepted_within_a_day_has_failed() {
    let books = books();
    transfer(&books, "1", 100, true, NOW);
    assert_eq!(state(&books, "1", NOW + DAY - 1), (TransferState::WaitUserConfirm, None));
    assert_eq!(state(&books, "1", NOW + DAY), (TransferState::Fail, Some("OVERDUE_CLOSE".to_owned())));
    assert!(books.end_transfer(SHOP, "1", None, NOW + DAY).is_err());
    assert!(books.expire_transfers(NOW + DAY - 1).unwrap().is_empty());
    assert_eq!(books.expire_transfers(NOW + DAY).unwrap().len(), 1);
    assert!(books.expire_transfers(NOW + DAY).unwrap().is_empty(), "it ends once");
}

#[test]
fn only_what_waits_is_cancelled() {
    let books = books();
    transfer(&books, "1", 100, true, NOW);
    transfer(&books, "2", 100, true, NOW);
    books.end_transfer(SHOP, "2", None, NOW).unwrap();
    let cancel = |number, now| books.cancel_transfer(SHOP, number, now).unwrap();
    assert!(matches!(cancel("1", NOW), Cancelling::Accepted(_)));
    assert!(matches!(cancel("1", NOW), Cancelling::Again(_)));
    assert!(matches!(cancel("2", NOW), Cancelling::TooLate));
    assert!(matches!(cancel("3", NOW), Cancelling::Unknown));
    assert_eq!(state(&books, "2", NOW).0, TransferState::Success);
}
