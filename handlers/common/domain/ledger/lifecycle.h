// Which changes of state an instrument allows, and the reason when not: by its state, an open appointment, a submitted one, a
// result. An instrument may be deleted only while nobody else has relied on it: it was never submitted and no institution has
// recorded a result. Records that the unit declared itself do not prevent deletion. The database's trigger instruments_guard
// repeats these rules. It also refuses a change of the identity (kind, model, range, accuracy, serial number, manufacturer, 数量)
// while an appointment is open, because the result must account for each of the instruments; ledger/edit.cpp checks these fields
// first (the identity of domain/ledger/instrument_columns).
#pragma once

#include "domain/ledger/standing.h"

#include <string_view>

namespace domain {

enum class Act {
  edit,           // 修改
  edit_identity,  // 修改 of the identity: kind, model, range, accuracy, serial number, manufacturer, 数量
  stop,           // 停用
  enable,         // 启用
  scrap,          // 报废
  remove,         // 删除
  book            // 加入预约, 提交
};

// What a list offers and a job does, in this order.
constexpr Act changes_of_state[] = {Act::stop, Act::enable, Act::scrap, Act::remove};

struct LedgerRow;

struct InstrumentFacts {
  State state = State::in_use;
  Result last_result = Result::none;
  bool on_appointment = false;  // on an open one
  bool ever_submitted = false;  // was on a submitted one once
  Mode mode = Mode::periodic;
};

InstrumentFacts facts_of(const LedgerRow& row);

// "" when it may be done, else: IS_SCRAPPED, ON_APPOINTMENT, IS_STOPPED (停用 of what is stopped), IS_IN_USE (启用 of what is in
// use), EVER_SUBMITTED, HAS_RESULT (删除; 报废 is the way then), FIRST_DONE (预约). What the unit itself declared is no result.
std::string_view refusal(Act act, const InstrumentFacts& facts);

// Of a kind that is verified once only, and was: by an institution's pass, or as the unit declared. It is never verified again,
// but replaced when its life ends or scrapped when it fails (domain.md §11; in SQL: first_verification_done). A first
// verification that failed may be repeated.
bool first_verification_done(Mode mode, Result last_result);

constexpr std::string_view rotation_reason = "到期轮换";  // why 轮换 scraps the old one

// stop, enable, scrap, remove, as addresses and jobs name them; nothing for another word.
std::string_view code_of(Act act);

}  // namespace domain
