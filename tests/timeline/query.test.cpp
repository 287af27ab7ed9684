// SPDX-License-Identifier: BSL-1.0
#include <sinedie/timeline/query.hpp>

#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include <sinedie/timeline/where.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::query_test {

using namespace sinedie;

static_assert(std::is_nothrow_move_constructible_v<query>);
static_assert(std::is_nothrow_default_constructible_v<query>);
static_assert(!std::is_convertible_v<char const*, query>);

namespace {

using op = query::op;

query letter(unsigned n) { return where::topic(std::string(1, static_cast<char>('a' + n % 26))); }

errc code_of(auto const& action) {
  try {
    action();
  } catch (error const& e) {
    return e.code();
  }
  return errc::unreadable;  // which no query raises
}

std::vector<op> shape(query const& q) {
  std::vector<op> ops;
  for (query::step const& s : q.steps()) ops.push_back(s.what);
  return ops;
}

/// The slow way: an expression as a tree, of letters `a` to `h`.
struct tree {
  op what = op::term;
  unsigned letter = 0;
  std::vector<tree> below;
};

tree random_tree(std::mt19937_64& random, int depth) {
  if (depth == 0 || random() % 4 == 0) return {op::term, static_cast<unsigned>(random() % 8), {}};
  tree t;
  t.what = static_cast<op>(1 + random() % 3);
  auto const count = t.what == op::negation ? 1 : 2 + random() % 3;
  for (std::size_t i = 0; i < count; ++i) t.below.push_back(random_tree(random, depth - 1));
  return t;
}

query built(tree const& t) {
  if (t.what == op::term) return letter(t.letter);
  if (t.what == op::negation) return !built(t.below.front());
  query q = built(t.below.front());
  for (std::size_t i = 1; i < t.below.size(); ++i) {
    q = t.what == op::conjunction ? std::move(q) && built(t.below[i]) : std::move(q) || built(t.below[i]);
  }
  return q;
}

bool holds(tree const& t, unsigned truths) {
  if (t.what == op::term) return (truths >> t.letter & 1U) != 0;
  if (t.what == op::negation) return !holds(t.below.front(), truths);
  bool const all = t.what == op::conjunction;
  for (tree const& each : t.below)
    if (holds(each, truths) != all) return !all;
  return all;
}

bool holds(query const& q, unsigned truths) {
  std::vector<bool> stack;
  for (query::step const& s : q.steps()) {
    if (s.what == op::term) {
      stack.push_back((truths >> (q.terms()[s.term].value[0] - 'a') & 1) != 0);
      continue;
    }
    std::size_t const from = stack.size() - s.count;
    bool value = s.what == op::negation ? !stack[from] : s.what == op::conjunction;
    for (std::size_t i = from; s.what != op::negation && i < stack.size(); ++i) {
      value = s.what == op::conjunction ? value && stack[i] : value || stack[i];
    }
    stack.resize(from);
    stack.push_back(value);
  }
  return stack.back();
}

/// The first assignment of truths under which they differ; 256 where there is none.
unsigned first_difference(query const& q, tree const& t) {
  unsigned truths = 0;
  while (truths < 256 && holds(q, truths) == holds(t, truths)) ++truths;
  return truths;
}

/// Flat: nothing within its like, no negation of a negation, and counts that add up.
bool is_flat(query const& q) {
  std::vector<op> stack;
  std::uint32_t terms = 0;
  for (query::step const& s : q.steps()) {
    if (s.what == op::term) {
      if (s.term != terms++ || s.count != 0) return false;
    } else {
      if (s.count > stack.size() || (s.what == op::negation ? s.count != 1 : s.count < 2)) return false;
      for (std::uint32_t i = 0; i < s.count; ++i) {
        if (stack.back() == s.what) return false;
        stack.pop_back();
      }
    }
    stack.push_back(s.what);
  }
  return stack.size() == 1 && terms == q.terms().size();
}

}  // namespace

TEST_CASE("the empty query has no text and leaves what it is joined to as it is") {
  query const all;
  CHECK(all.empty());
  CHECK(all.text() == "everything");
  CHECK(all.steps().empty());
  CHECK(all.terms().empty());
  CHECK(all == query{"everything"});
  CHECK((all && all).empty());
  CHECK((all && letter(0)) == letter(0));
  CHECK((letter(0) && all) == letter(0));
  CHECK(all != letter(0));
}

TEST_CASE("the empty query negated or as an alternative is spelt out") {
  CHECK((!query{}).text() == "not everything");
  CHECK((!!query{}).empty());
  CHECK((query{} || letter(0)).text() == "everything or topic:a");
  CHECK((letter(0) || query{}).text() == "topic:a or everything");
  CHECK(query{"everything or topic:a"} == (query{} || letter(0)));
}

