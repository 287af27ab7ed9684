// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Which of the reports about one event give what stands on a day of knowledge, field by field.
///
/// Silence changes nothing. A report *testifies* when its own status is `under_way` or `held`, or when it has none and testimony to
/// the event was published by its last possible day (a declared `under_way` or `held` counts); other reports tell *plans*.
///
/// 1. Among plans, in order of publication: of two compatible values the narrower stands, and where neither is, the later. What is
///    certainly published later supersedes what it clashes with, if its rank is no lower; else it is passed over. `postponed`
///    without a date says that there is none. Of plans from `possible` to `scheduled` told on one day the firmest stands, one of
///    lower rank being passed over first. After `cancelled` only testimony brings an event back, or what supersedes it.
/// 2. Testimony displaces plans. A planned value to which nobody testified stays, `presumed`, unless no reading of it fits what the
///    status says of its day.
/// 3. Testimonies that clash, and plans whose order of publication can't be told, are `disputed`: the higher rank, then the later
///    is shown.
/// 4. `supersedes` settles it for each field of which the superseding report speaks, as if the other one hadn't; `retracts` takes a
///    report away from then on, with its own retractions; deprecated reports never count.
/// 5. A denial, of the event or of a field's value (equal or narrower), concerns what was published by its last possible day. With
///    rank no lower than all testimony to it by then it prevails: the status is `denied`, the field is without that value. With a
///    lower one the event is `denied_by_some`, the field `disputed`. A later statement of no lower rank stands again,
///    `denied_by_some`; one of lower rank is passed over.
///
/// Parties, topics, series and actors add up (`listed.hpp`). Of two rounds of one series, the rules above choose.
///
/// What rests on reports that may not have been published yet is `maybe_known`: without them something else would stand.
///
/// Cost: one pass over the event's reports for each field, times the different values that stand at once or are denied.

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/knowledge/detail/agreement.hpp>
#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/knowledge/detail/listed.hpp>
#include <sinedie/knowledge/marks.hpp>
#include <sinedie/time/span.hpp>

namespace sinedie {

namespace detail {

struct interpretation {
  /// One of a list that adds up, where no one report lists all that stands.
  struct piece {
    field of;
    std::uint32_t report;
    std::uint32_t place;
    friend bool operator==(piece const&, piece const&) = default;
  };

  std::array<std::uint32_t, field_count> by{};  ///< the report that gives each field; `ledger::nobody` where none does
  field_set disputed;
  field_set presumed;  ///< of which a value stands, or a part of it, that only plans tell of what has been witnessed
  knowledge_marks marks;
  bool exists = true;
  bool testified = false;
  bool denied = false;         ///< the status is `denied`, whether or not the report spells it so
  std::vector<piece> pieces;   ///< in order of fields, then of publication

  [[nodiscard]] std::uint32_t given_by(field f) const noexcept { return by[static_cast<std::size_t>(f)]; }
  /// Whether several reports give parts of a list.
  [[nodiscard]] bool is_put_together(field f) const noexcept;
  friend bool operator==(interpretation const&, interpretation const&) = default;
};

/// All that stands in a list that adds up: of reports, else what the event declares.
[[nodiscard]] std::vector<listed_at> listed_of(ledger const& from, std::uint32_t event, interpretation const& in, field f);
/// Whether a field's values of two readings of one event say the same.
[[nodiscard]] bool stands_alike(ledger const& from, std::uint32_t event, field f, interpretation const& a, interpretation const& b);

/// When the cited statement was made, else when it was published; whole days.
[[nodiscard]] time::span statement_days(told const& t);

/// Interprets one event after another; holds scratch memory, so each thread needs its own.
class interpreter {
 public:
  explicit interpreter(ledger const& from) : from_{from} {}

  [[nodiscard]] interpretation read(std::uint32_t event, knowledge_day day);

