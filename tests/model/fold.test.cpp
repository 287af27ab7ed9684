// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/fold.hpp>

#include <utf8proc.h>

#include <array>
#include <chrono>
#include <clocale>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/detail/utf8.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::fold_test {

using namespace sinedie;

namespace {

// Unicode's own normal forms, by the library's other way in: the slow model of "the same text, written otherwise".
std::string normal(std::string const& text, bool composed) {
  utf8proc_uint8_t* out = nullptr;
  auto const options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | (composed ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE));
  auto const* const bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
  auto const size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &out, options);
  if (size < 0) return text;
  std::string const result(reinterpret_cast<char const*>(out), static_cast<std::size_t>(size));
  std::free(out);
  return result;
}

std::string of(std::u32string_view characters) {
  std::string text;
  for (char32_t const c : characters) detail::append_utf8(text, c);
  return text;
}

template <typename Random>
std::string random_text(Random& random) {
  std::string text;
  std::size_t const length = random() % 12;
  for (std::size_t i = 0; i < length; ++i) {
    constexpr std::array<std::pair<unsigned, unsigned>, 14> blocks{
        {{0x20, 0x7E}, {0xA0, 0x24F}, {0x250, 0x36F}, {0x370, 0x52F}, {0x590, 0x6FF}, {0x900, 0x97F}, {0x300, 0x345},
         {0x1E00, 0x1FFF}, {0x2000, 0x206F}, {0x3040, 0x30FF}, {0xAC00, 0xD7A3}, {0xF900, 0xFFFD}, {0x1D400, 0x1D7FF}, {0x80, 0x10FFFF}}};
    auto const [first, last] = blocks[random() % blocks.size()];
    detail::append_utf8(text, static_cast<char32_t>(first + random() % (last - first + 1)));
  }
  return text;
}

}  // namespace

TEST_CASE("spellings of one name fold alike") {
  std::vector<std::vector<std::string>> const names{
      {"istanbul", "ISTANBUL", of(U"\u0130stanbul"), of(U"\u0131stanbul"), of(U"I\u0307stanbul"), "  Istanbul\t", of(U"\uFF29stanbul")},
      {"cote divoire", of(U"C\u00F4te d\u2019Ivoire"), "COTE D'IVOIRE", of(U"Co\u0302te d\u02BCIvoire")},
      {"guinea bissau", "Guinea-Bissau", of(U"Guinea\u2013Bissau"), of(U"Guin\u00E9a_\u00A0Bissau")},
      {"strasse", of(U"Stra\u00DFe"), "STRASSE", of(U"STRA\u1E9EE")},
      {"lodz", of(U"\u0141\u00F3d\u017A"), "Lodz"},
      {"tromso", of(U"Troms\u00F8"), "TROMSO"},
      {"dakovo", of(U"\u0110akovo"), of(U"\u0111akovo")},
      {"aeroskobing", of(U"\u00C6r\u00F8sk\u00F8bing")},
      {"sanaa", "Sana'a", of(U"Sana\u02BFa\u02BE"), of(U"S\u0101na\u2019a")},
      {"sana", of(U"\u1E62an\u02BF\u0101\u02BE"), of(U"San\u2018a\u2019")},
      {"usa", "U.S.A.", "USA", "u.s.a"},
      {"st petersburg", "St. Petersburg", "St.Petersburg", "ST  PETERSBURG"},
      {"jd vance", "J.D. Vance", "J.D.Vance", "JD Vance"},
      {of(U"россия"), of(U"РОССИЯ"), of(U"Росси\u200Bя")},
      {of(U"алферов"), of(U"Алфёров"), of(U"Алфе\u0308ров")},
      {of(U"αθηνα"), of(U"Αθήνα"), of(U"ΑΘΉΝΑ"), of(U"Αθη\u0301να")},
      {of(U"ανδρεασ"), of(U"Ανδρέας"), of(U"ΑΝΔΡΕΑΣ")},
      {of(U"\u0627\u0644\u0631\u064A\u0627\u0636"),
       of(U"\u0627\u0644\u0631\u0650\u064A\u0627\u0636"), of(U"\u0627\u0644\u0631\u06CC\u0640\u0627\u0636")},
      {"finland", of(U"\uFB01nland"), of(U"\uFF26\uFF29\uFF2E\uFF2C\uFF21\uFF2E\uFF24")},
      {"", "", "   ", of(U"\u2014"), "'", ".", of(U"\u202E\u200B"), of(U"\u0301")},
  };
  for (auto const& spellings : names) {
    for (std::string const& spelling : spellings) CHECK(fold(spelling) == spellings.front());
  }
  CHECK(same_name("Riyadh", "RIYADH"));
}

