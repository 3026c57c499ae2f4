//! Automatic repayment (信贷还款).

use serde_json::{Value, json};
use wxpay::credit_repayment::{
    AppPresign, CreateRepayment, H5Presign, QueryContract, QueryRepayment, QueryScheduledRepayment, ScheduleItem,
    ScheduleRepayments, TerminateContract,
};
use wxpay::prelude::FenText;

use crate::addresses::CONTRACT;
use crate::books::{
    Collecting, Contract, ContractKind, ContractState, Ending, NewRecord, NewRepayment, PresignedContract, Presigning,
    Record, Repayment, Scheduling, parameters,
};
use crate::endpoint::{Desk, Office, Refusal, Route, Rules};
use crate::error::SandboxError;
use crate::json::{present, time};
use crate::keys::credentials::{digits, hex};
use crate::notify::Event;
use crate::parties::SOMEBODY;
use crate::products::limited;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::ruled::<H5Presign>(),
        Route::ruled::<AppPresign>(),
        Route::ruled::<QueryContract>(),
        Route::ruled::<TerminateContract>(),
        Route::ruled::<ScheduleRepayments>(),
        Route::ruled::<QueryScheduledRepayment>(),
        Route::ruled::<CreateRepayment>(),
        Route::ruled::<QueryRepayment>(),
    ]
}

impl Rules for H5Presign {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let token = presign(desk, &self.out_contract_code, &parameters(self))?;
        let page = desk.addresses.admin_url() + CONTRACT;
        Ok(json!({ "redirect_url": format!("{page}?presign_token={token}") }))
    }
}

impl Rules for AppPresign {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let token = presign(desk, &self.out_contract_code, &parameters(self))?;
        Ok(json!({ "presign_token": token }))
    }
}

impl Rules for QueryContract {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let contract = desk.books.contract(KIND, desk.mchid, &self.out_contract_code)?;
        // The query finds a contract once signing has started.
        let contract = contract.filter(|contract| contract.state != ContractState::Presigned);
        Ok(queried(&contract.ok_or_else(unknown_contract)?)?)
    }
}

impl Rules for TerminateContract {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let (code, remark) = (&self.out_contract_code, &self.contract_termination_remark);
        let contract = match desk.books.end_contract(KIND, desk.mchid, code, remark, desk.now())? {
            Ending::Ended(contract) => {
                notify(desk.office, &contract)?;
                contract
            }
            Ending::Again(contract) => contract,
            Ending::NotInForce => return Err(Refusal::invalid_request(NOT_IN_FORCE)),
            Ending::Unknown => return Err(unknown_contract()),
        };
        Ok(json!({ "contract_info": queried(&contract)? }))
    }
}

impl Rules for ScheduleRepayments {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        for item in &self.schedule_items {
            limited(item.repayment_amount.get(), "/schedule_items/repayment_amount")?;
        }
        let records: Vec<_> = self.schedule_items.iter().map(|item| announcement(self, item)).collect();
        match desk.books.schedule(desk.mchid, code(&self.contract_id), &records)? {
            Scheduling::Accepted(records) => {
                let records = records.iter().map(announced).collect::<Result<Vec<_>, _>>()?;
                Ok(json!({ "schedule_records": records }))
            }
            Scheduling::OtherParameters => Err(Refusal::re_entry()),
            Scheduling::NotInForce => Err(Refusal::invalid_request(NOT_IN_FORCE)),
        }
    }
}

impl Rules for QueryScheduledRepayment {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let record = desk.books.find_record(desk.mchid, &self.out_record_id)?;
        let record = record.filter(|record| record.code == code(&self.contract_id));
        Ok(announced(&record.ok_or_else(|| Refusal::resource_not_exists("预约还款记录不存在"))?)?)
    }
}

