-- The app's role: owns nothing, bypasses nothing. Its password is set by the migrate command.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    CREATE ROLE portal_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO portal_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO portal_app;
--> statement-breakpoint
-- What the app may never do: change a profile's identity, rewrite the audit log, take a number back.
REVOKE INSERT, UPDATE, DELETE ON operator FROM portal_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON audit_event FROM portal_app;
--> statement-breakpoint
REVOKE DELETE ON audit_head, register_counter, request FROM portal_app;
--> statement-breakpoint
-- A transaction names its operator with set_config('app.operator', …, true). An empty setting is left behind on a pooled
-- connection, hence NULLIF: a bare cast of '' throws.
CREATE FUNCTION current_operator() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('app.operator', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION current_staff() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('app.staff', true), '')::uuid $$;
--> statement-breakpoint
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT c.table_name FROM information_schema.columns c
           WHERE c.table_schema = 'public' AND c.column_name = 'operator_id' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY of_operator ON %I USING (operator_id = current_operator()) WITH CHECK (operator_id = current_operator())', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A signed-in officer may see which operators they belong to, before one is chosen.
CREATE POLICY own_memberships ON staff_membership FOR SELECT USING (staff_id = current_staff());
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A released answer never changes, but for the moment it was first read.
CREATE FUNCTION keep_released_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.released_at IS NOT NULL AND (NEW.letter, NEW.outcome, NEW.refusal_ground, NEW.released_at, NEW.released_by)
     IS DISTINCT FROM (OLD.letter, OLD.outcome, OLD.refusal_ground, OLD.released_at, OLD.released_by) THEN
    RAISE EXCEPTION 'A released answer does not change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER answer_released_is_final BEFORE UPDATE ON answer
  FOR EACH ROW EXECUTE FUNCTION keep_released_answer();
--> statement-breakpoint
-- Counters of the queue: one row per operator, due date and assignee (the zero uuid while unassigned).
CREATE FUNCTION count_queue() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE nobody constant uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.next_due_on, OLD.assignee_id) IS NOT DISTINCT FROM (NEW.next_due_on, NEW.assignee_id) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.next_due_on IS NOT NULL THEN
    UPDATE queue_count SET count = count - 1 WHERE operator_id = OLD.operator_id AND due_on = OLD.next_due_on
      AND assignee_id = coalesce(OLD.assignee_id, nobody);
    DELETE FROM queue_count WHERE operator_id = OLD.operator_id AND due_on = OLD.next_due_on
      AND assignee_id = coalesce(OLD.assignee_id, nobody) AND count = 0;
  END IF;
  IF NEW.next_due_on IS NOT NULL THEN
    INSERT INTO queue_count VALUES (NEW.operator_id, NEW.next_due_on, coalesce(NEW.assignee_id, nobody), 1)
      ON CONFLICT (operator_id, due_on, assignee_id) DO UPDATE SET count = queue_count.count + 1;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_count_queue AFTER INSERT OR UPDATE ON request
  FOR EACH ROW EXECUTE FUNCTION count_queue();
