// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include <sinedie/knowledge/detail/agreement.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/time/detail/readings.hpp>

namespace sinedie::detail {

[[nodiscard]] constexpr agreement agreement_of(bool b_covers_a, bool a_covers_b, bool related) noexcept {
  if (b_covers_a && a_covers_b) return agreement::same;
  if (b_covers_a) return agreement::narrower;
  if (a_covers_b) return agreement::wider;
  return related ? agreement::overlapping : agreement::clash;
}

[[nodiscard]] inline agreement agree_none(bool a, bool b, bool testified) noexcept {
  if (a && b) return agreement::same;
  return !testified ? agreement::clash : a ? agreement::narrower : agreement::wider;
}

[[nodiscard]] constexpr bool within(time::instant first, time::instant last, time::instant outer_first, time::instant outer_last) noexcept {
  return outer_first <= first && last <= outer_last;
}

[[nodiscard]] inline bool is_qualified(time::dating const& d) noexcept { return d.uncertain() || d.approximate(); }
[[nodiscard]] inline agreement by_doubt(time::dating const& a, time::dating const& b) noexcept {
  if (is_qualified(a) == is_qualified(b)) return agreement::same;
  return is_qualified(a) ? agreement::narrower : agreement::wider;
}

/// Whether it has a start and an end of its own: an interval, or several dates that all hold.
[[nodiscard]] inline bool extends(time::dating const& d) noexcept { return d.lasts() || d.text().starts_with('{'); }

/// What its readings allow, where `..` may be any end not before its start.
[[nodiscard]] inline time::limits with_any_end(time::dating const& d) noexcept {
  auto l = d.limits();
  if (d.lasts() && d.end() == time::endpoint::open) l.end_min = l.start_min;
  if (d.lasts() && d.start() == time::endpoint::open) l.start_max = l.end_max;
  return l;
}

/// Whether a reading of the one starts when one of the other does.
[[nodiscard]] inline bool may_start_together(time::dating const& a, time::dating const& b) {
  auto const x = with_any_end(a);
  auto const y = with_any_end(b);
  if (x.start_max < y.start_min || y.start_max < x.start_min) return false;
  if (!a.has_alternatives() && !b.has_alternatives()) return true;
  // Members and digits decide, not what lies between them.
  auto const starts_b = readings_of(b);
  for (auto const& p : readings_of(a))
    if (std::any_of(starts_b.begin(), starts_b.end(), [&](auto const& q) { return common(p.start, q.start, time::instant::past()); }))
      return true;
  return false;
}

/// Which says more where both can be right: an interval more than a date, of two of a kind the narrower.
[[nodiscard]] inline agreement agree_dates(time::dating const& a, time::dating const& b) {
  if (&a == &b || a == b) return agreement::same;
  bool const lasting = extends(b);
  if (extends(a) != lasting) {
    if (!may_start_together(a, b)) return agreement::clash;
    return lasting ? agreement::narrower : agreement::wider;
  }
  auto const x = with_any_end(a);
  auto const y = with_any_end(b);
  if (!x.meet(y)) return agreement::clash;
  if (!lasting && (a.has_alternatives() || b.has_alternatives()) && !may_start_together(a, b)) return agreement::clash;
  if (x == y && a.has_alternatives() != b.has_alternatives()) return b.has_alternatives() ? agreement::narrower : agreement::wider;
  if (x == y) return by_doubt(a, b);
  bool const inside = within(y.start_min, y.start_max, x.start_min, x.start_max) && within(y.end_min, y.end_max, x.end_min, x.end_max);
  bool const around = within(x.start_min, x.start_max, y.start_min, y.start_max) && within(x.end_min, x.end_max, y.end_min, y.end_max);
  return agreement_of(inside, around, true);
}

[[nodiscard]] inline agreement agree_windows(time::dating const& a, time::dating const& b) noexcept {
  if (&a == &b || a == b) return agreement::same;
  auto const x = a.hull();
  auto const y = b.hull();
  if (!x.intersects(y)) return agreement::clash;
  if (x == y) return by_doubt(a, b);
  return agreement_of(x.contains(y), y.contains(x), true);
}

SINEDIE_INLINE agreement agree_on_start(time::dating const* a, time::dating const* b) {
  if (!a || !b) return agree_none(!a, !b, true);
  if (a == b) return agreement::same;
  if (is_qualified(*a) != is_qualified(*b)) return is_qualified(*a) ? agreement::narrower : agreement::wider;
  if (extends(*a) != extends(*b)) return agree_dates(*a, *b);
  if (!may_start_together(*a, *b)) return agreement::clash;
  auto const& x = a->limits();
  auto const& y = b->limits();
  return agreement_of(within(y.start_min, y.start_max, x.start_min, x.start_max),
                      within(x.start_min, x.start_max, y.start_min, y.start_max), true);
}

/// Whether every word of `few` is among `many`.
[[nodiscard]] inline bool all_among(std::vector<std::string_view> const& few, std::vector<std::string_view> const& many) {
  if (few.size() > many.size() || many.size() <= 16)
    return std::all_of(few.begin(), few.end(), [&](auto w) { return std::find(many.begin(), many.end(), w) != many.end(); });
  auto sorted = many;
  std::sort(sorted.begin(), sorted.end());
  return std::all_of(few.begin(), few.end(), [&](auto w) { return std::binary_search(sorted.begin(), sorted.end(), w); });
}

/// Compares two lists of venues.
class venue_comparison {
 public:
  venue_comparison(contents const& all, said a, said b, bool testified)
      : all_{all},
        a_{a.home->claims().venues[a.claim - 1]},
        b_{b.home->claims().venues[b.claim - 1]},
        at_{a.home},
        bt_{b.home},
        testified_{testified} {}

