//! Guesses the meaning of an unknown word: its nearest neighbour, or a word of another library.

use strsim::osa_distance;

/// A guess at the meaning of a word.
pub(crate) enum Meant {
    /// One of the allowed words, with an example of its use.
    Word { word: &'static str, written: &'static str },
    /// A remedy without an allowed word.
    Otherwise(&'static str),
}

/// The likely meaning of `word` among the `allowed` ones.
pub(crate) fn by(word: &str, what: &str, allowed: &[&'static str]) -> Option<Meant> {
    let plain = word.trim_start_matches("r#").to_lowercase().replace('_', "");
    let habits = match what {
        "argument" => ARGUMENTS,
        "rule" => RULES,
        _ => PAGES,
    };
    let here = |target: &str| target.is_empty() || allowed.contains(&target);
    match habits.iter().find(|(names, target, _)| names.contains(&plain.as_str()) && here(target)) {
        Some((_, "", remedy)) => return Some(Meant::Otherwise(remedy)),
        Some((_, target, remedy)) => return Some(Meant::Word { word: target, written: remedy }),
        None => {}
    }
    let by_distance = allowed.iter().map(|other| (osa_distance(&plain, &other.replace('_', "")), *other));
    let near = by_distance.filter(|(distance, other)| *distance <= 1 + other.len() / 4 && plain.len() > 2);
    near.min_by_key(|(distance, _)| *distance).map(|(_, word)| Meant::Word { word, written: word })
}

/// Words of other libraries and of the official pages, without `_` and capitals; our word; an example of its use.
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
    (&["file", "download", "bytes", "stream"], "response", "response = Bytes"),
    (&["domain", "baseurl", "origin", "authority", "crossborder"], "host", "host = \"cross-border\""),
    (
        &["page", "paging", "paged", "pagination", "paginate"],
        "pages",
        "pages(offset = \"offset\", items = \"data\", ..)",
    ),
    (&["offset", "limit", "items", "total"], "pages", "pages(offset = \"offset\", items = \"data\", ..)"),
    (&["exactlyone", "either", "xor"], "one_of", "one_of(\"transaction_id\", \"out_trade_no\")"),
    (&["atleastone", "some"], "any_of", "any_of(\"transaction_id\", \"out_trade_no\")"),
    (
        &["conflicts", "conflictswith", "exclusive", "excludes"],
        "at_most_one",
        "at_most_one(\"transaction_id\", \"out_trade_no\")",
    ),
    (&["renameall", "case", "casing", "style"], "spelling", "spelling = \"snake_case\""),
    (&["renameall", "case", "casing"], "", "a member has the name of its field, or that in `rename`"),
    (&["needs", "dependson"], "", "`needs` is said on a field, such as `#[wxpay(needs = \"..\")]`"),
    (&["builder", "constructor", "new"], "required", "required = Name"),
    (&["status", "statuscode", "code"], "success", "success = 204"),
    (&["link", "docs", "documentation"], "doc", "doc = \"https://..\""),
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
    (&["checkall", "checkitems", "checkwhole", "checkvec"], "check_list", "check_list = path::to::function"),
    (&["name", "alias", "serializeas", "field", "key"], "rename", "rename = \"..\""),
    (&["title", "display", "chinese"], "label", "label = \"..\""),
    (&["json", "jsonstring", "jsontext"], "", "JSON inside a text is a member of the type `JsonText<T>`"),
    (&["with", "serde", "serializewith", "deserializewith", "foreign", "transparent"], "opaque", "opaque"),
    (&["param", "querystring"], "query", "query"),
    (&["formfield", "formdata", "multipart"], "part", "part"),
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
    (&["defaultvalue", "fallback", "ifabsent"], "default", "default = 20"),
    (&["requires", "dependson", "requiredwith"], "needs", "needs = \"..\""),
    (
        &["oneof", "anyof", "atmostone", "conflicts", "conflictswith"],
        "",
        "a rule about several members is an argument of the struct's attribute, such as `one_of(\"a\", \"b\")`",
    ),
    (&["plaintext", "decrypted", "cleartext"], "plain", "plain"),
    (&["utf8", "octets"], "bytes", "bytes"),
    (&["spelling"], "", "`spelling` is an argument of `#[wxpay_enum]`"),
    (&["renameall", "casing"], "", "a member has the name of its field, or that in `rename`"),
];

const PAGES: &[Habit] = &[
    (&["skip", "start"], "offset", "offset = \"offset\""),
    (&["pageno", "pagenum", "pagenumber", "pageindex"], "page", "page = \"page\""),
    (&["cursor", "pagetoken", "nexttoken"], "token", "token = \"token\""),
    (&["size", "pagesize", "perpage", "count", "max"], "limit", "limit = \"limit\""),
    (&["data", "list", "results", "entries"], "items", "items = \"data\""),
    (&["totalcount", "sum"], "total", "total = \"total_count\""),
    (&["nextpage", "nextlink", "links", "more"], "next", "next = \"links.next\""),
];
