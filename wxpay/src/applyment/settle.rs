//! The query that settles an unknown outcome of an application.

use wxpay_core::settle::{Settle, Verdict};

use super::{Applyment, ApplymentState, QueryApplymentByCode, QueryApplymentByCodeRequired, SubmitApplyment};

impl Settle for SubmitApplyment {
    type Query = QueryApplymentByCode;

    fn query(&self) -> QueryApplymentByCode {
        QueryApplymentByCode::new(QueryApplymentByCodeRequired { business_code: self.business_code.clone() })
    }

    /// An application that was rejected before stays visible until its replacement arrives.
    fn verdict(&self, applyment: &Applyment) -> Verdict {
        match applyment.applyment_state {
            ApplymentState::Rejected | ApplymentState::Editing => Verdict::NotDone,
            _ => Verdict::Done,
        }
    }
}