  [[nodiscard]] agreement run() const {
    if (at_ == bt_ && std::equal(a_.begin(), a_.end(), b_.begin(), b_.end())) return agreement::same;
    if (a_.empty() || b_.empty()) return agree_none(a_.empty(), b_.empty(), testified_);
    if (all_certain(a_) && all_certain(b_)) {
      bool const b_says_more = names_each(at_, a_, bt_, b_);
      bool const a_says_more = names_each(bt_, b_, at_, a_);
      bool const related = !b_says_more && !a_says_more && (covered(bt_, b_, at_, a_) || covered(at_, a_, bt_, b_));
      return agreement_of(b_says_more, a_says_more, related);
    }
    bool const b_inside = covered(bt_, b_, at_, a_);
    bool const a_inside = covered(at_, a_, bt_, b_);
    if (b_inside && a_inside) {
      if (all_certain(a_) != all_certain(b_)) return all_certain(b_) ? agreement::narrower : agreement::wider;
      return agreement::same;
    }
    return agreement_of(b_inside, a_inside, !all_certain(a_) && !all_certain(b_) && share());
  }

 private:
  using cells = std::span<venue_cell const>;
  using how = venue_choice::how;

  [[nodiscard]] static bool all_certain(cells c) noexcept {
    return std::all_of(c.begin(), c.end(), [](venue_cell const& x) { return x.kind == how::certain; });
  }
  /// The venue and all that it lies in.
  [[nodiscard]] std::vector<std::string_view> upwards(std::string_view id) const {
    std::vector<std::string_view> path;
    auto const most = all_.of(sort::venue).size();
    while (!id.empty() && path.size() <= most) {
      path.push_back(id);
      auto const at = all_.of(sort::venue).find(id);
      id = at.home ? at.home->string(at.home->venues().in[at.row]) : std::string_view{};
    }
    return path;
  }
  [[nodiscard]] static std::vector<std::string_view> named(block const* home, cells c, bool positive) {
    std::vector<std::string_view> ids;
    for (auto const& x : c)
      if ((x.kind != how::not_in) == positive) ids.push_back(home->string(x.venue));
    return ids;
  }
  [[nodiscard]] static bool any_among(std::vector<std::string_view> const& few, std::vector<std::string_view> const& many) {
    return std::any_of(few.begin(), few.end(), [&](auto w) { return std::find(many.begin(), many.end(), w) != many.end(); });
  }
  /// Whether for each of `outer` a venue of `inner` is it or lies in it.
  [[nodiscard]] bool names_each(block const* outer_home, cells outer, block const* inner_home, cells inner) const {
    std::vector<std::string_view> reached;
    for (auto const& x : inner) {
      auto const path = upwards(inner_home->string(x.venue));
      reached.insert(reached.end(), path.begin(), path.end());
    }
    return all_among(named(outer_home, outer, true), reached);
  }
  /// Whether every place that `inner` allows is allowed by `outer`.
  [[nodiscard]] bool covered(block const* inner_home, cells inner, block const* outer_home, cells outer) const {
    auto const places = named(inner_home, inner, true);
    auto const allowed = named(outer_home, outer, true);
    auto const excluded = named(outer_home, outer, false);
    if (places.empty()) return allowed.empty() && all_among(excluded, named(inner_home, inner, false));
    return std::all_of(places.begin(), places.end(), [&](std::string_view place) {
      auto const path = upwards(place);
      return (allowed.empty() || any_among(path, allowed)) && !any_among(path, excluded);
    });
  }
  /// Whether some place is allowed by both.
  [[nodiscard]] bool share() const {
    auto const a = named(at_, a_, true);
    auto const b = named(bt_, b_, true);
    if (a.empty() || b.empty()) return a.empty() && b.empty();
    return std::any_of(b.begin(), b.end(), [&](auto v) { return any_among(upwards(v), a); }) ||
           std::any_of(a.begin(), a.end(), [&](auto v) { return any_among(upwards(v), b); });
  }

