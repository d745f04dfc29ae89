// See mailer.h.
#include "mailer/mailer.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/program.h"
#include "base/sealed_link.h"
#include "store/core/migrations.h"
#include "view/mail.h"

#include <csignal>
#include <ctime>
#include <utility>

namespace mailer {
namespace {

const char* const role = "qj_mailer";
const store::Actor actor{0, "mailer", ""};
constexpr std::int64_t settings_seconds = 30;

using Clock = std::chrono::steady_clock;
// Then what is left of a claim is given back: something more urgent may have come, and the claim must not end by itself.
constexpr std::chrono::seconds longest_claim{10};

// Runs it and adds what it took.
template <typename F>
auto timed(Clock::duration& sum, F f) {
  const auto from = Clock::now();
  auto result = f();
  sum += Clock::now() - from;
  return result;
}

base::Config complete(const base::Config& config) {
  for (const auto& [name, value] : {std::pair("QJ_PUBLIC_URL", config.public_url), std::pair("QJ_MAIL_FROM", config.mail_from),
                                    std::pair("QJ_SMTP", config.smtp)})
    if (value.empty()) throw base::ConfigError(std::string(name) + " is not set: no mail can be sent without it");
  return config;
}

mail::Sender sender(const char* setting, const std::string& value) {
  try {
    return mail::parse_sender(value);
  } catch (const mail::Malformed& e) {
    throw base::ConfigError(std::string(setting) + ": " + e.what());
  }
}

}  // namespace

Mailer::Mailer(const base::Config& config)
    : config_(complete(config)),
      seal_(base::Key::from_file(config_.seal_key_file)),
      from_(sender("QJ_MAIL_FROM", config_.mail_from)),
      reply_to_(config_.mail_reply_to.empty() ? mail::Sender() : sender("QJ_MAIL_REPLY_TO", config_.mail_reply_to)),
      transport_(mail::make_transport(config_)),
      composer_{config_, seal_, {}} {
  std::signal(SIGPIPE, SIG_IGN);
  stopping_ = base::stop_requested({});
  view::load_templates(config_.views, config_.reload_views);
}

void Mailer::require_schema() const { store::require_schema(config_.database, role); }

bool Mailer::stopping() {
  wait(0);
  return stopping_;
}

void Mailer::wait(int seconds) {
  if (!stopping_) stopping_ = base::stop_requested(std::chrono::seconds(seconds));
}

// A connection that died is never used again.
store::Db& Mailer::db() {
  if (!db_ || db_->lost()) db_ = std::make_unique<store::Db>(config_.database, role);
  return *db_;
}

void Mailer::refresh_settings() {
  if (base::now() - settings_read_at_ < settings_seconds) return;
  composer_.settings = store::load_settings(db());
  settings_read_at_ = base::now();
}

mail::Result Mailer::send(const Words& words, const std::string& id) {
  if (!words.not_now.empty()) return {mail::Outcome::temporary, words.not_now};
  try {
    const std::string list_id = words.list.empty() ? "" : mail::list_of(from_, words.list);
    const std::string message = timed(shares_.mime, [&] {
      return mail::format({from_, words.to, words.subject, words.text, words.html, id, base::now(), list_id, words.unsubscribe,
                           reply_to_, words.attachments});
    });
    shares_.bytes += message.size();
    return timed(shares_.transport, [&] { return transport_->send({from_.address, words.to, id}, message); });
  } catch (const mail::Malformed& e) {
    return {mail::Outcome::permanent, e.what()};
  }
}

// What became of a mail must reach the database, or it would be sent again: tried until it does or the process must end.
template <typename Settle>
void Mailer::settle(const store::QueuedMail& mail, const char* outcome, const std::string& words, Settle change) {
  base::LogLine("mail")
      .add("id", mail.id)
      .add("kind", mail.kind)
      .add("try", mail.tries)
      .add("outcome", outcome)
      .add("words", words);
  for (;;) {
    try {
      return db().transaction(actor, change);
    } catch (const store::Unavailable&) {
      if (stopping()) throw;
      wait(1);
    }
  }
}

bool Mailer::claim() {
  const auto before = db().spent();
  const auto mails = db().transaction(actor, store::claim_mails);
  shares_.database += db().spent() - before;
  claimed_.assign(mails.begin(), mails.end());
  claimed_at_ = Clock::now();
  return !claimed_.empty();
}

void Mailer::release() {
  if (claimed_.empty()) return;
  std::vector<long long> ids;
  for (const store::QueuedMail& mail : claimed_) ids.push_back(mail.id);
  claimed_.clear();
  try {
    db().transaction(actor, [&](store::Tx& tx) { store::release_mails(tx, ids); });
  } catch (const store::Unavailable&) {  // then the claim ends by itself
  }
}

Step Mailer::step() {
  refresh_settings();
  if (Clock::now() - claimed_at_ > longest_claim) release();
  if (claimed_.empty() && !claim()) return Step::idle;
  const store::QueuedMail mail = std::move(claimed_.front());
  claimed_.pop_front();
  const auto before = db().spent();
  const Step step = send_next(mail);
  shares_.database += db().spent() - before;
  if (step == Step::unreachable) release();
  if (claimed_.empty()) notify_shares();
  return step;
}

Step Mailer::send_next(const store::QueuedMail& mail) {
  if (!Composer::knows(mail.kind)) return ended(mail, "failed", "no such kind of mail");
  store::ResetMail reset;
  if (mail.kind == "reset_password")
    reset = db().transaction(actor, [&](store::Tx& tx) { return store::prepare_reset(tx, mail, base::new_link_id()); });
  if (!reset.refused.empty()) return ended(mail, "dropped", reset.refused);
  mail::Result result;
  std::string to;
  try {
    const auto read = db().spent();
    const Words words = timed(shares_.words, [&] { return composer_.compose(db(), mail, reset); });
    shares_.words -= db().spent() - read;
    if (!words.dropped.empty()) return ended(mail, "dropped", words.dropped);
    to = words.to;
    const std::string mark = base::to_hex(seal_.mac("mail:" + std::to_string(mail.id) + ":" + mail.moment)).substr(0, 24);
    result = send(words, mail::id_of(from_, mail.id, mark));
  } catch (const std::logic_error& e) {  // a template of ours is broken: once it is mended the mail goes
    result = {mail::Outcome::temporary, e.what()};
  }
  return tried(mail, to, result);
}

Step Mailer::ended(const store::QueuedMail& mail, const char* state, const std::string& why) {
  settle(mail, state, why, [&](store::Tx& tx) { store::mail_ended(tx, mail.id, state, why); });
  return Step::worked;
}

Step Mailer::tried(const store::QueuedMail& mail, const std::string& to, const mail::Result& result) {
  const std::string& words = result.words;
  if (result.outcome == mail::Outcome::sent) {
    ++shares_.mails;
    settle(mail, "sent", words, [&](store::Tx& tx) { store::mail_sent(tx, mail.id, to); });
    return Step::worked;
  }
  if (result.outcome == mail::Outcome::permanent && result.of_recipient) {
    settle(mail, "failed", words, [&](store::Tx& tx) {
      store::mail_ended(tx, mail.id, "failed", words);
      store::address_refused(tx, to, words);
    });
    return Step::worked;
  }
  const auto minutes = result.outcome == mail::Outcome::permanent ? std::nullopt : mail::wait_after(mail.tries, mail.age_minutes);
  if (!minutes) return ended(mail, "failed", words);
  settle(mail, "postponed", words, [&](store::Tx& tx) { store::mail_postponed(tx, mail.id, *minutes, words); });
  return result.outcome == mail::Outcome::unreachable ? Step::unreachable : Step::worked;
}

// Where the time goes, for the log.
void Mailer::notify_shares() {
  const auto ms = [](Clock::duration time) { return std::chrono::duration_cast<std::chrono::milliseconds>(time).count(); };
  if (shares_.mails > 1)
    base::LogLine("mails")
        .add("sent", shares_.mails)
        .add("bytes", static_cast<long long>(shares_.bytes))
        .add("database_ms", ms(shares_.database))
        .add("words_ms", ms(shares_.words))
        .add("mime_ms", ms(shares_.mime))
        .add("transport_ms", ms(shares_.transport));
  shares_ = {};
}

mail::Result Mailer::test(const std::string& to, mail::Listener listener) {
  transport_->listen(std::move(listener));
  try {
    refresh_settings();
  } catch (const store::Unavailable&) {  // then with the default words
  }
  return send(composer_.test(to), mail::id_of(from_, 0, base::to_hex(base::random_bytes(12))));
}

}  // namespace mailer
