// expect: wxpay_endpoint!
use wxpay::prelude::*;

wxpay_endpoint! {
    POST "/v3/orders" => PutOrder
}
