// See pager.h.
#include "view/pager.h"

#include <algorithm>

namespace view {

int page_count(long long rows, int size) { return static_cast<int>(std::max<long long>(1, (rows + size - 1) / size)); }

void add_pager(const Dict& dict, long long rows, int size, int page, const std::function<std::string(int)>& href) {
  const int pages = page_count(rows, size);
  const Dict pager = dict.include("PAGER", "parts/pager.tpl");
  pager.set_number("PAGE", page);
  pager.set_number("PAGES", pages);
  pager.set_number("TOTAL", rows);
  if (page > 1) {
    pager.add("FIRST").set("HREF", href(1));
    pager.add("PREVIOUS").set("HREF", href(page - 1));
  }
  if (page < pages) {
    pager.add("NEXT").set("HREF", href(page + 1));
    pager.add("LAST").set("HREF", href(pages));
  }
}

}  // namespace view
