// SPDX-License-Identifier: BSL-1.0
#include "picture_reasons.hpp"

#include <algorithm>
#include <utility>

#include <sinedie/chronology/chain.hpp>
#include <sinedie/timeline/timeline.hpp>

namespace sinedie::detail {

/// One day's network, solved, and which of its statements the picture has.
class picture_reasons::of_day {
 public:
  of_day(picture_reasons& all, std::uint32_t day, timeline const& t)
      : all_{all}, day_{day}, known_{standings(*t.compilation().told, t.compilation().options.as_of)} {
    (void)laid_.lay(t.compilation().all, known_);
    solved_ = chronology::solve(laid_.network());
    numbers_.assign(laid_.network().statements(), no_name);
    place_.reserve(known_.size());
    for (auto const& k : known_) {
      place_.push_back(place_of(all.event_at_, k.id));
      if (stated_date(k.fields) != nullptr) ++dates_;
    }
  }

  void run() {
    // Those that have more to say than that their own date was declared; and those on whose limits such chains rest.
    std::vector<bool> told(known_.size(), false);
    for (chronology::node v = 0; v < known_.size(); ++v) told[v] = !is_plain(v);
    for (chronology::point p = 0; p < laid_.network().points(); ++p)
      for (auto const* const by : {&solved_.earliest_by, &solved_.latest_by})
        if (auto const s = (*by)[p]; s.any() && s.is_constraint()) {
          auto const& c = laid_.network().constraints()[s.place()];
          told[chronology::event_of(by == &solved_.earliest_by ? c.from : c.to)] = true;
        }
    for (chronology::node v = 0; v < known_.size(); ++v)
      if (told[v] || all_.last_[place_[v]] != no_name) {
        all_.enter(reasons_of(v));
        tell_shorter(v);
      }
    auto& clashes = all_.made_.days[day_].clashes;
    for (auto const& clash : solved_.clashes) {
      clashes.emplace_back();
      for (auto const s : clash.statements) clashes.back().push_back(number(s));
    }
    tell_tightenings();
  }

 private:
  /// Whether its limits are those of its own declared date, not drawn tighter, or unbounded.
  [[nodiscard]] bool is_plain(chronology::node v) const {
    if (known_[v].dated_by.home != nullptr) return false;
    auto const& net = laid_.network();
    for (auto const p : {chronology::start_of(v), chronology::end_of(v)})
      for (auto const s : {solved_.earliest_by[p], solved_.latest_by[p]}) {
        if (!s.any() || s.is_own()) continue;
        if (!s.is_bound()) return false;
        // Dates have the lowest numbers, one of each event that has one.
        auto const by = net.bounds()[s.place()].by;
        if (by >= dates_ || is_tightened(by)) return false;
      }
    return true;
  }

  [[nodiscard]] bool is_tightened(chronology::statement_number by) const {
    auto const& all = solved_.tightenings;
    auto const at = std::lower_bound(all.begin(), all.end(), by,
                                     [](chronology::tightening const& t, chronology::statement_number n) { return t.by < n; });
    return at != all.end() && at->by == by;
  }

  [[nodiscard]] picture_step step_of(chronology::point p, bool earliest) {
    auto const s = (earliest ? solved_.earliest_by : solved_.latest_by)[p];
    if (!s.any()) return {};
    auto const limit_of = [&](chronology::point at) {
      return 4 * place_[chronology::event_of(at)] + (chronology::is_start(at) ? 0U : 2U) + (earliest ? 0U : 1U);
    };
    if (s.is_own()) return {no_name, limit_of(earliest ? p - 1 : p + 1)};
    auto const& net = laid_.network();
    if (s.is_bound()) return {number(net.bounds()[s.place()].by), no_name};
    auto const& c = net.constraints()[s.place()];
    return {number(c.by), limit_of(earliest ? c.from : c.to)};
  }

  [[nodiscard]] picture_why reasons_of(chronology::node v) {
    auto const& l = solved_.limits[v];
    auto const start = chronology::start_of(v), end = chronology::end_of(v);
    return {place_[v], day_, {l.start_min, l.start_max, l.end_min, l.end_max},
            {step_of(start, true), step_of(start, false), step_of(end, true), step_of(end, false)}};
  }

  void tell_shorter(chronology::node v) {
    for (std::uint32_t limit = 0; limit < 4 && all_.tried_ < most_tried; ++limit) {
      auto const at = limit < 2 ? chronology::start_of(v) : chronology::end_of(v);
      auto const looked = chronology::detail::look_through(laid_.network(), solved_, at, limit % 2 == 0);
      all_.tried_ += looked.tried;
      if (!looked.shorter) continue;
      auto& numbers = all_.made_.days[day_].shorter.emplace_back(4 * place_[v] + limit, std::vector<std::uint32_t>{}).second;
      for (auto const s : looked.chain) numbers.push_back(number(s));
    }
  }

  /// The statement's number in the picture; it is entered there if it is new.
  [[nodiscard]] std::uint32_t number(chronology::statement_number s) {
    if (numbers_[s] != no_name) return numbers_[s];
    auto const words = laid_.stated(s);
    picture_statement made{words.kind, place_[laid_.events(s).first]};
    if (words.other) made.other = place_[laid_.events(s).second];
    if (words.report) {
      made.report = place_of(all_.report_at_, words.report->str());
      made.reported = words.report->str();
    }
    if (words.kind == statement::sort::date)
      made.text = stated_date(known_[laid_.events(s).first].fields)->text();
    auto const known = all_.numbers_.find(words.text);
    if (known != all_.numbers_.end()) return numbers_[s] = known->second;
    if (words.kind != statement::sort::date) made.text.in("en", words.text).in("fr", laid_.stated(s, "fr").text);
    auto const at = static_cast<std::uint32_t>(all_.made_.statements.size());
    all_.made_.statements.push_back(std::move(made));
    all_.numbers_.emplace(words.text, at);
    return numbers_[s] = at;
  }

  /// What the statements that the picture has rest on.
  void tell_tightenings() {
    auto const& all = solved_.tightenings;
    for (bool more = !all.empty(); more;) {
      more = false;
      for (auto const& t : all) {
        if (numbers_[t.by] == no_name) continue;
        for (auto const s : t.rests_on)
          if (numbers_[s] == no_name) more = number(s) != no_name;
      }
    }
    auto& rests = all_.made_.days[day_].rests_on;
    for (auto const& t : all) {
      if (numbers_[t.by] == no_name) continue;
      rests.emplace_back(numbers_[t.by], std::vector<std::uint32_t>{});
      for (auto const s : t.rests_on) rests.back().second.push_back(numbers_[s]);
    }
  }

  picture_reasons& all_;
  std::uint32_t day_;
  std::vector<standing> known_;
  chronology::statement_number dates_ = 0;
  chronology::constraints laid_;
  chronology::solution solved_;
  std::vector<std::uint32_t> numbers_;  ///< of each of the network's statements, its number in the picture
  std::vector<std::uint32_t> place_;    ///< of each of the network's events, its place in the picture
};

void picture_reasons::enter(picture_why const& w) {
  auto& last = last_[w.event];
  if (last != no_name) {
    auto const& before = made_.why[last];
    if (before.limits == w.limits && before.steps == w.steps) return;
  }
  last = static_cast<std::uint32_t>(made_.why.size());
  made_.why.push_back(w);
}

void picture_reasons::add_day(std::uint32_t day, timeline const& t) { of_day{*this, day, t}.run(); }

}  // namespace sinedie::detail
