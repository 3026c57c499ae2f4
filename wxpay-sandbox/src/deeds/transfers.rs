//! Transfers to users, and users' authorizations of them.

use super::Merchant;
use crate::books::{BookedTransfer, Numbered};
use crate::error::SandboxError;
use crate::products;

/// Transfers to users.
impl Merchant {
    /// The user accepts a transfer: it is `SUCCESS`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such transfer, or it does not wait for its user.
    pub fn accept_transfer(&self, out_bill_no: &str) -> Result<(), SandboxError> {
        self.end_transfer(out_bill_no, None)
    }

    /// A transfer fails, for a reason such as `PAYEE_ACCOUNT_ABNORMAL`: it is `FAIL`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such transfer, or it does not wait for its user.
    pub fn fail_transfer(&self, out_bill_no: &str, fail_reason: &str) -> Result<(), SandboxError> {
        self.end_transfer(out_bill_no, Some(fail_reason))
    }

    fn end_transfer(&self, out_bill_no: &str, fail_reason: Option<&str>) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Transfer, out_bill_no)?;
        products::end_transfer(&self.office, &mchid, out_bill_no, fail_reason)
    }

    /// The user authorizes transfers: it is `TAKING_EFFECT`, and its `authorization_notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such authorization, or it does not wait for its user.
    pub fn confirm_authorization(&self, out_authorization_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Authorization, out_authorization_no)?;
        products::confirm_authorization(&self.office, &mchid, out_authorization_no)
    }

    /// The user ends an authorization of transfers, or does not give it: it is `CLOSED`, and nobody is notified.
    ///
    /// # Errors
    /// There is no such authorization.
    pub fn withdraw_authorization(&self, out_authorization_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Authorization, out_authorization_no)?;
        products::withdraw_authorization(&self.office, &mchid, out_authorization_no)
    }

    /// Every transfer in the books, in the order in which they were ordered.
    ///
    /// # Errors
    /// There is no such merchant, or the books cannot be read.
    pub fn transfers(&self) -> Result<Vec<BookedTransfer>, SandboxError> {
        self.own(self.office.books.transfers(self.office.clock.now())?, |transfer| &transfer.mchid)
    }
}

/// The reason of a transfer that fails, where nobody names another.
pub(crate) const PAYEE_ACCOUNT_ABNORMAL: &str = "PAYEE_ACCOUNT_ABNORMAL";
