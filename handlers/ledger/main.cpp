// qj-ledger: the area's binary. Its pages and who may see them stand in pages.h.
#include "ledger/pages.h"
#include "web/server.h"

int main(int argc, char** argv) { return web::serve(argc, argv, web::area("ledger", ledger::routes, 4)); }
