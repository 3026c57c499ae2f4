//! Transfers to users, and users' authorizations.

use super::Merchant;
use crate::books::{BookedTransfer, Numbered};
use crate::error::SandboxError;
use crate::products;

/// Transfers to users.
impl Merchant {
    /// The user accepts a transfer: it becomes `SUCCESS`, and its `notify_url` is notified.
    ///
    /// # Errors
    /// The transfer does not exist, or it does not wait for the user.
    pub fn accept_transfer(&self, out_bill_no: &str) -> Result<(), SandboxError> {
        self.end_transfer(out_bill_no, None)
    }

    /// A transfer fails, for a reason such as `PAYEE_ACCOUNT_ABNORMAL`: it becomes `FAIL`, and its `notify_url` is notified.
    ///
    /// # Errors
    /// The transfer does not exist, or it does not wait for the user.
    pub fn fail_transfer(&self, out_bill_no: &str, fail_reason: &str) -> Result<(), SandboxError> {
        self.end_transfer(out_bill_no, Some(fail_reason))
    }

    fn end_transfer(&self, out_bill_no: &str, fail_reason: Option<&str>) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Transfer, out_bill_no)?;
        products::end_transfer(&self.office, &mchid, out_bill_no, fail_reason)
    }

    /// The user authorizes transfers: the authorization becomes `TAKING_EFFECT`, and its `authorization_notify_url` is notified.
    ///
    /// # Errors
    /// The authorization does not exist, or it does not wait for the user.
    pub fn confirm_authorization(&self, out_authorization_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Authorization, out_authorization_no)?;
        products::confirm_authorization(&self.office, &mchid, out_authorization_no)
    }

    /// The user ends or refuses an authorization of transfers: it becomes `CLOSED`, and nobody is notified.
    ///
    /// # Errors
    /// The authorization does not exist.
    pub fn withdraw_authorization(&self, out_authorization_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Authorization, out_authorization_no)?;
        products::withdraw_authorization(&self.office, &mchid, out_authorization_no)
    }

    /// All transfers in the books, the oldest first.
    ///
    /// # Errors
    /// The merchant does not exist, or the books cannot be read.
    pub fn transfers(&self) -> Result<Vec<BookedTransfer>, SandboxError> {
        self.own(self.office.books.transfers(self.office.clock.now())?, |transfer| &transfer.mchid)
    }
}

/// The default reason of a failed transfer.
pub(crate) const PAYEE_ACCOUNT_ABNORMAL: &str = "PAYEE_ACCOUNT_ABNORMAL";
