// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A VEVENT, VTODO or VJOURNAL taken apart, and the events made of them.

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sinedie/model/dossier.hpp>

#include "calendar_lines.hpp"
#include "calendar_zones.hpp"
#include "importing.hpp"

namespace sinedie::detail {

struct calendar_property {
  std::string name;  ///< in upper case
  std::string parameters;
  std::string value;
  place at;
  place value_at;
};

struct calendar_component {
  std::string kind;
  place at;
  std::size_t calendar = 0;  ///< which VCALENDAR of the text, from 1
  bool cancelled = false;    ///< whether the calendar is a cancellation
  bool recurs = false;
  std::vector<calendar_property> properties = {};
  std::optional<problem> wrong = {};  ///< the first thing that is

  [[nodiscard]] calendar_property const* find(std::string_view name) const;
  /// `VEVENT "uid"`.
  [[nodiscard]] std::string name() const;
  void refuse(errc code, std::string message, place const& where);
};

class calendar_events {
 public:
  using zone_finder = std::function<calendar_zone const*(std::size_t calendar, std::string const& name)>;

  calendar_events(dossier& into, remarks& notes, zone_finder zones) : into_{into}, notes_{notes}, zones_{std::move(zones)} {}

  /// Adds the event, or says in `c.wrong` why it can't be one.
  void read(calendar_component& c);
  /// Adds the parties and venues that events name, and their relations.
  void finish();

 private:
  struct moment {
    calendar_time time;
    std::optional<int> offset;  // from UTC, where known
    std::string written;        // with its zone, where it has one

    [[nodiscard]] std::int64_t instant() const { return time.seconds - offset.value_or(0); }
    [[nodiscard]] std::string edtf() const;
  };
  struct somebody {
    std::string id;
    std::string name;
    std::optional<party_kind> kind = {};
  };
  struct somewhere {
    std::string id;
    std::string name;
    std::optional<coordinates> at = {};
  };
  struct draft {
    sinedie::event event;
    std::vector<somebody> parties = {};
    std::vector<somewhere> venues = {};
    std::vector<std::string> series = {};
    std::vector<relation> relations = {};
    std::vector<std::pair<std::string_view, std::string>> remarks = {};
  };
  struct known_party {
    std::string id;
    std::string name;
    std::optional<party_kind> kind;
    std::set<std::string> aliases;
  };

  [[nodiscard]] std::optional<moment> time_of(calendar_component& c, calendar_property const& p) const;
  [[nodiscard]] std::optional<moment> end_of(calendar_component& c, moment const& start) const;
  [[nodiscard]] std::optional<time::dating> dated(calendar_component& c, std::string const& edtf, place const& at) const;
  void read_dates(calendar_component& c, draft& d) const;
  void read_exact_date(calendar_component& c, draft& d, time::dating const* stated, bool has_end) const;
  void read_status(calendar_component& c, draft& d) const;
  void read_texts(calendar_component& c, draft& d) const;
  void read_people(calendar_component& c, draft& d);
  void read_places(calendar_component& c, draft& d);
  void read_own(calendar_component& c, draft& d) const;
  void commit(draft const& d);

  dossier& into_;
  remarks& notes_;
  zone_finder zones_;
  id_maker event_ids_;
  id_maker party_ids_;
  id_maker venue_ids_;
  std::set<std::string> uids_;
  std::size_t nameless_ = 0;
  std::vector<known_party> parties_;
  std::unordered_map<std::string, std::size_t> party_places_;
  std::vector<somewhere> venues_;
  std::unordered_map<std::string, std::size_t> venue_places_;
  std::vector<std::string> series_;
  std::set<std::string> series_known_;
  std::vector<std::pair<std::string, std::vector<relation>>> relations_;
};

}  // namespace sinedie::detail
