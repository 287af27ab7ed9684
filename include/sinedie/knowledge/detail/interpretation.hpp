// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Which of the reports about one event give what stands on a day of knowledge, field by field.
///
/// Silence changes nothing. A report *testifies* when its own status is `under_way` or `held`; other reports tell *plans*.
///
/// 1. Among plans, a report certainly published later supersedes what it clashes with, if its rank is no lower; else it is
///    overruled. What doesn't clash confirms or refines. After `cancelled` only testimony brings an event back, or a
///    report that supersedes the cancelling one.
/// 2. Testimony displaces plans. A planned value to which nobody testified stays, `presumed`.
/// 3. Testimonies that clash, and plans whose order of publication can't be told, are `disputed`: the higher rank, then the later
///    is shown.
/// 4. `supersedes` settles it for each field on which the superseding report speaks; `retracts` takes a report away from then on;
///    deprecated reports never count.
/// 5. A denial of the event prevails over plans like any other statement, and over testimony of no higher rank; else it is only
///    noted. A denial of one field withdraws the values within the one that it denies where they were said with lower rank, and
///    disputes the others, but for what was said of no lower rank and certainly after it.
///
/// What rests on reports that may not have been published yet is `maybe_known`: without them something else would stand.
///
/// Cost: one pass over the event's reports for each field, times the different values that stand at once.

#include <array>
#include <cstdint>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/knowledge/detail/agreement.hpp>
#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/knowledge/marks.hpp>

namespace sinedie {

namespace detail {

struct interpretation {
  std::array<std::uint32_t, field_count> by{};  ///< the report that gives each field; `ledger::nobody` where none does
  field_set disputed;
  knowledge_marks marks;
  bool exists = true;
  bool testified = false;
  bool denied = false;  ///< the status is `denied`, whether or not the report spells it so

  [[nodiscard]] std::uint32_t given_by(field f) const noexcept { return by[static_cast<std::size_t>(f)]; }
  friend bool operator==(interpretation const&, interpretation const&) = default;
};

/// Interprets one event after another; holds scratch memory, so each thread needs its own.
class interpreter {
 public:
  explicit interpreter(ledger const& from) : from_{from} {}

  [[nodiscard]] interpretation read(std::uint32_t event, knowledge_day day);

  /// After `read`: the reports that count, in order; neither deprecated, retracted nor unpublished.
  [[nodiscard]] std::vector<std::uint32_t> const& counting() const noexcept { return counting_; }
  /// Whether a report that counts supersedes this one in that field.
  [[nodiscard]] bool replaced(std::uint32_t report, field f) const;

  /// What became of a report's value. `plain` is also that of reports which are silent on the field.
  enum class fate : unsigned char { plain, superseded, overruled, withdrawn };
  /// After `read`: of each of `counting()`, for that field.
  [[nodiscard]] std::vector<fate> fates(field f);
  [[nodiscard]] agreement agree_of(field f, std::uint32_t a, std::uint32_t b, bool testified) const;

 private:
  struct live {
    std::uint32_t by;      ///< of those that said this value with this rank, the one published last
    time::instant last;    ///< the latest that any of them may have been published
    time::instant newest;  ///< the latest of their earliest days
    std::uint32_t group;   ///< the first of them
    bool gone;
  };

  [[nodiscard]] interpretation read_once(std::uint32_t event, time::instant end, bool certain);
  void gather(std::uint32_t event, time::instant end, bool certain);
  void retract(time::instant end, bool certain);
  [[nodiscard]] bool speaks(std::uint32_t report, field f) const noexcept;
  [[nodiscard]] sinedie::status status_of(std::uint32_t report) const noexcept;
  void fold_plans(field f, std::vector<fate>* fates);
  void fold_testimony(field f, std::vector<fate>* fates);
  std::uint32_t stand(live* same, std::uint32_t report);
  void tell(live const& of, fate what, std::vector<fate>& fates) const;
  void deny(field f, interpretation& in, std::vector<fate>* fates);
  [[nodiscard]] std::uint32_t choose(field f, bool testified);
  [[nodiscard]] bool clashes(field f, bool testified) const;
  void settle(field f, interpretation& in);
  void settle_status(interpretation& in);
  void mark(std::uint32_t event, interpretation& in);
  [[nodiscard]] bool was_another_date(std::uint32_t shown);
  [[nodiscard]] time::dating const* date_of(std::uint32_t report) const noexcept;

  ledger const& from_;
  std::vector<std::uint32_t> counting_;
  unsigned told_of_ = 0;        ///< bit n: somebody who counts says something of the n-th field
  unsigned witnessed_of_ = 0;   ///< the same of those who testify
  std::uint32_t dates_ = 0;     ///< how many say something of the date
  std::vector<live> live_;
  std::vector<std::uint32_t> superseded_;  ///< in the field folded last, one report a value
  std::vector<std::uint32_t> groups_;      ///< one a report that counts: the group it stands in
  std::vector<bool> removed_;              ///< one a report: retracted by the day in question
  time::instant removed_end_;
  bool removed_certain_ = false;
  bool removed_known_ = false;
  bool removal_doubtful_ = false;
  bool doubtful_ = false;  ///< something that was gathered may not have been published yet
};

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/detail/interpretation-inl.hpp>
#endif
