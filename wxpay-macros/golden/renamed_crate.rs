/// The smallest request.
#[wxpay_endpoint(method = "DELETE", path = "/v3/things")]
#[wxpay(crate = payments::wechat)]
pub struct Delete {}

/// A list with one value.
#[wxpay_enum]
#[wxpay(crate = crate::pay)]
enum Only {
    One,
}
