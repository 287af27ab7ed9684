// SPDX-License-Identifier: BSL-1.0
#include "json_text.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <sinedie/detail/eight_bytes.hpp>

namespace sinedie::detail {

namespace {

// A key of an object that is still open. What it means lies in the text, or, where it was escaped, in the arena.
struct open_key {
  std::size_t offset = 0;  // of its quote
  std::size_t begin = 0;
  std::size_t length = 0;
  std::uint64_t mark = 0;  // differs where keys differ in their lengths or first bytes
  bool decoded = false;
};

struct open_container {
  bool object = false;
  std::size_t first_key = 0;
  std::size_t arena = 0;
  std::size_t items = 0;  // of an array, begun so far
};

struct duplicate {
  std::size_t first = 0;
  std::size_t second = 0;
  std::string key;
  std::string pointer;
};

class duplicate_finder {
 public:
  duplicate_finder(std::string_view text, std::size_t most) : text_{text}, most_{most} {}

  void item() {
    if (!open_.empty() && !open_.back().object) ++open_.back().items;
  }
  void open(bool object) { open_.push_back({object, keys_.size(), arena_.size(), 0}); }
  void key(json_token const& token) {
    std::string_view const raw = text_.substr(token.begin + 1, token.end - token.begin - 2);
    open_key k{token.begin, token.begin + 1, raw.size(), 0, token.escaped};
    if (token.escaped) {
      std::string const meant = unescape_json(raw);
      k.begin = arena_.size();
      k.length = meant.size();
      arena_ += meant;
    }
    k.mark = mark_of(meaning(k));
    keys_.push_back(k);
  }
  void close() {
    open_container const closing = open_.back();
    open_.pop_back();
    if (might_repeat(closing.first_key)) compare(closing.first_key);
    keys_.resize(closing.first_key);
    arena_.resize(closing.arena);
  }
  [[nodiscard]] std::vector<duplicate> const& found() const noexcept { return found_; }

 private:
  [[nodiscard]] std::string_view meaning(open_key const& k) const {
    return (k.decoded ? std::string_view{arena_} : text_).substr(k.begin, k.length);
  }

  [[nodiscard]] static std::uint64_t mark_of(std::string_view key) noexcept {
    auto const first = key.empty() ? 0 : bytes_at(key.data(), std::min<std::size_t>(key.size(), 8));
    return first ^ (key.size() * 0x9E3779B97F4A7C15U);
  }

  // Few keys are told apart by their marks; nearly all objects have few.
  [[nodiscard]] bool might_repeat(std::size_t first_key) const noexcept {
    if (keys_.size() - first_key > 24) return true;
    for (std::size_t i = first_key + 1; i < keys_.size(); ++i) {
      for (std::size_t k = first_key; k < i; ++k) {
        if (keys_[i].mark == keys_[k].mark) return true;
      }
    }
    return false;
  }

  // Sorting costs the same for keys that were chosen to collide as for any others.
  void compare(std::size_t first_key) {
    auto const begin = keys_.begin() + static_cast<std::ptrdiff_t>(first_key);
    std::sort(begin, keys_.end(), [&](open_key const& a, open_key const& b) {
      int const order = meaning(a).compare(meaning(b));
      return order != 0 ? order < 0 : a.offset < b.offset;
    });
    auto first = begin;  // of a run of equal keys
    for (auto k = std::next(begin); k != keys_.end(); ++k) {
      if (meaning(*first) != meaning(*k)) {
        first = k;
      } else if (found_.size() < most_) {
        found_.push_back({first->offset, k->offset, std::string{meaning(*k)}, path(first_key)});
        append_pointer(found_.back().pointer, meaning(*k));
      }
    }
  }

  // The way to the object that has just been closed: the last key, or the number of the last item, of each still open.
  [[nodiscard]] std::string path(std::size_t closed_first_key) const {
    std::string pointer;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (open_[i].object) {
        std::size_t const end = i + 1 < open_.size() ? open_[i + 1].first_key : closed_first_key;
        append_pointer(pointer, meaning(keys_[end - 1]));
      } else {
        append_pointer(pointer, open_[i].items - 1);
      }
    }
    return pointer;
  }

  std::string_view text_;
  std::size_t most_;
  std::vector<open_container> open_;
  std::vector<open_key> keys_;
  std::string arena_;
  std::vector<duplicate> found_;
};

// Notes where the members stand whose names begin with x-, the outermost of them.
class own_finder {
 public:
  explicit own_finder(std::string_view text) : text_{text} {}

  void token(json_token const& t) {
    if (depth_ == 0 && t.kind == json_kind::key) {
      std::string_view const raw = text_.substr(t.begin + 1, t.end - t.begin - 2);
      awaited_ = t.escaped ? unescape_json(raw).starts_with("x-") : raw.starts_with("x-");
      if (awaited_) found_.push_back({t.begin, nowhere, nowhere});
      return;
    }
    if (!awaited_) return;
    if (found_.back().begin == nowhere) found_.back().begin = t.begin;
    if (t.kind == json_kind::object || t.kind == json_kind::array) ++depth_;
    if (t.kind == json_kind::end_object || t.kind == json_kind::end_array) --depth_;
    if (depth_ != 0) return;
    found_.back().end = t.end;
    awaited_ = false;
  }
  [[nodiscard]] std::vector<json_extent> take() { return std::move(found_); }

