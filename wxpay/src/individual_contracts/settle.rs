//! How a contract whose pre-sign has an unknown outcome is asked for.

use wxpay_core::error::{ApiError, ErrorCode, SignatureState};
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

            /// How a number that was never pre-signed is answered is not documented. The page knows one error for it.
            fn is_absent(error: &ApiError) -> bool {
                is_absent(error)
            }
        }
    )*};
}

by_code!(AppPresign, MiniProgramPresign, NamedAppPresign, NamedMiniProgramPresign);

fn is_absent(error: &ApiError) -> bool {
    let code = matches!(error.code(), ErrorCode::ParamError | ErrorCode::ResourceNotExists | ErrorCode::NotFound);
    code && *error.signature() == SignatureState::Valid
}
