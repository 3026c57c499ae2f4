//! The query that settles the unknown outcome of a pre-signing. The pages do not say how WeChat Pay answers for a number that was
//! never pre-signed: only a signed 404 settles that case, any other error leaves the outcome unknown. A repeated pre-signing does
//! no harm.

use wxpay_core::settle::{Settle, Verdict};

use super::{
    AppPresign, Contract, MiniProgramPresign, NamedAppPresign, NamedMiniProgramPresign, QueryContractByCode,
    QueryContractByCodeRequired,
};

macro_rules! by_code {
    ($($presign:ty),*) => {$(
        impl Settle for $presign {
            type Query = QueryContractByCode;

            fn query(&self) -> QueryContractByCode {
                let (out_contract_code, appid) = (self.out_contract_code.clone(), self.appid.clone());
                QueryContractByCode::new(QueryContractByCodeRequired { out_contract_code, appid })
            }

            /// A known number was pre-signed, even if the user has not signed.
            fn verdict(&self, _: &Contract) -> Verdict {
                Verdict::Done
            }
        }
    )*};
}

by_code!(AppPresign, MiniProgramPresign, NamedAppPresign, NamedMiniProgramPresign);
