// The catalogue for administrators: every kind, retired or not; its editions, each a file that replaced the one before. A draft
// is an edition whose differences are shown before it is applied: it replaces the whole catalogue, and only while the catalogue
// is still the one the differences were computed from. Kinds that are not in the file are retired, never deleted. After the
// first replacement sql/load.sql no longer changes the catalogue. Kinds that instruments may choose stand in catalogue.h.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct AdminKind {
  domain::CatalogueEntry entry;
  std::string retired_at;  // Asia/Shanghai, to the minute, or ""
  int version = 0;
};
std::vector<AdminKind> all_kinds(Db& db);  // all, by item and kind
std::optional<AdminKind> find_any_kind(Db& db, long long id);
std::vector<domain::CatalogueRow> rows_in_use(const std::vector<AdminKind>& kinds);
std::vector<domain::CatalogueEntry> entries(const std::vector<AdminKind>& kinds);
// A hash of everything in the catalogue: the shown differences are valid while it stays the same.
std::string fingerprint(const std::vector<AdminKind>& kinds);

// False when the version is no longer the one given, or it stands so already.
bool retire_kind(Tx& tx, const AdminKind& kind);
bool restore_kind(Tx& tx, const AdminKind& kind);

struct Edition {
  long long id = 0;
  std::string notice, file_name, content;  // content: only of find_edition
  std::string created_by, created_at, applied_at;
  int added = 0, changed = 0, retired = 0;
  bool draft() const { return applied_at.empty(); }
};
std::vector<Edition> editions(Db& db, int size, int page);  // newest first
long long count_editions(Db& db);
std::optional<Edition> find_edition(Db& db, long long id);
long long draft_edition(Tx& tx, const Edition& edition);
bool discard_edition(Tx& tx, const Edition& edition);  // false: it was applied or discarded meanwhile

enum class Applied { done, changed_meanwhile };
// Replaces the catalogue with the draft's rows, in one go: adds, changes, retires; deletes nothing. `seen` is the fingerprint of
// the catalogue the differences were made against; any change since then, or of the draft, is changed_meanwhile. `difference`
// receives what was done.
Applied apply_edition(Tx& tx, const Edition& edition, const std::vector<domain::CatalogueRow>& rows, const std::string& seen,
                      domain::CatalogueDifference& difference);

}  // namespace store
