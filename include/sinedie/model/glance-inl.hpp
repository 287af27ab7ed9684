// SPDX-License-Identifier: BSL-1.0
#pragma once

// Whether a dossier's references all lead somewhere: yes or no, as nearly every dossier answers with yes. It reads the columns
// as they are; what a block itself has is found by number, and each other name of it looked up once. What exactly is wrong is for the
// examiner to say.

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/model/dossier.hpp>

namespace sinedie::detail {

class reference_glance {
 public:
  explicit reference_glance(contents const& all) : all_{all} {}

  /// Whether each reference is to something, and nothing is both declared and reported.
  [[nodiscard]] bool all_is_well() {
    note_own();
    return each(sort::party, [&](locator at) { return is_well(at, at.home->parties()); }) &&
           each(sort::venue, [&](locator at) { return is_well(at, at.home->venues()); }) &&
           each(sort::event, [&](locator at) { return is_well(at, at.home->events()); }) &&
           each(sort::document, [&](locator at) { return are_known(at.home->documents().citing[at.row]); }) &&
           each(sort::report, [&](locator at) { return is_well(at, at.home->reports()); });
  }

 private:
  enum : std::uint8_t { unread, known, missing };
  struct answers {
    std::array<std::vector<std::uint8_t>, 6> of;  // one a sort; by symbol
    std::vector<row_number> own;                  // rows of live events, from 1; by symbol
  };

  /// What each block's live entries are called is known without looking.
  void note_own() {
    for (std::size_t k = 0; k < all_.shelves.size(); ++k) {
      auto const s = static_cast<sort>(k);
      (void)each(s, [&](locator at) {
        auto const id = at.home->id_of(s, at.row);
        answer(s, id) = known;
        if (s == sort::event) at_symbol(read_->own, id) = at.row + 1;
        return true;
      });
    }
  }

  template <typename T>
  [[nodiscard]] static T& at_symbol(std::vector<T>& list, symbol name) {
    if (name >= list.size()) list.resize(std::size_t{name} + name / 2 + 64);
    return list[name];
  }
  [[nodiscard]] std::uint8_t& answer(sort s, symbol name) { return at_symbol(read_->of[static_cast<std::size_t>(s)], name); }

  template <typename Look>
  [[nodiscard]] bool each(sort s, Look look) {
    for (auto const at : all_.of(s).places) {
      if (!at.home) continue;
      if (at.home != home_) {
        home_ = at.home;
        read_ = &by_block_[home_];
      }
      if (!look(at)) return false;
    }
    return true;
  }

  /// Of a string in the block that is being looked at.
  [[nodiscard]] bool is_known(sort s, symbol name) {
    auto& found = answer(s, name);
    if (found == unread) found = all_.of(s).find(home_->string(name)).home ? known : missing;
    return found == known;
  }
  [[nodiscard]] bool is_known_or_silent(sort s, symbol name) { return name == 0 || is_known(s, name); }
  [[nodiscard]] bool are_known(std::span<citation_cell const> citing) {
    for (auto const& c : citing) {
      if (c.kind == 0 && !is_known(sort::party, c.id)) return false;
      if (c.kind == 1 && !is_known(sort::report, c.id)) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_well(locator at, party_columns const& c) {
    if (!is_known_or_silent(sort::party, c.organ_of[at.row])) return false;
    for (auto const& o : c.offices[at.row])
      if (!is_known(sort::party, o.of)) return false;
    for (auto const& m : c.memberships[at.row])
      if (!is_known(sort::party, m.in)) return false;
    return true;
  }
  [[nodiscard]] bool is_well(locator at, venue_columns const& c) {
    return is_known_or_silent(sort::venue, c.in[at.row]) && is_known_or_silent(sort::party, c.premises_of[at.row]);
  }
  [[nodiscard]] bool is_well(locator at, event_columns const& c) {
    if (!is_claim_well(c.claim[at.row])) return false;
    for (auto const& r : c.relations[at.row])
      if (!is_known(sort::event, r.other)) return false;
    return true;
  }
  [[nodiscard]] bool is_well(locator at, report_columns const& c) {
    if (!is_known_or_silent(sort::event, c.about[at.row]) || !is_known_or_silent(sort::document, c.document[at.row])) return false;
    if (!are_known(c.citing[at.row]) || !is_claim_well(c.says[at.row]) || !is_claim_well(c.denies[at.row])) return false;
    for (auto const s : c.supersedes[at.row])
      if (!is_known(sort::report, s)) return false;
    for (auto const s : c.retracts[at.row])
      if (!is_known(sort::report, s)) return false;
    return !is_given_twice(at, c);
  }

  /// `claim` counts from 1; 0: none.
  [[nodiscard]] bool is_claim_well(row_number claim) {
    if (claim == 0) return true;
    auto const& c = home_->claims();
    std::size_t const i = claim - 1;
    for (auto const& p : c.parties[i])
      if (!is_known(sort::party, p.party) || !is_known_or_silent(sort::party, p.on_behalf_of)) return false;
    for (auto const& v : c.venues[i])
      if (!is_known(sort::venue, v.venue)) return false;
    for (auto const& r : c.series[i])
      if (!is_known(sort::series, r.series)) return false;
    for (auto const p : c.by[i])
      if (!is_known(sort::party, p)) return false;
    return true;
  }

  [[nodiscard]] bool is_given_twice(locator at, report_columns const& c) {
    auto const about = c.about[at.row];
    if (c.says[at.row] == 0 || about == 0) return false;
    auto const own = at_symbol(read_->own, about);
    auto const event = own != 0 ? locator{home_, own - 1} : all_.of(sort::event).find(home_->string(about));
    auto const declared = event.home->events().claim[event.row];
    return declared != 0 && (fields_of(*event.home, declared) & fields_of(*home_, c.says[at.row])) != 0;
  }
  /// Which fields a claim has; `by` isn't one that an event could declare.
  [[nodiscard]] static unsigned fields_of(block const& home, row_number claim) {
    auto const& c = home.claims();
    std::size_t const i = claim - 1;
    constexpr unsigned listed = claim_columns::venues_said | claim_columns::parties_said | claim_columns::modes_said |
                                claim_columns::topics_said | claim_columns::series_said;
    return (c.status[i] != silent ? 256U : 0U) | (c.why[i] != silent ? 512U : 0U) | (c.when[i] != 0 ? 1024U : 0U) |
           (c.expected[i] != 0 ? 2048U : 0U) | (c.said[i] & listed);
  }

  contents const& all_;
  std::unordered_map<block const*, answers> by_block_;
  block const* home_ = nullptr;
  answers* read_ = nullptr;
};

SINEDIE_INLINE bool references_are_well(contents const& all) { return reference_glance{all}.all_is_well(); }

}  // namespace sinedie::detail
