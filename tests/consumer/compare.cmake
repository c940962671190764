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
