// The ledger's columns and what their cells say.
#include "domain/ledger/ledger.h"

#include <boost/test/unit_test.hpp>

#include <set>

namespace {

const domain::Date today = *domain::Date::of(2026, 11, 25);

domain::LedgerRow row() {
  domain::LedgerRow r;
  r.id = 7;
  r.version = 3;
  r.values.name = "电子秤";
  r.values.mode = "periodic";
  r.values.origin = "hmt";
  r.values.use = "trade";
  r.values.delivery = "on_site";
  r.values.serial_number = "000451";
  r.values.verified_on = today.plus_days(-400);
  r.values.valid_until = today.plus_days(-12);
  r.state = "in_use";
  r.last_result = "declared";
  return r;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_table)

BOOST_AUTO_TEST_CASE(every_column_has_its_own_name_and_a_cell) {
  std::set<std::string_view> codes, labels;
  for (const domain::Column& column : domain::ledger_columns()) {
    BOOST_TEST(codes.insert(column.code).second);
    BOOST_TEST(labels.insert(column.label).second);
    BOOST_CHECK_NO_THROW(domain::ledger_cell(column.code, row(), today));
  }
}

BOOST_AUTO_TEST_CASE(cells_speak_words_and_keep_zeros) {
  const auto cell = [](const char* column) { return domain::ledger_cell(column, row(), today); };
  BOOST_TEST(cell("standing") == "已超期 12 天");
  BOOST_TEST(cell("origin") == "港澳台");
  BOOST_TEST(cell("use") == "贸易结算");
  BOOST_TEST(cell("delivery") == "现场检定");
  BOOST_TEST(cell("state") == "在用");
  BOOST_TEST(cell("serial_number") == "000451");
  BOOST_TEST(cell("valid_until") == "2026-11-13");
  BOOST_TEST(cell("cycle_months") == "");
  BOOST_TEST(cell("id") == "7");
  BOOST_TEST(cell("nonsense") == "");
}

BOOST_AUTO_TEST_CASE(standings_in_words_name_the_days) {
  const auto words = [](int days, const char* mode = "periodic") {
    domain::LedgerRow r = row();
    r.values.mode = mode;
    r.values.valid_until = today.plus_days(days);
    return domain::standing_words(r.judge(today));
  };
  BOOST_TEST(words(0) == "30 天内到期（今天到期）");
  BOOST_TEST(words(9) == "30 天内到期（还有 9 天）");
  BOOST_TEST(words(31) == "正常");
  BOOST_TEST(words(-1, "first_rotate") == "已到轮换期 1 天");
  BOOST_TEST(words(5, "first_rotate") == "即将到期轮换（还有 5 天）");
  BOOST_TEST(words(-1, "first_scrap") == "已首检");
}

BOOST_AUTO_TEST_CASE(a_choice_of_columns_forgets_what_it_does_not_know) {
  using Columns = std::vector<std::string>;
  BOOST_TEST(domain::read_columns("name,kind,name,nonsense,id,,version") == (Columns{"name", "kind"}),
             boost::test_tools::per_element());
  BOOST_TEST(domain::read_columns("") == domain::default_columns(), boost::test_tools::per_element());
  BOOST_TEST(domain::read_columns("id") == domain::default_columns(), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
