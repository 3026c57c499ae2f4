// expect: url
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", url = "/v3/fund-app/mch-transfer/transfer-bills")]
pub struct Transfer {
    pub openid: String,
}
