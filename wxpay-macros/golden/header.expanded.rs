/// Uploads a picture.
/**
`PUT /brand/pictures`

| member | goes into | |
|---|---|---|
| `Idempotency-Key` `String` | header | optional: 1 to 32 characters |*/
pub struct Upload {
    pub key: Option<String>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Upload {
        const DECLARED: __p::Table = __p::Table::new(
            "Upload",
            &__p::fields(
                ["Idempotency-Key"],
                [<Option<String> as __p::Member>::MEMBER.header()],
                [1],
                &[
                    __p::Rule::Len {
                        min: 1,
                        max: 32,
                        unit: __p::Unit::Characters,
                    },
                ],
            ),
        );
    }
    #[automatically_derived]
    impl __p::Structure for Upload {
        fn blank_struct() -> Self {
            Self { key: __p::None }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.key,
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.key,
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
    }
    #[automatically_derived]
    impl __p::Payload for Upload {
        type Shape = __p::Request;
    }
    #[automatically_derived]
    impl __p::Serialize for Upload {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Upload {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    #[automatically_derived]
    impl __p::Endpoint for Upload {
        const OPERATION: __p::Operation = __p::Operation::new(
            __p::Method::Put,
            "/brand/pictures",
            "Uploads a picture",
        );
        type Response = ();
    }
};
