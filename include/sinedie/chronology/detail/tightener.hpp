// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Solves a network whose calendar gaps and choices hang on what is concluded: again and again, each time with gaps as long as
/// they are where their anchors now can be, and with choices of those dates that fit, until nothing changes.
///
/// What was tightened rests on the statements that gave the limits by which it was. A contradiction that needs a tightened part
/// takes those in, and is made minimal by the same repeated solving.

#include <cstdint>
#include <vector>

#include <sinedie/chronology/detail/sweeper.hpp>

namespace sinedie::chronology::detail {

class tightener {
 public:
  tightener(network const& net, findings& found, pace& going);

  [[nodiscard]] bool holds();
  [[nodiscard]] solution settle();
  /// After `settle`: what was tightened, and what that rests on.
  void tell(solution& made) const;
  /// As it was tightened.
  [[nodiscard]] network const& tight() const noexcept { return net_; }

 private:
  using statements = std::vector<statement_number>;

  /// Tightens what it can; whether anything was. Choices of which nothing fits are left in `broken_`.
  [[nodiscard]] bool tighten(solution const& now);
  /// The statements that gave a limit, and those that these rest on.
  void add_reasons(statements& to, solution const& now, point at, bool earliest) const;
  void add_reasons_against(choice const& c, time::limits const& m, solution const& now);
  [[nodiscard]] statements grounds(statements of) const;
  [[nodiscard]] statements clashing(findings const& tried) const;
  void take_broken();
  /// Leaves out what the rest can't hold without either.
  void cut_down(statements& all) const;

  network const& base_;
  network net_;  ///< tightened
  findings& found_;
  pace& pace_;
  /// By what a gap was drawn last.
  struct drawing {
    point anchor = 0xFFFFFFFFU;
    time::span within = time::span::always();
  };
  [[nodiscard]] static time::instant limit(solution const& now, point at, bool earliest) {
    return limit_at(now.limits[event_of(at)], at, earliest);
  }

  std::vector<statements> resting_;  ///< one a statement: what its tightened parts rest on, or rest on something that does
  std::vector<drawing> drawn_;       ///< likewise
  std::vector<statements> broken_;   ///< what can't hold as it was tightened
};

}  // namespace sinedie::chronology::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/detail/tightener-inl.hpp>
#endif
