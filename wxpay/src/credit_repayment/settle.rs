//! The queries that settle the unknown outcome of a repayment or a termination. A pre-signing has no query, because the pages do
//! not say what WeChat Pay answers about a contract that was not signed: repeat the request instead.

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
