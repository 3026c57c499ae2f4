// expect: Vec<u8>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/transfer-detail/electronic-receipts/{id}", response = Vec<u8>)]
pub struct GetReceipt {
    pub id: String,
}
