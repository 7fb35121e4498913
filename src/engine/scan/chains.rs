//! Values by a number: each slot of a short row leads to its last value, and each value to the one before in the same slot. Filling it
//! costs one step a value and sorts nothing. Knows no text.

/// A value, and the place of the one before it in the same slot.
#[derive(Debug, Clone, Copy)]
struct Link {
    key: u32,
    value: u32,
    before: Option<u32>,
}

/// Values by keys that may repeat.
#[derive(Debug, Default)]
pub(crate) struct Chains {
    /// The last link of each slot; their number is a power of two.
    slots: Vec<Option<u32>>,
    links: Vec<Link>,
}

/// A number for bytes: Fowler, Noll and Vo's hash, 32 bits. Others may have the same one.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

impl Chains {
    /// Room for so many values; with more of them chains grow long.
    pub(crate) fn with_capacity(values: usize) -> Self {
        Self { slots: vec![None; values.next_power_of_two()], links: Vec::with_capacity(values) }
    }

    fn slot(&self, key: u32) -> usize {
        // Fibonacci hashing: the upper bits of the product are well mixed.
        let mixed = key.wrapping_mul(0x9E37_79B1).rotate_left(16) as usize;
        mixed & self.slots.len().saturating_sub(1)
    }

    pub(crate) fn insert(&mut self, key: u32, value: u32) {
        let here = u32::try_from(self.links.len()).ok();
        let slot = self.slot(key);
        if let Some(last) = self.slots.get_mut(slot) {
            self.links.push(Link { key, value, before: *last });
            *last = here;
        }
    }

    /// The values of a key, the last one first.
    pub(crate) fn of(&self, key: u32) -> impl Iterator<Item = u32> + '_ {
        let mut next = self.slots.get(self.slot(key)).copied().flatten();
        let links = std::iter::from_fn(move || {
            let link = self.links.get(next? as usize)?;
            next = link.before;
            Some(link)
        });
        links.filter(move |link| link.key == key).map(|link| link.value)
    }
}

#[cfg(test)]
mod tests {
    use super::Chains;

    #[test]
    fn each_key_has_its_values() {
        let mut chains = Chains::with_capacity(1_000);
        let keys = || (0..20_000u32).map(|n| (n % 9_000).wrapping_mul(0x0101_0100));
        keys().zip(0..).for_each(|(key, value)| chains.insert(key, value));
        for (key, value) in keys().zip(0..9_000) {
            let expected: Vec<u32> =
                [value + 18_000, value + 9_000, value].into_iter().filter(|v| *v < 20_000).collect();
            assert_eq!(chains.of(key).collect::<Vec<_>>(), expected, "{key}");
        }
        assert_eq!(chains.of(1).count(), 0);
        assert_eq!(Chains::default().of(1).count(), 0);
    }
}
