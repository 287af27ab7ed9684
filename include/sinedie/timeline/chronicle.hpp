// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A timeline that is kept up to date while others read it.
///
/// Each change gives a new timeline, which `now()` hands out from then on; whoever holds an earlier one goes on reading that. Once
/// many changes lie over what was compiled, a thread of its own compiles all afresh, and what was changed meanwhile is laid over
/// the result: neither readers nor writers wait for that. Any number of threads may read and change it.
///
///     chronicle talks{timeline{load("talks.json")}};
///     talks.add(event{"third-round"}.announced().after("second-round"));
///     for (auto const e : talks.now().select(query{"no_date_yet"})) print(e.id());

#include <cstddef>

#include <sinedie/timeline/timeline.hpp>

namespace sinedie {

class chronicle {
 public:
  /// `most`: how many changes may lie over what was compiled before it is compiled afresh.
  explicit chronicle(timeline from, std::size_t most = 1024);
  chronicle(chronicle const&) = delete;
  chronicle& operator=(chronicle const&) = delete;
  chronicle(chronicle&&) = delete;
  chronicle& operator=(chronicle&&) = delete;
  /// Waits for a compilation that is under way.
  ~chronicle();

  /// With all changes so far.
  [[nodiscard]] timeline now() const;

  /// As `timeline::adding`, `amending`, `removing`: what they throw is passed on, and nothing has changed.
  chronicle& add(event const& e);
  chronicle& amend(event const& e);
  chronicle& remove(event_id const& id);

  /// How often all was compiled afresh because of many changes.
  [[nodiscard]] std::size_t settlings() const;

 private:
  struct work;

  work* work_;
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/chronicle-inl.hpp>
#endif
