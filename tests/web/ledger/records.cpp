// What hangs on one instrument, as people meet it: its records, files and history; the administrators' everyday names.
#include "common/in_order.h"
#include "web/browser.h"
#include "web/core/pictures.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

struct Ledger {
  Ledger() : unit(make_unit()), browser(unit) {
    auto values = scale();
    values.verified_on = today().plus_days(-100);
    values.valid_until = today().plus_days(264);
    values.certificate_number = "旧证书";
    id = add_instrument(unit.unit_id, values);
    path = "/ledger/" + std::to_string(id);
  }
  Page send(const std::string& content, const std::string& name, const std::string& kind = "photo") {
    const std::string action = path + "/attachments";
    return browser.upload(action, with(fields_of(browser.get(path).html(), action), {{"attachment_kind", kind}}), "attachment",
                          name, content);
  }
  std::string of(const std::string& column, const std::string& table = "attachments") const {
    return text_of("select " + column + " from " + table + " where instrument_id = " + std::to_string(id) +
                   " order by id desc limit 1");
  }
  Page add_record(const Fields& fields) {
    return browser.submit(path + "/certificates/new", with({{"certificate_number", "新证书"},
                                                            {"institution_name", "示范市计量所"},
                                                            {"verified_on", today().plus_days(-3).iso()}},
                                                           fields));
  }
  Person unit;
  Browser browser;
  long long id = 0;
  std::string path;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(records)

BOOST_AUTO_TEST_CASE(files_are_taken_by_their_content_and_served_to_their_unit_only) {
  using namespace std::string_literals;
  Ledger ledger;
  BOOST_TEST(ledger.browser.get(ledger.path).has("还没有附件"));
  BOOST_TEST(ledger.send(picture("jpg", 1600, 1200), "C:\\Users\\张三\\铭牌 一.PNG").status() == 303);
  BOOST_TEST(ledger.of("original_name") == "铭牌 一.PNG");
  const std::string file = ledger.path + "/attachments/" + ledger.of("id");
  const Page shown = ledger.browser.get(ledger.path);
  BOOST_TEST(shown.has("铭牌 一.PNG"));
  BOOST_TEST(shown.has("src=\"" + file + "/thumb\""));
  const Page served = ledger.browser.get(file), thumb = ledger.browser.get(file + "/thumb");
  BOOST_TEST(served.response.content_type == "image/jpeg");  // whatever its name says
  BOOST_TEST(served.header("X-Accel-Redirect") == "/files/" + ledger.of("file_name"));
  BOOST_TEST(served.header("Content-Disposition").find("inline") == 0U);
  BOOST_TEST(served.header("Content-Disposition").find("%E9%93%AD%E7%89%8C%20%E4%B8%80.jpg") != std::string::npos);
  BOOST_TEST(ledger.browser.get(file + "?download=1").header("Content-Disposition").find("attachment") == 0U);
  BOOST_TEST(thumb.header("X-Accel-Redirect") == "/files/" + ledger.of("thumb_name"));
  BOOST_TEST(ledger.send(pdf, "证书.pdf", "certificate").status() == 303);
  BOOST_TEST(ledger.browser.get(ledger.path).has(">PDF</span>"));
  BOOST_TEST(ledger.browser.get(ledger.path + "/attachments/" + ledger.of("id") + "/thumb").status() == 404);
  // Anybody else.
  Browser other{make_unit()}, viewer{make_member(ledger.unit, "viewer")};
  const std::string foreign = "/ledger/" + std::to_string(add_instrument(make_unit().unit_id, scale()));
  for (const std::string& address : {file, file + "/thumb", file + "/remove"}) {
    BOOST_TEST(other.get(address).status() == 404);
    BOOST_TEST(ledger.browser.get(foreign + address.substr(ledger.path.size())).status() == 404);
  }
  BOOST_TEST(viewer.get(file).status() == 200);
  BOOST_TEST(viewer.get(file + "/remove").status() == 403);
  BOOST_TEST(!viewer.get(ledger.path).has("op_attach"));
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_and_no_pdf_is_refused_and_nothing_is_kept) {
  using namespace std::string_literals;
  Ledger ledger;
  for (const std::string& content :
       {""s, "MZ\x90"s, "<html><script>alert(1)</script>"s, "\xFF\xD8\xFF"s, "\xFF\xD8\xFF\xE0\0\x10JFIF\0<script>"s,
        "\x89PNG\r\n\x1A\n"s, "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\0\0\0\0\x01\x08\x02\0\0\0...."s, "%PDF"s, "GIF89a"s}) {
    const Page page = ledger.send(content, "照片.jpg", "other");
    BOOST_TEST(page.status() == 422);
    BOOST_TEST(page.has_error("attachment"));
    BOOST_TEST(page.has("value=\"other\" checked"));
  }
  BOOST_TEST(ledger.send(pdf + std::string(10 * 1024 * 1024, ' '), "大.pdf").has_error("attachment"));
  BOOST_TEST(count("select count(*) from attachments where instrument_id = " + std::to_string(ledger.id)) == 0);
  // A file that came with a bad form need not be sent again, and is kept once.
  const std::string action = ledger.path + "/attachments";
  const Page again = ledger.send(picture("png", 20, 20), "小图.png", "nonsense");
  BOOST_TEST(again.has_error("attachment_kind"));
  BOOST_TEST(again.has("已收到文件：<strong>小图.png"));
  const Fields kept = with(fields_of(again.html(), action), {{"attachment_kind", "photo"}});
  BOOST_TEST(ledger.browser.post(action, kept).status() == 303);
  const Page twice = ledger.browser.post(action, with(kept, fields_of(ledger.browser.get(ledger.path).html(), action)));
  BOOST_TEST(twice.status() == 422);  // no file in it: the seal is not the page's any more
  const std::string token =
      between(ledger.browser.get(ledger.path).html(), action + "\" enctype=\"multipart/form-data\" novalidate>", "</form>");
  const Page reused = ledger.browser.post(action, with(kept, {{"token", between(token, "name=\"token\" value=\"", "\"")}}));
  BOOST_TEST(reused.status() == 422);
  BOOST_TEST(reused.has("已经保存过"));
  BOOST_TEST(count("select count(*) from attachments where instrument_id = " + std::to_string(ledger.id)) == 1);
}

BOOST_AUTO_TEST_CASE(the_twenty_first_file_is_refused_until_one_is_removed) {
  Ledger ledger;
  for (int n = 0; n < 19; ++n)
    sql("insert into attachments (unit_id, instrument_id, kind, file_name, original_name, size_bytes, added_by) values (" +
        std::to_string(ledger.unit.unit_id) + ", " + std::to_string(ledger.id) +
        ", 'other', md5(random()::text) || '.pdf', 'x.pdf', 1, 'x')");
  const Page form = ledger.browser.get(ledger.path);
  BOOST_TEST(ledger.send(pdf, "甲.pdf").status() == 303);
  BOOST_TEST(ledger.browser.get(ledger.path).has("附件已达 20 个"));
  const std::string action = ledger.path + "/attachments";
  const auto late = [&] {
    return ledger.browser.upload(action, with(fields_of(form.html(), action), {{"attachment_kind", "photo"}}), "attachment",
                                 "乙.pdf", pdf + "2");
  };
  BOOST_TEST(late().status() == 422);
  const std::string removal = action + "/" + ledger.of("id") + "/remove";
  BOOST_TEST(ledger.browser.get(removal).has("甲.pdf"));
  BOOST_TEST(ledger.browser.submit(removal, {}).status() == 303);
  BOOST_TEST(ledger.browser.get(removal).status() == 404);
  BOOST_TEST(late().status() == 303);
}

BOOST_AUTO_TEST_CASE(a_new_certificate_supersedes_the_old_one_and_brings_its_file) {
  Ledger ledger;
  const std::string action = ledger.path + "/certificates/new";
  const Page page = ledger.browser.get(action);
  const Fields fields = with(
      fields_of(page.html(), action),
      {{"certificate_number", "新证书"}, {"institution_name", "示范市计量所"}, {"verified_on", today().plus_days(-3).iso()}});
  BOOST_TEST(ledger.browser.upload(action, fields, "certificate_file", "新证书.pdf", pdf).status() == 303);
  const std::string id = std::to_string(ledger.id);
  BOOST_TEST(text_of("select certificate_number from instruments where id = " + id) == "新证书");
  BOOST_TEST(text_of("select valid_until from instruments where id = " + id) ==
             domain::default_valid_until(today().plus_days(-3), 12).iso());
  BOOST_TEST(ledger.of("number", "certificates") == "旧证书");
  const Page shown = ledger.browser.get(ledger.path);
  BOOST_TEST(in_order(shown.html(), {"新证书", "旧证书"}));
  BOOST_TEST(shown.has("检定记录的证书"));
  BOOST_TEST(shown.has("href=\"" + ledger.path + "/attachments/" + ledger.of("id") + "\""));
  // An older one goes among the earlier ones; a day that is there is refused; so is what makes no sense.
  BOOST_TEST(ledger.add_record({{"verified_on", today().plus_days(-900).iso()}, {"certificate_number", "更旧"}}).status() == 303);
  BOOST_TEST(text_of("select certificate_number from instruments where id = " + id) == "新证书");
  BOOST_TEST(ledger.add_record({{"verified_on", today().plus_days(-900).iso()}}).has_error("verified_on"));
  BOOST_TEST(ledger.add_record({{"verified_on", ""}}).has_error("verified_on"));
  BOOST_TEST(ledger.add_record({{"verified_on", "9999-01-01"}}).has_error("verified_on"));
  BOOST_TEST(ledger.add_record({{"valid_until", "2001-01-01"}}).has_error("valid_until"));
  const Page hostile = ledger.add_record({{"verified_on", ""}, {"certificate_number", "<b>\"'&{{X}}"}});
  BOOST_TEST(hostile.status() == 422);
  BOOST_TEST(!hostile.has("<b>\"'&"));
  // The form that was open before all this.
  const Page late = ledger.browser.post(action, with(fields, {{"verified_on", today().iso()}, {"certificate_number", "迟到的"}}));
  BOOST_TEST(late.status() == 409);
  BOOST_TEST(late.has("迟到的"));
}

BOOST_AUTO_TEST_CASE(a_declared_record_is_removed_on_its_own_page_and_the_latest_left_comes_into_force) {
  Ledger ledger;
  BOOST_TEST(ledger.add_record({}).status() == 303);
  const std::string removal = ledger.path + "/certificates/current/remove";
  const Page asked = ledger.browser.get(removal);
  BOOST_TEST(asked.has("成为现行记录"));
  Browser other{make_unit()};
  BOOST_TEST(other.get(removal).status() == 404);
  const Fields stale = fields_of(asked.html(), removal);
  BOOST_TEST(ledger.browser.submit(removal, {}).status() == 303);
  const std::string id = std::to_string(ledger.id);
  BOOST_TEST(text_of("select certificate_number from instruments where id = " + id) == "旧证书");
  BOOST_TEST(count("select count(*) from certificates where instrument_id = " + id) == 0);
  BOOST_TEST(ledger.browser.get(removal).has("未检定"));
  BOOST_TEST(ledger.browser.submit(removal, {}).status() == 303);
  BOOST_TEST(ledger.browser.get(ledger.path).has("还没有检定记录"));
  BOOST_TEST(ledger.browser.get(removal).status() == 404);
  // Once an institution has recorded a result, nothing of this is the unit's.
  sql("update instruments set last_result = 'pass', verified_on = '2026-01-01' where id = " + id);
  BOOST_TEST(ledger.browser.get(removal).status() == 409);
  BOOST_TEST(ledger.browser.get(ledger.path + "/certificates/new").status() == 409);
  BOOST_TEST(!ledger.browser.get(ledger.path).has("登记新的检定证书"));
  BOOST_TEST(ledger.browser.get(ledger.path).has("检定机构（合格）"));
}

BOOST_AUTO_TEST_CASE(a_history_shows_old_and_new_in_words_and_goes_with_its_instrument) {
  Ledger ledger;
  const std::string edit = ledger.path + "/edit";
  BOOST_TEST(ledger.browser.submit(edit, {{"place", "<b>新处"}, {"delivery", "on_site"}, {"cycle_months", "6"}}).status() == 303);
  const std::string kind = text_of("select id from catalogue_kinds where mode = 'periodic' and 'trade' = any(uses) and id <> " +
                                   std::to_string(scale_kind()) + " order by id limit 1");
  BOOST_TEST(ledger.browser.submit(edit, {{"kind_id", kind}}).status() == 303);
  BOOST_TEST(ledger.send(pdf, "说明.pdf", "other").status() == 303);
  const Page history = ledger.browser.get(ledger.path + "/history");
  BOOST_TEST(history.has("<del>示范大厅</del> → <ins>&lt;b&gt;新处</ins>"));
  BOOST_TEST(history.has("<del>送检</del> → <ins>现场检定</ins>"));
  BOOST_TEST(history.has("<ins>6</ins>"));
  BOOST_TEST(history.has("<ins>" + text_of("select kind_name from catalogue_kinds where id = " + kind)));
  BOOST_TEST(history.has("上传附件"));
  BOOST_TEST(history.has("<ins>说明.pdf</ins>"));
  BOOST_TEST(history.has(ledger.unit.login));
  BOOST_TEST(!history.has("division_code"));
  BOOST_TEST(in_order(history.html(), {"上传附件", "现场检定"}));  // newest first
  for (int n = 0; n < 25; ++n)
    BOOST_TEST(ledger.browser.submit(edit, {{"place", "第" + std::to_string(n) + "处"}}).status() == 303);
  const Page shown = ledger.browser.get(ledger.path);
  BOOST_TEST(shown.has("查看全部变更历史"));
  BOOST_TEST(shown.has("第20处</ins>"));
  BOOST_TEST(!shown.has("第18处</ins>"));
  const Page first = ledger.browser.get(ledger.path + "/history");
  const std::string older = between(first.html(), ledger.path + "/history?before=", "\"");
  const Page second = ledger.browser.get(ledger.path + "/history?before=" + older);
  BOOST_TEST(first.has("第5处</ins>"));
  BOOST_TEST(second.has("第4处</ins>"));
  BOOST_TEST(ledger.browser.get(ledger.path + "/history?before=1").has("没有变更记录"));
  BOOST_TEST(ledger.browser.get(ledger.path + "/history?before=x%27").status() == 200);
  BOOST_TEST(Browser(make_unit()).get(ledger.path + "/history").status() == 404);
  sql("delete from instruments where id = " + std::to_string(ledger.id));
  BOOST_TEST(ledger.browser.get(ledger.path + "/history").status() == 404);
}

BOOST_AUTO_TEST_CASE(the_administrators_audit_names_kinds_and_divisions) {
  Ledger ledger;
  const std::string code = text_of("select unit_code from units where id = " + std::to_string(ledger.unit.unit_id));
  const Page audit = Browser(make_user("administrator")).get("/admin/audit?unit=" + code);
  BOOST_TEST(audit.has("<ins>非自动衡器"));
  BOOST_TEST(audit.has("<ins>" + text_of("select path from divisions where code = '" + leaf_division() + "'") + "</ins>"));
}

BOOST_AUTO_TEST_CASE(a_scrapped_instrument_stays_as_it_is) {
  Ledger ledger;
  BOOST_TEST(ledger.send(pdf, "甲.pdf").status() == 303);
  const Page form = ledger.browser.get(ledger.path);
  const std::string action = ledger.path + "/attachments", file = action + "/" + ledger.of("id");
  sql("update instruments set state = 'scrapped' where id = " + std::to_string(ledger.id));
  BOOST_TEST(ledger.browser
                 .upload(action, with(fields_of(form.html(), action), {{"attachment_kind", "photo"}}), "attachment", "x.pdf", pdf)
                 .status() == 409);
  const Page shown = ledger.browser.get(ledger.path);
  BOOST_TEST(shown.has("甲.pdf"));
  BOOST_TEST(!shown.has("op_attach"));
  BOOST_TEST(!shown.has(file + "/remove"));
  BOOST_TEST(ledger.browser.get(file + "/remove").status() == 409);
  BOOST_TEST(ledger.browser.get(ledger.path + "/certificates/new").status() == 409);
}

BOOST_AUTO_TEST_CASE(a_use_outside_the_kind_is_explained_and_the_chosen_kind_says_its_uses) {
  Browser browser{make_unit()};
  const Page found = browser.submit("/ledger/new", {{"kind_query", "电子秤"}, {"op_find_kind", "查找"}});
  BOOST_TEST(found.has("“非自动衡器"));
  BOOST_TEST(found.has("常用检定周期 12 个月"));
  const Page refused =
      browser.submit("/ledger/new", {{"kind_id", std::to_string(scale_kind())}, {"use", "medical"}, {"op_save", "保存"}});
  BOOST_TEST(refused.has_error("use"));
  BOOST_TEST(refused.has("可自行检定或校准"));
  BOOST_TEST(between(refused.html(), "id=\"f-use-error\"", "</p>").find("贸易结算") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_everyday_name_that_an_administrator_adds_is_found_by_units) {
  Browser admin{make_user("administrator")}, unit{make_unit()};
  const std::string path = "/admin/catalogue/" + std::to_string(scale_kind()) + "/names";
  const auto named = [&](const std::string& word) {
    return unit.submit("/ledger/new", {{"kind_query", word}, {"op_find_kind", "查找"}});
  };
  const Page form = admin.get(path);
  const std::string all = between(form.html(), "<textarea", "</textarea>");
  const std::string names = all.substr(all.find('>') + 1);
  const std::string word = unique("示范称重台");
  BOOST_TEST(named(word).has_error("kind_query"));
  const Fields fields = with(fields_of(form.html(), path), {{"everyday_names", names + "\r\n " + word + " \r\n\r\n" + word}});
  BOOST_TEST(admin.post(path, fields).status() == 303);
  BOOST_TEST(named(word).has("selected>非自动衡器"));
  BOOST_TEST(named("电子秤").has("selected>非自动衡器"));
  BOOST_TEST(admin.get(path.substr(0, path.rfind('/'))).has(word));
  // Somebody else's form of before.
  const Page late = admin.post(path, with(fields_of(form.html(), path), {{"everyday_names", names + "\n迟到的名称"}}));
  BOOST_TEST(late.status() == 409);
  BOOST_TEST(late.has("迟到的名称"));
  const Page bad = admin.submit(path, {{"everyday_names", std::string(60, 'x') + "\n<b>\"'&{{X}}"}});
  BOOST_TEST(bad.status() == 422);
  BOOST_TEST(!bad.has("<b>\"'&"));
  BOOST_TEST(admin.submit(path, {{"everyday_names", names}}).status() == 303);
  BOOST_TEST(named(word).has_error("kind_query"));
  BOOST_TEST(Browser(make_unit()).get(path).status() == 403);
  // What is in no catalogue.
  const std::string none = "/admin/catalogue/names", thing = unique("示范玩具");
  const std::string box = between(admin.get(none).html(), "<textarea", "</textarea>");
  BOOST_TEST(admin.submit(none, {{"everyday_names", box.substr(box.find('>') + 1) + "\n" + thing}}).status() == 303);
  BOOST_TEST(named(thing).has("不在强制检定目录中"));
  BOOST_TEST(count("select count(*) from audit where action = 'catalogue.names'") >= 3);
}

BOOST_AUTO_TEST_SUITE_END()
