// on: any_of
use wxpay::prelude::*;

#[wxpay_object(any_of)]
pub struct Payment {
    pub transaction_id: Option<String>,
    pub out_trade_no: Option<String>,
    #[wxpay(rename = "payAuthNo")]
    pub pay_auth_no: Option<String>,
    pub mchid: String,
}

fn main() {}
