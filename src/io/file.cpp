// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/file.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include <sys/file.h>
#include <unistd.h>

#include "byte_source.hpp"
#include "file_system_calls.hpp"

namespace sinedie::detail {

int file_system_calls::openat(int folder, char const* path, int flags, mode_t mode) { return ::openat(folder, path, flags, mode); }
int file_system_calls::close(int fd) { return ::close(fd); }
ssize_t file_system_calls::read(int fd, void* bytes, std::size_t most) { return ::read(fd, bytes, most); }
ssize_t file_system_calls::write(int fd, void const* bytes, std::size_t count) { return ::write(fd, bytes, count); }
int file_system_calls::fstat(int fd, struct stat* facts) { return ::fstat(fd, facts); }
int file_system_calls::fstatat(int folder, char const* path, struct stat* facts) { return ::fstatat(folder, path, facts, 0); }
int file_system_calls::fchmod(int fd, mode_t mode) { return ::fchmod(fd, mode); }
int file_system_calls::fchown(int fd, uid_t user, gid_t group) { return ::fchown(fd, user, group); }
int file_system_calls::fsync(int fd) { return ::fsync(fd); }
int file_system_calls::flock(int fd, int operation) { return ::flock(fd, operation); }
int file_system_calls::linkat(int fd, int folder, char const* name) {
  std::string const self = "/proc/self/fd/" + std::to_string(fd);
  return ::linkat(AT_FDCWD, self.c_str(), folder, name, AT_SYMLINK_FOLLOW);
}
int file_system_calls::renameat(int folder, char const* from, char const* to) { return ::renameat(folder, from, folder, to); }
int file_system_calls::unlinkat(int folder, char const* name) { return ::unlinkat(folder, name, 0); }

namespace {

// What an error number means, in our own words where it is common, so that messages don't depend on the locale.
[[nodiscard]] std::string meaning_of(int number) {
  switch (number) {
    case ENOENT: return "there is no such file or folder";
    case ENOTDIR: return "a part of the path isn't a folder";
    case EACCES: case EPERM: return "permission was denied";
    case EISDIR: return "it is a folder";
    case ENOSPC: return "the disk is full";
    case EDQUOT: return "the disk quota is used up";
    case EFBIG: return "the file would be larger than is allowed";
    case EIO: return "the device failed (input/output error)";
    case EROFS: return "the file system is read-only";
    case ELOOP: return "its symbolic links go round in a circle";
    case ENAMETOOLONG: return "the name is too long";
    case EMFILE: case ENFILE: return "too many files are open";
    default: return std::generic_category().message(number);
  }
}

[[nodiscard]] char const* sort_of(mode_t mode) noexcept {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a FIFO";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

[[nodiscard]] problem about(std::filesystem::path const& path, errc code, std::string const& what) {
  problem p;
  p.code = code;
  p.message = detail::quoted(path.string()) + ' ' + what;
  p.found = path.string();
  return p;
}

template <typename Call>
[[nodiscard]] auto again(Call call) {
  auto answer = call();
  while (answer < 0 && errno == EINTR) answer = call();
  return answer;
}

// Closes on every way out.
class descriptor {
 public:
  descriptor(int fd, file_system_calls& system) noexcept : fd_{fd}, system_{&system} {}
  descriptor(descriptor const&) = delete;
  descriptor& operator=(descriptor const&) = delete;
  ~descriptor() {
    if (fd_ >= 0) system_->close(fd_);
  }
  [[nodiscard]] int get() const noexcept { return fd_; }

 private:
  int fd_;
  file_system_calls* system_;
};

// Thrown and caught inside this file: a step of saving that failed, with its errno.
struct failed_step {
  int number;
  char const* doing;
};

[[noreturn]] void fail(char const* doing) { throw failed_step{errno, doing}; }

using content = std::function<void(text_sink const&)>;

// One save, once the folder is open and the name in it is known.
class saver {
 public:
  saver(int folder, std::string name, file_system_calls& system)
      : folder_{folder}, name_{std::move(name)}, spare_{spare_name(name_)}, system_{system} {}

  // `replayed`: the content can be asked for twice.
  void run(content const& write, bool replayed) {
    struct stat old {};
    if (again([&] { return system_.fstatat(folder_, name_.c_str(), &old); }) == 0) {
      old_ = old;
    } else if (errno != ENOENT) {
      fail("couldn't be looked at");
    }
    if (!anonymous(write, replayed)) named(write);
    if (again([&] { return system_.fsync(folder_); }) != 0 && errno != EINVAL && errno != ENOTSUP) {
      fail("has its new content, but the folder couldn't be brought to the disk: a power cut could bring the old content back");
    }
  }

 private:
  // The name under which a complete file waits, for an instant, to take its place. One to each name, so that what a crash may
  // leave behind there is taken away by the next save.
  [[nodiscard]] static std::string spare_name(std::string const& name) {
    constexpr std::size_t most = 200;
    if (name.size() <= most) return '.' + name + ".saving~";
    std::uint64_t mixed = 14695981039346656037U;  // FNV-1a: only to tell long names apart
    for (char const c : name) mixed = (mixed ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return '.' + name.substr(0, most) + '.' + std::to_string(mixed) + ".saving~";
  }

  // Nothing of a nameless file is left if we die while writing. False where the file system has none.
  [[nodiscard]] bool anonymous(content const& write, bool replayed) {
#if defined(O_TMPFILE)
    int const fd = again([&] { return system_.openat(folder_, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0666); });
    if (fd < 0) {
      if (errno == EOPNOTSUPP || errno == EISDIR || errno == ENOENT || errno == EINVAL) return false;
      fail("couldn't be made beside the old file");
    }
    descriptor const file{fd, system_};  // the lock on it outlasts the spare name
    fill(fd, write);
    if (!old_ && again([&] { return system_.linkat(fd, folder_, name_.c_str()); }) == 0) return true;
    lock(fd);
    for (;;) {
      if (again([&] { return system_.linkat(fd, folder_, spare_.c_str()); }) == 0) break;
      if (errno == ENOENT || errno == EPERM || errno == EOPNOTSUPP) {  // no /proc: start over
        if (replayed) return false;
        named([&](text_sink const& put) { copy(fd, put); });
        return true;
      }
      if (errno != EEXIST) fail("couldn't be given a name");
      clear_spare();
    }
    place();
    return true;
#else
    (void)write;
    (void)replayed;
    return false;
#endif
  }

  void copy(int fd, text_sink const& put) {
    if (::lseek(fd, 0, SEEK_SET) != 0) fail("couldn't be read again");
    std::string buffer(std::size_t{1} << 16U, '\0');
    for (;;) {
      ssize_t const n = again([&] { return system_.read(fd, buffer.data(), buffer.size()); });
      if (n < 0) fail("couldn't be read again");
      if (n == 0) return;
      put(std::string_view{buffer}.substr(0, static_cast<std::size_t>(n)));
    }
  }

  void named(content const& write) {
    for (;;) {
      int const fd = again([&] { return system_.openat(folder_, spare_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666); });
      if (fd < 0) {
        if (errno != EEXIST) fail("couldn't be made beside the old file");
        clear_spare();
        continue;
      }
      descriptor const file{fd, system_};
      try {
        lock(fd);
        if (!is_spare(fd)) continue;  // somebody took it for a leftover before it was locked
        fill(fd, write);
      } catch (...) {
        system_.unlinkat(folder_, spare_.c_str());
        throw;
      }
      place();
      return;
    }
  }

  void lock(int fd) {
    if (again([&] { return system_.flock(fd, LOCK_EX | LOCK_NB); }) != 0 && errno != ENOLCK && errno != EOPNOTSUPP && errno != EINVAL) {
      fail("couldn't be locked");
    }
  }

  [[nodiscard]] bool is_spare(int fd) {
    struct stat open {};
    struct stat there {};
    if (again([&] { return system_.fstat(fd, &open); }) != 0) fail("couldn't be looked at");
    if (again([&] { return system_.fstatat(folder_, spare_.c_str(), &there); }) != 0) {
      if (errno == ENOENT) return false;
      fail("couldn't be looked at");
    }
    return open.st_dev == there.st_dev && open.st_ino == there.st_ino;
  }

  // Waits a moment for whoever holds the spare name, or takes away what a crash left there.
  void clear_spare() {
    int const fd = again([&] { return system_.openat(folder_, spare_.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0); });
    if (fd < 0) {
      if (errno == ENOENT) return;
      fail("couldn't be saved, since an earlier save is in the way");
    }
    descriptor const other{fd, system_};
    while (again([&] { return system_.flock(fd, LOCK_EX | LOCK_NB); }) != 0) {
      if (errno != EWOULDBLOCK || ++waits_ > 500) fail("couldn't be saved, since an earlier save is in the way");
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    if (is_spare(fd) && again([&] { return system_.unlinkat(folder_, spare_.c_str()); }) != 0 && errno != ENOENT) {
      fail("couldn't be saved, since an earlier save is in the way");
    }
  }

  // Small pieces are gathered, so that each row of a long table isn't a call of its own.
  void fill(int fd, content const& write) {
    if (old_) {
      struct stat fresh {};
      if (again([&] { return system_.fstat(fd, &fresh); }) != 0) fail("couldn't be looked at");
      // Only root can give a file away; anybody else's save makes the file theirs.
      mode_t mode = old_->st_mode & 07777U;
      if ((fresh.st_uid != old_->st_uid || fresh.st_gid != old_->st_gid) &&
          again([&] { return system_.fchown(fd, old_->st_uid, old_->st_gid); }) != 0) {
        mode &= 0777U;
      }
      if (again([&] { return system_.fchmod(fd, mode); }) != 0) fail("couldn't keep its permissions");
    }
    constexpr std::size_t most = std::size_t{1} << 18U;
    std::string waiting;
    std::optional<failed_step> failed;
    write([&](std::string_view piece) {
      if (failed) throw *failed;
      if (waiting.size() + piece.size() > most) {
        put(fd, waiting, failed);
        waiting.clear();
      }
      if (piece.size() > most) put(fd, piece, failed);
      else waiting += piece;
    });
    if (failed) throw *failed;  // whatever `write` did about it
    put(fd, waiting, failed);
    if (again([&] { return system_.fsync(fd); }) != 0 && errno != EINVAL && errno != ENOTSUP) fail("couldn't be brought to the disk");
  }

  void put(int fd, std::string_view bytes, std::optional<failed_step>& failed) {
    while (!bytes.empty()) {
      ssize_t const written = again([&] { return system_.write(fd, bytes.data(), std::min(bytes.size(), std::size_t{1} << 30U)); });
      if (written <= 0) {
        failed = failed_step{written < 0 ? errno : ENOSPC, "couldn't be written"};
        throw *failed;
      }
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void place() {
    if (again([&] { return system_.renameat(folder_, spare_.c_str(), name_.c_str()); }) == 0) return;
    int const number = errno;
    system_.unlinkat(folder_, spare_.c_str());
    throw failed_step{number, "couldn't be put in its place"};
  }

  int folder_;
  std::string name_;
  std::string spare_;
  file_system_calls& system_;
  std::optional<struct stat> old_;
  int waits_ = 0;
};

// Where a path leads in the end: symbolic links followed, also one that leads to nothing yet.
[[nodiscard]] std::filesystem::path destination(std::filesystem::path path) {
  constexpr int most_links = 40;
  for (int i = 0; i < most_links; ++i) {
    std::error_code ignored;
    if (!std::filesystem::is_symlink(std::filesystem::symlink_status(path, ignored))) return path;
    std::filesystem::path const target = std::filesystem::read_symlink(path, ignored);
    if (ignored) throw failed_step{ignored.value(), "couldn't be followed"};
    path = path.parent_path() / target;
  }
  throw failed_step{ELOOP, "couldn't be followed"};
}

}  // namespace

result<std::string> read_file(std::filesystem::path const& path, reading const& how, file_system_calls& system) {
  auto const unreadable = [&](int number) { return about(path, errc::unreadable, "can't be read: " + meaning_of(number)); };
  if (path.empty()) return about(path, errc::unreadable, "names no file");
  // Without O_NONBLOCK, opening a FIFO waits for somebody to write into it.
  int const fd = again([&] { return system.openat(AT_FDCWD, path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0); });
  if (fd < 0) return errno == ENXIO ? about(path, errc::unreadable, "can't be read: it is a socket or a device") : unreadable(errno);
  descriptor const file{fd, system};
  struct stat facts {};
  if (again([&] { return system.fstat(fd, &facts); }) != 0) return unreadable(errno);
  if (!S_ISREG(facts.st_mode)) {
    return about(path, errc::unreadable, std::string{"can't be read: it is "} + sort_of(facts.st_mode) + ", not a file");
  }
  auto const too_large = [&] { return about(path, errc::limit, "has more than " + std::to_string(how.bytes) + " bytes, the limit"); };
  auto const size = static_cast<std::uint64_t>(std::max<off_t>(facts.st_size, 0));
  if (size > how.bytes) return too_large();
  std::string bytes;
  constexpr std::size_t step = std::size_t{1} << 16U;
  std::size_t have = 0;
  for (bytes.resize(static_cast<std::size_t>(size) + 1);;) {  // one more: to meet the end without growing
    ssize_t const count = again([&] { return system.read(fd, bytes.data() + have, bytes.size() - have); });
    if (count < 0) return unreadable(errno);
    if (count == 0) break;
    have += static_cast<std::size_t>(count);
    if (have > how.bytes) return too_large();
    if (have == bytes.size()) bytes.resize(have + std::max(step, have / 2));
  }
  bytes.resize(have);
  return bytes;
}

namespace {

void save(std::filesystem::path const& path, content const& write, bool replayed, file_system_calls& system) {
  auto const refuse = [&](std::string const& what) { raise(about(path, errc::unwritable, what)); };
  try {
    if (path.empty()) refuse("names no file");
    std::filesystem::path const target = destination(path);
    if (!target.has_filename() || target.filename() == "." || target.filename() == "..") refuse("can't be saved: it is a folder");
    std::filesystem::path const folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path{"."};
    int const fd = again([&] { return system.openat(AT_FDCWD, folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0); });
    if (fd < 0) throw failed_step{errno, "can't be saved, since its folder can't be opened"};
    descriptor const open_folder{fd, system};
    struct stat old {};
    if (again([&] { return system.fstatat(fd, target.filename().c_str(), &old); }) == 0) {
      if (!S_ISREG(old.st_mode)) refuse(std::string{"can't be saved: it is "} + sort_of(old.st_mode) + ", not a file");
      // Renaming would replace a file that somebody made read-only.
      if (::faccessat(fd, target.filename().c_str(), W_OK, AT_EACCESS) != 0) throw failed_step{errno, "can't be saved"};
    }
    saver{fd, target.filename().string(), system}.run(write, replayed);
  } catch (failed_step const& step) {
    refuse(std::string{step.doing} + ": " + meaning_of(step.number));
  }
}

}  // namespace

void save_atomically(std::filesystem::path const& path, std::string_view bytes, file_system_calls& system) {
  save(path, [&](text_sink const& put) { put(bytes); }, true, system);
}

void save_atomically(std::filesystem::path const& path, content const& write, file_system_calls& system) {
  save(path, write, false, system);
}

}  // namespace sinedie::detail

namespace sinedie {

result<std::string> try_read_file(std::filesystem::path const& path, reading const& how) {
  detail::file_system_calls system;
  return detail::read_file(path, how, system);
}

std::string read_file(std::filesystem::path const& path, reading const& how) { return try_read_file(path, how).value(); }

std::string read_standard_input(reading const& how) { return detail::read_all(*detail::open_source("-"), how.bytes); }

void save_atomically(std::filesystem::path const& path, std::string_view bytes) {
  detail::file_system_calls system;
  detail::save_atomically(path, bytes, system);
}

void save_atomically(std::filesystem::path const& path, std::function<void(text_sink const&)> const& write) {
  detail::file_system_calls system;
  detail::save_atomically(path, write, system);
}

}  // namespace sinedie