impl Rules for CreateRepayment {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let repayment = NewRepayment {
            mchid: desk.mchid,
            code: code(&self.contract_id),
            out_trade_no: &self.out_trade_no,
            out_record_id: &self.out_record_id,
            parameters: &parameters(self),
            amount: self.deduct_amount.get(),
        };
        match desk.books.collect(&repayment)? {
            Collecting::Accepted(repayment) => Ok(repaid(desk.office, &repayment)?),
            Collecting::OtherParameters => Err(Refusal::re_entry()),
            Collecting::NotInForce => Err(Refusal::invalid_request(NOT_IN_FORCE)),
            Collecting::NotAnnounced => Err(Refusal::invalid_request("预约还款记录不存在")),
            Collecting::TooMuch => Err(Refusal::invalid_request("还款金额超过限制")),
        }
    }
}

impl Rules for QueryRepayment {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let repayment = desk.books.find_repayment(desk.mchid, &self.out_trade_no)?;
        let repayment = repayment.ok_or_else(|| Refusal::resource_not_exists("还款单不存在"))?;
        Ok(repaid(desk.office, &repayment)?)
    }
}

/// Notifies the `contract_notify_url` that the contract was signed or has ended.
pub(super) fn notify(office: &Office, contract: &Contract) -> rusqlite::Result<()> {
    let presigned = contract.parameters()?;
    let Some(url) = presigned.get("contract_notify_url").and_then(Value::as_str) else { return Ok(()) };
    let mut resource = shown(contract, &presigned);
    if let Some(members) = resource.as_object_mut() {
        members.insert("sp_mchid".to_owned(), json!(contract.mchid));
    }
    let event_type = match contract.state {
        ContractState::Terminated => "CREDIT_REPAYMENT.TERMINATE_CONTRACT",
        _ => "CREDIT_REPAYMENT.SIGN_CONTRACT",
    };
    // A choice: the page has no example of `original_type`.
    office.notifier.send(url, &Event { mchid: &contract.mchid, event_type, original_type: "contract", resource });
    Ok(())
}

/// Ends a repayment; if it is paid, its `notify_url` is notified.
pub(crate) fn end_repayment(office: &Office, mchid: &str, number: &str, paid: bool) -> Result<(), SandboxError> {
    let id = digits(14)?;
    let id = paid.then(|| format!("1009{}{id}", office.clock.now()));
    let repayment = office.books.end_repayment(mchid, number, id.as_deref())?;
    let asked = repayment.parameters()?;
    if let (true, Some(url)) = (paid, asked.get("notify_url").and_then(Value::as_str)) {
        let resource = repaid(office, &repayment)?;
        // A choice: the page has no example of `original_type`.
        let (mchid, event_type) = (&repayment.mchid, "CREDIT_REPAYMENT.DEDUCTION_PAY");
        let event = Event { mchid, event_type, original_type: "deduct_order", resource };
        office.notifier.send(url, &event);
    }
    Ok(())
}

/// Prepares a contract, and returns the token of its page.
fn presign(desk: &Desk<'_>, code: &str, parameters: &str) -> Result<String, Refusal> {
    let token = format!("wx{}", hex(16)?.to_lowercase());
    let contract = PresignedContract {
        kind: KIND,
        mchid: desk.mchid,
        code,
        parameters,
        openid: SOMEBODY,
        token: &token,
        expires: desk.now() + TOKEN,
    };
    match desk.books.presign(&contract)? {
        Presigning::Accepted => Ok(token),
        Presigning::UsedUp => Err(Refusal::invalid_request("签约协议号已使用")),
        Presigning::OtherParameters => Err(Refusal::re_entry()),
    }
}

