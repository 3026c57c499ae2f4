//! AES-256-GCM opened piece by piece (NIST SP 800-38D), without associated data and with a nonce of any length. The crypto
//! libraries open only the whole data, and one of them takes only nonces of 12 bytes. They supply AES; the mode is here.

use zeroize::Zeroizing;

use super::{AesKey, CryptoError, NONCE_LENGTH, Opener, Step, TAG_LENGTH};

/// The key stream of AES-256 in counter mode, starting at a counter of 128 bits in big endian.
pub(super) trait KeyStream: Send {
    /// Combines the next bytes of the stream with `bytes`.
    fn apply(&mut self, bytes: &mut [u8]) -> Result<(), CryptoError>;
}

/// Starts a key stream, from the key and the first counter.
pub(super) type BeginStream = fn(&[u8; 32], &[u8; BLOCK]) -> Result<Box<dyn KeyStream>, CryptoError>;

pub(super) fn opener(begin: BeginStream, key: &[u8; 32], nonce: &[u8]) -> Result<Box<dyn Opener>, CryptoError> {
    let encrypted = |block: u128| {
        let mut zeros = [0; BLOCK];
        begin(key, &block.to_be_bytes())?.apply(&mut zeros).map(|()| zeros)
    };
    let hash = Hash::new(encrypted(0)?);
    let first = first_counter(&hash, nonce);
    Ok(Box::new(Gcm {
        mask: encrypted(first)?,
        stream: Counted::after(first, begin, key)?,
        hash,
        held: Vec::new(),
        opened: 0,
    }))
}

struct Gcm {
    stream: Counted,
    hash: Hash,
    /// The block that turns the hash into the tag.
    mask: [u8; BLOCK],
    /// The bytes that may be the tag, and those before it that do not fill a block.
    held: Vec<u8>,
    /// Number of bytes that are opened.
    opened: u64,
}

impl Opener for Gcm {
    fn push(&mut self, piece: &[u8], plain: &mut Vec<u8>) -> Result<(), CryptoError> {
        let begin = plain.len();
        plain.append(&mut self.held);
        plain.extend_from_slice(piece);
        let ready = (plain.len() - begin).saturating_sub(TAG_LENGTH) / BLOCK * BLOCK;
        self.held.extend(plain.drain(begin + ready..));
        self.open(plain.get_mut(begin..).unwrap_or_default())
    }

    fn finish(mut self: Box<Self>, plain: &mut Vec<u8>) -> Result<(), CryptoError> {
        let rest = self.held.len().checked_sub(TAG_LENGTH).ok_or_else(|| CryptoError::NoTag)?;
        let tag = self.held.split_off(rest);
        let begin = plain.len();
        plain.append(&mut self.held);
        self.open(plain.get_mut(begin..).unwrap_or_default())?;
        self.hash.update(&length(self.opened));
        let expected = self.hash.sum.to_be_bytes().into_iter().zip(self.mask).map(|(hash, mask)| hash ^ mask);
        // Takes the same time for every tag, wherever its first wrong byte is.
        let differs = expected.zip(tag).fold(0, |differs, (expected, found)| differs | (expected ^ found));
        if differs == 0 { Ok(()) } else { Err(CryptoError::OtherTag) }
    }
}

impl Gcm {
    /// Opens whole blocks, or the rest at the end.
    fn open(&mut self, bytes: &mut [u8]) -> Result<(), CryptoError> {
        self.opened = self.opened.saturating_add(bytes.len() as u64);
        if self.opened > LONGEST {
            return Err(CryptoError::TooLong);
        }
        self.hash.update(bytes);
        self.stream.apply(bytes)
    }
}

/// A key stream that counts in the last 32 bits only: after their largest value it goes on at 0.
struct Counted {
    stream: Box<dyn KeyStream>,
    /// Number of bytes until then.
    left: u64,
    /// The block with the counter 0.
    again: u128,
    begin: BeginStream,
    key: AesKey,
}

impl Counted {
    fn after(counter: u128, begin: BeginStream, key: &[u8; 32]) -> Result<Self, CryptoError> {
        let again = counter >> 32 << 32;
        let next = counter.wrapping_add(1) & u128::from(u32::MAX);
        let stream = begin(key, &(again | next).to_be_bytes())?;
        let left = (COUNTERS - next as u64) * BLOCK as u64;
        let key = AesKey::new(key).ok_or_else(|| CryptoError::Failed(Step::Open))?;
        Ok(Self { stream, left, again, begin, key })
    }

