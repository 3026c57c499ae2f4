//! How an application is asked for when it is unknown whether it arrived.

use wxpay_core::settle::{Settle, Verdict};

use super::{Applyment, ApplymentState, QueryApplymentByCode, QueryApplymentByCodeRequired, SubmitApplyment};

impl Settle for SubmitApplyment {
    type Query = QueryApplymentByCode;

    fn query(&self) -> QueryApplymentByCode {
        QueryApplymentByCode::new(QueryApplymentByCodeRequired { business_code: self.business_code.clone() })
    }

    /// One that was rejected before is still there while its replacement has not arrived.
    fn verdict(&self, applyment: &Applyment) -> Verdict {
        match applyment.applyment_state {
            ApplymentState::Rejected | ApplymentState::Editing => Verdict::NotDone,
            _ => Verdict::Done,
        }
    }
}
