-- What every table of a clinic needs, called by the migration that creates it: SELECT enable_tenant('table');
-- with `true` behind it, rows are added and read alone.
CREATE FUNCTION enable_tenant(tenant regclass, append_only boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant);
  EXECUTE format('CREATE POLICY of_operator ON %s USING (operator_id = current_operator()) WITH CHECK (operator_id = current_operator())', tenant);
  EXECUTE format('GRANT SELECT, INSERT ON %s TO portal_app', tenant);
  IF append_only THEN
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM portal_app', tenant);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()', tenant);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', tenant);
  ELSE
    EXECUTE format('GRANT UPDATE, DELETE ON %s TO portal_app', tenant);
  END IF;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION enable_tenant(regclass, boolean) FROM PUBLIC;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
