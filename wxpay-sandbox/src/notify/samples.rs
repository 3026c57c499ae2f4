//! The usual notifications, with everything that a receiver expects.

use serde_json::{Value, json};
use wxpay::mch_transfer::TransferState;
use wxpay::prelude::{DateTime, Fen};
use wxpay::refund::RefundStatus;

use super::Notice;

impl Notice {
    /// An order was paid (支付成功): `TRANSACTION.SUCCESS`.
    pub fn payment(out_trade_no: &str, total: Fen) -> Self {
        let mut paid = transaction(out_trade_no, total);
        merge(&mut paid, json!({ "appid": APPID, "payer": { "openid": OPENID } }));
        Self::new("TRANSACTION.SUCCESS", "transaction", paid).party("mchid")
    }

    /// A sub-merchant's order was paid (服务商支付成功): `TRANSACTION.SUCCESS`.
    pub fn partner_payment(sub_mchid: &str, out_trade_no: &str, total: Fen) -> Self {
        let mut paid = transaction(out_trade_no, total);
        merge(&mut paid, json!({ "sp_appid": APPID, "sub_mchid": sub_mchid, "payer": { "sp_openid": OPENID } }));
        Self::new("TRANSACTION.SUCCESS", "transaction", paid).party("sp_mchid")
    }

    /// A combined order was paid (合单支付成功): `TRANSACTION.SUCCESS`. `parts` are the merchant, the number and the
    /// amount of each order.
    pub fn combined_payment(combine_out_trade_no: &str, parts: &[(&str, &str, Fen)]) -> Self {
        let parts = parts.iter().enumerate().map(|(index, (mchid, out_trade_no, total))| {
            json!({
                "mchid": mchid,
                "out_trade_no": out_trade_no,
                "transaction_id": format!("42000000000000000000000001{index:02}"),
                "trade_type": "JSAPI",
                "trade_state": "SUCCESS",
                "bank_type": "OTHERS",
                "attach": "",
                "success_time": now(),
                "amount": {
                    "total_amount": total.get(),
                    "payer_amount": total.get(),
                    "currency": "CNY",
                    "payer_currency": "CNY",
                },
            })
        });
        let parts: Vec<_> = parts.collect();
        let paid = json!({
            "combine_appid": APPID,
            "combine_out_trade_no": combine_out_trade_no,
            "combine_transaction_id": TRANSACTION,
            "sub_orders": parts,
            "combine_payer_info": { "openid": OPENID },
        });
        Self::new("TRANSACTION.SUCCESS", "transaction", paid).party("combine_mchid")
    }

    /// The refund of a whole order has ended (退款结果): `REFUND.SUCCESS`, `REFUND.ABNORMAL` or `REFUND.CLOSED`.
    pub fn refund(out_refund_no: &str, out_trade_no: &str, refund: Fen, status: &RefundStatus) -> Self {
        let ended = json!({
            "transaction_id": TRANSACTION,
            "out_trade_no": out_trade_no,
            "refund_id": "50300000000000000000000000001",
            "out_refund_no": out_refund_no,
            "refund_status": status.as_str(),
            "success_time": (*status == RefundStatus::Success).then(now),
            "user_received_account": "支付用户零钱",
            "amount": {
                "total": refund.get(),
                "refund": refund.get(),
                "payer_total": refund.get(),
                "payer_refund": refund.get(),
            },
        });
        let ended = crate::json::present(ended);
        Self::new(format!("REFUND.{status}"), "refund", ended).party("mchid")
    }

    /// A merchant has received a share of a payment (分账动账): `PROFITSHARING.SUCCESS`.
    pub fn profit_sharing(out_order_no: &str, account: &str, amount: Fen) -> Self {
        let moved = sharing(out_order_no, account, amount);
        Self::new("PROFITSHARING.SUCCESS", "profitsharing", moved).party("mchid")
    }

    /// A merchant has returned a share of a payment (分账回退): `PROFITSHARING.RETURN`.
    pub fn profit_sharing_return(out_return_no: &str, account: &str, amount: Fen) -> Self {
        let moved = sharing(out_return_no, account, amount);
        Self::new("PROFITSHARING.RETURN", "profitsharing", moved).party("mchid")
    }

