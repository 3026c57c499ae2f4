// expect: status
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/vehicle/transactions/parking", status = 202)]
pub struct ParkingPay {
    pub out_trade_no: String,
}
