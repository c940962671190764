#pragma once

#include <string>

#include "detente/core/result.hpp"
#include "detente/sim/trace.hpp"

namespace detente {

/// What a document `detente/trace/1` tells of a run.
struct TraceDocument {
  /// As it was written. Its scenario has no more than the document names: ids of actors, issues,
  /// options and stages, in the order in which they come; it cannot be played.
  Trace trace{};
  std::string digest{};
};

/// Whether a text looks like such a document: an object that names the schema.
bool is_trace_document(const std::string& text);

/// Reads such a document; `name` stands in for the file in diagnostics.
Result<TraceDocument> parse_trace(const std::string& json, const std::string& name);

}  // namespace detente
