// An institution's desk (检定预约受理, 检定结果登记): appointments that units sent, answers, plans, results.
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

web::Response list_tokens(web::Context&);
web::Response show_new_token(web::Context&);
web::Response create_token(web::Context&);
web::Response ask_revoke_token(web::Context&);
web::Response revoke_token(web::Context&);
web::Response api_document(web::Context&);
web::Response api_lines(web::Context&);
web::Response api_results(web::Context&);
web::Response results(web::Context&);
web::Response chosen(web::Context&);
web::Response show_begin(web::Context&);
web::Response begin(web::Context&);
web::Response show_give_back(web::Context&);
web::Response give_back(web::Context&);
web::Response show_batch(web::Context&);
web::Response save_batch(web::Context&);
web::Response show_line(web::Context&);
web::Response save_line(web::Context&);
web::Response walk_in(web::Context&);
web::Response show_walk_in(web::Context&);
web::Response save_walk_in(web::Context&);
web::Response show_result(web::Context&);
web::Response result_file(web::Context&);
web::Response show_correction(web::Context&);
web::Response save_correction(web::Context&);
web::Response show_result_import(web::Context&);
web::Response upload_results(web::Context&);
web::Response result_template(web::Context&);
web::Response result_import(web::Context&);
web::Response apply_result_import(web::Context&);
web::Response discard_result_import(web::Context&);
web::Response result_import_errors(web::Context&);

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
    {"GET", "/desk/tokens", Access::institution_manager, Proof::none, list_tokens},
    {"GET", "/desk/tokens/new", Access::institution_manager, Proof::none, show_new_token},
    {"POST", "/desk/tokens/new", Access::institution_manager, Proof::form, create_token},
    {"GET", "/desk/tokens/{id}/revoke", Access::institution_manager, Proof::none, ask_revoke_token},
    {"POST", "/desk/tokens/{id}/revoke", Access::institution_manager, Proof::form, revoke_token},
    // The institution's own system
    {"GET", "/desk/api/openapi.json", Access::anyone, Proof::none, api_document},
    {"GET", "/desk/api/lines", Access::institution_api, Proof::none, api_lines},
    {"POST", "/desk/api/results", Access::institution_api, Proof::bearer, api_results, web::Body::json},
    // Results
    {"GET", "/desk/results", Access::institution, Proof::none, results},
    {"GET", "/desk/results/chosen", Access::institution_editor, Proof::none, chosen},
    {"GET", "/desk/results/begin", Access::institution_editor, Proof::none, show_begin},
    {"POST", "/desk/results/begin", Access::institution_editor, Proof::form, begin},
    {"GET", "/desk/results/give-back", Access::institution_editor, Proof::none, show_give_back},
    {"POST", "/desk/results/give-back", Access::institution_editor, Proof::form, give_back},
    {"GET", "/desk/results/batch", Access::institution_editor, Proof::none, show_batch},
    {"POST", "/desk/results/batch", Access::institution_editor, Proof::form, save_batch},
    {"GET", "/desk/results/lines/{id}/{id}", Access::institution, Proof::none, show_line},
    {"POST", "/desk/results/lines/{id}/{id}", Access::institution_editor, Proof::form, save_line, web::Body::large_upload},
    {"GET", "/desk/results/walk-in", Access::institution, Proof::none, walk_in},
    {"GET", "/desk/results/walk-in/{id}/{id}", Access::institution_editor, Proof::none, show_walk_in},
    {"POST", "/desk/results/walk-in/{id}/{id}", Access::institution_editor, Proof::form, save_walk_in, web::Body::large_upload},
    {"GET", "/desk/results/import", Access::institution_editor, Proof::none, show_result_import},
    {"POST", "/desk/results/import", Access::institution_editor, Proof::form, upload_results, web::Body::upload},
    {"GET", "/desk/results/import/template", Access::institution, Proof::none, result_template},
    {"GET", "/desk/results/imports/{id}", Access::institution, Proof::none, result_import},
    {"POST", "/desk/results/imports/{id}/apply", Access::institution_editor, Proof::form, apply_result_import},
    {"POST", "/desk/results/imports/{id}/discard", Access::institution_editor, Proof::form, discard_result_import},
    {"GET", "/desk/results/imports/{id}/errors", Access::institution, Proof::none, result_import_errors},
    {"GET", "/desk/results/{id}/{id}", Access::institution, Proof::none, show_result},
    {"GET", "/desk/results/{id}/{id}/file", Access::institution, Proof::none, result_file},
    {"GET", "/desk/results/{id}/{id}/correct", Access::institution_editor, Proof::none, show_correction},
    {"POST", "/desk/results/{id}/{id}/correct", Access::institution_editor, Proof::form, save_correction,
     web::Body::large_upload},
};

}  // namespace desk
