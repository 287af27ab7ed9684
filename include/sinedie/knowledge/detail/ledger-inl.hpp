// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>

namespace sinedie::detail {

/// What the names in one block stand for, looked up once each.
template <typename T>
class name_cache {
 public:
  template <typename Look>
  [[nodiscard]] T const& get(block const* home, symbol s, Look look) {
    if (home != home_) {
      home_ = home;
      current_ = &by_block_[home];
    }
    if (s >= current_->size()) current_->resize(std::max<std::size_t>(s + 1, current_->size() * 2));
    auto& cell = (*current_)[s];
    if (!cell) cell = look(home->string(s));
    return *cell;
  }

 private:
  std::unordered_map<block const*, std::vector<std::optional<T>>> by_block_;
  block const* home_ = nullptr;
  std::vector<std::optional<T>>* current_ = nullptr;
};

class ledger_maker {
 public:
  explicit ledger_maker(ledger& made) : made_{made}, all_{made.all()}, reports_{all_.of(sort::report)} {}

  void run() {
    number_events();
    find_named();
    place_reports();
    link();
  }

 private:
  struct publication {
    time::instant first, last;
    bool never;
  };

  void number_events() {
    auto const& shelf = all_.of(sort::event);
    made_.events_.reserve(shelf.size());
    for (auto const& [id, place] : shelf.in_order()) {
      event_ids_.push_back(id);
      made_.events_.push_back(shelf.places[place]);
    }
    made_.never_.assign(made_.events_.size(), false);
  }

  [[nodiscard]] std::uint32_t event_of(locator report) {
    auto const look = [&](std::string_view id) {
      auto const at = std::lower_bound(event_ids_.begin(), event_ids_.end(), id);
      return at != event_ids_.end() && *at == id ? static_cast<std::uint32_t>(at - event_ids_.begin()) : ledger::nobody;
    };
    return about_.get(report.home, report.home->reports().about[report.row], look);
  }

  [[nodiscard]] static publication window(block const* home, row_number date) {
    if (date == 0) return {time::instant::past(), time::instant::future(), false};
    auto const* const d = home->dating(date);
    if (!d) return {time::instant::past(), time::instant::past(), true};
    return {d->start_min(), d->end_max(), false};
  }
  /// The report's own publication, else its document's.
  [[nodiscard]] publication published(locator report) {
    auto const& columns = report.home->reports();
    if (columns.published[report.row] != 0 || columns.document[report.row] == 0) return window(report.home, columns.published[report.row]);
    return documents_.get(report.home, columns.document[report.row], [&](std::string_view id) {
      auto const at = all_.of(sort::document).find(id);
      return window(at.home, at.home ? at.home->documents().published[at.row] : 0);
    });
  }

  /// What a report rests on: its own citations, else its document's.
  [[nodiscard]] std::pair<block const*, std::span<citation_cell const>> citations(locator report) const {
    auto const& columns = report.home->reports();
    auto const own = columns.citing[report.row];
    if (!own.empty() || columns.document[report.row] == 0) return {report.home, own};
    auto const at = all_.of(sort::document).find(report.home->string(columns.document[report.row]));
    return at.home ? std::pair{at.home, at.home->documents().citing[at.row]} : std::pair{report.home, own};
  }

  /// Spreads from those who name somebody, or cite nobody, to those who cite them; rings without such a way out stay unnamed.
  void find_named() {
    auto const& places = reports_.places;
    named_.assign(places.size(), false);
    std::vector<std::uint32_t> ready;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> cited_by;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      if (!places[i].home) continue;
      auto const [home, cells] = citations(places[i]);
      bool named = cells.empty();
      for (auto const& c : cells) {
        named = named || c.kind == 0;
        if (c.kind != 1) continue;
        if (auto const found = reports_.place_of(home->string(c.id))) cited_by.emplace_back(*found, i);
      }
      named_[i] = named;
      if (named) ready.push_back(i);
    }
    if (cited_by.empty()) return;
    std::sort(cited_by.begin(), cited_by.end());
    while (!ready.empty()) {
      auto const i = ready.back();
      ready.pop_back();
      for (auto at = std::lower_bound(cited_by.begin(), cited_by.end(), std::pair{i, 0U}); at != cited_by.end() && at->first == i; ++at)
        if (!named_[at->second]) {
          named_[at->second] = true;
          ready.push_back(at->second);
        }
    }
  }

