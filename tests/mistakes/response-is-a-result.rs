// expect: Result<Receipt, wxpay::Error>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/receipts/{id}", response = Result<Receipt, wxpay::Error>)]
pub struct GetReceipt {
    pub id: String,
}

#[wxpay_object]
pub struct Receipt {
    pub id: String,
}