TEST_CASE("what differs in more than spelling stays different") {
  CHECK(fold("Riyadh") != fold("Riyad"));
  CHECK(fold("Paris") != fold(of(U"P\u0430ris")));
  CHECK(fold(of(U"\u304C")) != fold(of(U"\u304B")));
  CHECK(fold(of(U"\u304C")) == fold(of(U"\u304B\u3099")));
  CHECK(fold(of(U"\uFF76\uFF9E")) == fold(of(U"\u30AC")));
  CHECK(fold(of(U"\u0915\u093F")) != fold(of(U"\u0915\u0940")));
  CHECK(fold("A+B") != fold("A B"));
  CHECK(fold("a b") != fold("ab"));
}

TEST_CASE("bytes that aren't UTF-8 fold to U+FFFD, one each") {
  CHECK(fold("A\xFF\xC3z") == "a\xEF\xBF\xBD\xEF\xBF\xBDz");
  CHECK(fold("\xFF") == fold("\xFE"));
}

TEST_CASE("folding what is folded changes nothing, for every character alone and before a letter") {
  std::size_t cases = 0;
  std::size_t wrong = 0;
  std::size_t longest = 0;
  std::size_t planted = 0;  // one that drops a letter each time: the law must catch it
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    for (std::string const& text : {of(std::u32string{c}), of(std::u32string{c, U'a'})}) {
      std::string const once = fold(text);
      auto const drop = [](std::string_view t) { return fold(t.substr(0, t.size() < 2 ? t.size() : t.size() - 1)); };
      planted += drop(drop(once)) != drop(once);
      if (fold(once) != once) {
        ++wrong;
        UNSCOPED_INFO("U+" << std::hex << static_cast<unsigned>(c));
      }
      if (once.size() > 12 * text.size()) longest = once.size();
      ++cases;
    }
  }
  CHECK(wrong == 0);
  CHECK(longest == 0);
  CHECK(planted > 0);
  WARN("folding: " << cases << " texts folded twice");
}

TEST_CASE("composed and decomposed texts fold alike, and random text folds to a fixed point") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t const cases = sinedie_test::rounds(30000);
  std::size_t planted = 0;  // comparing without folding: the oracle must tell the forms apart
  for (std::size_t i = 0; i < cases; ++i) {
    std::string const text = random_text(random);
    std::string const once = fold(text);
    CAPTURE(text);
    REQUIRE(fold(once) == once);
    std::string const composed = normal(text, true);
    std::string const decomposed = normal(text, false);
    planted += composed != decomposed;
    REQUIRE(fold(composed) == once);
    REQUIRE(fold(decomposed) == once);
    REQUIRE(once.find("  ") == std::string::npos);
    REQUIRE(!detail::first_invalid_utf8(once));
    REQUIRE(detail::skeleton(once).size() <= 12 * once.size());
  }
  CHECK(planted > cases / 10);
  WARN("folding: " << cases << " random texts in three forms");
}

TEST_CASE("random bytes fold without harm, to well-formed text") {
  std::mt19937_64 random{sinedie_test::seed() + 1};
  std::size_t const cases = sinedie_test::rounds(20000);
  for (std::size_t i = 0; i < cases; ++i) {
    std::string text(random() % 20, '\0');
    for (char& c : text) c = static_cast<char>(random() % 256);
    std::string const once = fold(text);
    REQUIRE(!detail::first_invalid_utf8(once));
    REQUIRE(fold(once) == once);
    REQUIRE(once.size() <= 12 * text.size());
  }
  WARN("folding: " << cases << " texts of random bytes");
}

TEST_CASE("a long run of marks takes time in proportion") {
  auto const milliseconds = [](std::string const& text) {
    auto const begin = std::chrono::steady_clock::now();
    CHECK_FALSE(fold(text).empty());
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  };
  for (std::u32string const marks : {U"\u0301\u0323", U"\u3099\u0E38", U"\u0345\u05B0"}) {
    std::string text = "a";
    for (std::size_t i = 0; i < 200000; ++i) text += of(marks);
    CHECK(milliseconds(text) < 5000);  // a square would take minutes
  }
  CHECK(fold("e" + [] {
    std::string marks;
    for (std::size_t i = 0; i < 5000; ++i) marks += of(U"\u0301");
    return marks;
  }()) == "e");
}

TEST_CASE("folding doesn't listen to the locale") {
  std::string const before = std::setlocale(LC_ALL, nullptr);
  for (char const* name : {"tr_TR.UTF-8", "de_DE.UTF-8", "C"}) {
    (void)std::setlocale(LC_ALL, name);
    CHECK(fold("ISTANBUL Title") == "istanbul title");
  }
  (void)std::setlocale(LC_ALL, before.c_str());
}

TEST_CASE("skeletons of look-alikes agree") {
  CHECK(detail::skeleton(of(U"P\u0430ris")) == detail::skeleton("Paris"));
  CHECK(detail::skeleton(of(U"\u039D\u0391\u03A4\u039F")) == detail::skeleton("NATO"));
  CHECK(detail::skeleton(of(U"\u041C\u041E\u0421\u041A\u0412\u0410")) == "mockba");
  CHECK(detail::skeleton("Paris") == fold("Paris"));
  CHECK(detail::skeleton("Paris") != detail::skeleton("Pariz"));
}

}  // namespace sinedie_test::fold_test