  [[nodiscard]] told tell(locator at, publication const& when, bool named) const {
    auto const& columns = at.home->reports();
    auto const said_of = [&](row_number claim) -> std::uint16_t {
      if (claim == 0) return 0;
      auto const& c = at.home->claims();
      std::size_t const i = claim - 1;
      unsigned bits = 0;
      auto const put = [&](field f, bool says) { bits |= says ? 1U << static_cast<unsigned>(f) : 0U; };
      put(field::status, c.status[i] != silent);
      put(field::when, c.when[i] != 0);
      put(field::expected, c.expected[i] != 0);
      put(field::why_undated, c.why[i] != silent);
      put(field::venues, (c.said[i] & claim_columns::venues_said) != 0);
      put(field::parties, (c.said[i] & claim_columns::parties_said) != 0);
      put(field::modes, (c.said[i] & claim_columns::modes_said) != 0);
      put(field::topics, (c.said[i] & claim_columns::topics_said) != 0);
      put(field::series, (c.said[i] & claim_columns::series_said) != 0);
      put(field::by, (c.said[i] & claim_columns::by_said) != 0);
      return static_cast<std::uint16_t>(bits);
    };
    told t{};
    t.first = when.first;
    t.last = when.last;
    t.home = at.home;
    t.row = at.row;
    t.says = columns.says[at.row];
    t.denies = columns.denies[at.row];
    t.says_of = said_of(t.says);
    t.denies_of = said_of(t.denies);
    t.status = t.says == 0 ? silent : at.home->claims().status[t.says - 1];
    // Put off without a new date: that is to say that there is none.
    if (t.status == static_cast<std::uint8_t>(status::postponed)) t.says_of |= 1U << static_cast<unsigned>(field::when);
    t.preferred = columns.rank[at.row] == static_cast<std::uint8_t>(rank::preferred);
    t.deprecated = columns.rank[at.row] == static_cast<std::uint8_t>(rank::deprecated);
    t.testifies = t.status == static_cast<std::uint8_t>(status::under_way) || t.status == static_cast<std::uint8_t>(status::held);
    t.denies_event = t.status == static_cast<std::uint8_t>(status::denied) || (t.denies != 0 && t.denies_of == 0);
    t.named = named;
    return t;
  }

  void place_reports() {
    auto const& places = reports_.places;
    std::vector<std::uint32_t> event(places.size(), ledger::nobody);
    auto& begins = made_.begins_;
    begins.assign(made_.events_.size() + 1, 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!places[i].home) continue;
      auto const e = event_of(places[i]);
      if (e == ledger::nobody) continue;
      if (published(places[i]).never) {
        made_.never_[e] = true;
        continue;
      }
      event[i] = e;
      ++begins[e + 1];
    }
    for (std::size_t e = 1; e < begins.size(); ++e) begins[e] += begins[e - 1];
    made_.told_.resize(begins.back());
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    for (std::size_t i = 0; i < places.size(); ++i)
      if (event[i] != ledger::nobody) made_.told_[next[event[i]]++] = tell(places[i], published(places[i]), named_[i]);
    auto const in_order = [&](told const& a, told const& b) {
      if (a.first != b.first) return a.first < b.first;
      if (a.last != b.last) return a.last < b.last;
      return a.home->string(a.home->reports().id[a.row]) < b.home->string(b.home->reports().id[b.row]);
    };
    for (std::size_t e = 0; e + 1 < begins.size(); ++e)
      std::sort(made_.told_.begin() + begins[e], made_.told_.begin() + begins[e + 1], in_order);
    made_.first_day_.reserve(made_.events_.size());
    for (std::uint32_t e = 0; e < made_.events_.size(); ++e) {
      auto first = made_.reported(e) ? no_day + 1 : every_day;
      for (auto r = begins[e]; r != begins[e + 1] && first > no_day; ++r)
        if (!made_.told_[r].deprecated) first = day_number(made_.told_[r].first);
      made_.first_day_.push_back(first);
    }
  }

  void link() {
    std::vector<std::pair<std::uint32_t, std::string_view>> retracts;
    std::vector<std::pair<std::uint32_t, std::string_view>> supersedes;
    for (std::uint32_t r = 0; r < made_.told_.size(); ++r) {
      auto const& t = made_.told_[r];
      for (auto const s : t.home->reports().retracts[t.row]) retracts.emplace_back(r, t.home->string(s));
      for (auto const s : t.home->reports().supersedes[t.row]) supersedes.emplace_back(r, t.home->string(s));
    }
    if (retracts.empty() && supersedes.empty()) return;
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (std::uint32_t r = 0; r < made_.told_.size(); ++r) numbers.emplace(made_.id_of(r), r);
    auto const event_of_report = [&](std::uint32_t r) {
      return std::upper_bound(made_.begins_.begin(), made_.begins_.end(), r) - made_.begins_.begin();
    };
    for (auto const& [by, id] : retracts)
      if (auto const of = numbers.find(id); of != numbers.end() && of->second != by) {
        made_.retractions_.push_back({by, of->second});
        made_.told_[of->second].retracted = true;
      }
    for (auto const& [by, id] : supersedes)
      if (auto const of = numbers.find(id); of != numbers.end() && of->second != by && event_of_report(by) == event_of_report(of->second)) {
        made_.supersedings_.push_back({by, of->second});
        made_.told_[of->second].superseded = true;
      }
    std::sort(made_.supersedings_.begin(), made_.supersedings_.end(), [](auto a, auto b) {
      return std::pair{a.of, a.by} < std::pair{b.of, b.by};
    });
    order_retractions();
  }

  /// Those first that nobody retracts, then what follows from them. Of a ring, which `dossier::check` finds, none has an effect.
  void order_retractions() {
    auto& list = made_.retractions_;
    std::sort(list.begin(), list.end(), [](auto a, auto b) { return std::pair{a.by, a.of} < std::pair{b.by, b.of}; });
    std::unordered_map<std::uint32_t, std::uint32_t> awaited;
    for (auto const& p : list) ++awaited[p.of];
    std::vector<std::uint32_t> ready;
    for (std::size_t i = 0; i < list.size(); ++i)
      if ((i == 0 || list[i].by != list[i - 1].by) && !awaited.contains(list[i].by)) ready.push_back(list[i].by);
    std::vector<ledger::pair> ordered;
    for (std::size_t i = 0; i < ready.size(); ++i) {
      auto const by = ready[i];
      auto at = std::lower_bound(list.begin(), list.end(), by, [](auto const& p, std::uint32_t r) { return p.by < r; });
      for (; at != list.end() && at->by == by; ++at) {
        ordered.push_back(*at);
        if (--awaited[at->of] == 0) ready.push_back(at->of);
      }
    }
    list = std::move(ordered);
  }

  ledger& made_;
  contents const& all_;
  shelf const& reports_;
  std::vector<std::string_view> event_ids_;
  std::vector<bool> named_;
  name_cache<std::uint32_t> about_;
  name_cache<publication> documents_;
};

