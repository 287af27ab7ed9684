// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Events as bare numbers, for benchmarks: what every peer loads, and what a dossier is built from.
///
/// Rows are numbered in the order of a timeline: by first day, then last day, then id; the id of row n is "e" and n in eight
/// digits. 80 % last one day, 15 % of 2 to 10, 5 % from two months to three years, from 1995 to 2025. Parties by Zipf's law, two
/// of them to an event, and three to each fourth; venues and kinds evenly; a quarter of the events were cancelled.
///
///     rows const r = make_rows(1'000'000);
///     sinedie::dossier const d = dossier_of(r);

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include <sinedie/model/dossier.hpp>

namespace sinedie_bench {

inline constexpr std::uint32_t party_count = 10000, venue_count = 500, kind_count = 250;

struct rows {
  std::vector<std::int32_t> first, last;  ///< days since 1970
  std::vector<std::uint32_t> venue, kind, status;
  std::vector<std::uint32_t> begins{0};   ///< parties of row n: who[begins[n]] to who[begins[n + 1]]
  std::vector<std::uint32_t> who;

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(first.size()); }
};

[[nodiscard]] inline std::int32_t day_number(int year, unsigned month, unsigned day) {
  return static_cast<std::int32_t>(
      std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}}.time_since_epoch().count());
}

[[nodiscard]] inline std::string day_text(std::int32_t number) {
  std::chrono::year_month_day const d{std::chrono::sys_days{std::chrono::days{number}}};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                static_cast<unsigned>(d.day()));
  return text;
}

[[nodiscard]] inline std::string numbered(char const* prefix, std::uint32_t n, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%s%0*u", prefix, digits, n);
  return text;
}

/// Numbers from 0 by Zipf's law with exponent 1.
class zipf {
 public:
  explicit zipf(std::uint32_t n) : up_to_(n) {
    double sum = 0;
    for (std::uint32_t k = 0; k < n; ++k) up_to_[k] = sum += 1.0 / (k + 1);
    for (auto& each : up_to_) each /= sum;
  }
  template <typename Dice>
  [[nodiscard]] std::uint32_t operator()(Dice& dice) const {
    double const x = static_cast<double>(dice() >> 11U) * 0x1p-53;
    auto const at = std::lower_bound(up_to_.begin(), up_to_.end(), x);
    return static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(at - up_to_.begin(), std::ssize(up_to_) - 1));
  }

 private:
  std::vector<double> up_to_;
};

[[nodiscard]] inline rows make_rows(std::uint32_t n) {
  std::mt19937_64 dice{20250402};
  auto const origin = day_number(1995, 1, 1);
  auto const reach = static_cast<std::uint32_t>(day_number(2025, 12, 31) - origin + 1);
  auto const below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(dice() % limit); };
  std::vector<std::uint64_t> extents(n);  // first day and length, to be sorted
  for (auto& e : extents) {
    auto const sort = below(100);
    auto const length = sort < 80 ? 0 : sort < 95 ? 1 + below(9) : 60 + below(1036);
    e = std::uint64_t{below(reach)} << 32U | length;
  }
  std::sort(extents.begin(), extents.end());
  rows r;
  zipf const some_party{party_count};
  r.begins.reserve(n + 1);
  r.who.reserve(n * 9ULL / 4 + 16);
  for (auto const e : extents) {
    r.first.push_back(origin + static_cast<std::int32_t>(e >> 32U));
    r.last.push_back(r.first.back() + static_cast<std::int32_t>(e & 0xFFFFFFFFU));
    r.venue.push_back(below(venue_count));
    r.kind.push_back(below(kind_count));
    r.status.push_back(below(4) == 0 ? 7 : 6);  // cancelled, held
    auto const own = r.who.size();
    for (auto left = below(4) == 0 ? 3 : 2; left > 0;) {
      auto const p = some_party(dice);
      if (std::find(r.who.begin() + static_cast<std::ptrdiff_t>(own), r.who.end(), p) != r.who.end()) continue;
      r.who.push_back(p);
      --left;
    }
    r.begins.push_back(static_cast<std::uint32_t>(r.who.size()));
  }
  return r;
}

[[nodiscard]] inline sinedie::event event_of(rows const& r, std::uint32_t n) {
  using namespace sinedie;
  event e{event_id{numbered("e", n, 8)}};
  auto when = day_text(r.first[n]);
  if (r.last[n] != r.first[n]) when += '/' + day_text(r.last[n]);
  e.kind(numbered("kind_", r.kind[n], 3)).status(static_cast<status>(r.status[n])).on(when);
  for (auto k = r.begins[n]; k < r.begins[n + 1]; ++k) e.with(participation{party_id{numbered("p", r.who[k], 5)}, {}, {}});
  e.at(venue_id{numbered("v", r.venue[n], 3)});
  return e;
}

/// The events added in an order that has nothing to do with that of time.
[[nodiscard]] inline sinedie::dossier dossier_of(rows const& r) {
  using namespace sinedie;
  dossier d;
  for (std::uint32_t p = 0; p < party_count; ++p) d.add(party{party_id{numbered("p", p, 5)}});
  for (std::uint32_t v = 0; v < venue_count; ++v) d.add(venue{venue_id{numbered("v", v, 3)}});
  std::vector<std::uint32_t> order(r.size());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937_64 dice{7};
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice() % i]);
  for (auto const n : order) d.add(event_of(r, n));
  return d;
}

}  // namespace sinedie_bench
