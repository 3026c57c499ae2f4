//! Orders, and refunds of them.

use wxpay::prelude::Fen;
use wxpay::refund::RefundStatus;

use super::Merchant;
use crate::books::{BookedOrder, BookedRefund, Numbered, OrderKey};
use crate::error::SandboxError;
use crate::products::{self, Checkout};

/// Orders, and refunds of them.
impl Merchant {
    /// The user pays an order: it is `SUCCESS`, and its `notify_url` hears of it. A scanned code has none.
    ///
    /// # Errors
    /// There is no such order, or it is paid already, closed, no longer to be paid, or part of a combined order.
    pub fn pay_order(&self, out_trade_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Order, out_trade_no)?;
        products::pay(&self.office, OrderKey { mchid: &mchid, out_trade_no })
    }

    /// The user pays a combined order, every part of it: its `notify_url` hears of it once.
    ///
    /// # Errors
    /// There is no such combined order, or it is paid already, closed, or no longer to be paid.
    pub fn pay_combined_order(&self, combine_out_trade_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::CombinedOrder, combine_out_trade_no)?;
        products::pay_combined(&self.office, OrderKey { mchid: &mchid, out_trade_no: combine_out_trade_no })
    }

    /// The user pays what an order is paid with: itself, or the combined order that it is part of.
    pub(crate) fn pay_whole(&self, out_trade_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Order, out_trade_no)?;
        let order = OrderKey { mchid: &mchid, out_trade_no };
        match self.office.books.whole_of(order)? {
            Some((mchid, out_trade_no)) => {
                products::pay_combined(&self.office, OrderKey { mchid: &mchid, out_trade_no: &out_trade_no })
            }
            None => products::pay(&self.office, order),
        }
    }

    /// What a `prepay_id`, a `code_url` or an `h5_url` leads to, also after it has expired.
    ///
    /// # Errors
    /// It leads nowhere, or to another merchant.
    pub fn checkout(&self, link: &str) -> Result<Checkout, SandboxError> {
        let checkout = products::checkout(&self.office, link)?;
        let foreign = self.mchid.as_ref().is_some_and(|mchid| *mchid != checkout.mchid);
        if foreign { Err(SandboxError::Link("leads to another merchant")) } else { Ok(checkout) }
    }

    /// The user scans a `code_url`, follows an `h5_url`, or is asked with a `prepay_id`, and pays what is behind it.
    ///
    /// # Errors
    /// It leads nowhere or to another merchant, or has expired (an `h5_url` after 5 minutes, the others after 2 hours), or
    /// the order is paid already, closed, or no longer to be paid.
    pub fn pay_link(&self, link: &str) -> Result<(), SandboxError> {
        self.checkout(link)?;
        products::pay_link(&self.office, link)
    }

    /// The merchant gives money of an order back by hand, as on its platform (商户平台). Nobody is notified. The refund's
    /// number begins with `by-hand-`.
    ///
    /// # Errors
    /// There is no such order, or it is not paid, or less is left of it.
    pub fn refund_order(&self, out_trade_no: &str, refund: Fen) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Order, out_trade_no)?;
        products::refund_by_hand(&self.office, OrderKey { mchid: &mchid, out_trade_no }, refund)
    }

    /// The user has the money of a refund: it is `SUCCESS`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such refund, or it is not on its way.
    pub fn complete_refund(&self, out_refund_no: &str) -> Result<(), SandboxError> {
        self.end_refund(out_refund_no, &RefundStatus::Success)
    }

    /// The user's bank does not take a refund: it is `ABNORMAL`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such refund, or it is not on its way.
    pub fn bounce_refund(&self, out_refund_no: &str) -> Result<(), SandboxError> {
        self.end_refund(out_refund_no, &RefundStatus::Abnormal)
    }

    /// A refund comes to nothing: it is `CLOSED`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such refund, or it is not on its way.
    pub fn close_refund(&self, out_refund_no: &str) -> Result<(), SandboxError> {
        self.end_refund(out_refund_no, &RefundStatus::Closed)
    }

    fn end_refund(&self, out_refund_no: &str, status: &RefundStatus) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Refund, out_refund_no)?;
        products::end_refund(&self.office, &mchid, out_refund_no, status)
    }

    /// Every order in the books, in the order in which they were made.
    ///
    /// # Errors
    /// There is no such merchant, or the books cannot be read.
    pub fn orders(&self) -> Result<Vec<BookedOrder>, SandboxError> {
        self.own(self.office.books.orders(self.office.clock.now())?, |order| &order.mchid)
    }

    /// Every refund in the books, in the order in which they were asked for.
    ///
    /// # Errors
    /// There is no such merchant, or the books cannot be read.
    pub fn refunds(&self) -> Result<Vec<BookedRefund>, SandboxError> {
        self.own(self.office.books.refunds()?, |refund| &refund.mchid)
    }
}
