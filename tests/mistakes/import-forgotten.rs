// expect: wxpay_object
#[wxpay_object]
pub struct Payer {
    pub openid: String,
}
