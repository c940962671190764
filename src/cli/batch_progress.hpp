#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "detente/batch/results.hpp"

namespace detente::cli {

/// Tells how far a batch is and when it will be done, not too often.
class BatchProgress {
 public:
  enum class Form { none, bar, lines, json };

  /// @param clock  seconds, only going forward.
  BatchProgress(Form form, std::ostream& out, std::function<double()> clock);

  /// Before the first run: what is there already.
  void begin(const Progress& progress);
  void tell(const Progress& progress);
  /// The last word, whenever the one before it was.
  void end(const Progress& progress);

 private:
  void write(const Progress& progress);

  Form form_;
  std::ostream& out_;
  std::function<double()> clock_;
  bool begun_ = false;
  double begin_ = 0.0;
  double told_ = 0.0;
  std::int64_t before_ = 0;  ///< Runs that were there at the beginning.
};

/// "1:05", "2:03:09": a time to wait.
std::string show_duration(double seconds);

}  // namespace detente::cli
