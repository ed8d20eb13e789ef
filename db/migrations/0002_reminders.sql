CREATE TABLE "reminder_preference" (
	"staff_id" uuid NOT NULL,
	"operator_id" uuid NOT NULL,
	"days_before" smallint[],
	"digest" boolean DEFAULT false NOT NULL,
	"digest_hour" smallint DEFAULT 9 NOT NULL,
	CONSTRAINT "reminder_preference_staff_id_operator_id_pk" PRIMARY KEY("staff_id","operator_id")
);
--> statement-breakpoint
CREATE TABLE "reminder_settings" (
	"operator_id" uuid PRIMARY KEY NOT NULL,
	"days_before" smallint[] NOT NULL,
	"overdue_daily" boolean NOT NULL,
	"lead_days_before" smallint NOT NULL,
	"escalation_email" text,
	"escalation_locale" text DEFAULT 'ru' NOT NULL,
	"escalation_after_days" smallint NOT NULL,
	"unread_after_days" smallint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_sweep" (
	"operator_id" uuid PRIMARY KEY NOT NULL,
	"done_through" date
);
--> statement-breakpoint
DROP INDEX "reminder_intent";--> statement-breakpoint
DROP INDEX "reminder_unmailed";--> statement-breakpoint
ALTER TABLE "reminder" ALTER COLUMN "recipient_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "recipient_hash" "bytea";--> statement-breakpoint
ALTER TABLE "reminder" ADD COLUMN "milestone_on" date NOT NULL;--> statement-breakpoint
ALTER TABLE "reminder" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reminder_preference" ADD CONSTRAINT "reminder_preference_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_preference" ADD CONSTRAINT "reminder_preference_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_sweep" ADD CONSTRAINT "reminder_sweep_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminder_preference_operator" ON "reminder_preference" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "answer_unread" ON "answer" USING btree ("operator_id","released_at") WHERE "answer"."released_at" is not null and "answer"."first_read_at" is null;--> statement-breakpoint
CREATE INDEX "mail_recipient" ON "mail" USING btree ("operator_id","recipient_hash","first_tried_at") WHERE "mail"."first_tried_at" is not null;--> statement-breakpoint
CREATE INDEX "reminder_mail" ON "reminder" USING btree ("mail_id") WHERE "reminder"."mail_id" is not null;--> statement-breakpoint
CREATE INDEX "reminder_unmailed" ON "reminder" USING btree ("operator_id","request_id") WHERE "reminder"."mail_id" is null and "reminder"."cancelled_at" is null;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_intent" UNIQUE NULLS NOT DISTINCT("request_id","clock_id","milestone","recipient_id","deadline_version");--> statement-breakpoint
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['reminder_settings', 'reminder_preference', 'reminder_sweep'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY of_operator ON %I USING (operator_id = current_operator()) WITH CHECK (operator_id = current_operator())', t);
  END LOOP;
END $$;
