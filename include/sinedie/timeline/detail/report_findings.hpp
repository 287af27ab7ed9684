// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What is odd about reports: those that say nothing, deny what they say, are published never, are stale when told, or go round in
/// a ring.
///
/// A ring of reports that cite, supersede or retract each other leaves none of them standing on firm ground: retractions in it
/// have no effect, what supersedes each other doesn't count, and chains of citation without a way out end in nobody.

#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/model/finding.hpp>

namespace sinedie::detail {

/// All of a ledger's, to be asked for those of any day.
class report_oddities {
 public:
  /// Keeps looking into the ledger. Linear in the reports but for sorting.
  explicit report_oddities(ledger const& from);

  /// Those about reports that may have been published by the end of the day; by kind, then by event and report. Linear in what is
  /// odd; where there are rings, in the reports.
  [[nodiscard]] std::vector<finding> on(knowledge_day day) const;

 private:
  struct oddity {
    time::instant first;  ///< from when on it shows
    finding what;
  };

  ledger const& from_;
  std::vector<finding> never_;
  std::vector<oddity> odd_;
  bool rings_ = false;  ///< of all reports together
};

}  // namespace sinedie::detail

#if !defined(SINEDIE_COMPILED)
#include <sinedie/timeline/detail/report_findings-inl.hpp>
#endif
