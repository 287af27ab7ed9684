// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a non-throwing `try_…` function returns: a value, or the problem that prevented it.
///
/// Spelled like `std::expected` (C++23). The problem lies on the heap, so a result is little larger than its value; copies copy it.
///
///     if (auto when = sinedie::time::dating::try_parse(text)) use(*when);
///     else complain(when.error().message);

#include <new>
#include <type_traits>
#include <utility>

#include <sinedie/error.hpp>

namespace sinedie {

template <typename T>
class [[nodiscard]] result {
 public:
  using value_type = T;

  result(T value) : value_{std::move(value)}, has_{true} {}                           // NOLINT(google-explicit-constructor)
  result(problem p) : problem_{detail::kept_problem(std::move(p))}, has_{false} {}  // NOLINT(google-explicit-constructor)

  /// A value made in its place.
  template <typename... Arguments>
  explicit result(std::in_place_t, Arguments&&... arguments) : value_(std::forward<Arguments>(arguments)...), has_{true} {}

  result(result const& other) : has_{other.has_} {
    if (has_)
      ::new (static_cast<void*>(&value_)) T(other.value_);
    else
      problem_ = other.problem_ != nullptr ? detail::kept_problem(*other.problem_) : nullptr;
  }
  result(result&& other) noexcept(std::is_nothrow_move_constructible_v<T>) : has_{other.has_} {
    if (has_)
      ::new (static_cast<void*>(&value_)) T(std::move(other.value_));
    else
      problem_ = std::exchange(other.problem_, nullptr);
  }
  result& operator=(result other) noexcept {
    static_assert(std::is_nothrow_move_constructible_v<T>);
    end();
    ::new (static_cast<void*>(this)) result(std::move(other));
    return *this;
  }
  ~result() { end(); }

  [[nodiscard]] bool has_value() const noexcept { return has_; }
  explicit operator bool() const noexcept { return has_; }

  /// Precondition: `has_value()`.
  [[nodiscard]] T const& operator*() const& noexcept { return value_; }
  [[nodiscard]] T& operator*() & noexcept { return value_; }
  [[nodiscard]] T&& operator*() && noexcept { return std::move(value_); }
  [[nodiscard]] T const* operator->() const noexcept { return &value_; }
  [[nodiscard]] T* operator->() noexcept { return &value_; }

  /// The value; throws `sinedie::error` with the problem where there is none.
  [[nodiscard]] T const& value() const& {
    if (!has_value()) detail::raise(error());
    return **this;
  }
  [[nodiscard]] T&& value() && {
    if (!has_value()) detail::raise(error());
    return *std::move(*this);
  }
  [[nodiscard]] T value_or(T other) const { return has_value() ? **this : std::move(other); }

  /// Precondition: not `has_value()`.
  [[nodiscard]] problem const& error() const noexcept { return *problem_; }

 private:
  void end() noexcept {
    if (has_)
      value_.~T();
    else
      detail::end_problem(problem_);
  }

  union {
    T value_;
    problem const* problem_;  ///< null where it was moved from
  };
  bool has_;
};

}  // namespace sinedie
