// SPDX-License-Identifier: BSL-1.0
#pragma once

/// From an archive and a day to a timeline: what stands is read, laid out as a network, solved, ordered and put into columns.

#include <atomic>
#include <utility>

#include <sinedie/detail/shared.hpp>
#include <sinedie/timeline/detail/compiled.hpp>
#include <sinedie/timeline/detail/one_at_a_time.hpp>

namespace sinedie::detail {

/// What was read of each event for a timeline, for the next one: most events stand as they stood.
class rows_read;

/// That of the day of which most was read, for any number of threads.
class kept_reading {
 public:
  [[nodiscard]] detail::shared<rows_read const> get() const {
    one_at_a_time const lock{busy_};
    return kept_;
  }
  void set(detail::shared<rows_read const> r) {
    one_at_a_time const lock{busy_};
    std::swap(kept_, r);  // the earlier one ends with `r`, after the lock
  }

 private:
  mutable std::atomic_flag busy_;  ///< for `kept_`
  detail::shared<rows_read const> kept_;
};

/// O((n + m) log n) in events and relations. Where a kept reading is given, it must be of the same archive; events that stand as
/// they stood then aren't read again, and this one takes its place where it is worth more. The result doesn't hang on it.
[[nodiscard]] detail::shared<compiled const> compile(detail::shared<archive const> from, timeline_options const& options,
                                                      kept_reading* kept = nullptr);

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/compile-inl.hpp>
#endif
