// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <utility>

#include <sinedie/time/dating-inl.hpp>
#include <sinedie/time/stated_date.hpp>

namespace sinedie::time {

SINEDIE_INLINE std::vector<stated_date> stated_dates(dating const& d) {
  std::vector<stated_date> found;
  detail::edtf_expression e;
  detail::edtf_failure why;
  auto const text = d.text();
  if (!detail::parse_edtf(text, e, why)) return found;  // not reached: every dating's text was parsed once
  auto const add = [&](stated_as as, detail::edtf_date const& date) {
    auto const end = std::min({text.find_first_of("/,]}", date.begin), text.find("..", date.begin), text.size()});
    found.push_back({as, std::string{text.substr(date.begin, end - date.begin)}, detail::precision_of(date), detail::qualifiers_of(date)});
  };
  using detail::edtf_end;
  using detail::edtf_kind;
  bool const lasts = e.kind == edtf_kind::interval;
  if (e.kind == edtf_kind::date || lasts) {
    if (e.from == edtf_end::date) add(lasts ? stated_as::start : stated_as::date, e.first);
    if (lasts && e.to == edtf_end::date) add(stated_as::end, e.last);
  }
  for (auto const& m : e.members) {
    if (m.from == edtf_end::date) add(m.range ? stated_as::range_from : stated_as::member, m.first);
    if (m.range && m.to == edtf_end::date) add(stated_as::range_to, m.last);
  }
  return found;
}

}  // namespace sinedie::time
