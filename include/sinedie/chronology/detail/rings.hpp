// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Groups of points that lead back to each other: which there are, and what in them can't all hold.

#include <cstdint>
#include <vector>

#include <sinedie/chronology/detail/arcs.hpp>
#include <sinedie/chronology/detail/minimal.hpp>

namespace sinedie::chronology::detail {

/// Strongly connected components, in topological order. `first` gives where each begins in `members`.
struct groups {
  std::vector<point> members;
  std::vector<std::uint32_t> first;
};

/// Finds them by Tarjan's algorithm with a stack of its own (SIAM J. Comput. 1(2), 1972), again and again in one network.
class group_finder {
 public:
  explicit group_finder(point points) : number_(points, 0), low_(points, 0) {}
  /// Among the points that `open` names, which are also listed, and none of which was looked at before. Linear in these.
  [[nodiscard]] groups find(arcs const& out, std::vector<point> const& listed, std::vector<std::uint8_t> const& open);

 private:
  std::vector<std::uint32_t> number_, low_;
  std::uint32_t count_ = 0;
};

/// One group, with its arcs numbered anew and those that leave it left out.
class ring_finder {
 public:
  struct inner {
    std::uint32_t to;
    std::uint32_t number;  ///< of the constraint, or `own`: from a start to its end
    std::int64_t at_least;
    bool strict;
  };
  static constexpr std::uint32_t own = 0xFFFFFFFFU;

  /// `local` has one cell for each point of the network, and is filled for those of the group.
  ring_finder(network const& net, arcs const& out, point const* begin, point const* end, std::vector<std::uint32_t>& local,
              std::vector<std::uint8_t>& aside, pace& going);

  /// Finds contradictions until none is left, and marks their statements as set aside. Afterwards the points are in topological
  /// order (`order()`), or have potentials (`potential`), by which no arc leads back.
  [[nodiscard]] std::vector<clash> run();

  [[nodiscard]] bool is_ordered() const noexcept { return ordered_; }
  [[nodiscard]] std::vector<point> order() const;
  [[nodiscard]] std::int64_t potential(std::uint32_t local) const noexcept { return labels_[local].seconds; }
  [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
  [[nodiscard]] point at(std::uint32_t local) const noexcept { return members_[local]; }
  [[nodiscard]] inner const* begin(std::uint32_t local) const noexcept { return list_.data() + first_[local]; }
  [[nodiscard]] inner const* end(std::uint32_t local) const noexcept { return list_.data() + first_[local + 1]; }
  [[nodiscard]] bool holds(inner const& a) const { return a.number == own || !aside_[net_.constraints()[a.number].by]; }

 private:
  /// Seconds first; then how often it is strictly later.
  struct label {
    std::int64_t seconds = 0;
    std::int64_t strictly = 0;
    friend constexpr bool operator<(label a, label b) noexcept {
      return a.seconds != b.seconds ? a.seconds < b.seconds : a.strictly < b.strictly;
    }
    friend constexpr bool operator==(label, label) noexcept = default;
  };
  [[nodiscard]] static label after(label l, inner const& a) noexcept { return {l.seconds + a.at_least, l.strictly + (a.strict ? 1 : 0)}; }

  [[nodiscard]] bool inside(point p) const noexcept { return local_[p] < size_ && members_[local_[p]] == p; }
  [[nodiscard]] bool every_ring_clashes() const;
  void walk_deep();
  [[nodiscard]] std::vector<support> shorter(std::vector<support> ring, std::vector<std::uint32_t> const& through);
  void correct_labels();
  bool scan(std::uint32_t u);
  bool take_out_subtree(std::uint32_t v, std::uint32_t sought);
  void set_aside(std::vector<support> links);
  void look() { pace_.step(); }

  network const& net_;
  std::vector<std::uint8_t>& aside_;
  pace& pace_;
  std::uint32_t size_;
  point const* members_;
  std::vector<std::uint32_t> const& local_;
  std::vector<std::uint32_t> first_;
  std::vector<inner> list_;
  bool ordered_ = false;
  std::vector<std::uint32_t> finished_;  ///< in reverse topological order
  std::vector<label> labels_;
  std::vector<std::uint32_t> next_, prev_, depth_, parent_, parent_arc_;  ///< the tree, each subtree a stretch of a ring of points
  std::vector<std::uint8_t> queued_;
  std::vector<std::uint32_t> queue_;
  std::vector<clash> found_;
  std::uint64_t shortening_ = 0;
  bool cut_ = false;
};

}  // namespace sinedie::chronology::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/detail/rings-inl.hpp>
#endif
