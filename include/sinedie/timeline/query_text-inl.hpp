// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/model/names.hpp>
#include <sinedie/model/status.hpp>
#include <sinedie/timeline/query.hpp>
#include <sinedie/timeline/query_print-inl.hpp>
#include <sinedie/timeline/detail/term_values.hpp>

namespace sinedie {
namespace detail {

class query_reader {
 public:
  explicit query_reader(std::string_view text) : text_{text} {}

  [[nodiscard]] result<query> read() {
    if (text_.size() > query::most_bytes) {
      return wrong(errc::too_long, query::most_bytes, 1,
                   std::to_string(text_.size()) + " bytes, where at most " + std::to_string(query::most_bytes) + " are read", "the end");
    }
    if (auto const bad = first_invalid_utf8(text_)) return wrong(errc::bad_encoding, *bad, 1, "a byte that isn't UTF-8", "UTF-8");
    levels_.emplace_back();
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) {
      begins_ = at_;
      if (auto p = text_[at_] == '(' ? open() : text_[at_] == ')' ? close() : word()) return std::move(*p);
    }
    if (levels_.size() > 1) {
      return wrong(errc::bad_syntax, text_.size(), 0,
                   "the '(' at offset " + std::to_string(levels_.back().opened) + " isn't closed", "')'");
    }
    if (last_.empty()) return wrong(errc::empty, text_.size(), 0, "an empty query", "a term such as party:russia, or 'everything'");
    if (awaiting_) return missing(text_.size());
    return query_building::shortened(whole(levels_.back()));
  }

 private:
  /// What was read between two parentheses.
  struct level {
    query any;  // alternatives that are complete
    query all;  // the one being read
    bool negated = false;
    std::size_t opened = 0;
    term_mode mode = term_mode::plain;  // how to take what it holds
  };

  [[nodiscard]] problem wrong(errc code, std::size_t offset, std::size_t length, std::string what, std::string expected,
                              std::string_view hint = {}) const {
    problem p;
    p.code = code;
    p.message = "query: " + std::move(what) + ", at offset " + std::to_string(offset);
    if (!expected.empty()) p.message += "; expected " + expected;
    p.message += hint;
    p.offset = offset;
    p.found = text_.substr(std::min(offset, text_.size()), length);
    p.expected = std::move(expected);
    return p;
  }

  void skip_blanks() {
    while (at_ < text_.size()) {
      utf8_step const step = utf8_step_at(text_, at_);
      if (!is_white_space(step.character)) return;
      at_ += step.length;
    }
  }

  /// The bare text from `at_` on; `at_` ends up behind it.
  [[nodiscard]] std::string_view bare() {
    std::size_t const from = at_;
    while (at_ < text_.size()) {
      utf8_step const step = utf8_step_at(text_, at_);
      if (ends_bare(step.character)) break;
      at_ += step.length;
    }
    return text_.substr(from, at_ - from);
  }

  [[nodiscard]] bool prefixed() const { return next_.mode != term_mode::plain || next_.exactly; }

  /// A term is missing before `offset`.
  [[nodiscard]] problem missing(std::size_t offset) const {
    std::size_t length = 0;
    std::string before = "at the beginning";
    if (offset < text_.size()) {
      length = text_[offset] == '(' || text_[offset] == ')' ? 1 : std::min(text_.find_first_of(" \t\r\n()", offset), text_.size()) - offset;
    }
    if (!last_.empty()) before = "after '" + std::string{last_} + "'";
    return wrong(errc::bad_syntax, offset, length, "a term is missing " + before,
                 "a term such as party:russia" + std::string{next_.exactly ? "" : prefixed() ? " or '('" : ", 'not' or '('"});
  }

  [[nodiscard]] static query whole(level& l) { return l.any.empty() ? std::move(l.all) : std::move(l.any) || std::move(l.all); }

  void operand(query q) {
    level& l = levels_.back();
    if (l.negated) q = !std::move(q);
    l.negated = false;
    l.all = std::move(l.all) && std::move(q);
    awaiting_ = false;
  }

