// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Which of many extents meet a window, in their order: counted by two look-ups, listed by one walk.
///
/// Extents stand in places 0 to n - 1 with starts that never decrease. Those that meet [first, last] are those that start in it,
/// one stretch of places, and those that started before and haven't ended: the *active* ones. The places at which each day
/// begins, and how many extents have ended before each day, are kept by day, so that whole days are counted without a search.
/// Active ones are found by how long they last: those of one day on the day itself; those of up to 32 days by looking 32 days
/// back; longer ones from a list of the active, kept at checkpoints, and what has started since. A checkpoint is set when as
/// many long extents have started as its list would be long, so all lists together are no longer than that.
///
/// Places that the index isn't to know (undated events, or such that stand out of order) are left out when it is built.
///
/// Count: O(1) for whole days. List: O(r + a) for r extents found and a that were active at the last checkpoint.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/time/limits.hpp>

namespace sinedie::detail {

using civil_number = std::int32_t;

/// The civil day of an instant, held within the 32 bits of a day's number.
[[nodiscard]] constexpr civil_number civil_day(time::instant i) noexcept {
  constexpr std::int64_t least = std::numeric_limits<civil_number>::min();
  constexpr std::int64_t most = std::numeric_limits<civil_number>::max();
  if (!i.is_bounded()) return static_cast<civil_number>(i.is_past() ? least : most);
  std::int64_t const s = i.seconds();
  std::int64_t const day = s >= 0 ? s / 86400 : -((-(s + 1)) / 86400) - 1;
  return static_cast<civil_number>(day < least + 1 ? least + 1 : day > most - 1 ? most - 1 : day);
}
/// Whether it is the first second of its day; so is an unbounded end.
[[nodiscard]] constexpr bool begins_day(time::instant i) noexcept { return !i.is_bounded() || i.seconds() % 86400 == 0; }

/// Merges two sorted runs at the end of a list, which begin at those places, into one.
void merge_tail(std::vector<std::uint32_t>& list, std::ptrdiff_t first, std::ptrdiff_t second);

/// For days, how many things come before each: dense where the days lie close together, else by distinct day.
class day_directory {
 public:
  /// `days` ascending; `before` one longer: how many come before each of them, and in all.
  void build(std::vector<civil_number> days, std::vector<std::uint32_t> before);
  /// How many come before `day`.
  [[nodiscard]] std::uint32_t before(civil_number day) const noexcept {
    if (days_.empty()) return 0;
    if (!dense_.empty()) {
      if (day <= days_.front()) return 0;
      auto const at = static_cast<std::size_t>(static_cast<std::int64_t>(day) - days_.front());
      return at < dense_.size() ? dense_[at] : before_.back();
    }
    auto const at = std::lower_bound(days_.begin(), days_.end(), day) - days_.begin();
    return before_[static_cast<std::size_t>(at)];
  }
  [[nodiscard]] std::size_t bytes() const noexcept { return (days_.capacity() + before_.capacity() + dense_.capacity()) * 4; }

 private:
  std::vector<civil_number> days_;
  std::vector<std::uint32_t> before_;
  std::vector<std::uint32_t> dense_;
};

class window_index {
 public:
  /// Extents by hull: from `start_min` to `end_max`. `limits(place)` for each place; `left_out` those not to index, ascending.
  template <typename Limits>
  void build(std::uint32_t places, std::vector<std::uint32_t> left_out, Limits limits);

  [[nodiscard]] std::vector<std::uint32_t> const& left_out() const noexcept { return left_out_; }

  /// The first place from which on no extent starts before `i`.
  template <typename Limits>
  [[nodiscard]] std::uint32_t place_of(time::instant i, Limits limits) const;

  /// Appends the places of all extents that start before `i` and end at or after it, in order.
  template <typename Limits>
  void active(time::instant i, Limits limits, std::vector<std::uint32_t>& found) const;

  /// A place before which no extent stands that is active at `i`: every one of them starts at it or behind.
  [[nodiscard]] std::uint32_t first_active(time::instant i) const noexcept;

