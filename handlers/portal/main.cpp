// qj-portal: the area's binary. Its pages and who may see them stand in pages.h.
#include "portal/pages.h"
#include "web/server.h"

int main(int argc, char** argv) { return web::serve(argc, argv, web::area("portal", portal::routes)); }
