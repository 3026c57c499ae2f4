//! Corrects the parameters, and notes how the written ones differ.

use percent_encoding::percent_decode_str;

use super::super::Signatory;
use super::read::{Member, Role, Written};
use super::{Cause, FrontEnd, Handed, Package, Wrapping};

/// The parameters, corrected as far as their intention is clear.
pub(super) struct Parameters<'a> {
    pub(super) front_end: FrontEnd,
    /// The lines that should be signed: appid, timestamp, nonce, and the `prepay_id` in the front end's form.
    pub(super) right: [String; 4],
    /// Lines that were written differently: the index, the written text, and its cause.
    pub(super) written: Vec<(usize, String, Cause)>,
    pub(super) prepay_id: String,
    pub(super) merchant: Option<&'a str>,
    /// Other appids that may have been signed.
    pub(super) appids: Vec<&'a str>,
    pub(super) signature: Option<&'a str>,
}

impl<'a> Parameters<'a> {
    /// Corrects the parameters and notes the faults; a missing parameter leaves its line empty.
    pub(super) fn check(
        written: &'a Written,
        handed: &Handed<'a>,
        own: &[Signatory<'_>],
        causes: &mut Vec<Cause>,
    ) -> Self {
        let front_end = handed.front_end.unwrap_or_else(|| recognised(written));
        let mut check = Check { front_end, written, causes, differing: Vec::new() };
        let named = check.member(Role::AppId, !front_end.may_omit_appid());
        let appid = check.appid(named, handed.appids);
        if !appid.is_empty() && appid.bytes().all(|byte| byte.is_ascii_digit()) {
            check.causes.push(Cause::NoSuchAppId(appid.clone()));
        }
        let timestamp = check.timestamp(handed.now);
        let nonce = check.member(Role::Nonce, true).map(|member| check.clean(2, member)).unwrap_or_default();
        let (fourth, prepay_id) = if front_end.is_app() { check.of_app() } else { check.package() };
        let merchant = check.merchant(own);
        check.sign_type();
        let signature = check.member(Role::Sign, true).map(|member| member.value.trim());
        let given = handed.appids.iter().copied();
        let appids = given.chain(named.map(|member| &*member.value)).chain(written.appids.iter().map(String::as_str));
        Self {
            front_end,
            right: [appid, timestamp, nonce, fourth],
            written: check.differing,
            prepay_id,
            merchant,
            appids: appids.collect(),
            signature,
        }
    }

    /// The four lines that should be signed, if all of them are known.
    pub(super) fn lines(&self) -> Option<[&str; 4]> {
        let lines = self.right.each_ref().map(String::as_str);
        lines.iter().all(|line| !line.is_empty()).then_some(lines)
    }
}

/// Recognises the front end by members that only it has.
fn recognised(written: &Written) -> FrontEnd {
    let has = |role| written.members.iter().any(|member| member.role == role);
    let named = |names: &[&str]| written.members.iter().any(|member| names.contains(&member.name.as_str()));
    let package = written.find(Role::Package, &[]).map_or("", |member| member.value.trim());
    let of_page = package.starts_with("prepay_id") && named(&["paySign", "paysign", "pay_sign"]);
    if !of_page && (has(Role::PrepayId) || has(Role::Merchant) || package.starts_with("Sign=")) {
        return if named(&["partnerId", "prepayId", "packageValue"]) { FrontEnd::PayReq } else { FrontEnd::App };
    }
    if written.is_medical {
        return FrontEnd::MedicalInsurance;
    }
    match (has(Role::AppId), named(&["timestamp"]) && !named(&["timeStamp"])) {
        (true, _) => FrontEnd::Page,
        (false, true) => FrontEnd::ChooseWxPay,
        (false, false) => FrontEnd::MiniProgram,
    }
}

struct Check<'a, 'c> {
    front_end: FrontEnd,
    written: &'a Written,
    causes: &'c mut Vec<Cause>,
    differing: Vec<(usize, String, Cause)>,
}

impl<'a> Check<'a, '_> {
    /// The member with this role. Notes a wrong spelling, since a front end ignores other spellings; an app's parameters are
    /// copied into a `PayReq` one by one, from any spelling.
    fn member(&mut self, role: Role, required: bool) -> Option<&'a Member> {
        let names = names(self.front_end, role);
        let wanted = names.first().copied().unwrap_or_default();
        let found = self.written.find(role, names).filter(|member| !member.value.trim().is_empty());
        match found {
            Some(member) if !self.front_end.is_app() && !names.contains(&member.name.as_str()) => {
                self.causes.push(Cause::Spelling { found: member.name.clone(), expected: wanted });
            }
            None if required => self.causes.push(Cause::Missing(wanted)),
            _ => {}
        }
        found
    }

    /// The line without blanks or encoding around its text.
    fn clean(&mut self, line: usize, member: &Member) -> String {
        let trimmed = member.value.trim();
        let decoded = percent_decode_str(trimmed).decode_utf8_lossy();
        let how = match (trimmed.len() == member.value.len(), decoded == trimmed) {
            (true, true) => return member.value.clone(),
            (false, _) => Wrapping::Blanks,
            (true, false) => Wrapping::Percent,
        };
        let cause = Cause::Written { member: member.name.clone(), how };
        self.differs(line, &member.value, cause);
        decoded.into_owned()
    }

    fn differs(&mut self, line: usize, written: &str, cause: Cause) {
        self.causes.push(cause.clone());
        self.differing.push((line, written.to_owned(), cause));
    }

    fn appid(&mut self, named: Option<&Member>, given: &[&str]) -> String {
        match (named, given.first().filter(|appid| !appid.is_empty())) {
            (Some(member), given) => {
                let found = self.clean(0, member);
                match given {
                    Some(expected) if found != *expected => {
                        let expected = (*expected).to_owned();
                        self.differs(0, &found.clone(), Cause::AppId { found, expected: expected.clone() });
                        expected
                    }
                    _ => found,
                }
            }
            (None, Some(given)) => (*given).to_owned(),
            (None, None) => {
                if self.front_end.may_omit_appid() {
                    self.causes.push(Cause::NoAppId);
                }
                String::new()
            }
        }
    }

    fn timestamp(&mut self, now: Option<i64>) -> String {
        let Some(member) = self.member(Role::Timestamp, true) else { return String::new() };
        if member.is_number && !self.front_end.is_app() && self.front_end != FrontEnd::ChooseWxPay {
            self.causes.push(Cause::Number(member.name.clone()));
        }
        let text = self.clean(1, member);
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let Some(number) = text.parse::<i64>().ok().filter(|_| digits) else {
            self.differs(1, &text, Cause::Timestamp);
            return String::new();
        };
        let seconds = if number >= MILLISECONDS { number / 1000 } else { number };
        if let Some(age) = now.map(|now| now.saturating_sub(seconds)).filter(|age| *age >= LIFE) {
            self.causes.push(Cause::Old(age));
        }
        if seconds == number {
            return text;
        }
        self.differs(1, &text, Cause::Milliseconds);
        seconds.to_string()
    }

    /// The fourth line of a page or mini program, and the `prepay_id` in it.
    fn package(&mut self) -> (String, String) {
        let Some(member) = self.member(Role::Package, true) else { return Default::default() };
        let text = self.clean(3, member);
        let (id, how) = match text.strip_prefix(PREPAY_ID) {
            Some(rest) if rest.starts_with(PREPAY_ID) => (rest.trim_start_matches(PREPAY_ID), Some(Package::Twice)),
            Some(rest) => (rest, None),
            None if text.starts_with("Sign=") => ("", Some(Package::OfApp)),
            None => match text.split_once('=') {
                Some((_, rest)) => (rest, Some(Package::OtherBeginning)),
                None => (&*text, Some(Package::Bare)),
            },
        };
        if let Some(how) = how {
            self.differs(3, &text, Cause::Package(how));
        }
        self.id(id, |id| format!("{PREPAY_ID}{id}"))
    }

    /// The fourth line of an app, which is the `prepay_id` itself.
    fn of_app(&mut self) -> (String, String) {
        match self.member(Role::Package, true) {
            Some(member) if member.value != "Sign=WXPay" => self.causes.push(Cause::Package(Package::NotOfApp)),
            _ => {}
        }
        let Some(member) = self.member(Role::PrepayId, true) else { return Default::default() };
        let text = self.clean(3, member);
        let id = text.trim_start_matches(PREPAY_ID);
        if id != text {
            self.differs(3, &text, Cause::PrepayId);
        }
        self.id(id, str::to_owned)
    }

    /// The line of an ID, unless the ID is a text that programs write for a missing one.
    fn id(&mut self, id: &str, line: impl Fn(&str) -> String) -> (String, String) {
        if matches!(id, "" | "undefined" | "null" | "None" | "nil") {
            self.causes.push(Cause::NoPrepayId);
            return Default::default();
        }
        (line(id), id.to_owned())
    }

    fn merchant(&mut self, own: &[Signatory<'_>]) -> Option<&'a str> {
        let member = if self.front_end.is_app() { self.member(Role::Merchant, true)? } else { return None };
        let found = member.value.trim();
        let expected = own.iter().map(|key| key.caller).find(|caller| !caller.is_empty());
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            self.causes.push(Cause::Partner { found: found.to_owned(), expected: expected.to_owned() });
        }
        Some(found)
    }

    fn sign_type(&mut self) {
        if self.front_end.is_app() {
            return;
        }
        if let Some(member) = self.member(Role::SignType, true).filter(|member| member.value != "RSA") {
            self.causes.push(Cause::SignType(member.value.clone()));
        }
    }
}

