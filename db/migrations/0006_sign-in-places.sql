-- What was counted per account alone says nothing of places.
DELETE FROM "sign_in_guard";--> statement-breakpoint
ALTER TABLE "sign_in_guard" DROP CONSTRAINT "sign_in_guard_pkey";--> statement-breakpoint
ALTER TABLE "sign_in_guard" ADD COLUMN "place" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_guard" ADD CONSTRAINT "sign_in_guard_email_hash_place_pk" PRIMARY KEY("email_hash","place");--> statement-breakpoint
CREATE INDEX "sign_in_guard_failed" ON "sign_in_guard" USING btree ("failed_at");
