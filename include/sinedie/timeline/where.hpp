// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The terms of queries, to be joined with `&&`, `||` and `!`.
///
///     using namespace sinedie;
///     query const q = where::party("russia") && where::during("2025-02") && !where::has(flag::disputed);
///     q.text();   // party:russia during:2025-02 not disputed
///
/// Values are text that isn't empty (`errc::empty`) and is UTF-8 (`errc::bad_encoding`); whether anything is called that turns
/// out when the query runs. A date in a query is Gregorian (`errc::bad_argument`): its text says nothing of another calendar.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/relation.hpp>
#include <sinedie/model/status.hpp>
#include <sinedie/model/vocabulary.hpp>
#include <sinedie/time/datedness.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/time/duration.hpp>
#include <sinedie/timeline/flag.hpp>
#include <sinedie/timeline/query.hpp>

namespace sinedie::where {

// who: by id or name; what somebody does for a party counts as done by it

[[nodiscard]] query party(std::string id_or_name);
/// Takes part as host, or it is on that party's premises or on the ground of that state. `third-country` is any state that takes
/// no part (which only hosting or mediating between two others isn't).
[[nodiscard]] query host(std::string id_or_name);
[[nodiscard]] query guest(std::string id_or_name);
/// Somebody takes part in that role, spelt as in the dossier but for case and accents.
[[nodiscard]] query role(std::string role);
[[nodiscard]] query role(std::string role, std::string id_or_name);
/// Each of them takes part; two to 64, else `errc::bad_argument`.
[[nodiscard]] query between(std::vector<std::string> ids_or_names);
[[nodiscard]] query between(std::string a, std::string b);
/// Somebody takes part, and nobody but these; one to 64.
[[nodiscard]] query only(std::vector<std::string> ids_or_names);

// where and what

/// By id or name; what lies within it counts.
[[nodiscard]] query venue(std::string id_or_name);
/// In a country whose state that is, whosever premises they are; or `third-country`.
[[nodiscard]] query ground(std::string id_or_name);
/// On the premises of that party or of an organ of it, wherever they lie; or `third-country`.
[[nodiscard]] query premises(std::string id_or_name);
/// `host("third-country")`.
[[nodiscard]] query third_country();
[[nodiscard]] query kind(std::string word);
/// A code of CAMEO, two to four digits; codes that begin so count. `errc::bad_syntax` for any other text.
[[nodiscard]] query cameo(std::string code);
/// A code of PLOVER, such as `CONSULT`, in any case.
[[nodiscard]] query plover(std::string code);
[[nodiscard]] query status(sinedie::status s);
[[nodiscard]] query occurred();
[[nodiscard]] query planned();
[[nodiscard]] query may_occur();
[[nodiscard]] query off();
[[nodiscard]] query mode(sinedie::mode m);
[[nodiscard]] query why_undated(sinedie::why_undated why);
[[nodiscard]] query topic(std::string word);
[[nodiscard]] query series(std::string id_or_name);
/// The round of that number of any series, or of one; from 1, else `errc::bad_argument`.
[[nodiscard]] query round(std::uint32_t number);
[[nodiscard]] query round(std::string series, std::uint32_t number);
[[nodiscard]] query datedness(time::datedness d);
/// A report that counts comes from that source, or from that document; by name or id.
[[nodiscard]] query source(std::string name);
[[nodiscard]] query id(event_id const& id);
/// A title or note, in any language, contains that text, folded.
[[nodiscard]] query text(std::string part);

// when

/// Meets the window at all.
[[nodiscard]] query during(time::dating when);
[[nodiscard]] inline query during(std::string_view edtf) { return during(time::dating{edtf}); }
[[nodiscard]] inline query during(char const* edtf) { return during(time::dating{edtf}); }
/// Precedes it; no gap is needed.
[[nodiscard]] query before(time::dating when);
[[nodiscard]] inline query before(std::string_view edtf) { return before(time::dating{edtf}); }
[[nodiscard]] inline query before(char const* edtf) { return before(time::dating{edtf}); }
/// Is preceded by it.
[[nodiscard]] query after(time::dating when);
[[nodiscard]] inline query after(std::string_view edtf) { return after(time::dating{edtf}); }
[[nodiscard]] inline query after(char const* edtf) { return after(time::dating{edtf}); }
/// Meets that day at all.
[[nodiscard]] query on(time::dating when);
[[nodiscard]] inline query on(std::string_view edtf) { return on(time::dating{edtf}); }
[[nodiscard]] inline query on(char const* edtf) { return on(time::dating{edtf}); }

/// Stands in one of Allen's thirteen relations to that event, or to that date taken as one extent; `errc::bad_argument` for
/// the kinds of relations that aren't Allen's. Here `before` leaves a gap and `meets` leaves none.
[[nodiscard]] query allen(relation_kind relation, event_id const& event);
[[nodiscard]] query allen(relation_kind relation, time::dating when);
/// Meets that event, or that date taken as one extent, or is no further away, on either side.
[[nodiscard]] query within(time::duration const& distance, event_id const& event);
[[nodiscard]] query within(time::duration const& distance, time::dating when);

[[nodiscard]] query has(sinedie::flag f);
[[nodiscard]] inline query undated() { return has(flag::undated); }

// how strictly

/// What is certain by all that `q` says together: *and*, *or* and *not* join the truths of its terms (Kleene).
/// `errc::bad_argument` where `q` as a whole says `possibly`.
[[nodiscard]] query certainly(query q);
/// What it doesn't exclude.
[[nodiscard]] query possibly(query q);
/// The single term `q`, about parties, a venue or a kind, without what lies within it; `errc::bad_argument` for any other.
[[nodiscard]] query exactly(query const& q);

}  // namespace sinedie::where

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/where-inl.hpp>
#endif
