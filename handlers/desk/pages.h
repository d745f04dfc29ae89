// An institution's desk (检定预约受理, 检定结果登记): what units sent it, what it answers, plans and records.
#pragma once

#include "web/route.h"

namespace desk {

web::Response queue(web::Context&);
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
    {"GET", "/desk/appointments", Access::institution, Proof::none, queue},
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
