// The database's constraints that pages know and have words for: what a Violation's `constraint` is compared with. That the
// database has each of them under this very name is tested.
#pragma once

#include <array>

namespace store::constraint {

inline constexpr const char* account_requests_one_open = "account_requests_one_open";
inline constexpr const char* attachments_file_name = "attachments_file_name_key";
inline constexpr const char* departments_name = "departments_name_key";
inline constexpr const char* units_unit_key = "units_unit_key";
inline constexpr const char* institution_kinds_once = "institution_kinds_once";
inline constexpr const char* institutions_name = "institutions_name_key";
inline constexpr const char* instruments_final = "instruments_final";
inline constexpr const char* instruments_on_appointment = "instruments_on_appointment";
inline constexpr const char* saved_filters_name = "saved_filters_name";
inline constexpr const char* users_last_manager = "users_last_manager";
inline constexpr const char* users_login = "users_login";

inline constexpr std::array all{account_requests_one_open, attachments_file_name, departments_name,  units_unit_key,
                                institution_kinds_once,    institutions_name,     instruments_final, instruments_on_appointment,
                                saved_filters_name,        users_last_manager,    users_login};

// Not the database's: thrown by store/people/users.cpp itself, because the rule looks at other rows.
inline constexpr const char* users_last_administrator = "users_last_administrator";

}  // namespace store::constraint
