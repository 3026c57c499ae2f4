//! Automatic repayment (信贷还款).

use serde_json::{Value, json};
use wxpay::credit_repayment::H5Presign;

use super::{Desk, Rules};
use crate::books::{ContractKind, PresignedContract, Presigning, parameters};
use crate::credentials::hex;
use crate::gateway::Refusal;
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

/// A pre-sign code is good for ten minutes.
const TOKEN: i64 = 10 * 60;
