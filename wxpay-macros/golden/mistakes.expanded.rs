::core::compile_error! {
    "unknown method `FETCH`; expected `GET`, `POST`, `PUT`, `PATCH` or `DELETE`"
}
/// A request with a mistake: impls that are never run, a companion to use all the same.
/**

| member | | |
|---|---|---|
| `appid` `String` |  | required |
| `limit` `u32` |  | optional |*/
pub struct Find {
    pub appid: String,
    pub limit: Option<u32>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl __p::Payload for Find {
        type Shape = __p::Request;
    }
    impl __p::Declared<()> for Find {
        const DECLARED: __p::Table = __p::Table::new("", &[]);
    }
    #[automatically_derived]
    impl __p::Structure for Find {
        fn blank_struct() -> Self {
            ::core::unreachable!()
        }
        fn member(&self, _: usize) -> __p::Node<'_> {
            ::core::unreachable!()
        }
        fn member_mut(&mut self, _: usize) -> __p::Slot<'_> {
            ::core::unreachable!()
        }
    }
    #[automatically_derived]
    impl __p::Serialize for Find {
        fn serialize<__S: __p::Serializer>(
            &self,
            _: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            ::core::unreachable!()
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Find {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            _: __D,
        ) -> __p::Result<Self, __D::Error> {
            ::core::unreachable!()
        }
    }
    #[automatically_derived]
    impl __p::Endpoint for Find {
        const OPERATION: __p::Operation = __p::Operation::new(__p::Method::Get, "", "");
        type Response = Answer;
    }
    {
        use ::wxpay::__private::{required, value};
        impl Find {
            ///With the required members set.
            #[must_use]
            pub fn new(required: FindRequired) -> Self {
                let _ = required;
                ::core::unreachable!()
            }
            #[must_use]
            pub fn limit(
                mut self,
                value: impl ::core::convert::Into<__p::Option<u32>>,
            ) -> Self {
                let _ = value;
                ::core::unreachable!()
            }
        }
    }
};
///The members that [`Find`] cannot do without.
pub struct FindRequired {
    pub appid: String,
}
