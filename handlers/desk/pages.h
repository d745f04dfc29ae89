// An institution's desk (检定预约受理, 检定结果登记): what units sent it, what it answers, plans and records.
#pragma once

#include "web/route.h"

namespace desk {

web::Response start(web::Context&);
web::Response queue(web::Context&);
web::Response show_appointment(web::Context&);
web::Response answer(web::Context&);
web::Response show_cancel(web::Context&);
web::Response cancel(web::Context&);
web::Response calendar(web::Context&);
web::Response calendar_day(web::Context&);
web::Response show_capacity(web::Context&);
web::Response save_capacity(web::Context&);
web::Response save_day(web::Context&);
web::Response show_export(web::Context&);
web::Response export_file(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/desk", Access::institution, Proof::none, start},
    {"GET", "/desk/appointments", Access::institution, Proof::none, queue},
    {"GET", "/desk/appointments/{id}", Access::institution, Proof::none, show_appointment},
    {"POST", "/desk/appointments/{id}/answer", Access::institution_editor, Proof::form, answer},
    {"GET", "/desk/appointments/{id}/cancel", Access::institution_editor, Proof::none, show_cancel},
    {"POST", "/desk/appointments/{id}/cancel", Access::institution_editor, Proof::form, cancel},
    {"GET", "/desk/calendar", Access::institution, Proof::none, calendar},
    {"GET", "/desk/calendar/day", Access::institution, Proof::none, calendar_day},
    {"GET", "/desk/capacity", Access::institution, Proof::none, show_capacity},
    {"POST", "/desk/capacity", Access::institution_editor, Proof::form, save_capacity},
    {"POST", "/desk/capacity/day", Access::institution_editor, Proof::form, save_day},
    {"GET", "/desk/export", Access::institution, Proof::none, show_export},
    {"GET", "/desk/export/file", Access::institution, Proof::none, export_file},
};

}  // namespace desk