/// A contract in the form of its notification.
fn shown(contract: &Contract, presigned: &Value) -> Value {
    let (state, mode) = match contract.state {
        ContractState::Signed => ("EFFECTIVE", None),
        ContractState::Terminated if contract.remark.is_some() => ("TERMINATED", Some("TERMINATION_MODE_BY_MERCHANT")),
        ContractState::Terminated => ("TERMINATED", Some("TERMINATION_MODE_BY_USER")),
        _ => ("INVALID", None),
    };
    present(json!({
        "contract_id": contract_id(&contract.code),
        "plan_id": presigned.get("plan_id"),
        "out_contract_code": contract.code,
        "display_name": presigned.get("display_name"),
        "contract_state": format!("CONTRACT_STATE_{state}"),
        "contract_signed_time": contract.signed.map(time),
        "contract_terminated_time": contract.ended.map(time),
        "contract_termination_mode": mode,
        "contract_termination_remark": contract.remark,
        "repayment_day": presigned.get("repayment_day"),
        "repayment_amount_limit": presigned.get("repayment_amount_limit"),
        "appid": presigned.get("appid"),
        "openid": contract.openid,
    }))
}

/// A contract in the form of its query, in which one member has another name and one another type.
fn queried(contract: &Contract) -> rusqlite::Result<Value> {
    let mut shown = shown(contract, &contract.parameters()?);
    if let Some(members) = shown.as_object_mut() {
        if let Some(mode) = members.remove("contract_termination_mode") {
            members.insert("contract_terminated_mode".to_owned(), mode);
        }
        let limit = members.get("repayment_amount_limit").and_then(Value::as_str).and_then(|fen| fen.parse().ok());
        members.insert("repayment_amount_limit".to_owned(), json!(limit.unwrap_or(0_i64)));
    }
    Ok(shown)
}

/// The content of an announcement.
fn announcement<'a>(request: &ScheduleRepayments, item: &'a ScheduleItem) -> NewRecord<'a> {
    let amount = item.repayment_amount.get();
    let least = item.min_repayment_amount.map_or(amount, FenText::get);
    let announced = present(json!({
        "out_record_id": item.out_record_id,
        "appid": request.appid,
        "sub_mchid": item.sub_mchid,
        "sub_appid": item.sub_appid,
        "contract_id": request.contract_id,
        "repayment_amount": amount.to_string(),
        "min_repayment_amount": least.to_string(),
        "repayment_date": item.repayment_date,
        "openid": request.openid,
    }));
    NewRecord { out_record_id: &item.out_record_id, parameters: announced.to_string(), amount }
}

/// An announcement in the form of its endpoints: without the sub-merchant.
fn announced(record: &Record) -> rusqlite::Result<Value> {
    let mut announced = record.parameters()?;
    if let Some(members) = announced.as_object_mut() {
        members.remove("sub_mchid");
    }
    Ok(announced)
}

/// A repayment in the form of its endpoints.
fn repaid(office: &Office, repayment: &Repayment) -> rusqlite::Result<Value> {
    let asked = repayment.parameters()?;
    let contract = office.books.contract(KIND, &repayment.mchid, &repayment.code)?;
    let presigned = contract.as_ref().map(Contract::parameters).transpose()?.unwrap_or_default();
    let amount = repayment.amount.to_string();
    Ok(present(json!({
        "out_trade_no": repayment.out_trade_no,
        "out_record_id": repayment.out_record_id,
        "appid": presigned.get("appid"),
        "sub_appid": presigned.get("sub_appid"),
        "openid": contract.map(|contract| contract.openid),
        "contract_id": contract_id(&repayment.code),
        "order_state": repayment.state.as_str(),
        "deduct_amount": amount,
        "pay_success_amount": repayment.transaction_id.as_ref().map(|_| amount.as_str()),
        "description": asked.get("description"),
        "attach": asked.get("attach"),
        "transaction_id": repayment.transaction_id,
    })))
}

/// WeChat Pay's number of a contract. [`code`] is the reverse.
fn contract_id(code: &str) -> String {
    format!("Wx{code}")
}

fn code(contract_id: &str) -> &str {
    contract_id.strip_prefix("Wx").unwrap_or_default()
}

fn unknown_contract() -> Refusal {
    Refusal::resource_not_exists("签约协议不存在")
}

const KIND: ContractKind = ContractKind::CreditRepayment;
const NOT_IN_FORCE: &str = "协议未生效或已解约";
/// Lifetime of a pre-sign token: ten minutes.
const TOKEN: i64 = 10 * 60;
