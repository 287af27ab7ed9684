// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/timeline/detail/term_values.hpp>
#include <sinedie/timeline/where.hpp>

namespace sinedie {
namespace detail {

/// Throws where no query can hold the values.
SINEDIE_INLINE query term_of(term_key key, std::vector<std::string> values, std::optional<time::dating> when = {}) {
  std::string const name{to_string(key)};
  auto const [least, most] = values_of(key);
  auto const count = values.size() + (when ? 1 : 0);
  if (count < least || count > most) {
    raise(errc::bad_argument, "'" + name + "' of " + std::to_string(count) + " values: it takes " + std::to_string(least) +
                                  (most == least ? "" : " to " + std::to_string(most)));
  }
  for (std::size_t n = 0; n < values.size(); ++n) {
    auto const& value = values[n];
    if (value.empty()) raise(errc::empty, "'" + name + "' of an empty text: a value was expected");
    problem p;
    if (auto const bad = first_invalid_utf8(value)) {
      p.code = errc::bad_encoding;
      p.message = "'" + name + "' of " + quoted(value) + ": not UTF-8 at offset " + std::to_string(*bad);
      p.offset = *bad;
      p.found = value.substr(*bad, 1);
      p.expected = "UTF-8";
      raise(std::move(p));
    }
    if (auto const fault = fault_in(key, n, count, value)) {
      p.code = fault->code;
      p.message = "'" + name + "': " + fault->what + "; expected " + fault->expected + fault->hint;
      p.offset = fault->offset;
      p.found = value.substr(fault->offset);
      p.expected = fault->expected;
      raise(std::move(p));
    }
  }
  if (when && when->stated_in() != time::calendar::gregorian)
    raise(errc::bad_argument, "'" + name + "' of " + quoted(when->text()) + ": a date in a query is Gregorian");
  term t;
  t.key = key;
  if (stands_alone(key)) t.value = name;
  else t.value = values.empty() ? std::string{when->text()} : std::move(values.front());
  for (std::size_t n = 1; n < values.size(); ++n) t.others.push_back(std::move(values[n]));
  t.when = std::move(when);
  return query_building::of(std::move(t));
}

SINEDIE_INLINE query term_of(term_key key, std::string value) {
  std::vector<std::string> values;
  values.push_back(std::move(value));
  return term_of(key, std::move(values));
}
SINEDIE_INLINE query term_of(term_key key, time::dating when) { return term_of(key, std::vector<std::string>{}, std::move(when)); }
SINEDIE_INLINE query term_of(term_key key) { return term_of(key, std::vector<std::string>{}); }

}  // namespace detail

namespace where {

SINEDIE_INLINE query party(std::string id_or_name) { return detail::term_of(term_key::party, std::move(id_or_name)); }
SINEDIE_INLINE query host(std::string id_or_name) { return detail::term_of(term_key::host, std::move(id_or_name)); }
SINEDIE_INLINE query guest(std::string id_or_name) { return detail::term_of(term_key::guest, std::move(id_or_name)); }
SINEDIE_INLINE query role(std::string role) { return detail::term_of(term_key::role, std::move(role)); }
SINEDIE_INLINE query role(std::string role, std::string id_or_name) {
  return detail::term_of(term_key::role, std::vector{std::move(role), std::move(id_or_name)});
}
SINEDIE_INLINE query between(std::string a, std::string b) { return between(std::vector{std::move(a), std::move(b)}); }
SINEDIE_INLINE query between(std::vector<std::string> ids_or_names) { return detail::term_of(term_key::between, std::move(ids_or_names)); }
SINEDIE_INLINE query only(std::vector<std::string> ids_or_names) { return detail::term_of(term_key::only, std::move(ids_or_names)); }

SINEDIE_INLINE query venue(std::string id_or_name) { return detail::term_of(term_key::venue, std::move(id_or_name)); }
SINEDIE_INLINE query ground(std::string id_or_name) { return detail::term_of(term_key::ground, std::move(id_or_name)); }
SINEDIE_INLINE query premises(std::string id_or_name) { return detail::term_of(term_key::premises, std::move(id_or_name)); }
SINEDIE_INLINE query third_country() { return host(std::string{third_country_word}); }
SINEDIE_INLINE query kind(std::string word) { return detail::term_of(term_key::kind, std::move(word)); }
SINEDIE_INLINE query cameo(std::string code) { return detail::term_of(term_key::cameo, std::move(code)); }
SINEDIE_INLINE query plover(std::string code) { return detail::term_of(term_key::plover, std::move(code)); }
SINEDIE_INLINE query status(sinedie::status s) { return detail::term_of(term_key::status, std::string{to_string(s)}); }
SINEDIE_INLINE query occurred() { return detail::term_of(term_key::occurred); }
SINEDIE_INLINE query planned() { return detail::term_of(term_key::planned); }
SINEDIE_INLINE query may_occur() { return detail::term_of(term_key::may_occur); }
SINEDIE_INLINE query off() { return detail::term_of(term_key::off); }
SINEDIE_INLINE query mode(sinedie::mode m) { return detail::term_of(term_key::mode, std::string{to_string(m)}); }
SINEDIE_INLINE query why_undated(sinedie::why_undated why) { return detail::term_of(term_key::why, std::string{to_string(why)}); }
SINEDIE_INLINE query topic(std::string word) { return detail::term_of(term_key::topic, std::move(word)); }
SINEDIE_INLINE query series(std::string id_or_name) { return detail::term_of(term_key::series, std::move(id_or_name)); }
SINEDIE_INLINE query round(std::uint32_t number) {
  if (number == 0 || number > 999999999) detail::raise(errc::bad_argument, "rounds count from 1 to 999999999");
  return detail::term_of(term_key::round, std::to_string(number));
}
SINEDIE_INLINE query round(std::string series, std::uint32_t number) {
  if (number == 0 || number > 999999999) detail::raise(errc::bad_argument, "rounds count from 1 to 999999999");
  return detail::term_of(term_key::round, std::vector{std::move(series), std::to_string(number)});
}
SINEDIE_INLINE query datedness(time::datedness d) { return detail::term_of(term_key::datedness, std::string{to_string(d)}); }
SINEDIE_INLINE query source(std::string name) { return detail::term_of(term_key::source, std::move(name)); }
SINEDIE_INLINE query id(event_id const& id) { return detail::term_of(term_key::id, id.str()); }
SINEDIE_INLINE query text(std::string part) { return detail::term_of(term_key::text, std::move(part)); }

SINEDIE_INLINE query during(time::dating when) { return detail::term_of(term_key::during, std::move(when)); }
SINEDIE_INLINE query before(time::dating when) { return detail::term_of(term_key::before, std::move(when)); }
SINEDIE_INLINE query after(time::dating when) { return detail::term_of(term_key::after, std::move(when)); }
SINEDIE_INLINE query on(time::dating when) { return detail::term_of(term_key::on, std::move(when)); }

SINEDIE_INLINE query allen(relation_kind relation, event_id const& event) {
  if (relation > relation_kind::equals)
    detail::raise(errc::bad_argument, "'allen' takes one of Allen's thirteen relations, not " + detail::quoted(to_string(relation)));
  return detail::term_of(term_key::allen, std::vector{std::string{to_string(relation)}, event.str()});
}
SINEDIE_INLINE query allen(relation_kind relation, time::dating when) {
  if (relation > relation_kind::equals)
    detail::raise(errc::bad_argument, "'allen' takes one of Allen's thirteen relations, not " + detail::quoted(to_string(relation)));
  return detail::term_of(term_key::allen, std::vector{std::string{to_string(relation)}}, std::move(when));
}
SINEDIE_INLINE query within(time::duration const& distance, event_id const& event) {
  return detail::term_of(term_key::within, std::vector{distance.text(), event.str()});
}
SINEDIE_INLINE query within(time::duration const& distance, time::dating when) {
  return detail::term_of(term_key::within, std::vector{distance.text()}, std::move(when));
}

SINEDIE_INLINE query has(sinedie::flag f) {
  term t;
  t.key = term_key::flagged;
  t.value = to_string(f);
  t.flag = f;
  return detail::query_building::of(std::move(t));
}

SINEDIE_INLINE query certainly(query q) { return detail::query_building::taken(std::move(q), term_mode::certainly); }
SINEDIE_INLINE query possibly(query q) { return detail::query_building::taken(std::move(q), term_mode::possibly); }
SINEDIE_INLINE query exactly(query const& q) {
  term t = detail::query_building::single(q, "exactly");
  if (!takes_exactly(t.key)) {
    detail::raise(errc::bad_argument, "'exactly' goes with parties, a venue or a kind, not with " + detail::quoted(q.text()));
  }
  t.exactly = true;
  return detail::query_building::of(std::move(t));
}

}  // namespace where
}  // namespace sinedie