    /// A transfer to a user has ended (商家转账): `MCHTRANSFER.BILL.FINISHED`.
    pub fn transfer(out_bill_no: &str, amount: Fen, state: &TransferState) -> Self {
        let ended = json!({
            "out_bill_no": out_bill_no,
            "transfer_bill_no": "1330000071100999991182020050700019480001",
            "state": state.as_str(),
            "transfer_amount": amount.get(),
            "openid": OPENID,
            "fail_reason": (*state == TransferState::Fail).then_some("PAYEE_ACCOUNT_ABNORMAL"),
            "create_time": now(),
            "update_time": now(),
        });
        let ended = crate::json::present(ended);
        // `original_type` is a choice: the documentation has no example of it.
        Self::new("MCHTRANSFER.BILL.FINISHED", "mch_payment", ended).party("mch_id")
    }

    /// A contract of automatic repayment was signed (信贷还款签约): `CREDIT_REPAYMENT.SIGN_CONTRACT`.
    pub fn repayment_contract(out_contract_code: &str) -> Self {
        let signed = json!({
            "contract_id": format!("Wx{out_contract_code}"),
            "plan_id": 123,
            "out_contract_code": out_contract_code,
            "display_name": "*明",
            "contract_state": "CONTRACT_STATE_EFFECTIVE",
            "contract_signed_time": now(),
            "repayment_amount_limit": "10000",
            "appid": APPID,
            "openid": OPENID,
        });
        // `original_type` is a choice, here and below: the documentation has no example of it.
        Self::new("CREDIT_REPAYMENT.SIGN_CONTRACT", "contract", signed).party("sp_mchid")
    }

    /// A repayment was collected (信贷还款成功): `CREDIT_REPAYMENT.DEDUCTION_PAY`.
    pub fn repayment(out_trade_no: &str, out_contract_code: &str, amount: Fen) -> Self {
        let amount = amount.get().to_string();
        let paid = json!({
            "appid": APPID,
            "openid": OPENID,
            "order_state": "DEDUCT_ORDER_STATE_PAY_SUCCESS",
            "out_trade_no": out_trade_no,
            "contract_id": format!("Wx{out_contract_code}"),
            "deduct_amount": amount,
            "pay_success_amount": amount,
            "transaction_id": TRANSACTION,
        });
        Self::new("CREDIT_REPAYMENT.DEDUCTION_PAY", "deduct_order", paid).party("sp_mchid")
    }

    /// A user has complained (消费者投诉): `COMPLAINT.CREATE`.
    pub fn complaint(complaint_id: &str) -> Self {
        let complaint = json!({ "complaint_id": complaint_id, "action_type": "CREATE_COMPLAINT" });
        Self::new("COMPLAINT.CREATE", "complaint", complaint)
    }
}

/// The members of every payment.
fn transaction(out_trade_no: &str, total: Fen) -> Value {
    json!({
        "out_trade_no": out_trade_no,
        "transaction_id": TRANSACTION,
        "trade_type": "JSAPI",
        "trade_state": "SUCCESS",
        "trade_state_desc": "支付成功",
        "bank_type": "OTHERS",
        "attach": "",
        "success_time": now(),
        "amount": {
            "total": total.get(),
            "payer_total": total.get(),
            "currency": "CNY",
            "payer_currency": "CNY",
        },
    })
}

fn sharing(number: &str, account: &str, amount: Fen) -> Value {
    json!({
        "transaction_id": TRANSACTION,
        "order_id": "3000000000000000000000000001",
        "out_order_no": number,
        "receiver": {
            "type": "MERCHANT_ID",
            "account": account,
            "amount": amount.get(),
            "description": "freight",
        },
        "success_time": now(),
    })
}

fn merge(object: &mut Value, other: Value) {
    if let (Some(members), Value::Object(other)) = (object.as_object_mut(), other) {
        members.extend(other);
    }
}

fn now() -> String {
    DateTime::now().to_string()
}

const APPID: &str = "wxd678efh567hg6787";
const OPENID: &str = crate::parties::SOMEBODY;
const TRANSACTION: &str = "4200000000000000000000000001";
