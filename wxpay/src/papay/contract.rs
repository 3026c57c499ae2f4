//! Query and termination of a contract.

use super::PapayContract;
use crate::prelude::*;

/// Queries a contract by the merchant's number (查询委托代扣签约协议).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}",
    response = PapayContract,
    required = QueryContractRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012489245"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryContract {
    /// Template ID.
    #[wxpay(label = "委托代扣模板ID")]
    pub plan_id: i64,
    /// The merchant's number of the contract.
    #[wxpay(label = "商户签约协议号")]
    pub out_contract_code: String,
}

/// Queries a contract that was signed on HarmonyOS (鸿蒙), by the merchant's number (查询委托代扣签约协议).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/papay/sign/contracts/harmony-plan-id/{plan_id}/out-contract-code/{out_contract_code}",
    response = PapayContract,
    required = QueryHarmonyContractRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4013844122"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryHarmonyContract {
    /// Template ID.
    #[wxpay(label = "委托代扣模板ID")]
    pub plan_id: i64,
    /// The merchant's number of the contract.
    #[wxpay(label = "商户签约协议号")]
    pub out_contract_code: String,
}

/// Terminates a contract (解除委托代扣签约协议). The merchant can no longer collect under it.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate",
    response = PapayContract,
    required = TerminateContractRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012489295"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminateContract {
    /// Template ID.
    #[wxpay(label = "委托代扣模板ID")]
    pub plan_id: i64,
    /// The merchant's number of the contract.
    #[wxpay(label = "商户签约协议号")]
    pub out_contract_code: String,
    /// Reason of the termination.
    #[wxpay(label = "解约备注")]
    pub contract_termination_remark: String,
}
