// on: lenght
// on: 32..=6
// on: "/v3/things/{code}"
// on: ""
use wxpay::prelude::*;

#[wxpay_object(required = ())]
#[derive(Debug)]
#[non_exhaustive]
pub struct Note {
    #[wxpay(lenght = 32)]
    pub text: Option<String>,
}

#[wxpay_object]
#[derive(Debug)]
pub struct Answer {
    #[wxpay(len = 32..=6)]
    pub prepay_id: String,
    pub note: Note,
}

#[wxpay_endpoint(method = "POST", path = "/v3/things/{code}", response = Answer, required = CreateRequired)]
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Create {
    pub appid: String,
    pub state: State,
    pub attach: Option<String>,
    pub note: Option<Vec<String>>,
}

#[wxpay_enum]
pub enum State {
    #[wxpay(rename = "")]
    Open,
    Closed,
}

pub fn send<E: Endpoint>(request: &E) -> (&E, Option<E::Response>) {
    (request, None)
}

pub fn is_payload<T: wxpay::payload::Payload>(_: &T) {}

pub fn create() -> Option<String> {
    let request = Create::new(CreateRequired { appid: "wx1".into(), state: State::Open }).attach("a").note(Vec::new());
    let copy = Create { attach: None, ..request.clone() };
    println!("{:?} {} {}", copy, State::other("HALF").as_str(), request.state);
    println!("{} {}", Create::PATH, Create::METHOD);
    match &request.state {
        State::Open | State::Closed => {}
        _ => {}
    }
    is_payload(&request.state);
    let (_, answer): (_, Option<Answer>) = send(&request);
    let answer = answer?;
    let note: Note = Note::new().text("b");
    is_payload(&note);
    Some(answer.prepay_id + &request.appid + &answer.note.text?)
}

fn main() {}
