// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <istream>

#include <sinedie/model/dossier.hpp>

/// A dossier of visits from a table of `id,visitor,from,start_date,end_date,description`. A stop that the description says came
/// afterwards is an event too: nobody dated it, and it follows the visit.
sinedie::dossier read_visits(std::istream& table);
