//! A small made-up sample of every variant: it is read as that variant, and nothing of it is lost.

use serde_json::{Value, json};

use crate::resources::{read, written};

#[test]
fn every_variant_reads_and_keeps_its_sample() {
    for (event_type, variant, sample) in samples() {
        assert_eq!(written(&read(event_type, &sample)), (variant, sample), "{event_type}");
    }
}

#[test]
fn every_event_type_of_a_variant_is_read_as_it() {
    for (event_type, like) in [
        ("REFUND.ABNORMAL", "REFUND.SUCCESS"),
        ("REFUND.CLOSED", "REFUND.SUCCESS"),
        ("CREDIT_REPAYMENT.TERMINATE_CONTRACT", "CREDIT_REPAYMENT.SIGN_CONTRACT"),
        ("ENTRUST.TERMINATE", "ENTRUST.SIGN"),
        ("ENTRUST.RELEASE", "ENTRUST.SIGNING"),
        ("PAYSCORE.USER_PAID", "PAYSCORE.USER_CONFIRM"),
        ("PAYSCORE.USER_CLOSE_SERVICE", "PAYSCORE.USER_OPEN_SERVICE"),
        ("PAYSCORE.USER_CANCEL_SIGN_PLAN", "PAYSCORE.USER_SIGN_PLAN"),
        ("COMPLAINT.STATE_CHANGE", "COMPLAINT.CREATE"),
        ("PROFITSHARING", "PROFITSHARING.SUCCESS"),
        ("PROFITSHARING_RETURN", "PROFITSHARING.RETURN"),
        ("PAYSCORE.USER_ACCEPTED", "PAYSCORE.USER_OPEN_SERVICE"),
        ("FAPIAO.REVERSED", "FAPIAO.ISSUED"),
        ("FAPIAO.CARD_INSERTED", "FAPIAO.ISSUED"),
        ("FAPIAO.CARD_DISCARDED", "FAPIAO.ISSUED"),
    ] {
        let (_, variant, sample) = samples().into_iter().find(|(event_type, ..)| *event_type == like).unwrap();
        assert_eq!(written(&read(event_type, &sample)).0, variant, "{event_type}");
    }
}

pub(crate) fn payment() -> Value {
    json!({
        "appid": "wx0000000000000001", "mchid": "1900000001", "out_trade_no": "T-0001",
        "transaction_id": "4200000000202601010000000001", "trade_type": "APP", "trade_state": "SUCCESS",
        "trade_state_desc": "支付成功", "bank_type": "OTHERS", "attach": "", "success_time": "2026-01-01T12:00:00+08:00",
        "payer": {"openid": "o-user"},
        "amount": {"total": 100, "payer_total": 90, "currency": "CNY", "payer_currency": "CNY"},
        "scene_info": {"device_id": "till 1"},
        "promotion_detail": [{
            "coupon_id": "c1", "name": "ten off", "scope": "GLOBAL", "type": "NOCASH", "amount": 10, "stock_id": "s1",
            "wechatpay_contribute": 0, "merchant_contribute": 10, "other_contribute": 0, "currency": "CNY",
            "goods_detail": [{"goods_id": "g1", "quantity": 1, "unit_price": 100, "discount_amount": 10}]
        }],
        "installment_info": {"use_subsidy": true, "selected_installment_number": 3}
    })
}

pub(crate) fn partner_payment() -> Value {
    json!({
        "sp_appid": "wx0000000000000001", "sp_mchid": "1900000001", "sub_mchid": "1900000002",
        "out_trade_no": "T-0002", "transaction_id": "4200000000202601010000000002", "trade_type": "JSAPI",
        "trade_state": "SUCCESS", "success_time": "2026-01-01T12:00:00+08:00",
        "payer": {"sp_openid": "o-user", "sub_openid": "o-sub"}, "amount": {"total": 100, "currency": "CNY"}
    })
}

pub(crate) fn parking_payment() -> Value {
    json!({
        "appid": "wx0000000000000001", "sp_mchid": "1900000001", "sub_mchid": "1900000002", "out_trade_no": "P-0001",
        "trade_state": "PAY_FAIL", "trade_state_description": "支付失败", "trade_scene": "PARKING", "user_repaid": "N",
        "payer": {"openid": "o-user"}, "amount": {"total": 500, "currency": "CNY", "discount_total": 0},
        "parking_info": {
            "parking_id": "p1", "plate_number": "粤B888888", "plate_color": "LIMEGREEN", "parking_name": "Harbour",
            "start_time": "2026-01-01T10:00:00+08:00", "end_time": "2026-01-01T11:00:00+08:00",
            "charging_duration": 3600, "device_id": "exit 2"
        }
    })
}

