// qj-query: the area's binary. Its pages stand in pages.h.
#include "query/pages.h"
#include "web/server.h"

int main(int argc, char** argv) { return web::serve(argc, argv, query::area); }
