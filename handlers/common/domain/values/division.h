// How a division that a form names stands in the list of divisions: the store's answer, which every form's rules take.
#pragma once

namespace domain {

enum class DivisionChoice { missing, unknown, not_selectable, not_final, ok };

}  // namespace domain
