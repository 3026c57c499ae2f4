//! Query and termination of a contract.

use super::RepaymentContract;
use crate::prelude::*;

/// Queries a contract by the service provider's number (查询自动还款协议).
///
/// The query also tells if the number has been used.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/credit-repayment/partner/contracts/{out_contract_code}",
    response = RepaymentContract,
    required = QueryContractRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4016125810"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryContract {
    /// The service provider's number of the contract.
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "服务商签约协议号")]
    pub out_contract_code: String,
}

/// Terminates a contract (解除自动还款协议).
///
/// Repayments can no longer be collected under the contract, and its number cannot be used again.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST` (the contract is not in force); 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/credit-repayment/partner/contracts/terminate",
    response = TerminatedContract,
    required = TerminateContractRequired,
    number = "out_contract_code",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4016125830"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TerminateContract {
    /// The service provider's number of the contract.
    #[wxpay(len = 64, pattern = "[0-9A-Za-z]+", label = "服务商签约协议号")]
    pub out_contract_code: String,
    /// Reason of the termination.
    #[wxpay(label = "协议解约备注")]
    pub contract_termination_remark: String,
}

/// The answer to a [`TerminateContract`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TerminatedContract {
    /// Contract after the termination.
    pub contract_info: Option<RepaymentContract>,
}