    fn apply(&mut self, bytes: &mut [u8]) -> Result<(), CryptoError> {
        let here = usize::try_from(self.left).unwrap_or(usize::MAX).min(bytes.len());
        let (before, after) = bytes.split_at_mut(here);
        self.stream.apply(before)?;
        self.left -= before.len() as u64;
        if after.is_empty() {
            return Ok(());
        }
        self.stream = (self.begin)(self.key.expose(), &self.again.to_be_bytes())?;
        self.left = COUNTERS * BLOCK as u64;
        self.stream.apply(after)
    }
}

/// GHASH: blocks are polynomials over GF(2), whose first bit is the constant term, and are summed up in powers of the key. The
/// crate `ghash` is faster, and brings ten crates; this keeps up with a connection of 1 Gbit/s.
#[derive(Clone)]
struct Hash {
    /// The key, times 1, x, x² and so on.
    multiples: Box<Zeroizing<[u128; 128]>>,
    sum: u128,
}

impl Hash {
    fn new(key: [u8; BLOCK]) -> Self {
        let mut next = u128::from_be_bytes(key);
        let mut multiples = Box::new(Zeroizing::new([0; 128]));
        for multiple in multiples.iter_mut() {
            *multiple = next;
            next = (next >> 1) ^ (POLYNOMIAL & filled(next & 1));
        }
        Self { multiples, sum: 0 }
    }

    /// Adds whole blocks, and fills up an incomplete one with zeros.
    fn update(&mut self, bytes: &[u8]) {
        for piece in bytes.chunks(BLOCK) {
            let mut block = [0; BLOCK];
            block.iter_mut().zip(piece).for_each(|(to, from)| *to = *from);
            let mut left = self.sum ^ u128::from_be_bytes(block);
            // Takes the same steps for every sum.
            self.sum = self.multiples.iter().fold(0, |product, multiple| {
                let term = multiple & filled(left >> 127);
                left <<= 1;
                product ^ term
            });
        }
    }
}

/// All bits equal to `bit`.
fn filled(bit: u128) -> u128 {
    0_u128.wrapping_sub(bit)
}

/// The counter of the tag. The counters of the content follow it.
fn first_counter(hash: &Hash, nonce: &[u8]) -> u128 {
    if let Ok(nonce) = <[u8; NONCE_LENGTH]>::try_from(nonce) {
        return nonce.iter().fold(0, |prefix, byte| prefix << 8 | u128::from(*byte)) << 32 | 1;
    }
    let mut hash = hash.clone();
    hash.update(nonce);
    hash.update(&length(nonce.len() as u64));
    hash.sum
}

/// The block that ends the hash: the length of the content in bits, after that of the associated data, which is 0.
fn length(bytes: u64) -> [u8; BLOCK] {
    (u128::from(bytes) << 3).to_be_bytes()
}

const BLOCK: usize = 16;
/// The remainder of x to the power of 128.
const POLYNOMIAL: u128 = 0xe1 << 120;
/// Number of values of a counter.
const COUNTERS: u64 = 1 << 32;
/// Maximum length of the content in bytes.
const LONGEST: u64 = (COUNTERS - 2) * BLOCK as u64;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// Outputs its counters as the stream.
    struct Shown(u128);

    impl KeyStream for Shown {
        fn apply(&mut self, bytes: &mut [u8]) -> Result<(), CryptoError> {
            for block in bytes.chunks_mut(BLOCK) {
                block.copy_from_slice(self.0.to_be_bytes().get(..block.len()).unwrap());
                self.0 += 1;
            }
            Ok(())
        }
    }

    #[test]
    fn a_counter_that_is_used_up_begins_again_under_its_prefix() {
        let prefix = 0x0102_0304_0506_0708_090a_0b0c_u128 << 32;
        let begin: BeginStream = |_, counter| Ok(Box::new(Shown(u128::from_be_bytes(*counter))));
        for (first, pieces) in [(0xffff_fffd, [32, 48]), (0xffff_fffd, [16, 64]), (0xffff_fffd, [48, 32])] {
            let mut stream = Counted::after(prefix | first, begin, &[0; 32]).unwrap();
            let mut shown = Vec::new();
            for length in pieces {
                let mut piece = vec![0; length];
                stream.apply(&mut piece).unwrap();
                shown.extend(piece);
            }
            let counters: Vec<_> =
                shown.chunks(BLOCK).map(|block| u128::from_be_bytes(block.try_into().unwrap())).collect();
            assert_eq!(counters, [0xffff_fffe, 0xffff_ffff, 0, 1, 2].map(|counter| prefix | counter));
        }
        let mut stream = Counted::after(prefix | 0xffff_ffff, begin, &[0; 32]).unwrap();
        let mut block = [0; BLOCK];
        stream.apply(&mut block).unwrap();
        assert_eq!(u128::from_be_bytes(block), prefix, "the first counter may be the last");
    }
}
