// expect: Vec<Receipt>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/receipts", response = Vec<Receipt>)]
pub struct ListReceipts {
    pub mchid: String,
}

#[wxpay_object]
pub struct Receipt {
    pub amount: Fen,
}
