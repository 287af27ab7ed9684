# SPDX-License-Identifier: BSL-1.0
"""docs/reference.md is what the headers make of it; and of C++ that is hard to read, the names that it declares are found."""
import sys

import house
import reference

HARD = '''#pragma once
/// Says what it is: a header.
///
/// More.

#include <string>

namespace sinedie::detail { struct hidden { int a; }; }
namespace sinedie {

/// A thing. It has parts.
enum class thing : unsigned char {
  one,  ///< the first
  two = 5,
};
/// Makes one; throws. Never null.
[[nodiscard]] inline std::string make(std::string const& from = "a;{", int (&list)[2] = detail::none) noexcept { return "}" + from; }
class box final : public std::string {
 public:
  explicit box(int n = {}) noexcept : std::string(1, '}'), n_{n}, m_{detail::hidden{3}.a} { /* } */ }
  box(box const&) = default;
  /// How many.
  [[nodiscard]] int count() const noexcept { return n_; }
  [[nodiscard]] box& with(int n) & { n_ = n; return *this; }
  [[nodiscard]] box&& with(int n) && { n_ = n; return std::move(*this); }
  friend bool operator==(box const&, box const&) = default;
  struct part { int width = 0; };  // no comment of its own

 private:
  int n_;
  int m_ = 2;
};
template <typename T>
  requires(sizeof(T) > 1)
[[nodiscard]] T twice(T x) { return x < 0 ? x : x + x; }
inline constexpr int most = 1'000;  ///< at most

}  // namespace sinedie
'''
EXPECTED = ["- `enum class thing`: A thing.", "  - `one`, `two`", '- `std::string make(std::string const& from = "a;{", int (&list)[2] = detail::none)`: Makes one; throws.',
            "- `class box`", "  - `box(int n = {})`", "  - `int count() const`: How many.", "  - `box& with(int n) &`", "  - `struct part`",
            "    - `int width`", "- `template <typename T> T twice(T x)`", "- `int most`: at most"]

failures = []
made = [line for space, name in reference.parse(HARD) if space == "sinedie" for line in reference.lines_of(name)]
if made != EXPECTED:
    failures.append("of a hard header is made\n  " + "\n  ".join(made) + "\nand not\n  " + "\n  ".join(EXPECTED))
if reference.about(HARD) != "Says what it is: a header.":
    failures.append(f"what a header says of itself is “{reference.about(HARD)}”")
if "detail::hidden" in str(reference.parse(HARD)) or any(space == "sinedie::detail" for space, _ in reference.parse(HARD)):
    failures.append("what nobody is to use is found")
page = reference.page(house.ROOT)
written = (house.ROOT / "docs/reference.md").read_text(encoding="utf-8")
if page != written:
    failures.append("docs/reference.md isn't as the headers are: run python3 tests/house/reference.py")
for name in ("`class timeline`", "`class dossier`", "`class dating`", "`query third_country()`", "`dossier load("):
    if name not in page:
        failures.append(f"{name} isn't in the reference")
if page.count("\n- `") < 400:
    failures.append(f"only {page.count(chr(10) + '- `')} names are in the reference")
print("\n".join(failures) or "the reference is as the headers are")
sys.exit(1 if failures else 0)
