//! C2C contracts (收付通·个人收款).

use serde_json::{Value, json};
use wxpay::individual_contracts::{
    AppPresign, MiniProgramPresign, NamedAppPresign, NamedMiniProgramPresign, QueryContractByCode,
    QueryContractByOpenid,
};

use crate::books::{Contract, ContractKind, ContractState, PresignedContract, Presigning, parameters};
use crate::endpoint::{Desk, Refusal, Route, Rules};
use crate::json::time;
use crate::keys::credentials::hex;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::ruled::<AppPresign>(),
        Route::ruled::<MiniProgramPresign>(),
        Route::ruled::<NamedAppPresign>(),
        Route::ruled::<NamedMiniProgramPresign>(),
        Route::ruled::<QueryContractByCode>(),
        Route::ruled::<QueryContractByOpenid>(),
    ]
}

impl Rules for AppPresign {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        presign(desk, &self.out_contract_code, &user_of(&self.appid), &parameters(self))
    }
}

impl Rules for NamedAppPresign {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        presign(desk, &self.out_contract_code, &user_of(&self.appid), &parameters(self))
    }
}

impl Rules for MiniProgramPresign {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        presign(desk, &self.out_contract_code, &self.openid, &parameters(self))
    }
}

impl Rules for NamedMiniProgramPresign {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        presign(desk, &self.out_contract_code, &self.openid, &parameters(self))
    }
}

impl Rules for QueryContractByCode {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let code = &self.out_contract_code;
        let contract = desk.books.contract(ContractKind::Individual, desk.mchid, code)?;
        let Some(contract) = contract else {
            return Err(match desk.settings.unknown_contract_is_404 {
                true => unknown(),
                false => Refusal::uri_error("签约信息不存在", code),
            });
        };
        Ok(match (contract.state, contract.signed) {
            (ContractState::Signed, Some(signed)) => json!({
                "individual_auth_id": auth_id(&contract),
                "signed_time": time(signed),
                "auth_state": "AUTHORIZED",
                "individual_openid": contract.openid,
            }),
            // The page documents the time as required, but before signing there is no time: it is empty.
            _ => json!({ "signed_time": "", "auth_state": "UNAUTHORIZED" }),
        })
    }
}

impl Rules for QueryContractByOpenid {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let contract = desk.books.contract_of(desk.mchid, &self.openid, &self.appid)?.ok_or_else(unknown)?;
        Ok(json!({
            "individual_auth_id": auth_id(&contract),
            "operation_time": contract.ended.or(contract.signed).map(time),
            "auth_state": if contract.state == ContractState::Signed { "AUTHORIZED" } else { "UNAUTHORIZED" },
        }))
    }
}

fn presign(desk: &Desk<'_>, code: &str, openid: &str, parameters: &str) -> Result<Value, Refusal> {
    let (kind, mchid, expires) = (ContractKind::Individual, desk.mchid, desk.now() + SESSION);
    let token = format!("1121_{}_{}", hex(32)?.to_lowercase(), hex(16)?.to_lowercase());
    let contract = PresignedContract { kind, mchid, code, parameters, openid, token: &token, expires };
    match desk.books.presign(&contract)? {
        Presigning::Accepted => Ok(json!({ "pre_entrustweb_id": token })),
        Presigning::UsedUp => Err(used(code, "业务申请单号已使用")),
        Presigning::OtherParameters => Err(used(code, "请求重入时，参数与首次请求时不一致")),
    }
}

fn used(code: &str, message: &str) -> Refusal {
    Refusal::param_error(message, "/out_contract_code", code)
}

fn unknown() -> Refusal {
    Refusal::resource_not_exists("签约信息不存在")
}

fn auth_id(contract: &Contract) -> String {
    format!("1900{}", hash(&contract.code))
}

/// The user who signs in an app: one user per app.
fn user_of(appid: &str) -> String {
    format!("oUpF8uM{:021}", hash(appid))
}

/// Equal texts have equal numbers.
fn hash(text: &str) -> u64 {
    text.bytes().fold(14_695_981_039_346_656_037, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(1_099_511_628_211))
}

/// Lifetime of a session. It is not documented; other products have 2 hours.
const SESSION: i64 = 2 * 60 * 60;