/// The spellings that the front end knows; the first one is that of its documentation.
pub(super) fn names(front_end: FrontEnd, role: Role) -> &'static [&'static str] {
    use FrontEnd::{App, ChooseWxPay, MedicalInsurance, PayReq};
    match (role, front_end) {
        (Role::AppId, App | MedicalInsurance) => &["appid"],
        (Role::AppId, _) => &["appId"],
        (Role::Merchant, App) => &["partnerid"],
        (Role::Merchant, _) => &["partnerId"],
        (Role::PrepayId, App) => &["prepayid"],
        (Role::PrepayId, _) => &["prepayId"],
        (Role::Package, PayReq) => &["packageValue", "package"],
        (Role::Package, _) => &["package"],
        (Role::Nonce, App) => &["noncestr"],
        (Role::Nonce, _) => &["nonceStr"],
        (Role::Timestamp, App | ChooseWxPay) => &["timestamp"],
        (Role::Timestamp, _) => &["timeStamp"],
        (Role::SignType, _) => &["signType"],
        (Role::Sign, App | PayReq) => &["sign"],
        (Role::Sign, _) => &["paySign"],
    }
}

const PREPAY_ID: &str = "prepay_id=";
/// Lifetime of a `prepay_id`, in seconds.
const LIFE: i64 = 7200;
/// Larger numbers are milliseconds: as seconds this is the year 5138, as milliseconds 1973.
const MILLISECONDS: i64 = 100_000_000_000;
