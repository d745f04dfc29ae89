// See units.h.
#include "store/organisations/units.h"

#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/organisations/reviews.h"

#include <soci/soci.h>

namespace store {
namespace {

std::string code_of(domain::IdType type) {
  switch (type) {
    case domain::IdType::hk_macao_permit:
      return "hk_macao_permit";
    case domain::IdType::taiwan_permit:
      return "taiwan_permit";
    case domain::IdType::permanent_residence:
      return "permanent_residence";
    case domain::IdType::passport:
      return "passport";
    case domain::IdType::id_card:
      break;
  }
  return "id_card";
}

nlohmann::json audited(const domain::Registration& form) {
  return {{"unit_code", form.unit_code.text},
          {"name", form.unit_name},
          {"unit_type", form.unit_type},
          {"division_code", form.division_code},
          {"representative", form.representative},
          {"id_type", code_of(form.id_number.type)},
          {"id_number", form.id_number.masked()},
          {"contact", form.contact},
          {"mobile", domain::mask_mobile(form.mobile)},
          {"email", form.email}};
}

nlohmann::json audited(const Unit& unit) {
  return {{"unit_code", unit.unit_code},
          {"name", unit.name},
          {"unit_type", unit.unit_type},
          {"division_code", unit.division_code},
          {"representative", unit.representative},
          {"id_type", unit.id_type},
          {"id_number", unit.id_number_masked},
          {"contact", unit.contact},
          {"mobile", domain::mask_mobile(unit.mobile)},
          {"email", unit.email}};
}

// The columns a registration fills, as SOCI needs them: named variables that outlive the statement.
struct Columns {
  explicit Columns(const domain::Registration& form)
      : key(form.unit_code.key()), id_type(code_of(form.id_number.type)), masked(form.id_number.masked()) {}
  std::string key, id_type, masked;
};

}  // namespace

long long create_unit(Tx& tx, const domain::Registration& form, const std::string& id_number_sealed_hex,
                      const std::string& terms_version) {
  const Columns columns(form);
  long long id = 0;
  tx.sql() << R"sql(
      insert into units (unit_key, unit_code, name, unit_type, division_code, representative, id_type,
        id_number_sealed, id_number_masked, contact, mobile, email, terms_version, consented_at)
      values (:key, :code, :name, :type, :division, :representative, :id_type, decode(:sealed, 'hex'), :masked,
        :contact, :mobile, :email, :terms, now())
      returning id
  )sql",
      soci::use(columns.key), soci::use(form.unit_code.text), soci::use(form.unit_name), soci::use(form.unit_type),
      soci::use(form.division_code), soci::use(form.representative), soci::use(columns.id_type), soci::use(id_number_sealed_hex),
      soci::use(columns.masked), soci::use(form.contact), soci::use(form.mobile), soci::use(form.email), soci::use(terms_version),
      soci::into(id);
  add_review(tx, id, "submitted");
  tx.audit(id, "unit.register", "unit", id, nullptr, audited(form));
  return id;
}

void add_document(Tx& tx, long long unit_id, const Document& document) {
  tx.sql() << R"sql(
      insert into unit_documents (unit_id, file_name, original_name, size_bytes)
      values (:unit, :file, :original, :size)
  )sql",
      soci::use(unit_id), soci::use(document.file_name), soci::use(document.original_name), soci::use(document.size);
  tx.audit(unit_id, "unit.document", "unit", unit_id, nullptr,
           {{"file", document.file_name}, {"original_name", document.original_name}});
}

