/// The state of an order.
#[derive(PartialOrd)]
#[derive(::core::clone::Clone)]
#[derive(::core::cmp::PartialEq)]
#[derive(::core::cmp::Eq)]
#[derive(::core::hash::Hash)]
#[non_exhaustive]
pub enum State {
    /// Paid.
    /**

On the wire: `SUCCESS`.*/
    Success,
    /// Not paid.
    /**

On the wire: `NOT_PAY`.*/
    NotPay,
    /// Without money.
    /**

On the wire: `no_balance`.*/
    NoBalance,
    #[doc(hidden)]
    __Other(::wxpay::__private::Other),
}
const _: () = {
    use ::wxpay::__private::{self as __p, value};
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
    impl ::core::fmt::Debug for State {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __p::debug_choice(
                __f,
                &["Success", "NotPay", "NoBalance"],
                __p::Choice::index(self),
            )
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for State {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __f.pad(__p::Choice::spelling(self))
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for State {
        type Err = ::core::convert::Infallible;
        fn from_str(__text: &str) -> __p::Result<Self, ::core::convert::Infallible> {
            __p::choice_from_str(__text)
        }
    }
    #[automatically_derived]
    impl __p::Serialize for State {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::Serializer::serialize_str(__serializer, __p::Choice::spelling(self))
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for State {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize_choice(__deserializer)
        }
    }
    impl State {
        /// The known values as the API spells them, in the order of the variants.
        pub const VALUES: &'static [&'static str] = <Self as __p::Choice>::VALUES;
        /// The value as the API spells it, also one that this enum does not know.
        #[must_use]
        pub fn as_str(&self) -> &str {
            __p::Choice::spelling(self)
        }
        /// A value that is sent although this enum may not know it.
        #[must_use]
        pub fn other(value: &str) -> Self {
            <Self as __p::Choice>::parse(value, true)
        }
    }
};
