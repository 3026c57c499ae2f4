//! Shares of payments.

use super::Merchant;
use crate::books::{BookedShare, Numbered};
use crate::error::SandboxError;
use crate::products;

/// Shares of payments.
impl Merchant {
    /// The receivers of a sharing get their shares, and the merchant gets the unfrozen rest: each share becomes `SUCCESS`, and
    /// the `notify_url` of the sharing is notified of each. The share of a deleted receiver becomes `CLOSED`.
    ///
    /// # Errors
    /// The sharing does not exist, or no share of it is pending.
    pub fn complete_sharing(&self, out_order_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Sharing, out_order_no)?;
        products::end_shares(&self.office, &mchid, out_order_no, None, None)
    }

    /// A receiver does not get its share, for a reason such as `ACCOUNT_ABNORMAL`: the share becomes `CLOSED`, and the money
    /// stays with the merchant.
    ///
    /// # Errors
    /// The sharing does not exist, or no share of that receiver is pending.
    pub fn close_share(&self, out_order_no: &str, account: &str, fail_reason: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Sharing, out_order_no)?;
        products::end_shares(&self.office, &mchid, out_order_no, Some(account), Some(fail_reason))
    }

    /// A share is returned: the return becomes `SUCCESS`, and the `notify_url` of the sharing is notified.
    ///
    /// # Errors
    /// The return does not exist, or it is not processing.
    pub fn complete_return(&self, out_return_no: &str) -> Result<(), SandboxError> {
        self.end_return(out_return_no, None)
    }

    /// A share is not returned, for a reason such as `BALANCE_NOT_ENOUGH`: the return becomes `FAILED`.
    ///
    /// # Errors
    /// The return does not exist, or it is not processing.
    pub fn fail_return(&self, out_return_no: &str, fail_reason: &str) -> Result<(), SandboxError> {
        self.end_return(out_return_no, Some(fail_reason))
    }

    fn end_return(&self, out_return_no: &str, fail_reason: Option<&str>) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Return, out_return_no)?;
        products::end_return(&self.office, &mchid, out_return_no, fail_reason)
    }

    /// All shares in the books, the oldest first.
    ///
    /// # Errors
    /// The merchant does not exist, or the books cannot be read.
    pub fn shares(&self) -> Result<Vec<BookedShare>, SandboxError> {
        self.own(self.office.books.shares()?, |share| &share.mchid)
    }
}
