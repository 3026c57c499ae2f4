/// Asks for a contract by the platform's own number.
///
/// Before signing it answers nothing.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/contracts/{contract_code}/items/{item}",
    response = Contract,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/1"
)]
#[derive(Debug, Clone)]
pub struct QueryContract {
    /// The number of the contract.
    pub contract_code: String,
    /// The number of the item.
    pub item: i64,
    /// The caller's app.
    pub appid: String,
    /// How many at most.
    pub limit: Option<u32>,
    /// In which states.
    pub states: Vec<State>,
}