TEST_CASE("queries of the same operator are one flat list") {
  query const left = (letter(0) && letter(1)) && letter(2);
  query const right = letter(0) && (letter(1) && letter(2));
  CHECK(left == right);
  CHECK(shape(left) == std::vector{op::term, op::term, op::term, op::conjunction});
  CHECK(left.steps().back().count == 3);
  CHECK(((letter(0) || letter(1)) || (letter(2) || letter(3))).steps().back().count == 4);
  CHECK((!!left) == left);
  CHECK((!left) != left);
  CHECK(shape(!left).back() == op::negation);
  CHECK((letter(0) && letter(1)) != (letter(1) && letter(0)));
  CHECK((letter(0) && letter(1)) != (letter(0) || letter(1)));
}

TEST_CASE("what is built on a copy leaves the original as it was") {
  query const a = letter(0) && letter(1);
  query copy = a;
  copy = std::move(copy) && letter(2);
  query const negated = !a;
  query const twice = a && a;
  query self = a;
  self = self || self;
  CHECK(a.text() == "topic:a topic:b");
  CHECK(copy.text() == "topic:a topic:b topic:c");
  CHECK(negated.text() == "not (topic:a topic:b)");
  CHECK(twice.text() == "topic:a topic:b topic:a topic:b");
  CHECK(self.text() == "topic:a topic:b or topic:a topic:b");
}

TEST_CASE("a query printed to a stream is its text") {
  std::ostringstream out;
  out << (letter(0) || !letter(1));
  CHECK(out.str() == "topic:a or not topic:b");
}

TEST_CASE("a random query means what the tree it was built from means, and is flat") {
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t const cases = sinedie_test::rounds(3000);
  std::size_t planted = 0;
  std::size_t noticed = 0;
  for (std::size_t i = 0; i < cases; ++i) {
    tree const t = random_tree(random, static_cast<int>(random() % 6));
    query const q = built(t);
    REQUIRE(is_flat(q));
    REQUIRE(first_difference(q, t) == 256);
    REQUIRE(first_difference(query{q.text()}, t) == 256);
    // A planted fault: what is negated never means the same, and the comparison has to say so.
    ++planted;
    if (first_difference(!q, t) == 0) ++noticed;
  }
  CHECK(noticed == planted);
  std::cout << cases << " random queries against their trees, " << noticed << " planted faults found\n";
}

TEST_CASE("a query of a hundred thousand terms is built one by one, printed and compared") {
  query all = letter(0);
  query any = letter(0);
  for (unsigned i = 1; i < 100000; ++i) {
    all = std::move(all) && letter(i);
    any = std::move(any) || !letter(i);
  }
  CHECK(all.steps().size() == 100001);
  CHECK(all.steps().back().count == 100000);
  CHECK(any.terms().size() == 100000);
  CHECK(all.text().size() == 100000 * 8 - 1);
  CHECK(all == query{all});
  CHECK((!!any) == any);
}

TEST_CASE("parentheses nest 64 deep in a query and no deeper") {
  query q = letter(0);
  for (int i = 0; i < 64; ++i) q = i % 2 == 0 ? (std::move(q) || letter(1)) && letter(2) : !(std::move(q));
  CHECK(query{q.text()} == q);
  CHECK(code_of([&] {
    for (int i = 0; i < 65; ++i) q = (std::move(q) || letter(1)) && letter(2);
  }) == errc::limit);
  query n = letter(0) && letter(1);
  std::size_t depth = 0;
  CHECK(code_of([&] {
    for (;; ++depth) {
      query next = !(n && letter(2));
      n = next || letter(3);
      if (depth > 1000) return;
    }
  }) == errc::limit);
  CHECK(depth == 32);
  CHECK(query{n.text()} == n);
  // A negation taken back gives its parentheses back.
  query back = letter(0) || letter(1);
  for (int i = 0; i < 1000; ++i) back = !std::move(back);
  CHECK(back == (letter(0) || letter(1)));
}

TEST_CASE("copies of a query are used from several threads at once", "[threads]") {
  query const shared = letter(0) && letter(1);
  std::vector<std::thread> threads;
  std::vector<std::string> texts(4);
  for (unsigned n = 0; n < 4; ++n) {
    threads.emplace_back([&, n] {
      for (int i = 0; i < 200; ++i) {
        query mine = shared;
        mine = std::move(mine) && letter(2 + n);
        texts[n] = mine.text();
      }
    });
  }
  for (std::thread& t : threads) t.join();
  for (unsigned n = 0; n < 4; ++n) CHECK(texts[n] == "topic:a topic:b topic:" + std::string(1, static_cast<char>('c' + n)));
  CHECK(shared.text() == "topic:a topic:b");
}

}  // namespace sinedie_test::query_test