  /// How many extents start in the places [first, last).
  [[nodiscard]] std::uint32_t between(std::uint32_t first, std::uint32_t last) const noexcept {
    auto const left = [&](std::uint32_t place) {
      return static_cast<std::uint32_t>(std::lower_bound(left_out_.begin(), left_out_.end(), place) - left_out_.begin());
    };
    return last <= first ? 0 : last - first - (left_out_.empty() ? 0 : left(last) - left(first));
  }
  /// How many extents meet [first, last].
  template <typename Limits>
  [[nodiscard]] std::size_t count(time::instant first, time::instant last, Limits limits) const;
  /// How many at most, by days.
  [[nodiscard]] std::size_t estimate(time::instant first, time::instant last) const noexcept {
    auto const to = last.is_future() ? places_ : starts_.before(next(civil_day(last)));
    auto const started = between(0, to);
    auto const gone = ends_.before(civil_day(first));
    return started > gone ? started - gone : 0;
  }
  /// Appends all that meet [first, last], in order.
  template <typename Limits>
  void list(time::instant first, time::instant last, Limits limits, std::vector<std::uint32_t>& found) const;
  /// Appends the places of the index in [first, last).
  void each_between(std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found) const;

  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  static constexpr civil_number middling = 32;  // days that an extent of the middle class lasts at most

  struct checkpoint {
    std::uint32_t long_ones;  // how many long extents have started
    std::uint32_t from;       // its list in `active_`
    std::uint32_t to;
  };
  [[nodiscard]] static civil_number next(civil_number day) noexcept {
    return day == std::numeric_limits<civil_number>::max() ? day : day + 1;
  }
  void set_checkpoints(std::vector<civil_number> const& starts);

