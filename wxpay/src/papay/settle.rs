//! How an appointment, or the end of a contract, is asked for when the outcome is unknown. A contract that was pre-signed
//! and not signed is none yet, and debits have no query of their own: repeat these.

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

    /// One that was collected, or has ended, may be this appointment or an earlier one of the contract.
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
