// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <sinedie/io/file.hpp>

#include "io/file_system_calls.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sinedie_test::file_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

// A folder of its own for each test, gone with it.
struct scratch {
  scratch() {
    std::string name = (fs::temp_directory_path() / "sinedie-file-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    folder = name;
  }
  scratch(scratch const&) = delete;
  scratch& operator=(scratch const&) = delete;
  ~scratch() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  [[nodiscard]] fs::path operator/(char const* name) const { return folder / name; }
  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
  }
  fs::path folder;
};

void put(fs::path const& path, std::string const& text) { std::ofstream{path, std::ios::binary} << text; }
std::string get(fs::path const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

enum class trouble { error, short_write, interrupted, zero, crash };

// Lets the k-th call fail, or that call and all after it.
class failing_calls : public detail::file_system_calls {
 public:
  failing_calls(int k, trouble how, int number, bool from_then_on, bool nameless)
      : k_{k}, how_{how}, number_{number}, from_then_on_{from_then_on}, nameless_{nameless} {}
  [[nodiscard]] int calls() const { return calls_; }
  [[nodiscard]] bool struck() const { return struck_; }

  int openat(int folder, char const* path, int flags, mode_t mode) override {
    if (!nameless_ && (flags & O_TMPFILE) == O_TMPFILE) {
      errno = EOPNOTSUPP;
      return -1;
    }
    return strikes() ? -1 : file_system_calls::openat(folder, path, flags, mode);
  }
  ssize_t read(int fd, void* bytes, std::size_t most) override { return strikes() ? -1 : file_system_calls::read(fd, bytes, most); }
  ssize_t write(int fd, void const* bytes, std::size_t count) override {
    if (how_ == trouble::short_write) return file_system_calls::write(fd, bytes, std::min<std::size_t>(count, 3));
    if (how_ == trouble::zero && ++calls_ == k_) return struck_ = true, 0;
    return strikes() ? -1 : file_system_calls::write(fd, bytes, std::min<std::size_t>(count, 400));
  }
  int fstat(int fd, struct stat* facts) override { return strikes() ? -1 : file_system_calls::fstat(fd, facts); }
  int fstatat(int folder, char const* path, struct stat* facts) override {
    return strikes() ? -1 : file_system_calls::fstatat(folder, path, facts);
  }
  int fchmod(int fd, mode_t mode) override { return strikes() ? -1 : file_system_calls::fchmod(fd, mode); }
  int fsync(int fd) override { return strikes() ? -1 : file_system_calls::fsync(fd); }
  int flock(int fd, int operation) override { return strikes() ? -1 : file_system_calls::flock(fd, operation); }
  int linkat(int fd, int folder, char const* name) override { return strikes() ? -1 : file_system_calls::linkat(fd, folder, name); }
  int renameat(int folder, char const* from, char const* to) override {
    return strikes() ? -1 : file_system_calls::renameat(folder, from, to);
  }
  // Taking something away again must work for nothing to be left.
  int unlinkat(int folder, char const* name) override { return file_system_calls::unlinkat(folder, name); }

 private:
  bool strikes() {
    if (how_ == trouble::short_write || how_ == trouble::zero) return ++calls_, false;
    bool const now = ++calls_ == k_ || (from_then_on_ && calls_ > k_);
    if (!now) return false;
    struck_ = true;
    if (how_ == trouble::crash) ::_exit(7);
    errno = how_ == trouble::interrupted ? EINTR : number_;
    return true;
  }

  int k_;
  trouble how_;
  int number_;
  bool from_then_on_;
  bool nameless_;
  int calls_ = 0;
  bool struck_ = false;
};

std::string const old_text(1500, 'o');
std::string const new_text(2500, 'n');

// The new text, whole or in pieces.
void save_new(fs::path const& path, detail::file_system_calls& calls, bool pieces) {
  if (!pieces) return detail::save_atomically(path, new_text, calls);
  detail::save_atomically(path, [](text_sink const& put) {
    for (std::size_t i = 0; i < new_text.size(); i += 100) put(std::string_view{new_text}.substr(i, 100));
  }, calls);
}

}  // namespace

