CREATE TABLE "saved_form" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"form" "bytea" NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "saved_form_expiry" ON "saved_form" USING btree ("operator_id","expires_at");--> statement-breakpoint
SELECT enable_tenant('saved_form');
