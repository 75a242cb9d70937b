//! Sixteen bytes compared at once. An answer has all bits of the bytes that fit.

use wide::u8x16;

/// The bytes that are `byte`.
#[inline(always)]
pub(crate) fn equal(bytes: u8x16, byte: u8) -> u8x16 {
    bytes.simd_eq(u8x16::splat(byte))
}

/// Those that are one of the `count` from `first` on.
#[inline(always)]
pub(crate) fn among(bytes: u8x16, first: u8, count: u8) -> u8x16 {
    let above = bytes - u8x16::splat(first);
    above.min(u8x16::splat(count - 1)).simd_eq(above)
}

/// Those that are `least` or more.
#[inline(always)]
pub(crate) fn at_least(bytes: u8x16, least: u8) -> u8x16 {
    bytes.max(u8x16::splat(least)).simd_eq(bytes)
}

/// The letters of ASCII.
#[inline(always)]
pub(crate) fn letters(bytes: u8x16) -> u8x16 {
    among(bytes | u8x16::splat(0x20), b'a', 26)
}

/// The digits of ASCII.
#[inline(always)]
pub(crate) fn digits(bytes: u8x16) -> u8x16 {
    among(bytes, b'0', 10)
}
