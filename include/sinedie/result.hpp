// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a non-throwing `try_…` function returns: a value, or the problem that prevented it.
///
/// Spelled like `std::expected` (C++23). The problem lies on the heap, so a result is little larger than its value.
///
///     if (auto when = sinedie::time::dating::try_parse(text)) use(*when);
///     else complain(when.error().message);

#include <memory>
#include <type_traits>
#include <utility>
#include <variant>

#include <sinedie/error.hpp>

namespace sinedie {

template <typename T>
class [[nodiscard]] result {
 public:
  using value_type = T;

  result(T value) : state_{std::in_place_index<0>, std::move(value)} {}  // NOLINT(google-explicit-constructor)
  result(problem p)                                                      // NOLINT(google-explicit-constructor)
      : state_{std::in_place_index<1>, std::make_shared<problem const>(std::move(p))} {}

  /// A value made in its place.
  template <typename... Arguments>
  explicit result(std::in_place_t, Arguments&&... arguments)
      : state_{std::in_place_index<0>, std::forward<Arguments>(arguments)...} {}

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// Precondition: `has_value()`.
  [[nodiscard]] T const& operator*() const& noexcept { return *std::get_if<0>(&state_); }
  [[nodiscard]] T& operator*() & noexcept { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& operator*() && noexcept { return std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] T const* operator->() const noexcept { return std::get_if<0>(&state_); }
  [[nodiscard]] T* operator->() noexcept { return std::get_if<0>(&state_); }

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
  [[nodiscard]] problem const& error() const noexcept { return **std::get_if<1>(&state_); }

 private:
  std::variant<T, std::shared_ptr<problem const>> state_;
};

}  // namespace sinedie
