// on: enum
// on: (pub String)
// on: struct
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things")]
pub enum Find {
    All,
}

#[wxpay_object]
pub struct Answer(pub String);

#[wxpay_enum]
#[derive(Debug)]
pub struct State {
    pub open: bool,
}

#[wxpay_object]
pub struct Thing {
    pub answer: Option<Answer>,
    pub state: State,
}

pub fn send<E: Endpoint>(request: &E) -> (&E, Option<E::Response>) {
    (request, None)
}

pub fn find(thing: Thing) -> Option<String> {
    let _ = send(&Find::All);
    println!("{} {:?} {}", thing.state.as_str(), thing.state, State::other("OPEN"));
    Some(thing.answer?.0)
}

fn main() {}
