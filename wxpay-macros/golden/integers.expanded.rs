/// How much.
#[derive(::core::clone::Clone)]
#[derive(::core::cmp::PartialEq)]
#[derive(::core::cmp::Eq)]
#[derive(::core::hash::Hash)]
#[non_exhaustive]
pub enum Level {
    /// Little.
    /**

On the wire: `-1`.*/
    Low,
    /// Much.
    /**

On the wire: `2`.*/
    High,
    #[doc(hidden)]
    __Other(::wxpay::__private::Other),
}
const _: () = {
    use ::wxpay::__private::{self as __p, value};
    #[automatically_derived]
    impl __p::Choice for Level {
        const VALUES: &'static [&'static str] = &["-1", "2"];
        const IS_INTEGER: bool = true;
        fn known(__index: usize) -> __p::Option<Self> {
            __p::Some(
                match __index {
                    0 => Self::Low,
                    1 => Self::High,
                    _ => return __p::None,
                },
            )
        }
        fn unknown(__other: __p::Other) -> Self {
            Self::__Other(__other)
        }
        fn index(&self) -> __p::Result<usize, &__p::Other> {
            match self {
                Self::Low => __p::Ok(0),
                Self::High => __p::Ok(1),
                Self::__Other(__other) => __p::Err(__other),
            }
        }
    }
    #[automatically_derived]
    impl __p::Payload for Level {
        type Shape = __p::OneOf;
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Level {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __p::debug_choice(__f, &["Low", "High"], __p::Choice::index(self))
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Level {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __f.pad(__p::Choice::spelling(self))
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for Level {
        type Err = ::core::num::ParseIntError;
        fn from_str(__text: &str) -> __p::Result<Self, ::core::num::ParseIntError> {
            __p::number_from_str(__text)
        }
    }
    #[automatically_derived]
    impl __p::Serialize for Level {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::Serializer::serialize_i64(__serializer, self.as_i64())
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Level {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize_choice(__deserializer)
        }
    }
    impl Level {
        /// The known values, in the order of the variants.
        pub const VALUES: &'static [i64] = &[-1, 2];
        /// The value on the wire, also one that this enum does not know.
        #[must_use]
        pub fn as_i64(&self) -> i64 {
            __p::number_of(__p::Choice::spelling(self))
        }
        /// A value that is sent although this enum may not know it.
        #[must_use]
        pub fn other(value: i64) -> Self {
            __p::number_choice(value, true)
        }
    }
};
