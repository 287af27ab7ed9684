// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>

#include <sinedie/timeline/chronicle.hpp>
#include <sinedie/timeline/detail/overlay.hpp>

namespace sinedie {

struct chronicle::settler {
  std::jthread thread;
};

SINEDIE_INLINE chronicle::~chronicle() = default;

SINEDIE_INLINE chronicle::chronicle(timeline from, std::size_t most) : most_{most}, now_{std::move(from)} {
  (void)detail::ranks_of(now_.base());
}

SINEDIE_INLINE chronicle& chronicle::add(event const& e) {
  detail::one_at_a_time const lock{writing_};
  take(now_.adding(e), e.id().str());
  return *this;
}
SINEDIE_INLINE chronicle& chronicle::amend(event const& e) {
  detail::one_at_a_time const lock{writing_};
  take(now_.amending(e), e.id().str());
  return *this;
}
SINEDIE_INLINE chronicle& chronicle::remove(event_id const& id) {
  detail::one_at_a_time const lock{writing_};
  take(now_.removing(id), id.str());
  return *this;
}

SINEDIE_INLINE void chronicle::take(timeline next, std::string const& id) {
  auto const& over = next.laid_over();
  bool const many = next.changes() >= most_ && !settling_;
  if (settling_) {
    outdated_ = outdated_ || !over;
    if (over) since_.push_back(*detail::change_of(over->changes, id));  // it is the one that was just made
  }
  show(std::move(next));
  if (!many) return;
  settler_.reset();  // it has nothing more to do
  since_.clear();
  outdated_ = false;
  try {
    settler_ = std::make_unique<settler>(settler{std::jthread{[this, from = now_] { settle(from); }}});
    settling_ = true;
  } catch (...) {
    // No thread can be had: the change is made, and the next one tries again.
  }
}

SINEDIE_INLINE void chronicle::settle(timeline const& from) {
  bool told = false;  // from then on a writer may wait for this thread, which must not wait for the writer
  try {
    auto next = from.settled();
    (void)detail::ranks_of(next.base());
    detail::one_at_a_time const lock{writing_};
    settling_ = false;
    told = true;
    if (outdated_) return;
    // Of several changes of one event the last counts; one that came and went is nothing to the new base.
    std::unordered_map<std::string, bool> seen;
    std::vector<detail::event_change> last;
    for (auto c = since_.rbegin(); c != since_.rend(); ++c)
      if (seen.try_emplace(c->id).second && (c->at.home || next.base().all.of(detail::sort::event).find(c->id).home)) last.push_back(*c);
    if (!last.empty()) next = next.changing(std::move(last));
    show(std::move(next));
    ++settlings_;
  } catch (...) {
    // For want of memory, say: what was laid over goes on lying there, until the next change tries again.
    if (told) return;
    detail::one_at_a_time const lock{writing_};
    settling_ = false;
  }
}

SINEDIE_INLINE timeline chronicle::now() const {
  detail::one_at_a_time const lock{reading_};
  return now_;
}

SINEDIE_INLINE std::size_t chronicle::settlings() const {
  detail::one_at_a_time const lock{writing_};
  return settlings_;
}

SINEDIE_INLINE void chronicle::show(timeline next) {
  detail::one_at_a_time const lock{reading_};
  std::swap(now_, next);
}

}  // namespace sinedie
