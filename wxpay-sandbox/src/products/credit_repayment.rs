//! Automatic repayment (信贷还款).

use serde_json::{Value, json};
use wxpay::credit_repayment::H5Presign;
use wxpay::prelude::DateTime;

use super::{Desk, Rules, present};
use crate::Shared;
use crate::books::{ContractKind, PresignedContract, Presigning, parameters};
use crate::credentials::hex;
use crate::gateway::Refusal;
use crate::notify::Event;
use crate::page;

impl Rules for H5Presign {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let token = format!("wx{}", hex(16)?.to_lowercase());
        let contract = PresignedContract {
            kind: ContractKind::CreditRepayment,
            mchid: desk.mchid,
            code: &self.out_contract_code,
            parameters: &parameters(self),
            token: &token,
            expires: desk.shared.clock.now() + TOKEN,
        };
        match desk.shared.books.presign(&contract)? {
            Presigning::Accepted => Ok(json!({
                "redirect_url": format!("http://{}{}?presign_token={token}", desk.shared.address, page::CONTRACT),
            })),
            Presigning::UsedUp => Err(Refusal::invalid_request("签约协议号已使用")),
            Presigning::OtherParameters => Err(Refusal::invalid_request("请求重入时，参数与首次请求时不一致")),
        }
    }
}

/// The user has signed: `contract_notify_url` hears of it.
pub(super) fn signed(shared: &Shared, presign: &Value) {
    let Some(url) = presign.get("contract_notify_url").and_then(Value::as_str) else { return };
    let resource = present(json!({
        "sp_mchid": shared.credentials.mchid,
        "contract_id": format!("Wx{}", presign.get("out_contract_code").and_then(Value::as_str).unwrap_or_default()),
        "plan_id": presign.get("plan_id"),
        "out_contract_code": presign.get("out_contract_code"),
        "display_name": presign.get("display_name"),
        "contract_state": "CONTRACT_STATE_EFFECTIVE",
        "contract_signed_time": DateTime::from_unix_timestamp(shared.clock.now()).map(|time| time.to_string()),
        "repayment_day": presign.get("repayment_day"),
        "repayment_amount_limit": presign.get("repayment_amount_limit"),
        "appid": presign.get("appid"),
        "openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
    }));
    // The page gives no example of `original_type`.
    let (event_type, original_type) = ("CREDIT_REPAYMENT.SIGN_CONTRACT", "contract");
    shared.notifier.send(url, &Event { mchid: &shared.credentials.mchid, event_type, original_type, resource });
}

/// A pre-sign code is good for ten minutes.
const TOKEN: i64 = 10 * 60;
