// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Texts that are JSON and texts that aren't, one fault in each, by the grammar of RFC 8259; and what a dossier's reader refuses of
/// what the grammar leaves to the implementation.

#include <string_view>

namespace sinedie_test {

using namespace std::string_view_literals;

inline constexpr std::string_view json_texts[] = {
    // values at the top
    "0"sv, "-0"sv, "7"sv, "-7"sv, "10"sv, "\"\""sv, "\" \""sv, "\"a\""sv, "true"sv, "false"sv, "null"sv, "[]"sv, "{}"sv,
    // blanks
    " 1"sv, "1 "sv, "\t1\t"sv, "\n1\n"sv, "\r1\r"sv, " [ ] "sv, " { } "sv, "[ 1 ,\n2 ]"sv, "{\"a\"\t:\r\n1}"sv, "\xEF\xBB\xBF[]"sv,
    // numbers
    "0.5"sv, "-0.5"sv, "1.0"sv, "0e1"sv, "0E+1"sv, "0e-1"sv, "1e5"sv, "1E5"sv, "1e+05"sv, "1e-05"sv, "1.5e10"sv, "123456789012345678"sv,
    "18446744073709551615"sv, "-9223372036854775808"sv, "0.00000000000000000000000001"sv, "1e-400"sv, "-1e-400"sv,
    "3.14159265358979323846264338327950288"sv, "1e308"sv,
    // strings
    "\"\\\"\""sv, "\"\\\\\""sv, "\"\\/\""sv, "\"\\b\\f\\n\\r\\t\""sv, "\"\\u0041\""sv, "\"\\u00e9\\u00E9\""sv, "\"\\ud83d\\ude00\""sv,
    "\"\\uD834\\uDD1E\""sv, "\"\\uFFFF\""sv, "\"\\u0001\""sv, "\"\x7F\""sv, "\"\xC3\xA9\""sv, "\"\xE2\x82\xAC\""sv,
    "\"\xF0\x9F\x98\x80\""sv, "\"\xF4\x8F\xBF\xBF\""sv, "\"\xEF\xBF\xBF\""sv, "\"\xE2\x80\xA8\xE2\x80\xA9\""sv, "\"/* no comment */\""sv,
    "\"// nor this\""sv, "\"[1,2\""sv, "\"\\\\u0041\""sv, "\"a\\u0020b\""sv,
    // lists and objects
    "[1]"sv, "[1,2,3]"sv, "[[]]"sv, "[[],[[]]]"sv, "[null,true,false]"sv, "[\"a\",1,{}]"sv, "{\"a\":1}"sv, "{\"\":0}"sv,
    "{\"a\":{\"b\":{}}}"sv, "{\"a\":[],\"b\":[{}]}"sv, "{\"\\u0061\":1}"sv, "{\"a\":1,\"A\":2}"sv, "{\"a b\":\"c\"}"sv,
    "{\"\xC3\xA9\":1,\"e\":2}"sv, "[-1,-0.0,-1e-1]"sv, "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"sv,
};

inline constexpr std::string_view json_faults[] = {
    // nothing, or not a value
    ""sv, " "sv, "\n\n"sv, "\xEF\xBB\xBF"sv, ","sv, ":"sv, "]"sv, "}"sv, "abc"sv, "'a'"sv, "`a`"sv, "<a/>"sv, "\\"sv, "\\u0041"sv, "*"sv,
    "@"sv, "#"sv, "&amp;"sv, "undefined"sv, "a: 1"sv, "=1"sv, "()"sv, "(1)"sv, ";"sv,
    // words
    "nul"sv, "nulll"sv, "NULL"sv, "Null"sv, "tru"sv, "truee"sv, "TRUE"sv, "True"sv, "fals"sv, "falsee"sv, "False"sv, "n"sv, "t"sv, "f"sv,
    "none"sv, "nil"sv, "yes"sv, "[nul]"sv, "[tru]"sv, "[true1]"sv, "[null\"\"]"sv, "{\"a\":nul}"sv, "NaN"sv, "[NaN]"sv, "-NaN"sv,
    "Infinity"sv, "[-Infinity]"sv, "[+Infinity]"sv, "[inf]"sv,
    // two roots, or text behind
    "1 2"sv, "[] []"sv, "{} {}"sv, "{}[]"sv, "[]{}"sv, "\"a\" \"b\""sv, "\"a\"\"b\""sv, "{},"sv, "[],"sv, "1,"sv, "[]]"sv, "{}}"sv,
    "[]}"sv, "{}]"sv, "[1]a"sv, "{\"a\":1}#"sv, "true false"sv, "null,"sv, "[] \xC3\xA9"sv, "[]\0"sv, "{}\xEF\xBB\xBF"sv,
    // numbers
    "-"sv, "--1"sv, "+1"sv, "++1"sv, "[-]"sv, "[+1]"sv, "00"sv, "01"sv, "-01"sv, "-00"sv, "[012]"sv, "0x1"sv, "0xFF"sv, "0b1"sv, "0o7"sv,
    "1."sv, "-1."sv, ".5"sv, "-.5"sv, "1.e5"sv, ".e1"sv, "1e"sv, "1E"sv, "1e+"sv, "1e-"sv, "1E+"sv, "1.5e"sv, "1e1.5"sv, "1e5e5"sv,
    "1.2.3"sv, "1..2"sv, "1,5"sv, "1 000"sv, "1_000"sv, "1a"sv, "1e5a"sv, "[1a]"sv, "[- 1]"sv, "[1 .5]"sv, "[1e 5]"sv, "0e"sv, "0."sv,
    "1f"sv, "1L"sv, "[\xEF\xBC\x91]"sv, "[\xD9\xA1]"sv, "1e1\xC2\xA0"sv, "[\xE2\x88\x92" "1]"sv,
    // strings
    "\""sv, "\"a"sv, "a\""sv, "[\"a]"sv, "{\"a}"sv, "\"\\"sv, "\"\\\""sv, "\"\\x41\""sv, "\"\\'\""sv, "\"\\a\""sv, "\"\\v\""sv, "\"\\0\""sv,
    "\"\\ \""sv, "\"\\U0041\""sv, "\"\\u\""sv, "\"\\u4\""sv, "\"\\u41\""sv, "\"\\u004\""sv, "\"\\u004g\""sv, "\"\\u 041\""sv,
    "\"\\u-041\""sv, "\"\\u{41}\""sv, "\"\\\xC3\xA9\""sv, "\"a\nb\""sv, "\"a\rb\""sv, "\"a\tb\""sv, "\"\x01\""sv, "\"\x1F\""sv,
    "\"\0\""sv, "'a'"sv, "['a']"sv, "{'a':1}"sv, "\xE2\x80\x9C" "a\xE2\x80\x9D"sv,
    // encoding
    "\"\x80\""sv, "\"\xBF\""sv, "\"\xC3\""sv, "\"\xC3(\""sv, "\"\xC0\x80\""sv, "\"\xC0\xAF\""sv, "\"\xC1\xBF\""sv, "\"\xE0\x80\x80\""sv,
    "\"\xE0\x9F\xBF\""sv, "\"\xE2\x82\""sv, "\"\xED\xA0\x80\""sv, "\"\xED\xBF\xBF\""sv, "\"\xF0\x80\x80\x80\""sv,
    "\"\xF0\x8F\xBF\xBF\""sv,
    "\"\xF0\x9F\x98\""sv, "\"\xF4\x90\x80\x80\""sv, "\"\xF5\x80\x80\x80\""sv, "\"\xF8\x88\x80\x80\x80\""sv, "\"\xFE\""sv, "\"\xFF\""sv,
    "[\x80]"sv, "{\"\xC3\":1}"sv, "\xFF\xFE[\0]\0"sv, "\xFE\xFF\0[\0]"sv, "[\0]\0"sv, "\0[\0]"sv, "\xEF\xBB[]"sv,
    // lists
    "["sv, "[1"sv, "[1,"sv, "[,"sv, "[,1]"sv, "[1,]"sv, "[1,,2]"sv, "[,]"sv, "[1 2]"sv, "[1:2]"sv, "[1;2]"sv, "[\"a\" \"b\"]"sv, "[[]"sv,
    "[[1]"sv, "[1}"sv, "[}"sv, "[\"a\",\n4\n,1,"sv, "[1,\n1\n,1"sv, "[{}"sv, "[\"\",]"sv, "[\"a\":1]"sv, "[][]"sv, "[a]"sv, "[\f]"sv,
    "[\v]"sv, "[\xC2\xA0]"sv, "[1,\xE2\x80\xA8" "2]"sv, "[*]"sv, "[1]]"sv,
    // objects
    "{"sv, "{\"a\""sv, "{\"a\":"sv, "{\"a\":1"sv, "{\"a\":1,"sv, "{,"sv, "{,}"sv, "{\"a\"}"sv, "{\"a\":}"sv, "{:1}"sv, "{\"a\" 1}"sv,
    "{\"a\"::1}"sv, "{\"a\":1,}"sv, "{\"a\":1,,\"b\":2}"sv, "{\"a\":1 \"b\":2}"sv, "{\"a\":1;\"b\":2}"sv, "{a:1}"sv, "{1:1}"sv,
    "{null:1}"sv,
    "{[]:1}"sv, "{\"a\":1]"sv, "{]"sv, "{\"a\",1}"sv, "{\"a\":\"b\":\"c\"}"sv, "{\"a\"=1}"sv, "{\"a\"=>1}"sv, "{\"a\":1}}"sv,
    "{\"a\":1 ,}"sv, "{\"a\":(1)}"sv, "{\"a\":1,b:2}"sv, "{\"a\\\":1}"sv,
    // comments
    "// a\n1"sv, "/* a */1"sv, "1// a"sv, "1/* a */"sv, "[1/* a */]"sv, "[1,// a\n2]"sv, "{/**/}"sv, "# a\n1"sv, "<!-- a -->1"sv, "1/"sv,
    "{\"a\":/*b*/1}"sv, "-- a\n1"sv,
    // left to the implementation, and refused by this one
    "1e400"sv, "-1e400"sv, "1e999999999999"sv, "18446744073709551616"sv, "-9223372036854775809"sv, "123456789012345678901234567890"sv,
    "\"\\ud800\""sv, "\"\\udc00\""sv, "\"\\ud800\\ud800\""sv, "\"\\udc00\\ud800\""sv, "\"\\ud83d\\u0041\""sv, "\"\\ud83dx\""sv,
    "{\"\\ud800\":1}"sv, "\"\\u0000\""sv, "{\"\\u0000\":1}"sv, "{\"a\":1,\"a\":1}"sv, "{\"a\":1,\"\\u0061\":2}"sv, "{\"\":1,\"\":1}"sv,
};

}  // namespace sinedie_test
