# Shell functions of run, test and bench: a private environment (PostgreSQL, keys, nginx, the areas) in one state folder.
# To be sourced by bash. Touches nothing outside the state folder and stops only what it has started itself.
#
#   lib_init              who runs things: $portal_user (this user, or qiangjian when root) and $home (the product's files)
#   start_postgres STATE  create_database STATE NAME  start_portal STATE PORT  stop_all STATE
#
# A state folder holds: pg/ (cluster) sock/ (its socket) run/ (areas' sockets, *.pid) keys/ files/ (uploads) mail/ log/ nginx/ tmp/
# Programs of this environment end with the shell that started them, even when that is killed.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${BUILD:-build}
areas=(portal accounts ledger appointments desk supervision admin query)
pg_bin=/usr/lib/postgresql/15/bin
unset "${!PG@}" # the environment of whoever calls is not ours: PGHOST, PGUSER …

say() { printf '%s\n' "$*" >&2; }
fail() {
  printf '\n错误：%s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# ------------------------------------------------------------------------------------------------- who and where
# Without more to say $home is the checkout. When the ordinary user cannot read that (root's home, say), a copy is used.
lib_init() {
  umask 022
  portal_user=$(id -un)
  if [ "$(id -u)" -eq 0 ]; then
    portal_user=qiangjian
    id qiangjian >/dev/null 2>&1 || fail '没有普通用户 qiangjian。' '请先执行 scripts/setup。'
  fi
  home=$root
}

# Runs a command as the ordinary user: here, or in the copy when this folder is out of that user's reach.
as_user() {
  local place=()
  if [ "$(id -u)" -eq 0 ]; then
    [ "$home" = "$root" ] || [[ $PWD == "$home"* ]] || place=(env -C "$home")
    HOME=/nonexistent USER=$portal_user LOGNAME=$portal_user \
      setpriv --reuid "$portal_user" --regid "$portal_user" --init-groups -- "${place[@]}" "$@"
  else
    "$@"
  fi
}

# Starts a long-lived program in the background; sets $started to its process. It gets SIGNAL when this shell dies, and
# no Ctrl-C from the terminal: this shell ends everything in order.
start() { # SIGNAL LOG COMMAND...
  local signal=$1 log=$2
  shift 2
  as_user touch "$log"
  if [ "$(id -u)" -eq 0 ]; then
    HOME=/nonexistent USER=$portal_user LOGNAME=$portal_user \
      setsid env -C "$home" \
      setpriv --reuid "$portal_user" --regid "$portal_user" --init-groups --pdeathsig "$signal" -- "$@" \
      >>"$log" 2>&1 </dev/null &
  else
    setsid setpriv --pdeathsig "$signal" -- "$@" >>"$log" 2>&1 </dev/null &
  fi
  started=$!
}

# Makes the folders of a state; every start calls it again.
make_state() { # STATE
  local state=$1
  mkdir -p "$state"/{sock,run,keys,files,mail,log,nginx,tmp}
  if [ "$(id -u)" -eq 0 ]; then chown "$portal_user:$portal_user" "$state" "$state"/{sock,run,keys,files,mail,log,nginx,tmp}; fi
  chmod 755 "$state"
  chmod 700 "$state"/{sock,run,keys,files,mail,tmp}
}

readable_by_user() { # FOLDER: the product's files in it
  as_user test -x "$1/$build/bin/qj-serve" -a -r "$1/views/layout.tpl" -a -r "$1/sql/roles.sql" -a -r "$1/nginx/portal.conf" \
    2>/dev/null
}

# Decides $home; copies into the state folder when the checkout is out of the ordinary user's reach.
stage() { # STATE [more folders of the checkout]
  local state=$1 folder
  shift
  home=$root
  readable_by_user "$root" && return 0
  home=$state/home
  rm -rf "$home"
  mkdir -p "$home"
  for folder in "$build/bin" views sql nginx "$@"; do
    [ -e "$root/$folder" ] || continue
    mkdir -p "$(dirname "$home/$folder")"
    cp -a "$root/$folder" "$home/$folder"
  done
  chmod -R u=rwX,go=rX "$home"
  readable_by_user "$home" || fail "普通用户 $portal_user 无法读取程序文件：$home"
}

process_alive() { [ -n "$1" ] && kill -0 "$1" 2>/dev/null; }
first_line() { head -n 1 "$1" 2>/dev/null || true; }

wait_until() { # SECONDS COMMAND...
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $deadline ] || return 1
    sleep 0.05
  done
}

