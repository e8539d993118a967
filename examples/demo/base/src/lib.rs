//! What a parcel costs.

/// A parcel to send.
pub struct Parcel {
    /// Grams.
    pub weight: u32,
    /// Kilometres.
    pub distance: u32,
}

/// The price in cents: a base fee, a fee per started 100 g, and one per started 10 km.
pub fn price(parcel: &Parcel) -> u32 {
    let by_weight = parcel.weight.div_ceil(100) * 12;
    let by_distance = parcel.distance.div_ceil(10) * 7;
    290 + by_weight + by_distance
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fees_add_up() {
        assert_eq!(price(&Parcel { weight: 101, distance: 10 }), 321);
    }
}
