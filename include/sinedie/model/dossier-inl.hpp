// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <utility>

#include <sinedie/detail/shared.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/model/entry_problems.hpp>
#include <sinedie/model/fold.hpp>

namespace sinedie {


struct dossier::kept {
  [[nodiscard]] detail::block& open_block() {
    if (!open || open->is_lent()) {
      auto fresh = detail::shared<detail::block>::make();
      all.blocks.push_back(fresh);
      open = std::move(fresh);
    }
    return *open;
  }

  detail::contents all;
  detail::shared<detail::block> open;  ///< the last of the blocks, while nobody else may hold it
};

SINEDIE_INLINE dossier::dossier() = default;
SINEDIE_INLINE dossier::dossier(dossier&& other) noexcept : kept_{std::exchange(other.kept_, nullptr)} {}
SINEDIE_INLINE dossier& dossier::operator=(dossier&& other) noexcept {
  dossier moved{std::move(other)};
  std::swap(kept_, moved.kept_);
  return *this;
}
SINEDIE_INLINE dossier::~dossier() { delete kept_; }
SINEDIE_INLINE dossier::dossier(dossier const& other) {
  if (other.kept_ != nullptr) kept_ = new kept{other.contents(), {}};
}

SINEDIE_INLINE dossier& dossier::operator=(dossier const& other) {
  if (this != &other) *this = dossier{other};
  return *this;
}

SINEDIE_INLINE detail::contents const& dossier::all() const noexcept {
  static detail::contents const nothing;
  return kept_ != nullptr ? kept_->all : nothing;
}

SINEDIE_INLINE dossier::kept& dossier::own() {
  if (kept_ == nullptr) kept_ = new kept;
  return *kept_;
}

SINEDIE_INLINE detail::contents dossier::contents() const {
  if (kept_ != nullptr && kept_->open) kept_->open->lend();
  return all();
}

template <typename View>
view_range<View> dossier::range(detail::sort s) const noexcept {
  auto const& shelf = all().of(s);
  return {shelf.places, shelf.size()};
}

template <typename View>
view_range<View> dossier::taken(detail::sort s) {
  auto const mine = detail::shared<detail::contents const>::make(std::move(own().all));
  auto const& shelf = mine->of(s);
  return {shelf.places, shelf.size(), mine};
}

template <typename View>
std::optional<View> dossier::view(detail::sort s, std::string_view id) const {
  auto const at = all().of(s).find(id);
  return at.home ? std::optional<View>{View{at}} : std::nullopt;
}

SINEDIE_INLINE dossier& dossier::as_of(std::string_view day) {
  auto const when = time::dating::try_parse(day);
  if (!when) {
    auto p = when.error();
    p.message = "the day of knowledge: " + p.message;
    detail::raise(std::move(p));
  }
  bool const plain = when->precision() == time::precision::day && !when->lasts() && !when->uncertain() && !when->approximate() &&
                     when->level() == 0 && when->start_max().seconds() - when->start_min().seconds() == 86399;
  if (!plain)
    detail::raise(errc::bad_syntax,
                  "the day of knowledge " + detail::quoted(day) + " isn't one plain day, such as \"2025-04-06\"");
  constexpr std::int64_t seconds = 86400;
  auto const first = when->start_min().seconds();
  auto const count = first >= 0 ? first / seconds : -((-first + seconds - 1) / seconds);
  return as_of(std::chrono::sys_days{std::chrono::days{static_cast<std::chrono::days::rep>(count)}});
}

template <typename Entry>
void dossier::put(detail::sort s, Entry const& e, bool replace) {
  auto problems = detail::entry_problems(e);
  std::string_view const id = e.id().str();
  auto& mine = own();
  auto& shelf = mine.all.of(s);
  auto const known = shelf.place_of(id);
  if (replace && !known)
    detail::raise(errc::unknown_id, std::string{detail::sort_word(s)} + ' ' + detail::quoted(id) + " can't be amended: there is none" +
                                        detail::nearest_known(shelf, id));
  if (!replace && known) {
    problem p;
    p.code = errc::duplicate_id;
    p.message = std::string{detail::sort_word(s)} + ' ' + detail::quoted(id) + " is there already";
    p.found = id;
    p.expected = "an id that no other " + std::string{detail::sort_word(s)} + " has";
    problems.insert(problems.begin(), std::move(p));
  }
  if (!problems.empty()) detail::raise(std::move(problems));

  if (!replace) shelf.make_room();
  auto& home = mine.open_block();
  auto const row = home.append(e);
  if (replace) shelf.places[*known] = {&home, row};
  else shelf.put(home.string(home.id_of(s, row)), {&home, row});
}

SINEDIE_INLINE bool dossier::take_over(dossier&& more) {
  auto& mine = own().all;
  auto const& theirs = more.all();
  for (std::size_t s = 0; s < mine.shelves.size(); ++s)
    if (!mine.shelves[s].is_apart_from(theirs.shelves[s])) return false;
  for (std::size_t s = 0; s < mine.shelves.size(); ++s) mine.shelves[s].make_room(theirs.shelves[s].size());
  mine.blocks.insert(mine.blocks.end(), theirs.blocks.begin(), theirs.blocks.end());
  for (std::size_t s = 0; s < mine.shelves.size(); ++s) mine.shelves[s].take_over(theirs.shelves[s]);
  more = {};
  return true;
}

SINEDIE_INLINE void dossier::fetch(detail::sort s, std::string_view id) const noexcept {
  if (kept_ == nullptr) return;
  kept_->all.of(s).fetch(id);
  if (kept_->open) kept_->open->fetch(id);
}

SINEDIE_INLINE dossier& dossier::reserve(std::size_t events) {
  own().all.of(detail::sort::event).make_room(events);
  own().open_block().reserve_events(events);
  return *this;
}

SINEDIE_INLINE dossier& dossier::add(sinedie::party const& p) { return put(detail::sort::party, p, false), *this; }
SINEDIE_INLINE dossier& dossier::add(sinedie::venue const& v) { return put(detail::sort::venue, v, false), *this; }
SINEDIE_INLINE dossier& dossier::add(sinedie::series const& s) { return put(detail::sort::series, s, false), *this; }
SINEDIE_INLINE dossier& dossier::add(sinedie::event const& e) { return put(detail::sort::event, e, false), *this; }
SINEDIE_INLINE dossier& dossier::add(sinedie::document const& d) { return put(detail::sort::document, d, false), *this; }
SINEDIE_INLINE dossier& dossier::add(sinedie::report const& r) { return put(detail::sort::report, r, false), *this; }
SINEDIE_INLINE dossier& dossier::amend(sinedie::party const& p) { return put(detail::sort::party, p, true), *this; }
SINEDIE_INLINE dossier& dossier::amend(sinedie::venue const& v) { return put(detail::sort::venue, v, true), *this; }
SINEDIE_INLINE dossier& dossier::amend(sinedie::series const& s) { return put(detail::sort::series, s, true), *this; }
SINEDIE_INLINE dossier& dossier::amend(sinedie::event const& e) { return put(detail::sort::event, e, true), *this; }
SINEDIE_INLINE dossier& dossier::amend(sinedie::document const& d) { return put(detail::sort::document, d, true), *this; }
SINEDIE_INLINE dossier& dossier::amend(sinedie::report const& r) { return put(detail::sort::report, r, true), *this; }

SINEDIE_INLINE detail::locator dossier::required(detail::sort s, std::string_view id) const {
  auto const& shelf = all().of(s);
  auto const at = shelf.find(id);
  if (!at.home)
    detail::raise(errc::unknown_id,
                  "there is no " + std::string{detail::sort_word(s)} + ' ' + detail::quoted(id) + detail::nearest_known(shelf, id));
  return at;
}

SINEDIE_INLINE dossier& dossier::remove(detail::sort s, std::string_view id) {
  (void)required(s, id);
  auto& shelf = own().all.of(s);
  shelf.remove(*shelf.place_of(id));
  // Closing the gaps only when most places are gaps keeps removal cheap on average.
  if (shelf.places.size() > 64 && shelf.size() * 2 < shelf.places.size()) shelf.close_gaps();
  return *this;
}

SINEDIE_INLINE std::vector<party_view> dossier::parties_named(std::string_view name) const {
  std::vector<party_view> found;
  auto const wanted = fold(name);
  for (auto const p : parties()) {
    auto const entry = p.value();
    bool hit = fold(entry.id().str()) == wanted;
    for (auto const& [language, text] : entry.name().entries()) hit = hit || fold(text) == wanted;
    for (auto const& alias : entry.aliases()) hit = hit || fold(alias) == wanted;
    if (hit) found.push_back(p);
  }
  return found;
}

SINEDIE_INLINE std::vector<venue_view> dossier::venues_named(std::string_view name) const {
  std::vector<venue_view> found;
  auto const wanted = fold(name);
  for (auto const v : venues()) {
    auto const entry = v.value();
    bool hit = fold(entry.id().str()) == wanted;
    for (auto const& [language, text] : entry.name().entries()) hit = hit || fold(text) == wanted;
    for (auto const& alias : entry.aliases()) hit = hit || fold(alias) == wanted;
    if (hit) found.push_back(v);
  }
  return found;
}

SINEDIE_INLINE localized const& dossier::title() const noexcept { return all().title; }
SINEDIE_INLINE localized const& dossier::note() const noexcept { return all().note; }
SINEDIE_INLINE std::optional<std::chrono::sys_days> dossier::as_of() const noexcept { return all().as_of; }
SINEDIE_INLINE std::vector<sinedie::extension> const& dossier::extensions() const noexcept { return all().extensions; }
SINEDIE_INLINE dossier& dossier::title(localized t) { return own().all.title = std::move(t), *this; }
SINEDIE_INLINE dossier& dossier::note(localized t) { return own().all.note = std::move(t), *this; }
SINEDIE_INLINE dossier& dossier::as_of(std::chrono::sys_days day) { return own().all.as_of = day, *this; }
SINEDIE_INLINE dossier& dossier::as_of(std::nullopt_t) { return own().all.as_of.reset(), *this; }
SINEDIE_INLINE dossier& dossier::extension(sinedie::extension e) { return own().all.extensions.push_back(std::move(e)), *this; }
SINEDIE_INLINE dossier& dossier::remove(event_id const& id) { return remove(detail::sort::event, id.str()); }
SINEDIE_INLINE dossier& dossier::remove(party_id const& id) { return remove(detail::sort::party, id.str()); }
SINEDIE_INLINE dossier& dossier::remove(venue_id const& id) { return remove(detail::sort::venue, id.str()); }
SINEDIE_INLINE dossier& dossier::remove(series_id const& id) { return remove(detail::sort::series, id.str()); }
SINEDIE_INLINE dossier& dossier::remove(document_id const& id) { return remove(detail::sort::document, id.str()); }
SINEDIE_INLINE dossier& dossier::remove(report_id const& id) { return remove(detail::sort::report, id.str()); }
SINEDIE_INLINE std::vector<problem> dossier::check() const { return detail::integrity_problems(all()); }
SINEDIE_INLINE view_range<party_view> dossier::parties() const& noexcept { return range<party_view>(detail::sort::party); }
SINEDIE_INLINE view_range<venue_view> dossier::venues() const& noexcept { return range<venue_view>(detail::sort::venue); }
SINEDIE_INLINE view_range<series_view> dossier::series() const& noexcept { return range<series_view>(detail::sort::series); }
SINEDIE_INLINE view_range<event_view> dossier::events() const& noexcept { return range<event_view>(detail::sort::event); }
SINEDIE_INLINE view_range<document_view> dossier::documents() const& noexcept { return range<document_view>(detail::sort::document); }
SINEDIE_INLINE view_range<report_view> dossier::reports() const& noexcept { return range<report_view>(detail::sort::report); }
SINEDIE_INLINE view_range<party_view> dossier::parties() && { return taken<party_view>(detail::sort::party); }
SINEDIE_INLINE view_range<venue_view> dossier::venues() && { return taken<venue_view>(detail::sort::venue); }
SINEDIE_INLINE view_range<series_view> dossier::series() && { return taken<series_view>(detail::sort::series); }
SINEDIE_INLINE view_range<event_view> dossier::events() && { return taken<event_view>(detail::sort::event); }
SINEDIE_INLINE view_range<document_view> dossier::documents() && { return taken<document_view>(detail::sort::document); }
SINEDIE_INLINE view_range<report_view> dossier::reports() && { return taken<report_view>(detail::sort::report); }

SINEDIE_INLINE std::optional<party_view> dossier::find_party(party_id const& id) const {
  return view<party_view>(detail::sort::party, id.str());
}

SINEDIE_INLINE std::optional<venue_view> dossier::find_venue(venue_id const& id) const {
  return view<venue_view>(detail::sort::venue, id.str());
}

SINEDIE_INLINE std::optional<series_view> dossier::find_series(series_id const& id) const {
  return view<series_view>(detail::sort::series, id.str());
}

SINEDIE_INLINE std::optional<event_view> dossier::find_event(event_id const& id) const {
  return view<event_view>(detail::sort::event, id.str());
}

SINEDIE_INLINE std::optional<document_view> dossier::find_document(document_id const& id) const {
  return view<document_view>(detail::sort::document, id.str());
}

SINEDIE_INLINE std::optional<report_view> dossier::find_report(report_id const& id) const {
  return view<report_view>(detail::sort::report, id.str());
}

}  // namespace sinedie
