#include "cli/batch_progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

namespace detente::cli {
namespace {

constexpr int kBarWidth = 24;

double seconds_between(BatchProgress::Form form) {
  switch (form) {
    case BatchProgress::Form::bar:
      return 0.1;
    case BatchProgress::Form::json:
      return 1.0;
    default:
      return 10.0;
  }
}

/// How fast it goes, and how long it still takes; below 0: nobody knows yet.
struct Outlook {
  double runs_per_second = 0.0;
  double eta = -1.0;
};

std::string bar_of(double share) {
  const int full = static_cast<int>(share * kBarWidth);
  return '[' + std::string(full, '#') + std::string(kBarWidth - full, '.') + ']';
}

std::string line_of(const Progress& progress, const Outlook& outlook) {
  std::string text = fmt::format("{} of {} runs", progress.done, progress.planned);
  if (outlook.runs_per_second > 0.0) {
    text += fmt::format(", {:.0f} runs/s", outlook.runs_per_second);
  }
  if (outlook.eta >= 0.0) text += ", ETA " + show_duration(outlook.eta);
  return text + fmt::format(", {} failed", progress.failed);
}

nlohmann::ordered_json json_of(const Progress& progress, const Outlook& outlook) {
  nlohmann::ordered_json json{{"done", progress.done},
                              {"planned", progress.planned},
                              {"failed", progress.failed},
                              {"runs_per_second", outlook.runs_per_second},
                              {"eta_seconds", nullptr}};
  if (outlook.eta >= 0.0) json["eta_seconds"] = outlook.eta;
  return json;
}

}  // namespace

BatchProgress::BatchProgress(Form form, std::ostream& out, std::function<double()> clock)
    : form_(form), out_(out), clock_(std::move(clock)) {
}

void BatchProgress::begin(const Progress& progress) {
  begun_ = true;
  begin_ = told_ = clock_();
  before_ = progress.done;
  if (form_ != Form::lines) write(progress);
}

void BatchProgress::tell(const Progress& progress) {
  if (!begun_) return begin(progress);
  const double now = clock_();
  if (now - told_ < seconds_between(form_)) return;
  told_ = now;
  write(progress);
}

void BatchProgress::end(const Progress& progress) {
  if (!begun_) begin(progress);
  write(progress);
  if (form_ == Form::bar) out_ << '\n';
  out_.flush();
}

void BatchProgress::write(const Progress& progress) {
  if (form_ == Form::none) return;
  Outlook outlook;
  const double passed = clock_() - begin_;
  const auto played = static_cast<double>(progress.done - before_);
  if (passed > 0.0) outlook.runs_per_second = std::round(played / passed * 10.0) / 10.0;
  const auto left = static_cast<double>(progress.planned - progress.done);
  if (played > 0.0) outlook.eta = std::round(left / played * passed * 10.0) / 10.0;
  if (progress.done == progress.planned) outlook.eta = 0.0;
  if (form_ == Form::json) {
    out_ << json_of(progress, outlook).dump() << '\n';
  } else if (form_ == Form::lines) {
    out_ << line_of(progress, outlook) << '\n';
  } else {
    const double share = progress.planned == 0 ? 1.0
                                               : static_cast<double>(progress.done) /
                                                     static_cast<double>(progress.planned);
    // back to the start of the line, and wipe what stands behind
    out_ << '\r' << bar_of(share) << fmt::format(" {:3.0f} % ", std::floor(share * 100.0))
         << line_of(progress, outlook) << "\x1b[K";
  }
  out_.flush();
}

std::string show_duration(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::ceil(std::min(seconds, 1e12)));
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace detente::cli
