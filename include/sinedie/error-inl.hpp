// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <utility>
#include <vector>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/error.hpp>

namespace sinedie {

SINEDIE_INLINE std::string_view to_string(errc code) noexcept {
  switch (code) {
    case errc::empty: return "empty";
    case errc::bad_syntax: return "bad_syntax";
    case errc::trailing_text: return "trailing_text";
    case errc::no_such_day: return "no_such_day";
    case errc::no_such_time: return "no_such_time";
    case errc::reversed: return "reversed";
    case errc::out_of_range: return "out_of_range";
    case errc::ambiguous: return "ambiguous";
    case errc::too_long: return "too_long";
    case errc::bad_encoding: return "bad_encoding";
    case errc::bad_character: return "bad_character";
    case errc::bad_id: return "bad_id";
    case errc::duplicate_id: return "duplicate_id";
    case errc::duplicate_key: return "duplicate_key";
    case errc::unknown_id: return "unknown_id";
    case errc::unknown_member: return "unknown_member";
    case errc::unknown_word: return "unknown_word";
    case errc::wrong_type: return "wrong_type";
    case errc::missing_member: return "missing_member";
    case errc::self_reference: return "self_reference";
    case errc::ring: return "ring";
    case errc::declared_and_reported: return "declared_and_reported";
    case errc::conflict: return "conflict";
    case errc::unreadable: return "unreadable";
    case errc::unwritable: return "unwritable";
    case errc::malformed: return "malformed";
    case errc::limit: return "limit";
    case errc::bad_argument: return "bad_argument";
    case errc::cancelled: return "cancelled";
  }
  return "bad_argument";
}

SINEDIE_INLINE std::string to_string(problem const& p) {
  std::string text;
  if (!p.where.file.empty()) text += p.where.file + ':';
  if (p.where.line != 0) {
    text += std::to_string(p.where.line) + ':';
    if (p.where.column != 0) text += std::to_string(p.where.column) + ':';
  }
  if (!text.empty()) text += ' ';
  text += p.message;
  if (!p.where.pointer.empty()) text += " (at " + p.where.pointer + ')';
  return text;
}

struct error::kept {
  explicit kept(std::span<problem const> of) : problems(of.begin(), of.end()) {
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < problems.size() && i < most; ++i) {
      if (i != 0) text += '\n';
      text += to_string(problems[i]);
    }
    if (problems.size() > most) text += "\n… and " + std::to_string(problems.size() - most) + " more";
  }

  std::atomic<std::size_t> shares = 1;
  std::vector<problem> problems;
  std::string text;
};

SINEDIE_INLINE error::error(problem p) : error{std::span<problem const>{&p, 1}} {}
SINEDIE_INLINE error::error(std::span<problem const> problems) : kept_{new kept{problems}} {}
SINEDIE_INLINE error::error(error const& other) noexcept : std::exception{other}, kept_{other.kept_} {
  kept_->shares.fetch_add(1, std::memory_order_relaxed);
}
SINEDIE_INLINE error& error::operator=(error const& other) noexcept {
  auto copy = other;
  std::swap(kept_, copy.kept_);
  return *this;
}
SINEDIE_INLINE error::~error() {
  if (kept_->shares.fetch_sub(1, std::memory_order_acq_rel) == 1) delete kept_;
}

SINEDIE_INLINE char const* error::what() const noexcept { return kept_->text.c_str(); }
SINEDIE_INLINE std::span<problem const> error::problems() const noexcept { return kept_->problems; }

namespace detail {

SINEDIE_INLINE std::string quoter::operator()(std::string_view value) const {
  constexpr std::size_t most = 80;
  static constexpr char digits[] = "0123456789abcdef";
  std::string text = "\"";
  std::size_t characters = 0;
  for (utf8_step const step : utf8_steps{value}) {
    if (characters++ == most) return text + "…\" (" + std::to_string(value.size()) + " bytes)";
    if (step.valid && !is_control(step.character) && !is_hidden(step.character)) {
      if (step.character == U'"' || step.character == U'\\') text += '\\';
      text.append(value.substr(step.offset, step.length));
      continue;
    }
    for (std::size_t i = 0; i < step.length; ++i) {
      auto const byte = static_cast<unsigned char>(value[step.offset + i]);
      text += "\\x";
      text += digits[byte >> 4U];
      text += digits[byte & 15U];
    }
  }
  return text + '"';
}

SINEDIE_INLINE problem const* kept_problem(problem p) { return new problem{std::move(p)}; }
SINEDIE_INLINE void end_problem(problem const* p) noexcept { delete p; }

SINEDIE_INLINE void raise(problem p) { throw error{std::move(p)}; }
SINEDIE_INLINE void raise(std::span<problem const> problems) { throw error{problems}; }
SINEDIE_INLINE void raise(errc code, std::string message, std::string pointer) {
  problem p;
  p.code = code;
  p.message = std::move(message);
  p.where.pointer = std::move(pointer);
  throw error{std::move(p)};
}

}  // namespace detail
}  // namespace sinedie
