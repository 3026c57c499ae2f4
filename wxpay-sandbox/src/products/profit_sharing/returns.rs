//! Returns of shares.

use serde_json::{Value, json};
use wxpay::profit_sharing::{CreateReturn, QueryReturn, ReturnResult};

use super::{Movement, finish_time, notify};
use crate::books::{BySharing, NewReturn, Return, Returning, parameters};
use crate::endpoint::{Desk, Office, Refusal, Rules};
use crate::error::SandboxError;
use crate::json::{present, time};
use crate::keys::credentials::digits;

impl Rules for CreateReturn {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let sharing = match (&self.order_id, &self.out_order_no) {
            (Some(id), _) => BySharing::OrderId(id),
            (None, Some(number)) => BySharing::OutOrderNo(number),
            (None, None) => return Err(Refusal::parameter("order_id和out_order_no必须二选一", None)),
        };
        let back = NewReturn {
            mchid: desk.mchid,
            sub_mchid: self.sub_mchid.as_deref(),
            sharing,
            out_return_no: &self.out_return_no,
            return_id: &format!("3008{}{}", desk.now(), digits(14)?),
            return_mchid: &self.return_mchid,
            amount: self.amount.get(),
            description: &self.description,
            parameters: &parameters(self),
        };
        match desk.books.take_back(&back, desk.now())? {
            Returning::Accepted(back) => Ok(shown(&back)),
            Returning::OtherParameters => Err(Refusal::re_entry()),
            Returning::NoShare => Err(Refusal::invalid_request("分账单不存在，或该商户未收到分账")),
            Returning::TooLate => Err(Refusal::invalid_request("分账单已超过可回退的最大期限")),
            Returning::TooMany => Err(Refusal::invalid_request("分账回退次数超过20次")),
            Returning::TooMuch => Err(Refusal::not_enough("回退金额超过分账金额")),
        }
    }
}

impl Rules for QueryReturn {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let back = desk.books.find_return(desk.mchid, &self.out_return_no)?;
        let back = back.filter(|back| back.out_order_no == self.out_order_no && back.sub_mchid == self.sub_mchid);
        Ok(shown(&back.ok_or_else(|| Refusal::resource_not_exists("分账回退单不存在"))?))
    }
}

/// Ends a return; a successful one is notified.
pub(crate) fn end_return(
    office: &Office,
    mchid: &str,
    number: &str,
    fail_reason: Option<&str>,
) -> Result<(), SandboxError> {
    let back = office.books.end_return(mchid, number, fail_reason, office.clock.now())?;
    let sharing = office.books.find_sharing(mchid, &back.out_order_no)?;
    let Some(sharing) = sharing.filter(|_| back.result == ReturnResult::Success) else { return Ok(()) };
    let receiver = json!({
        "type": "MERCHANT_ID",
        "account": back.return_mchid,
        "amount": back.amount,
        "description": back.description,
    });
    let movement = Movement {
        event_type: "PROFITSHARING.RETURN",
        mchid,
        sub_mchid: back.sub_mchid.as_deref(),
        transaction_id: &sharing.transaction_id,
        numbers: (&back.return_id, &back.out_return_no),
        receiver,
        time: back.finished,
    };
    notify(office, &sharing.parameters()?, movement);
    Ok(())
}

/// A return in the form of its endpoints.
fn shown(back: &Return) -> Value {
    present(json!({
        "sub_mchid": back.sub_mchid,
        "order_id": back.order_id,
        "out_order_no": back.out_order_no,
        "out_return_no": back.out_return_no,
        "return_id": back.return_id,
        "return_mchid": back.return_mchid,
        "amount": back.amount,
        "description": back.description,
        "result": back.result.as_str(),
        "fail_reason": back.fail_reason,
        "create_time": time(back.created),
        "finish_time": finish_time(back.finished),
    }))
}