  /// After `read`: the reports that count, in order; neither deprecated, retracted nor unpublished.
  [[nodiscard]] std::vector<std::uint32_t> const& counting() const noexcept { return counting_; }
  /// After `read`: whether a report testifies. Precondition: it counts.
  [[nodiscard]] bool testifies(std::uint32_t report) const;
  /// After `read`: those that give the status, in order.
  [[nodiscard]] std::vector<std::uint32_t> const& status_givers() const noexcept { return status_givers_; }

  /// What became of a report's value.
  enum class fate : unsigned char {
    unsaid,
    stands,
    superseded,   ///< by a plan that was told later, or a report that says so
    displaced,    ///< by testimony
    passed_over,  ///< what stood before outranks it
    denied,
  };
  /// After `read`: of each of `counting()`, for that field.
  [[nodiscard]] std::vector<fate> fates(field f);
  [[nodiscard]] agreement agree_of(field f, std::uint32_t a, std::uint32_t b, bool testified) const;

 private:
  /// What a value can have in common with others: those that say the same have the same key, and those that don't clash meet.
  struct trait {
    std::uint64_t key = 0;
    time::instant first = time::instant::past();
    time::instant last = time::instant::future();
    [[nodiscard]] bool meets(trait const& t) const noexcept { return first <= t.last && t.first <= last; }
  };
  /// A value that stands, once for each rank: it does as long as anybody who said it may have said it last.
  struct live {
    std::uint32_t by;    ///< of those that said it, the one published last
    time::instant last;  ///< the latest that any of them may have been published
    std::uint32_t group;  ///< the first of them: its place in `counting_`
    fate gone;           ///< `stands` while it does
    trait has;
  };
  struct former {
    std::uint32_t by;
    fate why;
  };
  /// Which reports have been retracted by an end.
  struct removal {
    std::vector<bool> gone;  ///< one a report
    time::instant end;
    bool known = false;
    bool doubtful = false;  ///< some retraction may not be out yet
  };
  struct denial {
    std::uint32_t by;
    bool of_event;
    bool prevails;
    std::uint32_t value;  ///< in `denied_`
  };
  /// What is denied, once however often.
  struct denied_value {
    std::uint32_t by;  ///< the first who denies it
    bool of_event;
    trait has;
    time::instant borne_out;  ///< from when on somebody preferred has testified to it
    bool bars, bars_lower;    ///< by some denial that prevails; by one that is preferred
    std::array<std::size_t, 2> held_against;  ///< when it last was held against what stands: by one that doesn't prevail, that does
  };
  /// The same of names on a list.
  struct denied_item {
    list_item what;
    std::uint32_t denial;  ///< in `denials_`
  };
  struct told_item {
    list_item what;
    std::uint32_t n;      ///< the place of its report in `counting_`
    std::uint32_t place;  ///< in the report's list
    fate is;
  };
  struct item_under_denial {
    std::span<denied_item const> by;
    std::vector<told_item*> told;  ///< what of `items_` it denies
  };

  [[nodiscard]] interpretation read_once(std::uint32_t event, time::instant end, bool certain);
  void gather(std::uint32_t event, time::instant end, bool certain);
  void find_witnesses(std::uint32_t event);
  [[nodiscard]] removal const& retracted_by(time::instant end, bool certain);
  [[nodiscard]] bool says(std::uint32_t report, field f) const noexcept;
  [[nodiscard]] bool replaced(std::uint32_t report, field f) const;
  [[nodiscard]] unsigned replaced_of(std::uint32_t report) const;
  [[nodiscard]] bool is_witnessed(field f) const noexcept { return (witnessed_of_ >> static_cast<unsigned>(f) & 1U) != 0; }
  [[nodiscard]] sinedie::status status_of(std::uint32_t report) const noexcept;
  [[nodiscard]] time::dating const* date_of(std::uint32_t report) const noexcept;

