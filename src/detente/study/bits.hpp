#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Private to the study room: data packed bit by bit.
namespace detente {

/// Packs small numbers, each in as few bits as it needs.
class BitWriter {
 public:
  /// The lowest `count` bits, highest first.
  /// @pre  count <= 64
  void put(std::uint64_t value, int count);
  void put_flag(bool flag) { put(flag ? 1 : 0, 1); }
  /// A number of any size; small ones are short: 4 bits up to 7, 8 bits up to 63.
  void put_number(std::uint64_t value);
  /// One of `choices` things.
  void put_choice(std::size_t index, std::size_t choices);

  const std::vector<bool>& bits() const { return bits_; }

 private:
  std::vector<bool> bits_{};
};

/// Takes them out again, in the same order.
class BitReader {
 public:
  /// @param bits  outlive the reader.
  explicit BitReader(const std::vector<bool>& bits) : bits_(&bits) {}

  std::uint64_t take(int count);
  bool take_flag() { return take(1) != 0; }
  std::uint64_t take_number();
  /// One of `choices` things; fails on what is none.
  std::size_t take_choice(std::size_t choices);

  /// Whether more was asked for than was there, or a choice was none: all results since are 0.
  bool failed() const { return failed_; }
  void fail() { failed_ = true; }
  std::size_t left() const { return bits_->size() - next_; }

 private:
  const std::vector<bool>* bits_;
  std::size_t next_ = 0;
  bool failed_ = false;
};

}  // namespace detente
