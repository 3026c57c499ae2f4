//! Whether a user can ride.

use crate::prelude::*;

/// Asks whether a user can ride (查询用户服务可用信息).
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/qrcode/user-services/contract-id/{contract_id}",
    response = UserService,
    required = QueryUserServiceRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryUserService {
    /// The user's contract.
    #[wxpay(label = "微信返回代扣签约ID")]
    pub contract_id: String,
    /// The app ID of the one that signs. The official Go SDK demands it.
    #[wxpay(len = 32, label = "公众账号ID")]
    pub appid: Option<String>,
    /// The sub-merchant's app ID.
    #[wxpay(len = 32, label = "子公众账号ID")]
    pub sub_appid: Option<String>,
    /// The sub-merchant. A service provider has to name it.
    #[wxpay(len = 32, label = "微信支付分配的子商户号")]
    pub sub_mchid: Option<String>,
}

/// Whether a user can ride (用户服务可用信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserService {
    /// The contract, as asked.
    pub contract_id: Option<String>,
    /// Whether the user can ride.
    pub user_service_state: Option<UserServiceState>,
    /// Why not.
    pub block_reason: Option<BlockReason>,
}

/// Whether a user can ride (用户服务状态).
#[wxpay_enum]
pub enum UserServiceState {
    /// Yes (正常).
    Normal,
    /// No (不可用).
    Blocked,
}

/// Why a user cannot ride (原因).
#[wxpay_enum]
pub enum BlockReason {
    /// The contract has ended (已解约).
    Deleted,
    /// The user's account is frozen (账户冻结).
    AccountFrozen,
    /// The user owes an earlier fare (欠费).
    Overdue,
}
