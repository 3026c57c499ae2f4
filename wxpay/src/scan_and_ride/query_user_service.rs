//! Availability of the service to a user.

use crate::prelude::*;

/// Queries the availability of the service to a user (查询用户服务可用信息).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/qrcode/user-services/contract-id/{contract_id}",
    response = UserService,
    required = QueryUserServiceRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryUserService {
    /// Number of the user's contract.
    #[wxpay(label = "微信返回代扣签约ID")]
    pub contract_id: String,
    /// App ID of the caller. The official Go SDK requires it.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子公众账号ID")]
    pub sub_appid: Option<String>,
    /// Merchant number of the sub-merchant. Required for a service provider.
    #[wxpay(len = 32, label = "微信支付分配的子商户号")]
    pub sub_mchid: Option<String>,
}

/// Availability of the service to a user (用户服务可用信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserService {
    /// Number of the contract, as queried.
    pub contract_id: Option<String>,
    /// State of the service: the user can ride or not.
    pub user_service_state: Option<UserServiceState>,
    /// Reason why the user cannot ride.
    pub block_reason: Option<BlockReason>,
}

/// States of the service for a user (用户服务状态).
#[wxpay_enum]
pub enum UserServiceState {
    /// The user can ride (正常).
    Normal,
    /// The user cannot ride (不可用).
    Blocked,
}

/// Reasons why a user cannot ride (原因).
#[wxpay_enum]
pub enum BlockReason {
    /// The contract has ended (已解约).
    Deleted,
    /// The user's account is frozen (账户冻结).
    AccountFrozen,
    /// The user owes an earlier fare (欠费).
    Overdue,
}