  [[nodiscard]] std::optional<problem> open() {
    if (next_.exactly) return missing(at_);
    if (levels_.size() > query::most_nesting) {
      return wrong(errc::limit, at_, 1, "more than " + std::to_string(query::most_nesting) + " parentheses within each other", "a term");
    }
    levels_.emplace_back();
    levels_.back().opened = at_;
    levels_.back().mode = std::exchange(next_.mode, term_mode::plain);
    begin_operand(text_.substr(at_++, 1));
    return std::nullopt;
  }

  [[nodiscard]] std::optional<problem> close() {
    if (levels_.size() == 1) {
      return wrong(errc::bad_syntax, at_, 1, "a ')' that closes nothing", awaiting_ ? "a term" : "a term or the end");
    }
    if (awaiting_) return missing(at_);
    query q = whole(levels_.back());
    auto const mode = levels_.back().mode;
    auto const opened = levels_.back().opened;
    levels_.pop_back();
    if (mode != term_mode::plain) {
      if (says_opposite(q, mode)) {
        return wrong(errc::bad_syntax, opened, 1, "a parenthesis that says " + quoted(mode_word(opposite(mode))) + " behind '" +
                     std::string{mode_word(mode)} + "'", "one or the other");
      }
      q = query_building::taken(std::move(q), mode);
    }
    operand(std::move(q));
    last_ = text_.substr(at_++, 1);
    return std::nullopt;
  }

  [[nodiscard]] static term_mode opposite(term_mode m) {
    return m == term_mode::certainly ? term_mode::possibly : term_mode::certainly;
  }
  /// Whether all of it is taken in the opposite way already.
  [[nodiscard]] static bool says_opposite(query const& q, term_mode mode) {
    auto const root = q.steps().back().what;
    if (root == query::op::term) return q.terms().front().mode == opposite(mode);
    return root == (mode == term_mode::certainly ? query::op::possibly : query::op::certainly);
  }

  void begin_operand(std::string_view after) {
    awaiting_ = true;
    last_ = after;
  }

  [[nodiscard]] std::optional<problem> join(std::string_view word) {
    if (awaiting_) return missing(begins_);
    level& l = levels_.back();
    if (word == "or") {
      l.any = whole(l);
      l.all = {};
    }
    begin_operand(word);
    return std::nullopt;
  }

  [[nodiscard]] std::optional<problem> prefix(std::string_view word) {
    if (word == "exactly" ? next_.exactly : next_.mode != term_mode::plain) {
      return wrong(errc::bad_syntax, begins_, word.size(), quoted(word) + " can't follow " + quoted(last_), "a term");
    }
    if (word == "exactly") {
      next_.exactly = true;
    } else {
      next_.mode = word == "certainly" ? term_mode::certainly : term_mode::possibly;
    }
    begin_operand(word);
    return std::nullopt;
  }

  [[nodiscard]] static bool is_prefix(std::string_view word) { return word == "certainly" || word == "possibly" || word == "exactly"; }

  [[nodiscard]] std::optional<problem> word() {
    std::string_view const run = bare();
    char const stop = at_ == text_.size() ? ' ' : text_[at_];
    if (auto const colon = run.find(':'); colon != run.npos) {
      at_ = begins_ + colon + 1;
      return valued(run.substr(0, colon));
    }
    if (stop == '"') {
      return wrong(errc::bad_character, at_, 1, "a '\"' that begins no value", run.empty() ? "a key and ':' before it" : "':' before it");
    }
    if (stop == ',') return wrong(errc::bad_character, at_, 1, "a ','", "values with ',' in double quotes");
    if (run == "and" || run == "or") {
      if (prefixed()) return missing(begins_);
      return join(run);
    }
    if (run == "not") {
      if (prefixed()) return missing(begins_);
      levels_.back().negated = !levels_.back().negated;
      begin_operand(run);
      return std::nullopt;
    }
    if (is_prefix(run)) return prefix(run);
    auto const f = to_flag(run);
    auto const key = f ? term_key::flagged : to_term_key(run).value_or(term_key::party);
    if (!f && (!stands_alone(key) || key == term_key::flagged)) return unknown_word(run);
    if (stop == '(') return wrong(errc::bad_character, at_, 1, "a '(' right behind " + quoted(run), "white space");
    next_.key = key;
    next_.value = run;
    if (f) next_.flag = *f;
    return take();
  }

