// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A statement as JSON, as `check` and `why` print it.

#include <sinedie/chronology/statement.hpp>

#include "json_writer.hpp"

namespace sinedie::detail {

inline void write_statement(json_writer& out, statement const& s) {
  auto const id = [&](std::string_view key, auto const& optional) {
    out.key(key);
    if (optional) out.string(optional->str());
    else out.null();
  };
  out.open_object().key("kind").string(to_string(s.kind)).key("relation");
  if (s.relation) out.string(to_string(*s.relation));
  else out.null();
  out.key("event").string(s.event.str());
  id("other", s.other);
  id("report", s.report);
  out.key("source");
  if (s.source.empty()) out.null();
  else out.string(s.source);
  out.key("text").string(s.text).close();
}

}  // namespace sinedie::detail
