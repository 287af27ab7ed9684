# SPDX-License-Identifier: BSL-1.0
# Runs PROGRAM and compares what it prints with the file EXPECTED, to the byte.
execute_process(COMMAND "${PROGRAM}" ${ARGUMENTS} OUTPUT_VARIABLE printed RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} returned ${result}")
endif()
if(NOT EXISTS "${EXPECTED}")
  message(FATAL_ERROR "there is no ${EXPECTED}; what was printed:\n${printed}")
endif()
file(READ "${EXPECTED}" expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "printed:\n${printed}\nexpected (${EXPECTED}):\n${expected}")
endif()
