// The ledger (强检器具台账维护): the list and changes of many instruments, one instrument and its changes. Every page works on
// the logged-in unit's own rows only.
#pragma once

#include "web/route.h"

namespace ledger {

web::Response overview(web::Context&);
web::Response list(web::Context&);
web::Response due(web::Context&);
web::Response print(web::Context&);
web::Response show_columns(web::Context&);
web::Response save_columns(web::Context&);
web::Response show_filters(web::Context&);
web::Response save_filter(web::Context&);
web::Response change_filter(web::Context&);
web::Response show_bulk(web::Context&);
web::Response change_bulk(web::Context&);
web::Response list_jobs(web::Context&);
web::Response show_job(web::Context&);
web::Response download_job(web::Context&);
web::Response show(web::Context&);
web::Response show_new(web::Context&);
web::Response create(web::Context&);
web::Response show_edit(web::Context&);
web::Response save(web::Context&);
web::Response show_copy(web::Context&);
web::Response create_copies(web::Context&);
web::Response show_rotation(web::Context&);
web::Response rotate(web::Context&);
web::Response history(web::Context&);
web::Response show_new_record(web::Context&);
web::Response add_record(web::Context&);
web::Response ask_remove_record(web::Context&);
web::Response remove_record(web::Context&);
web::Response attach(web::Context&);
web::Response attachment(web::Context&);
web::Response attachment_thumb(web::Context&);
web::Response ask_detach(web::Context&);
web::Response detach(web::Context&);
web::Response show_export(web::Context&);
web::Response begin_export(web::Context&);
web::Response export_file(web::Context&);
web::Response labels(web::Context&);
web::Response calendars(web::Context&);
web::Response add_calendar(web::Context&);
web::Response ask_revoke_calendar(web::Context&);
web::Response revoke_calendar(web::Context&);
web::Response calendar(web::Context&);
web::Response show_import(web::Context&);
web::Response upload_import(web::Context&);
web::Response import_template(web::Context&);
web::Response import_result(web::Context&);
web::Response apply_import(web::Context&);
web::Response discard_import(web::Context&);
web::Response import_errors(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/ledger", Access::unit, Proof::none, list},
    {"GET", "/ledger/overview", Access::unit, Proof::none, overview},
    {"GET", "/ledger/due", Access::unit, Proof::none, due},
    {"GET", "/ledger/print", Access::unit, Proof::none, print},
    {"GET", "/ledger/columns", Access::unit, Proof::none, show_columns},
    {"POST", "/ledger/columns", Access::unit, Proof::form, save_columns},
    {"GET", "/ledger/filters", Access::unit, Proof::none, show_filters},
    {"POST", "/ledger/filters", Access::unit, Proof::form, save_filter},
    {"POST", "/ledger/filters/{id}", Access::unit, Proof::form, change_filter},
    {"GET", "/ledger/bulk", Access::unit, Proof::none, show_bulk},
    {"POST", "/ledger/bulk", Access::unit_editor, Proof::form, change_bulk},
    {"GET", "/ledger/jobs", Access::unit, Proof::none, list_jobs},
    {"GET", "/ledger/jobs/{id}", Access::unit, Proof::none, show_job},
    {"GET", "/ledger/jobs/{id}/file", Access::unit, Proof::none, download_job},
    {"GET", "/ledger/new", Access::unit_editor, Proof::none, show_new},
    {"POST", "/ledger/new", Access::unit_editor, Proof::form, create},
    {"GET", "/ledger/import", Access::unit_editor, Proof::none, show_import},
    {"POST", "/ledger/import", Access::unit_editor, Proof::form, upload_import, web::Body::large_upload},
    {"GET", "/ledger/import/template", Access::unit_editor, Proof::none, import_template},
    {"GET", "/ledger/imports/{id}", Access::unit, Proof::none, import_result},
    {"POST", "/ledger/imports/{id}/apply", Access::unit_editor, Proof::form, apply_import},
    {"POST", "/ledger/imports/{id}/discard", Access::unit_editor, Proof::form, discard_import},
    {"GET", "/ledger/imports/{id}/errors", Access::unit, Proof::none, import_errors},
    {"GET", "/ledger/{id}", Access::unit, Proof::none, show},
    {"GET", "/ledger/{id}/edit", Access::unit_editor, Proof::none, show_edit},
    {"POST", "/ledger/{id}/edit", Access::unit_editor, Proof::form, save},
    {"GET", "/ledger/{id}/copy", Access::unit_editor, Proof::none, show_copy},
    {"POST", "/ledger/{id}/copy", Access::unit_editor, Proof::form, create_copies},
    {"GET", "/ledger/{id}/rotate", Access::unit_editor, Proof::none, show_rotation},
    {"POST", "/ledger/{id}/rotate", Access::unit_editor, Proof::form, rotate},
    {"GET", "/ledger/{id}/history", Access::unit, Proof::none, history},
    // Its records
    {"GET", "/ledger/{id}/certificates/new", Access::unit_editor, Proof::none, show_new_record},
    {"POST", "/ledger/{id}/certificates/new", Access::unit_editor, Proof::form, add_record, web::Body::large_upload},
    {"GET", "/ledger/{id}/certificates/current/remove", Access::unit_editor, Proof::none, ask_remove_record},
    {"POST", "/ledger/{id}/certificates/current/remove", Access::unit_editor, Proof::form, remove_record},
    {"GET", "/ledger/{id}/certificates/{id}/remove", Access::unit_editor, Proof::none, ask_remove_record},
    {"POST", "/ledger/{id}/certificates/{id}/remove", Access::unit_editor, Proof::form, remove_record},
    // Its files
    {"POST", "/ledger/{id}/attachments", Access::unit_editor, Proof::form, attach, web::Body::large_upload},
    {"GET", "/ledger/{id}/attachments/{id}", Access::unit, Proof::none, attachment},
    {"GET", "/ledger/{id}/attachments/{id}/thumb", Access::unit, Proof::none, attachment_thumb},
    {"GET", "/ledger/{id}/attachments/{id}/remove", Access::unit_editor, Proof::none, ask_detach},
    {"POST", "/ledger/{id}/attachments/{id}/remove", Access::unit_editor, Proof::form, detach},
    {"GET", "/ledger/export", Access::unit, Proof::none, show_export},
    {"POST", "/ledger/export", Access::unit, Proof::form, begin_export},
    {"GET", "/ledger/export/file", Access::unit, Proof::none, export_file},
    {"GET", "/ledger/labels", Access::unit, Proof::none, labels},
    {"GET", "/ledger/calendars", Access::unit, Proof::none, calendars},
    {"POST", "/ledger/calendars", Access::unit, Proof::form, add_calendar},
    {"GET", "/ledger/calendars/{id}/revoke", Access::unit, Proof::none, ask_revoke_calendar},
    {"POST", "/ledger/calendars/{id}/revoke", Access::unit, Proof::form, revoke_calendar},
    {"GET", "/ledger/calendar", Access::anyone, Proof::none, calendar},
};

}  // namespace ledger
