// SPDX-License-Identifier: BSL-1.0
#include "byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include <sinedie/error.hpp>

#if defined(SINEDIE_GZIP)
#include <zlib.h>
#endif

namespace sinedie::detail {

namespace {

class memory final : public byte_source {
 public:
  explicit memory(std::string_view text) : text_{text} {}
  std::size_t read(char* to, std::size_t most) override {
    auto const n = std::min(most, text_.size());
    if (n > 0) std::memcpy(to, text_.data(), n);
    text_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view text_;
};

class descriptor_source final : public byte_source {
 public:
  descriptor_source(int fd, std::string name) : fd_{fd}, name_{std::move(name)} {}
  ~descriptor_source() override {
    if (fd_ > 2) ::close(fd_);
  }
  std::size_t read(char* to, std::size_t most) override {
    for (;;) {
      auto const n = ::read(fd_, to, most);
      if (n >= 0) return static_cast<std::size_t>(n);
      if (errno != EINTR) raise(errc::unreadable, quoted(name_) + " can't be read: " + std::generic_category().message(errno));
    }
  }

 private:
  int fd_;
  std::string name_;
};

// Hands out first what was already read, to look at it, then the rest.
class with_head final : public byte_source {
 public:
  with_head(std::string head, std::unique_ptr<byte_source> rest) : head_{std::move(head)}, rest_{std::move(rest)} {}
  std::size_t read(char* to, std::size_t most) override {
    if (at_ == head_.size()) return rest_->read(to, most);
    auto const n = std::min(most, head_.size() - at_);
    std::memcpy(to, head_.data() + at_, n);
    at_ += n;
    return n;
  }

 private:
  std::string head_;
  std::size_t at_ = 0;
  std::unique_ptr<byte_source> rest_;
};

#if defined(SINEDIE_GZIP)
class unpacked final : public byte_source {
 public:
  explicit unpacked(std::unique_ptr<byte_source> packed) : packed_{std::move(packed)} { begin(); }
  ~unpacked() override { inflateEnd(&state_); }
  std::size_t read(char* to, std::size_t most) override {
    most = std::min<std::size_t>(most, 1U << 30U);
    state_.next_out = reinterpret_cast<Bytef*>(to);
    state_.avail_out = static_cast<uInt>(most);
    while (state_.avail_out == most) {
      if (state_.avail_in == 0) {
        state_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
        state_.avail_in = static_cast<uInt>(packed_->read(buffer_.data(), buffer_.size()));
        if (state_.avail_in == 0) {
          if (!whole_) raise(errc::malformed, "the packed file ends too early");
          return 0;
        }
      }
      // Files may follow one another in one (RFC 1952, 2.2).
      if (whole_) {
        inflateReset(&state_);
        whole_ = false;
      }
      auto const said = inflate(&state_, Z_NO_FLUSH);
      if (said == Z_MEM_ERROR) throw std::bad_alloc{};
      if (said != Z_OK && said != Z_STREAM_END && said != Z_BUF_ERROR) raise(errc::malformed, "the packed file is damaged");
      whole_ = said == Z_STREAM_END;
    }
    return most - state_.avail_out;
  }

 private:
  void begin() {
    if (inflateInit2(&state_, 15 + 16) != Z_OK) throw std::bad_alloc{};
  }

  std::unique_ptr<byte_source> packed_;
  std::array<char, 1U << 16U> buffer_{};
  z_stream state_{};
  bool whole_ = false;
};
#endif

[[nodiscard]] std::unique_ptr<byte_source> unpack_if_packed(std::unique_ptr<byte_source> from) {
  std::string head(2, '\0');
  std::size_t have = 0;
  while (have < head.size()) {
    auto const n = from->read(head.data() + have, head.size() - have);
    if (n == 0) break;
    have += n;
  }
  head.resize(have);
  bool const packed = head == "\x1f\x8b";
  auto whole = std::make_unique<with_head>(std::move(head), std::move(from));
  if (!packed) return whole;
#if defined(SINEDIE_GZIP)
  return std::make_unique<unpacked>(std::move(whole));
#else
  raise(errc::unreadable, "the file is packed with gzip, which this build can't unpack: it was built without zlib");
#endif
}

}  // namespace

bool knows_gzip() noexcept {
#if defined(SINEDIE_GZIP)
  return true;
#else
  return false;
#endif
}

std::unique_ptr<byte_source> memory_source(std::string_view text) { return unpack_if_packed(std::make_unique<memory>(text)); }

std::unique_ptr<byte_source> open_source(std::filesystem::path const& path) {
  if (path == "-") return unpack_if_packed(std::make_unique<descriptor_source>(STDIN_FILENO, "standard input"));
  auto const name = path.string();
  int const fd = ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) raise(errc::unreadable, quoted(name) + " can't be opened: " + std::generic_category().message(errno));
  auto source = std::make_unique<descriptor_source>(fd, name);
  struct stat facts {};
  if (::fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode)) raise(errc::unreadable, quoted(name) + " is no regular file");
  return unpack_if_packed(std::move(source));
}

source_again::source_again(std::filesystem::path path) : path_{std::move(path)} {
  if (path_ != "-") return;
  kept_ = std::tmpfile();
  if (!kept_) raise(errc::unwritable, "no temporary file can be made to keep standard input in: " + std::generic_category().message(errno));
  descriptor_source from{STDIN_FILENO, "standard input"};
  std::array<char, 1U << 16U> buffer{};
  try {
    while (auto const n = from.read(buffer.data(), buffer.size()))
      if (std::fwrite(buffer.data(), 1, n, kept_) != n)
        raise(errc::unwritable, "standard input can't be kept in a temporary file: " + std::generic_category().message(errno));
    if (std::fflush(kept_) != 0) raise(errc::unwritable, "standard input can't be kept in a temporary file");
  } catch (...) {
    std::fclose(kept_);
    throw;
  }
}

source_again::~source_again() {
  if (kept_) std::fclose(kept_);
}

std::unique_ptr<byte_source> source_again::open() {
  if (!kept_) return open_source(path_);
  int const fd = ::dup(::fileno(kept_));
  if (fd < 0) raise(errc::unreadable, "standard input can't be read again: " + std::generic_category().message(errno));
  auto source = std::make_unique<descriptor_source>(fd, "standard input");
  if (::lseek(fd, 0, SEEK_SET) != 0) raise(errc::unreadable, "standard input can't be read again");
  return unpack_if_packed(std::move(source));
}

std::string read_all(byte_source& from, std::size_t most) {
  std::string text;
  std::array<char, 1U << 16U> buffer{};
  while (auto const n = from.read(buffer.data(), buffer.size())) {
    if (text.size() + n > most) raise(errc::limit, "there are more than " + std::to_string(most) + " bytes");
    text.append(buffer.data(), n);
  }
  return text;
}

}  // namespace sinedie::detail
