// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <utility>

#include <sinedie/detail/shared.hpp>
#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/views.hpp>
#include <sinedie/timeline/detail/compile.hpp>
#include <sinedie/timeline/detail/evaluate.hpp>
#include <sinedie/timeline/detail/merging.hpp>
#include <sinedie/timeline/detail/overlay.hpp>
#include <sinedie/timeline/detail/planner.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

SINEDIE_INLINE entry entry_iterator::operator*() const noexcept {
  if (!over_) return entry{*in_, position(), keeper_};
  auto from = from_;
  auto const found = over_->at(position(), from);
  return entry{*over_, *found.in, found.row, found.position, keeper_};
}
SINEDIE_INLINE entry_iterator& entry_iterator::operator++() noexcept {
  if (over_) (void)over_->at(position(), from_);
  return ++at_, *this;
}
SINEDIE_INLINE entry_iterator entry_iterator::operator++(int) noexcept {
  auto before = *this;
  ++*this;
  return before;
}
SINEDIE_INLINE entry selection::operator[](std::size_t i) const noexcept {
  return over_ ? entry{*over_, list_[i], over_} : entry{*in_, list_[i], in_};
}
SINEDIE_INLINE std::optional<event_id> selection::next_page() const {
  return more_ && !list_.empty() ? std::optional{(*this)[list_.size() - 1].id()} : std::nullopt;
}

SINEDIE_INLINE timeline::timeline(dossier const& d, timeline_options const& options)
    : timeline{detail::shared<detail::archive const>::make(d.contents()), options} {}
SINEDIE_INLINE timeline::timeline(detail::shared<detail::archive const> from, timeline_options const& options,
                                  detail::kept_reading* kept)
    : in_{detail::compile(std::move(from), options, kept)} {}
SINEDIE_INLINE std::size_t timeline::changes() const noexcept { return over_ ? over_->changes.size() : 0; }
SINEDIE_INLINE timeline timeline::settled() const { return over_ ? timeline{over_->settled(), nullptr} : *this; }
SINEDIE_INLINE std::size_t timeline::size() const noexcept { return over_ ? over_->shown() : in_->shown; }
SINEDIE_INLINE entry timeline::operator[](std::size_t position) const noexcept {
  auto const at = static_cast<std::uint32_t>(position);
  return over_ ? entry{*over_, at, over_} : entry{*in_, at, in_};
}
SINEDIE_INLINE std::optional<std::chrono::sys_days> timeline::as_of() const noexcept { return in_->options.as_of; }
SINEDIE_INLINE localized const& timeline::title() const noexcept { return in_->all.title; }
SINEDIE_INLINE localized const& timeline::note() const noexcept { return in_->all.note; }
SINEDIE_INLINE std::vector<contradiction> const& timeline::contradictions() const noexcept {
  return over_ ? *over_->contradictions : in_->contradictions;
}
SINEDIE_INLINE std::vector<dispute> const& timeline::disputes() const noexcept { return in_->disputes; }
SINEDIE_INLINE std::vector<finding> const& timeline::findings() const noexcept { return over_ ? *over_->findings : in_->findings; }
SINEDIE_INLINE detail::shared<detail::compiled const> const& timeline::shared_compilation() const {
  return over_ ? over_->settled() : in_;
}

SINEDIE_INLINE std::optional<entry> timeline::find_event(event_id const& id) const {
  if (over_) {
    auto const there = over_->find(id.str());
    if (!there || (there->position >= over_->shown() && in_->options.unknown == unknown_events::hidden)) return std::nullopt;
    return entry{*over_, *there->in, there->row, there->position, over_};
  }
  auto const found = in_->find(id.str());
  if (!found || (*found >= in_->shown && in_->options.unknown == unknown_events::hidden)) return std::nullopt;
  return entry{*in_, *found, in_};
}

SINEDIE_INLINE selection timeline::apart(query const& q) const {
  if (over_ && !q.empty()) return settled().apart(q);
  std::vector<std::uint32_t> list;
  if (in_->options.unknown == unknown_events::apart)
    for (auto i = static_cast<std::uint32_t>(size()); i < (over_ ? over_->size() : in_->entries.size()); ++i) list.push_back(i);
  if (!q.empty()) {
    detail::bound_query const asked{*in_, q};
    std::erase_if(list, [&](std::uint32_t i) { return !asked.of(i).kept; });
  }
  return {in_, over_, std::move(list), q, false, true};
}

namespace detail {

/// The place behind which a page begins; throws where the event isn't in the order.
[[nodiscard]] SINEDIE_INLINE std::uint32_t place_of(compiled const& in, overlay const* over, event_id const& id) {
  if (over) {
    if (auto const found = over->find(id.str()); found && found->position < over->shown()) return found->position;
    std::vector<std::string_view> ids;
    for (std::uint32_t i = 0; i < over->shown(); ++i) {
      auto const at = over->at(i);
      ids.push_back(at.in->entries.id(at.row));
    }
    raise_unknown(errc::unknown_id, "event", id.str(), nearest(id.str(), ids));
  }
  if (auto const found = in.find(id.str()); found && *found < in.shown) return *found;
  std::vector<std::string_view> ids;
  for (auto const place : in.by_id)
    if (place < in.shown) ids.push_back(in.entries.id(place));
  raise_unknown(errc::unknown_id, "event", id.str(), nearest(id.str(), ids));
}

}  // namespace detail

SINEDIE_INLINE std::size_t selection::possibly_more() const {
  if (over_) return apart_ ? 0 : detail::merged_query{*over_, asked_}.possibly_more();
  detail::bound_query const asked{*in_, asked_};
  std::size_t more = 0;
  auto const last = static_cast<std::uint32_t>(apart_ ? in_->entries.size() : in_->shown);
  for (auto i = static_cast<std::uint32_t>(apart_ ? in_->shown : 0); i < last; ++i) {
    auto const answer = asked.of(i);
    if (!answer.kept && possibly(answer.known)) ++more;
  }
  return more;
}

