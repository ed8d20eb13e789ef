-- Codes live for ten minutes: those that are out are asked for anew. What each was asked from is not known of them.
TRUNCATE "one_time_code";
--> statement-breakpoint
CREATE TABLE "limit_count" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "mail_recipient";--> statement-breakpoint
DROP INDEX "mail_due";--> statement-breakpoint
ALTER TABLE "one_time_code" ALTER COLUMN "code_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "one_time_code" ADD COLUMN "asked" "bytea";--> statement-breakpoint
ALTER TABLE "one_time_code" ADD COLUMN "source" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "urgency" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "fold_key" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "folded_into" uuid;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "last_finding" text;--> statement-breakpoint
CREATE INDEX "limit_count_end" ON "limit_count" USING btree ("ends_at");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_folded_into_mail_id_fk" FOREIGN KEY ("folded_into") REFERENCES "public"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_code_waiting" ON "one_time_code" USING btree ("operator_id","created_at") WHERE "one_time_code"."asked" is not null;--> statement-breakpoint
CREATE INDEX "one_time_code_expiry" ON "one_time_code" USING btree ("operator_id","expires_at");--> statement-breakpoint
CREATE INDEX "mail_fold_waiting" ON "mail" USING btree ("operator_id","fold_key") WHERE "mail"."state" = 'queued' and "mail"."fold_key" is not null;--> statement-breakpoint
CREATE INDEX "mail_fold_tried" ON "mail" USING btree ("operator_id","fold_key","first_tried_at") WHERE "mail"."fold_key" is not null and "mail"."first_tried_at" is not null;--> statement-breakpoint
CREATE INDEX "mail_folded" ON "mail" USING btree ("folded_into") WHERE "mail"."folded_into" is not null;--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("operator_id","urgency" DESC NULLS LAST,"next_attempt_at") WHERE "mail"."state" = 'queued';--> statement-breakpoint
ALTER TABLE "mail" DROP COLUMN "recipient_hash";