// expect: Option<Receipt>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/receipts/{id}", response = Option<Receipt>)]
pub struct GetReceipt {
    pub id: String,
}

#[wxpay_object]
pub struct Receipt {
    pub id: String,
}
