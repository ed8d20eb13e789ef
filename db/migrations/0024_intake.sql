ALTER TABLE "operator" ADD COLUMN "intake" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "operator" DROP COLUMN "active";