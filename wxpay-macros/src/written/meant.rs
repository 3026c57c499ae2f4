//! What the author meant by a word that is not known: its nearest neighbour, or a habit from elsewhere.

/// A guess at the meaning of a word.
pub(super) enum Meant {
    /// One of the allowed words, and how it is written.
    Word { word: &'static str, written: &'static str },
    /// No word at all, but something else.
    Otherwise(&'static str),
}

/// What `word` may mean where `allowed` are the words.
pub(super) fn by(word: &str, what: &str, allowed: &[&'static str]) -> Option<Meant> {
    let plain = word.trim_start_matches("r#").to_lowercase().replace('_', "");
    let habits = if what == "argument" { ARGUMENTS } else { RULES };
    let habit = habits.iter().find(|(names, ..)| names.contains(&plain.as_str()));
    match habit {
        Some((_, "", remedy)) => return Some(Meant::Otherwise(remedy)),
        Some((_, target, remedy)) if allowed.contains(target) => {
            return Some(Meant::Word { word: target, written: remedy });
        }
        _ => {}
    }
    let by_distance = allowed.iter().map(|other| (distance(&plain, &other.replace('_', "")), *other));
    let near = by_distance.filter(|(distance, other)| *distance <= 1 + other.len() / 4 && plain.len() > 2);
    near.min_by_key(|(distance, _)| *distance).map(|(_, word)| Meant::Word { word, written: word })
}

/// How many letters are to be changed, left out, put in or exchanged with their neighbours.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let first: Vec<usize> = (0..=other.len()).collect();
    let (mut above, mut row, mut before) = (Vec::new(), first, None);
    for (line, letter) in one.chars().enumerate() {
        let mut next = vec![line + 1];
        for (column, there) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&row, column) + usize::from(letter != *there);
            let mut cost = changed.min(at(&row, column + 1) + 1).min(at(&next, column) + 1);
            let crossed = column > 0 && before == Some(*there) && other.get(column - 1) == Some(&letter);
            if crossed {
                cost = cost.min(at(&above, column - 1) + 1);
            }
            next.push(cost);
        }
        (above, row, before) = (row, next, Some(letter));
    }
    row.last().copied().unwrap_or_default()
}

/// Words of other libraries and of the pages, without `_` and capitals; our word; what is written.
type Habit = (&'static [&'static str], &'static str, &'static str);

const ARGUMENTS: &[Habit] = &[
    (&["verb", "httpmethod"], "method", "method = \"POST\""),
    (&["get"], "", "expected `method = \"GET\", path = \"/v3/..\"`"),
    (&["post"], "", "expected `method = \"POST\", path = \"/v3/..\"`"),
    (&["put"], "", "expected `method = \"PUT\", path = \"/v3/..\"`"),
    (&["patch"], "", "expected `method = \"PATCH\", path = \"/v3/..\"`"),
    (&["delete"], "", "expected `method = \"DELETE\", path = \"/v3/..\"`"),
    (&["url", "uri", "route", "endpoint"], "path", "path = \"/v3/..\""),
    (&["returns", "output", "result", "res", "answer", "resp", "responsetype"], "response", "response = Type"),
    (&["builder", "constructor", "new"], "required", "required = Name"),
    (&["status", "statuscode", "code"], "success", "success = 204"),
    (&["link", "docs", "page", "documentation"], "doc", "doc = \"https://..\""),
    (&["id", "key", "idempotencykey", "idempotent", "businessnumber"], "number", "number = \"out_trade_no\""),
    (&["validate", "validator", "with"], "check", "check = path::to::function"),
    (&["title", "name", "description", "summary"], "", "a title is the first line of the doc comment"),
    (&["query", "body", "header", "headers"], "", "a place is said on a field, such as `#[wxpay(query)]`"),
    (&["request"], "", "the struct is the request itself"),
];

const RULES: &[Habit] = &[
    (&["length", "lenght", "maxlen", "maxlength", "minlen", "minlength", "size", "chars"], "len", "len = 6..=32"),
    (&["regex", "regexp", "matches", "charset"], "pattern", "pattern = \"[0-9]+\""),
    (&["min", "max", "minimum", "maximum", "between", "value"], "range", "range = 1..=31"),
    (&["minitems", "maxitems", "count", "minlist", "maxlist"], "items", "items = 1..=50"),
    (&["https", "uri", "link"], "url", "url"),
    (&["validate", "validator", "custom", "function", "assert"], "check", "check = path::to::function"),
    (&["name", "alias", "serializeas", "field", "key"], "rename", "rename = \"..\""),
    (&["title", "display", "chinese"], "label", "label = \"..\""),
    (&["json", "jsonstring", "jsontext"], "", "JSON inside a text is a member of the type `JsonText<T>`"),
    (&["with", "serde", "serializewith", "deserializewith", "foreign", "transparent"], "opaque", "opaque"),
    (&["param", "querystring"], "query", "query"),
    (&["httpheader", "headername"], "header", "header = \"Name\""),
    (&["filename"], "file_name", "file_name"),
    (&["hash", "digest", "checksum"], "sha256", "sha256"),
    (&["path", "hole", "pathparam"], "", "a field that is named in the path is a path parameter"),
    (
        &["skip", "skipserializing", "skipserializingif", "skipnone", "skipif"],
        "",
        "an `Option` that is `None` is left out already",
    ),
    (
        &["nullable", "required", "mandatory", "notnull", "notempty", "nonempty"],
        "",
        "a member is required, unless its type is an `Option`",
    ),
    (&["flatten"], "", "a member of an object is a member of a field with the object's type"),
    (&["sensitive", "encrypt", "encrypted", "secret"], "", "a member of the type `Sensitive` is encrypted"),
    (&["file", "upload"], "", "a member of the type `Upload` is a file"),
    (&["format", "date", "datetime", "time"], "", "a date or a time has a type of its own, such as `DateTime`"),
    (&["defaultvalue"], "default", "default = .."),
    (&["renameall", "casing"], "", "each name is that of its field, or what `rename` says"),
];
