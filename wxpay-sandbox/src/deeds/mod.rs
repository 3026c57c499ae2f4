//! What users, banks and WeChat Pay do, and a look into the books. A [`Number`] is found whichever merchant it belongs to.

mod identities;
mod notifications;
pub(crate) mod number;

use wxpay::refund::RefundStatus;

use crate::books::{
    BookedOrder, BookedRefund, BookedRepayment, BookedShare, BookedTransfer, ContractKind, ContractState,
};
use crate::deeds::number::Number;
use crate::error::SandboxError;
use crate::products::Checkout;
use crate::{Sandbox, products};

/// The books as a whole.
impl Sandbox {
    /// How many rows a table of the books has, such as `orders`: without reading them. 0 if there is none of that name.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn count(&self, table: &str) -> Result<u64, SandboxError> {
        let counts = self.shared.books.counts()?;
        let count = counts.into_iter().find(|(name, _)| name == table);
        Ok(count.and_then(|(_, count)| u64::try_from(count).ok()).unwrap_or(0))
    }
}

/// Orders, refunds, transfers.
impl Sandbox {
    /// The user pays an order: it is `SUCCESS`, and its `notify_url` hears of it. A scanned code has none.
    ///
    /// # Errors
    /// There is no such order, or it is paid already, closed, or no longer to be paid.
    pub fn pay_order<'a>(&self, out_trade_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::pay(&self.shared, out_trade_no.into())
    }

    /// The same for an order of that merchant, as `pay_order((mchid, out_trade_no))`.
    ///
    /// # Errors
    /// As [`Sandbox::pay_order`].
    pub fn pay_order_of(&self, mchid: &str, out_trade_no: &str) -> Result<(), SandboxError> {
        self.pay_order((mchid, out_trade_no))
    }

    /// The user pays a combined order, every part of it: its `notify_url` hears of it once.
    ///
    /// # Errors
    /// There is no such combined order, or it is paid already, closed, or no longer to be paid.
    pub fn pay_combined_order<'a>(&self, combine_out_trade_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::pay_combined(&self.shared, combine_out_trade_no.into())
    }

    /// What a `prepay_id`, a `code_url` or an `h5_url` leads to, whichever merchant ordered, also after it has expired.
    ///
    /// # Errors
    /// It leads nowhere.
    pub fn checkout(&self, link: &str) -> Result<Checkout, SandboxError> {
        products::checkout(&self.shared, link)
    }

    /// The user scans a `code_url`, follows an `h5_url`, or is asked with a `prepay_id`, and pays what is behind it.
    ///
    /// # Errors
    /// It leads nowhere or has expired (an `h5_url` after 5 minutes, the others after 2 hours), or the order is paid
    /// already, closed, or no longer to be paid.
    pub fn pay_link(&self, link: &str) -> Result<(), SandboxError> {
        products::pay_link(&self.shared, link)
    }

    /// The user has the money of a refund: it is `SUCCESS`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such refund, or it is not on its way.
    pub fn complete_refund<'a>(&self, out_refund_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::end_refund(&self.shared, out_refund_no.into(), &RefundStatus::Success)
    }

    /// The user's bank does not take a refund: it is `ABNORMAL`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such refund, or it is not on its way.
    pub fn bounce_refund<'a>(&self, out_refund_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::end_refund(&self.shared, out_refund_no.into(), &RefundStatus::Abnormal)
    }

    /// A refund comes to nothing: it is `CLOSED`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such refund, or it is not on its way.
    pub fn close_refund<'a>(&self, out_refund_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::end_refund(&self.shared, out_refund_no.into(), &RefundStatus::Closed)
    }

    /// The user accepts a transfer: it is `SUCCESS`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such transfer, or it does not wait for its user.
    pub fn accept_transfer<'a>(&self, out_bill_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::end_transfer(&self.shared, out_bill_no.into(), None)
    }

    /// A transfer fails, for a reason such as `PAYEE_ACCOUNT_ABNORMAL`: it is `FAIL`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such transfer, or it does not wait for its user.
    pub fn fail_transfer<'a>(&self, out_bill_no: impl Into<Number<'a>>, fail_reason: &str) -> Result<(), SandboxError> {
        products::end_transfer(&self.shared, out_bill_no.into(), Some(fail_reason))
    }

    /// The user authorizes transfers: it is `TAKING_EFFECT`, and its `authorization_notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such authorization, or it does not wait for its user.
    pub fn confirm_authorization<'a>(&self, out_authorization_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::confirm_authorization(&self.shared, out_authorization_no.into())
    }

    /// The user ends an authorization of transfers, or does not give it: it is `CLOSED`, and nobody is notified.
    ///
    /// # Errors
    /// There is no such authorization.
    pub fn withdraw_authorization<'a>(&self, out_authorization_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::withdraw_authorization(&self.shared, out_authorization_no.into())
    }

    /// Every order in the books, in the order in which they were made.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn orders(&self) -> Result<Vec<BookedOrder>, SandboxError> {
        Ok(self.shared.books.orders(self.shared.clock.now())?)
    }

    /// Every refund in the books, in the order in which they were asked for.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn refunds(&self) -> Result<Vec<BookedRefund>, SandboxError> {
        Ok(self.shared.books.refunds()?)
    }

    /// Every transfer in the books, in the order in which they were ordered.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn transfers(&self) -> Result<Vec<BookedTransfer>, SandboxError> {
        Ok(self.shared.books.transfers(self.shared.clock.now())?)
    }
}

