/// The smallest request.
/**
`DELETE /v3/things`*/
pub struct Delete {}
const _: () = {
    use payments::wechat::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Delete {
        const DECLARED: __p::Table = __p::Table::new(
            "Delete",
            &__p::fields([], [], [], &[]),
        );
    }
    #[automatically_derived]
    impl __p::Structure for Delete {
        fn blank_struct() -> Self {
            Self {}
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            match __index {
                _ => __p::Node::Absent,
            }
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            match __index {
                _ => __p::Slot::None,
            }
        }
    }
    #[automatically_derived]
    impl __p::Payload for Delete {
        type Shape = __p::Request;
    }
    #[automatically_derived]
    impl __p::Serialize for Delete {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Delete {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    #[automatically_derived]
    impl __p::Endpoint for Delete {
        const OPERATION: __p::Operation = __p::Operation::new(
            __p::Method::Delete,
            "/v3/things",
            "The smallest request",
        );
        type Response = ();
    }
};
/// A list with one value.
#[derive(::core::clone::Clone)]
#[derive(::core::cmp::PartialEq)]
#[derive(::core::cmp::Eq)]
#[derive(::core::hash::Hash)]
#[non_exhaustive]
enum Only {
    /**

On the wire: `ONE`.*/
    One,
    #[doc(hidden)]
    __Other(crate::pay::__private::Other),
}
const _: () = {
    use crate::pay::__private::{self as __p, value};
    #[automatically_derived]
    impl __p::Choice for Only {
        const VALUES: &'static [&'static str] = &["ONE"];
        fn known(__index: usize) -> __p::Option<Self> {
            __p::Some(
                match __index {
                    0 => Self::One,
                    _ => return __p::None,
                },
            )
        }
        fn unknown(__other: __p::Other) -> Self {
            Self::__Other(__other)
        }
        fn index(&self) -> __p::Result<usize, &__p::Other> {
            match self {
                Self::One => __p::Ok(0),
                Self::__Other(__other) => __p::Err(__other),
            }
        }
    }
    #[automatically_derived]
    impl __p::Payload for Only {
        type Shape = __p::OneOf;
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Only {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __p::debug_choice(__f, &["One"], __p::Choice::index(self))
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Only {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __f.pad(__p::Choice::spelling(self))
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for Only {
        type Err = ::core::convert::Infallible;
        fn from_str(__text: &str) -> __p::Result<Self, ::core::convert::Infallible> {
            __p::choice_from_str(__text)
        }
    }
    #[automatically_derived]
    impl __p::Serialize for Only {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::Serializer::serialize_str(__serializer, __p::Choice::spelling(self))
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Only {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize_choice(__deserializer)
        }
    }
    impl Only {
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
