#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace detente {

/// Finds the strongly connected parts of a graph, without recursion.
/// @tparam Next   bool(std::uint32_t node, Cursor& cursor, std::uint32_t& target): the next arc of
///                a node, if there is one; the cursor starts as Cursor{}
/// @tparam Found  void(std::span<const std::uint32_t> members, bool terminal): called once for
///                every part, those that it leads to before it; terminal: no arc leaves it
/// @source  Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1
///          (1972) 146-160.
template <typename Cursor, typename Next, typename Found>
class Components {
 public:
  Components(std::size_t nodes, const Next& next, const Found& found)
      : next_(next), found_(found), order_(nodes, 0), low_(nodes, 0) {}

  /// Visits what can be reached from a node and was not visited before.
  void visit(std::uint32_t start) {
    if (order_[start] != 0) return;
    enter(start);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      std::uint32_t target = 0;
      if (!next_(frame.node, frame.cursor, target)) {
        leave();
      } else if (order_[target] == 0) {
        enter(target);
      } else if (order_[target] == kDone) {
        frame.exit = true;
      } else {
        low_[frame.node] = std::min(low_[frame.node], order_[target]);
      }
    }
  }

 private:
  struct Frame {
    std::uint32_t node = 0;
    Cursor cursor{};
    bool exit = false;  // an arc leads out of the part that is being found
  };
  static constexpr std::uint32_t kDone = ~std::uint32_t{0};

  void enter(std::uint32_t node) {
    order_[node] = low_[node] = ++entered_;
    open_.push_back(node);
    frames_.push_back({node, Cursor{}, false});
  }

  void leave() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    const bool is_root = low_[frame.node] == order_[frame.node];
    if (is_root) close(frame.node, !frame.exit);
    if (frames_.empty()) return;
    Frame& parent = frames_.back();
    parent.exit = parent.exit || frame.exit || is_root;
    if (!is_root) low_[parent.node] = std::min(low_[parent.node], low_[frame.node]);
  }

  void close(std::uint32_t root, bool terminal) {
    std::size_t begin = open_.size() - 1;
    while (open_[begin] != root) --begin;
    const std::span<const std::uint32_t> members = std::span(open_).subspan(begin);
    for (const std::uint32_t member : members) order_[member] = kDone;
    found_(members, terminal);
    open_.resize(begin);
  }

  const Next& next_;
  const Found& found_;
  std::vector<std::uint32_t> order_{};  // 0 not entered, kDone its part is known
  std::vector<std::uint32_t> low_{};
  std::vector<std::uint32_t> open_{};
  std::vector<Frame> frames_{};
  std::uint32_t entered_ = 0;
};

}  // namespace detente
