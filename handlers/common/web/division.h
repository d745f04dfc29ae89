// The division choice of a form: what the store knows of it, as the view shows it.
#pragma once

#include "store/divisions.h"
#include "view/form.h"

#include <vector>

namespace web {

std::vector<view::Level> levels(const store::DivisionPath& path);

}  // namespace web
