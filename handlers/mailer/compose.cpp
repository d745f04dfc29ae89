// See compose.h.
#include "mailer/compose.h"

#include "base/sealed_link.h"
#include "domain/values/terms.h"
#include "mailer/overdue_list.h"
#include "mailer/reminder.h"
#include "mailer/run_summary.h"
#include "view/mail.h"
#include "view/notice_line.h"

#include <array>
#include <string_view>
#include <utility>

namespace mailer {
namespace {

using store::QueuedMail;

// Mails that carry a one-time link: its purpose, and the page that opens it.
struct Linked {
  std::string_view kind;
  const char *purpose, *path;
};
constexpr std::array linked{Linked{"reset_password", "reset_password", "/accounts/reset"},
                            Linked{"invite", "invite", "/accounts/invite"},
                            Linked{"confirm_email", "confirm_email", "/accounts/confirm"},
                            Linked{"confirm_reminder", "reminder_address", "/accounts/reminder-address"}};

// What a value of the data may show: our own sections, never a name made from data.
constexpr std::array results{"approved", "rejected", "suspended", "restored", "closed", "change", "close", "recover", "claim"};

std::string value(const QueuedMail& mail, const char* name) {
  return mail.data.is_object() && mail.data.contains(name) && mail.data[name].is_string() ? mail.data[name].get<std::string>()
                                                                                          : "";
}

// What every mail's layout says.
void say_sender(const view::Mail& words, const Composer& by) {
  words.set("SYSTEM_TITLE", by.settings.get("system_title"));
  words.set("HOTLINE", by.settings.get("hotline"));
  words.set("HOME", base::public_address(by.config, "/"));
  words.show(by.config.mail_reply_to.empty() ? "NO_ANSWERS" : "WITH_ANSWERS");
}

void show_result(const view::Mail& words, const std::string& code) {
  for (const char* known : results)
    if (code == known) words.show(view::section_name(known));
}

void say_result(const view::Mail& words, const QueuedMail& mail) {
  const std::string decision = value(mail, "decision"), kind = value(mail, "kind"), reason = value(mail, "reason");
  show_result(words, decision);
  show_result(words, kind);
  if (decision == "approved")
    for (const char* known : results)
      if (kind == known) words.show(view::section_name(std::string(known) + "_approved"));
  words.set("REASON", reason);
  if (!reason.empty()) words.show("WITH_REASON");
  if (decision == "approved" || decision == "rejected" || decision == "restored") words.show("WITH_LOGIN");
}

// A notice: its one sentence, and the page it is about.
void say_notice(const view::Mail& words, const QueuedMail& mail, const base::Config& config) {
  const bool unit = value(mail, "side") == "unit";
  const std::string number = value(mail, "number"), kind = value(mail, "notice");
  words.set("SENTENCE", view::notice_text({unit ? "unit" : "institution", kind, number, mail.data}));
  words.set("ADDRESS", base::public_address(config, "/accounts/notices"));
}

Words finished(const view::Mail& words, const std::string& to, Words more = {}) {
  more.to = to;
  more.subject = words.subject();
  more.text = words.text();
  more.html = words.html();
  return more;
}

Words dropped(const char* why) { return {{}, {}, {}, {}, why}; }

}  // namespace

bool Composer::knows(const std::string& kind) { return domain::contains(domain::mail_kinds(), kind); }

Words Composer::compose(store::Db& db, const QueuedMail& mail, const store::ResetMail& reset) const {
  const view::Mail words(mail.kind);
  Words more;
  const bool resets = mail.kind == "reset_password";
  say_sender(words, *this);
  const std::string organisation = value(mail, "organisation"), at = value(mail, "at"), role = value(mail, "role");
  words.set("ORGANISATION", organisation);
  words.show(organisation.empty() ? "NO_ORGANISATION" : "WITH_ORGANISATION");
  words.set("NAME", resets ? reset.name : value(mail, "name"));
  words.set("LOGIN", resets ? reset.login : value(mail, "login"));
  words.set("ASKED_FROM", value(mail, "address"));
  words.set("AT", at.empty() ? mail.created_at : at);
  words.set("ROLE", domain::word(domain::roles(), role));
  say_result(words, mail);
  if (mail.kind == "notice") say_notice(words, mail, config);
  if (mail.kind == "reminder" && !say_reminder(words, db, mail, *this, more)) return dropped("nothing of it holds any more");
  if (mail.kind == "overdue_list" && !say_overdue_list(words, db, mail, config, settings)) return dropped("nothing is overdue");
  if (mail.kind == "reminder_summary" && !say_run_summary(words, db, mail, config)) return dropped("nothing is wrong any more");

  for (const auto& [kind, purpose, path] : linked) {
    if (mail.kind != kind) continue;
    const std::string link = resets ? reset.link_hex : value(mail, "link");
    const auto id = base::from_hex(link);
    const auto until = id && id->size() == 16 ? store::link_expiry(db, link, purpose) : std::nullopt;
    if (!until) return dropped("its link is no longer open");
    words.set("EXPIRES", *until);
    words.set("ADDRESS", base::public_address(config, std::string(path) + "?t=" + base::link_token(seal, purpose, link)));
  }
  return finished(words, resets ? reset.email : mail.recipient, std::move(more));
}

Words Composer::test(const std::string& to) const {
  const view::Mail words("test");
  say_sender(words, *this);
  return finished(words, to);
}

}  // namespace mailer
