//! How a contract whose pre-sign has an unknown outcome is asked for. How a number that was never pre-signed is answered is
//! not documented: anything but a signed 404 leaves it unknown. Repeating the pre-sign does no harm.

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

            /// A number that is known was pre-signed, whether or not the user has signed.
            fn verdict(&self, _: &Contract) -> Verdict {
                Verdict::Done
            }
        }
    )*};
}

by_code!(AppPresign, MiniProgramPresign, NamedAppPresign, NamedMiniProgramPresign);
