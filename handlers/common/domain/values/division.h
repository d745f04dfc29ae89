// What the list of divisions says about a code in a form: the store's answer, a parameter of every form's rules.
#pragma once

namespace domain {

enum class DivisionChoice { missing, unknown, not_selectable, not_final, ok };

}  // namespace domain
