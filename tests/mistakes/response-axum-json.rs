// expect: Json<Receipt> | Json
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/receipts/{id}", response = Json<Receipt>)]
pub struct GetReceipt {
    pub id: String,
}

#[wxpay_object]
pub struct Receipt {
    pub amount: Fen,
}
