// The store against a real PostgreSQL (QJ_DATABASE, migrated and loaded; scripts/test makes one). Each test makes its own units.
#define BOOST_TEST_MODULE store
#include <boost/test/unit_test.hpp>
