// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Reads iCalendar (RFC 5545): each VEVENT, VTODO and VJOURNAL becomes an event, dated or not.
///
/// A day is a day, a time in UTC is one, a floating time stays floating. A local time with a TZID is laid on the axis by the
/// VTIMEZONE of the same calendar; without one, or before its first rule, the component is rejected, since any other offset
/// would be a guess. DTEND, DUE and DURATION make an interval; a VTODO's dates are plans, so they are an expected window.
/// Recurrence isn't expanded: the first occurrence is read, and a remark says so. `X-SINEDIE-DATE` and its like, which this
/// library's own calendars have, are read back; where a date was moved in a calendar program since, the calendar's counts.
///
/// The UID becomes the id; where it can't be one, it is spelled as one, the same way each time, and kept as attribute `uid`.
///
///     auto const in = read_calendar("BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:second-round\r\nEND:VTODO\r\nEND:VCALENDAR\r\n");
///     in.what.find_event("second-round")->fields().when;    // nothing: no date is made up
///
/// Linear in the text, without recursion. What each property becomes is in `docs/formats.md`.

#include <string_view>

#include <sinedie/io/reading.hpp>
#include <sinedie/io/rejected.hpp>
#include <sinedie/result.hpp>

namespace sinedie {

/// Fails as a whole for what is no iCalendar text (`errc::malformed`), is UTF-16 (`errc::bad_encoding`), or has more bytes or
/// components than `how` allows (`errc::limit`); a line longer than `how.string` rejects only its component.
[[nodiscard]] imported_dossier read_calendar(std::string_view text, reading const& how = {});
[[nodiscard]] result<imported_dossier> try_read_calendar(std::string_view text, reading const& how = {});

}  // namespace sinedie
