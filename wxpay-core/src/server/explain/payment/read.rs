//! Reads parameters in their written form: JSON, a JavaScript object, assignments in a program, or a query.

use std::iter::Peekable;
use std::str::Chars;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

/// The parameters of a payment, each as it was written.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) members: Vec<Member>,
    /// Other appids among the parameters, such as a `sub_appid`.
    pub(super) appids: Vec<String>,
    /// True if medical insurance pays a part: `mixTradeNo` is present.
    pub(super) is_medical: bool,
}

#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) value: String,
    /// True if the value is written as a number; all of them should be texts.
    pub(super) is_number: bool,
}

/// The meaning of a parameter, independent of its spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    AppId,
    Merchant,
    PrepayId,
    Package,
    Nonce,
    Timestamp,
    SignType,
    Sign,
}

impl Role {
    fn of(name: &str) -> Option<Self> {
        Some(match plain(name).as_str() {
            "appid" => Self::AppId,
            "partnerid" | "mchid" => Self::Merchant,
            "prepayid" => Self::PrepayId,
            "package" | "packagevalue" => Self::Package,
            "noncestr" | "nonce" => Self::Nonce,
            "timestamp" => Self::Timestamp,
            "signtype" => Self::SignType,
            "paysign" | "sign" | "signature" => Self::Sign,
            _ => return None,
        })
    }
}

impl Written {
    /// Finds and reads the parameters in the text; `None` without a signature, or with nothing else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}').trim();
        match serde_json::from_str(text) {
            Ok(json) => Self::in_json(&json, LEVELS),
            Err(_) => Some(Self::in_text(text)).filter(Self::is_complete),
        }
    }

    /// Reads the first object that has the parameters: in an answer they may be a member, or JSON in a text.
    fn in_json(json: &Value, levels: usize) -> Option<Self> {
        let levels = levels.checked_sub(1)?;
        match json {
            Value::Object(members) => {
                let own = Some(Self::of(members)).filter(Self::is_complete);
                own.or_else(|| members.values().find_map(|member| Self::in_json(member, levels)))
            }
            Value::Array(elements) => elements.iter().find_map(|element| Self::in_json(element, levels)),
            Value::String(text) if text.trim_start().starts_with('{') => {
                Self::in_json(&serde_json::from_str(text).ok()?, levels)
            }
            _ => None,
        }
    }

    fn of(members: &Map<String, Value>) -> Self {
        let mut written = Self::default();
        for (name, value) in members {
            match value {
                Value::String(text) => written.add(name, text.clone(), false),
                Value::Number(number) => written.add(name, number.to_string(), true),
                _ => {}
            }
        }
        written
    }

    /// Reads each `name: value` and `name = value`, with or without quotes.
    fn in_text(text: &str) -> Self {
        let mut written = Self::default();
        let mut rest = text.chars().peekable();
        while let Some(character) = rest.peek() {
            if !is_in_name(*character) {
                rest.next();
                continue;
            }
            let name = taken(&mut rest, is_in_name);
            if !is_wanted(&name) {
                continue;
            }
            taken(&mut rest, |character| character.is_whitespace() || QUOTES.contains(&character));
            if rest.next_if(|character| matches!(character, ':' | '=')).is_none() {
                continue;
            }
            taken(&mut rest, char::is_whitespace);
            match rest.next_if(|character| QUOTES.contains(character)) {
                Some(quote) => {
                    let value = quoted(&mut rest, quote);
                    written.add(&name, value, false);
                }
                None => {
                    let value =
                        taken(&mut rest, |character| !character.is_whitespace() && !",;&}])".contains(character));
                    let is_number = !text.contains('&') && value.bytes().all(|byte| byte.is_ascii_digit());
                    written.add(&name, percent_decode_str(&value).decode_utf8_lossy().into_owned(), is_number);
                }
            }
        }
        written
    }

    fn add(&mut self, name: &str, value: String, is_number: bool) {
        match Role::of(name) {
            Some(role) => self.members.push(Member { name: name.to_owned(), role, value, is_number }),
            None if plain(name).ends_with("appid") => self.appids.push(value),
            None => self.is_medical |= plain(name) == MIX_TRADE_NO,
        }
    }

    fn is_complete(&self) -> bool {
        let has = |role| self.members.iter().any(|member| member.role == role);
        has(Role::Sign) && (has(Role::Package) || has(Role::PrepayId) || has(Role::Nonce))
    }

    /// The member with this role; if there are several, the one with one of these names.
    pub(super) fn find(&self, role: Role, names: &[&str]) -> Option<&Member> {
        let of_role = || self.members.iter().filter(|member| member.role == role);
        of_role().find(|member| names.contains(&member.name.as_str())).or_else(|| of_role().next())
    }
}

fn is_wanted(name: &str) -> bool {
    Role::of(name).is_some() || plain(name).ends_with("appid") || plain(name) == MIX_TRADE_NO
}

fn plain(name: &str) -> String {
    name.chars().filter(|character| !matches!(character, '_' | '-')).collect::<String>().to_ascii_lowercase()
}

fn is_in_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

fn taken(rest: &mut Peekable<Chars<'_>>, is_in: impl Fn(char) -> bool) -> String {
    let mut text = String::new();
    while let Some(character) = rest.next_if(|character| is_in(*character)) {
        text.push(character);
    }
    text
}

/// Reads up to the closing quote; a backslash escapes the next character.
fn quoted(rest: &mut Peekable<Chars<'_>>, quote: char) -> String {
    let mut text = String::new();
    while let Some(character) = rest.next().filter(|character| *character != quote) {
        text.extend(match character {
            '\\' => rest.next().map(|escaped| if escaped == 'n' { '\n' } else { escaped }),
            character => Some(character),
        });
    }
    text
}

const MIX_TRADE_NO: &str = "mixtradeno";
const QUOTES: [char; 3] = ['"', '\'', '`'];
/// Most levels of nesting in which an answer may wrap the parameters.
const LEVELS: usize = 16;
