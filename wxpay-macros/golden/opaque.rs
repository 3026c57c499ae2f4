/// An object with a foreign member.
#[wxpay_object]
pub struct Timing {
    #[wxpay(opaque)]
    pub elapsed: std::time::Duration,
    #[wxpay(opaque, rename = "last")]
    pub previous: Option<std::time::Duration>,
}
