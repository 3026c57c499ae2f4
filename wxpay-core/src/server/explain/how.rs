//! The ways in which what was signed differs from what was sent, each in words.

use crate::text::worded;

worded! {
    /// A notice of APIv2 (XML), by what it is of.
    #[non_exhaustive]
    pub enum V2Notice {
        Refund = "a refund (`req_info`)",
        Payment = "a payment or a contract",
    }
}

worded! {
    /// A way of writing a signature that is not standard Base64 in one line.
    #[non_exhaustive]
    pub enum Encoding {
        Percent = "percent-encoded",
        Form = "decoded as a form, where `+` became a space",
        Lines = "broken into lines",
        NoPadding = "without its padding",
        UrlAlphabet = "in the alphabet for URLs (`-` and `_`)",
        PercentBehind = "followed by a `%`, which a shell prints where a line has no end",
        Hex = "written in hexadecimal digits",
        NotRsa = "not Base64 of an RSA signature",
        NotBase64 = "not Base64",
    }
}

worded! {
    /// A path and query that were signed in place of those in the request line.
    #[non_exhaustive]
    pub enum OtherTarget {
        NoQuery = "without the query",
        PathDecoded = "with the path decoded",
        PathEncoded = "with the path encoded, which was sent otherwise",
        Decoded = "decoded",
        NoSlash = "without the slash at the path's end",
        Slash = "with a slash at the path's end",
        SingleSlashes = "with single slashes",
        NoFirstSlash = "without the slash at their beginning",
        NoEscapedLineFeed = "without the `%0A` at their end",
        LineFeed = "those with a line feed at their end",
        NoQuestionMark = "without the question mark at their end",
        QuestionMark = "with a question mark but no query",
        Plus = "with `+`, where `%20` was sent",
        Percent20 = "with `%20`, where `+` was sent",
        LowerEscapes = "with escapes in lower case",
        UpperEscapes = "with escapes in upper case",
        LowerCase = "in lower case",
        QuerySorted = "with a sorted query",
        QueryDecoded = "with the query decoded",
        QueryEncoded = "with the query encoded, which was sent otherwise",
        WholeQueryEncoded = "with the whole query encoded, its `=` and `&` too",
        QueryReversed = "with a query in another order",
        NoFirstSegment = "without the path's first segment",
        Url = "a whole URL",
        Host = "with the host before them",
    }
}

worded! {
    /// A body that was signed in place of the one that was sent.
    #[non_exhaustive]
    pub enum OtherBody {
        LineFeed = "that with a line feed at its end, which was not sent",
        CrLf = "that with CRLF at its end, which was not sent",
        NoLineFeed = "that without the line feed at its end",
        Trimmed = "that without the spaces around it",
        LineFeeds = "that with line feeds, where CRLF was sent",
        CrLfs = "that with CRLF, where line feeds were sent",
        Bom = "that with a BOM before it, which was not sent",
        NoBom = "that without its BOM",
        Blanks = "that with spaces, where `+` was sent",
        EmptyObject = "`{}`, where nothing was sent",
        Null = "`null`, where nothing was sent",
        Undefined = "`undefined`, where nothing was sent",
        EmptyText = "`\"\"`, where nothing was sent",
        EmptyArray = "`[]`, where nothing was sent",
        Empty = "empty, where one was sent",
        TextWithin = "the text within this string of JSON: it was serialised twice",
        TextAround = "a string of JSON around that: it was serialised twice",
        WholeForm = "the whole form, not its part `meta`",
    }
}

worded! {
    /// A body in another encoding than UTF-8.
    #[non_exhaustive]
    pub enum Charset {
        NotUtf8 = "the body is not UTF-8; it may be GBK",
        SentGbk = "the signed body is UTF-8, and sent was GBK",
        SignedGbk = "the signed body is GBK, and sent was UTF-8",
    }
}

worded! {
    /// A signing string whose lines are put together otherwise.
    #[non_exhaustive]
    pub enum OtherLines {
        NoLast = "one line feed too few at its end, where an empty body has one too",
        CrLf = "CRLF in place of line feeds",
        CrLfBetween = "CRLF in place of line feeds, and none at its end",
        Literal = "a backslash and an `n` in place of line feeds",
        Bare = "no line feeds at all",
    }
}
