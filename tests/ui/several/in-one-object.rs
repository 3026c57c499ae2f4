// on: Deserialize
// on: serde(rename_all = "camelCase")
// on: named
// on: =
// on: serde(skip)
// on: header
// on: 50..=1
// on: items
// on: code
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
