// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A question about a timeline, as a value: terms, joined by *and*, *or* and *not*, and told how strictly to be taken.
///
/// A query is built with `where::…` and `&&`, `||`, `!`, or parsed from text; either way it prints as the text that parses to
/// it. It knows nothing of any dossier: names in it are bound when it runs. `!` is the complement: what `q` doesn't find. The
/// empty query finds everything, and its text is `everything`; `&&` with it gives the other operand.
///
///     query const q = where::party("russia") && (where::venue("istanbul") || !where::undated());
///     q.text();                  // party:russia (venue:istanbul or not undated)
///     q == query{q.text()};      // true
///
/// Queries are kept flat: `a && (b && c)` is a conjunction of three, and `!!a` is `a`. Copies share their terms; building on an
/// expiring query is done in place, so a loop that says `q = std::move(q) && next` takes linear time. Parentheses nest at most
/// 64 deep (`errc::limit`), in C++ as in text.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/detail/shared.hpp>
#include <sinedie/error.hpp>
#include <sinedie/result.hpp>
#include <sinedie/time/dating.hpp>
#include <sinedie/timeline/term.hpp>

namespace sinedie {

namespace detail {
struct query_building;
}

/// The term as it stands in a query, its prefixes included.
[[nodiscard]] std::string to_string(term const& t);

class query {
 public:
  /// `certainly` and `possibly` are those of a whole parenthesis; of a single term it is part of the term.
  enum class op : std::uint8_t { term, negation, conjunction, disjunction, certainly, possibly };

  /// One step in postfix order: a term, or what joins the operands before it.
  struct step {
    op what = op::term;
    std::uint32_t count = 0;  ///< operands: 2 or more of a conjunction or disjunction, 1 of the others
    std::uint32_t term = 0;   ///< of a term, its number in `terms()`

    friend bool operator==(step const&, step const&) = default;
  };

  /// Bytes of text that are read at most.
  static constexpr std::size_t most_bytes = 65536;
  /// Parentheses within each other at most.
  static constexpr std::size_t most_nesting = 64;

  /// Finds everything.
  query() noexcept = default;
  /// Throws `sinedie::error` with the offset of what can't be read, an empty text included. For the text form see
  /// `query_text.hpp`.
  explicit query(std::string_view text);
  explicit query(char const* text) : query{std::string_view{text}} {}
  explicit query(std::string const& text) : query{std::string_view{text}} {}

  [[nodiscard]] static result<query> try_parse(std::string_view text);

  /// Whether it is the query that finds everything.
  [[nodiscard]] bool empty() const noexcept { return !parts_; }
  /// In postfix order; the last is the whole. Empty where the query is. Valid as long as this query, unchanged.
  [[nodiscard]] std::span<step const> steps() const noexcept;
  /// In the order in which they stand in the text.
  [[nodiscard]] std::span<term const> terms() const noexcept;

  /// The canonical spelling: a blank for *and*, and no parentheses or quotes but those needed.
  [[nodiscard]] std::string text() const;

  /// The same terms joined in the same way, in the same order.
  friend bool operator==(query const& a, query const& b) noexcept { return a.equals(b); }
  [[nodiscard]] friend query operator&&(query a, query b) { return joined(op::conjunction, std::move(a), std::move(b)); }
  [[nodiscard]] friend query operator||(query a, query b) { return joined(op::disjunction, std::move(a), std::move(b)); }
  [[nodiscard]] friend query operator!(query a) { return negated(std::move(a)); }
  friend std::ostream& operator<<(std::ostream& out, query const& q) { return out << q.text(); }

 private:
  struct parts;
  friend struct detail::query_building;

  [[nodiscard]] bool equals(query const& other) const noexcept;
  [[nodiscard]] static query joined(op what, query a, query b);
  [[nodiscard]] static query negated(query a);
  /// Precondition: `what` is `certainly` or `possibly`.
  [[nodiscard]] static query taken(op what, query a);
  /// The one term `everything` where the query is empty, so that it can be an operand; and back.
  [[nodiscard]] static query spelt_out(query a);
  [[nodiscard]] static query shortened(query a);
  /// Its parts for writing: its own, or a copy where they are shared. Precondition: not `empty()`.
  [[nodiscard]] parts& own();

  detail::shared<parts> parts_;
};

namespace detail {

/// How terms become queries.
struct query_building {
  /// Precondition: `t` is what its key asks for.
  [[nodiscard]] static query of(term t);
  /// The one term of `q`; throws `errc::bad_argument`, naming `prefix`, where it isn't one.
  [[nodiscard]] static term const& single(query const& q, std::string_view prefix);
  /// `q`, taken so; `errc::bad_argument` where it says the opposite. Precondition: `mode` isn't plain.
  [[nodiscard]] static query taken(query q, term_mode mode);
  /// The query that finds everything where `q` is the term that does.
  [[nodiscard]] static query shortened(query q);
};

}  // namespace detail
}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/query-inl.hpp>
#include <sinedie/timeline/query_print-inl.hpp>
#include <sinedie/timeline/query_text-inl.hpp>
#endif
