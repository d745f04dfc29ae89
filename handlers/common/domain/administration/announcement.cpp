// See announcement.h.
#include "domain/administration/announcement.h"

#include "domain/values/fields.h"
#include "domain/values/text.h"

namespace domain {

Checked<AnnouncementValues> check(const AnnouncementForm& form) {
  Checked<AnnouncementValues> checked;
  AnnouncementValues& value = checked.value;
  FieldCheck fields(checked.errors);
  value.title = fields.text({"announcement_title", 100}, form.title);
  value.body = fields.text({"body", 20000, true, true}, form.body);
  value.shown_at = fields.choice({"shown_at", announcement_places}, form.shown_at);
  value.audience = fields.choice({"audience", audiences}, form.audience);
  if (trim(form.shown_from).empty()) fields.add("shown_from", "REQUIRED");
  value.shown_from = fields.date("shown_from", form.shown_from).value_or(Date());
  value.shown_to = fields.date("shown_to", form.shown_to);
  if (value.shown_to && !fields.failed("shown_from") && *value.shown_to < value.shown_from) fields.add("shown_to", "SHOWN_ORDER");
  return checked;
}

}  // namespace domain