 private:
  std::string_view text_;
  std::vector<json_extent> found_;
  bool awaited_ = false;
  std::size_t depth_ = 0;
};

// Notes where the members of the outermost object stand, and the items of those that are lists.
class part_finder {
 public:
  part_finder(std::string_view text, std::size_t most, json_examination& out) : text_{text}, most_{most}, out_{out} {}

  void key(json_token const& t) {
    if (depth_ != 1) return;
    std::string_view const raw = text_.substr(t.begin + 1, t.end - t.begin - 2);
    out_.parts.emplace_back();
    out_.parts.back().key = t.escaped ? unescape_json(raw) : std::string{raw};
  }
  void open(json_token const& t, bool object) {
    begin(t);
    if (depth_ == 0) out_.is_object = object;
    if (depth_ == 1 && out_.is_object) out_.parts.back().is_list = !object;
    ++depth_;
  }
  void close(json_token const& t) {
    --depth_;
    end(t);
  }
  void scalar(json_token const& t) {
    begin(t);
    end(t);
  }

 private:
  void begin(json_token const& t) {
    if (!out_.is_object) return;
    if (depth_ == 1) out_.parts.back().value.begin = t.begin;
    if (depth_ != 2 || !out_.parts.back().is_list) return;
    noted_ = out_.parts.back().items.size() < most_;
    if (noted_) out_.parts.back().items.push_back({t.begin, nowhere});
  }
  void end(json_token const& t) {
    if (!out_.is_object) return;
    if (depth_ == 1) out_.parts.back().value.end = t.end;
    if (depth_ == 2 && out_.parts.back().is_list && noted_) out_.parts.back().items.back().end = t.end;
  }

  std::string_view text_;
  std::size_t most_;
  json_examination& out_;
  std::size_t depth_ = 0;
  bool noted_ = false;  // the last item
};

}  // namespace

std::optional<json_examination> skim_json(std::string_view text, json_bounds const& bounds) {
  constexpr std::size_t few = 16;
  json_scanner scanner{text, bounds};
  json_examination out;
  part_finder parts{text, bounds.items, out};
  std::size_t depth = 0;
  for (;;) {
    bool const in_list = depth == 2 && !out.parts.empty() && out.parts.back().is_list;
    json_token const token = in_list ? scanner.next_unread() : scanner.next();
    switch (token.kind) {
      case json_kind::wrong: return std::nullopt;
      case json_kind::finished: return out.is_object ? std::optional{std::move(out)} : std::nullopt;
      case json_kind::key: {
        parts.key(token);
        if (depth != 1) break;
        auto const& key = out.parts.back().key;
        if (key.starts_with("x-") || out.parts.size() > few) return std::nullopt;
        for (std::size_t i = 0; i + 1 < out.parts.size(); ++i)
          if (out.parts[i].key == key) return std::nullopt;
        break;
      }
      case json_kind::object:
      case json_kind::array:
        parts.open(token, token.kind == json_kind::object);
        ++depth;
        break;
      case json_kind::end_object:
      case json_kind::end_array:
        parts.close(token);
        --depth;
        break;
      case json_kind::unread:
      case json_kind::string:
      case json_kind::number:
      case json_kind::literal: parts.scalar(token); break;
    }
  }
}

json_examination examine_json(std::string_view text, json_bounds const& bounds) {
  json_scanner scanner{text, bounds};
  duplicate_finder finder{text, bounds.problems};
  own_finder own{text};
  json_examination out;
  part_finder parts{text, bounds.items, out};
  for (bool more = true; more;) {
    json_token const token = scanner.next();
    own.token(token);
    switch (token.kind) {
      case json_kind::wrong: {
        problem p = scanner.error();
        p.where = line_map{text}.at(*p.offset);
        out = {};
        out.problems.push_back(std::move(p));
        return out;
      }
      case json_kind::finished: more = false; break;
      case json_kind::key:
        finder.key(token);
        parts.key(token);
        break;
      case json_kind::object:
      case json_kind::array:
        finder.item();
        finder.open(token.kind == json_kind::object);
        parts.open(token, token.kind == json_kind::object);
        break;
      case json_kind::end_object:
      case json_kind::end_array:
        finder.close();
        parts.close(token);
        break;
      case json_kind::unread:
      case json_kind::string:
      case json_kind::number:
      case json_kind::literal:
        finder.item();
        parts.scalar(token);
        break;
    }
  }
  out.own = own.take();
  if (finder.found().empty()) return out;
  line_map const lines{text};
  for (duplicate const& d : finder.found()) {
    place const first = lines.at(d.first);
    problem p;
    p.code = errc::duplicate_key;
    p.where = lines.at(d.second);
    p.where.pointer = d.pointer;
    p.other = first;
    p.other.pointer = d.pointer;
    p.offset = d.second;
    p.found = d.key;
    p.expected = "another key";
    p.message = "the key " + quoted(d.key) + " was already given at line " + std::to_string(first.line) + ", column " +
                std::to_string(first.column);
    out.problems.push_back(std::move(p));
  }
  std::sort(out.problems.begin(), out.problems.end(), [](problem const& a, problem const& b) { return *a.offset < *b.offset; });
  return out;
}

}  // namespace sinedie::detail
