// SPDX-License-Identifier: BSL-1.0
#pragma once

/// For whom a party acts, and when: by its offices, and as an organ.
///
/// What a person does in an office counts as done by the state while the office lasts, and so does what an organ does;
/// memberships never count. The answer has three values, since offices and events may be dated vaguely: an office without a
/// date may have been held at any time, so it answers `maybe`.
///
///     // lavrov: office of russia, 2004-03-09/..
///     who.acts_for("lavrov", "russia", time::dating{"2025-04-01"}.limits());   // yes
///     who.acts_for("lavrov", "russia", time::dating{"2004"}.limits());         // maybe
///
/// Immutable once built; may be read by any number of threads. Refers into the dossier's storage.

#include <cstdint>
#include <string_view>
#include <vector>

#include <sinedie/model/dossier.hpp>
#include <sinedie/time/limits.hpp>
#include <sinedie/time/truth.hpp>

namespace sinedie {

class affiliations {
 public:
  affiliations() = default;
  /// Of a dossier as it is now; it must outlive this. O(n log n) in its parties.
  explicit affiliations(dossier const& d);
  /// For the floors above.
  explicit affiliations(detail::contents const& all);

  /// Whether what `who` does within `when` counts as done by `whole`: itself, or a whole that it is an organ of, or the holder
  /// of an office in, at any remove. `no` for ids that aren't known. Linear in the affiliations that `who` reaches.
  [[nodiscard]] truth acts_for(std::string_view who, std::string_view whole, time::limits const& when) const;
  /// The same of parties by their numbers, in the order of the bytes of their ids. Precondition: there are so many parties.
  [[nodiscard]] truth acts_for(std::uint32_t who, std::uint32_t whole, time::limits const& when) const;
  /// Appends all that may ever act for `whole`, by number; itself isn't one of them, and one may come twice.
  void add_actors(std::uint32_t whole, std::vector<std::uint32_t>& actors) const;
  /// Those for whom it counts in the end: reached as above, perhaps or for certain, and acting for nobody themselves. Itself
  /// where there are none, or where it isn't known. In the order of their bytes.
  [[nodiscard]] std::vector<std::string_view> principals(std::string_view who, time::limits const& when) const;

 private:
  struct affiliation {
    std::uint32_t whole;
    bool always;         ///< an organ
    bool dated;
    time::limits when;   ///< of an office, where it is dated
  };
  [[nodiscard]] std::uint32_t number(std::string_view id) const noexcept;

  std::vector<std::string_view> ids_;  ///< sorted
  std::vector<std::vector<affiliation>> of_;
  std::vector<std::vector<std::uint32_t>> acting_;  ///< those that are affiliated with each
};

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/affiliation-inl.hpp>
#endif
