// Any bytes are a trace or a list of diagnostics; what is read can be written again.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "detente/sim/read_trace.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): one small program

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  static_cast<void>(is_trace_document(text));
  const auto document = parse_trace(text, "fuzz.json");
  if (document) {
    static_cast<void>(to_json(document->trace));
  } else if (!has_errors(document.error())) {
    std::abort();
  }
  return 0;
}