TEST_CASE("a file comes back as it was saved") {
  scratch const here;
  std::string text = "é\0\n";
  text += std::string(300'000, 'x');
  save_atomically(here / "a.json", text);
  CHECK(read_file(here / "a.json") == text);
  save_atomically(here / "a.json", "");
  CHECK(read_file(here / "a.json").empty());
  CHECK(here.count() == 1);
}

TEST_CASE("what can't be read is said plainly") {
  scratch const here;
  put(here / "file", "12345");
  REQUIRE(::mkfifo((here / "fifo").c_str(), 0600) == 0);
  fs::create_symlink("round", here / "round");
  fs::create_symlink("nowhere", here / "dangling");
  auto const refused = [&](fs::path const& path, errc code, std::string const& why) {
    auto const got = try_read_file(path);
    INFO(path);
    REQUIRE_FALSE(got.has_value());
    CHECK(got.error().code == code);
    CHECK(got.error().found == path.string());
    CHECK_THAT(got.error().message, ContainsSubstring(why));
  };
  refused(here.folder, errc::unreadable, "it is a folder");
  refused(here / "fifo", errc::unreadable, "it is a FIFO");
  refused(here / "missing", errc::unreadable, "no such file");
  refused(here / "file/below", errc::unreadable, "isn't a folder");
  refused(here / "round", errc::unreadable, "circle");
  refused(here / "dangling", errc::unreadable, "no such file");
  refused("/dev/null", errc::unreadable, "it is a device");
  refused("", errc::unreadable, "names no file");
  refused(here.folder / std::string(300, 'n'), errc::unreadable, "too long");
  if (::geteuid() != 0) {
    fs::permissions(here / "file", fs::perms::none);
    refused(here / "file", errc::unreadable, "permission");
  }
  reading how;
  how.bytes = 4;
  auto const large = try_read_file(here / "file", how);
  REQUIRE_FALSE(large.has_value());
  CHECK(large.error().code == errc::limit);
  how.bytes = 5;
  if (::geteuid() == 0) CHECK(read_file(here / "file", how) == "12345");
  CHECK_THROWS_AS(read_file(here / "missing"), error);
}

TEST_CASE("a missing permission is said plainly, for reading and for saving") {
  scratch const here;
  failing_calls denied{1, trouble::error, EACCES, true, true};
  auto const got = detail::read_file(here / "file", {}, denied);
  REQUIRE_FALSE(got.has_value());
  CHECK_THAT(got.error().message, ContainsSubstring("permission was denied"));
  failing_calls denied_too{1, trouble::error, EACCES, true, true};
  CHECK_THROWS_WITH(detail::save_atomically(here / "file", "x", denied_too), ContainsSubstring("permission was denied"));
}

TEST_CASE("what can't be saved is said plainly") {
  scratch const here;
  put(here / "file", "old");
  fs::create_directory(here / "folder");
  REQUIRE(::mkfifo((here / "fifo").c_str(), 0600) == 0);
  fs::create_symlink("round", here / "round");
  auto const refused = [&](fs::path const& path, std::string const& why) {
    INFO(path);
    try {
      save_atomically(path, "new");
      FAIL("saved");
    } catch (error const& e) {
      CHECK(e.code() == errc::unwritable);
      CHECK_THAT(std::string{e.what()}, ContainsSubstring(why));
    }
  };
  refused(here / "folder", "it is a folder");
  refused(here / "folder/", "it is a folder");
  refused(here / "fifo", "it is a FIFO");
  refused("/dev/full", "it is a device");
  refused(here / "missing/file", "no such file or folder");
  refused(here / "file/below", "isn't a folder");
  refused(here / "round", "circle");
  refused("", "names no file");
  refused(here.folder / std::string(300, 'n'), "too long");
  CHECK(get(here / "file") == "old");
  CHECK(here.count() == 4);
}

TEST_CASE("saving keeps the permissions and follows links") {
  scratch const here;
  put(here / "real", "old");
  fs::create_directory(here / "folder");
  fs::permissions(here / "real", fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  fs::create_symlink("../real", here / "folder/link");
  save_atomically(here / "folder/link", "new");
  CHECK(fs::is_symlink(here / "folder/link"));
  CHECK(get(here / "real") == "new");
  CHECK((fs::status(here / "real").permissions() & fs::perms::mask) == static_cast<fs::perms>(0640));

  fs::create_symlink("later", here / "dangling");
  save_atomically(here / "dangling", "first");
  CHECK(fs::is_symlink(here / "dangling"));
  CHECK(get(here / "later") == "first");

  mode_t const before = ::umask(027);
  save_atomically(here / "fresh", "x");
  ::umask(before);
  CHECK((fs::status(here / "fresh").permissions() & fs::perms::mask) == static_cast<fs::perms>(0640));
  std::string const longest(255, 'n');
  save_atomically(here.folder / longest, "old");
  save_atomically(here.folder / longest, "new");
  CHECK(get(here.folder / longest) == "new");
  CHECK(here.count() == 6);
}

TEST_CASE("whichever call fails, the file is whole and nothing else is left") {
  std::size_t tried = 0;
  for (int way = 0; way < 4; ++way) {
    bool const nameless = way % 2 == 0;
    bool const pieces = way / 2 == 0;
    for (bool const exists : {true, false}) {
      for (bool const from_then_on : {false, true}) {
        for (int const number : {ENOSPC, EIO, EDQUOT, EPERM, EBADF}) {
          for (int k = 1;; ++k) {
            scratch const here;
            if (exists) put(here / "file", old_text);
            failing_calls calls{k, trouble::error, number, from_then_on, nameless};
            bool refused = false;
            std::string said;
            try {
              save_new(here / "file", calls, pieces);
            } catch (error const& e) {
              refused = true;
              said = e.what();
              CHECK(e.code() == errc::unwritable);
            }
            if (!calls.struck()) {
              CHECK_FALSE(refused);
              break;
            }
            ++tried;
            INFO("call " << k << ", errno " << number << ", " << said);
            bool const there = fs::exists(here / "file");
            bool const moved = said.find("has its new content") != std::string::npos;
            if (refused && !moved) {
              CHECK(there == exists);
              if (there) CHECK(get(here / "file") == old_text);
            } else {
              CHECK(get(here / "file") == new_text);
            }
            CHECK(here.count() == (there ? 1U : 0U));
          }
        }
      }
    }
  }
  std::cout << "file: " << tried << " failing calls tried\n";
  CHECK(tried > 300);
}

TEST_CASE("interrupted calls and short writes are gone on with, and a write of nothing is an error") {
  for (int k = 1; k < 60; ++k) {
    scratch const here;
    failing_calls calls{k / 2 + 1, trouble::interrupted, 0, false, k / 2 % 2 == 0};
    save_new(here / "file", calls, k % 2 == 0);
    CHECK(get(here / "file") == new_text);
    failing_calls reading_calls{k, trouble::interrupted, 0, false, true};
    CHECK(*detail::read_file(here / "file", {}, reading_calls) == new_text);
  }
  scratch const here;
  failing_calls calls{0, trouble::short_write, 0, false, true};
  detail::save_atomically(here / "file", new_text, calls);
  CHECK(get(here / "file") == new_text);
  bool refused = false;
  for (int k = 1; k < 20; ++k) {
    failing_calls none{k, trouble::zero, 0, false, true};
    try {
      detail::save_atomically(here / "file", old_text, none);
    } catch (error const& e) {
      refused = true;
      CHECK_THAT(std::string{e.what()}, ContainsSubstring("disk is full"));
      CHECK(here.count() == 1);
    }
  }
  CHECK(refused);
}

TEST_CASE("what is written piece by piece is there whole or not at all") {
  scratch const here;
  put(here / "file", old_text);
  std::string all;
  save_atomically(here / "file", [&](text_sink const& give) {
    for (int i = 0; i < 5000; ++i) {
      std::string const piece(static_cast<std::size_t>(i % 300), static_cast<char>('a' + i % 26));
      all += piece;
      give(piece);
    }
    std::string const large(600'000, 'z');
    all += large;
    give(large);
    CHECK(get(here / "file") == old_text);
  });
  CHECK(get(here / "file") == all);
  CHECK_THROWS_AS(save_atomically(here / "file", [](text_sink const& give) {
    give("half");
    throw std::runtime_error{"no more"};
  }), std::runtime_error);
  CHECK(get(here / "file") == all);
  CHECK(here.count() == 1);
  // A full disk is said, whatever the writer makes of it.
  int k = 1;
  for (bool refused = false; !refused; ++k) {
    REQUIRE(k < 50);
    failing_calls full{k, trouble::zero, 0, false, true};
    try {
      detail::save_atomically(here / "file", [](text_sink const& give) {
        try {
          give(std::string(300'000, 'x'));
        } catch (...) {
        }
      }, full);
    } catch (error const& e) {
      refused = true;
      CHECK_THAT(std::string{e.what()}, ContainsSubstring("disk is full"));
    }
  }
  CHECK(here.count() == 1);
}

TEST_CASE("a failing read is an error, never a short text") {
  scratch const here;
  put(here / "file", old_text);
  int refused = 0;
  for (int k = 1;; ++k) {
    failing_calls calls{k, trouble::error, EIO, false, true};
    auto const got = detail::read_file(here / "file", {}, calls);
    if (!calls.struck()) break;
    REQUIRE_FALSE(got.has_value());
    CHECK_THAT(got.error().message, ContainsSubstring("device failed"));
    ++refused;
  }
  CHECK(refused == 4);
}

TEST_CASE("a crash between any two steps leaves the file whole, and what it may leave beside it goes with the next save") {
  std::size_t leftovers = 0;
  std::size_t crashes = 0;
  for (bool const nameless : {true, false}) {
    for (bool const exists : {true, false}) {
      for (int k = 1;; ++k) {
        scratch const here;
        if (exists) put(here / "file", old_text);
        pid_t const child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
          failing_calls calls{k, trouble::crash, 0, false, nameless};
          detail::save_atomically(here / "file", new_text, calls);
          ::_exit(0);
        }
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFEXITED(status));
        if (WEXITSTATUS(status) == 0) break;
        ++crashes;
        std::string const now = get(here / "file");
        bool const whole = now == new_text || (exists ? now == old_text : !fs::exists(here / "file"));
        CHECK(whole);
        std::size_t const beside = here.count() - (fs::exists(here / "file") ? 1U : 0U);
        if (nameless) leftovers += beside;
        save_atomically(here / "file", "after");
        CHECK(get(here / "file") == "after");
        if (exists) CHECK(here.count() == 1);
      }
    }
  }
  std::cout << "file: " << crashes << " crashes, of which " << leftovers << " left a spare file until the next save\n";
  CHECK(leftovers <= 1);
}

TEST_CASE("saves of one file from many threads leave one of the texts, whole", "[threads]") {
  scratch const here;
  std::vector<std::thread> threads;
  for (char letter = 'a'; letter < 'i'; ++letter) {
    threads.emplace_back([&, letter] {
      for (int i = 0; i < 25; ++i) save_atomically(here / "file", std::string(4000, letter));
    });
  }
  for (std::thread& t : threads) t.join();
  std::string const text = read_file(here / "file");
  CHECK(text == std::string(4000, text.at(0)));
  CHECK(here.count() == 1);
}

}  // namespace sinedie_test::file_test
