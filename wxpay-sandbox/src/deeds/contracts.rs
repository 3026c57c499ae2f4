//! Contracts and their repayments.

use super::{Deeds, Merchant};
use crate::books::{BookedRepayment, ContractKind, ContractState, Numbered};
use crate::error::SandboxError;
use crate::products;

/// Contracts and their repayments.
impl Merchant {
    /// The state of a contract.
    ///
    /// # Errors
    /// There is no contract with that code.
    pub fn contract_state(&self, kind: ContractKind, code: &str) -> Result<ContractState, SandboxError> {
        let mchid = self.owner(Numbered::Contract(kind), code)?;
        let contract = self.office.books.contract(kind, &mchid, code)?;
        let unknown = || SandboxError::Contract { code: code.to_owned(), problem: "was never pre-signed" };
        contract.map(|contract| contract.state).ok_or_else(unknown)
    }

    /// The user opens the contract page: signing has started, and the code is used up.
    ///
    /// # Errors
    /// There is no contract with that code, or it is signed or declined already.
    pub fn open_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.decide(kind, code, ContractState::Opened)
    }

    /// The user signs the contract. Its `contract_notify_url` is notified, if it has one. (Declining notifies nobody.)
    ///
    /// # Errors
    /// There is no contract with that code, or it is signed or declined already.
    pub fn sign_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.decide(kind, code, ContractState::Signed)
    }

    /// The user declines the contract.
    ///
    /// # Errors
    /// There is no contract with that code, or it is signed or declined already.
    pub fn decline_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.decide(kind, code, ContractState::Declined)
    }

    /// The user ends a signed contract. Its `contract_notify_url` is notified, if it has one.
    ///
    /// # Errors
    /// There is no contract with that code, or it is not in force.
    pub fn terminate_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.decide(kind, code, ContractState::Terminated)
    }

    fn decide(&self, kind: ContractKind, code: &str, next: ContractState) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Contract(kind), code)?;
        products::decide(&self.office, kind, &mchid, code, next)
    }

    /// A repayment is collected: it becomes `PAY_SUCCESS`, and its `notify_url` is notified.
    ///
    /// # Errors
    /// The repayment does not exist, or it is paid or has failed already.
    pub fn pay_repayment(&self, out_trade_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Repayment, out_trade_no)?;
        products::end_repayment(&self.office, &mchid, out_trade_no, true)
    }

    /// A repayment cannot be collected: it becomes `PAY_FAIL`, and nobody is notified.
    ///
    /// # Errors
    /// The repayment does not exist, or it is paid or has failed already.
    pub fn fail_repayment(&self, out_trade_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Repayment, out_trade_no)?;
        products::end_repayment(&self.office, &mchid, out_trade_no, false)
    }

    /// All repayments of credit in the books, the oldest first.
    ///
    /// # Errors
    /// The merchant does not exist, or the books cannot be read.
    pub fn repayments(&self) -> Result<Vec<BookedRepayment>, SandboxError> {
        self.own(self.office.books.repayments()?, |repayment| &repayment.mchid)
    }
}

/// A contract's page on the phone. A token leads to it for ten minutes.
impl Deeds {
    /// The user opens the page, as [`Merchant::open_contract`]. Returns the contract's code, or `None` if the token has expired.
    pub(crate) fn follow_contract(&self, token: &str) -> Result<Option<String>, SandboxError> {
        Ok(self.office.books.follow(token, self.office.clock.now())?)
    }

    /// The user signs or declines on the page. Returns false if the token has expired.
    pub(crate) fn decide_behind(&self, token: &str, is_signed: bool) -> Result<bool, SandboxError> {
        let behind = self.office.books.behind(token, self.office.clock.now())?;
        let Some((kind, mchid, code)) = behind else { return Ok(false) };
        let merchant = self.merchant(mchid);
        if is_signed {
            merchant.sign_contract(kind, &code)?;
        } else {
            merchant.decline_contract(kind, &code)?;
        }
        Ok(true)
    }
}
