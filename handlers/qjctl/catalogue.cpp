// qjctl catalogue import: replaces the catalogue by a file, as an administrator does in the portal.
#include "domain/catalogue/catalogue.h"

#include "qjctl/commands.h"
#include "store/catalogue/editions.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace qjctl {
namespace {

struct ChangedMeanwhile {};

struct Import {
  std::string file;
  bool dry_run = false;      // only prints the differences
  bool retire_most = false;  // does it although more than half of the kinds would be retired
};

const char* sign(domain::CatalogueChange::What what) {
  switch (what) {
    case domain::CatalogueChange::What::added:
      return "add";
    case domain::CatalogueChange::What::restored:
      return "restore";
    case domain::CatalogueChange::What::changed:
      return "change";
    case domain::CatalogueChange::What::retired:
      break;
  }
  return "retire";
}

void tell(const domain::CatalogueDifference& difference) {
  for (const domain::CatalogueChange& change : difference.changes) {
    std::printf("%s\t%d\t%s\n", sign(change.what), change.row.kind_no, change.row.name().c_str());
    for (const domain::FieldChange& field : change.fields)
      std::printf("\t%s\t%s\t%s\n", field.column.c_str(), field.old_value.c_str(), field.new_value.c_str());
  }
  std::printf("%d added, %d changed, %d retired, %d unchanged\n", difference.added, difference.changed, difference.retired,
              difference.unchanged);
}

int refuse(const domain::CatalogueFile& file) {
  for (const domain::CellError& error : file.errors)
    std::fprintf(stderr, "qjctl: row %zu, %s: %s %s\n", error.row, error.error.field.empty() ? "file" : error.error.field.c_str(),
                 error.error.code.c_str(), error.error.a.c_str());
  return base::exit_data;
}

int import_catalogue(const Import& options) {
  std::ifstream in(options.file, std::ios::binary);
  std::ostringstream bytes;
  if (!in || !(bytes << in.rdbuf())) return refused(options.file + " cannot be read");
  const domain::CatalogueFile file = domain::read_catalogue(bytes.str());
  if (!file.ok()) return refuse(file);
  store::Db db = owner(base::Config::load());
  const std::vector<store::AdminKind> kinds = store::all_kinds(db);
  domain::CatalogueDifference difference = domain::compare(store::entries(kinds), file.rows);
  tell(difference);
  if (options.dry_run || difference.empty()) return 0;
  if (difference.retires_most && !options.retire_most)
    return refused("more than half of the catalogue would be retired; --retire-most does it");
  store::Edition edition;
  edition.notice = file.notices();
  edition.file_name = std::filesystem::path(options.file).filename();
  edition.content = file.text;
  try {
    db.transaction(operator_actor(), [&](store::Tx& tx) {
      edition.id = store::draft_edition(tx, edition);
      if (store::apply_edition(tx, edition, file.rows, store::fingerprint(kinds), difference) != store::Applied::done)
        throw ChangedMeanwhile();
    });
  } catch (const ChangedMeanwhile&) {
    return try_again("somebody else changed the catalogue meanwhile; nothing was done");
  }
  return 0;
}

}  // namespace

void add_catalogue(CLI::App& cli, Action& action) {
  CLI::App* group = cli.add_subcommand("catalogue", "the national catalogue");
  group->require_subcommand(1);
  const auto options = std::make_shared<Import>();
  CLI::App* command = group->add_subcommand("import", "replaces the catalogue by a CSV file; kinds not in it are retired");
  command->add_option("FILE", options->file)->required();
  command->add_flag("--dry-run", options->dry_run, "only tells the differences");
  command->add_flag("--retire-most", options->retire_most, "although more than half of the kinds would be retired");
  command->callback([options, &action] { action = [options] { return import_catalogue(*options); }; });
}

}  // namespace qjctl
