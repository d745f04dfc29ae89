// qjctl key: key files, and changing a key while everything runs: rotate, restart, reseal, drop-old.
#include "base/crypto.h"
#include "base/json.h"
#include "qjctl/commands.h"
#include "store/core/sealed_columns.h"

#include <cstdio>
#include <memory>

namespace qjctl {
namespace {

constexpr int batch = 500;

struct Options {
  std::string file;
  bool seal = false, json = false;
};

struct Counts {
  long long sealed = 0;      // all there are
  long long done = 0;        // sealed anew
  long long old = 0;         // not by the first key
  long long unreadable = 0;  // by none of them
};

std::string key_file(const base::Config& config, bool seal) { return seal ? config.seal_key_file : config.personal_key_file; }

// Goes through every sealed value; with `renew` those of an older key are sealed with the first one. One that somebody changes
// meanwhile is left alone: it is theirs, and the next run sees it.
Counts go_through(store::Db& db, const base::Key& key, bool renew) {
  Counts counts;
  for (const store::SealedColumn& column : store::sealed_columns()) {
    long long after = 0;
    for (auto values = store::sealed_values(db, column, after, batch); !values.empty();
         values = store::sealed_values(db, column, after, batch)) {
      after = values.back().id;
      db.transaction(operator_actor(), [&](store::Tx& tx) {
        for (const store::SealedValue& value : values) {
          ++counts.sealed;
          const std::string bytes = base::from_hex(value.hex).value_or("");
          if (key.sealed_by_first(bytes)) continue;
          const auto plain = key.open_bytes(bytes);
          if (!plain) std::fprintf(stderr, "qjctl: %s %lld: no key of the file opens it\n", column.table, value.id);
          if (!plain) ++counts.unreadable;
          if (plain && renew && store::replace_sealed(tx, column, value, base::to_hex(key.seal_bytes(*plain))))
            ++counts.done;
          else
            ++counts.old;
        }
      });
    }
  }
  return counts;
}

int rotate(const Options& options) {
  const std::string path = key_file(base::Config::load(), options.seal);
  base::Key::rotate(path);
  std::printf("%s: %zu keys, the new one first\n", path.c_str(), base::Key::from_file(path).count());
  std::puts("Now restart every area and the mailer (SIGHUP to qj-serve): until then they neither use nor know the new key.");
  std::puts(options.seal
                ? "Then, once no open link is older than the rotation (invitations live 7 days): qjctl key drop-old --seal"
                : "Then: qjctl key reseal; and last: qjctl key drop-old");
  return 0;
}

int reseal(const Options& options) {
  const base::Config config = base::Config::load();
  const base::Key key = base::Key::from_file(config.personal_key_file);
  store::Db db = owner(config);
  const Counts counts = go_through(db, key, true);
  db.transaction(operator_actor(), [&](store::Tx& tx) {
    tx.audit(0, "key.reseal", "key", 0, nullptr, {{"sealed_anew", counts.done}, {"values", counts.sealed}});
  });
  if (options.json)
    print({{"values", counts.sealed}, {"sealed_anew", counts.done}, {"left", counts.old}, {"unreadable", counts.unreadable}});
  else
    std::printf("%lld values: %lld sealed anew, %lld left, %lld of them unreadable\n", counts.sealed, counts.done, counts.old,
                counts.unreadable);
  if (counts.unreadable > 0) return refused("a key is missing from the file: put it back as a further line");
  return counts.old == 0 ? 0 : try_again("values were changed meanwhile: run it once more");
}

int drop_old(const Options& options) {
  const base::Config config = base::Config::load();
  const std::string path = key_file(config, options.seal);
  const base::Key key = base::Key::from_file(path);
  if (!options.seal) {
    store::Db db = owner(config);
    const Counts counts = go_through(db, key, false);
    if (counts.old > 0)
      return refused(std::to_string(counts.old) + " values are not sealed by the first key: run `qjctl key reseal` first");
  }
  base::Key::drop_old(path);
  std::printf("%s: the first key alone is left, %zu dropped\n", path.c_str(), key.count() - 1);
  if (options.seal) std::puts("Links and kept forms made with an older key no longer open.");
  std::puts("Restart every area and the mailer (SIGHUP to qj-serve), so that they forget the old ones too.");
  return 0;
}

}  // namespace

void add_keys(CLI::App& cli, Action& action) {
  const auto options = std::make_shared<Options>();
  CLI::App* parent = cli.add_subcommand("key", "makes a key file; changes keys while everything runs");
  parent->require_subcommand(0, 1);
  parent->add_option("FILE", options->file, "makes this key file; it must not exist");
  parent->callback([parent, options, &action] {
    if (!parent->get_subcommands().empty()) return;
    if (options->file.empty()) throw CLI::RequiredError("FILE or a sub-command");
    action = [options] { return base::Key::create(options->file), 0; };
  });
  const auto add = [&](const char* name, const char* help, int (*run)(const Options&)) {
    CLI::App* command = parent->add_subcommand(name, help);
    command->callback([options, run, &action] { action = [options, run] { return run(*options); }; });
    return command;
  };
  constexpr const char* seal = "the key of tokens and links (QJ_SEAL_KEY_FILE) instead of that of personal numbers";
  add("rotate", "puts a new key before those in QJ_PERSONAL_KEY_FILE", rotate)->add_flag("--seal", options->seal, seal);
  add_json_option(*add("reseal", "encrypts with the first key what an older one has encrypted", reseal), options->json);
  add("drop-old", "keeps only the first key, once nothing needs the others", drop_old)->add_flag("--seal", options->seal, seal);
}

}  // namespace qjctl
