// The administrator's area: the review of units (企业审核), what units and applicants ask for (申请办理), institutions with what
// they are authorised for, departments, announcements, settings.
#pragma once

#include "web/route.h"

namespace admin {

web::Response start(web::Context&);
web::Response queue(web::Context&);
web::Response enterprise(web::Context&);
web::Response document(web::Context&);
web::Response approve(web::Context&);
web::Response show_reject(web::Context&);
web::Response reject(web::Context&);
web::Response show_suspend(web::Context&);
web::Response suspend(web::Context&);
web::Response show_restore(web::Context&);
web::Response restore(web::Context&);
web::Response show_bulk(web::Context&);
web::Response bulk(web::Context&);
web::Response bulk_done(web::Context&);
web::Response requests(web::Context&);
web::Response request(web::Context&);
web::Response decide(web::Context&);
web::Response request_document(web::Context&);

web::Response institutions(web::Context&);
web::Response show_new_institution(web::Context&);
web::Response create_institution(web::Context&);
web::Response institution(web::Context&);
web::Response show_institution_edit(web::Context&);
web::Response save_institution(web::Context&);
web::Response show_institution_state(web::Context&);
web::Response set_institution_state(web::Context&);
web::Response add_institution_person(web::Context&);
web::Response show_new_authorised_kind(web::Context&);
web::Response add_authorised_kind(web::Context&);
web::Response show_authorised_kind(web::Context&);
web::Response save_authorised_kind(web::Context&);
web::Response show_authorised_kind_removal(web::Context&);
web::Response remove_authorised_kind(web::Context&);

web::Response departments(web::Context&);
web::Response show_new_department(web::Context&);
web::Response create_department(web::Context&);
web::Response department(web::Context&);
web::Response show_department_edit(web::Context&);
web::Response save_department(web::Context&);
web::Response add_department_person(web::Context&);
web::Response assign_unit(web::Context&);
web::Response show_unit_removal(web::Context&);
web::Response remove_unit(web::Context&);

web::Response announcements(web::Context&);
web::Response show_new_announcement(web::Context&);
web::Response create_announcement(web::Context&);
web::Response announcement(web::Context&);
web::Response show_announcement_edit(web::Context&);
web::Response save_announcement(web::Context&);
web::Response show_withdrawal(web::Context&);
web::Response withdraw_announcement(web::Context&);

web::Response settings(web::Context&);
web::Response save_settings(web::Context&);
web::Response offices(web::Context&);
web::Response show_new_office(web::Context&);
web::Response create_office(web::Context&);
web::Response show_office(web::Context&);
web::Response save_office(web::Context&);
web::Response show_office_removal(web::Context&);
web::Response remove_office(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/admin", Access::administrator, Proof::none, start},
    {"GET", "/admin/enterprises", Access::administrator, Proof::none, queue},
    {"GET", "/admin/enterprises/{id}", Access::administrator, Proof::none, enterprise},
    {"GET", "/admin/enterprises/{id}/documents/{id}", Access::administrator, Proof::none, document},
    {"POST", "/admin/enterprises/{id}/approve", Access::administrator, Proof::form, approve},
    {"GET", "/admin/enterprises/{id}/reject", Access::administrator, Proof::none, show_reject},
    {"POST", "/admin/enterprises/{id}/reject", Access::administrator, Proof::form, reject},
    {"GET", "/admin/enterprises/{id}/suspend", Access::administrator, Proof::none, show_suspend},
    {"POST", "/admin/enterprises/{id}/suspend", Access::administrator, Proof::form, suspend},
    {"GET", "/admin/enterprises/{id}/restore", Access::administrator, Proof::none, show_restore},
    {"POST", "/admin/enterprises/{id}/restore", Access::administrator, Proof::form, restore},
    {"GET", "/admin/enterprises/bulk", Access::administrator, Proof::none, show_bulk},
    {"POST", "/admin/enterprises/bulk", Access::administrator, Proof::form, bulk},
    {"GET", "/admin/enterprises/bulk/done", Access::administrator, Proof::none, bulk_done},
    {"GET", "/admin/requests", Access::administrator, Proof::none, requests},
    {"GET", "/admin/requests/{id}", Access::administrator, Proof::none, request},
    {"POST", "/admin/requests/{id}/decide", Access::administrator, Proof::form, decide},
    {"GET", "/admin/requests/{id}/document", Access::administrator, Proof::none, request_document},

    {"GET", "/admin/institutions", Access::administrator, Proof::none, institutions},
    {"GET", "/admin/institutions/new", Access::administrator, Proof::none, show_new_institution},
    {"POST", "/admin/institutions/new", Access::administrator, Proof::form, create_institution},
    {"GET", "/admin/institutions/{id}", Access::administrator, Proof::none, institution},
    {"GET", "/admin/institutions/{id}/edit", Access::administrator, Proof::none, show_institution_edit},
    {"POST", "/admin/institutions/{id}/edit", Access::administrator, Proof::form, save_institution},
    {"GET", "/admin/institutions/{id}/state", Access::administrator, Proof::none, show_institution_state},
    {"POST", "/admin/institutions/{id}/state", Access::administrator, Proof::form, set_institution_state},
    {"POST", "/admin/institutions/{id}/people", Access::administrator, Proof::form, add_institution_person},
    {"GET", "/admin/institutions/{id}/kinds/new", Access::administrator, Proof::none, show_new_authorised_kind},
    {"POST", "/admin/institutions/{id}/kinds/new", Access::administrator, Proof::form, add_authorised_kind},
    {"GET", "/admin/institutions/{id}/kinds/{id}", Access::administrator, Proof::none, show_authorised_kind},
    {"POST", "/admin/institutions/{id}/kinds/{id}", Access::administrator, Proof::form, save_authorised_kind},
    {"GET", "/admin/institutions/{id}/kinds/{id}/remove", Access::administrator, Proof::none, show_authorised_kind_removal},
    {"POST", "/admin/institutions/{id}/kinds/{id}/remove", Access::administrator, Proof::form, remove_authorised_kind},

    {"GET", "/admin/departments", Access::administrator, Proof::none, departments},
    {"GET", "/admin/departments/new", Access::administrator, Proof::none, show_new_department},
    {"POST", "/admin/departments/new", Access::administrator, Proof::form, create_department},
    {"GET", "/admin/departments/{id}", Access::administrator, Proof::none, department},
    {"GET", "/admin/departments/{id}/edit", Access::administrator, Proof::none, show_department_edit},
    {"POST", "/admin/departments/{id}/edit", Access::administrator, Proof::form, save_department},
    {"POST", "/admin/departments/{id}/people", Access::administrator, Proof::form, add_department_person},
    {"POST", "/admin/departments/{id}/units", Access::administrator, Proof::form, assign_unit},
    {"GET", "/admin/departments/{id}/units/{id}/remove", Access::administrator, Proof::none, show_unit_removal},
    {"POST", "/admin/departments/{id}/units/{id}/remove", Access::administrator, Proof::form, remove_unit},

    {"GET", "/admin/announcements", Access::administrator, Proof::none, announcements},
    {"GET", "/admin/announcements/new", Access::administrator, Proof::none, show_new_announcement},
    {"POST", "/admin/announcements/new", Access::administrator, Proof::form, create_announcement},
    {"GET", "/admin/announcements/{id}", Access::administrator, Proof::none, announcement},
    {"GET", "/admin/announcements/{id}/edit", Access::administrator, Proof::none, show_announcement_edit},
    {"POST", "/admin/announcements/{id}/edit", Access::administrator, Proof::form, save_announcement},
    {"GET", "/admin/announcements/{id}/withdraw", Access::administrator, Proof::none, show_withdrawal},
    {"POST", "/admin/announcements/{id}/withdraw", Access::administrator, Proof::form, withdraw_announcement},

    {"GET", "/admin/settings", Access::administrator, Proof::none, settings},
    {"POST", "/admin/settings", Access::administrator, Proof::form, save_settings},
    {"GET", "/admin/offices", Access::administrator, Proof::none, offices},
    {"GET", "/admin/offices/new", Access::administrator, Proof::none, show_new_office},
    {"POST", "/admin/offices/new", Access::administrator, Proof::form, create_office},
    {"GET", "/admin/offices/{id}", Access::administrator, Proof::none, show_office},
    {"POST", "/admin/offices/{id}", Access::administrator, Proof::form, save_office},
    {"GET", "/admin/offices/{id}/remove", Access::administrator, Proof::none, show_office_removal},
    {"POST", "/admin/offices/{id}/remove", Access::administrator, Proof::form, remove_office},
};

}  // namespace admin
