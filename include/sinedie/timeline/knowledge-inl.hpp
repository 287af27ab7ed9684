// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/time/spell.hpp>
#include <sinedie/knowledge/detail/history.hpp>
#include <sinedie/timeline/detail/archive.hpp>
#include <sinedie/timeline/detail/compile.hpp>
#include <sinedie/timeline/detail/day_reading.hpp>
#include <sinedie/timeline/knowledge.hpp>

namespace sinedie {

SINEDIE_INLINE knowledge::knowledge(dossier const& d, timeline_options const& how)
    : in_{detail::shared<detail::archive const>::make(d.contents())}, how_{how}, kept_{detail::shared<detail::kept_reading>::make()} {}
SINEDIE_INLINE knowledge_day knowledge::own_day() const noexcept { return in_->all.as_of; }

SINEDIE_INLINE timeline knowledge::as_of(std::chrono::sys_days day) const {
  auto how = how_;
  how.as_of = day;
  return timeline{in_, how, kept_.get()};
}
SINEDIE_INLINE timeline knowledge::as_of() const {
  auto how = how_;
  how.as_of.reset();
  return timeline{in_, how, kept_.get()};
}

SINEDIE_INLINE std::size_t knowledge::bytes() const {
  auto const& related = in_->related;
  auto const kept = kept_->get();
  return in_->told.bytes() + 4 * (in_->shelved.capacity() + related.owners.capacity() + related.begins.capacity() +
                                  related.others.capacity() + related.group.capacity()) +
         (kept ? kept->bytes() : 0);
}

SINEDIE_INLINE std::vector<std::chrono::sys_days> knowledge::days() const { return detail::days_of_change(in_->told); }

SINEDIE_INLINE std::uint32_t knowledge::number_of(event_id const& id) const {
  if (auto const found = in_->told.find_event(id.str())) return *found;
  detail::raise(errc::unknown_id, "there is no event " + detail::quoted(id.str()) +
                                      detail::nearest_known(in_->all.of(detail::sort::event), id.str()));
}

SINEDIE_INLINE std::vector<change> knowledge::history(event_id const& id, knowledge_day until) const {
  detail::interpreter by{in_->told};
  return detail::history_of(in_->told, by, number_of(id), until ? until : in_->all.as_of);
}

SINEDIE_INLINE std::vector<event_changes> knowledge::compare(std::chrono::sys_days from, std::chrono::sys_days to) const {
  if (to < from)
    detail::raise(errc::bad_argument, "what changed is asked from " + time::to_day_string(time::instant::of(from)) + " to " +
                                          time::to_day_string(time::instant::of(to)) + ", which is earlier");
  return detail::changes_between(in_->told, from, to);
}

SINEDIE_INLINE std::vector<account> knowledge::who_says_so(event_id const& id, knowledge_day day) const {
  auto const event = number_of(id);
  if (!day) day = in_->all.as_of;
  detail::interpreter by{in_->told};
  auto const what = by.read(event, day);
  if (!what.exists) return {};
  return detail::accounts_of(in_->told, by, event, what, day);
}

SINEDIE_INLINE std::string knowledge::title(event_id const& id, std::string_view language) const {
  auto const at = in_->told.event(number_of(id));
  auto const text = event_view{at}.title();
  return text.empty() ? id.str() : std::string{text.get(language)};
}

SINEDIE_INLINE std::string knowledge::source(report_id const& id, std::string_view language) const {
  return detail::source_name(in_->all, id.str(), language);
}

}  // namespace sinedie
