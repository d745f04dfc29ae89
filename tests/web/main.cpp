// Request → Response of the areas in process, against a real PostgreSQL (scripts/test makes one).
#define BOOST_TEST_MODULE web
#include <boost/test/unit_test.hpp>
