//! Contracts, and what is collected by them.

use super::{Deeds, Merchant};
use crate::books::{BookedRepayment, ContractKind, ContractState, Numbered};
use crate::error::SandboxError;
use crate::products;

/// Contracts, and what is collected by them.
impl Merchant {
    /// The state of a contract that was pre-signed.
    ///
    /// # Errors
    /// There is none of that code.
    pub fn contract_state(&self, kind: ContractKind, code: &str) -> Result<ContractState, SandboxError> {
        let mchid = self.owner(Numbered::Contract(kind), code)?;
        let contract = self.office.books.contract(kind, &mchid, code)?;
        let unknown = || SandboxError::Contract { code: code.to_owned(), problem: "was never pre-signed" };
        contract.map(|contract| contract.state).ok_or_else(unknown)
    }

    /// The user opens the contract page: signing has started, and the code is used up.
    ///
    /// # Errors
    /// There is no contract of that code, or it is signed or declined already.
    pub fn open_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.decide(kind, code, ContractState::Opened)
    }

    /// The user signs the contract. Where it has a `contract_notify_url`, that hears of it; of declining it does not.
    ///
    /// # Errors
    /// There is no contract of that code, or it is signed or declined already.
    pub fn sign_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.decide(kind, code, ContractState::Signed)
    }

    /// The user declines the contract.
    ///
    /// # Errors
    /// There is no contract of that code, or it is signed or declined already.
    pub fn decline_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.decide(kind, code, ContractState::Declined)
    }

    /// The user ends a contract that was signed. Where it has a `contract_notify_url`, that hears of it.
    ///
    /// # Errors
    /// There is no contract of that code, or it is not in force.
    pub fn terminate_contract(&self, kind: ContractKind, code: &str) -> Result<(), SandboxError> {
        self.decide(kind, code, ContractState::Terminated)
    }

    fn decide(&self, kind: ContractKind, code: &str, next: ContractState) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Contract(kind), code)?;
        products::decide(&self.office, kind, &mchid, code, next)
    }

    /// A repayment is collected: it is `PAY_SUCCESS`, and its `notify_url` hears of it.
    ///
    /// # Errors
    /// There is no such repayment, or it is paid or has failed already.
    pub fn pay_repayment(&self, out_trade_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Repayment, out_trade_no)?;
        products::end_repayment(&self.office, &mchid, out_trade_no, true)
    }

    /// A repayment cannot be collected: it is `PAY_FAIL`, and nobody is notified.
    ///
    /// # Errors
    /// There is no such repayment, or it is paid or has failed already.
    pub fn fail_repayment(&self, out_trade_no: &str) -> Result<(), SandboxError> {
        let mchid = self.owner(Numbered::Repayment, out_trade_no)?;
        products::end_repayment(&self.office, &mchid, out_trade_no, false)
    }

    /// Every repayment of credit in the books, in the order in which they were made.
    ///
    /// # Errors
    /// There is no such merchant, or the books cannot be read.
    pub fn repayments(&self) -> Result<Vec<BookedRepayment>, SandboxError> {
        self.own(self.office.books.repayments()?, |repayment| &repayment.mchid)
    }
}

/// A contract's page on the phone, which a token leads to for ten minutes.
impl Deeds {
    /// The user opens the page, as [`Merchant::open_contract`]: the contract's code, if the token is still good.
    pub(crate) fn follow_contract(&self, token: &str) -> Result<Option<String>, SandboxError> {
        Ok(self.office.books.follow(token, self.office.clock.now())?)
    }

    /// The user signs or declines there; whether the token is still good.
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
