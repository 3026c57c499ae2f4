//! C2C contracts (收付通·个人收款).

use serde_json::{Value, json};
use wxpay::individual_contracts::{AppPresign, QueryContractByCode};
use wxpay::prelude::DateTime;

use super::{Desk, Rules};
use crate::books::{ContractKind, ContractState, PresignedContract, Presigning, parameters};
use crate::credentials::hex;
use crate::gateway::Refusal;

impl Rules for AppPresign {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let token = format!("1121_{}_{}", hex(32)?.to_lowercase(), hex(16)?.to_lowercase());
        let contract = PresignedContract {
            kind: ContractKind::Individual,
            mchid: desk.mchid,
            code: &self.out_contract_code,
            parameters: &parameters(self),
            token: &token,
            expires: desk.shared.clock.now() + SESSION,
        };
        match desk.shared.books.presign(&contract)? {
            Presigning::Accepted => Ok(json!({ "pre_entrustweb_id": token })),
            Presigning::UsedUp => Err(used(contract.code, "业务申请单号已使用")),
            Presigning::OtherParameters => Err(used(contract.code, "请求重入时，参数与首次请求时不一致")),
        }
    }
}

impl Rules for QueryContractByCode {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let code = &self.out_contract_code;
        let contract = desk.shared.books.contract(ContractKind::Individual, desk.mchid, code)?;
        let Some(contract) = contract else {
            return Err(match desk.shared.settings.unknown_contract_is_404 {
                true => Refusal::resource_not_exists("签约信息不存在"),
                false => Refusal::uri_error("签约信息不存在", code),
            });
        };
        let signed = contract.signed.and_then(DateTime::from_unix_timestamp);
        Ok(match (contract.state, signed) {
            (ContractState::Signed, Some(time)) => json!({
                "individual_auth_id": format!("1900{}", hash(code)),
                "signed_time": time.to_string(),
                "auth_state": "AUTHORIZED",
                "individual_openid": format!("oUpF8uM{:021}", hash(&self.appid)),
            }),
            // The page calls the time required, and before signing there is none: it is empty.
            _ => json!({ "signed_time": "", "auth_state": "UNAUTHORIZED" }),
        })
    }
}

fn used(code: &str, message: &str) -> Refusal {
    Refusal::param_error(message, "/out_contract_code", code)
}

/// The same user has the same identifiers every time.
fn hash(text: &str) -> u64 {
    text.bytes().fold(14_695_981_039_346_656_037, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(1_099_511_628_211))
}

/// How long a session lasts is not documented; other products have 2 hours.
const SESSION: i64 = 2 * 60 * 60;