SINEDIE_INLINE selection timeline::select(query const& q, listing const& which) const {
  std::uint32_t first = 0;
  auto last = static_cast<std::uint32_t>(size());
  auto const answer = [&](auto const& list_of) {
    if (which.after) (which.reversed ? last : first) = detail::place_of(*in_, over_.get(), *which.after) + (which.reversed ? 0 : 1);
    bool const all = which.first >= last - first;
    // One more than asked for tells whether there are more.
    return list_of(all ? listing::all : which.first + 1);
  };
  std::vector<std::uint32_t> list;
  if (over_) {
    detail::merged_query const asked{*over_, q};
    list = answer([&](std::size_t most) { return asked.list(first, last, most, which.reversed); });
  } else {
    detail::bound_query const asked{*in_, q};
    list = answer([&](std::size_t most) { return detail::planner{asked}.list(first, last, most, which.reversed); });
  }
  bool const more = list.size() > which.first;
  if (more) list.resize(which.first);
  return {in_, over_, std::move(list), q, more};
}

SINEDIE_INLINE std::size_t timeline::count(query const& q) const {
  if (over_) return detail::merged_query{*over_, q}.count();
  detail::bound_query const asked{*in_, q};
  return detail::planner{asked}.count(0, static_cast<std::uint32_t>(in_->shown));
}

SINEDIE_INLINE std::optional<entry> timeline::first(query const& q) const {
  auto const found = select(q, {.first = 1});
  return found.empty() ? std::nullopt : std::optional{(*this)[found[0].position()]};
}
SINEDIE_INLINE std::optional<entry> timeline::last(query const& q) const {
  auto const found = select(q, {.first = 1, .reversed = true});
  return found.empty() ? std::nullopt : std::optional{(*this)[found[0].position()]};
}
SINEDIE_INLINE std::optional<entry> timeline::next(query const& q, event_id const& from) const {
  auto const found = select(q, {.first = 1, .reversed = false, .after = from});
  return found.empty() ? std::nullopt : std::optional{(*this)[found[0].position()]};
}
SINEDIE_INLINE std::optional<entry> timeline::previous(query const& q, event_id const& from) const {
  auto const found = select(q, {.first = 1, .reversed = true, .after = from});
  return found.empty() ? std::nullopt : std::optional{(*this)[found[0].position()]};
}

SINEDIE_INLINE explanation timeline::explain(query const& q) const {
  explanation e;
  auto const begin = std::chrono::steady_clock::now();
  if (over_) {
    e.answered = detail::merged_query{*over_, q}.list(0, over_->shown(), listing::all, false, &e.steps).size();
  } else {
    detail::bound_query const asked{*in_, q};
    e.answered = detail::planner{asked, &e.steps}.list(0, static_cast<std::uint32_t>(in_->shown)).size();
  }
  e.microseconds = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
  e.query = q.text();
  return e;
}

namespace detail {

template <typename View>
[[nodiscard]] std::string shown_name(std::optional<View> const& found, std::string_view id, std::string_view language) {
  if (!found) return std::string{id};
  auto const name = found->name();
  return name.empty() ? std::string{id} : std::string{name.get(language)};
}

}  // namespace detail

SINEDIE_INLINE std::vector<account> timeline::who_says_so(event_id const& id) const {
  auto const here = (*this)[detail::place_of(*in_, over_.get(), id)];
  // What changed since has no reports, but for what it declares of itself.
  auto const& told = *here.compilation().told;
  auto const event = *told.find_event(id.str());
  detail::interpreter by{told};
  auto const what = by.read(event, in_->options.as_of);
  return detail::accounts_of(told, by, event, what, in_->options.as_of);
}

SINEDIE_INLINE std::string timeline::source(report_id const& id, std::string_view language) const {
  return detail::source_name(in_->all, id.str(), language);
}

SINEDIE_INLINE std::string timeline::name(party_id const& id, std::string_view language) const {
  auto const at = in_->all.of(detail::sort::party).find(id.str());
  return detail::shown_name(at.home ? std::optional{party_view{at}} : std::nullopt, id.str(), language);
}
SINEDIE_INLINE std::string timeline::name(venue_id const& id, std::string_view language) const {
  auto const at = in_->all.of(detail::sort::venue).find(id.str());
  return detail::shown_name(at.home ? std::optional{venue_view{at}} : std::nullopt, id.str(), language);
}

SINEDIE_INLINE entry_iterator selection::begin() const { return {in_.get(), over_.get(), list_.data(), 0, detail::own_keeper(in_, over_)}; }
SINEDIE_INLINE entry_iterator selection::end() const noexcept { return {in_.get(), over_.get(), list_.data(), list_.size()}; }
SINEDIE_INLINE timeline timeline::adding(event const& e) const { return adding(std::span<event const>{&e, 1}); }
SINEDIE_INLINE entry_iterator timeline::begin() const { return {in_.get(), over_.get(), nullptr, 0, detail::own_keeper(in_, over_)}; }
SINEDIE_INLINE entry_iterator timeline::end() const noexcept { return {in_.get(), over_.get(), nullptr, size()}; }

}  // namespace sinedie

namespace sinedie::detail {

SINEDIE_INLINE detail::shared<void const> own_keeper(detail::shared<compiled const> const& in,
                                                                detail::shared<overlay const> const& over) {
  return detail::shared<std::pair<detail::shared<compiled const>, detail::shared<overlay const>> const>::make(in, over);
}

}  // namespace sinedie::detail
