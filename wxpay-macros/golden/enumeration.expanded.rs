/// The state of an order.
#[derive(Debug, PartialOrd)]
#[derive(::core::clone::Clone)]
#[derive(::core::cmp::PartialEq)]
#[derive(::core::cmp::Eq)]
#[derive(::core::hash::Hash)]
#[non_exhaustive]
pub enum State {
    /// Paid.
    Success,
    /// Not paid.
    NotPay,
    /// Without money.
    NoBalance,
    #[doc(hidden)]
    __Other(::wxpay::__private::Other),
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl __p::Choice for State {
        const VALUES: &'static [&'static str] = &["SUCCESS", "NOT_PAY", "no_balance"];
        fn known(__index: usize) -> __p::Option<Self> {
            __p::Some(
                match __index {
                    0 => Self::Success,
                    1 => Self::NotPay,
                    2 => Self::NoBalance,
                    _ => return __p::None,
                },
            )
        }
        fn unknown(__other: __p::Other) -> Self {
            Self::__Other(__other)
        }
        fn index(&self) -> __p::Result<usize, &__p::Other> {
            match self {
                Self::Success => __p::Ok(0),
                Self::NotPay => __p::Ok(1),
                Self::NoBalance => __p::Ok(2),
                Self::__Other(__other) => __p::Err(__other),
            }
        }
    }
    #[automatically_derived]
    impl __p::Payload for State {
        type Shape = __p::OneOf;
    }
    #[automatically_derived]
    impl ::core::fmt::Display for State {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __f.write_str(__p::Choice::spelling(self))
        }
    }
    impl State {
        /// The value as the API spells it, also one that this enum does not know.
        #[must_use]
        pub fn as_str(&self) -> &str {
            __p::Choice::spelling(self)
        }
        /// A value that is sent although this enum may not know it.
        #[must_use]
        pub fn other(__value: &str) -> Self {
            <Self as __p::Choice>::parse(__value, true)
        }
    }
};
