// What view, web, the areas and the programs around them are compiled with. Only the Makefile includes this file (see PCH there);
// sources include what they use. JSON is not among it: few of them use it, and reading it takes longer than the rest together.
#pragma once

#include "common/base/precompiled.h"

#include <ctemplate/template.h>