# The end of a process that may be this shell's child or not; killed when it does not finish.
end_process() { # PID SIGNAL SECONDS
  process_alive "$1" || return 0
  kill -s "$2" "$1" 2>/dev/null || return 0
  if ! wait_until "$3" process_gone "$1"; then
    kill -s KILL "$1" 2>/dev/null || true
    wait_until 5 process_gone "$1" || true
  fi
}
process_gone() {
  local state
  state=$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) || return 0
  [ -z "$state" ] || [ "${state:0:1}" = Z ]
}

# ------------------------------------------------------------------------------------------------- PostgreSQL
psql_super() { # STATE DATABASE [psql arguments]
  local state=$1 database=$2
  shift 2
  as_user psql -X -q -v ON_ERROR_STOP=1 -h "$state/sock" -U postgres -d "$database" "$@"
}
psql_owner() { # STATE DATABASE [psql arguments]
  local state=$1 database=$2
  shift 2
  as_user psql -X -q -v ON_ERROR_STOP=1 -h "$state/sock" -U qj_owner -d "$database" "$@"
}

# Each role of roles.sql may be taken by the user who runs all this: here one user stands for all.
write_cluster_settings() { # STATE CONFIG...
  local state=$1 role user
  shift
  {
    for user in "$portal_user" $([ "$(id -u)" -ne 0 ] || echo root); do
      for role in postgres $(grep -o 'qj_[a-z]*' "$home/sql/roles.sql" | sort -u); do echo "qj \"$user\" $role"; done
    done
  } >"$state/pg/pg_ident.conf"
  echo 'local all all peer map=qj' >"$state/pg/pg_hba.conf"
  {
    echo "listen_addresses = ''"
    echo "unix_socket_directories = '${state//\'/\'\'}/sock'"
    echo 'unix_socket_permissions = 0700'
    printf '%s\n' 'max_connections = 60' 'shared_buffers = 256MB' "timezone = 'UTC'" "log_timezone = 'UTC'" \
      "log_line_prefix = '%m %u@%d '" "lc_messages = 'C.UTF-8'"
    [ $# -eq 0 ] || printf '%s\n' "$@"
  } >"$state/pg/qiangjian.conf"
}

postgres_pid() { first_line "$1/pg/postmaster.pid"; }
postgres_ready() { as_user "$pg_bin/pg_isready" -q -h "$1/sock" -U postgres -d postgres; }
postgres_decided() { postgres_ready "$1" || ! process_alive "$2"; }

# Makes the cluster when there is none, starts it, waits until it answers. CONFIG: lines for postgresql.conf.
start_postgres() { # STATE [CONFIG...]
  local state=$1
  [ -x $pg_bin/postgres ] || fail '没有找到 PostgreSQL 15。' '请先执行 scripts/setup。'
  [ ${#state} -le 75 ] || fail "文件夹路径太长，PostgreSQL 的套接字放不下：$state"
  if ! [ -e "$state/pg/PG_VERSION" ]; then
    rm -rf "$state/pg" "$state/pg.new"
    as_user "$pg_bin/initdb" -D "$state/pg.new" -U postgres --locale=C.UTF-8 -E UTF8 -A peer --no-instructions \
      ${QJ_INITDB_OPTIONS:-} >"$state/log/initdb.log" 2>&1 ||
      fail '无法建立数据库。' "$(tail -n 5 "$state/log/initdb.log")"
    echo "include 'qiangjian.conf'" >>"$state/pg.new/postgresql.conf"
    mv "$state/pg.new" "$state/pg"
  fi
  [ "$(cat "$state/pg/PG_VERSION")" = 15 ] || fail "$state/pg 里是另一版本 PostgreSQL 的数据，无法使用。"
  write_cluster_settings "$@"
  start INT "$state/log/postgres.log" "$pg_bin/postgres" -D "$state/pg"
  server_pid=$started
  wait_until 120 postgres_decided "$state" "$server_pid" && process_alive "$server_pid" ||
    fail '数据库没有启动。' "$(tail -n 5 "$state/log/postgres.log")"
}

stop_postgres() { # STATE
  end_process "$(postgres_pid "$1")" INT 60
}

# For tests: what an operator's restart does. The new server is tied to nobody; stop_postgres ends it like the first.
restart_postgres() { # STATE
  as_user "$pg_bin/pg_ctl" -D "$1/pg" -m fast -w -t 60 -l "$1/log/postgres.log" restart </dev/null >/dev/null
}

# Roles, the database and its rights (not its tables). Doing it again changes nothing.
create_database() { # STATE NAME
  local state=$1 name=$2
  psql_super "$state" postgres -f "$home/sql/roles.sql" >/dev/null
  [ -n "$(psql_super "$state" postgres -At -v name="$name" <<<"select 1 from pg_database where datname = :'name'")" ] ||
    psql_super "$state" postgres -v name="$name" \
      <<<"create database :\"name\" owner qj_owner template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'"
  psql_super "$state" "$name" -v name="$name" >/dev/null <<'SQL'
-- Nothing is left to PUBLIC: who may do what is said role by role, here and in the migrations.
revoke all on database :"name" from public;
select format('grant connect on database %I to %I', :'name', rolname) from pg_roles where rolname ~ '^qj_' \gexec
revoke all on schema public from public;
revoke usage on language plpgsql from public;
grant usage on language plpgsql to qj_owner;
select format('revoke execute on function %s from public', oid::regprocedure)
from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^lo(_|read$|write$)'
\gexec
SQL
}

# ------------------------------------------------------------------------------------------------- the product's own steps
quoted() { # a value for libpq's conninfo
  local value=${1//\\/\\\\}
  printf "'%s'" "${value//\'/\\\'}"
}

# Everything the binaries read from their environment.
export_settings() { # STATE DATABASE
  export QJ_DATABASE="host=$(quoted "$1/sock") dbname=$(quoted "$2")"
  export QJ_VIEWS=$home/views QJ_SQL=$home/sql QJ_FILES=$1/files QJ_RUN=$1/run
  export QJ_SEAL_KEY_FILE=$1/keys/seal.key QJ_PERSONAL_KEY_FILE=$1/keys/personal.key
  # Mail goes nowhere but into a folder.
  export QJ_SMTP=file:$1/mail QJ_MAIL_FROM='强检门户 <noreply@example.com>'
  # Tests and measurements ask more than any person does.
  export QJ_QUERIES_UNCOUNTED=${QJ_QUERIES_UNCOUNTED-127.0.0.1}
  unset QJ_CONFIG QJ_SOCKET QJ_SMTP_USER QJ_SMTP_PASSWORD_FILE QJ_SMTP_TLS QJ_SMTP_CA_FILE QJ_MAIL_REPLY_TO
}

qjctl() { as_user "$home/$build/bin/qjctl" "$@"; }

make_keys() { # STATE
  local key
  for key in seal personal; do
    [ -e "$1/keys/$key.key" ] || qjctl key "$1/keys/$key.key" >/dev/null || fail "无法生成密钥 $1/keys/$key.key"
  done
}

migrate() { qjctl migrate || fail '数据库结构升级失败。'; }

# Catalogue, divisions and what else every installation has.
load_data() { # STATE DATABASE
  (cd "$home/sql" && psql_owner "$1" "$2" -f load.sql >/dev/null) || fail '目录和区划数据没有装入。'
}

# The demonstration: units, instruments and accounts; each account gets a new random password. FILE stores the list, one
# account a line: login, user type, name, password, where (tab separated); with it there, nothing is done.
load_demo() { # STATE DATABASE FILE
  local state=$1 database=$2 file=$3 login type name place password
  [ ! -s "$file" ] || return 0
  (cd "$home/sql" && psql_owner "$state" "$database" ${QJ_TODAY:+-v today="$QJ_TODAY"} -f demo.sql >/dev/null) ||
    fail '演示数据没有装入。'
  rm -f "$file.new"
  (umask 077 && : >"$file.new")
  demo_logins "$state" "$database" >"$state/tmp/logins"
  while IFS=$'\t' read -r login type name place; do
    password=$(qjctl user reset-password "$login" </dev/null) || fail "无法为演示账号 $login 设置密码。"
    printf '%s\t%s\t%s\t%s\t%s\n' "$login" "$type" "$name" "$password" "$place" >>"$file.new"
  done <"$state/tmp/logins"
  rm -f "$state/tmp/logins"
  mv "$file.new" "$file"
}

demo_logins() { # STATE DATABASE
  psql_owner "$1" "$2" -At -F $'\t' <<'SQL'
select u.login, u.user_type, u.name,
       coalesce(e.name || case e.state when 'pending' then '（待审核）' when 'rejected' then '（退回修改）' else '' end,
                i.name, d.name, '—')
from users u
left join units e on e.id = u.unit_id
left join institutions i on i.id = u.institution_id
left join departments d on d.id = u.department_id
where u.login like 'demo-%'
order by u.id
SQL
}

# ------------------------------------------------------------------------------------------------- nginx and the areas
# QJ_RATE, QJ_QUERY_RATE: pages and public queries a second from one address before 429 (the defaults never interfere with a
# test); QJ_QUERY_CACHE: how long answers to public queries are cached.
write_nginx_conf() { # STATE PORT
  local state=$1 text
  mkdir -p "$state/nginx/qiangjian"
  cp "$home"/nginx/*.conf "$state/nginx/qiangjian/"
  text=$(<"$home/nginx/dev.conf")
  text=${text//@STATE@/$state}
  text=${text//@HOME@/$home}
  text=${text//@PORT@/$2}
  text=${text//@WORKERS@/${QJ_NGINX_WORKERS:-2}}
  text=${text//@RATE@/${QJ_RATE:-100000r/s}}
  text=${text//@QUERY_RATE@/${QJ_QUERY_RATE:-100000r/s}}
  text=${text//@QUERY_CACHE@/${QJ_QUERY_CACHE:-2s}}
  printf '%s\n' "$text" >"$state/nginx/nginx.conf"
  chmod -R u=rwX,go=rX "$state/nginx"
}

port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  for _ in $(seq 50); do
    port=$((20000 + RANDOM % 10000)) # below the range the kernel gives to outgoing connections
    port_open "$port" || {
      echo "$port"
      return 0
    }
  done
  fail '找不到空闲的端口。'
}

nginx_command() { # STATE: how this nginx is called, in $nginx_call
  nginx_call=("$(command -v nginx || echo /usr/sbin/nginx)" -p "$1/nginx" -c "$1/nginx/nginx.conf" -e "$1/log/nginx.log")
}

start_nginx() { # STATE PORT
  local pid
  nginx_command "$1"
  start QUIT "$1/log/nginx.log" "${nginx_call[@]}"
  pid=$started
  wait_until 20 nginx_decided "$pid" "$2" && process_alive "$pid" && nginx_pid=$pid
}
nginx_decided() { ! process_alive "$1" || port_open "$2"; }

sockets_there() {
  local area
  process_alive "$2" || return 0
  for area in "${areas[@]}"; do [ -S "$1/run/$area.sock" ] || return 1; done
}

start_serve() { # STATE
  start TERM "$1/log/portal.log" "$home/$build/bin/qj-serve" --run "$1/run" --bin "$home/$build/bin" "${areas[@]}"
  serve_pid=$started
  wait_until 20 sockets_there "$1" "$serve_pid" && process_alive "$serve_pid"
}

# Sends what the areas queue. Tests run their own with --once.
start_mailer() { # STATE
  start TERM "$1/log/mailer.log" "$home/$build/bin/qj-mailer"
  mailer_pid=$started
}

# Imports, large exports, changes over a whole ledger.
start_jobs() { # STATE
  start TERM "$1/log/jobs.log" "$home/$build/bin/qj-jobs"
  jobs_pid=$started
}

portal_answers() { # PORT
  local status
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET /healthz/ready HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$1" >&3
  read -r -t 5 _ status _ <&3 || true
  exec 3<&- 3>&-
  [ "${status%$'\r'}" = 200 ]
} 2>/dev/null

# The areas, nginx, the mailer and the jobs; ready means that the portal itself says so. export_settings comes before.
start_portal() { # STATE PORT
  export QJ_PUBLIC_URL=http://127.0.0.1:$2
  start_serve "$1" || fail '门户程序没有启动。' "$(tail -n 5 "$1/log/portal.log")"
  write_nginx_conf "$1" "$2"
  start_nginx "$1" "$2" || fail "nginx 没有在端口 $2 上启动。" "$(tail -n 5 "$1/log/nginx.log")"
  wait_until 30 portal_answers "$2" || fail '门户没有就绪。' "$(tail -n 10 "$1/log/portal.log")"
  start_mailer "$1"
  start_jobs "$1"
}

serve_running() { first_line "$1/run/serve.pid"; }

# New processes for all areas and nginx's settings read anew; no request is dropped.
reload_portal() { # STATE
  kill -s HUP "$(serve_running "$1")"
  nginx_command "$1"
  as_user "${nginx_call[@]}" -s reload
}

stop_portal() { # STATE
  end_process "${mailer_pid:-}" TERM 20
  end_process "${jobs_pid:-}" TERM 20
  end_process "$(first_line "$1/run/nginx.pid")" QUIT 10
  end_process "$(serve_running "$1")" TERM 40
}

stop_all() { # STATE
  stop_portal "$1"
  stop_postgres "$1"
}
