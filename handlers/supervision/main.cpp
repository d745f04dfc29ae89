// qj-supervision: the area's binary. Its pages stand in pages.h.
#include "supervision/pages.h"
#include "web/server.h"

int main(int argc, char** argv) { return web::serve(argc, argv, web::area("supervision", supervision::routes)); }
