CREATE TABLE "erasure" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"erased_at" timestamp (3) with time zone NOT NULL,
	"erased_by" uuid,
	"listed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_erased_by_staff_id_fk" FOREIGN KEY ("erased_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasure_unlisted" ON "erasure" USING btree ("operator_id") WHERE "erasure"."listed_at" is null;--> statement-breakpoint
ALTER TABLE "erasure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "erasure" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY of_operator ON "erasure" USING (operator_id = current_operator()) WITH CHECK (operator_id = current_operator());--> statement-breakpoint
-- What was erased stays told: of a row only the moment at which it was listed is ever written.
REVOKE UPDATE, DELETE ON "erasure" FROM portal_app;--> statement-breakpoint
GRANT UPDATE ("listed_at") ON "erasure" TO portal_app;
