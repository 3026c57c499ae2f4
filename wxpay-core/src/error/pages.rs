//! Lists that are not as declared.

use crate::text::worded;

worded! {
    /// What is wrong with a list, beyond a page of it.
    #[non_exhaustive]
    pub enum PagesProblem {
        Repeated = "the page is one that was there before; expected the next one, or the end",
        Empty = "the page is empty, and its answer says that there are more entries",
        Unreadable = "the page has no list that could be counted",
        Position = "no page can be asked for there; expected a number that is not negative",
    }
}
