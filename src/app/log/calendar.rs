//! Days and times: milliseconds since 1970 to and from `2026-11-29T21:39:09.123Z`, days to and from `2026-11-29`. Reads no clock.

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// The present, as the host tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Clock {
    /// Milliseconds since 1970.
    pub(crate) now: i64,
    /// What is added to the world's time to get the seller's, in milliseconds.
    pub(crate) offset: i64,
}

impl Clock {
    /// The seller's day that a time falls on, counted from 1970.
    pub(crate) const fn day_of(self, time: i64) -> i64 {
        (time + self.offset).div_euclid(DAY)
    }

    /// The seller's present day.
    pub(crate) const fn today(self) -> i64 {
        self.day_of(self.now)
    }
}

/// `2026-11-29T21:39:09.123Z`.
pub(crate) fn iso(time: i64) -> String {
    let rest = time.rem_euclid(DAY);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60);
    format!(
        "{}T{}:{}:{}.{}Z",
        day_text(time.div_euclid(DAY)),
        two(hour),
        two(minute),
        two(second),
        padded(rest % 1_000, 3)
    )
}

/// `2026-11-29 21:39` in the seller's time.
pub(crate) fn short_time(time: i64, clock: Clock) -> String {
    let local = time + clock.offset;
    let rest = local.rem_euclid(DAY);
    format!("{} {}:{}", day_text(local.div_euclid(DAY)), two(rest / 3_600_000), two(rest / 60_000 % 60))
}

/// The time that `2026-11-29T21:39:09.123Z` stands for; seconds may be whole.
pub(crate) fn time_from(text: &str) -> Option<i64> {
    let (day, clock) = text.strip_suffix('Z')?.split_once('T')?;
    let (clock, millis) = clock.split_once('.').unwrap_or((clock, "000"));
    let mut parts = clock.split(':');
    let (hour, minute, second) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let sound = parts.next().is_none() && hour < 24 && minute < 60 && second < 60;
    sound.then_some(())?;
    Some(day_from(day)? * DAY + hour * 3_600_000 + minute * 60_000 + second * 1_000 + digits(millis, 3)?)
}

/// `2026-11-29` for a day counted from 1970.
pub(crate) fn day_text(day: i64) -> String {
    // Years begin in March here, so that the odd day is the last one.
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{}-{}-{}", padded(year, 4), two(month), two(date))
}

/// The day, counted from 1970, that `2026-11-29` stands for.
pub(crate) fn day_from(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let (year, month, date) = (digits(parts.next()?, 4)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let shifted = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + date - 1;
    let day = era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468;
    // A date that does not exist, such as the 31st of April, comes back as another.
    (parts.next().is_none() && day_text(day) == text).then_some(day)
}

fn digits(text: &str, length: usize) -> Option<i64> {
    let sound = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}

fn two(number: i64) -> String {
    padded(number, 2)
}

fn padded(number: i64, length: usize) -> String {
    let text = number.to_string();
    format!("{}{text}", "0".repeat(length.saturating_sub(text.len())))
}

#[cfg(test)]
mod tests {
    use super::{Clock, day_from, day_text, iso, short_time, time_from};

    #[test]
    fn times_and_days_come_back_as_they_went() {
        assert_eq!(iso(1_796_074_749_123), "2026-11-30T21:39:09.123Z");
        for time in [0, 951_782_400_000, 951_868_799_999, 1_796_074_749_123, 4_102_444_800_000] {
            assert_eq!(time_from(&iso(time)), Some(time), "{}", iso(time));
        }
        for day in -800..40_000 {
            assert_eq!(day_from(&day_text(day)), Some(day));
        }
        assert_eq!((day_text(0).as_str(), day_from("2024-02-29")), ("1970-01-01", Some(19_782)));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-01-01-01", "2026-04-31"] {
            assert_eq!(day_from(text), None, "{text}");
        }
        for text in ["2026-01-01", "2026-01-01T24:00:00Z", "2026-01-01T10:00Z", "2026-01-01T10:00:00", "soon"] {
            assert_eq!(time_from(text), None, "{text}");
        }
    }

    #[test]
    fn the_seller_s_day_counts() {
        let clock = Clock { now: 23 * 3_600_000, offset: 2 * 3_600_000 };
        assert_eq!((clock.today(), short_time(clock.now, clock).as_str()), (1, "1970-01-02 01:00"));
    }
}
