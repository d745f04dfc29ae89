-- What the public's role asks: by tokens, by a unit or a number, then by these columns. unit: a number that no page shows.
create or replace view public_search as
select unit_id as unit, public_code, unit_name, name, manufacturer, state, mode, last_result, valid_until, sort_due, serial_tag,
       certificate_tag, tags, search_tokens(unit_name, name, manufacturer, tags) as tokens, sub_tag
from instrument_search;

create or replace view public_units as
select id as unit, unit_key, search_folded(public_unit_name(unit_type, name, representative)) as name,
       bigrams(public_unit_name(unit_type, name, representative)) as pairs
from units where state = 'approved';

grant select on public_search, public_units to qj_query;
