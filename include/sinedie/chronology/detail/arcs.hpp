// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The constraints of a network by the point that they lead from, laid one after another.

#include <cstddef>
#include <cstdint>
#include <limits>

#include <sinedie/chronology/detail/roomy.hpp>
#include <sinedie/chronology/network.hpp>

namespace sinedie::chronology::detail {

inline constexpr std::int64_t far_past = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t far_future = std::numeric_limits<std::int64_t>::max();

/// As `time::instant::plus`: unbounded ends stay, all else is held back at the outermost bounded second.
[[nodiscard]] inline std::int64_t moved(std::int64_t at, std::int64_t by) noexcept {
  if (at == far_past || at == far_future) return at;
  std::int64_t sum = 0;
  if (!__builtin_add_overflow(at, by, &sum) && sum != far_past && sum != far_future) return sum;
  return by > 0 ? far_future - 1 : far_past + 1;
}
[[nodiscard]] inline std::int64_t raw(time::instant i) noexcept {
  static_assert(time::instant{far_past} == time::instant::past() && time::instant{far_future} == time::instant::future());
  return i.seconds();
}
[[nodiscard]] inline time::instant cooked(std::int64_t i) noexcept {
  return time::instant{i};
}

struct arc {
  static constexpr std::uint32_t gone = 0xFFFFFFFFU;
  point to;
  std::uint32_t number;  ///< of its constraint; `gone` once that is set aside
  std::int64_t at_least;
};

class arcs {
 public:
  arcs() = default;
  arcs(network const& net, bool forward) : arcs{net, forward, [](constraint const&) {}} {}
  /// Shows each constraint to `look` as well, on the one way through them that this takes anyway.
  template <typename Look>
  arcs(network const& net, bool forward, Look look) : first_(std::size_t{net.points()} + 2, 0) {
    auto const& all = net.constraints();
    for (auto const& c : all) {
      ++first_[std::size_t{forward ? c.from : c.to} + 2];
      look(c);
    }
    for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
    list_.resize(all.size());
    // While the lists are filled, first_[p + 1] is where p's goes on; in the end it is where p's ends and the next begins.
    std::uint32_t number = 0;
    for (auto const& c : all)
      list_[first_[std::size_t{forward ? c.from : c.to} + 1]++] = {forward ? c.to : c.from, number++, c.at_least};
  }
  [[nodiscard]] arc const* begin(point p) const noexcept { return list_.data() + first_[p]; }
  [[nodiscard]] arc const* end(point p) const noexcept { return list_.data() + first_[std::size_t{p} + 1]; }

  void remove(constraint const& c, std::uint32_t number) noexcept {
    for (auto* a = list_.data() + first_[c.from]; a != list_.data() + first_[std::size_t{c.from} + 1]; ++a)
      if (a->number == number) a->number = arc::gone;
  }

  // A sweep knows long before which points it will come to. It asks for where their lists begin, then for the lists, then for
  // what these lead to, so that all of it is there in time.
  void fetch_place(point p) const noexcept { __builtin_prefetch(first_.data() + p); }
  void fetch_list(point p) const noexcept {
    auto const* const a = list_.data() + first_[p];
    __builtin_prefetch(a);
    __builtin_prefetch(a + 3);  // mostly on the next line of the cache
  }
  template <typename T>
  void fetch_ends(point p, T const* of) const noexcept {
    __builtin_prefetch(of + p, 1);
    // An event's end comes next, and so does its list.
    for (auto const *a = begin(p), *last = end(p | 1U); a != last; ++a) __builtin_prefetch(of + a->to, 1);
  }

 private:
  roomy<std::uint32_t> first_;
  roomy<arc> list_;
};

}  // namespace sinedie::chronology::detail
