# Which commit is built, for the manifests of batch runs: DETENTE_COMMIT, and DETENTE_CHANGED (0 or 1:
# the files differ from it). As of the time of configuring; "unknown" outside git.
set(DETENTE_COMMIT unknown)
set(DETENTE_CHANGED 0)
find_package(Git QUIET)
if(Git_FOUND)
  execute_process(COMMAND ${GIT_EXECUTABLE} rev-parse HEAD
    WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}
    OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE no_head ERROR_QUIET)
  if(NOT no_head)
    set(DETENTE_COMMIT ${head})
    execute_process(COMMAND ${GIT_EXECUTABLE} diff --quiet HEAD
      WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR} RESULT_VARIABLE changed ERROR_QUIET)
    if(changed)
      set(DETENTE_CHANGED 1)
    endif()
  endif()
endif()
