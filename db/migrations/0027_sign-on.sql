CREATE TABLE "provider" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"label" text NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"client_secret" "bytea",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_issuer" UNIQUE("operator_id","issuer","client_id")
);
--> statement-breakpoint
CREATE TABLE "staff_identity" (
	"provider_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_identity_provider_id_subject_pk" PRIMARY KEY("provider_id","subject"),
	CONSTRAINT "staff_identity_person" UNIQUE("provider_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "operator" ADD COLUMN "provider_demanded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "operator" ADD COLUMN "emergency_staff_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "joined_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "provider_id" uuid;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "provider_session" text;--> statement-breakpoint
ALTER TABLE "provider" ADD CONSTRAINT "provider_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_identity" ADD CONSTRAINT "staff_identity_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_identity" ADD CONSTRAINT "staff_identity_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "staff_identity_staff" ON "staff_identity" USING btree ("staff_id");--> statement-breakpoint
SELECT enable_tenant('provider');--> statement-breakpoint
-- Signing in belongs to no clinic: there all of them are seen, their secrets sealed.
CREATE POLICY sign_in ON provider FOR SELECT USING (current_operator() = '00000000-0000-0000-0000-000000000000');--> statement-breakpoint
UPDATE staff SET joined_at = created_at WHERE password_hash IS NOT NULL;
