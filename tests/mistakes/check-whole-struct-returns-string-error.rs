// expect: check = of_age | of_age)]
use wxpay::prelude::*;

#[wxpay_object(check = of_age)]
pub struct Guest {
    pub age: u32,
}

pub fn of_age(guest: &Guest) -> Result<(), String> {
    if guest.age < 18 { Err("too young".into()) } else { Ok(()) }
}
