// 信息查询服务: the public queries in a few words each, and what a label's QR code opens.
#include "query/pages.h"
#include "query/parts.h"

namespace query {

web::Response overview(web::Context& ctx) { return ctx.render(ctx.page("query/overview.tpl")); }

}  // namespace query
