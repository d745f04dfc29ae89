// What store is compiled with. Only the Makefile includes this file (see PCH there); sources include what they use.
#pragma once

#include "common/base/json.h"
#include "common/base/precompiled.h"

#include <soci/soci.h>
