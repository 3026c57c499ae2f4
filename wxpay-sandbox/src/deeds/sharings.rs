//! Shares of payments.

use super::Merchant;
use crate::books::{BookedShare, Numbered};
use crate::error::SandboxError;
use crate::products;

/// Shares of payments.
impl Merchant {
    /// The receivers of a sharing get their shares, and the merchant what is unfrozen: each is `SUCCESS`, and the
    /// `notify_url` of the sharing hears of each. The share of a receiver that was deleted is `CLOSED`.
    ///
    /// # Errors
    /// There is no such sharing, or nothing of it is worked on.
    pub fn complete_sharing(&self, out_order_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Sharing, out_order_no)?;
        products::end_shares(&self.office, &mchid, out_order_no, None, None)
    }

    /// A receiver does not get its share, for a reason such as `ACCOUNT_ABNORMAL`: it is `CLOSED`, and the money stays
    /// with the merchant.
    ///
    /// # Errors
    /// There is no such sharing, or no share of that receiver is worked on.
    pub fn close_share(&self, out_order_no: &str, account: &str, fail_reason: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Sharing, out_order_no)?;
        products::end_shares(&self.office, &mchid, out_order_no, Some(account), Some(fail_reason))
    }

    /// A share goes back: the return is `SUCCESS`, and the `notify_url` of the sharing hears of it.
    ///
    /// # Errors
    /// There is no such return, or it is not worked on.
    pub fn complete_return(&self, out_return_no: &str) -> Result<(), SandboxError> {
        self.end_return(out_return_no, None)
    }

    /// A share does not go back, for a reason such as `BALANCE_NOT_ENOUGH`: the return is `FAILED`.
    ///
    /// # Errors
    /// There is no such return, or it is not worked on.
    pub fn fail_return(&self, out_return_no: &str, fail_reason: &str) -> Result<(), SandboxError> {
        self.end_return(out_return_no, Some(fail_reason))
    }

    fn end_return(&self, out_return_no: &str, fail_reason: Option<&str>) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Return, out_return_no)?;
        products::end_return(&self.office, &mchid, out_return_no, fail_reason)
    }

    /// Every share in the books, in the order in which they were asked for.
    ///
    /// # Errors
    /// There is no such merchant, or the books cannot be read.
    pub fn shares(&self) -> Result<Vec<BookedShare>, SandboxError> {
        self.own(self.office.books.shares()?, |share| &share.mchid)
    }
}
