CREATE TABLE "profile_draft" (
	"operator_id" uuid PRIMARY KEY NOT NULL,
	"profile" jsonb NOT NULL,
	"based_on" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profile_draft" ADD CONSTRAINT "profile_draft_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
SELECT enable_tenant('profile_draft');