  [[nodiscard]] trait trait_of(field f, said of, bool start_only) const;
  [[nodiscard]] trait trait_of(field f, std::uint32_t report, bool witnessed) const;
  void find_denials(field f, interpretation& in);
  [[nodiscard]] std::uint32_t value_denied(denial const& d, field f);
  [[nodiscard]] bool concerns(denied_value const& d, field f, std::uint32_t report, trait const& has) const;
  void deny(denial const& d, field f, interpretation& in);
  [[nodiscard]] bool is_barred(std::uint32_t report, field f, interpretation& in) const;
  void fold(field f, bool witnessed, interpretation& in);
  void tell_plan(field f, std::size_t n);
  [[nodiscard]] live* find_alike(field f, std::uint32_t report, trait const& has);
  void stand(live* same, std::size_t n, trait const& has);
  void let_go();
  void tell_fates();
  [[nodiscard]] std::uint32_t choose(field f, bool testified);
  [[nodiscard]] bool clashes(field f, bool testified) const;
  [[nodiscard]] bool told_on_one_day(std::uint32_t a, std::uint32_t b) const;
  /// Whether some reading of a planned date or window fits what the status says of its day.
  [[nodiscard]] bool fits(field f, std::uint32_t report) const;

  void add_up(field f, interpretation& in);
  [[nodiscard]] std::uint32_t says_all(field f) const;
  void gather_items(field f);
  [[nodiscard]] std::vector<denied_item> items_denied(field f) const;
  [[nodiscard]] std::vector<item_under_denial> items_under_denial(std::vector<denied_item> const& denied);
  void weigh(std::vector<item_under_denial> const& all, interpretation& in);
  void deny_items(field f, interpretation& in);
  void drop_items_for_none(field f, interpretation& in);
  void choose_rounds(interpretation& in);
  void take_items(field f, interpretation& in);
  [[nodiscard]] bool only_planned(field f, std::size_t n) const;

  void settle(field f, interpretation& in);
  void settle_status(interpretation& in);
  void mark(interpretation& in);
  [[nodiscard]] bool was_another_date(std::uint32_t shown);

  ledger const& from_;
  std::uint32_t event_ = 0;
  time::instant end_;
  std::vector<std::uint32_t> counting_;
  std::vector<bool> witness_;  ///< of each that counts
  unsigned told_of_ = 0;       ///< bit n: somebody who counts says something of the n-th field
  unsigned denied_of_ = 0;     ///< the same of what is denied
  unsigned witnessed_of_ = 0;  ///< the same of those who testify
  std::uint32_t dates_ = 0;    ///< how many say something of the date
  bool event_denied_ = false;
  bool ranked_ = false;        ///< somebody who counts is preferred
  bool all_witness_ = false;   ///< each who counts testifies
  std::vector<denial> denials_;              ///< in the field folded last, by their last possible day
  std::vector<denied_value> denied_;         ///< what they deny
  std::vector<live> live_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> alike_;  ///< where many stand, their groups by their keys
  std::size_t told_ = 0;                     ///< in the field folded last, how many have stood
  std::vector<former> had_;                  ///< in the field folded last, what stood and doesn't any more, one report a value
  std::vector<former> dates_had_;            ///< the same of dates
  std::vector<fate> fates_;                  ///< in the field folded last, one a report that counts
  std::vector<std::uint32_t> groups_;        ///< likewise, the group it stands in
  std::uint32_t denied_by_ = ledger::nobody; ///< in the field folded last, the denial of the event that prevails
  std::vector<std::uint32_t> speakers_;      ///< in the list added up last, their places in `counting_`
  std::vector<told_item> items_;
  std::vector<std::uint32_t> status_givers_;
  time::instant called_off_;                 ///< the first day by which the event had been cancelled for certain
  time::instant held_by_, begun_by_, not_over_before_;  ///< what the status says of its day
  std::array<removal, 2> removals_;  ///< by all that may be out; by what is for certain
  bool doubtful_ = false;  ///< something that was gathered may not have been published yet
};

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/knowledge/detail/interpretation-inl.hpp>
#endif
