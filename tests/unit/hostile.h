// Texts that people, scripts and attackers put into fields. For every test of a form.
#pragma once

#include <string>
#include <vector>

namespace hostile {

// Strange but allowed: must come out as they went in.
inline const std::vector<std::string>& harmless() {
  static const std::vector<std::string> texts{"<b>\"'&",
                                              "{{X}}",
                                              "{{#SECTION}}",
                                              "</textarea><script>alert(1)</script>",
                                              "'; drop table users; --",
                                              "\\x00 \\u0000 %00 &#0;",
                                              "=1+1",
                                              "Ⅲ ± ~ × Ω ℃ ㎡ ²",
                                              "ＡＢＣ１２３，（）",
                                              "甲　乙",
                                              "𠮷野家👨‍👩‍👧",
                                              "e\u0301",
                                              "tab\there"};
  return texts;
}

// Never allowed in a text of one line.
inline const std::vector<std::string>& controls() {
  static const std::vector<std::string> texts{
      std::string("a\0b", 3), std::string("\0", 1), "a\x01z",   "\x1b[31mred", "a\x7fz",   "a\u0085z",   "a\u009fz",
      "safe\u202egnp.exe",    "a\u2066z",           "a\u2069z", "a\uFFFEz",    "a\uFFFFz", "a\xC0\x80z", "a\xE0\x80\xAFz",
      "a\xED\xA0\x80z",       "a\xF4\x90\x80\x80z", "a\x80z",   "a\xE4\xB8"};
  return texts;
}

// Allowed only where a text may hold several lines.
inline const std::vector<std::string>& lines() {
  static const std::vector<std::string> texts{"one\ntwo", "one\r\ntwo", "one\rtwo", "one\r\n\r\nthree"};
  return texts;
}

}  // namespace hostile
