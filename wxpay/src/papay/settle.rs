//! The queries that settle the unknown outcome of a scheduled debit or a termination. A contract that was pre-signed but not
//! signed does not exist yet, and debits have no query: repeat these requests instead.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    PapayContract, PapayContractState, QueryContract, QueryContractRequired, QuerySchedule, QueryScheduleRequired,
    Schedule, ScheduleDebit, ScheduleState, TerminateContract,
};

impl Settle for ScheduleDebit {
    type Query = QuerySchedule;

    fn query(&self) -> QuerySchedule {
        QuerySchedule::new(QueryScheduleRequired { contract_id: self.contract_id.clone() })
    }

    /// A schedule that was collected, or has ended, may be this one or an earlier one of the contract.
    fn verdict(&self, schedule: &Schedule) -> Verdict {
        match &schedule.schedule_state {
            ScheduleState::Scheduled => {}
            ScheduleState::NoScheduled => return Verdict::NotDone,
            state => return Verdict::Undecided { member: "schedule_state", found: state.as_str().to_owned() },
        }
        let wanted = self.schedule_amount.total;
        let found = schedule.scheduled_amount.as_ref().map_or(wanted, |amount| amount.total);
        Verdict::same(&[("schedule_amount.total", wanted, found)])
    }
}

impl Settle for TerminateContract {
    type Query = QueryContract;

    fn query(&self) -> QueryContract {
        let (plan_id, out_contract_code) = (self.plan_id, self.out_contract_code.clone());
        QueryContract::new(QueryContractRequired { plan_id, out_contract_code })
    }

    fn verdict(&self, contract: &PapayContract) -> Verdict {
        if contract.contract_state == PapayContractState::Terminated { Verdict::Done } else { Verdict::NotDone }
    }
}
