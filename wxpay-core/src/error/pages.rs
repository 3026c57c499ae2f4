//! Lists that are not as declared.

use crate::text::worded;

worded! {
    /// The fault of a list as a whole.
    #[non_exhaustive]
    pub enum PagesProblem {
        Repeated = "the page repeats an earlier one; expected the next page, or the end",
        Empty = "the page is empty, but its answer says that there are more entries",
        Unreadable = "the page has no list of entries",
        Position = "no page has this position; expected a number that is not negative",
    }
}
