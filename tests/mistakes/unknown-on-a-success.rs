// expect: 200
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/vehicle/transactions/parking", number = "out_trade_no", unknown_on = [200])]
pub struct ParkingPay {
    pub out_trade_no: String,
}
