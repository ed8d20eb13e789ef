CREATE TABLE "offered_membership" (
	"staff_id" uuid NOT NULL,
	"operator_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offered_membership_staff_id_operator_id_pk" PRIMARY KEY("staff_id","operator_id")
);
--> statement-breakpoint
ALTER TABLE "offered_membership" ADD CONSTRAINT "offered_membership_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offered_membership" ADD CONSTRAINT "offered_membership_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offered_membership_operator" ON "offered_membership" USING btree ("operator_id");--> statement-breakpoint
SELECT enable_tenant('offered_membership');--> statement-breakpoint
-- Whoever is signed in sees what clinics offer them.
CREATE POLICY own_offers ON offered_membership FOR SELECT USING (staff_id = current_staff());
