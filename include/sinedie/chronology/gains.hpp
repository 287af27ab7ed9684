// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What dropping each statement of a contradiction would gain, and so which of them to doubt first: a suggestion, never an action.
///
/// Dropping one lets others of the contradiction back in, as far as they can hold together with all that is in force. Where several
/// can't all come back, those with the lower numbers do.

#include <cstddef>
#include <vector>

#include <sinedie/chronology/detail/pace.hpp>
#include <sinedie/chronology/growing.hpp>
#include <sinedie/chronology/network.hpp>
#include <sinedie/chronology/solution.hpp>
#include <sinedie/chronology/statement.hpp>
#include <sinedie/chronology/watcher.hpp>
#include <sinedie/config.hpp>

namespace sinedie::chronology {

/// For any number of contradictions of one solution. Keeps a network of what is in force, in which statements are tried one by one:
/// each try costs what it changes, and n statements of which any one may be dropped take n log n of them. Linear in the network to
/// make. For one thread at a time; what is thrown halfway leaves it of no use.
class gain_finder {
 public:
  /// The solution must be that of the network. `watching` must live as long as this.
  gain_finder(network const& net, solution const& solved, watcher* watching = nullptr);

  /// One for each statement of a contradiction of that solution, in its order. Of more than `most_counted` statements it isn't counted
  /// how many others each that doesn't settle all would free: `freed` is then the least. Of more than `most_tried` none is tried,
  /// and there are none.
  [[nodiscard]] std::vector<drop> of(clash const& c);

  static constexpr std::size_t most_counted = 512;
  static constexpr std::size_t most_tried = 4096;

 private:
  using statements = std::vector<statement_number>;

  [[nodiscard]] bool can_come_back(statement_number s);
  /// Takes back what can hold, in this order, but for `dropped`. With `all_or_none`, nothing where something can't.
  [[nodiscard]] statements take_back(statements const& some, statement_number dropped, bool all_or_none);
  void withdraw(statements const& some);
  [[nodiscard]] std::vector<bool> settling(statements const& away);

  growing in_force_;
  detail::pace pace_;
};

/// Of one contradiction, as `gain_finder::of` does.
[[nodiscard]] std::vector<drop> gains(network const& net, solution const& solved, clash const& of, watcher* watching = nullptr);

/// Those first that settle the contradiction; among these, those with the least footing (one for each statement); then those that
/// free most; then the later ones.
void rank(std::vector<drop>& drops, std::vector<int> const& footing);

}  // namespace sinedie::chronology

#if !defined(SINEDIE_COMPILED)
#include <sinedie/chronology/gains-inl.hpp>
#endif
