CREATE TABLE "sign_in_guard" (
	"email_hash" "bytea" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "staff" DROP COLUMN "failed_sign_ins";--> statement-breakpoint
ALTER TABLE "staff" DROP COLUMN "locked_until";