//! Plans that users sign.

use crate::prelude::*;

/// A notification that a user signed or cancelled a plan of payments (支付分用户签约计划通知): `PAYSCORE.USER_SIGN_PLAN` or
/// `PAYSCORE.USER_CANCEL_SIGN_PLAN`; `sign_state` says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SignPlan {
    /// WeChat Pay's number for the signed plan.
    pub sign_plan_id: String,
    /// The merchant's own number for the signed plan.
    pub merchant_sign_plan_no: String,
    /// ID of the service.
    pub service_id: Option<String>,
    /// Merchant number of the merchant or service provider.
    pub mchid: String,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// The app ID of the merchant or service provider.
    pub appid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user's openid under `appid`.
    pub openid: Option<String>,
    /// The user's openid under `sub_appid`.
    pub sub_openid: Option<String>,
    /// URL that received the notification.
    pub merchant_callback_url: Option<String>,
    /// ID of the signed plan.
    pub plan_id: Option<String>,
    /// Name of the plan.
    pub plan_name: Option<String>,
    /// Time until which the plan can be used.
    pub plan_over_time: Option<DateTime>,
    /// Total price before discounts, in fen.
    pub total_origin_price: Option<Fen>,
    /// Number of payments in the plan.
    pub deduction_quantity: Option<i64>,
    /// Total price, in fen.
    pub total_actual_price: Option<Fen>,
    /// Number of the current payment; 0 before the first.
    pub going_detail_no: Option<i64>,
    /// State of the plan.
    pub sign_state: SignState,
    /// Time of signing.
    pub sign_time: Option<DateTime>,
    /// Time of cancellation.
    pub cancel_sign_time: Option<DateTime>,
    /// The party that cancelled the plan.
    pub cancel_sign_type: Option<CancelSignType>,
    /// Reason for the cancellation, in words.
    pub cancel_reason: Option<String>,
    /// The payments of the plan.
    pub signed_detail_list: Option<Vec<PlanDetail>>,
}

/// One payment of a plan (计划明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlanDetail {
    /// Sequence number in the plan, from 1.
    pub plan_detail_no: Option<i64>,
    /// The merchant's own number for the payment.
    pub merchant_plan_detail_no: Option<String>,
    /// Name of the payment.
    pub plan_detail_name: Option<String>,
    /// Price before the discount, in fen.
    pub original_price: Option<Fen>,
    /// Description of the discount.
    pub plan_discount_description: Option<String>,
    /// Price, in fen.
    pub actual_price: Option<Fen>,
    /// State of the payment.
    pub plan_detail_state: Option<PlanDetailState>,
    /// WeChat Pay's number for the payment's service order.
    pub order_id: Option<String>,
    /// Amount that the user paid, in fen.
    pub actual_pay_price: Option<Fen>,
    /// Time of use.
    pub use_time: Option<DateTime>,
    /// Time of completion.
    pub complete_time: Option<DateTime>,
    /// Time of cancellation.
    pub cancel_time: Option<DateTime>,
}

/// States of a plan (计划签约状态). The pages do not list the values: these come from examples, and others are kept.
#[wxpay_enum]
pub enum SignState {
    /// Signed.
    Signed,
    /// Not signed.
    Unsigned,
}

/// Parties that can cancel a plan (取消类型).
#[wxpay_enum]
pub enum CancelSignType {
    /// None: the plan was not cancelled.
    NotCancel,
    /// The user.
    User,
    /// The merchant.
    Merchant,
    /// The user, by withdrawing the permission for the service.
    RevokeService,
}

/// States of one payment of a plan (计划明细状态).
#[wxpay_enum]
pub enum PlanDetailState {
    /// Not used yet.
    NotUsed,
    /// Being used.
    Using,
    /// Used.
    Used,
    /// Cancelled with the plan.
    SignPlanDetailCancel,
}
