//! Users' authorizations of transfers.

use serde_json::{Value, json};
use wxpay::mch_transfer::{
    AuthorizationCloseReason, AuthorizationInfo, AuthorizationState, CloseAuthorization, CreateAuthorization,
    CreateTransferWithAuthorization, QueryAuthorization, TransferByAuthorization,
};

use super::bills::{self, Wanted};
use crate::books::{Authorization, Authorizing, NewAuthorization, parameters};
use crate::endpoint::{Desk, Office, Refusal, Rules};
use crate::error::SandboxError;
use crate::json::{present, time};
use crate::keys::credentials::{digits, hex};
use crate::notify::Event;

impl Rules for CreateAuthorization {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let authorization = ask(desk, &self.out_authorization_no, &parameters(self))?;
        Ok(json!({
            "out_authorization_no": authorization.out_authorization_no,
            "state": authorization.state.as_str(),
            "create_time": time(authorization.created),
            "package_info": authorization.package_info,
        }))
    }
}

impl Rules for QueryAuthorization {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let authorization = desk.books.find_authorization(desk.mchid, &self.out_authorization_no)?;
        let authorization = authorization.ok_or_else(unknown)?;
        let mut answer = shown(&authorization)?;
        if let (Some(true), Some(members)) = (self.is_display_authorization, answer.as_object_mut()) {
            members.insert("package_info".to_owned(), json!(authorization.package_info));
        }
        Ok(answer)
    }
}

impl Rules for CloseAuthorization {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let (number, reason) = (&self.out_authorization_no, AuthorizationCloseReason::CloseViaMchApi);
        let closed = desk.books.close_authorization(desk.mchid, number, &reason, desk.now())?;
        Ok(shown(&closed.ok_or_else(unknown)?)?)
    }
}

impl Rules for CreateTransferWithAuthorization {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        if let Some(info) = &self.authorization_info {
            let AuthorizationInfo { out_authorization_no, authorization_notify_url, user_display_name, .. } = info;
            // The parameters that a separate request for the authorization would have.
            let asked = present(json!({
                "appid": self.appid,
                "openid": self.openid,
                "transfer_scene_id": self.transfer_scene_id,
                "user_recv_perception": self.user_recv_perception,
                "user_display_name": user_display_name,
                "authorization_notify_url": authorization_notify_url,
            }));
            ask(desk, out_authorization_no, &asked.to_string())?;
        }
        let wanted = Wanted {
            out_bill_no: &self.out_bill_no,
            amount: self.transfer_amount,
            openid: &self.openid,
            scene: &self.transfer_scene_id,
            reports: &self.transfer_scene_report_infos,
            perception: self.user_recv_perception.as_deref(),
            asked: true,
        };
        let transfer = bills::order(desk, &wanted, &parameters(self))?;
        let info = self.authorization_info.as_ref();
        Ok(present(json!({
            "out_bill_no": transfer.out_bill_no,
            "transfer_bill_no": transfer.transfer_bill_no,
            "create_time": time(transfer.created),
            "state": transfer.state.as_str(),
            "package_info": transfer.package_info,
            "user_display_name": info.map(|info| &info.user_display_name),
            "out_authorization_no": info.map(|info| &info.out_authorization_no),
        })))
    }
}

impl Rules for TransferByAuthorization {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let books = &desk.books;
        let authorization = match (&self.authorization_id, &self.out_authorization_no) {
            (Some(id), _) => books.find_authorization_id(desk.mchid, id)?,
            (None, Some(number)) => books.find_authorization(desk.mchid, number)?,
            (None, None) => {
                return Err(Refusal::parameter("authorization_id和out_authorization_no必须二选一", None));
            }
        };
        let authorization = authorization.ok_or_else(unknown)?;
        // A known transfer is answered again, even after the authorization has ended.
        let known = books.find_transfer(desk.mchid, &self.out_bill_no, desk.now())?.is_some();
        if !known && authorization.state != AuthorizationState::TakingEffect {
            return Err(Refusal::invalid_request("免确认收款授权未生效或已关闭"));
        }
        let asked = authorization.parameters()?;
        let member = |name: &str| asked.get(name).and_then(Value::as_str).unwrap_or_default();
        let wanted = Wanted {
            out_bill_no: &self.out_bill_no,
            amount: self.transfer_amount,
            openid: member("openid"),
            scene: member("transfer_scene_id"),
            reports: &self.transfer_scene_report_infos,
            perception: None,
            asked: false,
        };
        bills::shown(desk, &bills::order(desk, &wanted, &parameters(self))?)
    }
}

/// The user agrees; the `authorization_notify_url` is notified.
pub(crate) fn confirm_authorization(office: &Office, mchid: &str, number: &str) -> Result<(), SandboxError> {
    let now = office.clock.now();
    let id = format!("2012{now}{}", digits(14)?);
    let authorization = office.books.confirm_authorization(mchid, number, &id, now)?;
    let asked = authorization.parameters()?;
    let Some(url) = asked.get("authorization_notify_url").and_then(Value::as_str) else { return Ok(()) };
    let resource = shown(&authorization)?;
    // A choice: the documentation has no example of `original_type`.
    let (event_type, original_type) = ("MCHTRANSFER.AUTHORIZATION.CONFIRMED", "mch_payment");
    let event = Event { mchid, event_type, original_type, resource };
    office.notifier.send(url, &event);
    Ok(())
}

/// The user ends or refuses the authorization.
pub(crate) fn withdraw_authorization(office: &Office, mchid: &str, number: &str) -> Result<(), SandboxError> {
    let reason = AuthorizationCloseReason::UserClose;
    let closed = office.books.close_authorization(mchid, number, &reason, office.clock.now())?;
    let unknown = || SandboxError::Authorization { number: number.to_owned(), problem: "was never asked for" };
    closed.map(drop).ok_or_else(unknown)
}

fn ask(desk: &Desk<'_>, number: &str, parameters: &str) -> Result<Authorization, Refusal> {
    let package_info = hex(32)?.to_lowercase();
    let authorization =
        NewAuthorization { mchid: desk.mchid, out_authorization_no: number, parameters, package_info: &package_info };
    match desk.books.authorize(&authorization, desk.now())? {
        Authorizing::Accepted(authorization) => Ok(authorization),
        Authorizing::OtherParameters => Err(Refusal::re_entry()),
    }
}

/// An authorization in the form of queries and notifications.
fn shown(authorization: &Authorization) -> rusqlite::Result<Value> {
    let asked = authorization.parameters()?;
    let closing = |closed| json!({ "close_time": time(closed), "close_reason": authorization.close_reason });
    Ok(present(json!({
        "out_authorization_no": authorization.out_authorization_no,
        "appid": asked.get("appid"),
        "openid": asked.get("openid"),
        "user_display_name": asked.get("user_display_name"),
        "authorization_id": authorization.authorization_id,
        "state": authorization.state.as_str(),
        "authorize_time": authorization.authorized.map(time),
        "close_info": authorization.closed.map(closing),
        "transfer_scene_id": asked.get("transfer_scene_id"),
        "user_recv_perception": asked.get("user_recv_perception"),
        "create_time": time(authorization.created),
    })))
}

fn unknown() -> Refusal {
    Refusal::not_found("授权单不存在")
}
