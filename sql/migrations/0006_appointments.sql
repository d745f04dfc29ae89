-- From "due" to "verified" (domain.md §6): appointments of units with institutions, their lines, capacity of a day.
--
-- A line's state is the only thing anybody changes; the header's state and counters, and what the instrument shows of its open
-- appointment, follow it by triggers in the same statement. So no appointment is ever half submitted, and no instrument is booked
-- without its line. Locks are taken in this order: instruments before headers when submitting, headers, lines, instruments else.

create sequence appointment_ids;
create sequence appointment_numbers;
create table appointments (
  unit_id bigint not null references units,
  id bigint not null default nextval('appointment_ids'),
  number text not null check (number ~ '^[0-9]{8}[0-9A-Z]{6,9}[0-9]{6,}$'),  -- day, region, sequence
  institution_id bigint not null references institutions,
  delivery text not null check (delivery in ('send_in', 'on_site')),
  contact text not null default '' check (length(contact) <= 50),
  phone text not null default '' check (length(phone) <= 30),
  address text not null default '' check (length(address) <= 200),            -- of the unit, for the form and the way there
  expected_on date,
  remark text not null default '' check (length(remark) <= 500),
  -- Kept by appointment_lines_follow().
  state text not null default 'draft' check (state in ('draft', 'submitted', 'answered')),
  line_count int not null default 0,
  waiting_count int not null default 0,      -- not answered yet
  open_count int not null default 0,         -- waiting, accepted, verifying
  submitted_at timestamptz,
  answered_at timestamptz,                   -- the last line's answer
  -- The unit as it was at 提交: the institution reads nothing else of it.
  unit_name text not null default '',
  unit_code text not null default '',
  unit_division text not null default '',    -- path in words
  created_at timestamptz not null default now(),
  created_by text not null default '',
  version int not null default 1,
  primary key (unit_id, id),
  constraint appointments_number unique (number)
);
create index appointments_queue on appointments (institution_id, submitted_at, id) where waiting_count > 0;
create index appointments_open on appointments (institution_id, submitted_at, id) where open_count > 0;
create index appointments_institution on appointments (institution_id, submitted_at desc, id desc) where state <> 'draft';
create index appointments_of_institution on appointments (institution_id, id);
create index appointments_unit on appointments (unit_id, state, id desc);
-- What an institution's desk looks things up by: appointments in work, numbers, serial numbers; the load of a day without reading
-- its lines.
create index appointments_working on appointments (institution_id, submitted_at, id) where open_count > waiting_count;
-- What an institution's desk looks things up by.
create index appointments_desk_number on appointments (institution_id, number collate "C");

create sequence appointment_line_ids;
create table appointment_lines (
  unit_id bigint not null,
  id bigint not null default nextval('appointment_line_ids'),
  appointment_id bigint not null,
  line_no int not null check (line_no between 1 and 500),
  institution_id bigint not null references institutions,  -- the header's
  instrument_id bigint not null,
  state text not null default 'draft' check (state in ('draft', 'waiting', 'accepted', 'verifying', 'passed', 'failed', 'returned',
    'refused', 'withdrawn', 'cancelled')),
  -- The instrument as it was at 提交; empty before.
  name text not null default '', kind_id bigint references catalogue_kinds, mode text not null default '',
  model text not null default '', measuring_range text not null default '', accuracy text not null default '',
  serial_number text not null default '', manufacturer text not null default '', management_number text not null default '',
  quantity int not null default 1, division_code text references divisions, place text not null default '',
  use text not null default '', cycle_months int, last_result text, valid_until date,
  -- The way of the line.
  submitted_at timestamptz,
  answer_by date,                            -- the last day of a timely answer (working days after 提交)
  answered_at timestamptz,
  answered_by text not null default '',
  planned_on date,
  planned_place text not null default '' check (length(planned_place) <= 200),
  planned_contact text not null default '' check (length(planned_contact) <= 100),
  planned_bring text not null default '' check (length(planned_bring) <= 500),
  received_at timestamptz,                   -- 检定中 since; 已收样 for 送检
  reason_code text not null default '' check (reason_code in ('', 'out_of_scope', 'not_compulsory', 'incomplete', 'other_region',
    'already_verifying', 'other')),          -- 不予受理
  reason text not null default '' check (length(reason) <= 500),   -- 不予受理 (other), 取消, 退检, 撤回
  ended_at timestamptz,                      -- result, 退检, 不予受理, 撤回, 取消
  ended_by text not null default '' check (ended_by in ('', 'unit', 'institution')),
  version int not null default 1,
  -- A column, because row-level security lets no index be used through lower(), which is not leakproof.
  serial_folded text generated always as (lower(normalize(serial_number, NFKC))) stored,
  primary key (unit_id, id),
  foreign key (unit_id, appointment_id) references appointments on delete cascade,
  foreign key (unit_id, instrument_id) references instruments on delete cascade,
  constraint appointment_lines_once unique (unit_id, appointment_id, instrument_id),
  constraint appointment_lines_submitted check (state = 'draft' or (submitted_at is not null and name <> '' and kind_id is not null)),
  constraint appointment_lines_planned check (state not in ('accepted', 'verifying') or planned_on is not null)
);
-- An instrument is never on two open appointments, whoever races.
create unique index appointment_lines_open on appointment_lines (unit_id, instrument_id)
  where state in ('waiting', 'accepted', 'verifying');
