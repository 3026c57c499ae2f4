//! Sharing payments among receivers.

use serde_json::{Value, json};
use wxpay::prelude::Sensitive;
use wxpay::profit_sharing::{
    CreateSharing, QuerySharing, QueryUnsplitAmount, Share as Wanted, ShareResult, UnfreezeRest,
};

use super::{Movement, finish_time, notify};
use crate::books::{Dividing, NewShare, NewSharing, Share, Sharing, Unsplit, parameters};
use crate::endpoint::{Desk, Office, Refusal, Rules};
use crate::error::{Failure, SandboxError};
use crate::json::{present, time};
use crate::keys::credentials::digits;

impl Rules for CreateSharing {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let shares: Vec<_> = self.receivers.iter().flatten().map(wanted).collect();
        if shares.is_empty() {
            return Err(Refusal::parameter("分账接收方列表不能为空", None));
        }
        let sharing = NewSharing {
            mchid: desk.mchid,
            sub_mchid: self.sub_mchid.as_deref(),
            out_order_no: &self.out_order_no,
            order_id: &order_id(desk)?,
            transaction_id: &self.transaction_id,
            parameters: &parameters(self),
            shares: &shares,
            unfreeze: self.unfreeze_unsplit.then_some("解冻给分账方"),
        };
        Ok(shown(&divide(desk, &sharing)?))
    }
}

impl Rules for UnfreezeRest {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let sharing = NewSharing {
            mchid: desk.mchid,
            sub_mchid: self.sub_mchid.as_deref(),
            out_order_no: &self.out_order_no,
            order_id: &order_id(desk)?,
            transaction_id: &self.transaction_id,
            parameters: &parameters(self),
            shares: &[],
            unfreeze: Some(&self.description),
        };
        Ok(shown(&divide(desk, &sharing)?))
    }
}

impl Rules for QuerySharing {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let sharing = desk.books.find_sharing(desk.mchid, &self.out_order_no)?;
        let sharing = sharing
            .filter(|sharing| sharing.transaction_id == self.transaction_id && sharing.sub_mchid == self.sub_mchid);
        Ok(shown(&sharing.ok_or_else(|| Refusal::resource_not_exists("分账单不存在"))?))
    }
}

impl Rules for QueryUnsplitAmount {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        match desk.books.unsplit(desk.mchid, &self.transaction_id, desk.now())? {
            Unsplit::Left(left) => Ok(json!({ "transaction_id": self.transaction_id, "unsplit_amount": left })),
            Unsplit::NoOrder => Err(Refusal::resource_not_exists("订单不存在")),
            Unsplit::NotShared => Err(Refusal::invalid_request(NOT_SHARED)),
        }
    }
}

/// Ends shares: those of one receiver, or all. Each successful one is notified.
pub(crate) fn end_shares(
    office: &Office,
    mchid: &str,
    number: &str,
    account: Option<&str>,
    fail_reason: Option<&str>,
) -> Result<(), SandboxError> {
    let now = office.clock.now();
    let (sharing, ended) = office.books.end_shares(mchid, number, account, fail_reason, now)?;
    let asked = sharing.parameters()?;
    let succeeded = |share: &&Share| share.result == ShareResult::Success && ended.contains(&share.detail_id);
    for share in sharing.shares.iter().filter(succeeded) {
        let receiver = json!({
            "type": share.kind,
            "account": share.account,
            "amount": share.amount,
            "description": share.description,
        });
        let movement = Movement {
            event_type: "PROFITSHARING.SUCCESS",
            mchid,
            sub_mchid: sharing.sub_mchid.as_deref(),
            transaction_id: &sharing.transaction_id,
            numbers: (&sharing.order_id, &sharing.out_order_no),
            receiver,
            time: share.finished,
        };
        notify(office, &asked, movement);
    }
    Ok(())
}

fn divide(desk: &Desk<'_>, new: &NewSharing<'_>) -> Result<Sharing, Refusal> {
    let refused = |message| Err(Refusal::invalid_request(message));
    match desk.books.share(new, desk.now())? {
        Dividing::Accepted(sharing) => Ok(sharing),
        Dividing::OtherParameters => Err(Refusal::re_entry()),
        Dividing::NoOrder => refused("订单不存在或未支付"),
        Dividing::NotShared => refused(NOT_SHARED),
        Dividing::TooEarly => refused("订单处理中，暂时无法分账，请稍后再试"),
        Dividing::Unfrozen => refused("订单剩余待分金额已解冻"),
        Dividing::TooMany => refused("订单分账次数超过50次"),
        Dividing::Stranger => refused("分账接收方未添加，或姓名不匹配"),
        Dividing::TooMuch => Err(Refusal::not_enough("分账金额超过订单剩余待分金额")),
    }
}

fn wanted(share: &Wanted) -> NewShare<'_> {
    NewShare {
        kind: share.r#type.as_str(),
        account: &share.account,
        name: share.name.as_ref().and_then(Sensitive::expose),
        amount: share.amount.get(),
        description: &share.description,
    }
}

/// A sharing in the form of its endpoints.
fn shown(sharing: &Sharing) -> Value {
    let receivers = sharing.shares.iter().map(|share| {
        present(json!({
            "amount": share.amount,
            "description": share.description,
            "type": share.kind,
            "account": share.account,
            "result": share.result.as_str(),
            "fail_reason": share.fail_reason,
            "detail_id": format!("3600{:024}", share.detail_id),
            "create_time": time(share.created),
            "finish_time": finish_time(share.finished),
        }))
    });
    let receivers: Vec<_> = receivers.collect();
    present(json!({
        "sub_mchid": sharing.sub_mchid,
        "transaction_id": sharing.transaction_id,
        "out_order_no": sharing.out_order_no,
        "order_id": sharing.order_id,
        "state": sharing.state().as_str(),
        "receivers": receivers,
    }))
}

fn order_id(desk: &Desk<'_>) -> Result<String, Failure> {
    Ok(format!("3000{}{}", desk.now(), digits(14)?))
}

const NOT_SHARED: &str = "非分账订单不支持分账";
