// See attachments.h.
#include "store/ledger/attachments.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

const std::string columns = "select a.id, a.kind, a.file_name, a.thumb_name, a.original_name, a.size_bytes, a.added_by, " +
                            shown_time("a.added_at") +
                            R"sql(, (exists (
          select
          from instruments i
          where i.unit_id = a.unit_id and i.id = a.instrument_id and i.certificate_file_id = a.id
        ) or exists (
          select
          from certificates c
          where c.unit_id = a.unit_id and c.file_id = a.id
        ))::int, (exists (
          select
          from results r
          where r.unit_id = a.unit_id and r.file_id = a.id
        ))::int
        from attachments a
        where a.unit_id = :unit and a.instrument_id = :instrument
    )sql";

Attachment read_attachment(const soci::row& row) {
  Attachment file;
  int of_record = 0, of_result = 0;
  row >> file.id >> file.kind >> file.file_name >> file.thumb_name >> file.original_name >> file.size >> file.added_by >>
      file.added_at >> of_record >> of_result;
  file.of_record = of_record != 0;
  file.of_result = of_result != 0;
  return file;
}

nlohmann::json audited(const Attachment& file) {
  return {{"attachment_kind", file.kind}, {"attachment", file.original_name}, {"size_bytes", file.size}};
}

}  // namespace

std::vector<Attachment> attachments_of(Db& db, long long unit_id, long long instrument_id) {
  return db.run([&](soci::session& sql) {
    std::vector<Attachment> files;
    const auto take = [&](const soci::row& row) { files.push_back(read_attachment(row)); };
    each_row(sql, columns + "order by a.id", take, unit_id, instrument_id);
    return files;
  });
}

std::optional<Attachment> find_attachment(Db& db, long long unit_id, long long instrument_id, long long id) {
  return db.run([&](soci::session& sql) {
    std::optional<Attachment> found;
    const auto take = [&](const soci::row& row) { found = read_attachment(row); };
    each_row(sql, columns + "and a.id = :id", take, unit_id, instrument_id, id);
    return found;
  });
}

std::optional<long long> add_attachment(Tx& tx, long long unit_id, long long instrument_id, const Attachment& file) {
  int there = 0;
  tx.sql() << "select count(*)::int from attachments where unit_id = :unit and instrument_id = :instrument", soci::use(unit_id),
      soci::use(instrument_id), soci::into(there);
  if (there >= most_attachments) return {};
  long long id = 0;
  tx.sql() << R"sql(
      insert into attachments (unit_id, instrument_id, kind, file_name, thumb_name, original_name, size_bytes,
        added_by)
      values (:unit, :instrument, :kind, :file, :thumb, :name, :size, :by)
      returning id
  )sql",
      soci::use(unit_id), soci::use(instrument_id), soci::use(file.kind), soci::use(file.file_name), soci::use(file.thumb_name),
      soci::use(file.original_name), soci::use(file.size), soci::use(tx.actor().login), soci::into(id);
  tx.audit(unit_id, "instrument.attach", "instrument", instrument_id, nullptr, audited(file));
  return id;
}

bool remove_attachment(Tx& tx, long long unit_id, long long instrument_id, const Attachment& file) {
  if (file.of_result) return false;
  if (affected(tx, "delete from attachments where unit_id = :unit and instrument_id = :instrument and id = :id", unit_id,
               instrument_id, file.id) != 1)
    return false;
  tx.audit(unit_id, "instrument.detach", "instrument", instrument_id, audited(file), nullptr);
  return true;
}

}  // namespace store
