/// Asks for a contract by the platform's own number.
///
/// Before signing it answers nothing.
#[derive(Debug, Clone)]
/**
`GET /v3/contracts/{contract_code}/items/{item}` · [official page](https://pay.weixin.qq.com/doc/v3/merchant/1)

| member | goes into | |
|---|---|---|
| `contract_code` `String` | path | required |
| `item` `i64` | path | required |
| `appid` `String` | query | required |
| `limit` `u32` | query | optional |
| `states` `Vec<State>` | query | required |*/
pub struct QueryContract {
    /// The number of the contract.
    pub contract_code: String,
    /// The number of the item.
    pub item: i64,
    /// The caller's app.
    pub appid: String,
    /// How many at most.
    pub limit: Option<u32>,
    /// In which states.
    pub states: Vec<State>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for QueryContract {
        const DECLARED: __p::Table = __p::Table::new(
            "QueryContract",
            &__p::fields(
                ["contract_code", "item", "appid", "limit", "states"],
                [
                    <String as __p::Member>::MEMBER.path(),
                    <i64 as __p::Member>::MEMBER.path(),
                    <String as __p::Member>::MEMBER.query(),
                    <Option<u32> as __p::Member>::MEMBER.query(),
                    <Vec<State> as __p::Member>::MEMBER.query(),
                ],
                [0, 0, 0, 0, 0],
                &[],
            ),
        );
    }
    <Vec<State> as __p::Member>::MEMBER.query().fits(&[]);
    #[automatically_derived]
    impl __p::Structure for QueryContract {
        fn blank_struct() -> Self {
            Self {
                contract_code: __p::Member::blank(),
                item: __p::Member::blank(),
                appid: __p::Member::blank(),
                limit: __p::None,
                states: <Vec<State> as __p::Member>::blank(),
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.contract_code,
                1 => &self.item,
                2 => &self.appid,
                3 => &self.limit,
                4 => return <Vec<State> as __p::Member>::node(&self.states),
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.contract_code,
                1 => &mut self.item,
                2 => &mut self.appid,
                3 => &mut self.limit,
                4 => return <Vec<State> as __p::Member>::slot(&mut self.states),
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
    }
    #[automatically_derived]
    impl __p::Payload for QueryContract {
        type Shape = __p::Request;
    }
    #[automatically_derived]
    impl __p::Serialize for QueryContract {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for QueryContract {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    #[automatically_derived]
    impl __p::Endpoint for QueryContract {
        const OPERATION: __p::Operation = __p::Operation::new(
                __p::Method::Get,
                "/v3/contracts/{contract_code}/items/{item}",
                "Asks for a contract by the platform's own number",
            )
            .doc("https://pay.weixin.qq.com/doc/v3/merchant/1");
        type Response = Contract;
    }
    __p::is_answer::<QueryContract>()
};
