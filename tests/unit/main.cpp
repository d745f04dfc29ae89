// The unit tests' main(): rules without a database, all of them in less than a second.
// The only file here that names the test module.
#define BOOST_TEST_MODULE unit
#include <boost/test/unit_test.hpp>
