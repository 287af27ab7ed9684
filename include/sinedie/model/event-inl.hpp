// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/event.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE event::event(event const&) = default;
SINEDIE_INLINE event::event(event&&) noexcept = default;
SINEDIE_INLINE event& event::operator=(event const&) = default;
SINEDIE_INLINE event& event::operator=(event&&) noexcept = default;
SINEDIE_INLINE event::~event() = default;
SINEDIE_INLINE bool event::equals(event const& other) const {
  return id_ == other.id_ &&
         kind_ == other.kind_ &&
         title_ == other.title_ &&
         note_ == other.note_ &&
         fields_ == other.fields_ &&
         duration_ == other.duration_ &&
         relations_ == other.relations_ &&
         attributes_ == other.attributes_ &&
         extensions_ == other.extensions_;
}

SINEDIE_INLINE event& event::kind(std::string word) & { return kind_ = detail::checked_kind(std::move(word)), *this; }
SINEDIE_INLINE event&& event::kind(std::string word) && { return std::move(kind(std::move(word))); }
SINEDIE_INLINE event& event::title(localized t) & { return title_ = std::move(t), *this; }
SINEDIE_INLINE event&& event::title(localized t) && { return std::move(title(std::move(t))); }
SINEDIE_INLINE event& event::note(localized t) & { return note_ = std::move(t), *this; }
SINEDIE_INLINE event&& event::note(localized t) && { return std::move(note(std::move(t))); }

SINEDIE_INLINE event& event::attribute(std::string key, std::string value) & {
  return attributes_.push_back({std::move(key), std::move(value)}), *this;
}

SINEDIE_INLINE event&& event::attribute(std::string key, std::string value) && {
  return std::move(attribute(std::move(key), std::move(value)));
}

SINEDIE_INLINE event& event::lasting(duration_range d) & { return duration_ = std::move(d), *this; }
SINEDIE_INLINE event&& event::lasting(duration_range d) && { return std::move(lasting(std::move(d))); }
SINEDIE_INLINE event& event::extension(sinedie::extension e) & { return extensions_.push_back(std::move(e)), *this; }
SINEDIE_INLINE event&& event::extension(sinedie::extension e) && { return std::move(extension(std::move(e))); }
SINEDIE_INLINE event& event::related(relation r) & { return relations_.push_back(std::move(r)), *this; }
SINEDIE_INLINE event&& event::related(relation r) && { return std::move(related(std::move(r))); }

SINEDIE_INLINE event& event::related(relation_kind k, event_id other, gap g) & {
  return related(relation{k, std::move(other), std::move(g)});
}

SINEDIE_INLINE event&& event::related(relation_kind k, event_id other, gap g) && {
  return std::move(related(k, std::move(other), std::move(g)));
}

SINEDIE_INLINE event& event::before(event_id other, gap g) & { return related(relation_kind::before, std::move(other), std::move(g)); }
SINEDIE_INLINE event&& event::before(event_id other, gap g) && { return std::move(before(std::move(other), std::move(g))); }
SINEDIE_INLINE event& event::after(event_id other, gap g) & { return related(relation_kind::after, std::move(other), std::move(g)); }
SINEDIE_INLINE event&& event::after(event_id other, gap g) && { return std::move(after(std::move(other), std::move(g))); }
SINEDIE_INLINE event& event::follows_up(event_id other) & { return related(relation_kind::follows_up, std::move(other)); }
SINEDIE_INLINE event&& event::follows_up(event_id other) && { return std::move(follows_up(std::move(other))); }
SINEDIE_INLINE event& event::prepares(event_id other) & { return related(relation_kind::prepares, std::move(other)); }
SINEDIE_INLINE event&& event::prepares(event_id other) && { return std::move(prepares(std::move(other))); }
SINEDIE_INLINE event& event::part_of(event_id other) & { return related(relation_kind::part_of, std::move(other)); }
SINEDIE_INLINE event&& event::part_of(event_id other) && { return std::move(part_of(std::move(other))); }
SINEDIE_INLINE event& event::during(event_id other) & { return related(relation_kind::during, std::move(other)); }
SINEDIE_INLINE event&& event::during(event_id other) && { return std::move(during(std::move(other))); }
SINEDIE_INLINE event& event::realised_as(event_id other) & { return related(relation_kind::realised_as, std::move(other)); }
SINEDIE_INLINE event&& event::realised_as(event_id other) && { return std::move(realised_as(std::move(other))); }
SINEDIE_INLINE event& event::maybe_same_as(event_id other) & { return related(relation_kind::maybe_same_as, std::move(other)); }
SINEDIE_INLINE event&& event::maybe_same_as(event_id other) && { return std::move(maybe_same_as(std::move(other))); }
SINEDIE_INLINE std::vector<relation> event::relations() && noexcept { return std::move(relations_); }
SINEDIE_INLINE std::vector<sinedie::attribute> event::attributes() && noexcept { return std::move(attributes_); }
SINEDIE_INLINE std::vector<sinedie::extension> event::extensions() && noexcept { return std::move(extensions_); }

}  // namespace sinedie
