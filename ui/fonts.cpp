#include "ui/fonts.hpp"

#include <imgui.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <string>

namespace detente::ui {
namespace {

namespace fs = std::filesystem;

constexpr std::array kFaces{Typeface::body, Typeface::strong, Typeface::small, Typeface::large};

/// Latin, Cyrillic, modifier letters (the Ukrainian apostrophe), Greek capitals and small letters,
/// punctuation, currencies, arrows, the mathematics that we use, ticks and shapes.
constexpr std::array<ImWchar, 23> kRanges{
    0x0020, 0x017F, 0x02BB, 0x02BD, 0x0391, 0x03C9, 0x0400, 0x045F, 0x0490, 0x0493, 0x2010, 0x203A,
    0x20AC, 0x20B4, 0x2190, 0x2199, 0x2200, 0x2265, 0x25A0, 0x25CF, 0x2713, 0x2717, 0};

/// The folders that fonts may lie in: beside the program, then the system's.
fs::path find_font(const std::string& file) {
  std::error_code fault;
  const fs::path program = fs::read_symlink("/proc/self/exe", fault).parent_path();
  for (const fs::path& folder :
       {program / "fonts", program / ".." / "share" / "detente" / "fonts",
        fs::path(DETENTE_FONT_FOLDER) / "opentype" / "inter", fs::path(DETENTE_FONT_FOLDER)}) {
    if (fs::is_regular_file(folder / file, fault)) return folder / file;
  }
  return {};
}

bool is_heavy(Typeface face) {
  return face == Typeface::strong || face == Typeface::large;
}

/// Says it once, not with every new size.
void complain(const std::string& file) {
  static bool said = false;
  if (!said) {
    std::cerr << "detente-ui: cannot find the font " << file << " below " << DETENTE_FONT_FOLDER
              << "; install fonts-inter. Cyrillic letters will be missing.\n";
  }
  said = true;
}

void add_face(ImFontAtlas& atlas, Typeface face, float letters) {
  const float line = std::round(letters * kLineOfLetters);
  const std::string file = is_heavy(face) ? "Inter-SemiBold.otf" : "Inter-Regular.otf";
  const fs::path path = find_font(file);
  ImFontConfig config;
  config.GlyphRanges = kRanges.data();
  config.OversampleH = 1;
  config.PixelSnapH = true;
  config.EllipsisChar = 0x2026;
  if (path.empty() ||
      atlas.AddFontFromFileTTF(path.c_str(), line, &config, kRanges.data()) == nullptr) {
    complain(file);
    ImFontConfig plain;
    plain.SizePixels = line;
    atlas.AddFontDefault(&plain);
  }
}

}  // namespace

float letter_size(float scale, bool presenting, float window_height) {
  const float letters = 14.0F * scale;
  return presenting ? std::max(letters, 28.0F * window_height / 720.0F) : letters;
}

float letter_size_of(Typeface face, float letters, bool presenting) {
  switch (face) {
    case Typeface::small:
      return presenting ? letters : letters * 0.86F;
    case Typeface::large:
      return letters * 1.3F;
    case Typeface::body:
    case Typeface::strong:
      break;
  }
  return letters;
}

bool prepare_fonts(float letters, bool presenting) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const float line = std::round(letters * kLineOfLetters);
  const float small =
      std::round(letter_size_of(Typeface::small, letters, presenting) * kLineOfLetters);
  const bool whole = atlas.Fonts.Size == static_cast<int>(kFaces.size());
  if (whole && atlas.Fonts[0]->FontSize == line && atlas.Fonts[2]->FontSize == small) return false;
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoPowerOfTwoHeight |
                 ImFontAtlasFlags_NoBakedLines;
  for (const Typeface face : kFaces) {
    add_face(atlas, face, letter_size_of(face, letters, presenting));
  }
  atlas.Build();
  return true;
}

ImFont* font_of(Typeface face) {
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const int place = std::min(static_cast<int>(face), atlas.Fonts.Size - 1);
  return atlas.Fonts[place];
}

}  // namespace detente::ui
