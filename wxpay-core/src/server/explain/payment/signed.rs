//! Messages that are often signed in place of the four lines.

use super::super::search::{Change, Form, What};
use super::check::{Parameters, names};
use super::read::Role;
use super::{Cause, FrontEnd, OtherFourth, OtherLines};

/// The usual changes. Those that the parameters themselves suggest come first.
pub(super) fn changes<'a>(parameters: &'a Parameters<'_>) -> impl Iterator<Item = Change<Cause>> + 'a {
    let written = parameters.written.iter().map(|(line, text, cause)| at(*line, text.clone(), cause.clone()));
    written
        .chain(appids(parameters))
        .chain(fourths(parameters))
        .chain(nonces(parameters))
        .chain(forms(parameters))
        .chain(wholes(parameters))
        .chain(orders(parameters.front_end))
        .chain(timestamps(parameters))
}

fn at(line: usize, text: String, cause: Cause) -> Change<Cause> {
    Change { what: What::Line(line, text.into_bytes()), cause }
}

fn appids<'a>(parameters: &'a Parameters<'_>) -> impl Iterator<Item = Change<Cause>> + 'a {
    let [right, ..] = &parameters.right;
    let given = parameters.appids.iter().map(|appid| (*appid).to_owned());
    let usual = [right.to_ascii_lowercase(), right.to_ascii_uppercase(), String::new()];
    let programs = ["undefined", "null", "None"].map(str::to_owned);
    let others = given.chain(parameters.merchant.map(str::to_owned)).chain(usual).chain(programs);
    others.filter(move |other| other != right).map(|other| at(0, other.clone(), Cause::SignedAppId(other)))
}

fn fourths(parameters: &Parameters<'_>) -> Vec<Change<Cause>> {
    let id = &parameters.prepay_id;
    let own = match parameters.front_end.is_app() {
        true => {
            vec![(format!("prepay_id={id}"), OtherFourth::OfPage), (format!("prepayid={id}"), OtherFourth::OldName)]
        }
        false => vec![
            (id.clone(), OtherFourth::OfApp),
            (format!("prepay_id=prepay_id={id}"), OtherFourth::Twice),
            (format!("package=prepay_id={id}"), OtherFourth::Named),
            (format!("prepay_id%3D{id}"), OtherFourth::Encoded),
        ],
    };
    let usual = [
        ("Sign=WXPay".to_owned(), OtherFourth::SignWxPay),
        (String::new(), OtherFourth::Empty),
        ("undefined".to_owned(), OtherFourth::Undefined),
        ("prepay_id=undefined".to_owned(), OtherFourth::UndefinedId),
        ("prepay_id=null".to_owned(), OtherFourth::NullId),
    ];
    own.into_iter().chain(usual).map(|(text, how)| at(3, text, Cause::Fourth(how))).collect()
}

fn nonces<'a>(parameters: &'a Parameters<'_>) -> impl Iterator<Item = Change<Cause>> + 'a {
    let [_, _, right, _] = &parameters.right;
    let cases = [right.to_ascii_uppercase(), right.to_ascii_lowercase()];
    cases.into_iter().filter(move |other| other != right).map(|other| at(2, other, Cause::NonceCase))
}

fn forms<'a>(parameters: &'a Parameters<'_>) -> impl Iterator<Item = Change<Cause>> + 'a {
    let wrong = [
        (Form::NoLast, OtherLines::NoLast),
        (Form::CrLf, OtherLines::CrLf),
        (Form::CrLfBetween, OtherLines::CrLfBetween),
        (Form::Literal, OtherLines::Literal),
        (Form::Bare, OtherLines::Bare),
    ];
    let [.., fourth] = &parameters.right;
    let one_more = at(3, format!("{fourth}\n"), Cause::Lines(OtherLines::OneMore));
    let wrong = wrong.into_iter().map(|(form, how)| Change { what: What::Form(form), cause: Cause::Lines(how) });
    wrong.chain([one_more])
}

