// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The text form of queries.
///
///     party:russia (venue:istanbul or venue:"Saudi Arabia") not disputed certainly during:2025-02
///
/// Terms are `key:value`, with the keys of `term_key`, and words alone, such as those of flags (`undated`). A value is
/// bare, up to the next white space, quotation mark, parenthesis or comma (none of which stands in it), or in double quotes,
/// where `\"` and `\\` mean `"` and `\`. `exactly` comes before one term, `certainly` and `possibly` before one or before a
/// parenthesis. A blank means *and*, as does the word `and`; `not` binds closest, then *and*, then `or`; parentheses go around
/// anything. Words are in lower case. An empty text is refused (`errc::empty`): what finds every event is `everything`.
///
///     query   = all { "or" all }
///     all     = one { ["and"] one }
///     one     = "not" one | ["certainly" | "possibly"] "(" query ")" | { "certainly" | "possibly" | "exactly" } term
///     term    = key ":" value { "," value } | word
///     value   = bare | quoted | "event:" value
///
/// At most 64 KiB are read (`errc::too_long`), and parentheses up to 64 deep (`errc::limit`). What can't be read is refused
/// with the offset of the first wrong byte, what stood there and what could have; a misspelt word with the nearest known ones.
/// What is read and printed is its own canonical form: `query{q.text()} == q`, and `query{t}.text()` prints the same again.

#include <ostream>

#include <sinedie/timeline/query.hpp>

namespace sinedie {

/// The term as it stands in a query.
inline std::ostream& operator<<(std::ostream& out, term const& t) { return out << to_string(t); }

}  // namespace sinedie