std::optional<Unit> find_unit(Db& db, long long id) {
  return db.run([&](soci::session& sql) -> std::optional<Unit> {
    Unit unit;
    bool found = false;
    const std::string query =
        R"sql(
            select e.id, e.unit_key, e.unit_code, e.name, e.unit_type, e.division_code, d.path, e.representative,
              e.id_type, e.id_number_masked, e.contact, e.mobile, e.email, e.state,
        )sql" +
        shown_time("e.submitted_at") + ", " + shown_time("e.reviewed_at") +
        R"sql(, e.review_reason, e.version
            from units e
            join divisions d on d.code = e.division_code
            where e.id = :id
        )sql";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(id));
    for (const soci::row& row : rows) {
      row >> unit.id >> unit.unit_key >> unit.unit_code >> unit.name >> unit.unit_type >> unit.division_code >>
          unit.division_name >> unit.representative >> unit.id_type >> unit.id_number_masked >> unit.contact >> unit.mobile >>
          unit.email >> unit.state >> unit.submitted_at >> unit.reviewed_at >> unit.review_reason >> unit.version;
      found = true;
    }
    if (!found) return {};
    soci::rowset<soci::row> documents = (sql.prepare << R"sql(
        select id, file_name, original_name, size_bytes
        from unit_documents
        where unit_id = :id
        order by id
    )sql",
                                         soci::use(id));
    for (const soci::row& row : documents) {
      Document document;
      row >> document.id >> document.file_name >> document.original_name >> document.size;
      unit.documents.push_back(document);
    }
    return unit;
  });
}

bool unit_registered(Db& db, const std::string& unit_key, long long except_id) {
  return db.run([&](soci::session& sql) {
    int taken = 0;
    sql << "select count(*)::int from units where unit_key = :key and id <> :except and state <> 'closed'", soci::use(unit_key),
        soci::use(except_id), soci::into(taken);
    return taken > 0;
  });
}

bool resubmit_unit(Tx& tx, const Unit& old, const domain::Registration& form, const std::string& id_number_sealed_hex) {
  const Columns columns(form);
  soci::statement update =
      (tx.sql().prepare << R"sql(
          update units
          set unit_key = :key, unit_code = :code, name = :name, unit_type = :type, division_code = :division,
            representative = :representative, id_type = :id_type, id_number_sealed = decode(:sealed, 'hex'),
            id_number_masked = :masked, contact = :contact, mobile = :mobile, email = :email, state = 'pending',
            submitted_at = now(), version = version + 1
          where id = :id and version = :version and state = 'rejected'
      )sql",
       soci::use(columns.key), soci::use(form.unit_code.text), soci::use(form.unit_name), soci::use(form.unit_type),
       soci::use(form.division_code), soci::use(form.representative), soci::use(columns.id_type), soci::use(id_number_sealed_hex),
       soci::use(columns.masked), soci::use(form.contact), soci::use(form.mobile), soci::use(form.email), soci::use(old.id),
       soci::use(old.version));
  update.execute(true);
  if (update.get_affected_rows() != 1) return false;
  add_review(tx, old.id, "submitted");
  tx.audit(old.id, "unit.resubmit", "unit", old.id, audited(old), audited(form));
  return true;
}

bool set_unit_contact(Tx& tx, const Unit& old, const std::string& contact, const std::string& mobile, const std::string& email) {
  if (affected(tx,
               R"sql(
                   update units
                   set contact = :contact, mobile = :mobile, email = :email, version = version + 1
                   where id = :id and version = :version
               )sql",
               contact, mobile, email, old.id, old.version) != 1)
    return false;
  tx.audit(old.id, "unit.contact", "unit", old.id,
           {{"contact", old.contact}, {"mobile", domain::mask_mobile(old.mobile)}, {"email", old.email}},
           {{"contact", contact}, {"mobile", domain::mask_mobile(mobile)}, {"email", email}});
  return true;
}

void set_unit_email(Tx& tx, long long unit_id, const std::string& email) {
  affected(tx, "update units set email = :email, version = version + 1 where id = :id and state <> 'closed'", email, unit_id);
  tx.audit(unit_id, "unit.email", "unit", unit_id, nullptr, {{"email", email}});
}

std::string sealed_id_number(Db& db, long long unit_id) {
  return db.run([&](soci::session& sql) {
    std::string sealed;
    sql << "select coalesce(encode(id_number_sealed, 'hex'), '') from units where id = :id", soci::use(unit_id),
        soci::into(sealed);
    return sealed;
  });
}

}  // namespace store
