// What the tests of store and web are compiled with. Only the Makefile includes this file (see PCH there); tests include what
// they use.
#pragma once

#include "common/base/precompiled.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
