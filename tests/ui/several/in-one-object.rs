// mistakes: 9
use wxpay::prelude::*;

#[wxpay_object(required = (), named = "thing")]
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Thing {
    #[wxpay(header = "Code", url = true)]
    pub code: String,
    #[serde(skip)]
    #[wxpay(items = 50..=1)]
    pub name: Option<String>,
}

fn main() {}
