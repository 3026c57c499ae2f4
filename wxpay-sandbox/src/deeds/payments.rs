//! Orders and their refunds.

use wxpay::prelude::Fen;
use wxpay::refund::RefundStatus;

use super::Merchant;
use crate::books::{BookedOrder, BookedRefund, Numbered, OrderKey};
use crate::error::SandboxError;
use crate::products::{self, Checkout};

/// Orders and their refunds.
impl Merchant {
    /// The user pays an order: it becomes `SUCCESS`, and its `notify_url` is notified. An order by scanned code has no
    /// `notify_url`.
    ///
    /// # Errors
    /// The order does not exist, or it is paid already, closed, expired, or part of a combined order.
    pub fn pay_order(&self, out_trade_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Order, out_trade_no)?;
        products::pay(&self.office, OrderKey { mchid: &mchid, out_trade_no })
    }

    /// The user pays all parts of a combined order; its `notify_url` is notified once.
    ///
    /// # Errors
    /// The combined order does not exist, or it is paid already, closed, or expired.
    pub fn pay_combined_order(&self, combine_out_trade_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::CombinedOrder, combine_out_trade_no)?;
        products::pay_combined(&self.office, OrderKey { mchid: &mchid, out_trade_no: combine_out_trade_no })
    }

    /// The user pays an order, or the combined order that it is part of.
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

    /// The order that a `prepay_id`, a `code_url` or an `h5_url` leads to, even if the link has expired.
    ///
    /// # Errors
    /// The link leads nowhere, or to another merchant.
    pub fn checkout(&self, link: &str) -> Result<Checkout, SandboxError> {
        let checkout = products::checkout(&self.office, link)?;
        let foreign = self.mchid.as_ref().is_some_and(|mchid| *mchid != checkout.mchid);
        if foreign { Err(SandboxError::Link("leads to another merchant")) } else { Ok(checkout) }
    }

    /// The user scans a `code_url`, follows an `h5_url`, or confirms a `prepay_id`, and pays the order.
    ///
    /// # Errors
    /// The link leads nowhere or to another merchant, or has expired (an `h5_url` after 5 minutes, the others after 2 hours), or
    /// the order is paid already, closed, or expired.
    pub fn pay_link(&self, link: &str) -> Result<(), SandboxError> {
        self.checkout(link)?;
        products::pay_link(&self.office, link)
    }

    /// The merchant refunds a part of an order by hand, as on the merchant platform (商户平台). Nobody is notified. The refund's
    /// number begins with `by-hand-`.
    ///
    /// # Errors
    /// The order does not exist, or it is not paid, or less than that is left of it.
    pub fn refund_order(&self, out_trade_no: &str, refund: Fen) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Order, out_trade_no)?;
        products::refund_by_hand(&self.office, OrderKey { mchid: &mchid, out_trade_no }, refund)
    }

    /// The user gets the money of a refund: it becomes `SUCCESS`, and its `notify_url` is notified.
    ///
    /// # Errors
    /// The refund does not exist, or it is not processing.
    pub fn complete_refund(&self, out_refund_no: &str) -> Result<(), SandboxError> {
        self.end_refund(out_refund_no, &RefundStatus::Success)
    }

    /// The user's bank rejects a refund: it becomes `ABNORMAL`, and its `notify_url` is notified.
    ///
    /// # Errors
    /// The refund does not exist, or it is not processing.
    pub fn bounce_refund(&self, out_refund_no: &str) -> Result<(), SandboxError> {
        self.end_refund(out_refund_no, &RefundStatus::Abnormal)
    }

    /// A refund is given up: it becomes `CLOSED`, and its `notify_url` is notified.
    ///
    /// # Errors
    /// The refund does not exist, or it is not processing.
    pub fn close_refund(&self, out_refund_no: &str) -> Result<(), SandboxError> {
        self.end_refund(out_refund_no, &RefundStatus::Closed)
    }

    fn end_refund(&self, out_refund_no: &str, status: &RefundStatus) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Refund, out_refund_no)?;
        products::end_refund(&self.office, &mchid, out_refund_no, status)
    }

    /// All orders in the books, the oldest first.
    ///
    /// # Errors
    /// The merchant does not exist, or the books cannot be read.
    pub fn orders(&self) -> Result<Vec<BookedOrder>, SandboxError> {
        self.own(self.office.books.orders(self.office.clock.now())?, |order| &order.mchid)
    }

    /// All refunds in the books, the oldest first.
    ///
    /// # Errors
    /// The merchant does not exist, or the books cannot be read.
    pub fn refunds(&self) -> Result<Vec<BookedRefund>, SandboxError> {
        self.own(self.office.books.refunds()?, |refund| &refund.mchid)
    }
}