pub(crate) fn sharing() -> Value {
    json!({
        "mchid": "1900000001", "transaction_id": "42", "order_id": "30", "out_order_no": "S-1",
        "receiver": {"type": "MERCHANT_ID", "account": "1900000003", "amount": 7, "description": "a share"},
        "success_time": "2026-01-01T12:00:00+08:00"
    })
}

pub(crate) fn samples() -> Vec<(&'static str, &'static str, Value)> {
    let contract = json!({
        "mchid": "1900000001", "appid": "wx0000000000000001", "openid": "o-user", "out_contract_code": "C1",
        "plan_id": 12, "contract_id": "2026", "operate_time": "2026-01-01T12:00:00+08:00",
        "contract_termination_mode": "USER_TERMINATE"
    });
    vec![
        ("TRANSACTION.SUCCESS", "Payment", payment()),
        ("TRANSACTION.SUCCESS", "PartnerPayment", partner_payment()),
        (
            "TRANSACTION.SUCCESS",
            "CombinedPayment",
            json!({
                "combine_appid": "wx0000000000000001", "combine_mchid": "1900000001", "combine_out_trade_no": "K-1",
                "combine_transaction_id": "42", "combine_payer_info": {"openid": "o-user"},
                "sub_orders": [
                    {"mchid": "1900000002", "out_trade_no": "K-1-1", "trade_state": "SUCCESS",
                     "amount": {"total_amount": 10, "payer_amount": 10, "currency": "CNY"}},
                    {"mchid": "1900000001", "sub_mchid": "1900000003", "out_trade_no": "K-1-2", "trade_type": "MWEB",
                     "amount": {"total_amount": 20, "payer_amount": 20, "settlement_rate": 650_000_000}}
                ]
            }),
        ),
        (
            "REFUND.SUCCESS",
            "Refund",
            json!({
                "mchid": "1900000001", "transaction_id": "42", "out_trade_no": "T-0001", "refund_id": "50",
                "out_refund_no": "R-1", "refund_status": "SUCCESS", "success_time": "2026-01-02T12:00:00+08:00",
                "user_received_account": "支付用户零钱",
                "amount": {"total": 100, "refund": 50, "payer_total": 90, "payer_refund": 45}
            }),
        ),
        ("PROFITSHARING.SUCCESS", "ProfitSharing", sharing()),
        ("PROFITSHARING.RETURN", "ProfitSharingReturn", sharing()),
        ("TRANSACTION.SUCCESS", "ProfitSharingOrReturn", sharing()),
        (
            "MCHTRANSFER.BILL.FINISHED",
            "TransferBill",
            json!({
                "mch_id": "1900000001", "out_bill_no": "B1", "transfer_bill_no": "13", "state": "FAIL",
                "transfer_amount": 400, "fail_reason": "PAYEE_ACCOUNT_ABNORMAL", "openid": "o-user",
                "create_time": "2026-01-01T12:00:00+08:00", "update_time": "2026-01-01T12:00:01+08:00",
                "payment_method_type": "CFT"
            }),
        ),
        (
            "MCHTRANSFER.BILL.FINISHED",
            "TransferBill",
            json!({
                "mchid": "1900000001", "sub_mchid": "1900000002", "out_bill_no": "B1", "transfer_bill_no": "13",
                "state": "SUCCESS", "transfer_amount": 400
            }),
        ),
        (
            "MCHTRANSFER.AUTHORIZATION.CONFIRMED",
            "TransferAuthorization",
            json!({
                "out_authorization_no": "A1", "appid": "wx1", "openid": "o-user", "user_display_name": "a rider",
                "authorization_id": "131", "state": "TAKING_EFFECT", "authorize_time": "2026-01-01T12:00:00+08:00"
            }),
        ),
        (
            "MCHTRANSFER.AUTHORIZATION.CLOSED",
            "TransferAuthorization",
            json!({
                "out_authorization_no": "A1", "appid": "wx1", "openid": "o-user", "state": "CLOSED",
                "close_info": {"close_time": "2026-02-01T12:00:00+08:00", "close_reason": "USER_CLOSE"}
            }),
        ),
        (
            "MCHTRANSFER.BATCH.FINISHED",
            "TransferBatch",
            json!({
                "mchid": "1900000001", "out_batch_no": "B2", "batch_id": "131", "batch_status": "FINISHED",
                "total_num": 3, "total_amount": 600, "success_amount": 400, "success_num": 2, "fail_amount": 200,
                "fail_num": 1, "update_time": "2026-01-01T12:00:01+08:00"
            }),
        ),
        (
            "MCHTRANSFER.BATCH.CLOSED",
            "TransferBatch",
            json!({
                "mchid": "1900000001", "out_batch_no": "B2", "batch_id": "131", "batch_status": "CLOSED",
                "total_num": 3, "total_amount": 600, "close_reason": "OVERDUE_CLOSE"
            }),
        ),
        (
            "CREDIT_REPAYMENT.SIGN_CONTRACT",
            "RepaymentContract",
            json!({
                "sp_mchid": "1900000001", "contract_id": "2026", "plan_id": 123, "out_contract_code": "C1",
                "display_name": "**明", "contract_state": "CONTRACT_STATE_EFFECTIVE",
                "contract_signed_time": "2026-01-01T12:00:00+08:00",
                "contract_termination_mode": "TERMINATION_MODE_INVALID", "repayment_day": 1,
                "repayment_amount_limit": "10000", "appid": "wx0000000000000001", "openid": "o-user"
            }),
        ),
        (
            "CREDIT_REPAYMENT.DEDUCTION_PAY",
            "Repayment",
            json!({
                "sp_mchid": "1900000001", "sub_mchid": "1900000002", "appid": "wx0000000000000001",
                "openid": "o-user", "order_state": "DEDUCT_ORDER_STATE_PAY_SUCCESS", "out_trade_no": "P1",
                "contract_id": "2026", "deduct_amount": "500", "pay_success_amount": "500", "transaction_id": "42"
            }),
        ),
        (
            "ENTRUST.SIGN",
            "PapayContract",
            json!({
                "sp_mchid": "1900000001", "sp_appid": "wx0000000000000001", "sub_mchid": "1900000002",
                "contract_id": "2026", "plan_id": 12, "out_contract_code": "C1", "contract_state": "TERMINATED",
                "contract_terminate_info": {
                    "contract_termination_mode": "SYSTEM_TERMINATE",
                    "contract_terminated_time": "2026-01-01T12:00:00+08:00"
                },
                "deduct_schedule": {
                    "estimated_deduct_date": "2026-02-01", "schedule_state": "NO_SCHEDULED",
                    "estimated_deduct_amount": {"total": 1, "currency": "CNY"}
                }
            }),
        ),
        (
            "ENTRUST.TERMINATE_INQUIRY",
            "PapayEndingInquiry",
            json!({
                "code": "SUCCESS", "messsage": "OK", "mchid": "1900000001", "appid": "wx1", "openid": "o-user",
                "plan_id": 12, "out_contract_code": "C1", "out_user_code": "U1", "contract_id": "2026",
                "contract_display_account": "a rider", "contract_state": "SIGNED",
                "contract_signed_time": "2026-01-01T12:00:00+08:00"
            }),
        ),
        (
            "ENTRUST.TERMINATE_RETENTION",
            "PapayRetention",
            json!({"mchid": "1900000001", "contract_id": "2026", "appid": "wx1", "plan_id": 12,
                   "out_contract_code": "C1", "openid": "o-user"}),
        ),
        ("TRANSACTION.FAIL", "DebitFailed", payment()),
        ("TRANSACTION.FAIL", "PartnerDebitFailed", partner_payment()),
        (
            "PAPAY.SIGN",
            "CrossBorderContractSigned",
            json!({"mchid": "1900000001", "appid": "wx1", "out_contract_code": "C1", "plan_id": 12}),
        ),
        (
            "PAPAY.TERMINATE",
            "CrossBorderContractTerminated",
            json!({"sp_mchid": "1900000001", "sub_mchid": "1900000002", "out_contract_code": "C1", "plan_id": 12,
                   "contract_termination_mode": "PLATFORM"}),
        ),
        ("ECOMMERCE_ENTRUST.SIGN", "EcommerceContractSigned", contract.clone()),
        ("ECOMMERCE_ENTRUST.TERMINATE", "EcommerceContractTerminated", contract),
        (
            "ENTRUST.SIGNING",
            "EducationContract",
            json!({
                "appid": "wx1", "openid": "o-user", "plan_id": "10",
                "contract_information": {"contract_id": "2026", "contract_status": "DELETE"}
            }),
        ),
        (
            "PAYSCORE.USER_CONFIRM",
            "ServiceOrder",
            json!({
                "service_id": "500001", "appid": "wx1", "mchid": "1900000001", "out_order_no": "O1", "state": "DOING",
                "state_description": "USER_CONFIRM", "service_introduction": "an umbrella", "total_amount": 300,
                "post_payments": [{"name": "hours", "amount": 300, "count": 3}],
                "risk_fund": {"name": "DEPOSIT", "amount": 5000}, "time_range": {"start_time": "OnAccept"},
                "location": {"start_location": "here"}, "need_collection": true,
                "collection": {"state": "USER_PAYING", "total_amount": 300, "paying_amount": 300, "paid_amount": 0,
                               "details": [{"seq": 1, "paid_type": "NEWTON", "paid_time": "20260101120000"}]}
            }),
        ),
        (
            "PAYSCORE.USER_OPEN_SERVICE",
            "PayScorePermission",
            json!({"service_id": "500001", "mchid": "1900000001", "user_service_status": "USER_OPEN_SERVICE",
                   "openorclose_time": "20260101120000"}),
        ),
        (
            "PAYSCORE.USER_SIGN_PLAN",
            "SignPlan",
            json!({
                "sign_plan_id": "1", "merchant_sign_plan_no": "M1", "mchid": "1900000001", "sign_state": "SIGNED",
                "going_detail_no": 0, "total_actual_price": 500, "cancel_sign_type": "NOT_CANCEL",
                "signed_detail_list": [{"plan_detail_no": 1, "actual_price": 100, "plan_detail_state": "NOT_USED"}]
            }),
        ),
        (
            "PAYSCORE.BIND_SERVICE_ACCOUNT",
            "PayScoreServiceAccount",
            json!({"service_id": "500001", "appid": "wx1", "mchid": "1900000001", "sub_mchid": "1900000002",
                   "out_apply_no": "P1", "apply_state": "REJECTED", "reject_reason": "no"}),
        ),
        ("TRANSACTION.FAIL", "ParkingPayment", parking_payment()),
        (
            "VEHICLE.ENTRANCE_STATE_CHANGE",
            "ParkingStateChange",
            json!({
                "sp_mchid": "1900000001", "parking_id": "p1", "out_parking_no": "E-1", "plate_number": "粤B888888",
                "plate_color": "BLUE", "start_time": "2026-01-01T10:00:00+08:00", "parking_name": "Harbour",
                "free_duration": 900, "parking_state": "BLOCKED", "state_update_time": "2026-01-01T10:30:00+08:00"
            }),
        ),
        ("COMPLAINT.CREATE", "Complaint", json!({"complaint_id": "2000", "action_type": "CREATE_COMPLAINT"})),
        (
            "COUPON.USE",
            "FavorCoupon",
            json!({
                "stock_creator_mchid": "1900000001", "stock_id": "98", "coupon_id": "97", "status": "USED",
                "coupon_type": "NORMAL", "normal_coupon_information": {"coupon_amount": 1, "transaction_minimum": 2},
                "consume_information": {"consume_mchid": "1900000001", "goods_detail": [{"goods_id": "g", "price": 1}]}
            }),
        ),
        (
            "COUPON.SEND",
            "BusifavorCoupon",
            json!({
                "event_type": "EVENT_TYPE_BUSICOUPON_SEND", "coupon_code": "12", "stock_id": "98",
                "send_channel": "BUSICOUPON_SEND_CHANNEL_PAYGIFT", "attach_info": {"hall_belong_mch_id": 1_900_000_001}
            }),
        ),
        (
            "FAPIAO.USER_APPLIED",
            "FapiaoApplied",
            json!({"mchid": "1900000001", "fapiao_apply_id": "42", "apply_time": "2026-01-01T12:00:00+08:00"}),
        ),
        (
            "FAPIAO.ISSUED",
            "Fapiao",
            json!({"mchid": "1900000001", "sub_mchid": "1900000002", "fapiao_apply_id": "42", "fapiao_information": [
                {"fapiao_id": "F1", "fapiao_status": "ISSUED", "card_status": "INSERT_ACCEPTED"}
            ]}),
        ),
        ("SECURITY_ECHO.SUCCESS", "SecurityEcho", json!({"echo_message": "hello", "encrypted_echo_message": "AAAA"})),
    ]
}
