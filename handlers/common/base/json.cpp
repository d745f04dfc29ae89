// See json.h.
#include "base/json.h"

BASE_JSON_TEMPLATES()