SINEDIE_INLINE ledger::ledger(contents const& all) : all_{&all} { ledger_maker{*this}.run(); }

SINEDIE_INLINE std::optional<std::uint32_t> ledger::find_event(std::string_view id) const noexcept {
  std::uint32_t low = 0;
  std::uint32_t high = events();
  while (low < high) {
    auto const middle = low + (high - low) / 2;
    if (event_id_text(middle) < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < events() && event_id_text(low) == id ? std::optional{low} : std::nullopt;
}

SINEDIE_INLINE std::span<ledger::pair const> ledger::superseding(std::uint32_t report) const noexcept {
  auto const first = std::lower_bound(supersedings_.begin(), supersedings_.end(), report, [](pair p, std::uint32_t r) { return p.of < r; });
  auto last = first;
  while (last != supersedings_.end() && last->of == report) ++last;
  return {first, last};
}

SINEDIE_INLINE std::vector<std::uint32_t> ledger::retracting(std::uint32_t report) const {
  std::vector<std::uint32_t> list;
  for (auto const& p : retractions_)
    if (p.of == report) list.push_back(p.by);
  return list;
}

SINEDIE_INLINE std::optional<std::chrono::sys_days> day_of(time::instant i) noexcept {
  if (!i.is_bounded()) return std::nullopt;
  auto const s = i.seconds();
  auto const n = s / 86400 - (s % 86400 < 0 ? 1 : 0);
  using days = std::chrono::days;
  if (n < days::min().count() || n > days::max().count()) return std::nullopt;
  return std::chrono::sys_days{days{static_cast<days::rep>(n)}};
}

SINEDIE_INLINE std::int32_t day_number(time::instant i) noexcept {
  if (auto const day = day_of(i)) return std::min(static_cast<std::int32_t>(day->time_since_epoch().count()), no_day);
  return i < time::instant{} ? every_day : no_day;
}

SINEDIE_INLINE void ledger::add_days(std::uint32_t report, std::vector<std::chrono::sys_days>& into) const {
  auto const& t = told_[report];
  auto const first = day_of(t.first);
  auto const last = day_of(t.last);
  if (first) into.push_back(*first);
  if (last && last != first) into.push_back(*last);
}

SINEDIE_INLINE std::vector<std::chrono::sys_days> ledger::days_of(std::uint32_t e) const {
  std::vector<std::chrono::sys_days> list;
  std::vector<std::uint32_t> open;
  each_turn(e, [&](time::instant i) {
    if (auto const day = day_of(i)) list.push_back(*day);
  });
  for (auto r = first_of(e); r != last_of(e); ++r)
    if (told_[r].retracted) open.push_back(r);
  if (!open.empty()) {
    // What retracts a report, what retracts that, and so on, each once: the list is ordered from retractor to retracted.
    std::sort(open.begin(), open.end());
    for (auto p = retractions_.rbegin(); p != retractions_.rend(); ++p) {
      if (!std::binary_search(open.begin(), open.end(), p->of)) continue;
      add_days(p->by, list);
      if (told_[p->by].retracted) {
        auto const at = std::lower_bound(open.begin(), open.end(), p->by);
        if (at == open.end() || *at != p->by) open.insert(at, p->by);
      }
    }
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

SINEDIE_INLINE std::size_t ledger::bytes() const noexcept {
  return events_.capacity() * sizeof(locator) + (begins_.capacity() + first_day_.capacity()) * 4 + never_.capacity() / 8 +
         told_.capacity() * sizeof(told) + (retractions_.capacity() + supersedings_.capacity()) * sizeof(pair);
}

}  // namespace sinedie::detail
