# The installed library, called by somebody else's program, plays as the installed command does:
# cmake -DCONSUMER=… -DPREFIX=… -P compare.cmake
set(scenarios ${PREFIX}/share/detente/scenarios)
foreach(scenario paris.yaml lessons/broker.yaml)
  execute_process(COMMAND ${CONSUMER} ${scenarios}/${scenario}
    OUTPUT_VARIABLE by_library OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${PREFIX}/bin/detente run --json --worlds 0 ${scenarios}/${scenario}
    OUTPUT_VARIABLE document COMMAND_ERROR_IS_FATAL ANY)
  string(JSON by_command GET "${document}" digest)
  if(NOT by_library STREQUAL by_command)
    message(FATAL_ERROR "${scenario}: ${by_library} by the library, ${by_command} by the command")
  endif()
  message(STATUS "${scenario}: ${by_command}")
endforeach()

# and its batches are those of the command, byte for byte
set(plan ${scenarios}/batch/paris-oat.yaml)
set(made ${PREFIX}/batches)
file(REMOVE_RECURSE ${made})
execute_process(COMMAND ${CONSUMER}_batch ${plan} ${made}/library COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PREFIX}/bin/detente batch run ${plan} -o ${made}/command --progress none
  COMMAND_ERROR_IS_FATAL ANY)
file(SHA256 ${made}/library/runs.csv by_library)
file(SHA256 ${made}/command/runs.csv by_command)
if(NOT by_library STREQUAL by_command)
  message(FATAL_ERROR "batch: runs.csv differs between the library and the command")
endif()
