// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include <sinedie/detail/shared.hpp>
#include <sinedie/timeline/query.hpp>

namespace sinedie {

struct query::parts {
  std::vector<step> steps;
  std::vector<sinedie::term> terms;
  std::size_t nesting = 0;  // of parentheses in its text
};

SINEDIE_INLINE std::span<query::step const> query::steps() const noexcept {
  return parts_ ? std::span<step const>{parts_->steps} : std::span<step const>{};
}
SINEDIE_INLINE std::span<term const> query::terms() const noexcept {
  return parts_ ? std::span<sinedie::term const>{parts_->terms} : std::span<sinedie::term const>{};
}

SINEDIE_INLINE bool query::equals(query const& other) const noexcept {
  if (parts_ == other.parts_) return true;
  return parts_ && other.parts_ && parts_->steps == other.parts_->steps && parts_->terms == other.parts_->terms;
}

SINEDIE_INLINE query::parts& query::own() {
  // Alone, it sees all that another thread has just done with its copy before it let go of it.
  if (!parts_.alone()) parts_ = detail::shared<parts>::make(*parts_);
  return *parts_;
}

SINEDIE_INLINE query query::joined(op what, query a, query b) {
  bool const all = what == op::conjunction;
  if (a.empty() || b.empty()) {
    if (all) return a.empty() ? b : a;
    a = spelt_out(std::move(a));
    b = spelt_out(std::move(b));
  }
  // As many as the text needs: parentheses go around alternatives within a conjunction.
  auto const nesting = [&](parts const& p) { return p.nesting + (all && p.steps.back().what == op::disjunction ? 1U : 0U); };
  std::size_t const deepest = std::max(nesting(*a.parts_), nesting(*b.parts_));
  if (deepest > most_nesting) {
    detail::raise(errc::limit, "a query would need " + std::to_string(deepest) + " parentheses within each other; at most " +
                                   std::to_string(most_nesting) + " are read");
  }
  if (a.parts_->terms.size() + b.parts_->terms.size() > std::numeric_limits<std::uint32_t>::max()) {
    detail::raise(errc::limit, "a query would have 2^32 terms or more");
  }

  // `b` may be the same query as `a`: it is read only after `a` has parts of its own.
  parts& into = a.own();
  parts const& from = *b.parts_;
  std::uint32_t count = 0;
  // The operands of what is joined in the same way become operands of the whole.
  auto const operands = [&](step const& root) { return root.what == what ? root.count : 1U; };
  count = operands(into.steps.back()) + operands(from.steps.back());
  if (into.steps.back().what == what) into.steps.pop_back();
  auto const shift = static_cast<std::uint32_t>(into.terms.size());
  auto const copied = from.steps.size() - (from.steps.back().what == what ? 1U : 0U);
  for (std::size_t i = 0; i < copied; ++i) {
    step next = from.steps[i];
    if (next.what == op::term) next.term += shift;
    into.steps.push_back(next);
  }
  into.terms.insert(into.terms.end(), from.terms.begin(), from.terms.end());
  into.steps.push_back({what, count, 0});
  into.nesting = deepest;
  return a;
}

SINEDIE_INLINE query query::negated(query a) {
  a = spelt_out(std::move(a));
  parts& into = a.own();
  op const what = into.steps.back().what;
  if (what == op::negation) {
    into.steps.pop_back();
    if (op const inner = into.steps.back().what; inner == op::conjunction || inner == op::disjunction) --into.nesting;
    return shortened(std::move(a));
  }
  bool const in_parentheses = what == op::conjunction || what == op::disjunction;
  if (in_parentheses && into.nesting++ == most_nesting) {
    detail::raise(errc::limit, "a query would need more than " + std::to_string(most_nesting) + " parentheses within each other");
  }
  into.steps.push_back({op::negation, 1, 0});
  return a;
}

SINEDIE_INLINE query query::taken(op what, query a) {
  parts& into = a.own();
  if (into.nesting++ == most_nesting) {
    detail::raise(errc::limit, "a query would need more than " + std::to_string(most_nesting) + " parentheses within each other");
  }
  into.steps.push_back({what, 1, 0});
  return a;
}

SINEDIE_INLINE query query::spelt_out(query a) {
  if (!a.empty()) return a;
  term all;
  all.key = term_key::everything;
  all.value = to_string(all.key);
  return detail::query_building::of(std::move(all));
}
SINEDIE_INLINE query query::shortened(query a) {
  bool const all = a.steps().size() == 1 && a.terms().front().key == term_key::everything && a.terms().front().mode == term_mode::plain;
  return all ? query{} : std::move(a);
}

namespace detail {

SINEDIE_INLINE query query_building::of(term t) {
  query q;
  q.parts_ = detail::shared<query::parts>::make();
  q.parts_->steps.push_back({});
  q.parts_->terms.push_back(std::move(t));
  return q;
}

SINEDIE_INLINE term const& query_building::single(query const& q, std::string_view prefix) {
  if (q.steps().size() == 1) return q.terms().front();
  raise(errc::bad_argument,
        "'" + std::string{prefix} + "' goes with a single term, not with " + quoted(q.text()));
}

SINEDIE_INLINE query query_building::taken(query q, term_mode mode) {
  bool const certain = mode == term_mode::certainly;
  auto const contrary = [&] {
    raise(errc::bad_argument,
          "'" + std::string{certain ? "certainly" : "possibly"} + "' can't be said of " + quoted(q.text()) + ", which says the opposite");
  };
  q = query::spelt_out(std::move(q));
  auto const root = q.steps().back().what;
  if (root == query::op::term) {
    term t = q.terms().front();
    if (t.mode != term_mode::plain && t.mode != mode) contrary();
    t.mode = mode;
    return of(std::move(t));
  }
  auto const what = certain ? query::op::certainly : query::op::possibly;
  if (root == what) return q;
  if (root == query::op::certainly || root == query::op::possibly) contrary();
  return query::taken(what, std::move(q));
}

SINEDIE_INLINE query query_building::shortened(query q) { return query::shortened(std::move(q)); }

}  // namespace detail
}  // namespace sinedie
