//! What a parcel costs.

/// The heaviest parcel that is taken, in grams.
pub const MAX_WEIGHT: u32 = 31_500;

/// A parcel to send.
pub struct Parcel {
    /// Grams.
    pub weight: u32,
    /// Kilometres.
    pub distance: u32,
}

/// Why a parcel is not taken.
#[derive(Debug, PartialEq)]
pub enum Refusal {
    TooHeavy,
    NoDistance,
}

/// The price in cents of a parcel that is taken.
pub fn quote(parcel: &Parcel) -> Result<u32, Refusal> {
    if parcel.weight > MAX_WEIGHT {
        return Err(Refusal::TooHeavy);
    }
    if parcel.distance == 0 {
        return Err(Refusal::NoDistance);
    }
    Ok(price(parcel))
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
        let parcel = Parcel { weight: 101, distance: 10 };
        assert_eq!(quote(&parcel), Ok(321));
    }
}