/// Shares of payments.
impl Sandbox {
    /// The receivers of a sharing get their shares, and the merchant what is unfrozen: each is `SUCCESS`, and the
    /// `notify_url` of the sharing hears of each. The share of a receiver that was deleted is `CLOSED`.
    ///
    /// # Errors
    /// There is no such sharing, or nothing of it is worked on.
    pub fn complete_sharing<'a>(&self, out_order_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::end_shares(&self.shared, out_order_no.into(), None, None)
    }

    /// A receiver does not get its share, for a reason such as `ACCOUNT_ABNORMAL`: it is `CLOSED`, and the money stays
    /// with the merchant.
    ///
    /// # Errors
    /// There is no such sharing, or no share of that receiver is worked on.
    pub fn close_share<'a>(
        &self,
        out_order_no: impl Into<Number<'a>>,
        account: &str,
        fail_reason: &str,
    ) -> Result<(), SandboxError> {
        products::end_shares(&self.shared, out_order_no.into(), Some(account), Some(fail_reason))
    }

    /// A share goes back: the return is `SUCCESS`, and the `notify_url` of the sharing hears of it.
    ///
    /// # Errors
    /// There is no such return, or it is not worked on.
    pub fn complete_return<'a>(&self, out_return_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::end_return(&self.shared, out_return_no.into(), None)
    }

    /// A share does not go back, for a reason such as `BALANCE_NOT_ENOUGH`: the return is `FAILED`.
    ///
    /// # Errors
    /// There is no such return, or it is not worked on.
    pub fn fail_return<'a>(&self, out_return_no: impl Into<Number<'a>>, fail_reason: &str) -> Result<(), SandboxError> {
        products::end_return(&self.shared, out_return_no.into(), Some(fail_reason))
    }

    /// Every share in the books, in the order in which they were asked for.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn shares(&self) -> Result<Vec<BookedShare>, SandboxError> {
        Ok(self.shared.books.shares()?)
    }
}

/// Contracts, and what is collected by them.
impl Sandbox {
    /// The state of a contract that was pre-signed.
    ///
    /// # Errors
    /// There is none of that code.
    pub fn contract_state<'a>(
        &self,
        kind: ContractKind,
        code: impl Into<Number<'a>>,
    ) -> Result<ContractState, SandboxError> {
        products::contract_state(&self.shared, kind, code.into())
    }

    /// The user opens the contract page: signing has started, and the code is used up.
    ///
    /// # Errors
    /// There is no contract of that code, or it is signed or declined already.
    pub fn open_contract<'a>(&self, kind: ContractKind, code: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::decide(&self.shared, kind, code.into(), ContractState::Opened)
    }

    /// The user signs the contract. Where it has a `contract_notify_url`, that hears of it; of declining it does not.
    ///
    /// # Errors
    /// There is no contract of that code, or it is signed or declined already.
    pub fn sign_contract<'a>(&self, kind: ContractKind, code: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::decide(&self.shared, kind, code.into(), ContractState::Signed)
    }

    /// The user declines the contract.
    ///
    /// # Errors
    /// There is no contract of that code, or it is signed or declined already.
    pub fn decline_contract<'a>(&self, kind: ContractKind, code: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::decide(&self.shared, kind, code.into(), ContractState::Declined)
    }

    /// The user ends a contract that was signed. Where it has a `contract_notify_url`, that hears of it.
    ///
    /// # Errors
    /// There is no contract of that code, or it is not in force.
    pub fn terminate_contract<'a>(&self, kind: ContractKind, code: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::decide(&self.shared, kind, code.into(), ContractState::Terminated)
    }

    /// A repayment is collected: it is `PAY_SUCCESS`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such repayment, or it is paid or has failed already.
    pub fn pay_repayment<'a>(&self, out_trade_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::end_repayment(&self.shared, out_trade_no.into(), true)
    }

    /// A repayment cannot be collected: it is `PAY_FAIL`, and nobody is notified.
    ///
    /// # Errors
    /// There is no such repayment, or it is paid or has failed already.
    pub fn fail_repayment<'a>(&self, out_trade_no: impl Into<Number<'a>>) -> Result<(), SandboxError> {
        products::end_repayment(&self.shared, out_trade_no.into(), false)
    }

    /// Every repayment of credit in the books, in the order in which they were made.
    ///
    /// # Errors
    /// The books cannot be read.
    pub fn repayments(&self) -> Result<Vec<BookedRepayment>, SandboxError> {
        Ok(self.shared.books.repayments()?)
    }
}
