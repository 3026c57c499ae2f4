//! Differences between the signed message and the one that was sent, in words.

use crate::text::worded;

worded! {
    /// The subject of an APIv2 notification (XML).
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
        Lines = "split into lines",
        NoPadding = "without its padding",
        UrlAlphabet = "in the alphabet for URLs (`-` and `_`)",
        PercentBehind = "followed by a `%`, which a shell prints after output without a line feed",
        Hex = "written in hexadecimal digits",
        NotRsa = "not Base64 of an RSA signature",
        NotBase64 = "not Base64",
    }
}

worded! {
    /// A path and query that were signed in place of those of the request line.
    #[non_exhaustive]
    pub enum OtherTarget {
        NoQuery = "without the query",
        PathDecoded = "with the path decoded",
        PathEncoded = "with an encoded path, unlike the sent one",
        Decoded = "decoded",
        NoSlash = "without the slash at the path's end",
        Slash = "with a slash at the path's end",
        SingleSlashes = "with single slashes",
        NoFirstSlash = "without the slash at their beginning",
        NoEscapedLineFeed = "without the `%0A` at their end",
        LineFeed = "followed by a line feed",
        NoQuestionMark = "without the question mark at their end",
        QuestionMark = "with a question mark but no query",
        Plus = "with `+`, where `%20` was sent",
        Percent20 = "with `%20`, where `+` was sent",
        LowerEscapes = "with escapes in lower case",
        UpperEscapes = "with escapes in upper case",
        LowerCase = "in lower case",
        QuerySorted = "with a sorted query",
        QueryDecoded = "with the query decoded",
        QueryEncoded = "with an encoded query, unlike the sent one",
        WholeQueryEncoded = "with the whole query encoded, also its `=` and `&`",
        QueryReversed = "with a query in another order",
        NoFirstSegment = "without the path's first segment",
        Url = "a whole URL",
        Host = "with the host in front",
    }
}

worded! {
    /// A body that was signed in place of the sent one.
    #[non_exhaustive]
    pub enum OtherBody {
        LineFeed = "this one with a line feed at its end, which was not sent",
        CrLf = "this one with CRLF at its end, which was not sent",
        NoLineFeed = "this one without the line feed at its end",
        Trimmed = "this one without the spaces around it",
        LineFeeds = "this one with line feeds, where CRLF was sent",
        CrLfs = "this one with CRLF, where line feeds were sent",
        Bom = "this one with a BOM in front, which was not sent",
        NoBom = "this one without its BOM",
        Blanks = "this one with spaces, where `+` was sent",
        EmptyObject = "`{}`, but an empty body was sent",
        Null = "`null`, but an empty body was sent",
        Undefined = "`undefined`, but an empty body was sent",
        EmptyText = "`\"\"`, but an empty body was sent",
        EmptyArray = "`[]`, but an empty body was sent",
        Empty = "empty, but a body was sent",
        TextWithin = "the text in this JSON string: it was serialised twice",
        TextAround = "a JSON string with this body in it: it was serialised twice",
        WholeForm = "the whole form, not its part `meta`",
    }
}

worded! {
    /// A body in another encoding than UTF-8.
    #[non_exhaustive]
    pub enum Charset {
        NotUtf8 = "the body is not UTF-8; it may be GBK",
        SentGbk = "the signed body is UTF-8, but the sent one is GBK",
        SignedGbk = "the signed body is GBK, but the sent one is UTF-8",
    }
}

worded! {
    /// A signing string whose lines are joined in another way.
    #[non_exhaustive]
    pub enum OtherLines {
        NoLast = "one line feed too few at its end; the line of an empty body has one too",
        CrLf = "CRLF in place of line feeds",
        CrLfBetween = "CRLF in place of line feeds, and none at its end",
        Literal = "a backslash and an `n` in place of line feeds",
        Bare = "no line feeds at all",
    }
}
