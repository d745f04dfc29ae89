// What unit tests are compiled with. Only the Makefile includes this file (see PCH there); tests include what they use.
#pragma once

#include "common/base/precompiled.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
