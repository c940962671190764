#pragma once

namespace detente::cli {

// What the process answers, so that scripts can tell "your fault" from "ours".
constexpr int kOk = 0;             ///< Also: no deal, and warnings only.
constexpr int kFailed = 1;         ///< Our fault, or the world's: a bug, a disk, a file not there.
constexpr int kUsage = 2;          ///< The command line makes no sense.
constexpr int kInvalid = 3;        ///< The command line does, a file that it names does not.
constexpr int kFailedRuns = 4;     ///< A batch is complete, but some of its runs failed.
constexpr int kChanged = 5;        ///< A batch folder was begun with something else.
constexpr int kInterrupted = 130;  ///< Somebody stopped it.

}  // namespace detente::cli
