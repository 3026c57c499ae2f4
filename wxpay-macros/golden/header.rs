/// Uploads a picture.
#[wxpay_endpoint(method = "PUT", path = "/brand/pictures")]
pub struct Upload {
    #[wxpay(header = "Idempotency-Key", len = 32)]
    pub key: Option<String>,
}