  /// One of a term's values, and where it stands.
  struct part {
    std::string value = {};
    std::size_t from = 0;  // behind the quotation mark, where there is one
    std::size_t length = 0;
    bool in_quotes = false;
    bool of_event = false;  // behind `event:`
  };

  /// Behind the colon.
  [[nodiscard]] std::optional<problem> valued(std::string_view word) {
    auto const key = to_term_key(word);
    if (!key || stands_alone(*key)) return unknown_key(word);
    std::vector<part> parts;
    for (;; ++at_) {
      part& p = parts.emplace_back();
      constexpr std::string_view event = "event:";
      if (takes_reference(*key) && parts.size() == 2 && text_.substr(at_).starts_with(event)) {
        p.of_event = true;
        at_ += event.size();
      }
      p.from = at_;
      if (at_ < text_.size() && text_[at_] == '"') {
        if (auto bad = in_quotes(p)) return bad;
      } else {
        p.value = bare();
        p.length = p.value.size();
      }
      if (p.value.empty()) {
        return wrong(errc::empty, p.from, 0, "'" + std::string{word} + ":' has " + (parts.size() == 1 ? "no value" : "an empty value"),
                     parts.size() == 1 ? "a value right behind the ':'" : p.of_event ? "an event's id right behind the ':'" : "a value");
      }
      if (at_ == text_.size() || text_[at_] != ',') break;
      if (parts.size() == values_of(*key).most) {
        return wrong(errc::bad_character, at_, 1,
                     "a ','" + (parts.size() == 1 ? std::string{} : " behind value " + std::to_string(parts.size())),
                     "values with ',' in double quotes");
      }
    }
    if (at_ < text_.size() && text_[at_] == '"') {
      return wrong(errc::bad_character, at_, 1, "a '\"' that begins no value", "'\"' only around a whole value");
    }
    if (at_ < text_.size() && text_[at_] == '(') {
      return wrong(errc::bad_character, at_, 1, "a '(' right behind " + quoted(text_.substr(begins_, at_ - begins_)),
                   "white space, or values with '(' in double quotes");
    }
    return finished(*key, word, parts);
  }

  /// A quoted value, from its opening quotation mark to behind its closing one.
  [[nodiscard]] std::optional<problem> in_quotes(part& p) {
    std::size_t const opened = at_++;
    p.in_quotes = true;
    p.from = at_;
    for (;; ++at_) {
      if (at_ == text_.size()) {
        return wrong(errc::bad_syntax, at_, 0, "the '\"' at offset " + std::to_string(opened) + " isn't closed", "'\"'");
      }
      if (text_[at_] == '"') break;
      if (text_[at_] == '\\') {
        char const next = ++at_ < text_.size() ? text_[at_] : ' ';
        if (next != '"' && next != '\\') {
          std::size_t const length = at_ < text_.size() ? utf8_step_at(text_, at_).length : 0;
          return wrong(errc::bad_syntax, at_, length, "a '\\' before neither '\"' nor '\\'", "'\"' or '\\'");
        }
      }
      p.value += text_[at_];
    }
    p.length = at_++ - p.from;
    if (at_ < text_.size()) {
      utf8_step const next = utf8_step_at(text_, at_);
      if (next.character != U')' && next.character != U',' && !is_white_space(next.character)) {
        return wrong(errc::bad_syntax, at_, next.length, "text right behind a quoted value", "white space, ')' or the end");
      }
    }
    return std::nullopt;
  }

  /// The offset in the text of byte `n` of that value.
  [[nodiscard]] std::size_t within(part const& p, std::size_t n) const {
    std::size_t from = p.from;
    for (; n > 0 && from < text_.size(); --n) from += p.in_quotes && text_[from] == '\\' ? 2U : 1U;
    return std::min(from, text_.size());
  }

