// See sheet_pdf.h. Points throughout; heights are measured once, so that the number of pages is known before the first is drawn.
#include "base/sheet_pdf.h"

#include "base/qr.h"

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace base {
namespace {

constexpr double page_width = 841.89, page_height = 595.28, margin = 34, padding = 3, foot_room = 20;
constexpr double code_size = 72, signature_room = 46, inner = page_width - 2 * margin;
constexpr const char* font = "Noto Sans CJK SC, Noto Sans, sans-serif";

cairo_status_t append(void* to, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

struct Face {
  double size = 8;
  bool bold = false;
};

class Drawing {
 public:
  explicit Drawing(const PdfSheet& sheet) : sheet_(sheet) {
    surface_.reset(cairo_pdf_surface_create_for_stream(append, &pdf_, page_width, page_height));
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, sheet.title.c_str());
    cairo_.reset(cairo_create(surface_.get()));
    layout_.reset(pango_cairo_create_layout(cairo_.get()));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    double shares = 0;
    for (const PdfColumn& column : sheet.columns) shares += column.share;
    for (const PdfColumn& column : sheet.columns) widths_.push_back(inner * column.share / shares);
  }

  std::string draw() {
    std::vector<std::string> heads;
    for (const PdfColumn& column : sheet_.columns) heads.push_back(column.label);
    const double head_height = height_of(heads, {8, true});
    const auto pages = paginate(head_height);
    for (std::size_t page = 0; page < pages.size(); ++page) {
      double y = page == 0 ? draw_facts(true) : draw_brief();
      y += draw_row(heads, y, head_height, {8, true});
      for (std::size_t n = pages[page].first; n < pages[page].second; ++n) y += draw_row(sheet_.rows[n], y, heights_[n], {});
      if (page + 1 == pages.size()) draw_signatures(y);
      draw_foot(page + 1, pages.size());
      cairo_show_page(cairo_.get());
    }
    cairo_surface_finish(surface_.get());
    if (cairo_surface_status(surface_.get()) != CAIRO_STATUS_SUCCESS) throw std::runtime_error("the PDF cannot be made");
    return std::move(pdf_);
  }

 private:
  struct Freed {
    void operator()(cairo_t* c) const { cairo_destroy(c); }
    void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
    void operator()(PangoLayout* l) const { g_object_unref(l); }
  };

  double set(const std::string& text, double width, Face face, bool centred = false) {
    const std::unique_ptr<PangoFontDescription, void (*)(PangoFontDescription*)> description(
        pango_font_description_from_string(font), pango_font_description_free);
    pango_font_description_set_absolute_size(description.get(), face.size * PANGO_SCALE);
    pango_font_description_set_weight(description.get(), face.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout_.get(), description.get());
    pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_alignment(layout_.get(), centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    pango_layout_set_text(layout_.get(), text.c_str(), static_cast<int>(text.size()));
    int height = 0;
    pango_layout_get_size(layout_.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
  }

  double put(const std::string& text, double x, double y, double width, Face face, bool centred = false) {
    const double height = set(text, width, face, centred);
    cairo_move_to(cairo_.get(), x, y);
    pango_cairo_show_layout(cairo_.get(), layout_.get());
    return height;
  }

  double height_of(const std::vector<std::string>& cells, Face face) {
    double height = 0;
    for (std::size_t n = 0; n < widths_.size(); ++n) height = std::max(height, set(cells.at(n), widths_[n] - 2 * padding, face));
    return height + 2 * padding;
  }

  // Title, facts and code; answers where the table begins. Drawn, or only measured.
  double draw_facts(bool drawn) {
    const bool coded = !sheet_.code.empty();
    const double room = coded ? inner - code_size - 10 : inner, width = room / 3;
    double y = margin + set(sheet_.title, inner, {16, true}, true) + 8;
    if (drawn) put(sheet_.title, margin, margin, inner, {16, true}, true);
    const double top = coded ? margin : y;
    for (std::size_t n = 0; n < sheet_.facts.size(); n += 3) {
      double highest = 0;
      for (std::size_t k = n; k < std::min(n + 3, sheet_.facts.size()); ++k) {
        const std::string text = sheet_.facts[k].first + " " + sheet_.facts[k].second;
        const double x = margin + static_cast<double>(k - n) * width;
        highest = std::max(highest, drawn ? put(text, x, y, width - 8, {9, false}) : set(text, width - 8, {9, false}));
      }
      y += highest + 3;
    }
    if (coded && drawn) draw_code(page_width - margin - code_size, top);
    return std::max(y, coded ? top + code_size : y) + 6;
  }

  double draw_brief() {
    const std::string text = sheet_.title + " " + (sheet_.facts.empty() ? "" : sheet_.facts.front().second);
    return margin + put(text, margin, margin, inner, {9, true}) + 4;
  }

  void draw_code(double x, double y) {
    const Qr qr = qr_code(sheet_.code);
    const double module = code_size / qr.size;
    for (const QrRun& run : qr.runs)
      cairo_rectangle(cairo_.get(), x + run.x * module, y + run.y * module, run.width * module, module);
    cairo_fill(cairo_.get());
  }

  double draw_row(const std::vector<std::string>& cells, double y, double height, Face face) {
    double x = margin;
    cairo_set_line_width(cairo_.get(), 0.5);
    for (std::size_t n = 0; n < widths_.size(); ++n) {
      cairo_rectangle(cairo_.get(), x, y, widths_[n], height);
      cairo_stroke(cairo_.get());
      put(cells.at(n), x + padding, y + padding, widths_[n] - 2 * padding, face, sheet_.columns[n].centred || face.bold);
      x += widths_[n];
    }
    return height;
  }

  void draw_signatures(double y) {
    const double width = inner / static_cast<double>(std::max<std::size_t>(1, sheet_.signatures.size()));
    double x = margin;
    for (const std::string& label : sheet_.signatures) {
      put(label, x, y + 20, width, {10, false});
      int label_width = 0;
      pango_layout_get_size(layout_.get(), &label_width, nullptr);
      const double from = x + static_cast<double>(label_width) / PANGO_SCALE + 4;
      cairo_move_to(cairo_.get(), from, y + 34);
      cairo_line_to(cairo_.get(), x + width - 30, y + 34);
      cairo_stroke(cairo_.get());
      x += width;
    }
  }

  void draw_foot(std::size_t page, std::size_t pages) {
    const double y = page_height - margin - foot_room + 8;
    put(sheet_.foot, margin, y, inner - 60, {7, false});
    put(std::to_string(page) + " / " + std::to_string(pages), page_width - margin - 60, y, 60, {8, false}, true);
  }

  // First row and the one behind the last, of each page; the signatures stay with a row.
  std::vector<std::pair<std::size_t, std::size_t>> paginate(double head_height) {
    for (const auto& row : sheet_.rows) heights_.push_back(height_of(row, {}));
    const double bottom = page_height - margin - foot_room;
    const double first = draw_facts(false) + head_height;
    const double later = margin + set(sheet_.title, inner, {9, true}) + 4 + head_height;
    std::vector<std::pair<std::size_t, std::size_t>> pages;
    double y = first;
    std::size_t begin = 0;
    for (std::size_t n = 0; n < heights_.size(); ++n) {
      const double needed = heights_[n] + (n + 1 == heights_.size() ? signature_room : 0);
      if (n > begin && y + needed > bottom) {
        pages.emplace_back(begin, n);
        begin = n;
        y = later;
      }
      y += heights_[n];
    }
    pages.emplace_back(begin, heights_.size());
    return pages;
  }

  const PdfSheet& sheet_;
  std::string pdf_;
  std::unique_ptr<cairo_surface_t, Freed> surface_;
  std::unique_ptr<cairo_t, Freed> cairo_;
  std::unique_ptr<PangoLayout, Freed> layout_;
  std::vector<double> widths_, heights_;
};

}  // namespace

std::string sheet_pdf(const PdfSheet& sheet) { return Drawing(sheet).draw(); }

}  // namespace base