  contents const& all_;
  cells a_, b_;
  block const* at_;
  block const* bt_;
  bool testified_;
};

[[nodiscard]] inline agreement agree_modes(std::span<mode const> a, std::span<mode const> b, bool testified) {
  if (a.empty() || b.empty()) return agree_none(a.empty(), b.empty(), testified);
  auto const bits = [](std::span<mode const> list) {
    unsigned set = 0;
    for (auto const m : list) set |= 1U << static_cast<unsigned>(m);
    return set;
  };
  unsigned const x = bits(a);
  unsigned const y = bits(b);
  return agreement_of((x & ~y) == 0, (y & ~x) == 0, false);
}

/// Lists that add up: which of two holds all of the other.
[[nodiscard]] inline agreement agree_lists(field f, said a, said b) {
  auto const holds = [&](said outer, said inner) {
    std::vector<list_item> all;
    for (std::uint32_t i = 0; i < length_of(outer, f); ++i) all.push_back(one_of(f, {outer, i}));
    std::sort(all.begin(), all.end(), [](list_item const& p, list_item const& q) { return p.name < q.name; });
    for (std::uint32_t i = 0; i < length_of(inner, f); ++i) {
      auto const one = one_of(f, {inner, i});
      auto at = std::lower_bound(all.begin(), all.end(), one.name, [](list_item const& p, std::string_view name) { return p.name < name; });
      while (at != all.end() && at->name == one.name && !one.is_said_by(*at)) ++at;
      if (at == all.end() || at->name != one.name) return false;
    }
    return true;
  };
  return agreement_of(holds(b, a), holds(a, b), true);
}

SINEDIE_INLINE agreement agree(contents const& all, field f, said a, said b, bool testified) {
  auto const& x = a.home->claims();
  auto const& y = b.home->claims();
  std::size_t const i = a.claim - 1;
  std::size_t const k = b.claim - 1;
  switch (f) {
    case field::status:
      return agree(static_cast<status>(x.status[i]), static_cast<status>(y.status[k]));
    case field::when:
    case field::expected: {
      auto const* const p = a.home->dating(f == field::when ? x.when[i] : x.expected[i]);
      auto const* const q = b.home->dating(f == field::when ? y.when[k] : y.expected[k]);
      if (!p || !q) return agree_none(!p, !q, testified);
      if (testified && is_qualified(*p) != is_qualified(*q)) return is_qualified(*p) ? agreement::narrower : agreement::wider;
      return f == field::when ? agree_dates(*p, *q) : agree_windows(*p, *q);
    }
    case field::why_undated:
      return x.why[i] == y.why[k] ? agreement::same : agreement::clash;
    case field::venues:
      return venue_comparison{all, a, b, testified}.run();
    case field::modes:
      return agree_modes(x.modes[i], y.modes[k], testified);
    case field::parties:
    case field::topics:
    case field::series:
    case field::by:
      break;
  }
  return agree_lists(f, a, b);
}

}  // namespace sinedie::detail
