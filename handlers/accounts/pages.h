// Accounts: registration of a unit, login and its second factor, one's own profile, password and sessions, the members of an
// organisation, one-time links, the state of a review and the correction after a refusal, reminder settings and recipients, and
// requests to an administrator.
#pragma once

#include "store/people/users.h"
#include "web/route.h"

namespace accounts {

web::Response show_register(web::Context&);
web::Response register_unit(web::Context&);
web::Response show_login(web::Context&);
web::Response log_in(web::Context&);
web::Response log_in_with_code(web::Context&);
web::Response log_out(web::Context&);
web::Response captcha_picture(web::Context&);
web::Response status(web::Context&);
web::Response show_registration(web::Context&);
web::Response resubmit(web::Context&);
web::Response show_recover(web::Context&);
web::Response show_recover_account(web::Context&);
web::Response recover_account(web::Context&);
web::Response show_recover_claim(web::Context&);
web::Response recover_claim(web::Context&);
web::Response show_receipt(web::Context&);
web::Response show_recovery(web::Context&);
web::Response finish_recovery(web::Context&);
web::Response show_unit(web::Context&);
web::Response withdraw(web::Context&);
web::Response show_change(web::Context&);
web::Response request_change(web::Context&);
web::Response show_close(web::Context&);
web::Response request_close(web::Context&);
web::Response show_password(web::Context&);
web::Response change_password(web::Context&);
web::Response show_forgot(web::Context&);
web::Response ask_for_link(web::Context&);
web::Response show_reset(web::Context&);
web::Response reset_password(web::Context&);
web::Response show_two_factor(web::Context&);
web::Response enable_two_factor(web::Context&);
web::Response change_two_factor(web::Context&);
web::Response two_factor_picture(web::Context&);
web::Response show_sessions(web::Context&);
web::Response end_sessions(web::Context&);
web::Response show_profile(web::Context&);
web::Response save_profile(web::Context&);
web::Response show_confirm(web::Context&);
web::Response confirm(web::Context&);
web::Response show_unit_contact(web::Context&);
web::Response save_unit_contact(web::Context&);
web::Response show_id_number(web::Context&);
web::Response reveal_id_number(web::Context&);
web::Response show_reminders(web::Context&);
web::Response save_reminders(web::Context&);
web::Response add_reader(web::Context&);
web::Response change_reader(web::Context&);
web::Response show_reader(web::Context&);
web::Response confirm_reader(web::Context&);
web::Response show_unsubscribe(web::Context&);
web::Response unsubscribe(web::Context&);
web::Response list_members(web::Context&);
web::Response show_new_member(web::Context&);
web::Response create_member(web::Context&);
web::Response revoke_invitation(web::Context&);
web::Response show_member(web::Context&);
web::Response change_role(web::Context&);
web::Response ask_remove(web::Context&);
web::Response remove_member(web::Context&);
web::Response restore_member(web::Context&);
web::Response ask_reset(web::Context&);
web::Response reset_member(web::Context&);
web::Response ask_handover(web::Context&);
web::Response hand_over(web::Context&);
web::Response list_notices(web::Context&);
web::Response read_notices(web::Context&);
web::Response show_invite(web::Context&);
web::Response join(web::Context&);

void mail_about_password(store::Tx& tx, const web::Context& ctx, const store::User& user);  // “it was changed”, to the owner

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/accounts/register", Access::anyone, Proof::none, show_register},
    {"POST", "/accounts/register", Access::anyone, Proof::form, register_unit, web::Body::upload},
    {"GET", "/accounts/login", Access::anyone, Proof::none, show_login},
    {"POST", "/accounts/login", Access::anyone, Proof::form, log_in},
    {"POST", "/accounts/login/code", Access::anyone, Proof::form, log_in_with_code},
    {"POST", "/accounts/logout", Access::anyone, Proof::form, log_out},
    {"GET", "/accounts/captcha", Access::anyone, Proof::none, captcha_picture},
    {"GET", "/accounts/forgot", Access::anyone, Proof::none, show_forgot},
    {"POST", "/accounts/forgot", Access::anyone, Proof::form, ask_for_link},
    {"GET", "/accounts/reset", Access::anyone, Proof::none, show_reset},
    {"POST", "/accounts/reset", Access::anyone, Proof::form, reset_password},
    {"GET", "/accounts/confirm", Access::anyone, Proof::none, show_confirm},
    {"POST", "/accounts/confirm", Access::anyone, Proof::form, confirm},
    {"GET", "/accounts/invite", Access::anyone, Proof::none, show_invite},
    {"POST", "/accounts/invite", Access::anyone, Proof::form, join},
    // Who reads reminders
    {"GET", "/accounts/reminder-address", Access::anyone, Proof::none, show_reader},
    {"POST", "/accounts/reminder-address", Access::anyone, Proof::form, confirm_reader},
    {"GET", "/accounts/unsubscribe", Access::anyone, Proof::none, show_unsubscribe},
    {"POST", "/accounts/unsubscribe", Access::anyone, Proof::mailed, unsubscribe, web::Body::ignored},
    // One's own account
    {"GET", "/accounts/profile", Access::signed_in, Proof::none, show_profile},
    {"POST", "/accounts/profile", Access::signed_in, Proof::form, save_profile},
    {"GET", "/accounts/password", Access::unfinished, Proof::none, show_password},
    {"POST", "/accounts/password", Access::unfinished, Proof::form, change_password},
    {"GET", "/accounts/two-factor", Access::unfinished, Proof::none, show_two_factor},
    {"POST", "/accounts/two-factor", Access::unfinished, Proof::form, enable_two_factor},
    {"POST", "/accounts/two-factor/change", Access::signed_in, Proof::form, change_two_factor},
    {"GET", "/accounts/two-factor/picture", Access::unfinished, Proof::none, two_factor_picture},
    {"GET", "/accounts/sessions", Access::signed_in, Proof::none, show_sessions},
    {"POST", "/accounts/sessions", Access::signed_in, Proof::form, end_sessions},
    {"GET", "/accounts/notices", Access::signed_in, Proof::none, list_notices},
    {"POST", "/accounts/notices", Access::signed_in, Proof::form, read_notices},
    // The unit
    {"GET", "/accounts/status", Access::signed_in, Proof::none, status},
    {"GET", "/accounts/registration", Access::signed_in, Proof::none, show_registration},
    {"POST", "/accounts/registration", Access::signed_in, Proof::form, resubmit, web::Body::upload},
    {"GET", "/accounts/unit/contact", Access::unit_editor, Proof::none, show_unit_contact},
    {"POST", "/accounts/unit/contact", Access::unit_editor, Proof::form, save_unit_contact},
    {"GET", "/accounts/reminders", Access::unit, Proof::none, show_reminders},
    {"POST", "/accounts/reminders", Access::unit_editor, Proof::form, save_reminders},
    {"POST", "/accounts/reminders/addresses", Access::unit_editor, Proof::form, add_reader},
    {"POST", "/accounts/reminders/addresses/{id}", Access::unit_editor, Proof::form, change_reader},
    {"GET", "/accounts/unit/id-number", Access::unit_manager, Proof::none, show_id_number},
    {"POST", "/accounts/unit/id-number", Access::unit_manager, Proof::form, reveal_id_number},
    // The people of one's organisation
    {"GET", "/accounts/members", Access::manager, Proof::none, list_members},
    {"POST", "/accounts/members/invitations", Access::manager, Proof::form, revoke_invitation},
    {"GET", "/accounts/members/new", Access::manager, Proof::none, show_new_member},
    {"POST", "/accounts/members/new", Access::manager, Proof::form, create_member},
    {"GET", "/accounts/members/{id}", Access::manager, Proof::none, show_member},
    {"POST", "/accounts/members/{id}/role", Access::manager, Proof::form, change_role},
    {"GET", "/accounts/members/{id}/remove", Access::manager, Proof::none, ask_remove},
    {"POST", "/accounts/members/{id}/remove", Access::manager, Proof::form, remove_member},
    {"POST", "/accounts/members/{id}/restore", Access::manager, Proof::form, restore_member},
    {"GET", "/accounts/members/{id}/reset-password", Access::manager, Proof::none, ask_reset},
    {"POST", "/accounts/members/{id}/reset-password", Access::manager, Proof::form, reset_member},
    {"GET", "/accounts/members/{id}/handover", Access::manager, Proof::none, ask_handover},
    {"POST", "/accounts/members/{id}/handover", Access::manager, Proof::form, hand_over},
    // What an administrator decides
    {"GET", "/accounts/recover", Access::anyone, Proof::none, show_recover},
    {"GET", "/accounts/recover/account", Access::anyone, Proof::none, show_recover_account},
    {"POST", "/accounts/recover/account", Access::anyone, Proof::form, recover_account, web::Body::upload},
    {"GET", "/accounts/recover/claim", Access::anyone, Proof::none, show_recover_claim},
    {"POST", "/accounts/recover/claim", Access::anyone, Proof::form, recover_claim, web::Body::upload},
    {"GET", "/accounts/recover/receipt", Access::anyone, Proof::none, show_receipt},
    {"GET", "/accounts/recover/status", Access::anyone, Proof::none, show_recovery},
    {"POST", "/accounts/recover/status", Access::anyone, Proof::form, finish_recovery},
    {"GET", "/accounts/unit", Access::unit_manager, Proof::none, show_unit},
    {"POST", "/accounts/unit/withdraw", Access::unit_manager, Proof::form, withdraw},
    {"GET", "/accounts/unit/change", Access::unit_manager, Proof::none, show_change},
    {"POST", "/accounts/unit/change", Access::unit_manager, Proof::form, request_change, web::Body::upload},
    {"GET", "/accounts/unit/close", Access::unit_manager, Proof::none, show_close},
    {"POST", "/accounts/unit/close", Access::unit_manager, Proof::form, request_close},
};

}  // namespace accounts
