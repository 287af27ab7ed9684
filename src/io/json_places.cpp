// SPDX-License-Identifier: BSL-1.0
#include "json_places.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace sinedie::detail {

line_map::line_map(std::string_view text) : mark_{byte_order_mark(text)}, starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) starts_.push_back(at + 1);
}

place line_map::at(std::size_t offset) const {
  auto const after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  auto const line = static_cast<std::size_t>(after - starts_.begin());
  std::size_t const start = line == 1 ? std::min(mark_, offset) : starts_[line - 1];
  place where;
  where.line = line;
  where.column = offset - start + 1;
  return where;
}

void append_pointer(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (char const c : key) {
    if (c == '~') pointer += "~0";
    else if (c == '/') pointer += "~1";
    else pointer += c;
  }
}

void append_pointer(std::string& pointer, std::size_t index) { pointer += '/' + std::to_string(index); }

namespace {

// The pointers that are looked for, step by step. A map, since keys come from outside.
struct step {
  std::map<std::string, std::size_t, std::less<>> next;
  json_extent extent;
  std::size_t met = 0;  // how often its key has been met
};

struct walked {
  bool object = false;
  std::size_t step = nowhere;
  std::size_t items = 0;
  std::size_t key = nowhere;      // where the current member's key stands
  std::size_t inside = nowhere;   // the step of the current member or item
};

[[nodiscard]] std::string unescape_step(std::string_view written) {
  std::string key;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '~' && i + 1 < written.size()) key += written[++i] == '1' ? '/' : '~';
    else key += written[i];
  }
  return key;
}

}  // namespace

std::vector<json_extent> locate_json(std::string_view text, std::vector<std::string> const& pointers) {
  std::vector<step> steps(1);
  std::vector<std::size_t> wanted;
  for (std::string const& pointer : pointers) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < pointer.size();) {
      std::size_t const end = std::min(pointer.find('/', i + 1), pointer.size());
      std::string key = unescape_step(std::string_view{pointer}.substr(i + 1, end - i - 1));
      // One that is given again is counted from the first, so that one must be looked out for.
      if (auto const nul = key.find('\0'); nul != std::string::npos && steps[at].next.try_emplace(key.substr(0, nul), steps.size()).second)
        steps.emplace_back();
      auto const [place, added] = steps[at].next.try_emplace(std::move(key), steps.size());
      at = place->second;
      if (added) steps.emplace_back();
      i = end;
    }
    wanted.push_back(at);
  }

  json_bounds bounds;
  bounds.depth = nowhere;
  bounds.string = nowhere - 1;
  json_scanner scanner{text, bounds};
  std::vector<walked> open;
  auto const begin_value = [&](std::size_t offset) {  // the step of the value that begins here
    if (open.empty()) {
      steps[0].extent.begin = offset;
      return std::size_t{0};
    }
    walked& in = open.back();
    if (!in.object) {
      in.inside = nowhere;
      if (in.step != nowhere && !steps[in.step].next.empty()) {
        auto const found = steps[in.step].next.find(std::to_string(in.items));
        if (found != steps[in.step].next.end()) in.inside = found->second;
      }
      ++in.items;
    }
    if (in.inside != nowhere) {
      steps[in.inside].extent.key = in.key;
      steps[in.inside].extent.begin = offset;
    }
    return in.inside;
  };
  for (;;) {
    json_token const token = scanner.next();
    switch (token.kind) {
      case json_kind::wrong:
      case json_kind::finished: {
        std::vector<json_extent> extents;
        extents.reserve(wanted.size());
        for (std::size_t const at : wanted) extents.push_back(steps[at].extent);
        return extents;
      }
      case json_kind::key: {
        walked& in = open.back();
        in.key = token.begin;
        in.inside = nowhere;
        if (in.step == nowhere || steps[in.step].next.empty()) break;
        std::string_view const raw = text.substr(token.begin + 1, token.end - token.begin - 2);
        auto const& next = steps[in.step].next;
        auto found = next.find(token.escaped ? unescape_json(raw) : std::string{raw});
        if (found == next.end()) break;
        if (auto const again = steps[found->second].met++; again != 0) found = next.find(found->first + '\0' + std::to_string(again));
        if (found != next.end()) in.inside = found->second;
        break;
      }
      case json_kind::object:
      case json_kind::array: {
        std::size_t const inside = begin_value(token.begin);
        open.push_back({token.kind == json_kind::object, inside, 0, nowhere, nowhere});
        break;
      }
      case json_kind::end_object:
      case json_kind::end_array:
        if (open.back().step != nowhere) steps[open.back().step].extent.end = token.end;
        open.pop_back();
        break;
      case json_kind::unread:
      case json_kind::string:
      case json_kind::number:
      case json_kind::literal: {
        std::size_t const inside = begin_value(token.begin);
        if (inside != nowhere) steps[inside].extent.end = token.end;
        break;
      }
    }
  }
}

}  // namespace sinedie::detail
