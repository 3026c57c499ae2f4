//! Faults of a payment's parameters and signing strings, in words.

use crate::text::worded;

worded! {
    /// The fault of a `package`.
    #[non_exhaustive]
    pub enum Package {
        Twice = "has `prepay_id=` twice",
        OfApp = "is an app's; a page's is `prepay_id=` and the prepay_id",
        OtherBeginning = "does not begin with `prepay_id=`",
        Bare = "has no `prepay_id=` before the prepay_id",
        NotOfApp = "is not `Sign=WXPay`",
    }
}

worded! {
    /// The fault of a parameter with a changed text.
    #[non_exhaustive]
    pub enum Wrapping {
        Blanks = "has spaces or line feeds around it",
        Percent = "is percent-encoded",
    }
}

worded! {
    /// A fourth line that was signed in place of the right one.
    #[non_exhaustive]
    pub enum OtherFourth {
        OfPage = "`prepay_id=` and the prepay_id, as a page signs it",
        OldName = "`prepayid=` and the prepay_id",
        OfApp = "the bare prepay_id, as an app signs it",
        Twice = "`prepay_id=` twice",
        Named = "`package=` before the right one",
        Encoded = "the package, percent-encoded",
        SignWxPay = "`Sign=WXPay`",
        Empty = "empty",
        Undefined = "`undefined`",
        UndefinedId = "`prepay_id=undefined`",
        NullId = "`prepay_id=null`",
    }
}

worded! {
    /// A signing string that is built in another way.
    #[non_exhaustive]
    pub enum OtherLines {
        NoLast = "no line feed at its end; the fourth line needs one too",
        CrLf = "CRLF in place of line feeds",
        CrLfBetween = "CRLF in place of line feeds, and none at its end",
        Literal = "a backslash and an `n` in place of line feeds",
        Bare = "no line feeds at all",
        OneMore = "one line feed too many at its end",
        Pairs = "sorted pairs `name=value`, as APIv2 signs them",
        SignType = "a fifth line with the signType",
        Ampersands = "`&` in place of line feeds",
        Commas = "commas in place of line feeds",
        Names = "the members' names before their values",
    }
}
