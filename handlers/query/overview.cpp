// 信息查询服务: what can be looked up, in a few words each, and where a label's QR code leads.
#include "query/pages.h"
#include "query/parts.h"

namespace query {

web::Response overview(web::Context& ctx) { return ctx.render(ctx.page("query/overview.tpl")); }

}  // namespace query
