// SPDX-License-Identifier: BSL-1.0
// The bodies of the time floor, and of the ground below it, once.
#include <sinedie/detail/shared-inl.hpp>
#include <sinedie/error-inl.hpp>
#include <sinedie/time/comparison-inl.hpp>
#include <sinedie/time/adoption-inl.hpp>
#include <sinedie/time/conversions-inl.hpp>
#include <sinedie/time/dating-inl.hpp>
#include <sinedie/time/dual_date-inl.hpp>
#include <sinedie/time/dual_year-inl.hpp>
#include <sinedie/time/duration-inl.hpp>
#include <sinedie/time/duration_sum-inl.hpp>
#include <sinedie/time/posix_time-inl.hpp>
#include <sinedie/time/spell-inl.hpp>
#include <sinedie/time/stated_date-inl.hpp>
#include <sinedie/time/words-inl.hpp>
#include <sinedie/time/detail/edtf-inl.hpp>
#include <sinedie/time/detail/edtf_print-inl.hpp>
#include <sinedie/time/detail/edtf_time-inl.hpp>
#include <sinedie/time/detail/plain_expression-inl.hpp>
#include <sinedie/time/detail/readings-inl.hpp>
#include <sinedie/time/detail/stated_text-inl.hpp>
#include <sinedie/time/detail/units-inl.hpp>
