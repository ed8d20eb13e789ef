CREATE TABLE "operator_profile" (
	"operator_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"profile" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid,
	CONSTRAINT "operator_profile_operator_id_version_pk" PRIMARY KEY("operator_id","version")
);
--> statement-breakpoint
ALTER TABLE "operator_profile" ADD CONSTRAINT "operator_profile_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was loaded before versions were kept is the first one.
INSERT INTO operator_profile (operator_id, version, profile, published_at) SELECT id, 1, profile, loaded_at FROM operator;
--> statement-breakpoint
ALTER TABLE operator_profile ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE operator_profile FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY of_operator ON operator_profile USING (operator_id = current_operator()) WITH CHECK (operator_id = current_operator());
--> statement-breakpoint
-- A published version never changes.
REVOKE UPDATE, DELETE ON operator_profile FROM portal_app;
--> statement-breakpoint
-- Everybody sees which clinics there are; each is written within its own scope alone.
ALTER TABLE operator ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen_by_all ON operator FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY of_operator ON operator USING (id = current_operator()) WITH CHECK (id = current_operator());
--> statement-breakpoint
GRANT INSERT, UPDATE ON operator TO portal_app;
