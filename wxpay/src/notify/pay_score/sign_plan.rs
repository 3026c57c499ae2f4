//! A plan that a user signed.

use crate::prelude::*;

/// A plan of payments that a user signed or cancelled (支付分用户签约计划通知): `PAYSCORE.USER_SIGN_PLAN` or
/// `PAYSCORE.USER_CANCEL_SIGN_PLAN`; `sign_state` says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SignPlan {
    /// WeChat Pay's number for the signed plan.
    pub sign_plan_id: String,
    /// The merchant's own number for it.
    pub merchant_sign_plan_no: String,
    /// The service.
    pub service_id: Option<String>,
    /// The merchant or service provider.
    pub mchid: String,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The app ID of the merchant or service provider.
    pub appid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user under `appid`.
    pub openid: Option<String>,
    /// The user under `sub_appid`.
    pub sub_openid: Option<String>,
    /// Where the notification went.
    pub merchant_callback_url: Option<String>,
    /// The plan that was signed.
    pub plan_id: Option<String>,
    /// Its name.
    pub plan_name: Option<String>,
    /// Until when it can be used.
    pub plan_over_time: Option<DateTime>,
    /// What it costs without the reduction, in fen.
    pub total_origin_price: Option<Fen>,
    /// How many payments it has.
    pub deduction_quantity: Option<i64>,
    /// What it costs, in fen.
    pub total_actual_price: Option<Fen>,
    /// The payment that it got to; 0 before the first.
    pub going_detail_no: Option<i64>,
    /// How far it got.
    pub sign_state: SignState,
    /// When it was signed.
    pub sign_time: Option<DateTime>,
    /// When it was cancelled.
    pub cancel_sign_time: Option<DateTime>,
    /// Who cancelled it.
    pub cancel_sign_type: Option<CancelSignType>,
    /// Why it was cancelled, in words.
    pub cancel_reason: Option<String>,
    /// The payments.
    pub signed_detail_list: Option<Vec<PlanDetail>>,
}

/// One payment of a plan (计划明细).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PlanDetail {
    /// Its place in the plan, from 1.
    pub plan_detail_no: Option<i64>,
    /// The merchant's own number for it.
    pub merchant_plan_detail_no: Option<String>,
    /// Its name.
    pub plan_detail_name: Option<String>,
    /// What it costs without the reduction, in fen.
    pub original_price: Option<Fen>,
    /// The reduction, in words.
    pub plan_discount_description: Option<String>,
    /// What it costs, in fen.
    pub actual_price: Option<Fen>,
    /// How far it got.
    pub plan_detail_state: Option<PlanDetailState>,
    /// WeChat Pay's number for its service order.
    pub order_id: Option<String>,
    /// What the user paid for it, in fen.
    pub actual_pay_price: Option<Fen>,
    /// When it was used.
    pub use_time: Option<DateTime>,
    /// When it was completed.
    pub complete_time: Option<DateTime>,
    /// When it was cancelled.
    pub cancel_time: Option<DateTime>,
}

/// How far a plan got (计划签约状态). The pages do not list the values: these are those of examples, others are kept.
#[wxpay_enum]
pub enum SignState {
    /// Signed.
    Signed,
    /// Not signed.
    Unsigned,
}

/// Who cancelled a plan (取消类型).
#[wxpay_enum]
pub enum CancelSignType {
    /// Nobody.
    NotCancel,
    /// The user.
    User,
    /// The merchant.
    Merchant,
    /// The user, by taking the permission for the service back.
    RevokeService,
}

/// How far one payment of a plan got (计划明细状态).
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
