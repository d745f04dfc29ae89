// Measuring ranges and accuracies: any two texts compare to something, the same text is always covered, and nothing runs on.
#include "domain/appointments/limits.h"

#include "domain/appointments/booking.h"

#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t half = text.find('|') == std::string_view::npos ? size / 2 : text.find('|');
  const std::string_view one = text.substr(0, half), other = text.substr(half);
  domain::range_fit(one, other);
  domain::accuracy_fit(one, other);
  if (domain::range_fit(one, one) != domain::Fit::covered || domain::accuracy_fit(one, one) != domain::Fit::covered) std::abort();
  if (const auto range = domain::read_range(one, true); range && range->from && range->to && *range->to < *range->from)
    std::abort();
  domain::destination_of(text);
  return 0;
}
