/// A request with a mistake: impls that are never run, a companion to use all the same.
#[wxpay_endpoint(method = "FETCH", path = "/v3/things", response = Answer, required = FindRequired)]
pub struct Find {
    pub appid: String,
    pub limit: Option<u32>,
}
