// on: Thing
#[derive(wxpay::__private::Wxpay)]
pub struct Thing {
    #[wxpay(len = 32)]
    pub code: String,
}

fn main() {}
