-- Whom a department's monthly list of what is long overdue goes to: each address once.
create or replace view overdue_list_people as
select u.department_id, min(u.email) as recipient from users u join departments d on d.id = u.department_id
 where u.user_type = 'supervisor' and u.state = 'active' and u.email <> '' and d.state = 'active'
 group by u.department_id, lower(u.email);

grant select on overdue_list_people to qj_mailer, qj_reminders;
