// One area's application: finds the route, checks what it declares (the gate), calls the page, turns exceptions into error
// pages, writes one log line. Independent of FastCGI: the server (server.h) and the tests call it alike.
#pragma once

#include "web/context.h"
#include "web/route.h"

#include <cstdint>

namespace web {

class App {
 public:
  App(const Area& area, Services services);

  // Reads key files and templates. ConfigError, std::runtime_error.
  static Services make_tools(const Area& area, const base::Config& config);

  // The route for a method and path (base path removed); null when there is none. ids receives the path's numbers; other_method
  // says that the path exists for another method.
  const Route* find_route(std::string_view method, std::string_view path, std::vector<long long>& ids, bool& other_method) const;

  Response respond(const Request& request);
  // For what goes wrong before there is a whole request (a body that cannot be read): the page of the exception in flight.
  Response respond_to_failure(const Request& request);

  bool must_end() const { return db_.lost(); }  // the database connection died: the process starts anew
  store::Db& db() { return db_; }
  void forget_settings() { settings_read_at_ = 0; }  // the next request reads them anew
  const Services& services() const { return services_; }
  const Area& area() const { return area_; }

 private:
  Response dispatch(const Request& request, std::string& user);
  Response error_page(const Request& request, int status, const char* section);
  std::optional<Response> refuse(Context& context, const Route& route);
  std::optional<Response> refuse_program(Context& context);
  std::optional<Response> refuse_many(Context& context, const Route& route);
  std::string login_address(const Request& request, const std::string& cookie);
  std::optional<Response> show_stored_form(Context& context, const Route& route);
  void refresh_settings();

  Area area_;
  Services services_;
  store::Db db_;
  store::Settings settings_;
  std::int64_t settings_read_at_ = 0;
  std::optional<store::Session> session_;  // of the request in work, so that its error page knows who is asking
  bool knows_somebody_ = false;            // the connection's row-level setting names a unit
};

}  // namespace web
