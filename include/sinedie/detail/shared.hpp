// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A share in an object that ends with its last share, counted across threads; or in nothing.
///
/// What is needed here of `std::shared_ptr`, spelled like it. The header of that costs a program that includes us as much as all
/// our types of a floor, and many of our types hold a share.
///
///     auto const all = shared<contents const>::make(std::move(mine));
///     shared<void const> const keeper = all;                   // keeps it as long, whatever it is
///     shared<findings const> const told{all, &all->findings};  // a part, which keeps the whole

#include <cstddef>
#include <type_traits>
#include <utility>

#include <sinedie/config.hpp>

namespace sinedie::detail {

/// Something that ends with its last share; it begins with one.
class SINEDIE_VISIBLE counted {
 public:
  counted() noexcept;
  counted(counted const&) = delete;
  counted& operator=(counted const&) = delete;

  void take() noexcept;
  void drop() noexcept;
  [[nodiscard]] bool has_one_share() const noexcept;

 protected:
  virtual ~counted();

 private:
  alignas(std::size_t) unsigned char shares_[sizeof(std::size_t)];  ///< an atomic counter: its header is heavy too
};

/// Of a class whose objects are made by `shared::make`: a share in the one at hand. Copies are objects of their own.
class shares_itself {
 public:
  shares_itself() = default;
  shares_itself(shares_itself const&) noexcept {}
  shares_itself& operator=(shares_itself const&) noexcept { return *this; }

 private:
  template <typename T>
  friend class shared;

  counted* by_ = nullptr;
};

template <typename T>
class shared {
 public:
  shared() noexcept = default;
  shared(std::nullptr_t) noexcept {}  // NOLINT(google-explicit-constructor)
  template <typename U>
    requires std::is_convertible_v<U*, T*>
  shared(shared<U> other) noexcept  // NOLINT(google-explicit-constructor)
      : it_{other.it_}, by_{std::exchange(other.by_, nullptr)} {}
  /// A part of the whole that it keeps.
  template <typename U>
  shared(shared<U> whole, T* part) noexcept : it_{part}, by_{std::exchange(whole.by_, nullptr)} {}

  template <typename... Arguments>
  [[nodiscard]] static shared make(Arguments&&... arguments) {
    auto* const made = new node{std::forward<Arguments>(arguments)...};
    if constexpr (std::is_base_of_v<shares_itself, T>) const_cast<std::remove_const_t<T>&>(made->it).shares_itself::by_ = made;
    return {&made->it, made};
  }
  /// A share in `it`; nothing where it wasn't made by `make`.
  [[nodiscard]] static shared in(T* it) noexcept {
    counted* const by = it->shares_itself::by_;
    if (by == nullptr) return {};
    by->take();
    return {it, by};
  }

  shared(shared const& other) noexcept : it_{other.it_}, by_{other.by_} {
    if (by_ != nullptr) by_->take();
  }
  shared(shared&& other) noexcept : it_{std::exchange(other.it_, nullptr)}, by_{std::exchange(other.by_, nullptr)} {}
  shared& operator=(shared other) noexcept {
    std::swap(it_, other.it_);
    std::swap(by_, other.by_);
    return *this;
  }
  ~shared() {
    if (by_ != nullptr) by_->drop();
  }

  [[nodiscard]] T* get() const noexcept { return it_; }
  [[nodiscard]] std::add_lvalue_reference_t<T> operator*() const noexcept { return *it_; }
  [[nodiscard]] T* operator->() const noexcept { return it_; }
  explicit operator bool() const noexcept { return it_ != nullptr; }
  /// Whether nobody else holds a share. Precondition: this isn't empty.
  [[nodiscard]] bool alone() const noexcept { return by_->has_one_share(); }

  friend bool operator==(shared const& a, shared const& b) noexcept { return a.it_ == b.it_; }
  friend bool operator==(shared const& a, std::nullptr_t) noexcept { return a.it_ == nullptr; }

 private:
  template <typename U>
  friend class shared;
  struct node;

  shared(T* it, counted* by) noexcept : it_{it}, by_{by} {}

  T* it_ = nullptr;
  counted* by_ = nullptr;
};

template <typename T>
struct shared<T>::node final : counted {
  template <typename... Arguments>
  explicit node(Arguments&&... arguments) : it(std::forward<Arguments>(arguments)...) {}

  T it;
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/detail/shared-inl.hpp>
#endif
