//! No action in any order creates or loses money.

use proptest::prelude::*;
use proptest::test_runner::Config;
use wxpay::mch_transfer::TransferState;
use wxpay::profit_sharing::ShareResult;
use wxpay::refund::RefundStatus;

use super::*;
use crate::books::{BySharing, NewReturn, NewTransfer};

/// An action on the thing with that number.
#[derive(Debug, Clone, Copy)]
struct Deed {
    kind: Kind,
    number: u8,
    amount: i64,
    truth: bool,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Order,
    Pay,
    Refund,
    EndRefund,
    Share,
    EndShares,
    TakeBack,
    EndReturn,
    Transfer,
    EndTransfer,
    Wait,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let kind = prop_oneof![
        2 => Just(Kind::Order),
        2 => Just(Kind::Pay),
        3 => Just(Kind::Refund),
        1 => Just(Kind::EndRefund),
        4 => Just(Kind::Share),
        2 => Just(Kind::EndShares),
        2 => Just(Kind::TakeBack),
        2 => Just(Kind::EndReturn),
        1 => Just(Kind::Transfer),
        1 => Just(Kind::EndTransfer),
        2 => Just(Kind::Wait),
    ];
    let deed = (kind, 0..4_u8, 1..120_i64, any::<bool>());
    let deed = deed.prop_map(|(kind, number, amount, truth)| Deed { kind, number, amount, truth });
    prop::collection::vec(deed, 1..60)
}

/// The books, and the present time.
struct Stage {
    books: Books,
    now: i64,
}

impl Stage {
    /// Does it. A refusal is fine: the sums show if it was right.
    fn act(&mut self, deed: Deed) {
        let Deed { kind, number, amount, truth } = deed;
        let (books, now) = (&self.books, self.now);
        let order = format!("O{}", number % 2);
        // Several things share a number, so that some requests are refused.
        let one = format!("{order}-{number}-{amount}");
        match kind {
            Kind::Order => drop(books.order(&new_order(&order, 100, SHARED), now).unwrap()),
            Kind::Pay => drop(books.pay(key(&order), &format!("W{order}"), now)),
            Kind::Refund => drop(refund(books, &order, &one, amount, now)),
            Kind::EndRefund => {
                let status = if truth { RefundStatus::Success } else { RefundStatus::Closed };
                for refund in books.refunds().unwrap() {
                    drop(books.end_refund(SHOP, &refund.out_refund_no, &status, now));
                }
            }
            Kind::Share => {
                let to = if truth { RECEIVER } else { OTHER };
                let shares = [(to, amount / 2 + 1), (SHOP, amount / 4 + 1)];
                drop(share(books, &order, &one, &shares, amount % 7 == 0, now));
            }
            Kind::EndShares => {
                let reason = (!truth).then_some("ACCOUNT_ABNORMAL");
                for share in books.shares().unwrap() {
                    drop(books.end_shares(SHOP, &share.out_order_no, Some(&share.account), reason, now));
                }
            }
            Kind::TakeBack => {
                for share in books.shares().unwrap() {
                    take_back(books, &share.out_order_no, &share.account, &one, amount, now);
                }
            }
            Kind::EndReturn => drop(books.end_return(SHOP, &one, (!truth).then_some("BALANCE_NOT_ENOUGH"), now)),
            Kind::Transfer => transfer(books, &one, amount, truth, now),
            Kind::EndTransfer => {
                for transfer in books.transfers(now).unwrap() {
                    drop(books.end_transfer(SHOP, &transfer.out_bill_no, truth.then_some("X"), now));
                }
            }
            Kind::Wait => self.now += if truth { 60 } else { DAY },
        }
    }

