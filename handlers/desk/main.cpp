// qj-desk: the area's binary. Its pages stand in pages.h.
#include "desk/pages.h"
#include "web/server.h"

int main(int argc, char** argv) { return web::serve(argc, argv, web::area("desk", desk::routes)); }
