// See browser_name.h.
#include "parts/browser_name.h"

#include <array>
#include <utility>

namespace parts {
namespace {

using Names = std::pair<std::string_view, const char*>;  // a mark in the User-Agent, what it is called

// The first that fits: many browsers carry the marks of those they stand on.
constexpr std::array<Names, 12> browsers = {{{"360EE", "360"},
                                             {"360SE", "360"},
                                             {"QIHU", "360"},
                                             {"MicroMessenger", "WeChat"},
                                             {"QQBrowser", "QQ Browser"},
                                             {"Edg", "Edge"},
                                             {"Trident", "Internet Explorer"},
                                             {"MSIE", "Internet Explorer"},
                                             {"Firefox", "Firefox"},
                                             {"Chrome", "Chrome"},
                                             {"Safari", "Safari"},
                                             {"Lynx", "Lynx"}}};
constexpr std::array<Names, 7> systems = {{{"HarmonyOS", "HarmonyOS"},
                                           {"Android", "Android"},
                                           {"iPhone", "iPhone"},
                                           {"iPad", "iPad"},
                                           {"Windows", "Windows"},
                                           {"Mac OS", "macOS"},
                                           {"Linux", "Linux"}}};

template <std::size_t N>
std::string first(const std::array<Names, N>& names, std::string_view text) {
  for (const auto& [mark, name] : names)
    if (text.find(mark) != std::string_view::npos) return name;
  return "";
}

}  // namespace

std::string browser_name(std::string_view user_agent) {
  const std::string browser = first(browsers, user_agent), system = first(systems, user_agent);
  return browser + (browser.empty() || system.empty() ? "" : " · ") + system;
}

}  // namespace parts
