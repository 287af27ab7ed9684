// SPDX-License-Identifier: BSL-1.0
// A dating keeps the common forms in itself: reading, copying and comparing one takes nothing from the heap.
#include <sinedie/time/comparison.hpp>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "catch.hpp"

namespace {
std::atomic<int> taken{0};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): operators have no other place
}

// Every form that the program uses, so that what one takes the other gives back.
void* operator new(std::size_t bytes, std::nothrow_t const&) noexcept {
  ++taken;
  return std::malloc(bytes == 0 ? 1 : bytes);
}
void* operator new(std::size_t bytes) {
  if (void* const block = operator new(bytes, std::nothrow)) return block;
  throw std::bad_alloc{};
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }

namespace sinedie_test::heap_test {

using namespace sinedie;
using time::dating;

TEST_CASE("the common forms of a date take nothing from the heap", "[heap]") {
  int compared = 0;
  for (char const* const text :
       {"2025", "2025-02", "2025-02-18", "2025-02-18?", "2004-06~-11", "202X", "2025-XX", "2025-23", "Y170000002", "1950S2", "-0044-03-15",
        "2025-02-18T10:00:00Z", "2025-02-18T10:00:00+03:00", "2009/2017", "2025-02-18/..", "2025-02-18/", "../2025-02",
        "2025-02-18/2025-02-27", "2004-06~/2005?", "../..", "[2025-01,2025-03]", "[1670..1672]", "{1960,1961-12}"}) {
    CAPTURE(text);
    int const before = taken;
    auto const read = dating::try_parse(text);
    bool const fine = read.has_value();
    dating const copy = *read;
    bool const same = copy == *read;
    int const after = taken;
    CHECK(fine);
    CHECK(same);
    CHECK(after == before);
    ++compared;
  }
  dating const a{"2009/2017"}, b{"2025-02"};
  int const before = taken;
  auto const answer = time::precedes(a, b);
  CHECK(taken == before);
  CHECK(answer == truth::yes);
  // The counter counts: a long text has no room in a dating.
  int const least = taken;
  dating const listed{"[2025-01-01,2025-01-02,2025-01-03,2025-01-04,2025-01-05]"};
  CHECK(taken > least);
  WARN("heap: " << compared << " forms read without it");
}

}  // namespace sinedie_test::heap_test
