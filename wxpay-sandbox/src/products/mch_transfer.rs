//! Transfers to users (商家转账).

use serde_json::{Value, json};
use wxpay::mch_transfer::{CancelTransfer, CreateTransfer, QueryTransfer, QueryTransferByNumber};

use super::{Desk, Rules, present, time};
use crate::books::{Cancelling, NewTransfer, Transfer, Transferring, parameters};
use crate::credentials::{digits, hex};
use crate::gateway::Refusal;
use crate::notify::Event;
use crate::{SandboxError, Shared};

impl Rules for CreateTransfer {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let transfer = NewTransfer {
            mchid: desk.mchid,
            out_bill_no: &self.out_bill_no,
            parameters: &parameters(self),
            amount: self.transfer_amount.get(),
            transfer_bill_no: &transfer_bill_no(desk)?,
            package_info: Some(&hex(32)?.to_lowercase()),
        };
        match desk.shared.books.transfer(&transfer, desk.now())? {
            Transferring::Accepted(transfer) | Transferring::Again(transfer) => Ok(present(json!({
                "out_bill_no": transfer.out_bill_no,
                "transfer_bill_no": transfer.transfer_bill_no,
                "create_time": time(transfer.created),
                "state": transfer.state.as_str(),
                "fail_reason": transfer.fail_reason,
                "package_info": transfer.package_info,
            }))),
            Transferring::OtherParameters => Err(Refusal::re_entry()),
        }
    }
}

impl Rules for QueryTransferByNumber {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        bill(desk, desk.shared.books.find_transfer(desk.mchid, &self.out_bill_no)?)
    }
}

impl Rules for QueryTransfer {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        bill(desk, desk.shared.books.find_transfer_bill(desk.mchid, &self.transfer_bill_no)?)
    }
}

impl Rules for CancelTransfer {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let (state, transfer) = match desk.shared.books.cancel_transfer(desk.mchid, &self.out_bill_no, desk.now())? {
            // It is cancelled at once, but the caller is told what the page tells: to ask again.
            Cancelling::Accepted(transfer) => {
                notify(desk.shared, &transfer)?;
                ("CANCELING", transfer)
            }
            Cancelling::Again(transfer) => ("CANCELLED", transfer),
            Cancelling::TooLate => return Err(Refusal::invalid_request("当前单据状态不支持撤销")),
            Cancelling::Unknown => return Err(unknown()),
        };
        Ok(json!({
            "out_bill_no": transfer.out_bill_no,
            "transfer_bill_no": transfer.transfer_bill_no,
            "state": state,
            "update_time": time(transfer.updated),
        }))
    }
}

/// A transfer comes to its end; its `notify_url` hears of it.
pub(crate) fn end_transfer(shared: &Shared, out_bill_no: &str, fail_reason: Option<&str>) -> Result<(), SandboxError> {
    let mchid = &shared.credentials.mchid;
    let transfer = shared.books.end_transfer(mchid, out_bill_no, fail_reason, shared.clock.now())?;
    Ok(notify(shared, &transfer)?)
}

/// A transfer as its queries show it.
fn bill(desk: &Desk<'_>, transfer: Option<Transfer>) -> Result<Value, Refusal> {
    let transfer = transfer.ok_or_else(unknown)?;
    let ordered = transfer.parameters()?;
    let merchant = &*desk.shared.credentials.merchant.encryptor;
    let name = ordered.get("user_name").and_then(Value::as_str);
    let name = name.map(|name| wxpay::server::sealed(name, merchant)).transpose().map_err(|error| error.0)?;
    Ok(present(json!({
        "mch_id": transfer.mchid,
        "out_bill_no": transfer.out_bill_no,
        "transfer_bill_no": transfer.transfer_bill_no,
        "appid": ordered.get("appid"),
        "state": transfer.state.as_str(),
        "transfer_amount": transfer.amount,
        "transfer_remark": ordered.get("transfer_remark"),
        "fail_reason": transfer.fail_reason,
        "openid": ordered.get("openid"),
        "user_name": name,
        "create_time": time(transfer.created),
        "update_time": time(transfer.updated),
        "package_info": transfer.package_info,
    })))
}

fn notify(shared: &Shared, transfer: &Transfer) -> rusqlite::Result<()> {
    let ordered = transfer.parameters()?;
    let Some(url) = ordered.get("notify_url").and_then(Value::as_str) else { return Ok(()) };
    let resource = present(json!({
        "mchid": transfer.mchid,
        "out_bill_no": transfer.out_bill_no,
        "transfer_bill_no": transfer.transfer_bill_no,
        "state": transfer.state.as_str(),
        "transfer_amount": transfer.amount,
        "openid": ordered.get("openid"),
        "fail_reason": transfer.fail_reason,
        "create_time": time(transfer.created),
        "update_time": time(transfer.updated),
    }));
    // No example shows `original_type`.
    let event = Event { event_type: "MCHTRANSFER.BILL.FINISHED", original_type: "mch_payment", resource };
    shared.notifier.send(url, &event);
    Ok(())
}

fn unknown() -> Refusal {
    Refusal::not_found("转账单不存在")
}

fn transfer_bill_no(desk: &Desk<'_>) -> Result<String, String> {
    Ok(format!("1330000071{}{}", desk.now(), digits(20)?))
}
