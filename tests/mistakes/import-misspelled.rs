// several: rustc knows neither the module nor what it has
// expect: preludes
use wxpay::preludes::*;

#[wxpay_object]
pub struct Payer {
    pub openid: String,
}
