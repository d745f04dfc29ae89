// Public queries (信息查询服务), without login. The area knows no sessions (anonymous_area): everybody sees the same page, and
// no header names a user. Its database role reads views named public_… and writes nothing; the views mask names and numbers and
// leave out rows that must not be seen; every wrong code gets the same 404.
#pragma once

#include "web/route.h"

namespace query {

web::Response overview(web::Context&);

web::Response instruments(web::Context&);
web::Response detailed(web::Context&);
web::Response search(web::Context&);
web::Response validity(web::Context&);
web::Response show_captcha(web::Context&);
web::Response check_captcha(web::Context&);
web::Response captcha_picture(web::Context&);
web::Response ask_for_captcha(web::Context&);  // instead of any page, after many queries

web::Response institutions(web::Context&);
web::Response institution(web::Context&);
web::Response catalogue(web::Context&);
web::Response kind(web::Context&);
web::Response catalogue_file(web::Context&);

web::Response api_help(web::Context&);
web::Response api_document(web::Context&);
web::Response api_instruments(web::Context&);
web::Response api_instrument(web::Context&);
web::Response api_institutions(web::Context&);
web::Response api_institution(web::Context&);
web::Response api_catalogue(web::Context&);

using web::Access;
using web::Body;
using web::Counting;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/query", Access::anyone, Proof::none, overview},

    {"GET", "/query/instruments", Access::anyone, Proof::none, instruments},
    {"GET", "/query/instruments/detailed", Access::anyone, Proof::none, detailed},
    {"GET", "/query/instruments/search", Access::anyone, Proof::none, search},
    {"GET", "/query/validity", Access::anyone, Proof::none, validity},

    {"GET", "/query/institutions", Access::anyone, Proof::none, institutions},
    {"GET", "/query/institutions/{id}", Access::anyone, Proof::none, institution},
    {"GET", "/query/catalogue", Access::anyone, Proof::none, catalogue},
    {"GET", "/query/catalogue/{id}", Access::anyone, Proof::none, kind},
    {"GET", "/query/catalogue/export", Access::anyone, Proof::none, catalogue_file},

    {"GET", "/query/api", Access::anyone, Proof::none, api_help},
    {"GET", "/query/api/openapi.json", Access::anyone, Proof::none, api_document},
    {"GET", "/query/api/instruments", Access::anyone, Proof::none, api_instruments},
    {"GET", "/query/api/instrument", Access::anyone, Proof::none, api_instrument},
    {"GET", "/query/api/institutions", Access::anyone, Proof::none, api_institutions},
    {"GET", "/query/api/institutions/{id}", Access::anyone, Proof::none, api_institution},
    {"GET", "/query/api/catalogue", Access::anyone, Proof::none, api_catalogue},

    // After many queries
    {"GET", "/query/captcha", Access::anyone, Proof::none, show_captcha, Body::form, Counting::free},
    {"POST", "/query/captcha", Access::anyone, Proof::form, check_captcha, Body::form, Counting::free},
    {"GET", "/query/captcha/picture", Access::anyone, Proof::none, captcha_picture, Body::form, Counting::free},
};
inline constexpr web::Area area = web::anonymous_area("query", routes, ask_for_captcha);

}  // namespace query
