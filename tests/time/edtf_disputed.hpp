// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The 224 expressions that nine test suites and two libraries read differently, each with what was decided: the hull of its bounds,
/// or `!`, the code of the error and the offset of the first wrong byte. The groups are those of docs/edtf.md, which gives the
/// reason of each.

#include <iterator>

namespace sinedie_test {

struct disputed_expression {
  char const* text;
  char const* outcome;
};

struct disputed_group {
  char const* name;
  disputed_expression const* first;
  disputed_expression const* last;
};

// clang-format off
inline constexpr disputed_expression disputed_0[] = {  // Qualified unspecified digits
    {"16XX~", "1600-01-01 1699-12-31"}, {"16XX%", "1600-01-01 1699-12-31"}, {"1XXX~", "1000-01-01 1999-12-31"},
    {"156X~", "1560-01-01 1569-12-31"}, {"-01XX~", "-0199-01-01 -0100-12-31"}, {"201X?", "2010-01-01 2019-12-31"}};
inline constexpr disputed_expression disputed_1[] = {  // Parts of a year
    {"2001-29", "2001-09-01 2001-11-30"}, {"2020-30", "2020-12-01 2021-02-28"}, {"-2004-23", "-2004-09-01 -2004-11-30"},
    {"2001-30", "2001-12-01 2002-02-28"}, {"2001-31", "2001-03-01 2001-05-31"}, {"2001-32", "2001-06-01 2001-08-31"},
    {"-2001-34", "-2001-04-01 -2001-06-30"}, {"-2001-35", "-2001-07-01 -2001-09-30"}, {"-2001-36", "-2001-10-01 -2001-12-31"},
    {"-2001-37", "-2001-01-01 -2001-04-30"}, {"-2001-38", "-2001-05-01 -2001-08-31"}, {"-2001-39", "-2001-09-01 -2001-12-31"},
    {"-2001-40", "-2001-01-01 -2001-06-30"}, {"-2001-41", "-2001-07-01 -2001-12-31"}, {"2019-25", "2019-03-01 2019-05-31"}};
inline constexpr disputed_expression disputed_2[] = {  // The year 0000
    {"-0000-01-01", "!bad_syntax 0"}, {"-0000", "!bad_syntax 0"}, {"0000/0000", "0000-01-01 0000-12-31"},
    {"0000-02/1111", "0000-02-01 1111-12-31"}, {"0000-01/0000", "0000-01-01 0000-12-31"},
    {"0000-01-03/0000-01", "0000-01-03 0000-01-31"}, {"0000-02/0000", "0000-02-01 0000-12-31"}, {"-0000-07-05", "!bad_syntax 0"}};
inline constexpr disputed_expression disputed_3[] = {  // The draft of 2012
    {"2004-(06)?-11", "!bad_syntax 5"}, {"2004-06-(11)~", "!bad_syntax 8"}, {"2004-(06-11)?", "!bad_syntax 5"},
    {"2004?-06-(11)~", "!bad_syntax 9"}, {"(2004-(06)~)?", "!bad_syntax 0"}, {"20xx", "!bad_syntax 2"}, {"1984?~", "!trailing_text 5"},
    {"199u", "!bad_syntax 3"}, {"1999-uu-uu", "!bad_syntax 5"}, {"199u-01", "!bad_syntax 3"}, {"-199u", "!bad_syntax 4"},
    {"-1999-uu-uu", "!bad_syntax 6"}, {"2004-01-01/open", "!bad_syntax 11"}, {"2004-01-01/unknown", "!bad_syntax 11"},
    {"unknown/2004-01-01", "!bad_syntax 0"}, {"y170000002", "!bad_syntax 0"}, {"y-170000002", "!bad_syntax 0"},
    {"2001-02-03^xyz", "!trailing_text 10"}, {"2003-23^european", "!trailing_text 7"}, {"2003-23?~", "!trailing_text 8"},
    {"y17e7", "!bad_syntax 0"}, {"y-17e7", "!bad_syntax 0"}, {"198x", "!bad_syntax 3"}, {"18xx", "!bad_syntax 2"},
    {"199u-01-01", "!bad_syntax 3"}, {"19uu-01-01", "!bad_syntax 2"}, {"199u-uu-01", "!bad_syntax 3"}, {"19uu-uu-01", "!bad_syntax 2"},
    {"199u-uu-uu", "!bad_syntax 3"}, {"19uu-uu-uu", "!bad_syntax 2"}, {"199u-01-uu", "!bad_syntax 3"}, {"19uu-01-uu", "!bad_syntax 2"},
    {"1999-uu-01", "!bad_syntax 5"}, {"2004-06-uu", "!bad_syntax 8"}, {"2004-06-uu/2004-07-03", "!bad_syntax 8"},
    {"2004-(06)?~", "!bad_syntax 5"}};
inline constexpr disputed_expression disputed_4[] = {  // Days that don't exist
    {"1900-02-29", "!no_such_day 8"}, {"2019-02-29", "!no_such_day 8"}, {"2001-02-29", "!no_such_day 8"},
    {"2003-02-29", "!no_such_day 8"}};
inline constexpr disputed_expression disputed_5[] = {  // Offsets from UTC
    {"2020-05-01T10:30:00\xE2\x88\x92" "05:00", "!trailing_text 19"}, {"2020-05-01T00:00:00+15:00", "!no_such_time 19"},
    {"2020-05-01T00:00:00-13:00", "!no_such_time 19"}, {"2004-01-01T10:10:10-05:60", "!no_such_time 23"},
    {"-1985-04-12T23:20:30+24", "!no_such_time 20"}, {"2016-05-02T12:00:00-00:00", "!no_such_time 19"},
    {"2016-05-02T12:00:00-12:01", "!no_such_time 19"}, {"2016-05-02T12:00:00-13:00", "!no_such_time 19"},
    {"2016-05-02T12:00:00-14:00", "!no_such_time 19"}, {"2016-05-02T12:00:00+14:01", "!no_such_time 19"},
    {"2016-05-02T12:00:00-00", "!no_such_time 19"}, {"2016-05-02T12:00:00-13", "!no_such_time 19"},
    {"2016-05-02T12:00:00-14", "!no_such_time 19"}, {"2016-05-02T12:00:00+15", "!no_such_time 19"},
    {"2016-05-02T16:54:59+0000", "!bad_syntax 22"}, {"2016-05-02T16:54:59+1400", "!bad_syntax 22"},
    {"2016-05-02T16:54:59+1330", "!bad_syntax 22"}, {"2016-05-02T16:54:59+1200", "!bad_syntax 22"},
    {"2016-05-02T16:54:59+0410", "!bad_syntax 22"}, {"2016-05-02T16:54:59-0015", "!bad_syntax 22"},
    {"2016-05-02T16:54:59-1159", "!bad_syntax 22"}, {"2016-05-02T16:54:59-1200", "!bad_syntax 22"}};
inline constexpr disputed_expression disputed_6[] = {  // Times of day
    {"2020-05-01T24:00:00Z", "2020-05-02 2020-05-02T00:00:00Z"}, {"2020-05-01T10:30Z", "2020-05-01T10:30:00Z 2020-05-01T10:30:59Z"},
    {"2020-05-01T00:00Z", "2020-05-01 2020-05-01T00:00:59Z"}, {"2020-05-01T23:59Z", "2020-05-01T23:59:00Z 2020-05-01"}};
inline constexpr disputed_expression disputed_7[] = {  // Blanks around an expression
    {" 2020", "!bad_syntax 0"}, {"2020 ", "!trailing_text 4"}, {" 1863-03-29", "!bad_syntax 0"}, {"1863-03-29 ", "!trailing_text 10"},
    {"  1985-04-12  ", "!bad_syntax 0"}, {"\\t1985\\t", "!bad_syntax 0"}};
inline constexpr disputed_expression disputed_8[] = {  // Two and three digits
    {"20", "!bad_syntax 2"}, {"00", "!bad_syntax 2"}, {"19", "!bad_syntax 2"}, {"-01", "!bad_syntax 3"}, {"-05", "!bad_syntax 3"},
    {"-99", "!bad_syntax 3"}, {"199", "!bad_syntax 3"}, {"202", "!bad_syntax 3"}, {"-005", "!bad_syntax 4"}, {"199?", "!bad_syntax 3"},
    {"199~", "!bad_syntax 3"}, {"199%", "!bad_syntax 3"}, {"-04", "!bad_syntax 3"}, {"193", "!bad_syntax 3"}, {"019", "!bad_syntax 3"},
    {"009", "!bad_syntax 3"}, {"000", "!bad_syntax 3"}, {"-193", "!bad_syntax 4"}, {"-019", "!bad_syntax 4"},
    {"197~", "!bad_syntax 3"}, {"197?", "!bad_syntax 3"}, {"197%", "!bad_syntax 3"}, {"19~", "!bad_syntax 2"},
    {"19?", "!bad_syntax 2"}, {"19%", "!bad_syntax 2"}};
inline constexpr disputed_expression disputed_9[] = {  // Long years and significant digits
    {"Y1700", "!bad_syntax 0"}, {"Y-1200", "!bad_syntax 0"}, {"-1859S5", "!bad_syntax 6"}, {"Y00001", "!bad_syntax 1"},
    {"Y-00001", "!bad_syntax 2"}, {"Y17000-08-16", "!trailing_text 6"}, {"Y17000?", "+17000-01-01 +17000-12-31"},
    {"Y17E200", "!out_of_range 0"}, {"Y12345S7", "!bad_syntax 7"}, {"Y1745E0S3", "!bad_syntax 6"},
    {"-1234S2", "-1234-01-01 -1234-12-31"}};
inline constexpr disputed_expression disputed_10[] = {  // Words
    {"Spring, 2002", "!bad_syntax 0"}, {"winter, 2002", "!bad_syntax 0"}, {"Summer, -1980", "!bad_syntax 0"},
    {"second quarter of 2001", "!bad_syntax 0"}};
inline constexpr disputed_expression disputed_11[] = {  // Qualified ends of an interval
    {"~-0100/~2020", "-0100-01-01 2020-12-31"}, {"~-0100/~-0010", "-0100-01-01 -0010-12-31"},
    {"2019-12/%2020", "2019-12-01 2020-12-31"}, {"1984?/2004~-06", "1984-01-01 2004-06-30"},
    {"2004-06-11%/2004-%06", "2004-06-11 2004-06-30"}, {"2004-06-11%/2004-06~", "2004-06-11 2004-06-30"}};
inline constexpr disputed_expression disputed_12[] = {  // Ends of the same or of another precision
    {"1111-01-01/1111", "1111-01-01 1111-12-31"},
    {"2005-07-25T10:10:10Z/2006-01-01T10:10:10Z", "2005-07-25T10:10:10Z 2006-01-01T10:10:10Z"},
    {"Y-61000/-2000", "-61000-01-01 -2000-12-31"}, {"2005-07-25T10:10:10Z/2006-01", "2005-07-25T10:10:10Z 2006-01-31"},
    {"2005-07-25/2006-01-01T10:10:10Z", "2005-07-25 2006-01-01T10:10:10Z"}, {"1985/1985", "1985-01-01 1985-12-31"},
    {"1985-04/1985-04", "1985-04-01 1985-04-30"}, {"1985-04-12/1985-04-12", "1985-04-12 1985-04-12"}};
inline constexpr disputed_expression disputed_13[] = {  // Seasons at an end of an interval
    {"1923-21/1924", "1923-03-01 1924-12-31"}, {"1952-23~/1953", "1952-09-01 1953-12-31"},
    {"2003-22/2004-22", "2003-06-01 2004-08-31"}, {"2003-22/2003-22", "2003-06-01 2003-08-31"},
    {"2003-22/2003-23", "2003-06-01 2003-11-30"}, {"2012-21/2012-22", "2012-03-01 2012-08-31"},
    {"2001-21/2001-22", "2001-03-01 2001-08-31"}};
inline constexpr disputed_expression disputed_14[] = {  // Unspecified digits at an end of an interval
    {"XXXX-12-21/1890-09-2X", "0000-12-21 1890-09-29"}, {"1984-11-12/1984-11-XX", "1984-11-12 1984-11-30"},
    {"2000/2000-XX-XX", "2000-01-01 2000-12-31"}, {"1919-XX-02/1919-XX-01", "1919-01-02 1919-12-01"},
    {"1919-12-02/1919-XX-04", "1919-12-02 1919-12-04"}, {"1919-11-02/1919-1X-01", "1919-11-02 1919-12-01"},
    {"1919-09-02/1919-X0-01", "1919-09-02 1919-10-01"}, {"1919-08-02/1919-0X-01", "1919-08-02 1919-09-01"},
    {"1919-10-02/1919-X1-01", "1919-10-02 1919-11-01"}, {"1919-07-30/1919-07-3X", "1919-07-30 1919-07-31"},
    {"1908-05-02/1908-05-0X", "1908-05-02 1908-05-09"}, {"0501-11-18/0501-11-1X", "0501-11-18 0501-11-19"},
    {"1112-08-22/1112-08-2X", "1112-08-22 1112-08-29"}, {"2015-02-27/2015-02-X8", "2015-02-27 2015-02-28"},
    {"2016-02-28/2016-02-X9", "2016-02-28 2016-02-29"}, {"2019-01-XX~/2020-01?", "2019-01-01 2020-01-31"}};
inline constexpr disputed_expression disputed_15[] = {  // Qualified seasons
    {"2011-23~", "2011-09-01 2011-11-30"}, {"2001-21?", "2001-03-01 2001-05-31"}, {"2001-22~", "2001-06-01 2001-08-31"},
    {"2003-23?", "2003-09-01 2003-11-30"}, {"2003-23~", "2003-09-01 2003-11-30"}, {"2003-23%", "2003-09-01 2003-11-30"}};
inline constexpr disputed_expression disputed_16[] = {  // Sets
    {"[1667,1668, 1670..1672]", "1667-01-01 1672-12-31"}, {"{-1667,1668, 1670..1672}", "-1667-01-01 1672-12-31"},
    {"{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}", ".. .."}, {"[..1983-12-31,1984-10-10..1984-11-01,1984-11-05..]", ".. .."},
    {"{2002..2001}", "!reversed 7"}};
inline constexpr disputed_expression disputed_17[] = {  // More than four digits without Y
    {"12345", "!bad_syntax 4"}, {"19850412", "!bad_syntax 4"}, {"1985000", "!bad_syntax 4"}, {"12004-06~-11", "!bad_syntax 4"},
    {"22004?-06-11", "!bad_syntax 4"}, {"1156X-12-25", "!bad_syntax 4"}, {"2XXXX-12-XX", "!bad_syntax 4"},
    {"31XXX-XX", "!bad_syntax 4"}};
inline constexpr disputed_expression disputed_18[] = {  // Patterns that no day fits
    {"156X-09-31", "!no_such_day 8"}, {"156X-11-31", "!no_such_day 8"}, {"15XX-02-3X", "!no_such_day 8"},
    {"15XX-2X-25", "!no_such_day 5"}, {"2019-0X-00", "!no_such_day 8"}};
inline constexpr disputed_expression disputed_19[] = {  // Unspecified digits in any component
    {"2019-XX-09", "2019-01-09 2019-12-09"}, {"201X-XX", "2010-01-01 2019-12-31"}, {"20XX-XX", "2000-01-01 2099-12-31"},
    {"20XX-07", "2000-07-01 2099-07-31"}, {"201X-XX-09", "2010-01-09 2019-12-09"}, {"201X-07-09", "2010-07-09 2019-07-09"},
    {"20XX-07-09", "2000-07-09 2099-07-09"}, {"20XX-07-XX", "2000-07-01 2099-07-31"}, {"20XX-07-0X", "2000-07-01 2099-07-09"},
    {"2019-0X-XX", "2019-01-01 2019-09-30"}};
inline constexpr disputed_expression disputed_20[] = {  // Qualifiers of components
    {"2019?-08-08", "2019-08-08 2019-08-08"}, {"2019-08%-08", "2019-08-08 2019-08-08"}, {"2019-08?-08%", "2019-08-08 2019-08-08"},
    {"2019?-08-08%", "2019-08-08 2019-08-08"}, {"2019~-08-08?", "2019-08-08 2019-08-08"}, {"2019~-08?-08~", "2019-08-08 2019-08-08"},
    {"2019~-08~-08~", "2019-08-08 2019-08-08"}};
inline constexpr disputed_expression disputed_21[] = {  // Dots outside sets
    {"..2004-06-01/~2004-06-20", "!bad_syntax 2"}, {"..1984", "!bad_syntax 2"}, {"1984..", "!trailing_text 4"},
    {"1670..1673", "!trailing_text 4"}, {"2004-06-01~/2004-06-20..", "!trailing_text 22"}};

inline constexpr disputed_group disputed_groups[] = {
    {"Qualified unspecified digits", std::begin(disputed_0), std::end(disputed_0)},
    {"Parts of a year", std::begin(disputed_1), std::end(disputed_1)},
    {"The year 0000", std::begin(disputed_2), std::end(disputed_2)},
    {"The draft of 2012", std::begin(disputed_3), std::end(disputed_3)},
    {"Days that don't exist", std::begin(disputed_4), std::end(disputed_4)},
    {"Offsets from UTC", std::begin(disputed_5), std::end(disputed_5)},
    {"Times of day", std::begin(disputed_6), std::end(disputed_6)},
    {"Blanks around an expression", std::begin(disputed_7), std::end(disputed_7)},
    {"Two and three digits", std::begin(disputed_8), std::end(disputed_8)},
    {"Long years and significant digits", std::begin(disputed_9), std::end(disputed_9)},
    {"Words", std::begin(disputed_10), std::end(disputed_10)},
    {"Qualified ends of an interval", std::begin(disputed_11), std::end(disputed_11)},
    {"Ends of the same or of another precision", std::begin(disputed_12), std::end(disputed_12)},
    {"Seasons at an end of an interval", std::begin(disputed_13), std::end(disputed_13)},
    {"Unspecified digits at an end of an interval", std::begin(disputed_14), std::end(disputed_14)},
    {"Qualified seasons", std::begin(disputed_15), std::end(disputed_15)},
    {"Sets", std::begin(disputed_16), std::end(disputed_16)},
    {"More than four digits without Y", std::begin(disputed_17), std::end(disputed_17)},
    {"Patterns that no day fits", std::begin(disputed_18), std::end(disputed_18)},
    {"Unspecified digits in any component", std::begin(disputed_19), std::end(disputed_19)},
    {"Qualifiers of components", std::begin(disputed_20), std::end(disputed_20)},
    {"Dots outside sets", std::begin(disputed_21), std::end(disputed_21)}};
// clang-format on

}  // namespace sinedie_test