create index appointment_lines_header on appointment_lines (unit_id, appointment_id, line_no, id);
create index appointment_lines_instrument on appointment_lines (unit_id, instrument_id, id);
create index appointment_lines_ended on appointment_lines (institution_id, ended_at desc, id desc) where ended_at is not null;
create index appointment_lines_desk_serial on appointment_lines (institution_id, serial_folded collate "C") where state <> 'draft';
create index appointment_lines_planned on appointment_lines (institution_id, planned_on, unit_id, id) include (quantity)
  where state in ('accepted', 'verifying');
create index appointment_lines_region on appointment_lines (division_code, answer_by) include (submitted_at, answered_at, state, kind_id, institution_id)
  where answer_by is not null;
create index appointment_lines_late on appointment_lines (division_code, answer_by, id) where state = 'waiting';
create index appointment_lines_unserved on appointment_lines (division_code, answered_at) include (kind_id, reason_code, quantity)
  where state = 'refused' and reason_code in ('out_of_scope', 'other_region');

-- ---------------------------------------------------------------------------------------------- whose rows
alter table appointments enable row level security;
create policy own_unit on appointments to qj_ledger, qj_appointments using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy every_unit on appointments to qj_supervision using (true);
-- A draft is nobody's but the unit's.
create policy own_institution on appointments to qj_desk using (institution_id = own_institution() and state <> 'draft')
  with check (institution_id = own_institution() and state <> 'draft');
alter table appointment_lines enable row level security;
create policy own_unit on appointment_lines to qj_ledger, qj_appointments using (unit_id = own_unit())
  with check (unit_id = own_unit());
create policy every_unit on appointment_lines to qj_supervision using (true);
create policy own_institution on appointment_lines to qj_desk using (institution_id = own_institution() and state <> 'draft')
  with check (institution_id = own_institution() and state <> 'draft');

-- ---------------------------------------------------------------------------------------------- who may what
grant usage on sequence appointment_ids, appointment_numbers, appointment_line_ids to qj_appointments;
-- The ledger shows where an instrument is, and leads there. An institution sees what was sent to it.
grant select on appointments, appointment_lines to qj_ledger, qj_desk;
grant select, insert, delete on appointments, appointment_lines to qj_appointments;
grant select (unit_id, id, number, institution_id, state, submitted_at, unit_name, unit_code)
  on appointments to qj_supervision;
grant update (institution_id, delivery, contact, phone, address, expected_on, remark, unit_name, unit_code, unit_division,
  version) on appointments to qj_appointments;
grant update (version) on appointments to qj_desk;   -- to lock the row
grant select (unit_id, id, appointment_id, institution_id, instrument_id, state, name, kind_id, model, serial_number,
  quantity, division_code, use, submitted_at, answer_by, answered_at, planned_on, received_at, reason_code, reason, ended_at)
  on appointment_lines to qj_supervision;
grant update (line_no, institution_id, state, name, kind_id, mode, model, measuring_range, accuracy, serial_number, manufacturer,
  management_number, quantity, division_code, place, use, cycle_months, last_result, valid_until, submitted_at, answer_by, reason,
  ended_at, ended_by, version) on appointment_lines to qj_appointments;
grant update (state, answered_at, answered_by, planned_on, planned_place, planned_contact, planned_bring, received_at,
  reason_code, reason, ended_at, ended_by, version) on appointment_lines to qj_desk;
