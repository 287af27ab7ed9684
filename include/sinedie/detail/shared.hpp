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

/// A share in something, whatever it is.
class share {
 public:
  share() noexcept = default;
  /// Takes over a share that is counted already.
  explicit share(counted* by) noexcept : by_{by} {}
  share(share const& other) noexcept : by_{other.by_} {
    if (by_ != nullptr) by_->take();
  }
  share(share&& other) noexcept : by_{std::exchange(other.by_, nullptr)} {}
  share& operator=(share other) noexcept {
    std::swap(by_, other.by_);
    return *this;
  }
  ~share() {
    if (by_ != nullptr) by_->drop();
  }

  /// Whether nobody else holds a share. Precondition: it is one in something.
  [[nodiscard]] bool alone() const noexcept { return by_->has_one_share(); }

 private:
  counted* by_ = nullptr;
};

/// Of a class whose objects are made by `shared::make`: a share in the one at hand. Copies are objects of their own.
class shares_itself {
 public:
  shares_itself() = default;
  shares_itself(shares_itself const&) noexcept {}
  shares_itself& operator=(shares_itself const&) noexcept { return *this; }  // NOLINT(bugprone-unhandled-self-assignment)

  void counted_by(counted& c) noexcept { by_ = &c; }
  /// Null where it wasn't made so.
  [[nodiscard]] counted* counted_by() const noexcept { return by_; }

 private:
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
      : it_{other.get()}, keeps_{std::move(other).keeps()} {}
  /// A part of the whole that it keeps.
  template <typename U>
  shared(shared<U> whole, T* part) noexcept : it_{part}, keeps_{std::move(whole).keeps()} {}

  template <typename... Arguments>
  [[nodiscard]] static shared make(Arguments&&... arguments) {
    auto* const made = new node{std::forward<Arguments>(arguments)...};
    if constexpr (std::is_base_of_v<shares_itself, T>) const_cast<std::remove_const_t<T>&>(made->it).counted_by(*made);
    return {&made->it, share{made}};
  }
  /// A share in `it`; nothing where it wasn't made by `make`.
  [[nodiscard]] static shared in(T* it) noexcept {
    counted* const by = it->counted_by();
    if (by == nullptr) return {};
    by->take();
    return {it, share{by}};
  }

  shared(shared const& other) noexcept = default;
  shared(shared&& other) noexcept : it_{std::exchange(other.it_, nullptr)}, keeps_{std::move(other.keeps_)} {}
  shared& operator=(shared other) noexcept {
    std::swap(it_, other.it_);
    std::swap(keeps_, other.keeps_);
    return *this;
  }
  ~shared() = default;

  [[nodiscard]] T* get() const noexcept { return it_; }
  [[nodiscard]] std::add_lvalue_reference_t<T> operator*() const noexcept { return *it_; }
  [[nodiscard]] T* operator->() const noexcept { return it_; }
  explicit operator bool() const noexcept { return it_ != nullptr; }
  /// Whether nobody else holds a share. Precondition: this isn't empty.
  [[nodiscard]] bool alone() const noexcept { return keeps_.alone(); }
  /// Its share alone.
  [[nodiscard]] share keeps() && noexcept {
    it_ = nullptr;
    return std::move(keeps_);
  }

  friend bool operator==(shared const& a, shared const& b) noexcept { return a.it_ == b.it_; }
  friend bool operator==(shared const& a, std::nullptr_t) noexcept { return a.it_ == nullptr; }

 private:
  struct node;

  shared(T* it, share keeps) noexcept : it_{it}, keeps_{std::move(keeps)} {}

  T* it_ = nullptr;
  share keeps_;
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
