// expect: wxpay_endpoint
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", number = "out_bill_no")]
pub struct Transfer {
    pub out_bill_no: String,
    pub transfer_amount: Fen,
}
