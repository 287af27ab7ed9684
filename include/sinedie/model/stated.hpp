// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What an entry states of one of its fields, or silence.
///
/// Silence is not the same as *explicitly none*: of a list, that is an empty one, of a date `date_statement::none()`.
///
///     claim{}.fields().when.has_value();           // false: it doesn't say when
///     claim{}.no_date().fields().when->is_none();  // it says that there is no date
///
/// Spelled like `std::optional`, and converted from and to it. That one, told how each of its types is made, moved and compared,
/// costs a compiler several times as much, and the entries have more than twenty of them.

#include <new>
#include <optional>
#include <type_traits>
#include <utility>

namespace sinedie {

template <typename T>
class stated {
  static_assert(std::is_nothrow_move_constructible_v<T>);
  static_assert(!std::is_same_v<T, bool>, "whether it states something, or what? Use std::optional<bool>");

 public:
  using value_type = T;

  stated() noexcept : silent_{}, states_{false} {}
  stated(std::nullopt_t) noexcept : stated{} {}                           // NOLINT(google-explicit-constructor)
  stated(T value) noexcept : value_(std::move(value)), states_{true} {}  // NOLINT(google-explicit-constructor)
  /// What a value is made of, where that is one step: a date from its text.
  template <typename From>
    requires(!std::is_same_v<std::remove_cvref_t<From>, stated> && std::is_convertible_v<From &&, T>)
  stated(From&& from)  // NOLINT(google-explicit-constructor,bugprone-forwarding-reference-overload)
      : value_(static_cast<T>(std::forward<From>(from))), states_{true} {}
  template <typename Optional>
    requires std::is_same_v<Optional, std::optional<T>>
  stated(Optional other) noexcept : stated{} {  // NOLINT(google-explicit-constructor)
    if (other) emplace(*std::move(other));
  }
  stated(stated const& other) : stated{} {
    if (other.states_) emplace(other.value_);
  }
  stated(stated&& other) noexcept : stated{} {
    if (other.states_) emplace(std::move(other.value_));
  }
  stated& operator=(stated other) noexcept {
    reset();
    if (other.states_) emplace(std::move(other.value_));
    return *this;
  }
  ~stated() { reset(); }

  /// Makes it state a value made of these.
  template <typename... Arguments>
  T& emplace(Arguments&&... arguments) {
    reset();
    ::new (static_cast<void*>(&value_)) T(std::forward<Arguments>(arguments)...);
    states_ = true;
    return value_;
  }
  /// Makes it silent.
  void reset() noexcept {
    if (states_) value_.~T();
    states_ = false;
  }

  [[nodiscard]] bool has_value() const noexcept { return states_; }
  explicit operator bool() const noexcept { return states_; }
  template <typename Optional>
    requires std::is_same_v<Optional, std::optional<T>>
  operator Optional() const {  // NOLINT(google-explicit-constructor)
    return states_ ? Optional{value_} : Optional{};
  }

  /// Precondition: `has_value()`.
  [[nodiscard]] T const& operator*() const& noexcept { return value_; }
  [[nodiscard]] T& operator*() & noexcept { return value_; }
  [[nodiscard]] T&& operator*() && noexcept { return std::move(value_); }
  [[nodiscard]] T const* operator->() const noexcept { return &value_; }
  [[nodiscard]] T* operator->() noexcept { return &value_; }

  /// Throws `std::bad_optional_access` where it is silent.
  [[nodiscard]] T const& value() const {
    if (!states_) throw std::bad_optional_access{};
    return value_;
  }
  [[nodiscard]] T value_or(T other) const { return states_ ? value_ : std::move(other); }

  friend bool operator==(stated const& a, stated const& b) {
    return a.states_ == b.states_ && (!a.states_ || a.value_ == b.value_);
  }

 private:
  union {
    char silent_;
    T value_;
  };
  bool states_;
};

/// Silence is as much as an empty one. (Without these, that would be asked for a value equal to a `stated`.)
template <typename T>
[[nodiscard]] bool operator==(stated<T> const& a, std::optional<T> const& b) {
  return a.has_value() == b.has_value() && (!b || *a == *b);
}
template <typename T>
[[nodiscard]] bool operator==(std::optional<T> const& a, stated<T> const& b) {
  return b == a;
}

}  // namespace sinedie
