//! Points in time and spans of it, as a statement writes them. The time itself comes from the caller: nothing here reads a clock.

use super::text::form;

form! {
    /// A point in time (RFC 3339, as xAPI 1.0.3 part 3 "Timestamps" wants it).
    Timestamp, "timestamp", "RFC 3339, as 2026-05-01T09:30:00.000Z", |text| parse(text).is_some()
}
form! {
    /// A span of time (ISO 8601), as `PT5M12.34S`.
    Span, "duration", "ISO 8601, as PT5M12.34S", |text| seconds(text).is_some()
}

const DAY_MS: i64 = 86_400_000;

/// Day of the civil calendar from days since 1970-01-01, by counting in eras of 400 years that begin in March.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// Days since 1970-01-01 of a day of the civil calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// A number of exactly so many digits at the head of a text, and what follows.
fn digits(text: &str, count: usize) -> Option<(i64, &str)> {
    let (head, rest) = text.split_at_checked(count)?;
    if head.bytes().all(|b| b.is_ascii_digit()) { Some((head.parse().ok()?, rest)) } else { None }
}

fn after<'a>(text: &'a str, signs: &str) -> Option<&'a str> {
    text.strip_prefix(|c| signs.contains(c))
}

/// Milliseconds since 1970 of an RFC 3339 text.
fn parse(text: &str) -> Option<i64> {
    let (year, rest) = digits(text, 4)?;
    let (month, rest) = digits(after(rest, "-")?, 2)?;
    let (day, rest) = digits(after(rest, "-")?, 2)?;
    let (hour, rest) = digits(after(rest, "Tt")?, 2)?;
    let (minute, rest) = digits(after(rest, ":")?, 2)?;
    let (second, mut rest) = digits(after(rest, ":")?, 2)?;
    let mut ms = 0;
    if let Some(fraction) = rest.strip_prefix('.') {
        let count = fraction.bytes().take_while(u8::is_ascii_digit).count();
        if count == 0 {
            return None;
        }
        ms = format!("{:0<3}", &fraction[..count.min(3)]).parse::<i64>().ok()?;
        rest = &fraction[count..];
    }
    let offset_min = match rest {
        "Z" | "z" => 0,
        _ => {
            let sign = if rest.starts_with('+') { 1 } else { -1 };
            let (hours, rest) = digits(after(rest, "+-")?, 2)?;
            let (minutes, rest) = digits(after(rest, ":")?, 2)?;
            // xAPI does not take −00:00, which says that the place is not known.
            if !rest.is_empty() || hours > 23 || minutes > 59 || (sign < 0 && hours == 0 && minutes == 0) {
                return None;
            }
            sign * (60 * hours + minutes)
        }
    };
    let real = (1..=12).contains(&month) && day >= 1 && civil(days(year, month, day)) == (year, month, day);
    (real && hour <= 23 && minute <= 59 && second <= 59)
        .then(|| days(year, month, day) * DAY_MS + ((hour * 60 + minute - offset_min) * 60 + second) * 1000 + ms)
}

impl Timestamp {
    /// The point so many milliseconds after 1970-01-01T00:00Z; one that has no four-digit year is moved to the nearest that has.
    #[must_use]
    pub fn of_unix_ms(ms: i64) -> Self {
        let ms = ms.clamp(days(0, 1, 1) * DAY_MS, days(10_000, 1, 1) * DAY_MS - 1);
        let (year, month, day) = civil(ms.div_euclid(DAY_MS));
        let of_day = ms.rem_euclid(DAY_MS);
        let (s, ms) = (of_day / 1000, of_day % 1000);
        let (hour, minute, second) = (s / 3600, s / 60 % 60, s % 60);
        Self(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}Z"))
    }

    /// Milliseconds since 1970-01-01T00:00Z.
    #[must_use]
    pub fn unix_ms(&self) -> i64 {
        parse(&self.0).unwrap_or_default()
    }
}

/// Seconds of an ISO 8601 duration; years and months, which have no length of their own, as 365 and 30 days.
fn seconds(text: &str) -> Option<f64> {
    let body = text.strip_prefix('P')?;
    let (date, time) = match body.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None => (body, ""),
    };
    let mut parts = 0;
    let mut sum = 0.0;
    let mut read = |mut rest: &str, units: &[(char, f64)]| -> Option<()> {
        let mut last = None;
        while !rest.is_empty() {
            let at = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
            let (number, unit) = rest.split_at(at);
            let letter = unit.chars().next()?;
            let place = units.iter().position(|(known, _)| *known == letter)?;
            let whole = number.split('.').count() <= 2 && number.split('.').all(|part| !part.is_empty());
            // A fraction may stand in the last part alone, the parts in their order.
            let after = &unit[letter.len_utf8()..];
            if !whole || last.is_some_and(|last| place <= last) || (number.contains('.') && !after.is_empty()) {
                return None;
            }
            sum += number.parse::<f64>().ok()? * units[place].1;
            (last, rest, parts) = (Some(place), after, parts + 1);
        }
        Some(())
    };
    const DAY: f64 = 86_400.0;
    if date.ends_with('W') && time.is_empty() {
        read(date, &[('W', 7.0 * DAY)])?;
    } else {
        read(date, &[('Y', 365.0 * DAY), ('M', 30.0 * DAY), ('D', DAY)])?;
        read(time, &[('H', 3600.0), ('M', 60.0), ('S', 1.0)])?;
    }
    (parts > 0).then_some(sum)
}

impl Span {
    /// So many seconds, to the hundredth that xAPI compares by.
    #[must_use]
    pub fn of_seconds(seconds: f64) -> Self {
        let hundredths = if seconds.is_finite() { (100.0 * seconds.max(0.0)).round() as u64 } else { 0 };
        let (minutes, rest) = (hundredths / 6000, hundredths % 6000);
        let (hours, minutes) = (minutes / 60, minutes % 60);
        let mut text = "PT".to_owned();
        for (count, unit) in [(hours, 'H'), (minutes, 'M')] {
            if count > 0 {
                text += &format!("{count}{unit}");
            }
        }
        let (whole, part) = (rest / 100, rest % 100);
        Self(if part > 0 { format!("{text}{whole}.{part:02}S") } else { format!("{text}{whole}S") })
    }

    /// In seconds.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        seconds(&self.0).unwrap_or_default()
    }
}
