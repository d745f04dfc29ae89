// qjctl audit: is the record of changes complete? Every chain is checked from its beginning; against an anchor (heads written
// down earlier and stored elsewhere) also whether its end is still there.
#include "base/json.h"
#include "qjctl/commands.h"
#include "store/administration/audit_chains.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>

namespace qjctl {
namespace {

struct Options {
  std::optional<long long> chain;
  std::string anchor, file;
  bool json = false;
};
struct Bad {
  long long chain, seq;
  const char* why;  // changed | cut | rewritten
};

// Lines `chain seq hash time`; # begins a comment. Throws when a line is something else.
std::vector<store::ChainHead> read_anchor(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  std::vector<store::ChainHead> heads;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    store::ChainHead head;
    std::istringstream words(line);
    if (!(words >> head.chain >> head.seq >> head.hash_hex) || head.chain < 0 || head.seq < 1 || head.hash_hex.size() != 64 ||
        head.hash_hex.find_first_not_of("0123456789abcdef") != std::string::npos)
      throw std::runtime_error(path + ":" + std::to_string(number) + ": is no chain's head");
    heads.push_back(head);
  }
  return heads;
}

std::string anchor_text(const std::vector<store::ChainHead>& heads) {
  std::string text = "# chain row hash time\n";
  for (const store::ChainHead& head : heads) {
    std::string time = head.at;
    for (char& c : time)
      if (c == ' ') c = 'T';
    text += std::to_string(head.chain) + " " + std::to_string(head.seq) + " " + head.hash_hex + " " + time + "\n";
  }
  return text;
}

int anchor(const Options& options) {
  store::Db db = owner(base::Config::load());
  const auto heads = store::chain_heads(db);
  if (options.json) {
    nlohmann::json rows = nlohmann::json::array();
    for (const store::ChainHead& head : heads)
      rows.push_back({{"chain", head.chain}, {"seq", head.seq}, {"hash", head.hash_hex}, {"at", head.at}});
    print(rows);
    return 0;
  }
  const std::string text = anchor_text(heads);
  if (options.file.empty()) return std::fputs(text.c_str(), stdout) < 0 ? base::exit_unavailable : 0;
  const std::string fresh = options.file + ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << text << std::flush;
  if (!out || std::rename(fresh.c_str(), options.file.c_str()) != 0) return refused(options.file + ": cannot be written");
  return 0;
}

void check_anchor(store::Db& db, const Options& options, std::vector<Bad>& bad) {
  for (const store::ChainHead& head : read_anchor(options.anchor)) {
    if (options.chain && *options.chain != head.chain) continue;
    const std::string hash = store::row_hash(db, head.chain, head.seq);
    if (hash != head.hash_hex) bad.push_back({head.chain, head.seq, hash.empty() ? "cut" : "rewritten"});
  }
}

int report(std::size_t chains, long long rows, const std::vector<Bad>& bad, bool json) {
  if (json) {
    nlohmann::json list = nlohmann::json::array();
    for (const Bad& one : bad) list.push_back({{"chain", one.chain}, {"seq", one.seq}, {"why", one.why}});
    print({{"chains", chains}, {"rows", rows}, {"bad", list}});
  } else {
    std::printf("%zu chains, %lld rows: %s\n", chains, rows, bad.empty() ? "all fit" : "NOT all fit");
    for (const Bad& one : bad) std::printf("chain %lld, row %lld: %s\n", one.chain, one.seq, one.why);
  }
  return bad.empty() ? 0 : base::exit_data;
}

int verify(const Options& options) {
  store::Db db = owner(base::Config::load());
  std::vector<Bad> bad;
  std::size_t chains = 0;
  long long rows = 0;
  for (const store::ChainHead& head : store::chain_heads(db)) {
    if (options.chain && *options.chain != head.chain) continue;
    ++chains;
    rows += head.seq;
    if (const auto seq = store::first_bad_row(db, head.chain)) bad.push_back({head.chain, *seq, "changed"});
  }
  if (!options.anchor.empty()) check_anchor(db, options, bad);
  if (options.chain && chains == 0 && bad.empty()) return refused("no chain " + std::to_string(*options.chain));
  return report(chains, rows, bad, options.json);
}

}  // namespace

void add_audit(CLI::App& cli, Action& action) {
  const auto options = std::make_shared<Options>();
  CLI::App* parent = cli.add_subcommand("audit", "the record of changes");
  parent->require_subcommand(1);

  CLI::App* verify_command =
      parent->add_subcommand("verify", "checks the chains of hashes; 65 and the first bad row of each that does not fit");
  verify_command->add_option("--chain", options->chain, "only this one: a unit's id, 0 for administration")
      ->check(CLI::NonNegativeNumber);
  verify_command->add_option("--anchor", options->anchor, "heads written earlier by `qjctl audit anchor`: shows a cut tail")
      ->check(CLI::ExistingFile);
  add_json_option(*verify_command, options->json);
  verify_command->callback([options, &action] { action = [options] { return verify(*options); }; });

  CLI::App* anchor_command = parent->add_subcommand("anchor", "prints the chains' heads, one a line; keep them elsewhere");
  anchor_command->add_option("FILE", options->file, "writes them there instead");
  add_json_option(*anchor_command, options->json);
  anchor_command->callback([options, &action] { action = [options] { return anchor(*options); }; });
}

}  // namespace qjctl