  [[nodiscard]] std::optional<problem> finished(term_key key, std::string_view word, std::vector<part>& parts) {
    if (auto const least = values_of(key).least; parts.size() < least) {
      return wrong(errc::bad_syntax, at_, 0, "'" + std::string{word} + ":' has one value",
                   takes_reference(key) ? "',event:' and an event's id, or ',' and a date" : "',' and another one");
    }
    for (std::size_t n = 0; n < parts.size(); ++n) {
      part& p = parts[n];
      bool const dated = takes_date(key) || (takes_reference(key) && n == 1 && !p.of_event);
      if (!dated) {
        auto const fault = fault_in(key, n, parts.size(), p.value);
        if (!fault) continue;
        std::size_t const offset = within(p, fault->offset);
        return wrong(fault->code, offset, p.from + p.length - offset, fault->what, fault->expected, fault->hint);
      }
      auto when = time::dating::try_parse(p.value);
      if (!when) {
        problem bad = when.error();
        std::size_t const offset = within(p, bad.offset.value_or(0));
        bad.message = "query: '" + std::string{word} + "', at offset " + std::to_string(offset) + ": " + bad.message;
        bad.offset = offset;
        return bad;
      }
      next_.when = *std::move(when);
    }
    next_.key = key;
    next_.value = std::move(parts.front().value);
    if (!next_.when)
      for (std::size_t n = 1; n < parts.size(); ++n) next_.others.push_back(std::move(parts[n].value));
    return take();
  }

  /// The term is complete.
  [[nodiscard]] std::optional<problem> take() {
    if (next_.exactly && !takes_exactly(next_.key)) {
      return wrong(errc::bad_syntax, begins_, at_ - begins_, quoted(text_.substr(begins_, at_ - begins_)) + " behind 'exactly'",
                   "parties, a venue or a kind");
    }
    last_ = text_.substr(begins_, at_ - begins_);
    operand(query_building::of(std::exchange(next_, term{})));
    return std::nullopt;
  }

  [[nodiscard]] static std::string_view mode_word(term_mode m) { return m == term_mode::certainly ? "certainly" : "possibly"; }

  [[nodiscard]] problem unknown_key(std::string_view word) const {
    if (word.empty()) return wrong(errc::bad_syntax, begins_, 1, "a ':' without a key", "a key before it");
    std::string known;
    constexpr auto keys = std::span{term_key_words}.first(static_cast<std::size_t>(term_key::flagged));
    for (std::string_view const key : keys) known += (known.empty() ? "" : ", ") + std::string{key};
    std::string hint = did_you_mean(nearest(word, keys));
    if (to_flag(word)) hint = "; flags stand alone";
    if (auto const key = to_term_key(word)) hint = *key == term_key::flagged ? "; flags stand alone" : "; it stands alone";
    return wrong(errc::unknown_word, begins_, word.size(), quoted(word) + " is no key", "one of " + known, hint);
  }

  [[nodiscard]] problem unknown_word(std::string_view word) const {
    std::string hint;
    if (auto const key = to_term_key(word); key && !stands_alone(*key)) {
      hint = "; a key stands before ':' and a value";
    } else if (word == "third_country" || word == third_country_word) {
      hint = "; did you mean 'host:third-country'?";
    } else if (to_status(word)) {
      hint = "; did you mean 'status:" + std::string{word} + "'?";
    } else {
      std::vector<std::string_view> known{"and", "or", "not", "certainly", "possibly", "exactly"};
      known.insert(known.end(), flag_words.begin(), flag_words.end());
      known.insert(known.end(), term_key_words.begin() + static_cast<std::ptrdiff_t>(term_key::flagged) + 1, term_key_words.end());
      hint = did_you_mean(nearest(word, known));
    }
    return wrong(errc::unknown_word, begins_, word.size(), quoted(word) + " is no word of queries",
                 "key:value, a flag, 'and', 'or' or 'not'", hint);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begins_ = 0;     // of the token being read
  std::vector<level> levels_;  // of parentheses; the first is the whole
  term next_;                  // with the prefixes read so far
  std::string_view last_;      // token read before, for messages
  bool awaiting_ = true;       // a term has to come
};

}  // namespace detail

SINEDIE_INLINE result<query> query::try_parse(std::string_view text) { return detail::query_reader{text}.read(); }

SINEDIE_INLINE query::query(std::string_view text) : query{try_parse(text).value()} {}

}  // namespace sinedie
