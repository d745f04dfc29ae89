-- Requests and reviews: what an administrator ticks when approving takes effect when the applicant makes use of it; and a
-- history that also tells what was taken back.
alter table account_requests
  add column ends_two_factor boolean not null default false,  -- recover: the new password also switches the second factor off
  add column locks_managers boolean not null default false;   -- claim: the new 负责人 replaces those of today, who are locked
grant select (ends_two_factor, locks_managers), update (ends_two_factor, locks_managers) on account_requests to qj_admin;

alter table unit_reviews
  drop constraint unit_reviews_decision_check,
  add constraint unit_reviews_decision_check check (decision in ('submitted', 'approved', 'rejected', 'suspended', 'restored',
    'change_requested', 'change_approved', 'change_rejected', 'change_withdrawn',
    'close_requested', 'close_rejected', 'close_withdrawn', 'closed', 'claimed'));
