//! Transfers, one per request (单笔转账).

use serde_json::{Value, json};
use wxpay::mch_transfer::{CancelTransfer, CreateTransfer, QueryTransfer, QueryTransferByNumber, SceneReport};
use wxpay::prelude::Fen;

use super::scenes;
use crate::books::{Cancelling, NewTransfer, Transfer, Transferring, parameters};
use crate::endpoint::{Desk, Office, Refusal, Rules};
use crate::error::SandboxError;
use crate::json::{present, time};
use crate::keys::credentials::{digits, hex};
use crate::notify::Event;
use crate::products::{MOST, limited};

impl Rules for CreateTransfer {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let wanted = Wanted {
            out_bill_no: &self.out_bill_no,
            amount: self.transfer_amount,
            openid: &self.openid,
            scene: &self.transfer_scene_id,
            reports: &self.transfer_scene_report_infos,
            perception: self.user_recv_perception.as_deref(),
            asked: true,
        };
        let transfer = order(desk, &wanted, &parameters(self))?;
        Ok(present(json!({
            "out_bill_no": transfer.out_bill_no,
            "transfer_bill_no": transfer.transfer_bill_no,
            "create_time": time(transfer.created),
            "state": transfer.state.as_str(),
            "fail_reason": transfer.fail_reason,
            "package_info": transfer.package_info,
        })))
    }
}

impl Rules for QueryTransferByNumber {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        expire_transfers(desk.office)?;
        let transfer = desk.books.find_transfer(desk.mchid, &self.out_bill_no, desk.now())?;
        shown(desk, &transfer.ok_or_else(unknown)?)
    }
}

impl Rules for QueryTransfer {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        expire_transfers(desk.office)?;
        let transfer = desk.books.find_transfer_bill(desk.mchid, &self.transfer_bill_no, desk.now())?;
        shown(desk, &transfer.ok_or_else(unknown)?)
    }
}

impl Rules for CancelTransfer {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        expire_transfers(desk.office)?;
        let (state, transfer) = match desk.books.cancel_transfer(desk.mchid, &self.out_bill_no, desk.now())? {
            // It is cancelled at once, but the page documents this state, after which the caller has to query.
            Cancelling::Accepted(transfer) => {
                notify(desk.office, &transfer)?;
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

/// The members of every transfer, with or without the user's confirmation.
pub(super) struct Wanted<'a> {
    pub(super) out_bill_no: &'a str,
    pub(super) amount: Fen,
    pub(super) openid: &'a str,
    /// The occasion, the reports about it, and the text that the user sees.
    pub(super) scene: &'a str,
    pub(super) reports: &'a [SceneReport],
    pub(super) perception: Option<&'a str>,
    /// True if the user has to confirm.
    pub(super) asked: bool,
}

/// Orders a transfer, or finds the same one again.
pub(super) fn order(desk: &Desk<'_>, wanted: &Wanted<'_>, parameters: &str) -> Result<Transfer, Refusal> {
    scenes::check(wanted.scene, wanted.reports, wanted.perception)?;
    limited(wanted.amount.get(), "/transfer_amount")?;
    if wanted.amount < LEAST {
        let (least, found) = (LEAST.get(), wanted.amount.get());
        let rule = format!("a transfer is from {least} fen (0.1 yuan) to {MOST} fen; found {found}");
        return Err(Refusal::invalid_request("超过单笔转账上下限，核实产品设置是否准确").breaking(rule));
    }
    let package_info = hex(32)?.to_lowercase();
    let transfer = NewTransfer {
        mchid: desk.mchid,
        out_bill_no: wanted.out_bill_no,
        parameters,
        amount: wanted.amount.get(),
        openid: wanted.openid,
        transfer_bill_no: &format!("1330000071{}{}", desk.now(), digits(20)?),
        package_info: wanted.asked.then_some(&*package_info),
    };
    match desk.books.transfer(&transfer, desk.now())? {
        Transferring::Accepted(transfer) => {
            if !wanted.asked {
                notify(desk.office, &transfer)?;
            }
            Ok(transfer)
        }
        Transferring::Again(transfer) => Ok(transfer),
        Transferring::OtherParameters => Err(Refusal::re_entry()),
    }
}

/// Ends a transfer; its `notify_url` is notified.
pub(crate) fn end_transfer(
    office: &Office,
    mchid: &str,
    number: &str,
    fail_reason: Option<&str>,
) -> Result<(), SandboxError> {
    let transfer = office.books.end_transfer(mchid, number, fail_reason, office.clock.now())?;
    Ok(notify(office, &transfer)?)
}

/// Ends the transfers that were not accepted in time; their `notify_url`s [are
/// notified](https://pay.weixin.qq.com/doc/v3/partner/4015468873).
pub(crate) fn expire_transfers(office: &Office) -> rusqlite::Result<()> {
    office.books.expire_transfers(office.clock.now())?.iter().try_for_each(|transfer| notify(office, transfer))
}

/// A transfer in the form of its queries.
pub(super) fn shown(desk: &Desk<'_>, transfer: &Transfer) -> Result<Value, Refusal> {
    let ordered = transfer.parameters()?;
    let name = ordered.get("user_name").and_then(Value::as_str);
    let name = name.map(|name| desk.seal(name)).transpose()?;
    Ok(present(json!({
        "mch_id": transfer.mchid,
        "out_bill_no": transfer.out_bill_no,
        "transfer_bill_no": transfer.transfer_bill_no,
        "appid": ordered.get("appid"),
        "state": transfer.state.as_str(),
        "transfer_amount": transfer.amount,
        "transfer_remark": ordered.get("transfer_remark"),
        "fail_reason": transfer.fail_reason,
        "openid": transfer.openid,
        "user_name": name,
        "create_time": time(transfer.created),
        "update_time": time(transfer.updated),
        "package_info": transfer.package_info,
    })))
}

fn notify(office: &Office, transfer: &Transfer) -> rusqlite::Result<()> {
    let ordered = transfer.parameters()?;
    let Some(url) = ordered.get("notify_url").and_then(Value::as_str) else { return Ok(()) };
    let resource = present(json!({
        "mch_id": transfer.mchid,
        "out_bill_no": transfer.out_bill_no,
        "transfer_bill_no": transfer.transfer_bill_no,
        "state": transfer.state.as_str(),
        "transfer_amount": transfer.amount,
        "openid": transfer.openid,
        "fail_reason": transfer.fail_reason,
        "create_time": time(transfer.created),
        "update_time": time(transfer.updated),
    }));
    // A choice: the documentation has no example of `original_type`.
    let event_type = "MCHTRANSFER.BILL.FINISHED";
    let event = Event { mchid: &transfer.mchid, event_type, original_type: "mch_payment", resource };
    office.notifier.send(url, &event);
    Ok(())
}

fn unknown() -> Refusal {
    Refusal::not_found("转账单不存在")
}

/// Lower limit of a transfer, whatever the merchant's product settings.
const LEAST: Fen = Fen::new(10);
