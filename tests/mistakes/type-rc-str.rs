// expect: Rc<str> | std::rc::Rc<str>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Payer {
    pub openid: std::rc::Rc<str>,
}