/// Messages that are built in a completely different way.
fn wholes(parameters: &Parameters<'_>) -> Vec<Change<Cause>> {
    let [appid, timestamp, nonce, fourth] = parameters.right.each_ref().map(String::as_str);
    let name = |role| names(parameters.front_end, role).first().copied().unwrap_or_default();
    let mut pairs = vec![(name(Role::AppId), appid), (name(Role::Timestamp), timestamp), (name(Role::Nonce), nonce)];
    let lines: Vec<_> = pairs.iter().map(|(_, value)| *value).chain([fourth]).collect();
    if parameters.front_end.is_app() {
        pairs.extend([
            (name(Role::PrepayId), &*parameters.prepay_id),
            (name(Role::Package), "Sign=WXPay"),
            (name(Role::Merchant), parameters.merchant.unwrap_or_default()),
        ]);
    } else {
        pairs.extend([(name(Role::Package), fourth), (name(Role::SignType), "RSA")]);
    }
    pairs.sort_unstable();
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let with_type = lines.iter().copied().chain(["RSA"]).map(|line| format!("{line}\n")).collect::<String>();
    let wholes = [
        (pairs.join("&"), OtherLines::Pairs),
        (with_type, OtherLines::SignType),
        (lines.join("&"), OtherLines::Ampersands),
        (lines.join(","), OtherLines::Commas),
    ];
    let named = named_lines(parameters).map(|message| (message, OtherLines::Names));
    let all = wholes.into_iter().chain(named);
    all.map(|(message, how)| Change { what: What::Whole(message.into_bytes()), cause: Cause::Lines(how) }).collect()
}

/// The four lines, each after its name, in the spellings of the front end, of the order, and of others.
fn named_lines(parameters: &Parameters<'_>) -> impl Iterator<Item = String> {
    let [appid, timestamp, nonce, fourth] = parameters.right.each_ref().map(|line| line.clone());
    let name = |role| names(parameters.front_end, role).first().copied().unwrap_or_default();
    let role = if parameters.front_end.is_app() { Role::PrepayId } else { Role::Package };
    let own = [name(Role::AppId), name(Role::Timestamp), name(Role::Nonce), name(role)];
    let id = parameters.prepay_id.clone();
    let values = move |fourth: &str| [appid.clone(), timestamp.clone(), nonce.clone(), fourth.to_owned()];
    // An empty fourth name leaves the line as it is; it begins with a name of its own.
    let spellings = [
        (own, values(&fourth)),
        ([own[0], own[1], own[2], ""], values(&fourth)),
        ([own[0], own[1], own[2], "prepay_id"], values(&id)),
        (["appId", "timeStamp", "nonceStr", "package"], values(&fourth)),
        (["appid", "timestamp", "noncestr", "package"], values(&fourth)),
        (["appid", "timestamp", "noncestr", "prepayid"], values(&id)),
        (["appid", "timestamp", "noncestr", "prepay_id"], values(&id)),
        (["appid", "timestamp", "nonce_str", "package"], values(&fourth)),
        (["appid", "timestamp", "nonce_str", "prepay_id"], values(&id)),
    ];
    spellings.into_iter().flat_map(|(names, values)| {
        ["=", ":", ": "]
            .into_iter()
            .flat_map(move |sign| {
                let pairs = names.into_iter().zip(&values).map(|(name, value)| match name {
                    "" => value.clone(),
                    name => format!("{name}{sign}{value}"),
                });
                let pairs: Vec<_> = pairs.collect();
                ["\n", "\r\n"]
                    .into_iter()
                    .flat_map(move |end| [pairs.join(end), pairs.join(end) + end])
                    .collect::<Vec<_>>()
            })
            .collect::<Vec<_>>()
    })
}

/// The four lines in every other order.
fn orders(front_end: FrontEnd) -> impl Iterator<Item = Change<Cause>> {
    let fourth = if front_end.is_app() { Role::PrepayId } else { Role::Package };
    let roles = [Role::AppId, Role::Timestamp, Role::Nonce, fourth];
    let names = roles.map(|role| names(front_end, role).first().copied().unwrap_or_default());
    let all =
        (0..4).flat_map(|a| (0..4).flat_map(move |b| (0..4).flat_map(move |c| (0..4).map(move |d| [a, b, c, d]))));
    let orders = all.filter(|order| (0..4).all(|index| order.contains(&index)) && *order != [0, 1, 2, 3]);
    orders.map(move |order| {
        let said: Vec<_> = order.iter().filter_map(|index| names.get(*index).copied()).collect();
        Change { what: What::Order(order.to_vec()), cause: Cause::Order(said) }
    })
}

/// Timestamps near the right one, which may be taken twice, and in milliseconds.
fn timestamps(parameters: &Parameters<'_>) -> Vec<Change<Cause>> {
    let [_, right, ..] = &parameters.right;
    let Ok(seconds) = right.parse::<i64>() else { return Vec::new() };
    let near = (1..=NEAR).flat_map(|off| [seconds.saturating_sub(off), seconds.saturating_add(off)]);
    let milliseconds = (0..1000).map(|rest| seconds.saturating_mul(1000).saturating_add(rest));
    near.chain(milliseconds).map(|other| at(1, other.to_string(), Cause::OtherTimestamp(other.to_string()))).collect()
}

/// In seconds.
const NEAR: i64 = 60;
