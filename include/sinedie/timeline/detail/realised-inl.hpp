// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/detail/shared.hpp>
#include <sinedie/knowledge/detail/interpretation.hpp>
#include <sinedie/knowledge/standing.hpp>
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/views.hpp>
#include <sinedie/timeline/detail/overlay.hpp>
#include <sinedie/timeline/detail/realised.hpp>

namespace sinedie::detail {

class plan_realiser {
 public:
  plan_realiser(detail::shared<archive const> from, knowledge_day day) : from_{std::move(from)}, by_{from_->told}, day_{day} {}

  [[nodiscard]] detail::shared<archive const> run() {
    find_targets();
    if (of_event_.empty()) return from_;
    home_ = detail::shared<block>::make();
    for (auto const& [e, plans] : of_event_) put(merged(e, plans));
    for (auto const owner : from_->related.owners)
      if (!of_event_.contains(owner) && !target_.contains(owner)) lead_elsewhere(owner);
    home_->lend();
    for (auto& c : changes_) c.at.home = home_.get(), c.keeps = home_;
    auto made = detail::shared<archive>::make(changed(from_->all, changes_), nullptr, from_);
    for (auto const& [plan, e] : target_) {
      made->told.set_aside(*made->told.find_event(id_of(plan)));
      made->stand_ins.emplace_back(id_of(plan), id_of(e));
    }
    return made;
  }

 private:
  using number = std::uint32_t;  // of an event in the ledger

  [[nodiscard]] std::string_view id_of(number e) const { return from_->told.event_id_text(e); }
  [[nodiscard]] std::optional<standing> const& known(number e) {
    auto const [at, fresh] = known_.try_emplace(e);
    if (fresh) at->second = standing_of(from_->told, by_, e, day_);
    return at->second;
  }

  /// For each plan that both it and what came of it are known: what came of it in the end.
  void find_targets() {
    std::map<number, number> next;
    for (auto const& [plan, e] : from_->realised)
      if (known(plan) && known(e)) next.emplace(plan, e);
    std::vector<std::pair<std::size_t, number>> by_distance;
    for (auto const& [plan, first] : next) {
      auto at = first;
      std::size_t steps = 1;
      for (auto n = next.find(at); n != next.end() && steps <= next.size(); n = next.find(at)) at = n->second, ++steps;
      if (steps > next.size()) continue;  // round in a ring, or into one
      target_.emplace(plan, at);
      by_distance.emplace_back(steps, plan);
    }
    std::sort(by_distance.begin(), by_distance.end());
    for (auto const& each : by_distance) of_event_[target_.at(each.second)].push_back(each.second);
  }

  /// Its relations, to what came of plans instead of these, without those to itself.
  [[nodiscard]] std::vector<relation> relations_of(event const& e, event_id const& self) const {
    std::vector<relation> all;
    for (auto r : e.relations()) {
      if (auto const other = from_->told.find_event(r.other.str())) {
        auto const leads = target_.find(*other);
        if (leads != target_.end()) r.other = event_id{id_of(leads->second)};
      }
      if (r.other != self) all.push_back(std::move(r));
    }
    return all;
  }

  /// Takes over what is silent.
  template <typename T>
  static void fill(stated<T> claim_fields::*field, claim_fields& declared, claim_fields& stands, claim_fields const& plan) {
    if (stands.*field || !(plan.*field)) return;
    declared.*field = plan.*field;
    stands.*field = plan.*field;
  }

  [[nodiscard]] event merged(number e, std::vector<number> const& plans) {
    auto const own = event_view{from_->told.event(e)}.value();
    event one{own.id(), own.title()};
    auto kind = own.kind();
    auto note = own.note();
    auto lasting = own.lasting();
    auto declared = own.fields();
    auto stands = known(e)->fields;
    auto relations = relations_of(own, own.id());
    auto attributes = own.attributes();
    for (auto const p : plans) {
      auto const plan = event_view{from_->told.event(p)}.value();
      auto const& said = known(p)->fields;
      if (one.title().empty()) one.title(plan.title());
      if (kind.empty()) kind = plan.kind();
      if (note.empty()) note = plan.note();
      if (!lasting.at_least) lasting.at_least = plan.lasting().at_least;
      if (!lasting.at_most) lasting.at_most = plan.lasting().at_most;
      fill(&claim_fields::status, declared, stands, said);
      fill(&claim_fields::when, declared, stands, said);
      fill(&claim_fields::expected, declared, stands, said);
      if (!stands.when || !stands.when->dating()) fill(&claim_fields::why_undated, declared, stands, said);
      fill(&claim_fields::venues, declared, stands, said);
      fill(&claim_fields::parties, declared, stands, said);
      fill(&claim_fields::modes, declared, stands, said);
      fill(&claim_fields::topics, declared, stands, said);
      fill(&claim_fields::series, declared, stands, said);
      fill(&claim_fields::by, declared, stands, said);
      for (auto& r : relations_of(plan, own.id()))
        if (std::find(relations.begin(), relations.end(), r) == relations.end()) relations.push_back(std::move(r));
      for (auto const& a : plan.attributes())
        if (std::none_of(attributes.begin(), attributes.end(), [&](attribute const& has) { return has.key == a.key; }))
          attributes.push_back(a);
    }
    // Why there is no date is beside the point once there is one.
    if (stands.when && stands.when->dating()) declared.why_undated.reset();
    if (!kind.empty()) one.kind(std::move(kind));
    one.note(std::move(note)).lasting(std::move(lasting)).describe(std::move(declared));
    for (auto& r : relations) one.related(std::move(r));
    for (auto& a : attributes) one.attribute(std::move(a.key), std::move(a.value));
    for (auto x : own.extensions()) one.extension(std::move(x));
    return one;
  }

  /// An event that relates to a plan relates to what came of it.
  void lead_elsewhere(number owner) {
    auto const was = event_view{from_->told.event(owner)}.value();
    auto relations = relations_of(was, was.id());
    if (relations == was.relations()) return;
    event now{was.id(), was.title()};
    if (!was.kind().empty()) now.kind(was.kind());
    now.note(was.note()).lasting(was.lasting()).describe(was.fields());
    for (auto& r : relations) now.related(std::move(r));
    for (auto const& a : was.attributes()) now.attribute(a.key, a.value);
    for (auto x : was.extensions()) now.extension(std::move(x));
    put(now);
  }

  void put(event const& e) { changes_.push_back({e.id().str(), {nullptr, home_->append(e)}, {}}); }

  detail::shared<archive const> from_;
  interpreter by_;
  knowledge_day day_;
  std::map<number, std::optional<standing>> known_;
  std::map<number, number> target_;                   ///< of each plan
  std::map<number, std::vector<number>> of_event_;    ///< the nearest plan first
  detail::shared<block> home_;
  std::vector<event_change> changes_;
};

SINEDIE_INLINE detail::shared<archive const> with_plans_realised(detail::shared<archive const> from, knowledge_day day) {
  return from->realised.empty() ? from : plan_realiser{std::move(from), day}.run();
}

}  // namespace sinedie::detail
