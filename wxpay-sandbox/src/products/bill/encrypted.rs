//! Bills of sub-merchants: encrypted, and in parts. Every other merchant of the sandbox counts as a sub-merchant of the caller.

use aes_gcm::AesGcm;
use aes_gcm::aead::consts::U16;
use aes_gcm::aead::{AeadInOut as _, KeyInit as _};
use aes_gcm::aes::Aes256;
use bytes::Bytes;
use serde_json::{Value, json};
use wxpay::bill::{
    ApplyEcommerceFundFlowBill, ApplySubMerchantFundFlowBill, BillAlgorithm, SubMerchantAccountType, TarType,
};

use super::fund_flow::Account;
use super::{day, fund_flow, gzip, kept, sha1};
use crate::endpoint::downloads::File;
use crate::endpoint::{Desk, Refusal, Rules};
use crate::error::Failure;
use crate::keys::credentials::hex;
use crate::watch::{self, Seen};

impl Rules for ApplySubMerchantFundFlowBill {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let time = day(desk, self.bill_date)?;
        if !desk.merchants.beside(desk.mchid).contains(&self.sub_mchid) {
            return Err(Refusal::no_auth());
        }
        let account = match self.account_type {
            SubMerchantAccountType::Basic => Some(Account::Basic),
            SubMerchantAccountType::Operation => Some(Account::Operation),
            // The other accounts never have movements: there are no fees and no deposits.
            _ => None,
        };
        let bill = |account| fund_flow::bill(&desk.books, account, &self.sub_mchid, time);
        let content = account.map(bill).transpose()?.flatten();
        answer(desk, content, &self.algorithm, self.tar_type.as_ref())
    }
}

impl Rules for ApplyEcommerceFundFlowBill {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let time = day(desk, self.bill_date)?;
        let content = fund_flow::of_all(&desk.books, &desk.merchants.beside(desk.mchid), &time)?;
        answer(desk, content, &self.algorithm, self.tar_type.as_ref())
    }
}

/// Stores the parts, and returns their URLs and keys.
fn answer(
    desk: &Desk<'_>,
    content: Option<String>,
    algorithm: &BillAlgorithm,
    packed: Option<&TarType>,
) -> Result<Value, Refusal> {
    if *algorithm != BillAlgorithm::AeadAes256Gcm {
        return Err(Refusal::parameter("目前只支持AEAD_AES_256_GCM", None));
    }
    let content = content.ok_or_else(Refusal::no_statement)?.into_bytes();
    let parts = content.chunks(desk.settings.bill_part.map_or(content.len(), |bytes| bytes.get()));
    let list: Result<Vec<_>, Refusal> =
        parts.zip(1..).map(|(part, number)| part_of(desk, part, number, packed)).collect();
    let list = list?;
    Ok(json!({ "download_bill_count": list.len(), "download_bill_list": list }))
}

/// Stores a part, and returns its URL and its key.
pub(in crate::products) fn part_of(
    desk: &Desk<'_>,
    part: &[u8],
    number: i64,
    packed: Option<&TarType>,
) -> Result<Value, Refusal> {
    let (key, nonce) = (hex(16)?, hex(8)?);
    watch::show(&desk.credentials, Seen::FileKey(&key));
    let mut file = if packed.is_some() { gzip(part)? } else { part.to_vec() };
    let cipher = AesGcm::<Aes256, U16>::new_from_slice(key.as_bytes()).map_err(Failure::sealing)?;
    let sealed = nonce.as_bytes().try_into().map(|nonce| cipher.encrypt_in_place(nonce, b"", &mut file));
    sealed.map_err(|error: std::array::TryFromSliceError| Failure::sealing(error))?.map_err(Failure::sealing)?;
    let file = File { content: Bytes::from(file), media_type: "application/octet-stream" };
    Ok(json!({
        "bill_sequence": number,
        "download_url": kept(desk, file)?,
        "encrypt_key": desk.seal(&key)?,
        "nonce": nonce,
        "hash_type": "SHA1",
        "hash_value": sha1(part),
    }))
}
