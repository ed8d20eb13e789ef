CREATE TABLE "former_membership" (
	"staff_id" uuid NOT NULL,
	"operator_id" uuid NOT NULL,
	"role" text NOT NULL,
	"dismissed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "former_membership_staff_id_operator_id_pk" PRIMARY KEY("staff_id","operator_id")
);
--> statement-breakpoint
CREATE TABLE "staff_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "is_admin" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "former_membership" ADD CONSTRAINT "former_membership_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_membership" ADD CONSTRAINT "former_membership_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_link" ADD CONSTRAINT "staff_link_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_membership_operator" ON "former_membership" USING btree ("operator_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_link_token" ON "staff_link" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "staff_link_staff" ON "staff_link" USING btree ("staff_id","created_at");--> statement-breakpoint
ALTER TABLE "former_membership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "former_membership" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY of_operator ON "former_membership" USING (operator_id = current_operator()) WITH CHECK (operator_id = current_operator());--> statement-breakpoint
-- Whoever was the admin of a clinic ran the installation too.
DO $$ DECLARE o uuid; BEGIN
  FOR o IN SELECT id FROM operator LOOP
    PERFORM set_config('app.operator', o::text, true);
    UPDATE staff SET is_admin = true WHERE id IN (SELECT staff_id FROM staff_membership WHERE role = 'admin');
  END LOOP;
  PERFORM set_config('app.operator', '', true);
END $$;
