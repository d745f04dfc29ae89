// The administrator's area: the review of units (企业审核), requests of units and applicants (申请办理), institutions with
// their authorised kinds, departments, announcements, settings, mail, users, the audit, the catalogue.
#pragma once

#include "web/route.h"

namespace admin {

web::Response start(web::Context&);
web::Response queue(web::Context&);
web::Response unit(web::Context&);
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
web::Response mail(web::Context&);
web::Response resend_mail(web::Context&);
web::Response resend_failed_mail(web::Context&);
web::Response reminders(web::Context&);
web::Response offices(web::Context&);
web::Response show_new_office(web::Context&);
web::Response create_office(web::Context&);
web::Response show_office(web::Context&);
web::Response save_office(web::Context&);
web::Response show_office_removal(web::Context&);
web::Response remove_office(web::Context&);

web::Response users(web::Context&);
web::Response show_new_user(web::Context&);
web::Response create_user(web::Context&);
web::Response user(web::Context&);
web::Response unlock_user(web::Context&);
web::Response restore_user(web::Context&);
web::Response end_user_session(web::Context&);
web::Response end_user_sessions(web::Context&);
web::Response show_lock_user(web::Context&);
web::Response lock_user(web::Context&);
web::Response show_reset_password(web::Context&);
web::Response reset_password(web::Context&);
web::Response show_disable_two_factor(web::Context&);
web::Response disable_two_factor(web::Context&);
web::Response show_remove_user(web::Context&);
web::Response remove_user(web::Context&);
web::Response audit(web::Context&);
web::Response export_audit(web::Context&);
web::Response logins(web::Context&);
web::Response catalogue(web::Context&);
web::Response export_catalogue(web::Context&);
web::Response kind(web::Context&);
web::Response show_everyday_names(web::Context&);
web::Response save_everyday_names(web::Context&);
web::Response show_retire_kind(web::Context&);
web::Response retire_kind(web::Context&);
web::Response restore_kind(web::Context&);
web::Response show_replace_catalogue(web::Context&);
web::Response replace_catalogue(web::Context&);
web::Response editions(web::Context&);
web::Response edition(web::Context&);
web::Response edition_file(web::Context&);
web::Response apply_edition(web::Context&);
web::Response discard_edition(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/admin", Access::administrator, Proof::none, start},
    {"GET", "/admin/enterprises", Access::administrator, Proof::none, queue},
    {"GET", "/admin/enterprises/{id}", Access::administrator, Proof::none, unit},
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
    {"GET", "/admin/mail", Access::administrator, Proof::none, mail},
    {"POST", "/admin/mail/{id}/resend", Access::administrator, Proof::form, resend_mail},
    {"POST", "/admin/mail/resend", Access::administrator, Proof::form, resend_failed_mail},
    {"GET", "/admin/reminders", Access::administrator, Proof::none, reminders},
    {"GET", "/admin/offices", Access::administrator, Proof::none, offices},
    {"GET", "/admin/offices/new", Access::administrator, Proof::none, show_new_office},
    {"POST", "/admin/offices/new", Access::administrator, Proof::form, create_office},
    {"GET", "/admin/offices/{id}", Access::administrator, Proof::none, show_office},
    {"POST", "/admin/offices/{id}", Access::administrator, Proof::form, save_office},
    {"GET", "/admin/offices/{id}/remove", Access::administrator, Proof::none, show_office_removal},
    {"POST", "/admin/offices/{id}/remove", Access::administrator, Proof::form, remove_office},

    {"GET", "/admin/users", Access::administrator, Proof::none, users},
    {"GET", "/admin/users/new", Access::administrator, Proof::none, show_new_user},
    {"POST", "/admin/users/new", Access::administrator, Proof::form, create_user},
    {"GET", "/admin/users/{id}", Access::administrator, Proof::none, user},
    {"POST", "/admin/users/{id}/unlock", Access::administrator, Proof::form, unlock_user},
    {"POST", "/admin/users/{id}/restore", Access::administrator, Proof::form, restore_user},
    {"POST", "/admin/users/{id}/sessions/{id}/end", Access::administrator, Proof::form, end_user_session},
    {"POST", "/admin/users/{id}/sessions/end", Access::administrator, Proof::form, end_user_sessions},
    {"GET", "/admin/users/{id}/lock", Access::administrator, Proof::none, show_lock_user},
    {"POST", "/admin/users/{id}/lock", Access::administrator, Proof::form, lock_user},
    {"GET", "/admin/users/{id}/reset-password", Access::administrator, Proof::none, show_reset_password},
    {"POST", "/admin/users/{id}/reset-password", Access::administrator, Proof::form, reset_password},
    {"GET", "/admin/users/{id}/two-factor", Access::administrator, Proof::none, show_disable_two_factor},
    {"POST", "/admin/users/{id}/two-factor", Access::administrator, Proof::form, disable_two_factor},
    {"GET", "/admin/users/{id}/remove", Access::administrator, Proof::none, show_remove_user},
    {"POST", "/admin/users/{id}/remove", Access::administrator, Proof::form, remove_user},
    {"GET", "/admin/audit", Access::administrator, Proof::none, audit},
    {"POST", "/admin/audit/export", Access::administrator, Proof::form, export_audit},
    {"GET", "/admin/audit/logins", Access::administrator, Proof::none, logins},
    {"GET", "/admin/catalogue", Access::administrator, Proof::none, catalogue},
    {"GET", "/admin/catalogue/export", Access::administrator, Proof::none, export_catalogue},
    {"GET", "/admin/catalogue/names", Access::administrator, Proof::none, show_everyday_names},
    {"POST", "/admin/catalogue/names", Access::administrator, Proof::form, save_everyday_names},
    {"GET", "/admin/catalogue/{id}/names", Access::administrator, Proof::none, show_everyday_names},
    {"POST", "/admin/catalogue/{id}/names", Access::administrator, Proof::form, save_everyday_names},
    {"GET", "/admin/catalogue/{id}", Access::administrator, Proof::none, kind},
    {"GET", "/admin/catalogue/{id}/retire", Access::administrator, Proof::none, show_retire_kind},
    {"POST", "/admin/catalogue/{id}/retire", Access::administrator, Proof::form, retire_kind},
    {"POST", "/admin/catalogue/{id}/restore", Access::administrator, Proof::form, restore_kind},
    {"GET", "/admin/catalogue/replace", Access::administrator, Proof::none, show_replace_catalogue},
    {"POST", "/admin/catalogue/replace", Access::administrator, Proof::form, replace_catalogue, web::Body::upload},
    {"GET", "/admin/catalogue/editions", Access::administrator, Proof::none, editions},
    {"GET", "/admin/catalogue/editions/{id}", Access::administrator, Proof::none, edition},
    {"GET", "/admin/catalogue/editions/{id}/file", Access::administrator, Proof::none, edition_file},
    {"POST", "/admin/catalogue/editions/{id}/apply", Access::administrator, Proof::form, apply_edition},
    {"POST", "/admin/catalogue/editions/{id}/discard", Access::administrator, Proof::form, discard_edition},
};

}  // namespace admin
