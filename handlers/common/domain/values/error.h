// The answer of a form check: a value, or the list of errors. An error names its field, a code and up to two values for the
// sentence, e.g. CODE_POSITION with a = "5" (第 5 位) and b = "O". C++ contains codes and no sentences for people: the sentence
// of a code stands in views/parts/message.tpl.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace domain {

struct Error {
  std::string field;  // the form field's name
  std::string code;   // upper case, e.g. "REQUIRED"
  std::string a{};    // first value of the sentence: a limit, a position
  std::string b{};    // second value: a character, an upper limit

  friend bool operator==(const Error& x, const Error& y) {
    return x.field == y.field && x.code == y.code && x.a == y.a && x.b == y.b;
  }
};

// A checked form: `value` is meaningful only when `errors` is empty.
template <typename T>
struct Checked {
  T value{};
  std::vector<Error> errors{};
  bool ok() const { return errors.empty(); }
};

}  // namespace domain
