// The portal's public pages: home, the service list, help, announcements, divisions for forms' scripts, health.
#pragma once

#include "web/route.h"

namespace portal {

web::Response home(web::Context&);
web::Response systems(web::Context&);
web::Response environment(web::Context&);
web::Response import(web::Context&);
web::Response terms(web::Context&);
web::Response privacy(web::Context&);
web::Response display(web::Context&);
web::Response set_display(web::Context&);
web::Response announcement(web::Context&);
web::Response division_children(web::Context&);
web::Response live(web::Context&);
web::Response ready(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/", Access::anyone, Proof::none, home},
    {"GET", "/systems/qiangjian", Access::anyone, Proof::none, systems},
    {"GET", "/help/environment", Access::anyone, Proof::none, environment},
    {"GET", "/help/import", Access::anyone, Proof::none, import},
    {"GET", "/help/terms", Access::anyone, Proof::none, terms},
    {"GET", "/help/privacy", Access::anyone, Proof::none, privacy},
    {"GET", "/help/display", Access::anyone, Proof::none, display},
    {"POST", "/help/display", Access::anyone, Proof::form, set_display},
    {"GET", "/announcements/{id}", Access::anyone, Proof::none, announcement},
    {"GET", "/divisions/children", Access::anyone, Proof::none, division_children},
    {"GET", "/healthz/live", Access::anyone, Proof::none, live},
    {"GET", "/healthz/ready", Access::anyone, Proof::none, ready},
};

}  // namespace portal