    /// The merchant's balance: payments less refunds, and shares given and got.
    fn has(&self, mchid: &str) -> i64 {
        let (books, ever) = (&self.books, 0..i64::MAX);
        let paid: i64 = books.paid_to(mchid, ever.clone()).unwrap().iter().map(|order| order.total).sum();
        let refunded: i64 = books.refunds_of(mchid, ever.clone()).unwrap().iter().map(|refund| refund.refund).sum();
        let closed: i64 = books.refunds_closed(mchid, ever.clone()).unwrap().iter().map(|refund| refund.refund).sum();
        let shared: i64 = books.shared_in(mchid, ever).unwrap().iter().map(|moved| moved.amount).sum();
        paid - refunded + closed + shared
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let refunds = self.books.refunds().unwrap();
        let refunds = refunds.iter().filter(|refund| refund.status != RefundStatus::Closed);
        let shares = self.books.shares().unwrap();
        let (mut paid, mut refunded) = (0, 0);
        for order in self.books.orders(self.now).unwrap() {
            let back: i64 =
                refunds.clone().filter(|one| one.out_trade_no == order.out_trade_no).map(|one| one.refund.get()).sum();
            let Some(id) = &order.transaction_id else {
                prop_assert_eq!(back, 0, "an unpaid order has no refunds");
                continue;
            };
            let of_it = shares.iter().filter(|share| share.transaction_id == *id && !share.own);
            let others = of_it.filter(|share| share.result != ShareResult::Closed);
            let others: i64 = others.map(|share| share.amount.get() - share.returned.get()).sum();
            prop_assert!(back + others <= order.total.get(), "{} and {} of {}", back, others, order.total);
            paid += order.total.get();
            refunded += back;
        }
        prop_assert!(shares.iter().all(|share| share.returned <= share.amount));
        let have = [SHOP, OTHER, RECEIVER].map(|mchid| self.has(mchid));
        prop_assert!(have.iter().all(|amount| *amount >= 0), "{:?}", have);
        prop_assert_eq!(have.iter().sum::<i64>(), paid - refunded, "money in is money out");
        self.check_transfers()
    }

    /// Money that has left the merchant is money that users have or are asked about.
    fn check_transfers(&self) -> Result<(), TestCaseError> {
        let so_far = 0..self.now + 1;
        let ordered: i64 = self.books.transfers_in(SHOP, so_far.clone()).unwrap().iter().map(|one| one.amount).sum();
        let ended: i64 = self.books.transfers_ended(SHOP, so_far).unwrap().iter().map(|one| one.amount).sum();
        let gone = self.books.transfers(self.now).unwrap();
        let gone =
            gone.iter().filter(|one| matches!(one.state, TransferState::Success | TransferState::WaitUserConfirm));
        prop_assert_eq!(ordered - ended, gone.map(|one| one.transfer_amount.get()).sum::<i64>());
        Ok(())
    }
}

fn take_back(books: &Books, sharing: &str, account: &str, number: &str, amount: i64, now: i64) {
    let new = NewReturn {
        mchid: SHOP,
        sub_mchid: None,
        sharing: BySharing::OutOrderNo(sharing),
        out_return_no: number,
        return_id: &format!("W{number}"),
        return_mchid: account,
        amount,
        description: "back",
        parameters: "{}",
    };
    drop(books.take_back(&new, now).unwrap());
}

fn transfer(books: &Books, number: &str, amount: i64, asked: bool, now: i64) {
    let new = NewTransfer {
        mchid: SHOP,
        out_bill_no: number,
        parameters: "{}",
        amount,
        openid: "o",
        transfer_bill_no: &format!("W{number}"),
        package_info: asked.then_some("package"),
    };
    drop(books.transfer(&new, now).unwrap());
}

proptest! {
    #![proptest_config(Config { cases: 256, failure_persistence: None, ..Config::default() })]

    #[test]
    fn money_in_is_money_out(deeds in deeds()) {
        let mut stage = Stage { books: books(), now: NOW };
        for account in [RECEIVER, OTHER] {
            stage.books.add_receiver(receiver(account), None).unwrap();
        }
        for deed in deeds {
            stage.act(deed);
            stage.check()?;
        }
    }
}