  std::uint32_t places_ = 0;
  std::vector<std::uint32_t> left_out_;
  day_directory starts_;  // places
  day_directory ends_;    // extents that have ended before
  std::vector<std::uint32_t> middle_, long_;
  std::vector<civil_number> middle_end_, long_end_;
  std::vector<checkpoint> checkpoints_;
  std::vector<std::uint32_t> active_;  // numbers of long extents
};

template <typename Limits>
void window_index::build(std::uint32_t places, std::vector<std::uint32_t> left_out, Limits limits) {
  places_ = places;
  left_out_ = std::move(left_out);
  std::vector<civil_number> days;
  std::vector<std::uint32_t> before;
  std::vector<civil_number> ends;
  std::vector<civil_number> long_starts;
  ends.reserve(places - left_out_.size());
  auto skip = left_out_.begin();
  for (std::uint32_t place = 0; place < places; ++place) {
    if (skip != left_out_.end() && *skip == place) {
      ++skip;
      continue;
    }
    auto const& l = limits(place);
    auto const start = civil_day(l.start_min);
    auto const end = civil_day(l.end_max);
    if (days.empty() || days.back() < start) {
      days.push_back(start);
      before.push_back(place);
    }
    ends.push_back(end);
    if (static_cast<std::int64_t>(end) - start > middling) {
      long_.push_back(place);
      long_end_.push_back(end);
      long_starts.push_back(start);
    } else if (end > start) {
      middle_.push_back(place);
      middle_end_.push_back(end);
    }
  }
  before.push_back(places);
  starts_.build(std::move(days), std::move(before));
  set_checkpoints(long_starts);
  std::sort(ends.begin(), ends.end());
  std::vector<civil_number> end_days;
  std::vector<std::uint32_t> ended;
  for (std::uint32_t i = 0; i < ends.size(); ++i)
    if (end_days.empty() || end_days.back() < ends[i]) {
      end_days.push_back(ends[i]);
      ended.push_back(i);
    }
  ended.push_back(static_cast<std::uint32_t>(ends.size()));
  ends_.build(std::move(end_days), std::move(ended));
}

template <typename Limits>
std::uint32_t window_index::place_of(time::instant i, Limits limits) const {
  if (i.is_future()) return places_;
  auto const day = civil_day(i);
  auto place = starts_.before(day);
  if (begins_day(i)) return place;
  auto last = starts_.before(next(day));
  auto skip = std::lower_bound(left_out_.begin(), left_out_.end(), place);
  if (skip == left_out_.end() || *skip >= last) {
    while (place < last) {
      auto const middle = place + (last - place) / 2;
      if (limits(middle).start_min < i) place = middle + 1;
      else last = middle;
    }
    return place;
  }
  for (auto at = place; at < last; ++at) {
    if (skip != left_out_.end() && *skip == at) {
      ++skip;
      continue;
    }
    if (!(limits(at).start_min < i)) return place;
    place = at + 1;
  }
  return place;
}

template <typename Limits>
void window_index::active(time::instant i, Limits limits, std::vector<std::uint32_t>& found) const {
  if (!i.is_bounded()) {
    if (i.is_past()) return;
    for (std::uint32_t k = 0; k < long_.size(); ++k)
      if (limits(long_[k]).end_max.is_future()) found.push_back(long_[k]);
    return;
  }
  auto const day = civil_day(i);
  bool const whole = begins_day(i);
  auto const place = place_of(i, limits);
  auto const still = [&](std::uint32_t at, civil_number end) { return end >= day && (whole || end != day || !(limits(at).end_max < i)); };
  auto const begin = static_cast<std::ptrdiff_t>(found.size());
  auto const until = [&](std::vector<std::uint32_t> const& list) {
    return static_cast<std::size_t>(std::lower_bound(list.begin(), list.end(), place) - list.begin());
  };
  auto const started = until(long_);
  // A checkpoint has forgotten what ended before the day of the long extent that it stands at, which has to have started.
  auto const after = std::lower_bound(checkpoints_.begin(), checkpoints_.end(), started,
                                      [](checkpoint const& c, std::size_t n) { return c.long_ones < n; });
  auto const* const c = after == checkpoints_.begin() ? nullptr : &*(after - 1);
  auto const since = c ? std::size_t{c->long_ones} : 0;
  // Written in any case, kept where still active: which of them are can't be foretold, so there is no branch on it.
  found.resize(static_cast<std::size_t>(begin) + (c ? c->to - c->from : 0) + (started - since));
  auto* out = found.data() + begin;
  auto const take = [&](std::size_t k) {
    *out = long_[k];
    out += still(long_[k], long_end_[k]) ? 1 : 0;
  };
  if (c)
    for (auto k = c->from; k < c->to; ++k) take(active_[k]);
  for (auto k = since; k < started; ++k) take(k);
  found.resize(static_cast<std::size_t>(out - found.data()));
  auto const middle = static_cast<std::ptrdiff_t>(found.size());
  auto const back = static_cast<std::int64_t>(day) - middling;
  auto const from = starts_.before(back < std::numeric_limits<civil_number>::min() ? std::numeric_limits<civil_number>::min()
                                                                                  : static_cast<civil_number>(back));
  auto const to = until(middle_);
  for (auto k = static_cast<std::size_t>(std::lower_bound(middle_.begin(), middle_.end(), from) - middle_.begin()); k < to; ++k)
    if (still(middle_[k], middle_end_[k])) found.push_back(middle_[k]);
  merge_tail(found, begin, middle);
  if (whole) return;
  // Those of the day itself alone come last: they start on it.
  auto const last = static_cast<std::ptrdiff_t>(found.size());
  std::vector<std::uint32_t> today;
  each_between(starts_.before(day), place, today);
  for (auto const at : today) {
    auto const& l = limits(at);
    if (civil_day(l.end_max) == day && !(l.end_max < i)) found.push_back(at);
  }
  merge_tail(found, begin, last);
}

template <typename Limits>
std::size_t window_index::count(time::instant first, time::instant last, Limits limits) const {
  if (first.is_future()) return 0;
  auto const to = place_of(last.is_bounded() ? last.plus(1) : last, limits);
  if (begins_day(first)) {
    auto const started = between(0, to);
    auto const gone = first.is_past() ? 0 : ends_.before(civil_day(first));
    return started > gone ? started - gone : 0;
  }
  std::vector<std::uint32_t> before;
  active(first, limits, before);
  return before.size() + between(place_of(first, limits), to);
}

template <typename Limits>
void window_index::list(time::instant first, time::instant last, Limits limits, std::vector<std::uint32_t>& found) const {
  active(first, limits, found);
  each_between(first.is_past() ? 0 : place_of(first, limits), place_of(last.is_bounded() ? last.plus(1) : last, limits), found);
}

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/window_index-inl.hpp>
#endif
