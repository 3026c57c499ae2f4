//! How a repayment, or the end of a contract, is asked for when the outcome is unknown. What is said about a contract that
//! was pre-signed and not signed is not documented, so that a pre-sign cannot be asked for: repeat it.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    CreateRepayment, QueryContract, QueryContractRequired, QueryRepayment, QueryRepaymentRequired, Repayment,
    RepaymentContract, RepaymentContractState, TerminateContract,
};
use crate::prelude::Fen;

impl Settle for CreateRepayment {
    type Query = QueryRepayment;

    fn query(&self) -> QueryRepayment {
        QueryRepayment::new(QueryRepaymentRequired { out_trade_no: self.out_trade_no.clone() })
    }

    fn verdict(&self, repayment: &Repayment) -> Verdict {
        Verdict::same(&[("deduct_amount", Fen::from(self.deduct_amount), repayment.deduct_amount.fen())])
    }
}

impl Settle for TerminateContract {
    type Query = QueryContract;

    fn query(&self) -> QueryContract {
        QueryContract::new(QueryContractRequired { out_contract_code: self.out_contract_code.clone() })
    }

    fn verdict(&self, contract: &RepaymentContract) -> Verdict {
        if contract.contract_state == RepaymentContractState::Terminated { Verdict::Done } else { Verdict::NotDone }
    }
}
