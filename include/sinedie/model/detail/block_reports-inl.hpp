// SPDX-License-Identifier: BSL-1.0
#pragma once

// The part of a block that holds who says so: documents and reports.
#include <sinedie/model/detail/block-inl.hpp>

namespace sinedie::detail {

SINEDIE_INLINE row_number block::append(document const& d) {
  auto& c = documents_;
  return whole(c.id.size(), [&] {
    c.id.push_back(strings_.intern(d.id().str()));
    c.url.push_back(strings_.intern(d.url()));
    c.source.push_back(add_text(d.source()));
    c.title.push_back(add_text(d.title()));
    c.published.push_back(add_date(d.published()));
    add_citations(c.citing, d.citing());
    add_extensions(c.extensions, d.extensions());
  });
}

SINEDIE_INLINE document block::document_at(row_number r) const {
  auto const& c = documents_;
  document d{id<document_id>(c.id[r])};
  d.source(text(c.source[r])).title(text(c.title[r])).url(std::string{strings_[c.url[r]]});
  if (auto when = date(c.published[r])) d.published(std::move(*when));
  for (auto const& cell : c.citing[r]) d.cites(citation_of(cell));
  for (auto& x : extensions_of(c.extensions[r])) d.extension(std::move(x));
  return d;
}

SINEDIE_INLINE row_number block::append(report const& r) {
  auto& c = reports_;
  auto const claim_row = [&](std::optional<claim> const& said) { return said ? add_claim(said->fields()) : row_number{0}; };
  return whole(c.id.size(), [&] {
    c.id.push_back(strings_.intern(r.id().str()));
    c.about.push_back(r.about() ? strings_.intern(r.about()->str()) : 0);
    c.document.push_back(r.document() ? strings_.intern(r.document()->str()) : 0);
    c.url.push_back(strings_.intern(r.url()));
    c.kind.push_back(to_cell(r.kind()));
    c.rank.push_back(to_cell(r.rank()));
    c.said.push_back(add_date(r.said()));
    c.says.push_back(claim_row(r.says()));
    c.denies.push_back(claim_row(r.denies()));
    c.source.push_back(add_text(r.source()));
    c.published.push_back(add_date(r.published()));
    add_citations(c.citing, r.citing());
    for (auto const& id : r.supersedes()) c.supersedes.add(strings_.intern(id.str()));
    c.supersedes.close();
    for (auto const& id : r.retracts()) c.retracts.add(strings_.intern(id.str()));
    c.retracts.close();
    add_extensions(c.extensions, r.extensions());
  });
}

SINEDIE_INLINE report block::report_at(row_number i) const {
  auto const& c = reports_;
  report r{id<report_id>(c.id[i])};
  if (c.about[i] != 0) r.about(id<event_id>(c.about[i]));
  if (c.document[i] != 0) r.in(id<document_id>(c.document[i]));
  r.url(std::string{strings_[c.url[i]]}).source(text(c.source[i]));
  if (auto const k = from_cell<report_kind>(c.kind[i])) r.kind(*k);
  if (auto const k = from_cell<rank>(c.rank[i])) r.ranked(*k);
  if (auto when = date(c.said[i])) r.said(std::move(*when));
  if (auto when = date(c.published[i])) r.published(std::move(*when));
  if (c.says[i] != 0) r.says(claim{}.describe(claim_at(c.says[i])));
  if (c.denies[i] != 0) r.denies(claim{}.describe(claim_at(c.denies[i])));
  for (auto const& cell : c.citing[i]) r.cites(citation_of(cell));
  for (auto const s : c.supersedes[i]) r.supersedes(id<report_id>(s));
  for (auto const s : c.retracts[i]) r.retracts(id<report_id>(s));
  for (auto& x : extensions_of(c.extensions[i])) r.extension(std::move(x));
  return r;
}

}  // namespace sinedie::detail
