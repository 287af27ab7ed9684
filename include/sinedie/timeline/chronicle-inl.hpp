// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include <sinedie/timeline/chronicle.hpp>
#include <sinedie/timeline/detail/one_at_a_time.hpp>
#include <sinedie/timeline/detail/overlay.hpp>

namespace sinedie {

/// What changes, who may change it, and the thread that compiles all afresh.
struct chronicle::work {
  work(timeline from, std::size_t at_most) : most{at_most}, current{std::move(from)} {}

  template <typename Change>
  void write(Change change, std::string const& id) {
    detail::one_at_a_time const lock{writing};
    take(change(current), id);
  }
  void take(timeline next, std::string const& id);
  void show(timeline next);
  void settle(timeline const& from);

  std::size_t most;
  std::atomic_flag writing;  ///< for what follows; taken before the other
  std::atomic_flag reading;  ///< for `current`, and never for longer than it takes to copy it
  timeline current;
  std::vector<detail::event_change> since;  ///< what was changed while all is compiled afresh, in order
  bool settling = false;
  bool outdated = false;  ///< what is being compiled is of no use any more
  std::size_t settlings = 0;
  std::optional<std::jthread> settler;  ///< last, so that it ends first
};

SINEDIE_INLINE chronicle::chronicle(timeline from, std::size_t most) : work_{nullptr} {
  (void)detail::ranks_of(from.base());
  work_ = new work{std::move(from), most};
}
SINEDIE_INLINE chronicle::~chronicle() { delete work_; }

SINEDIE_INLINE chronicle& chronicle::add(event const& e) {
  work_->write([&](timeline const& before) { return before.adding(e); }, e.id().str());
  return *this;
}
SINEDIE_INLINE chronicle& chronicle::amend(event const& e) {
  work_->write([&](timeline const& before) { return before.amending(e); }, e.id().str());
  return *this;
}
SINEDIE_INLINE chronicle& chronicle::remove(event_id const& id) {
  work_->write([&](timeline const& before) { return before.removing(id); }, id.str());
  return *this;
}

SINEDIE_INLINE void chronicle::work::take(timeline next, std::string const& id) {
  auto const& over = next.laid_over();
  bool const many = next.changes() >= most && !settling;
  if (settling) {
    outdated = outdated || !over;
    if (over) since.push_back(*detail::change_of(over->changes, id));  // it is the one that was just made
  }
  show(std::move(next));
  if (!many) return;
  settler.reset();  // it has nothing more to do
  since.clear();
  outdated = false;
  try {
    settler.emplace([this, from = current] { settle(from); });
    settling = true;
  } catch (...) {
    // No thread can be had: the change is made, and the next one tries again.
  }
}

SINEDIE_INLINE void chronicle::work::settle(timeline const& from) {
  bool told = false;  // from then on a writer may wait for this thread, which must not wait for the writer
  try {
    auto next = from.settled();
    (void)detail::ranks_of(next.base());
    detail::one_at_a_time const lock{writing};
    settling = false;
    told = true;
    if (outdated) return;
    // Of several changes of one event the last counts; one that came and went is nothing to the new base.
    std::unordered_map<std::string, bool> seen;
    std::vector<detail::event_change> last;
    for (auto c = since.rbegin(); c != since.rend(); ++c)
      if (seen.try_emplace(c->id).second && (c->at.home || next.base().all.of(detail::sort::event).find(c->id).home)) last.push_back(*c);
    if (!last.empty()) next = next.changing(std::move(last));
    show(std::move(next));
    ++settlings;
  } catch (...) {
    // For want of memory, say: what was laid over goes on lying there, until the next change tries again.
    if (told) return;
    detail::one_at_a_time const lock{writing};
    settling = false;
  }
}

SINEDIE_INLINE timeline chronicle::now() const {
  detail::one_at_a_time const lock{work_->reading};
  return work_->current;
}

SINEDIE_INLINE std::size_t chronicle::settlings() const {
  detail::one_at_a_time const lock{work_->writing};
  return work_->settlings;
}

SINEDIE_INLINE void chronicle::work::show(timeline next) {
  detail::one_at_a_time const lock{reading};
  std::swap(current, next);
}

}  // namespace sinedie
