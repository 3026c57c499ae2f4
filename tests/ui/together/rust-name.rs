// on: "pay_auth_no"
use wxpay::prelude::*;

#[wxpay_object(one_of("transaction_id", "pay_auth_no"))]
pub struct Payment {
    pub transaction_id: Option<String>,
    pub out_trade_no: Option<String>,
    #[wxpay(rename = "payAuthNo")]
    pub pay_auth_no: Option<String>,
    pub mchid: String,
}

fn main() {}
