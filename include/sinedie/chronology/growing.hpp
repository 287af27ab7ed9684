// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A network that grows and shrinks by a statement at a time, and stays solved.
///
/// What a new statement tightens is followed from point to point, and what a withdrawn one had given is found anew; the rest
/// isn't touched. The result is always that of solving afresh. Where statements clash, or gaps hang on the calendar, all events
/// that hang together with the statement are solved afresh, and no others.
///
///     growing talks{net};
///     auto const s = talks.add([](network& n, statement_number by) { n.relate(relation_kind::before, 0, 1, {}, by); });
///     talks.limits(1);
///     talks.withdraw(s);
///
/// Cost of a statement that clashes with nothing: proportional to what it changes and the statements there. Each point keeps the
/// longest path to it, in seconds and strict steps, from a bound or, where there is none, from far in the past: by that a ring
/// is seen as soon as it closes, whether or not there is any date.
///
/// Source: Ramalingam and Reps, On the computational complexity of dynamic graph problems, TCS 158, 1996.

#include <concepts>
#include <cstdint>
#include <vector>

#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solution.hpp>
#include <sinedie/config.hpp>

namespace sinedie::chronology {

class growing {
 public:
  explicit growing(chronology::network net = {});
  /// From its solution, in which what was set aside is withdrawn. Throws `errc::bad_argument` for another network's.
  growing(chronology::network net, solution const& solved);

  node add_event();
  /// `lay` lays one statement of the number that it is given. What it throws is passed on, and nothing has changed. Where what hangs
  /// together with it can't be solved (as `solve` says), it is there, but withdrawn.
  template <std::invocable<network&, statement_number> Lay>
  statement_number add(Lay lay) {
    auto const by = net_.statements();
    auto const mark = net_.mark();
    try {
      lay(net_, by);
      net_.note(by);
    } catch (...) {
      net_.back_to(mark);
      throw;
    }
    link_new(by);
    return by;
  }
  /// Throws `errc::bad_argument` for a statement that isn't there, or not any more. What solving throws changes nothing.
  void withdraw(statement_number s);
  /// Takes a withdrawn statement back if it can hold with all that is in force, else changes nothing. Whether it did. Throws
  /// `errc::bad_argument` for one that isn't withdrawn.
  bool restore(statement_number s);

  [[nodiscard]] time::limits limits(node v) const;
  /// In order of their first statements.
  [[nodiscard]] std::vector<clash> const& clashes() const noexcept { return clashes_; }
  [[nodiscard]] bool is_set_aside(statement_number s) const noexcept { return state_[s] == set_aside; }
  [[nodiscard]] bool is_withdrawn(statement_number s) const noexcept { return state_[s] == withdrawn; }
  [[nodiscard]] chronology::network const& network() const noexcept { return net_; }

 private:
  enum standing : std::uint8_t { in_force, set_aside, withdrawn };
  struct path {
    std::int64_t seconds;
    std::int64_t strictly;
    friend constexpr bool operator<(path a, path b) noexcept {
      return a.seconds != b.seconds ? a.seconds < b.seconds : a.strictly < b.strictly;
    }
    friend constexpr bool operator==(path, path) noexcept = default;
  };
  struct point_state {
    path earliest;
    std::int64_t latest;
    support earliest_by, latest_by;
    std::uint32_t first_out, first_in, first_bound;
    bool afresh;     ///< it hangs together with something that is always solved afresh
    bool queued;
    bool collected;
  };
  struct links { std::uint32_t next_out, next_in; };
  struct change { point at; bool was_earliest; path earliest; std::int64_t latest; support by; };

  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  /// Where paths begin that no bound begins. What comes near it, or as far into the future, is solved afresh.
  static constexpr std::int64_t long_ago = -(std::int64_t{1} << 61U);
  static constexpr std::int64_t far = std::int64_t{1} << 59U;
  static constexpr std::int64_t longest = std::int64_t{1} << 40U;  ///< some 35,000 years

  [[nodiscard]] static constexpr bool can_be_followed(std::int64_t earliest) noexcept {
    return earliest <= far && (earliest >= -far || earliest <= long_ago / 2);
  }

  void grow_points();
  void settle_from(solution const& solved);
  void link_new(statement_number by);
  void hold(statement_number by);
  [[nodiscard]] bool is_plain(statement_number by) const;
  [[nodiscard]] bool in_use(statement_number by) const noexcept { return state_[by] == in_force; }
  /// Whether a constraint carries, its statement being in force.
  [[nodiscard]] bool carries(std::uint32_t i) const noexcept { return i < active_ || net_.constraints()[i].by != entering_; }
  [[nodiscard]] path stated_earliest(point p, support& by) const;
  [[nodiscard]] std::int64_t stated_latest(point p, support& by) const;
  [[nodiscard]] bool raise(point p, path to, support by);
  [[nodiscard]] bool lower(point p, std::int64_t to, support by);
  [[nodiscard]] bool spread_earliest(point never);
  [[nodiscard]] bool spread_latest();
  [[nodiscard]] bool tighten(statement_number by);
  [[nodiscard]] bool loosen_earliest(std::vector<point> lost);
  [[nodiscard]] bool loosen_latest(std::vector<point> lost);
  void undo();
  void solve_afresh(std::vector<point> const& from);
  [[nodiscard]] bool enter(statement_number by, std::vector<point> const& touched);
  [[nodiscard]] std::vector<point> points_of(statement_number by) const;
  [[nodiscard]] bool clashes_with(statement_number by) const;
  [[nodiscard]] bool settle_all(std::vector<node> const& events);
  void give(node v, time::limits const& limits);
  void take_back(node v);
  template <typename Use>
  void each_out(point p, Use use) const;
  template <typename Use>
  void each_in(point p, Use use) const;

  chronology::network net_;
  std::vector<std::uint8_t> state_;
  std::vector<point_state> points_;
  std::vector<links> links_;
  std::vector<std::uint32_t> next_bound_;
  std::vector<clash> clashes_;
  /// Of events that are solved afresh, one each; an event has the number of its own in `given_at_`.
  std::vector<time::limits> given_;
  std::vector<std::uint32_t> given_at_, free_;
  /// A statement of which the constraints from `active_` on are linked, and don't carry anything yet.
  statement_number entering_ = none;
  std::uint32_t active_ = none;
  bool too_far_ = false;  ///< something moved farther than can be followed
  std::vector<point> queue_;
  std::vector<change> journal_;
};

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/growing-inl.hpp>
#include <sinedie/chronology/growing_afresh-inl.hpp>
#endif
